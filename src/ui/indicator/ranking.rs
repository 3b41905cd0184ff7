//! The ranking: bars, or women and men as two dots a row; rows slide when the year changes.

use crate::analysis::gap::between_areas;
use crate::base::locale::lower;
use crate::ui::dom::{El, el, part, text};
use crate::ui::signal::{Callback, Memo, RwSignal};
use crate::ui::unique::unique;

use crate::base::geom::{Point, Size};
use crate::ui::chart::canvas_layers;
use crate::ui::context::App;
use crate::ui::env::with_look;
use crate::ui::picture::{Arrows, Item, Play, Tip, picture};
use crate::ui::take::picture_menu;
use crate::ui::tween::tween;
use crate::view::{
    chart::bars::{self, Bars},
    hit::hit,
    scene::{Key, Scene},
    spec::{MOST, Reading, map, ranking},
};

use super::subject::{AT_ONCE, Held, Subject};

/// Ranking panel.
pub fn ranking_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let size = RwSignal::new(Size::default());
    let spec: Memo<Option<Bars>> = Memo::new(move || {
        let theme = app.theme();
        subject.with(|h| {
            let shown = h.shown();
            let period = h.period?;
            subject.classes.with(|classes| {
                let color = classes.as_ref().map(|c| map::colors(c, theme));
                let class = |area| {
                    let value = h.reading.cell(&h.table, area, period).ok()?;
                    color.as_ref().map(|color| color(value.get()))
                };
                let title = (app.words().ranking_of)(shown.indicator().title.get(h.locale));
                Some(ranking::bars(&shown, period, class, title, String::new()))
            })
        })
    });
    let height = Memo::new(move || spec.with(|s| s.as_ref().map_or(120.0, bars::height)));
    let placed = Memo::new(move || {
        let extent = Size::new(size.get().width, height.get());
        let theme = app.theme();
        spec.with(|s| {
            let spec = s.as_ref().filter(|_| extent.width > 1.0)?;
            Some(with_look(theme, app.locale.get(), |look| bars::place(spec, extent, look)))
        })
    });
    let paint = move |placed: &Option<bars::Placed>| {
        let theme = app.theme();
        let Some(placed) = placed.as_ref() else { return Scene::default() };
        spec.with(|s| match s {
            Some(spec) => with_look(theme, app.locale.get(), |look| bars::marks(spec, placed, look)),
            None => Scene::default(),
        })
    };
    // Pointing and keys answer to where rows end up, the eye sees them slide there.
    let scene = Memo::new(move || placed.with(paint));
    // Hundreds of rows do not slide: their frames would take longer than the motion.
    let many = subject.steady.with_untracked(|h| h.shown().areas().len() > AT_ONCE);
    let seen = if many {
        scene
    } else {
        let moving = tween(app, placed, |from, to, t| match (from, to) {
            (Some(from), Some(to)) => Some(bars::tween(from, to, t)),
            (_, to) => to.clone(),
        });
        Memo::new(move || moving.with(paint))
    };
    let over = Memo::new(move || {
        let key = app.pointing.get();
        let theme = app.theme();
        let extent = Size::new(size.get().width, height.get());
        placed.with(|p| match p {
            Some(placed) => with_look(theme, app.locale.get(), |look| bars::over(placed, extent, look, key)),
            None => Scene::default(),
        })
    });
    let play = Play {
        part: "ranking",
        size,
        height,
        scene,
        items: subject.items,
        label: Memo::new(move || {
            subject.with(|h| (app.words().ranking_of)(h.shown().indicator().title.get(h.locale)))
        }),
        tip: Callback::new(move |key| tip(app, subject, key)),
        arrows: Memo::new(|| Arrows::Around),
        step: Callback::new(move |by| subject.step(app, by)),
        find: Callback::new(move |p: Point| scene.with_untracked(|s| hit(s, p, 0.0))),
    };
    let both = Memo::new(move || subject.steady.with(|h| matches!(h.reading, Reading::Both { .. })));
    let named = unique();
    el("section")
        .class("nl-panel")
        .at("aria-labelledby", named.clone())
        .at("data-part", "ranking-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", named).kid(text(move || app.words().ranking)))
                .kid(part(move || both.get().then(|| el("p").kid(app.figures().gap_ranking))))
                .kid(picture_menu(app, scene, move || subject.file(app, app.words().ranking))),
        )
        .kid(picture(play, canvas_layers(seen, over)))
        .kid(part(move || {
            let all = subject.steady.with(|h| h.shown().areas().len());
            (all > MOST).then(|| el("p").class("nl-told").kid((app.figures().foremost)(MOST, all)))
        }))
}

/// The areas as options, from highest to lowest: name and value.
pub fn items_of(held: &Held) -> Vec<Item> {
    let shown = held.shown();
    let Some(period) = held.period else { return Vec::new() };
    let selected = crate::view::words::words(held.locale).selected;
    let mut items = Vec::new();
    for area in ranking::ordered(&shown, period) {
        let name = shown.name(area);
        let label = selected(&name, &written(held, area, period));
        items.push(Item { area, name, label });
    }
    items
}

/// An area's value in words: the number, both numbers, or why there is none.
fn written(held: &Held, area: crate::base::id::AreaId, period: crate::base::period::Period) -> String {
    let shown = held.shown();
    let w = crate::view::words::words(held.locale);
    let one = |group| match held.table.get(area, period, group) {
        Ok(v) => {
            let format = shown.format();
            let margin = held.table.margin(area, period, group);
            format.with_unit(format.with_margin(v.get(), margin, held.locale), held.locale)
        }
        Err(reason) => (w.no_value_because)((w.missing)(reason)),
    };
    match held.reading {
        Reading::One(group) => one(group),
        Reading::Both { women, men } => {
            format!("{} {}, {} {}", lower(w.women), one(women), lower(w.men), one(men))
        }
    }
}

/// What a tip says of an area: its value, how it stands to county and nation, its place.
pub fn tip(app: App, subject: Subject, key: Key) -> Option<Tip> {
    let area = key.area()?;
    subject.with(|h| {
        let shown = h.shown();
        let period = match key {
            Key::Point(_, period) => period,
            _ => h.period?,
        };
        let regions = h.data.regions();
        let mut lines = Vec::new();
        if let Reading::One(group) = h.reading {
            let county = regions.county();
            if !shown.is_amount()
                && area != county
                && let Ok(found) = between_areas(&h.table, area, county, period, group)
            {
                let said = shown.difference_told(&found);
                lines.push(format!("{}: {said}", app.words().difference_to_county));
            }
        }
        if let Some(gap) = shown.gap(area, period) {
            lines.push(format!("{}: {}", app.words().gap_women_men, shown.difference_told(&gap)));
        }
        Some(Tip { title: format!("{} {period}", shown.name(area)), value: written(h, area, period), lines })
    })
}
