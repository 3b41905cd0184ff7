//! axe-core on every view in both languages, light and dark; and what axe does not look for.

use serde_json::json;

use crate::driver::{Emulation, Engine};
use crate::page::{Page, strings, told_once};
use crate::site::{fragment, serve, serve_with, views};

/// What axe-core 4.14 passes over: unnamed pictures, tables without headers, several or no `h1`,
/// headings that skip a level, a language that is not the page's.
const MORE: &str = r#"
const out = [];
const shown = el => el.checkVisibility({ visibilityProperty: true });
const name = el => el.getAttribute('aria-label') || el.getAttribute('aria-labelledby') || '';
for (const el of document.querySelectorAll('canvas, svg')) {
  if (!shown(el) || el.closest('[aria-hidden=true]') || el.getBoundingClientRect().width < 2) continue;
  if (!name(el) && !(el.querySelector && el.querySelector(':scope > title'))) out.push('unnamed picture ' + el.outerHTML.slice(0, 120));
}
for (const el of document.querySelectorAll('table')) {
  if (!el.querySelector('th[scope]')) out.push('table without th scope');
  if (!el.caption && !name(el)) out.push('table without a name');
}
const heads = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(shown);
if (heads.filter(h => h.tagName === 'H1').length !== 1) out.push('not one h1 but ' + heads.filter(h => h.tagName === 'H1').length);
heads.forEach((h, n) => { if (n && h.tagName[1] - heads[n - 1].tagName[1] > 1) out.push('heading level skipped at ' + h.textContent); });
for (const el of document.querySelectorAll('output')) {
  el.scrollIntoView({ block: 'center' });
  const box = el.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (shown(el) && !(top && el.contains(top))) out.push('covered: ' + el.outerHTML.slice(0, 80));
}
const lang = (document.querySelector('#app [lang]') || document.documentElement).lang;
if (lang !== arguments[0]) out.push('language is ' + lang);
return out;"#;

/// Ids used twice, within a document or a shadow root, and references to what is not there or not the
/// referring part's own.
pub(crate) const IDS: &str = r#"
const out = [];
const roots = [document, ...[...document.querySelectorAll('nulage-view')].map(v => v.shadowRoot)];
for (const root of roots) {
  const ids = [...root.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids)) if (ids.filter(i => i === id).length > 1) out.push('id twice: ' + id);
  for (const a of ['aria-activedescendant', 'aria-controls', 'aria-labelledby', 'aria-describedby'])
    for (const el of root.querySelectorAll(`[${a}]`))
      for (const id of el.getAttribute(a).split(/\s+/).filter(Boolean)) {
        const named = root.getElementById(id);
        if (!named) out.push(`${a} points nowhere: ${id}`);
        else if (a === 'aria-labelledby' && el.tagName !== 'DIALOG' && !el.contains(named)) out.push(`${a} points elsewhere: ${id}`);
        else if (a === 'aria-activedescendant' && named.getAttribute('role') !== 'option') out.push(`${a} is no option: ${id}`);
      }
  for (const el of root.querySelectorAll('[fill^="url(#"]'))
    if (!root.querySelector(el.getAttribute('fill').slice(4, -1))) out.push('no such pattern: ' + el.getAttribute('fill'));
}
return out;"#;

fn audit(engine: Engine, languages: &[&str], modes: &[bool]) {
    let server = serve();
    let page = Page::new(engine, &server.url("/"));
    let mut found = Vec::new();
    for &dark in modes {
        page.dress(1280, 900, dark);
        for language in languages {
            for (name, view) in views() {
                page.open(&fragment(&view, language));
                let here = format!("{name} {language} {}", if dark { "dark" } else { "light" });
                found.extend(page.axe().into_iter().map(|f| (here.clone(), f)));
                let more = strings(&page.browser.run(MORE, &[json!(language)]));
                let ids = strings(&page.browser.run(IDS, &[]));
                found.extend(more.into_iter().chain(ids).map(|f| (here.clone(), f)));
            }
        }
    }
    assert!(found.is_empty(), "{engine:?}:\n{}", told_once(&found));
}

#[test]
fn axe_finds_nothing_on_any_view() {
    audit(Engine::Chromium, &["sv", "en"], &[false, true]);
}

#[test]
fn axe_finds_nothing_in_firefox() {
    audit(Engine::Firefox, &["sv"], &[false]);
}

#[test]
fn axe_finds_nothing_on_the_error_page() {
    let server = serve_with("{");
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.browser.go(&page.base);
    page.browser.find("[data-part=broken]");
    page.settle();
    assert_eq!(page.axe(), Vec::<String>::new());
    assert_eq!(page.breaches(), Vec::<String>::new());
}

#[test]
fn forced_colours_and_stillness_are_heeded() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        let (_, view) = &views()[1];
        page.browser.emulate(Emulation { reduced_motion: true, ..Emulation::default() });
        page.open(&fragment(view, "sv"));
        let moving =
            "return document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 10).length";
        assert_eq!(page.browser.run(moving, &[]), 0, "{engine:?} moves though motion is unwelcome");
        // Neither canvas pixels nor SVG fills follow forced colours by themselves.
        let look = "const map = document.querySelector('[data-part=map] path[fill]:not([fill=none])');\
                    const canvas = document.querySelector('canvas');\
                    return [map && getComputedStyle(map).fill, canvas && canvas.toDataURL().length && canvas.toDataURL()]";
        let before = page.browser.run(look, &[]);
        page.browser.emulate(Emulation { forced_colors: true, reduced_motion: true, dark: false });
        page.settle();
        let after = page.browser.run(look, &[]);
        assert!(!before[1].is_null(), "{engine:?}: no canvas on the indicator's page");
        assert_ne!(before[1], after[1], "{engine:?}: charts are not repainted in forced colours");
    }
}
