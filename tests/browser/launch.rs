//! Starting and ending browser processes: what a session asks for, how many at once, nothing left behind.

use std::cell::Cell;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::Engine;

/// Tests with a browser at once, whatever the number of test threads.
const AT_ONCE: usize = 3;

/// What a new session asks for: headless, no page limits above ours, no traffic of the browser's own.
pub(crate) fn capabilities(engine: Engine, binary: &str, profile: &str) -> Value {
    let folder = format!("--user-data-dir={profile}");
    let limits = json!({ "script": 30_000, "pageLoad": 30_000, "implicit": 0 });
    let asked = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome", "timeouts": limits,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": { "binary": binary, "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--lang=sv-SE", "--enable-precise-memory-info",
                "--js-flags=--expose-gc", folder ] }
        }),
        Engine::WebKit => json!({
            "timeouts": limits,
            "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] }
        }),
        Engine::Firefox => json!({
            "browserName": "firefox", "timeouts": limits,
            "moz:firefoxOptions": { "binary": binary, "args": ["-headless", "-profile", profile], "prefs": {
                // geckodriver relaxes this one, and tests from file:// would prove nothing.
                "security.fileuri.strict_origin_policy": true,
                // No script is ended for its length: one that is ended was ended by leaving its page (`messages`).
                "dom.max_script_run_time": 0,
                "intl.accept_languages": "sv-SE, sv",
                "intl.locale.requested": "en-US",
                "datareporting.policy.dataSubmissionEnabled": false,
                "toolkit.telemetry.enabled": false,
                "app.normandy.enabled": false,
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "devtools.jsonview.enabled": false
            } }
        }),
    };
    json!({ "capabilities": { "alwaysMatch": asked } })
}

/// Ends browser processes that outlived their driver, and removes their profile. A process that is told to end
/// may still start another or write a file, so both are done until neither is left.
pub(crate) fn clear(profile: &Path) {
    let end = Instant::now() + Duration::from_secs(5);
    while (end_children(&profile.to_string_lossy()) || profile.exists()) && Instant::now() < end {
        let _ = fs::remove_dir_all(profile);
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Tells processes to end whose command line or home is our own profile folder; whether there were any.
fn end_children(profile: &str) -> bool {
    let mut found = false;
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let says = |name: &str| {
            let bytes = fs::read(entry.path().join(name)).unwrap_or_default();
            String::from_utf8_lossy(&bytes).contains(profile)
        };
        let named = says("cmdline") || says("environ");
        if let (true, Some(id)) = (named, entry.file_name().to_str().filter(|n| n.parse::<u32>().is_ok())) {
            let _ = Command::new("kill").args(["-9", id]).stderr(Stdio::null()).status();
            found = true;
        }
    }
    found
}

/// Collects what the driver writes and finds in it the port it listens on.
pub(crate) fn listen(driver: &mut Child) -> (Arc<Mutex<Vec<String>>>, mpsc::Receiver<u16>) {
    let log = Arc::new(Mutex::new(Vec::new()));
    let (found, port) = mpsc::channel();
    let out = driver.stdout.take().map(|s| Box::new(s) as Box<dyn std::io::Read + Send>);
    let err = driver.stderr.take().map(|s| Box::new(s) as Box<dyn std::io::Read + Send>);
    for stream in [out, err].into_iter().flatten() {
        let (log, found) = (Arc::clone(&log), found.clone());
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let number = line
                    .split_once("successfully on port ")
                    .or_else(|| line.split_once("Listening on 127.0.0.1:"))
                    .and_then(|(_, rest)| rest.trim_end_matches('.').trim().parse().ok());
                if let Some(number) = number {
                    let _ = found.send(number);
                }
                if let Ok(mut lines) = log.lock() {
                    lines.push(line);
                }
            }
        });
    }
    (log, port)
}

/// The right to run one browser.
pub(crate) struct Permit;

static ALIVE: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

thread_local! {
    /// Browsers of this test. It gets its second without waiting: tests that each waited for one of
    /// another's would wait for ever.
    static MINE: Cell<usize> = const { Cell::new(0) };
}

impl Permit {
    /// Waits until fewer than `AT_ONCE` browsers run.
    pub(crate) fn take() -> Permit {
        let mut alive = ALIVE.lock().expect("nothing panics while it counts browsers");
        while *alive >= AT_ONCE && MINE.get() == 0 {
            alive = FREED.wait(alive).expect("nothing panics while it counts browsers");
        }
        *alive += 1;
        MINE.set(MINE.get() + 1);
        Permit
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        MINE.set(MINE.get().saturating_sub(1));
        if let Ok(mut alive) = ALIVE.lock() {
            *alive -= 1;
        }
        FREED.notify_one();
    }
}
