//! One picture of one page, for people at work on the interface.
//!
//! `NULAGE_URL=http://127.0.0.1:8000/#… NULAGE_OUT=a.png cargo test --test browser shot`; and, where wanted,
//! `NULAGE_SIZE=1440x900`, `NULAGE_DPR=2`, `NULAGE_DARK=1`, `NULAGE_FULL=1` (the whole page),
//! `NULAGE_ENGINE=firefox`, `NULAGE_SCRIPT='…'` (runs before the picture). Without `NULAGE_URL` it does nothing.

use std::time::Duration;

use crate::driver::{Browser, Emulation, Engine};

fn wish(name: &str) -> Option<String> {
    std::env::var(format!("NULAGE_{name}")).ok().filter(|value| !value.is_empty())
}

#[test]
fn shot() {
    let Some(url) = wish("URL") else { return };
    let out = wish("OUT").unwrap_or_else(|| "shot.png".into());
    let size = wish("SIZE").unwrap_or_else(|| "1440x900".into());
    let (width, height) = size
        .split_once('x')
        .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)))
        .expect("NULAGE_SIZE reads like 1440x900");
    let firefox = wish("ENGINE").is_some_and(|name| name == "firefox");
    let browser = Browser::start(if firefox { Engine::Firefox } else { Engine::Chromium });
    browser.resize(width, height);
    if let Some(ratio) = wish("DPR") {
        browser.scale(width, height, ratio.parse().expect("NULAGE_DPR is a number"));
    }
    browser.emulate(Emulation { dark: wish("DARK").is_some(), ..Emulation::default() });
    browser.go(&url);
    let ready = "return !document.querySelector('#app') || !!document.querySelector('#app[data-ready]')";
    browser.wait("#app[data-ready]", ready, &[]);
    std::thread::sleep(Duration::from_millis(300));
    if let Some(script) = wish("SCRIPT") {
        browser.run(&script, &[]);
        std::thread::sleep(Duration::from_millis(300));
    }
    let picture = if wish("FULL").is_some() { browser.png_full() } else { browser.png() };
    std::fs::write(&out, picture).expect("NULAGE_OUT can be written");
    assert_eq!(browser.messages(), [], "{out} is taken, but the console is not empty");
}
