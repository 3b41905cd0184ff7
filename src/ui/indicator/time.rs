//! Over time: every area as a line, what is held on to on top.

use crate::ui::dom::{El, el, text};
use crate::ui::signal::{Callback, Memo, RwSignal};

use crate::base::geom::{Point, Size};
use crate::ui::chart::canvas_layers;
use crate::ui::context::App;
use crate::ui::env::with_look;
use crate::ui::picture::{Arrows, Play, picture};
use crate::view::{
    chart::lines::{self, Lines},
    hit::hit,
    scene::{Key, Scene},
    spec::{time, told},
};

use super::ranking::tip;
use super::subject::Subject;

/// Time panel.
pub fn time_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let size = RwSignal::new(Size::default());
    let spec: Memo<Lines> = Memo::new(move || {
        subject.steady.with(|h| {
            let shown = h.shown();
            let title = (app.words().line_of)(shown.indicator().title.get(h.locale));
            time::lines(&shown, title, String::new())
        })
    });
    let height = Memo::new(move || {
        let width = size.get().width;
        let stacked = spec.with(|s| s.panels.len() > 1) && width < 620.0;
        let one = (width * 0.52).clamp(320.0, 440.0);
        if stacked { one * 1.8 } else { one }
    });
    let extent = Memo::new(move || Size::new(size.get().width, height.get()));
    // Placing the labels is most of the work: once per size, not per year.
    let placed = Memo::new(move || {
        let (extent, theme) = (extent.get(), app.theme());
        (extent.width > 1.0)
            .then(|| spec.with(|s| with_look(theme, app.locale.get(), |look| lines::place(s, extent, look))))
    });
    let scene = Memo::new(move || {
        let (extent, theme) = (extent.get(), app.theme());
        placed.with(|p| match p {
            Some(placed) => spec
                .with(|s| with_look(theme, app.locale.get(), |look| lines::marks(s, placed, extent, look))),
            None => Scene::default(),
        })
    });
    let over = Memo::new(move || {
        let (extent, theme, key) = (extent.get(), app.theme(), app.pointing.get());
        let period = subject.period.get();
        placed.with(|p| match p {
            Some(placed) => spec.with(|s| {
                with_look(theme, app.locale.get(), |look| lines::over(s, placed, extent, look, key, period))
            }),
            None => Scene::default(),
        })
    });
    let play = Play {
        part: "time",
        size,
        height,
        scene,
        items: subject.items,
        label: Memo::new(move || {
            subject.with(|h| (app.words().line_of)(h.shown().indicator().title.get(h.locale)))
        }),
        tip: Callback::new(move |key: Key| {
            // The overlay names the line; a tip on top of it is for points only.
            matches!(key, Key::Point(..)).then(|| tip(app, subject, key)).flatten()
        }),
        arrows: Arrows::Lines,
        step: Callback::new(move |by| subject.step(app, by)),
        find: Callback::new(move |p: Point| scene.with_untracked(|s| hit(s, p, 28.0))),
    };
    let told = move || {
        subject.with(|h| {
            subject.finding.with(|f| {
                h.period.zip(f.as_ref()).map(|(p, f)| told::time(&h.shown(), p, f)).unwrap_or_default()
            })
        })
    };
    el("section")
        .class("nl-panel nl-time")
        .at("aria-labelledby", "nl-h-time")
        .at("data-part", "time-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", "nl-h-time").kid(text(move || app.words().over_time))),
        )
        .kid(picture(play, canvas_layers(scene, over)))
        .kid(el("p").class("nl-told").at("data-part", "time-told").kid(text(told)))
}
