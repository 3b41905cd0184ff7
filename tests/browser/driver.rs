//! A real browser under WebDriver: starts it, speaks to it, ends it. Everything has a deadline, and a
//! browser never outlives its `Browser`, also when the test panics.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::launch::{Permit, capabilities, clear, listen};
use crate::wire::{code, unbase64};
use crate::{http, machine, profile};

/// The key under which WebDriver hides an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// Longest single command; longer than the browser's own limits, so that its message wins.
const COMMAND: Duration = Duration::from_secs(60);
/// Longest wait for a condition on the page.
const PATIENCE: Duration = Duration::from_secs(45);
/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser, on a screen of its own. Its driver knows no console and no preferences.
    WebKit,
}

/// What the page is told about screen and reader.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Emulation {
    pub(crate) dark: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colors: bool,
}

/// A line of the browser's console: an uncaught error, a policy violation, a failed load.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message {
    pub(crate) source: String,
    pub(crate) text: String,
}

/// One running browser with one window.
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    driver: Child,
    port: u16,
    session: String,
    pub(crate) profile: PathBuf,
    log: Arc<Mutex<Vec<String>>>,
    _permit: Option<Permit>,
}

impl Browser {
    /// A fresh browser with a profile nobody has read a page with, 1440 × 900 CSS px.
    ///
    /// Drivers choose a port that another may take before them, and a browser may not come up on a machine
    /// that is busy: neither says anything about the product, so it is tried again.
    pub(crate) fn start(engine: Engine) -> Browser {
        let permit = Permit::take();
        let mut told = String::new();
        for _ in 0..3 {
            match Browser::try_start(engine, true) {
                Ok(mut browser) => {
                    browser._permit = Some(permit);
                    browser.resize(1440, 900);
                    return browser;
                }
                Err(error) => told = error,
            }
        }
        panic!("{engine:?}: {told}")
    }

    /// The Firefox whose profile others begin with. Whoever asks for it has the right to run one already.
    pub(crate) fn first_firefox() -> Browser {
        Browser::try_start(Engine::Firefox, false).unwrap_or_else(|e| panic!("the first Firefox: {e}"))
    }

