//! Whole runs: what the services do on the way must not show in the bundle, or the run fails and
//! leaves everything as it was.

use std::fs;
use std::path::Path;
use std::time::Duration;

use nulage::bundle::caps::Caps;
use nulage::bundle::read;
use nulage::tool::assemble::{Input, Keep, bundle_with};
use nulage::tool::digest::sha256;
use nulage::tool::fetch::{Mode, clock};
use nulage::tool::seal;

use super::server::{Asked, Reply, Server, Way};
use super::{DAY, NOW, User, fixture, sound, timeless};

fn catalogue() -> String {
    fixture("services/catalogue.toml")
}

/// The bundle that every sound run gives; `NULAGE_ACCEPT=1` writes it.
fn golden(now: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/services/bundle.json");
    if std::env::var_os("NULAGE_ACCEPT").is_some() {
        fs::write(&file, now).unwrap();
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    let at = golden.bytes().zip(now.bytes()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| text.get(at.saturating_sub(60)..(at + 60).min(text.len())).unwrap_or("…").to_owned();
    assert!(golden == now, "differs at byte {at}:\n{}\n{}", around(&golden), around(now));
}

/// A run against services of which `trouble` changes some answers: the bundle, and how long was
/// slept.
fn run(
    name: &str,
    trouble: impl Fn(&Asked, Reply) -> Reply + Send + Sync + 'static,
) -> (Result<String, String>, Duration) {
    let server = Server::start(move |asked| trouble(asked, sound(asked)));
    let user = User::of(name, &server);
    let made = user.bundle(&catalogue()).map_err(|e| e.replace(&server.address, "http://here"));
    (made, user.clock.0.get() - NOW)
}

#[test]
fn sound_services_give_the_golden_bundle() {
    let (made, slept) = run("sound", |_, reply| reply);
    golden(&made.unwrap());
    assert!(slept < Duration::from_secs(60), "politeness alone: {slept:?}");
}

#[test]
fn packed_and_piecewise_answers_are_the_same() {
    for (name, way) in [("gzip", Way::Gzip), ("chunked", Way::Chunked)] {
        let (made, _) = run(name, move |_, reply| reply.way(way));
        golden(&made.unwrap());
    }
}

#[test]
fn what_passes_is_waited_out() {
    let only = |asked: &Asked, number: usize| asked.number == number;
    let (made, slept) = run("busy", move |asked, reply| match asked.number {
        2 => Reply::status(429, "{}").header("Retry-After", "70"),
        _ => reply,
    });
    golden(&made.unwrap());
    assert!(slept >= Duration::from_secs(70), "{slept:?}");
    let (made, _) = run("broken", move |asked, reply| match asked.number {
        1 | 2 => Reply::status(500, "<h1>Internal Server Error</h1>").header("Content-Type", "text/html"),
        _ => reply,
    });
    golden(&made.unwrap());
    let (made, _) = run("cut", move |asked, reply| if only(asked, 1) { reply.way(Way::Cut) } else { reply });
    golden(&made.unwrap());
    // Closed without a word of how long it would be: only the JSON tells.
    let (made, _) = run("short", move |asked, mut reply| {
        if only(asked, 1) {
            reply.body.truncate(reply.body.len() / 2);
        }
        reply
    });
    golden(&made.unwrap());
}

#[test]
fn a_slow_answer_is_asked_for_again() {
    let server = Server::start(|asked| {
        let slow = Way::Slow(Duration::from_millis(2500));
        if asked.number == 1 { sound(asked).way(slow) } else { sound(asked) }
    });
    let user = User { timeout: Duration::from_secs(1), ..User::of("slow", &server) };
    golden(&user.bundle(&catalogue()).unwrap());
}

#[test]
fn what_does_not_pass_fails_and_says_so() {
    let first = "http://here/v3/kpi/N00923,N00925,N45850?per_page=5000";
    for (name, reply, expected) in [
        (
            "down",
            Reply::status(503, r#"{"detail":"Maintenance"}"#),
            "answers 503: Maintenance (5 times) (the service has a problem; try again later: what was answered is kept)",
        ),
        (
            "long",
            Reply::status(429, "{}").header("Retry-After", "3600"),
            "answers 429 (it asks to wait 3600 s)",
        ),
        (
            "html",
            Reply::json("<html>Sign in</html>").header("Content-Type", "text/html; charset=utf-8"),
            "answers text/html where JSON was expected (is there a sign-in page or a proxy in between? Is the \
             address right?)",
        ),
        (
            "shape",
            Reply::json(r#"{"values":[{"title":"x"}]}"#),
            "is not what Kolada's version 3 answers: missing field `id`",
        ),
        ("list", Reply::json("[]"), "is not what Kolada's version 3 answers: "),
        ("text", Reply::json("nonsense"), "answers what is not JSON: "),
        (
            "loop",
            Reply::json(r#"{"values":[],"next_url":"http://x/v3/kpi?per_page=5000"}"#),
            "names a page as its next that was there already",
        ),
        ("closed", Reply::status(403, ""), "answers 403 (does a proxy ask for a name and password?)"),
    ] {
        let (made, _) = run(name, move |_, _| reply.clone());
        let error = made.unwrap_err();
        assert!(error.starts_with(&format!("{first}: {expected}")), "{error}\n{expected}");
    }
    let user = User::new("nobody", "http://127.0.0.1:9");
    let error = user.bundle(&catalogue()).unwrap_err();
    assert!(error.contains(": cannot be reached: "), "{error}");
}

#[test]
fn a_failing_run_leaves_the_old_bundle_and_the_next_one_goes_on() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("services-out");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    let out = folder.join("x.bundle.json");
    fs::write(&out, "the old one").unwrap();
    let down = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let is_down = std::sync::Arc::clone(&down);
    let server = Server::start(move |asked| {
        let fails = is_down.load(std::sync::atomic::Ordering::SeqCst) && asked.path.starts_with("/v2/tables");
        if fails { Reply::status(500, "{}") } else { sound(asked) }
    });
    let user = User::of("resume", &server);
    let text = catalogue();
    let input = Input::of(Path::new("catalogue.toml"), &text);
    let error = user.with(false, |access| bundle_with(input, access, &out, Keep::Inside)).unwrap_err();
    assert!(
        error.to_string().contains("/v2/tables/TAB2921/metadata?lang=sv: answers 500 (5 times)"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&out).unwrap(), "the old one");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing half is left");
    let before = server.asked().len();
    down.store(false, std::sync::atomic::Ordering::SeqCst);
    user.with(false, |access| bundle_with(input, access, &out, Keep::Inside)).unwrap();
    let written = fs::read(&out).unwrap();
    assert_eq!(seal::broken(&written, &Caps::default()), None);
    golden(&timeless(read::read(&written, &Caps::default()).unwrap().0));
    let mut beside: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["datapackage.json", "x.bundle.dcat.jsonld", "x.bundle.json"]);
    let again = server.asked().split_off(before);
    assert!(!again.is_empty() && again.iter().all(|a| !a.path.starts_with("/v3")), "Kolada had answered");
}

#[test]
fn a_second_run_costs_nothing_and_works_offline() {
    let server = Server::start(sound);
    let mut user = User::of("again", &server);
    golden(&user.bundle(&catalogue()).unwrap());
    let first = server.asked().len();
    golden(&user.bundle(&catalogue()).unwrap());
    assert_eq!(server.asked().len(), first, "the second run asks nothing");
    user.mode = Mode::Online { max_age: Duration::ZERO };
    user.clock.0.set(NOW + Duration::from_secs(7200));
    golden(&user.bundle(&catalogue()).unwrap());
    let versions = server.asked().split_off(first);
    let got = versions.iter().filter(|a| a.body.is_empty());
    assert!(got.clone().count() > 4 && got.clone().all(|a| a.etag.is_some()), "asked for by version");
    user.mode = Mode::Offline;
    user.clock.0.set(NOW + Duration::from_secs(86_400 * 365));
    let before = server.asked().len();
    golden(&user.bundle(&catalogue()).unwrap());
    assert_eq!(server.asked().len(), before);
    let fresh = User { mode: Mode::Offline, ..User::of("fresh", &server) };
    let error = fresh.bundle(&catalogue()).unwrap_err();
    assert!(error.ends_with("no answer is kept (run once without --offline)"), "{error}");
    assert_eq!(user.mode, Mode::Offline);
    assert_ne!(DAY, Mode::Offline);
}

#[test]
fn queries_stay_within_what_services_allow() {
    let server = Server::start(|asked| match asked.path.get(..3) {
        Some("/v2") => super::pxweb::answer(asked, 60),
        Some("/v3") => super::kolada::answer(asked, 50),
        _ => sound(asked),
    });
    let user = User::of("small", &server);
    golden(&user.bundle(&catalogue()).unwrap());
    let asked = server.asked();
    let count = |part: &str| asked.iter().filter(|a| a.path.contains(part)).count();
    assert!(count("TAB2921/data") > 5, "cut by area");
    assert!(count("/v3/data") > 10, "page by page");
    // Three calls in a second: the clock stands still but for politeness and patience.
    let slept = user.clock.0.get() - NOW;
    let calls = u32::try_from(count("/v2/tables")).unwrap();
    assert!(slept >= Duration::from_secs(u64::from(calls / 3) - 1), "{slept:?} for {calls} calls");
}

#[test]
fn what_was_asked_is_told() {
    let server = Server::start(sound);
    let user = User::of("told", &server);
    let made = user.assemble(&catalogue()).unwrap();
    let of = |id: &str| made.asked.iter().filter(|a| a.indicator == id).collect::<Vec<_>>();
    for id in ["medellivslangd", "gastnatter-per-invanare", "sysselsattningsgrad-20-64", "barn-0-9"] {
        let asked = of(id);
        assert!(!asked.is_empty(), "{id}");
        for asked in asked {
            assert!(asked.entry.url.starts_with(&server.address));
            assert_eq!(asked.entry.sha256.len(), 64);
            assert!(asked.entry.retrieved >= NOW.as_secs());
        }
    }
}

#[test]
fn a_source_says_what_was_asked_when_and_what_came() {
    let server = Server::start(sound);
    let user = User::of("provenance", &server);
    let made = user.assemble(&catalogue()).unwrap();
    for indicator in &made.bundle.indicators {
        let (source, id) = (&indicator.source, &indicator.id);
        let entries: Vec<_> = made.asked.iter().filter(|a| a.indicator == *id).map(|a| &a.entry).collect();
        let urls: Vec<&String> = entries.iter().map(|entry| &entry.url).collect();
        assert_eq!(source.request.iter().collect::<Vec<_>>(), urls, "{id}");
        assert!(source.request.iter().all(|url| url.starts_with(&server.address)), "{id}");
        let last = entries.iter().map(|entry| entry.retrieved).max().unwrap();
        assert_eq!(source.retrieved, Some(clock::moment(last)), "{id}");
        let expected = match entries.as_slice() {
            [one] => one.sha256.clone(),
            all => sha256(all.iter().map(|e| format!("{}\n", e.sha256)).collect::<String>().as_bytes()),
        };
        assert_eq!(source.sha256, Some(expected), "{id}");
        // Version 2 of PxWebApi states its terms; nobody else does.
        let v2 = urls[0].contains("/v2/");
        let cc0 = "https://creativecommons.org/share-your-work/public-domain/cc0/";
        assert_eq!(source.licence.as_deref(), v2.then_some(cc0), "{id}");
    }
}
