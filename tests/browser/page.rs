//! The app in a browser, as the tests see it: opened at an address, ready, and watched.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::{Browser, Emulation, Engine};
use crate::machine;

/// Findings axe cannot decide and a person has: rule, a part of the finding, reason.
const UNDECIDED: &[(&str, &str, &str)] = &[
    (
        "color-contrast",
        " text[",
        "axe sees no fills behind SVG text; the themes' pairs are proven in base::color",
    ),
    ("color-contrast", ",text[", "the same in a view's shadow root"),
    ("color-contrast", "only non-text characters", "arrows and sort signs; the word stands beside each"),
    (
        "color-contrast",
        " output ",
        "axe takes the slider beside it for a cover; access.rs looks itself what lies on top",
    ),
    (
        "color-contrast",
        "button[data-part=\"show-",
        "on a phone they are a row that scrolls; those out of sight have the ground they have on a wide page",
    ),
    ("color-contrast", ": output[data-part=\"year\"] ", "the same where the page has another output"),
];

/// One browser with the app in it.
pub(crate) struct Page {
    pub(crate) browser: Browser,
    /// Where the app is served: `http://127.0.0.1:<port>/`.
    pub(crate) base: String,
}

impl Page {
    /// A fresh browser that has not been anywhere.
    pub(crate) fn new(engine: Engine, base: &str) -> Page {
        Page { browser: Browser::start(engine), base: base.to_owned() }
    }

    /// Opens the app at a hash (with or without `#`), from scratch, and waits until it is ready.
    pub(crate) fn open(&self, hash: &str) {
        let hash = hash.trim_start_matches('#');
        let mark = if hash.is_empty() { "" } else { "#" };
        // Only the hash changes: without leaving first, the browser would not load anything.
        self.browser.go("about:blank");
        self.browser.go(&format!("{}{mark}{hash}", self.base));
        self.ready();
    }

    /// Waits for the app's own word that it has drawn, then for the fonts and two frames.
    pub(crate) fn ready(&self) {
        self.browser.wait("#app[data-ready]", "return !!document.querySelector('#app[data-ready]')", &[]);
        self.settle();
    }

    /// Waits until what was set in motion by the last step has been drawn.
    pub(crate) fn settle(&self) {
        self.browser.run_async(
            "await document.fonts.ready;\
             const frame = () => new Promise(requestAnimationFrame);\
             await frame(); await frame();\
             await Promise.all(document.getAnimations().filter(a => a.playState === 'running' && \
               a.effect && a.effect.getComputedTiming().endTime < 2000).map(a => a.finished.catch(() => 0)));\
             await frame();",
            &[],
        );
    }

    /// Sets size and reader's preferences.
    pub(crate) fn dress(&self, width: u32, height: u32, dark: bool) {
        self.browser.resize(width, height);
        self.browser.emulate(Emulation { dark, reduced_motion: true, ..Emulation::default() });
    }

    /// The address's hash, decoded by the browser, once it has followed what is shown.
    pub(crate) fn hash(&self) -> String {
        let later = "await new Promise(done => setTimeout(done, 250)); return location.hash";
        self.browser.run_async(later, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// What a reader reads, without what was said aloud last.
    pub(crate) fn text(&self) -> String {
        let script = "const said = document.querySelector('#app [data-part=said]');\
                      const aloud = said ? said.textContent.trim() : '';\
                      const text = document.body.innerText.trimEnd();\
                      return aloud && text.endsWith(aloud) ? text.slice(0, -aloud.length).trimEnd() : text";
        self.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Breaches of the layout laws, one line each.
    pub(crate) fn breaches(&self) -> Vec<String> {
        let found = self.browser.run(include_str!("laws.js"), &[]);
        strings(&found)
    }

    /// Everything axe-core objects to, and what it cannot decide unless `UNDECIDED` does; one line each.
    pub(crate) fn axe(&self) -> Vec<String> {
        self.axe_without(&[])
    }

    /// As `axe`, without rules that cannot see what is looked at.
    pub(crate) fn axe_without(&self, rules: &[&str]) -> Vec<String> {
        if self.browser.run("return typeof window.axe", &[]) != "object" {
            self.browser.run(&format!("{}\nwindow.axe = window.axe || axe;", machine::axe()), &[]);
        }
        let result = self.browser.run_async(
            "const off = Object.fromEntries(arguments[0].map(rule => [rule, { enabled: false }]));\
             const found = await window.axe.run(document, { resultTypes: ['violations', 'incomplete'],\
               rules: { 'target-size': { enabled: true }, ...off } });\
             const rows = kind => found[kind].flatMap(rule => rule.nodes.map(node => ({ kind, rule: rule.id,\
               at: node.target.join(' '), why: (node.failureSummary || rule.help).replace(/\\s+/g, ' ').slice(0, 300) })));\
             return [...rows('violations'), ...rows('incomplete')];",
            &[json!(rules)],
        );
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        let rows = result.as_array().into_iter().flatten();
        rows.filter_map(|row| {
            let [kind, rule, at, why] = ["kind", "rule", "at", "why"].map(|name| text(&row[name]));
            let finding = format!("{kind} {rule}: {at} {why}");
            let decided = |(known, part, _): &(&str, &str, &str)| rule == *known && finding.contains(part);
            (kind == "violations" || !UNDECIDED.iter().any(decided)).then_some(finding)
        })
        .collect()
    }

    /// What went wrong unseen: script errors, policy violations, failed loads, and requests to elsewhere.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults: Vec<String> =
            self.browser.messages().into_iter().map(|m| format!("{}: {}", m.source, m.text)).collect();
        let mut asked = strings(&self.browser.run(
            "return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))\
               .map(entry => entry.name)",
            &[],
        ));
        if self.browser.engine == Engine::Chromium {
            asked.extend(self.browser.requests());
        }
        let local = |url: &str| {
            // Firefox calls a page from a disk just “document”.
            let own = url == "document" && self.base.starts_with("file:");
            own || url.starts_with(&self.base)
                || ["data:", "blob:", "about:"].iter().any(|s| url.starts_with(s))
        };
        faults.extend(asked.into_iter().filter(|url| !local(url)).map(|url| format!("request to {url}")));
        faults.sort();
        faults.dedup();
        faults
    }

    /// Whether a condition of the page comes true within a few seconds.
    pub(crate) fn soon(&self, script: &str) -> bool {
        self.browser.try_wait(script, &[], Duration::from_secs(5)).is_some()
    }

    /// How many elements a selector finds.
    pub(crate) fn count(&self, css: &str) -> u64 {
        let n = self.browser.run("return document.querySelectorAll(arguments[0]).length", &[json!(css)]);
        n.as_u64().unwrap_or(0)
    }
}

/// The strings of a JSON list.
pub(crate) fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

/// Findings with where they were made, each told once: how often, and where first.
pub(crate) fn told_once(found: &[(String, String)]) -> String {
    let mut lines: Vec<(&str, &str, usize)> = Vec::new();
    for (place, what) in found {
        match lines.iter_mut().find(|(known, _, _)| known == what) {
            Some((_, _, count)) => *count += 1,
            None => lines.push((what, place, 1)),
        }
    }
    let lines: Vec<String> =
        lines.iter().map(|(what, place, count)| format!("{count} × {what} (first on {place})")).collect();
    lines.join("\n")
}