    fn try_start(engine: Engine, prepared: bool) -> Result<Browser, String> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        // No name is the beginning of another: what is left of a browser is found by it and ended.
        let profile = machine::scratch().join(format!("profile-{}-{number:04}", std::process::id()));
        fs::create_dir_all(&profile).expect("target/tmp is writable");
        if prepared && engine == Engine::Firefox {
            profile::prepare(&profile);
        }
        let pair = match engine {
            Engine::Chromium => machine::chromium(),
            Engine::Firefox => machine::firefox(),
            Engine::WebKit => machine::webkit(),
        };
        let mut command = Command::new(&pair.driver);
        let chosen = free_port();
        match engine {
            Engine::Chromium => command.args(["--port=0", "--log-level=SEVERE"]),
            // Chrome context: its console knows every page error and lets us set preferences.
            Engine::Firefox => {
                command.args(["--port", "0", "--websocket-port", "0", "--allow-system-access"])
            }
            Engine::WebKit => command
                .args(["-a", "WebKitWebDriver", &format!("--port={chosen}")])
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
        };
        // WebKit's processes are known by their home.
        let home = if engine == Engine::WebKit { profile.clone() } else { machine::home() };
        command.env("HOME", home).env_remove("DISPLAY").env_remove("XDG_CONFIG_HOME");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut driver = command.spawn().unwrap_or_else(|e| panic!("{}: {e}", pair.driver.display()));
        let (log, port) = listen(&mut driver);
        let mut browser =
            Browser { engine, driver, port: 0, session: String::new(), profile, log, _permit: None };
        browser.port = match engine {
            Engine::WebKit => listening(chosen)?,
            _ => port
                .recv_timeout(PATIENCE)
                .map_err(|_| format!("{} names no port:\n{}", pair.driver.display(), browser.said()))?,
        };
        let names = (pair.browser.to_string_lossy(), browser.profile.to_string_lossy());
        let asked = capabilities(engine, &names.0, &names.1);
        let opened = browser
            .try_send("POST", "/session", &asked, COMMAND)
            .map_err(|e| format!("/session: {e}\n{}", browser.said()))?;
        browser.session = opened["sessionId"].as_str().ok_or("a session without an id")?.to_owned();
        Ok(browser)
    }

    /// Loads a page and waits for its load event.
    pub(crate) fn go(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Runs a function body in the page; `arguments` are `args`; gives what it returns.
    pub(crate) fn run(&self, script: &str, args: &[Value]) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Runs an `async` function body in the page and waits for what it returns. A rejection fails the test.
    pub(crate) fn run_async(&self, script: &str, args: &[Value]) -> Value {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];\
             (async function () {{ {script} }}).apply(null, arguments)\
             .then(value => done({{ value }}), error => done({{ error: `${{error}} ${{error && error.stack}}` }}));"
        );
        let answer = self.post("/execute/async", &json!({ "script": wrapped, "args": args }));
        assert!(answer.get("error").is_none(), "the script failed: {}", answer["error"]);
        answer.get("value").cloned().unwrap_or(Value::Null)
    }

    /// Runs a function body until it returns something truthy and gives that; `what` is for the failure.
    pub(crate) fn wait(&self, what: &str, script: &str, args: &[Value]) -> Value {
        self.try_wait(script, args, PATIENCE).unwrap_or_else(|| {
            let text = self.run("return (document.body ? document.body.innerText : '').slice(0, 1500)", &[]);
            panic!(
                "{:?}: waited in vain for {what}; console: {:?}; page: {text}",
                self.engine,
                self.messages()
            )
        })
    }

    /// As `wait`, but gives up quietly.
    pub(crate) fn try_wait(&self, script: &str, args: &[Value], patience: Duration) -> Option<Value> {
        let end = Instant::now() + patience;
        let asked = json!({ "script": script, "args": args });
        loop {
            let found = match self.try_post("/execute/sync", &asked) {
                // Asked between two pages: not yet, and to ask is harmless.
                Err(error) if between_pages(&error) && Instant::now() <= end => Value::Null,
                answer => answer.unwrap_or_else(|e| panic!("{:?} while waiting: {e}", self.engine)),
            };
            let truthy = match &found {
                Value::Null | Value::Bool(false) => false,
                Value::String(s) => !s.is_empty(),
                Value::Number(n) => n.as_f64() != Some(0.0),
                _ => true,
            };
            if truthy {
                return Some(found);
            }
            if Instant::now() > end {
                return None;
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// The first element of a CSS selector; fails when there is none.
    pub(crate) fn find(&self, css: &str) -> Value {
        self.wait(css, "return document.querySelector(arguments[0])", &[json!(css)])
    }

    /// Clicks an element as a reader does: it must be visible and nothing may lie on top of it.
    pub(crate) fn click(&self, element: &Value) {
        let id = element[ELEMENT].as_str().expect("click is given an element");
        self.post(&format!("/element/{id}/click"), &json!({}));
    }

    /// Presses keys one after the other: `"Tab"`, `"Shift+Tab"`, `"Control+k"`, `"ö"`.
    pub(crate) fn press(&self, chords: &[&str]) {
        let mut steps = Vec::new();
        for chord in chords {
            let names: Vec<&str> = if *chord == "+" { vec!["+"] } else { chord.split('+').collect() };
            let codes: Vec<String> = names.iter().map(|name| code(name)).collect();
            steps.extend(codes.iter().map(|c| json!({ "type": "keyDown", "value": c })));
            steps.extend(codes.iter().rev().map(|c| json!({ "type": "keyUp", "value": c })));
        }
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": steps }] }));
    }

    /// Types text, key by key, into what has focus.
    pub(crate) fn type_text(&self, text: &str) {
        let keys: Vec<String> = text.chars().map(String::from).collect();
        self.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Moves the mouse to a place in the window (CSS px), and clicks there if asked to.
    pub(crate) fn pointer(&self, x: f64, y: f64, click: bool) {
        let mut steps = vec![json!({
            "type": "pointerMove", "duration": 20, "origin": "viewport",
            "x": x.round() as i64, "y": y.round() as i64
        })];
        if click {
            steps.push(json!({ "type": "pointerDown", "button": 0 }));
            steps.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        let mouse = json!({ "type": "pointer", "id": "mouse",
            "parameters": { "pointerType": "mouse" }, "actions": steps });
        self.post("/actions", &json!({ "actions": [mouse] }));
    }

    /// Draws with the mouse held down from place to place in the window (CSS px).
    pub(crate) fn drag(&self, places: &[(f64, f64)]) {
        let step = |&(x, y): &(f64, f64)| {
            json!({ "type": "pointerMove", "duration": 20, "origin": "viewport",
                "x": x.round() as i64, "y": y.round() as i64 })
        };
        let mut steps: Vec<Value> = places.iter().map(step).collect();
        steps.insert(1.min(steps.len()), json!({ "type": "pointerDown", "button": 0 }));
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
        let mouse = json!({ "type": "pointer", "id": "mouse",
            "parameters": { "pointerType": "mouse" }, "actions": steps });
        self.post("/actions", &json!({ "actions": [mouse] }));
    }

    /// All windows of the browser, by handle.
    pub(crate) fn windows(&self) -> Vec<String> {
        let all = self.get("/window/handles");
        all.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    }

    /// The handle of the window that commands go to.
    pub(crate) fn window(&self) -> String {
        self.get("/window").as_str().unwrap_or_default().to_owned()
    }

    /// Lets the commands that follow go to another window.
    pub(crate) fn enter(&self, window: &str) {
        self.post("/window", &json!({ "handle": window }));
    }

    /// Does something that opens a window; gives the new one's handle. Commands go where they went.
    pub(crate) fn opened(&self, deed: impl FnOnce()) -> String {
        let before = self.windows();
        deed();
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(new) = self.windows().into_iter().find(|w| !before.contains(w)) {
                return new;
            }
            assert!(Instant::now() < end, "{:?}: no window opened", self.engine);
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Closes the window that commands go to and goes on in `next`.
    pub(crate) fn close(&self, next: &str) {
        self.send("DELETE", &format!("/session/{}/window", self.session), &Value::Null);
        self.enter(next);
    }

    /// The size of the page's window in CSS px, down to phones in both browsers.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => self.scale(width, height, 1.0),
            // The frame is known once the window stands, and a busy machine forgets a wish: asked until granted.
            Engine::WebKit => {
                let end = Instant::now() + PATIENCE;
                while Instant::now() < end {
                    let frame = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
                    let [w, h] = [0, 1].map(|i| frame[i].as_i64().unwrap_or(0).clamp(0, 400) as u32);
                    self.post("/window/rect", &json!({ "width": width + w, "height": height + h }));
                    let fits = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
                    let asked = [json!(width), json!(height)];
                    if self.try_wait(fits, &asked, Duration::from_secs(1)).is_some() {
                        break;
                    }
                }
            }
            Engine::Firefox => {
                let (w, h) = (width.max(600), height + 200);
                self.post("/window/rect", &json!({ "width": w, "height": h }));
                self.privileged(
                    "const style = gBrowser.selectedBrowser.style;\
                     for (const edge of ['', 'min-', 'max-']) {\
                       style.setProperty(edge + 'width', arguments[0] + 'px');\
                       style.setProperty(edge + 'height', arguments[1] + 'px');\
                     }",
                    &[json!(width), json!(height)],
                );
            }
        }
        self.wait("the window's size", "return innerWidth === arguments[0]", &[json!(width)]);
    }

    /// Window size and device pixels per CSS px (Chromium only).
    pub(crate) fn scale(&self, width: u32, height: u32, ratio: f64) {
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false }),
        );
    }

    /// Tells the page what its reader prefers.
    pub(crate) fn emulate(&self, wish: Emulation) {
        match self.engine {
            Engine::Chromium => {
                let pick = |yes, a: &str, b: &str| if yes { a.to_owned() } else { b.to_owned() };
                let features = json!([
                    { "name": "prefers-color-scheme", "value": pick(wish.dark, "dark", "light") },
                    { "name": "prefers-reduced-motion",
                      "value": pick(wish.reduced_motion, "reduce", "no-preference") },
                    { "name": "forced-colors", "value": pick(wish.forced_colors, "active", "none") }
                ]);
                self.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
            }
            Engine::WebKit => {}
            Engine::Firefox => {
                let set = "for (const [name, value] of arguments[0]) Services.prefs.setIntPref(name, value)";
                let prefs = json!([
                    ["layout.css.prefers-color-scheme.content-override", i32::from(!wish.dark)],
                    ["ui.prefersReducedMotion", i32::from(wish.reduced_motion)],
                    ["browser.display.document_color_use", if wish.forced_colors { 2 } else { 1 }]
                ]);
                self.privileged(set, &[prefs]);
            }
        }
    }

    /// A command of Chromium's own protocol.
    pub(crate) fn cdp(&self, command: &str, params: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command} is Chromium's");
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// Runs a script with Firefox's own rights.
    pub(crate) fn privileged(&self, script: &str, args: &[Value]) -> Value {
        self.post("/moz/context", &json!({ "context": "chrome" }));
        let answer = self.try_post("/execute/sync", &json!({ "script": script, "args": args }));
        self.post("/moz/context", &json!({ "context": "content" }));
        answer.unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    /// What the console has collected since the last call: errors and warnings of pages, not of the browser.
    /// Firefox ends a script that still runs when its page is left (while a field loses the focus, say) with
    /// an error of its own: no fault of a page that is gone, and no preference turns it off.
    pub(crate) fn messages(&self) -> Vec<Message> {
        let rows = match self.engine {
            Engine::Chromium => self.post("/se/log", &json!({ "type": "browser" })),
            Engine::WebKit => json!([]),
            Engine::Firefox => self.privileged(
                "const out = [];\
                 for (const m of Services.console.getMessageArray()) {\
                   if (!(m instanceof Ci.nsIScriptError)) continue;\
                   if (!/content javascript|Content Security Policy|CSP|CORS|Mixed|DOM|Loader/i\
                       .test(m.category)) continue;\
                   if (/^(chrome|resource|moz-extension):/.test(m.sourceName)) continue;\
                   if (/^Script terminated by timeout/.test(m.errorMessage)) continue;\
                   out.push({ source: m.category, message: m.sourceName + ':' + m.lineNumber + ' ' + m.errorMessage,\
                     level: m.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE' });\
                 }\
                 Services.console.reset();\
                 return out;",
                &[],
            ),
        };
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        rows.as_array()
            .into_iter()
            .flatten()
            .filter(|row| matches!(text(&row["level"]).as_str(), "SEVERE" | "WARNING"))
            .map(|row| Message { source: text(&row["source"]), text: text(&row["message"]) })
            .collect()
    }

    /// Every address Chromium's network stack was asked for since the last call, its own and `data:` left out.
    pub(crate) fn requests(&self) -> Vec<String> {
        let rows = self.post("/se/log", &json!({ "type": "performance" }));
        let mut found = Vec::new();
        for row in rows.as_array().into_iter().flatten() {
            let event: Value = row["message"]
                .as_str()
                .map_or(Value::Null, |t| serde_json::from_str(t).unwrap_or(Value::Null));
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let url = event["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
                // The window's first, own page is the browser's.
                if !["data:", "blob:", "chrome:", "chrome-untrusted:"].iter().any(|s| url.starts_with(s)) {
                    found.push(url.to_owned());
                }
            }
        }
        found
    }

    /// What the window shows, as PNG.
    pub(crate) fn png(&self) -> Vec<u8> {
        unbase64(self.get("/screenshot").as_str().unwrap_or_default())
    }

    /// The page as printed from the browser's own menu, as PDF.
    pub(crate) fn print(&self) -> Vec<u8> {
        unbase64(self.post("/print", &json!({ "background": true })).as_str().unwrap_or_default())
    }

    /// The whole page from top to bottom, as PNG.
    pub(crate) fn png_full(&self) -> Vec<u8> {
        match self.engine {
            Engine::Chromium => {
                let size = self.cdp("Page.getLayoutMetrics", json!({}))["cssContentSize"].clone();
                let clip =
                    json!({ "x": 0, "y": 0, "scale": 1, "width": size["width"], "height": size["height"] });
                let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
                let answer = self.cdp("Page.captureScreenshot", shot);
                unbase64(answer["data"].as_str().unwrap_or_default())
            }
            Engine::WebKit => self.png(),
            Engine::Firefox => unbase64(self.get("/moz/screenshot/full").as_str().unwrap_or_default()),
        }
    }

    /// Ends the session: the browser writes what it keeps and goes.
    pub(crate) fn quit(&self) {
        let path = format!("/session/{}", self.session);
        let _ = self.try_send("DELETE", &path, &Value::Null, Duration::from_secs(8));
    }

    fn get(&self, path: &str) -> Value {
        self.send("GET", &format!("/session/{}{path}", self.session), &Value::Null)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body).unwrap_or_else(|e| panic!("{:?} {path}: {e}", self.engine))
    }

    fn try_post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.try_send("POST", &format!("/session/{}{path}", self.session), body, COMMAND)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_send(method, path, body, COMMAND)
            .unwrap_or_else(|e| panic!("{:?} {path}: {e}\n{}", self.engine, self.said()))
    }

    fn try_send(&self, method: &str, path: &str, body: &Value, patience: Duration) -> Result<Value, String> {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let answer = http::exchange(self.port, method, path, &text, patience)?;
        let value: Value = serde_json::from_slice(&answer.body).map_err(|e| e.to_string())?;
        match answer.status {
            200 => Ok(value["value"].clone()),
            status => Err(format!("{status} {}: {}", value["value"]["error"], value["value"]["message"])),
        }
    }

    /// The last lines the driver wrote.
    fn said(&self) -> String {
        let lines = self.log.lock().map(|l| l.clone()).unwrap_or_default();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

/// Whether a driver's error says that the page went while a script was to run in it. WebKit's gives the empty
/// result of a page that is gone to its JSON parser.
fn between_pages(error: &str) -> bool {
    ["Could not parse script result", "Document was unloaded", "aborted by navigation"]
        .iter()
        .any(|words| error.contains(words))
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Waits until somebody listens there.
fn listening(port: u16) -> Result<u16, String> {
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > end {
            return Err(format!("nobody listens on {port}"));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(port)
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            if std::thread::panicking() {
                leave_picture(self);
            }
            self.quit();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        clear(&self.profile);
    }
}

/// What a failed test saw last, for whoever reads the failure.
#[expect(clippy::print_stderr, reason = "shown by the test runner beside the failure")]
fn leave_picture(browser: &Browser) {
    let path = format!("/session/{}/screenshot", browser.session);
    if let Ok(Value::String(data)) = browser.try_send("GET", &path, &Value::Null, Duration::from_secs(8)) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let file = machine::scratch().join(format!("failed-{name}-{:?}.png", browser.engine));
        if fs::write(&file, unbase64(&data)).is_ok() {
            eprintln!("last seen: {}", file.display());
        }
    }
}
