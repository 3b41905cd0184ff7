//! Printing straight from the page: no medium is set beforehand, the browser just takes its picture.

use std::io::Read as _;

use crate::driver::Engine;
use crate::page::Page;
use crate::site::{fragment, serve, views};

/// The inflated streams of a PDF: what its pages draw, its fonts and pictures.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let find = |from: usize, what: &[u8]| {
        pdf.get(from..)?.windows(what.len()).position(|w| w == what).map(|at| from + at)
    };
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(at) = find(from, b"stream") {
        let begin = at + 6 + pdf[at + 6..].iter().take_while(|b| b"\r\n".contains(b)).count();
        let Some(end) = find(begin, b"endstream") else { break };
        let mut out = Vec::new();
        // What is not compressed draws no chart.
        let _ = flate2::read::ZlibDecoder::new(&pdf[begin..end]).read_to_end(&mut out);
        all.push(out);
        from = end + 9;
    }
    all
}

/// How many lines and curves the pages draw.
fn strokes(pdf: &[u8]) -> usize {
    let drawing =
        |text: &str| text.split_ascii_whitespace().filter(|word| matches!(*word, "l" | "c")).count();
    streams(pdf).iter().filter_map(|s| std::str::from_utf8(s).ok().map(drawing)).sum()
}

#[test]
fn charts_are_on_the_paper_as_lines() {
    let server = serve();
    let shown = |name: &str| views().into_iter().find(|v| v.0 == name).expect("a view").1;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        for (view, chart, dark) in [
            ("indicator", "time", false),
            ("indicator", "time", true),
            ("overview", "matrix", true),
            ("area", "spine", false),
        ] {
            page.dress(1440, 900, dark);
            page.open(&fragment(&shown(view), "sv"));
            let there = strokes(&page.browser.print());
            // On the screen nothing has changed.
            page.settle();
            let canvases = format!("[data-part={chart}] canvas");
            assert!(page.soon(&format!("return document.querySelector('{canvases}')")), "{engine:?} {view}");
            page.browser.run(
                "document.querySelectorAll(`[data-part=${arguments[0]}] > *`).forEach(one => { one.style.display = 'none'; })",
                &[chart.into()],
            );
            let gone = strokes(&page.browser.print());
            assert!(
                there > gone + 100,
                "{engine:?} {view}, dark: {dark}: {there} strokes, {gone} without {chart}"
            );
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
