//! Every scene of the default story on its slide: it holds what it says, in a room's sizes, with a reader's
//! own spacing of text, and in a window that is magnified.

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::{Page, strings};
use crate::site::{bundle, serve};
use crate::stage::{comes_to, on_stage};

/// Ids of the story's scenes.
fn scenes() -> Vec<String> {
    let all = bundle()["story"]["scenes"].as_array().cloned().unwrap_or_default();
    all.iter().filter_map(|scene| scene["id"].as_str().map(str::to_owned)).collect()
}

/// Shows every scene in turn, by the key that turns pages, and asks each `what`; gives what is told.
fn each(page: &Page, what: &str) -> Vec<String> {
    let scenes = scenes();
    assert!(scenes.len() > 20, "{scenes:?}");
    page.browser.press(&["Home"]);
    let mut told = Vec::new();
    for (n, scene) in scenes.iter().enumerate() {
        if n > 0 {
            page.browser.press(&["PageDown"]);
        }
        comes_to(&page.browser, scene);
        page.settle();
        let found = strings(&page.browser.run(what, &[]));
        told.extend(found.into_iter().map(|found| format!("{scene}: {found}")));
        // Wherever one was on a slide, the next begins at its beginning.
        page.browser.run("document.querySelector('[data-slide]').scrollTop = 9999", &[]);
    }
    told
}

/// What a slide shows that is not where it can be seen: beyond its end, or over the next thing said.
const LOST: &str = "
const slide = document.querySelector('[data-slide]'), out = [];
if (slide.scrollTop) out.push('begins at ' + slide.scrollTop);
const edge = slide.getBoundingClientRect(), scale = edge.height / slide.offsetHeight;
const end = edge.top + slide.scrollHeight * scale;
const words = element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
};
for (const element of slide.querySelectorAll('h1, p, li, .nl-finding, .nl-value, .nl-moved, .nl-figure')) {
  if (!element.checkVisibility()) continue;
  const { bottom, right } = words(element);
  if (bottom > end + 1 || right > edge.right + 1) out.push('lost: ' + element.textContent.slice(0, 40));
}
for (const list of slide.querySelectorAll('.nl-found-list, .nl-points')) {
  const rows = [...list.children].map(words);
  rows.forEach((row, n) => { if (n && row.top < rows[n - 1].bottom - 1) out.push('over each other: ' + list.children[n].textContent.slice(0, 40)); });
}
";

#[test]
fn a_slide_in_a_room_is_never_scrolled() {
    let server = serve();
    for (engine, sizes) in
        [(Engine::Chromium, &[(1440, 900), (1024, 768)][..]), (Engine::Firefox, &[(1440, 900)][..])]
    {
        let page = on_stage(engine, &server.url("/"), "titel");
        for &(width, height) in sizes {
            page.dress(width, height, false);
            let scrolls = "const s = document.querySelector('[data-slide]'); const long = s.scrollHeight - s.clientHeight;\
                           if (long) out.push('longer by ' + long); if ('flows' in s.dataset) out.push('flows'); return out";
            let found = each(&page, &format!("{LOST}{scrolls}"));
            assert_eq!(found, Vec::<String>::new(), "{engine:?} at {width} × {height}");
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// WCAG 2.2, 1.4.12: a reader's own spacing of lines, paragraphs, letters and words.
#[test]
fn nothing_is_lost_with_a_readers_own_spacing() {
    let server = serve();
    let page = on_stage(Engine::Chromium, &server.url("/"), "titel");
    page.dress(1440, 900, false);
    let spaced = "const sheet = new CSSStyleSheet();\
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }\
        p { margin-bottom: 2em !important }');\
        document.adoptedStyleSheets = [sheet]";
    page.browser.run(spaced, &[]);
    assert_eq!(each(&page, &format!("{LOST} return out")), Vec::<String>::new());
}

/// WCAG 2.2, 1.4.4 and 1.4.10: what is 1,440 px wide is half of that at 200 per cent, and a quarter at 400.
#[test]
fn a_magnified_slide_flows_and_its_text_is_as_large_as_its_readers_asked() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = on_stage(engine, &server.url("/"), "titel");
        for (width, height) in [(720, 450), (360, 480)] {
            page.dress(width, height, false);
            let flows = "
                const box = slide.parentElement.getBoundingClientRect(), bar = document.querySelector('.nl-bar').getBoundingClientRect();
                if (!('flows' in slide.dataset) || scale < 0.999) out.push('is scaled to ' + scale);
                if (parseFloat(getComputedStyle(slide.querySelector('h1')).fontSize) < 26) out.push('a small headline');
                if (bar.top < box.bottom - 1 || bar.left < 0 || bar.bottom > innerHeight + 1) out.push('the bar is in the way');
                if (slide.scrollWidth > slide.clientWidth) out.push('wider than the window');
                return out";
            let found = each(&page, &format!("{LOST}{flows}"));
            assert_eq!(found, Vec::<String>::new(), "{engine:?} at {width} × {height}");
        }
        // Arrows scroll what flows, pages turn it; what would point at other things in other windows is put away.
        page.browser.press(&["Home", "PageDown", "PageDown"]);
        page.browser.press(&["ArrowDown", "ArrowDown", "ArrowUp"]);
        let at = "return Math.round(document.querySelector('[data-slide]').scrollTop)";
        assert!(page.soon(&format!("{at} === 60")), "{engine:?}: {}", page.browser.run(at, &[]));
        page.browser.press(&["l"]);
        assert_eq!(page.count("[data-pointing]"), 0, "{engine:?}");
        // Back on a wide window it is a slide again.
        page.dress(1280, 800, false);
        let whole = "return !('flows' in document.querySelector('[data-slide]').dataset)";
        assert!(page.soon(whole), "{engine:?}");
        assert_eq!(page.browser.run("return innerWidth", &[]), json!(1280), "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// An audience that is magnified sees the slide flow, whatever the speaker's window looks like.
#[test]
fn a_magnified_audience_has_its_own_layout() {
    let server = serve();
    let page = on_stage(Engine::Chromium, &server.url("/"), "utbildning");
    let here = page.browser.window();
    let audience = crate::stage::opened(&page, "audience");
    page.browser.enter(&audience);
    page.dress(720, 450, false);
    let whole = "const box = document.querySelector('[data-slide]').parentElement;\
                 return 'flows' in document.querySelector('[data-slide]').dataset && !box.style.width";
    assert!(
        page.soon(whole),
        "{}",
        page.browser.run("return document.querySelector('.nl-box').outerHTML.slice(0, 200)", &[])
    );
    page.dress(1400, 700, false);
    let shaped = "const box = document.querySelector('[data-slide]').parentElement;\
                  return !('flows' in document.querySelector('[data-slide]').dataset) && box.style.width !== ''";
    assert!(
        page.soon(shaped),
        "{}",
        page.browser.run("return document.querySelector('.nl-box').outerHTML.slice(0, 200)", &[])
    );
    page.browser.enter(&here);
    assert_eq!(
        page.browser.run("return document.querySelector('.nl-box').style.width", &[]),
        Value::String(String::new())
    );
}
