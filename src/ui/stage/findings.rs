//! The findings of a focus area, each with its figure as it is today.

use crate::base::{geom::Size, locale::Locale};
use crate::model::strategy::Finding;
use crate::ui::context::{App, given};
use crate::ui::dom::{El, Node, el, many, part};
use crate::ui::env::with_look;
use crate::ui::rows::{judged, latest};
use crate::ui::svg::{patterns, still};
use crate::view::{
    chart::{spark, strip},
    spec::row::{self, Row},
};

use super::slide::{Shown, words};
use super::texts::{follow, head, sources};

const SPARK: Size = Size::new(112.0, 36.0);
const STRIP: Size = Size::new(200.0, 34.0);

/// Headline and findings.
pub fn findings() -> Node {
    let app = App::get();
    let shown: Shown = given();
    let found = move || {
        let focus = shown.scene.with(|s| s.as_ref().and_then(|s| s.focus_area));
        app.data.with(|d| {
            let area = focus.and_then(|n| d.strategy().focus_areas.get(n));
            area.map(|f| f.findings.clone()).unwrap_or_default()
        })
    };
    many().kid(patterns()).kid(head()).kid(part(move || {
        let found = found();
        let count = found.len();
        let ids: Vec<_> = found.iter().filter_map(|f| f.indicators.first().copied()).collect();
        many()
            .kid(
                el("ul")
                    .class("nl-found-list")
                    .at("data-many", (count > 5).then_some(if count > 7 { "very" } else { "" }))
                    .kid(found.into_iter().map(|f| finding(app, &f)).collect::<Node>()),
            )
            .kid(sources(app, &ids))
    }))
}

fn finding(app: App, finding: &Finding) -> El {
    let locale = app.locale.get();
    let said = finding.text.get(locale).to_owned();
    let Some(&id) = finding.indicators.first() else {
        let why = finding.without_figures.as_ref().map_or(words(app).without, |t| t.get(locale));
        return el("li")
            .kid(el("span").class("nl-finding").kid(said))
            .kid(el("span").class("nl-none nl-muted").kid(why.to_owned()));
    };
    let (name, near, row) = app.data.with(|d| {
        let indicator = d.indicator(id);
        // Where nothing measures what is found, what stands beside it measures something else.
        let near = finding.without_figures.is_some();
        let near = near.then(|| (words(app).nearest)(indicator.short.get(locale)));
        (indicator.title.get(locale).to_owned(), near, row::row(d, id, d.regions().county(), locale))
    });
    let go = el("button")
        .class("nl-finding")
        .at("type", "button")
        .on("click", move |_| follow(app, id))
        .kid(said)
        .kid(el("small").kid(name));
    el("li").kid(go).kid(row.map(|row| figures(app, locale, &row, near)))
}

/// The figure with its change and verdict; `near` says in their place of what it is one.
fn figures(app: App, locale: Locale, row: &Row, near: Option<String>) -> Node {
    let (line, spread) = with_look(app.theme(), locale, |look| {
        (
            row.spark.as_ref().map(|s| spark::scene(s, SPARK, look)),
            row.strip.as_ref().map(|s| strip::scene(s, STRIP, look)),
        )
    });
    let moved = el("span").class("nl-moved");
    let moved = match near {
        Some(near) => moved.kid(el("small").class("nl-muted").kid(near)),
        None => moved.kid(row.change.clone()).kid(row.verdict.map(|v| judged(app, v))),
    };
    many()
        .kid(latest(row))
        .kid(moved)
        .kid(el("span").kid(line.map(|s| still(s, None))))
        .kid(el("span").kid(spread.map(|s| still(s, Some(row.told.clone())))))
}
