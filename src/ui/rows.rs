//! One indicator in one row: name, value, change in words, sparkline, the inner spread.

use crate::ui::boxed::{attr, part, text};
use crate::ui::signal::{Memo, effect};
use leptos::prelude::*;

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
use super::svg::Still;

const SPARK: Size = Size::new(112.0, 36.0);
const STRIP: Size = Size::new(240.0, 32.0);

/// The row's column names, shown above a list of rows where there is room for them.
#[component]
pub fn RowHead(area: AreaId) -> impl IntoView {
    let app = App::get();
    let own = move || app.data.with(|d| d.regions().county() == area);
    view! {
        <div class="nl-row nl-head-row" aria-hidden="true">
            <span>{text(move || app.words().column_indicator)}</span>
            <span>{text(move || app.words().column_latest)}</span>
            <span>{text(move || app.words().column_change)}</span>
            <span>{text(move || app.words().column_development)}</span>
            <span>{text(move || if own() { app.words().column_spread } else { app.words().column_position })}</span>
        </div>
    }
}

/// One indicator as seen from one area: the county shows its inner spread, a municipality its place.
#[component]
pub fn IndicatorRow(id: IndicatorId, area: AreaId) -> impl IntoView {
    let app = App::get();
    let facts = Memo::new(move || app.data.with(|d| row::row(d, id, area, app.locale.get())));
    let title = move || app.data.with(|d| d.indicator(id).title.get(app.locale.get()).to_owned());
    let href = move || {
        app.href(|s| {
            s.page = super::state::Page::Indicator(id);
            s.period = None;
            let county = app.data.with_untracked(|d| d.regions().county());
            if area != county && s.pin_of(area).is_none() {
                s.toggle(area);
            }
        })
    };
    // Values in a file of their own are asked for when the row is first shown.
    effect(move || {
        if app.data.with(|d| d.table(id).is_none()) {
            app.wanted.run(id);
        }
    });
    view! {
        <li class="nl-row" data-part="row">
            <span class="nl-name"><a href=attr(href)>{text(title)}</a></span>
            {part(move || facts.with(|f| match f {
                Some(row) => cells(app, row).into_any(),
                None => view! { <span class="nl-muted">{app.words().loading}</span> }.into_any(),
            }))}
        </li>
    }
}

fn cells(app: App, row: &Row) -> impl IntoView + use<> {
    let w = app.words();
    let theme = app.theme();
    let locale = app.locale.get();
    let value = row.value.clone().unwrap_or_else(|| w.no_value.to_owned());
    let when = row.when.clone();
    let (tone, mark) = match row.tone {
        row::Tone::Good => ("nl-good", "▲ "),
        row::Tone::Bad => ("nl-bad", "▼ "),
        row::Tone::Plain => ("nl-muted", ""),
    };
    let (spark_scene, strip_scene) = with_look(theme, locale, |look| {
        (
            row.spark.as_ref().map(|s| spark::scene(s, SPARK, look)),
            row.strip.as_ref().map(|s| strip::scene(s, STRIP, look)),
        )
    });
    view! {
        <span class="nl-value">{value}<small>{when}</small></span>
        <span class="nl-change"><span class="nl-arrow" aria-hidden="true">{row.arrow}</span><span>{row.change.clone()}
            {(!row.judgement.is_empty()).then(|| view! { <small class=tone>{mark}{row.judgement.clone()}</small> })}</span></span>
        <span class="nl-spark">{spark_scene.map(|s| view! { <Still scene=s/> })}</span>
        <span class="nl-strip">{strip_scene.map(|s| view! { <Still scene=s label=row.told.clone()/> })}</span>
    }
}
