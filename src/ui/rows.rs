//! One indicator in one row: name, value, change in words, sparkline, the inner spread.

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, effect};

use crate::analysis::assess::Verdict;
use crate::base::{
    geom::Size,
    id::{AreaId, IndicatorId},
};
use crate::view::{
    chart::{spark, strip},
    spec::row::{self, Row},
};

use super::context::App;
use super::env::with_look;
use super::svg::still;

const SPARK: Size = Size::new(112.0, 36.0);
const STRIP: Size = Size::new(240.0, 32.0);

/// The row's column names, shown above a list of rows where there is room for them.
pub fn row_head(area: AreaId) -> El {
    let app = App::get();
    let own = move || app.data.with(|d| d.regions().county() == area);
    el("div")
        .class("nl-row nl-head-row")
        .at("aria-hidden", "true")
        .kid(el("span").kid(text(move || app.words().column_indicator)))
        .kid(el("span").kid(text(move || app.words().column_latest)))
        .kid(el("span").kid(text(move || app.words().column_change)))
        .kid(el("span").kid(text(move || app.words().column_development)))
        .kid(el("span").kid(text(move || {
            let w = app.words();
            let name = if own() { w.column_spread } else { w.column_position };
            let nation = app.data.with(|d| d.regions().nation().is_some());
            let nation = if nation { format!(" ○\u{a0}{}", w.nation) } else { String::new() };
            let itself = if own() {
                String::new()
            } else {
                let area = app.data.with(|d| d.regions().get(area).name.get(app.locale.get()).to_owned());
                format!(" ●\u{a0}{area}")
            };
            format!("{name}{itself} ┃\u{a0}{}{nation}", w.county)
        })))
}

/// One indicator as seen from one area: the county shows its inner spread, a municipality its place.
pub fn indicator_row(id: IndicatorId, area: AreaId) -> El {
    let app = App::get();
    let facts = Memo::new(move || app.data.with(|d| row::row(d, id, area, app.locale.get())));
    let title = move || app.data.with(|d| d.indicator(id).title.get(app.locale.get()).to_owned());
    let href = move || {
        app.href(|s| {
            s.page = super::state::Page::Indicator(id);
            // The value that was clicked on is the one shown.
            s.period = facts.with(|f| f.as_ref().and_then(|row| row.period));
            let county = app.data.with_untracked(|d| d.regions().county());
            if area != county && s.pin_of(area).is_none() {
                s.toggle(area);
            }
        })
    };
    // Values in a file of their own are asked for when the row is first shown.
    effect(move || {
        if app.data.with(|d| d.table(id).is_none()) {
            app.loader.ask.run(id);
        }
    });
    el("li")
        .class("nl-row")
        .at("data-part", "row")
        .kid(el("span").class("nl-name").kid(el("a").live("href", href).kid(text(title))))
        .kid(part(move || {
            facts.with(|f| match f {
                Some(row) => cells(app, row),
                None => {
                    let w = app.words();
                    let said = if app.loader.fault(id).is_some() { w.loading_failed } else { w.loading };
                    el("span").class("nl-muted").kid(said).into()
                }
            })
        }))
}

fn cells(app: App, row: &Row) -> Node {
    let theme = app.theme();
    let locale = app.locale.get();
    // That nothing is there is said once.
    let verdict = row.verdict.filter(|_| row.value.is_some()).map(|v| judged(app, v));
    let (spark_scene, strip_scene) = with_look(theme, locale, |look| {
        (
            row.spark.as_ref().map(|s| spark::scene(s, SPARK, look)),
            row.strip.as_ref().map(|s| strip::scene(s, STRIP, look)),
        )
    });
    many()
        .kid(latest(row))
        .kid(
            el("span")
                .class("nl-change")
                .kid(el("span").class("nl-arrow").at("aria-hidden", "true").kid(row.arrow))
                .kid(el("span").kid(row.change.clone()).kid(verdict)),
        )
        .kid(el("span").class("nl-spark").kid(spark_scene.map(|s| still(s, None))))
        .kid(el("span").class("nl-strip").kid(strip_scene.map(|s| still(s, Some(row.told.clone())))))
}

/// The latest value, its unit set lighter, and its period.
pub fn latest(row: &Row) -> El {
    let cell = el("span").class("nl-value");
    let Some(value) = row.value.as_deref() else {
        return cell.kid(el("span").class("nl-muted").kid(row.none));
    };
    let number = value.strip_suffix(&row.unit).unwrap_or(value);
    let unit = el("span").class("nl-unit").kid(value.get(number.len()..).unwrap_or_default().to_owned());
    cell.kid(number.to_owned()).kid(unit).kid(el("small").kid(row.when.clone()))
}

/// A verdict in its sign and colour.
pub fn judged(app: App, verdict: Verdict) -> El {
    let (class, mark) = match verdict {
        Verdict::Desired => ("nl-good", "▲ "),
        Verdict::Undesired => ("nl-bad", "▼ "),
        Verdict::Still | Verdict::Unclear | Verdict::TooFew => ("nl-muted", ""),
    };
    el("small").class(class).kid(mark).kid((app.words().judged)(verdict))
}
