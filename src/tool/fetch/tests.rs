use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use super::limit::Rate;
use super::progress::Progress;
use super::*;

/// Answers from a list, and writes down what was asked.
struct Script {
    answers: RefCell<Vec<Result<Sent, Lost>>>,
    asked: RefCell<Vec<(String, Option<String>)>>,
}

impl Script {
    fn new(mut answers: Vec<Result<Sent, Lost>>) -> Self {
        answers.reverse();
        Self { answers: RefCell::new(answers), asked: RefCell::default() }
    }
}

impl Wire for Script {
    fn send(&self, call: &Call<'_>) -> Result<Sent, Lost> {
        self.asked.borrow_mut().push((call.url.to_owned(), call.etag.map(str::to_owned)));
        self.answers.borrow_mut().pop().expect("no more calls were expected")
    }
}

/// A clock that only moves when somebody sleeps.
struct Hand(Cell<Duration>);

impl Clock for Hand {
    fn now(&self) -> Duration {
        self.0.get()
    }
    fn sleep(&self, time: Duration) {
        self.0.set(self.0.get() + time);
    }
}

fn json(status: u16, body: &str) -> Result<Sent, Lost> {
    let kind = "application/json".to_owned();
    Ok(Sent { status, kind, etag: Some("\"v1\"".into()), body: body.into(), ..Sent::default() })
}

struct Run {
    clock: Hand,
    cache: Cache,
}

impl Run {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("nulage-fetch-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        Self { clock: Hand(Cell::new(Duration::from_secs(1_000_000))), cache: Cache::at(folder) }
    }

    fn ask(&self, script: &Script, mode: Mode) -> Result<Answer, Refusal> {
        let web = Web {
            wire: script,
            clock: &self.clock,
            cache: self.cache.clone(),
            policy: Policy::default(),
            mode,
        };
        let limit = Limit::new(Rate { calls: 5, window: Duration::from_secs(1) });
        let question = Question::get("http://u:p@host/data?key=1&page=2");
        web.ask(&question, &limit, &Progress::Silent.source("x"))
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(PathBuf::from(self.cache.folder())));
    }
}

const DAY: Mode = Mode::Online { max_age: Duration::from_secs(86_400) };
const NEVER: Mode = Mode::Online { max_age: Duration::ZERO };

#[test]
fn a_second_run_asks_nothing_and_works_offline() {
    let run = Run::new("second");
    let first = run.ask(&Script::new(vec![json(200, "{}")]), DAY).unwrap();
    assert_eq!(first.entry.url, "http://host/data?key=…&page=2");
    run.clock.sleep(Duration::from_secs(3600));
    let nothing = Script::new(Vec::new());
    assert_eq!(run.ask(&nothing, DAY).unwrap(), first);
    run.clock.sleep(Duration::from_secs(864_000));
    assert_eq!(run.ask(&nothing, Mode::Offline).unwrap(), first);
}

#[test]
fn offline_without_an_answer_says_so() {
    let run = Run::new("offline");
    let refusal = run.ask(&Script::new(Vec::new()), Mode::Offline).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "http://host/data?key=…&page=2: no answer is kept (run once without --offline)"
    );
}

#[test]
fn a_long_address_is_named_by_its_beginning() {
    let url = format!("http://host/data/{}", "1880,".repeat(50));
    let refusal = Refusal { url, status: None, what: "gone".to_owned(), hint: String::new() };
    let said = refusal.to_string();
    assert!(said.starts_with("http://host/data/1880,") && said.ends_with("…: gone"), "{said}");
    assert!(said.chars().count() < 130, "{said}");
}

#[test]
fn an_old_answer_is_asked_for_by_its_version() {
    let run = Run::new("etag");
    run.ask(&Script::new(vec![json(200, "[1]")]), DAY).unwrap();
    run.clock.sleep(Duration::from_secs(5));
    let script = Script::new(vec![json(304, "")]);
    let answer = run.ask(&script, NEVER).unwrap();
    assert_eq!(answer.body, b"[1]");
    assert_eq!(answer.entry.retrieved, 1_000_005, "the age counts anew");
    assert_eq!(script.asked.borrow()[0].1.as_deref(), Some("\"v1\""));
    let changed = run.ask(&Script::new(vec![json(200, "[2]")]), NEVER);
    assert!(changed.is_ok(), "asked in the same second it was kept");
}

#[test]
fn transient_failures_are_waited_out() {
    let run = Run::new("transient");
    let busy = Ok(Sent { status: 429, retry_after: Some("30".into()), ..Sent::default() });
    let cut = json(200, "{\"values\": [1, 2");
    let script = Script::new(vec![busy, json(500, "{}"), cut, json(200, "{\"values\": []}")]);
    let answer = run.ask(&script, DAY).unwrap();
    assert_eq!(answer.body, b"{\"values\": []}");
    assert_eq!(run.clock.now().as_secs() - 1_000_000, 30 + 2 + 4);
}

#[test]
fn patience_ends_and_says_how_often() {
    let run = Run::new("patience");
    let script = Script::new((0..5).map(|_| Err(Lost::Slow(60))).collect());
    let refusal = run.ask(&script, DAY).unwrap_err();
    assert_eq!(refusal.what, "no answer within 60 s (5 times)");
    let long = Ok(Sent { status: 429, retry_after: Some("3600".into()), ..Sent::default() });
    let refusal = run.ask(&Script::new(vec![long]), DAY).unwrap_err();
    assert_eq!((refusal.what.as_str(), refusal.hint.as_str()), ("answers 429", "it asks to wait 3600 s"));
}

#[test]
fn what_asking_again_does_not_mend_fails_at_once() {
    let run = Run::new("final");
    let html = Ok(Sent { status: 200, kind: "text/html".into(), body: b"<p>".to_vec(), ..Sent::default() });
    for (answer, expected) in [
        (html, "answers text/html where JSON was expected"),
        (json(200, "nonsense"), "answers what is not JSON: expected ident at line 1 column 2"),
        (json(404, "{\"title\": \"Non-existent table\"}"), "answers 404: Non-existent table"),
        (json(400, "{\"title\": \"x\", \"detail\": \"Too many cells\"}"), "answers 400: Too many cells"),
        (json(304, ""), "answers 304"),
        (Err(Lost::Untrusted("unknown issuer".into())), "the connection cannot be trusted: unknown issuer"),
    ] {
        let refusal = run.ask(&Script::new(vec![answer]), DAY).unwrap_err();
        assert_eq!(refusal.what, expected);
    }
    let refusal = run.ask(&Script::new(Vec::new()), Mode::Offline).unwrap_err();
    assert_eq!(refusal.what, "no answer is kept", "none of them was kept");
}

#[test]
fn secrets_are_not_shown() {
    assert_eq!(public("https://a:b@h/p?api_key=1&x=2"), "https://h/p?api_key=…&x=2");
    assert_eq!(public("https://h/p@q"), "https://h/p@q");
    assert_eq!(public("https://u:p@h"), "https://h");
}
