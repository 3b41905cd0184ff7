//! A scene in its box: laid out for a screen 1,200 px wide and shown as large as the box allows.

use crate::ui::dom::{El, Node, Slot, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal, effect};
use leptos::prelude::{provide_context, untrack};

use crate::base::geom::Size;
use crate::base::id::IndicatorId;
use crate::model::story::{Layout, Panel, Remark, Scene};
use crate::ui::app::content;
use crate::ui::chart::Remarks;
use crate::ui::context::{App, given};
use crate::ui::env::{Surroundings, density_now, media};
use crate::ui::indicator::{controls, develop, map, ranking, subject::Subject, subtitle, table, when_loaded};
use crate::ui::picture::keep_size;
use crate::ui::state::{Page, Role};
use crate::ui::title::title;
use crate::view::{callout::Callout, scene::Key, words::stage::stage};

use super::{discussion::discussion, findings::findings, texts};

/// The extent that a scene is laid out for, px; a taller box gives it more height.
const EXTENT: Size = Size::new(1200.0, 675.0);

/// The same for whole pages, which hold more.
const WIDE: Size = Size::new(1488.0, 837.0);

/// Windows that are phones or magnified: the scene flows and is scrolled.
const NARROW: &str = "(max-width: 980px)";

/// Which scene a slide shows.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The scene; `None` while there are none.
    pub scene: Memo<Option<Scene>>,
    /// Whether it flows and is scrolled.
    flows: Memo<bool>,
}

impl Shown {
    fn say(self, app: App, of: fn(&Scene) -> &crate::base::text::Text) -> String {
        let locale = app.locale.get();
        self.scene.with(|s| s.as_ref().map(|s| of(s).get(locale).to_owned()).unwrap_or_default())
    }

    /// The headline.
    pub fn headline(self, app: App) -> String {
        self.say(app, |s| &s.headline)
    }

    /// What stands under it.
    pub fn text(self, app: App) -> String {
        self.say(app, |s| &s.text)
    }
}

/// The slide of what `app` shows, as large as its box.
pub fn slide(app: App, scene: Memo<Option<Scene>>) -> El {
    let root = Slot::default();
    let size = RwSignal::new(EXTENT);
    keep_size(root, move |now| {
        if now != size.get_untracked() && now.width > 1.0 {
            size.set(now);
        }
    });
    let whole = Memo::new(move || {
        app.page.get() != Page::Start
            && scene.with(|s| s.as_ref().is_some_and(|s| s.panels.contains(&Panel::Page)))
    });
    // The speaker's and those on paper are pictures of slides, but on a phone.
    let role = app.state.with_untracked(|s| s.stage.map(|on| on.role));
    let upright = matches!(role, Some(Role::Presenter | Role::Handout));
    let narrow = media(NARROW);
    let flows = Memo::new(move || narrow.get() && (!upright || size.with(|now| now.height > now.width)));
    let scale = Memo::new(move || {
        let (now, extent) = (size.get(), if whole.get() { WIDE } else { EXTENT });
        let fits = (now.width / extent.width).min(now.height / extent.height);
        if flows.get() { 1.0 } else { fits }
    });
    let (density, laid, room) = (RwSignal::new(1.0), RwSignal::new(1.0), RwSignal::new(f64::INFINITY));
    // What pictures measure by: told to them before they are built, and when the box changes.
    let measure = move || {
        let scale = scale.get();
        let _ = app.around.density.get();
        laid.set(scale);
        density.set(density_now() * scale);
    };
    untrack(measure);
    effect(measure);
    let around = Surroundings { density, scale: laid, room, ..app.around };
    let own = App { around, ..app };
    let of = move |whole: f64| format!("{}px", whole / scale.get());
    el("div").class("nl-box").held(root).kid(
        el("article")
            .class("nl-slide")
            .at("data-slide", "")
            .live("data-layout", move || layout(app, scene).word())
            .live("data-whole", move || whole.get())
            .live("data-flows", move || flows.get())
            .style("transform", move || format!("scale({})", scale.get()))
            .style("width", move || of(size.get().width))
            .style("height", move || of(size.get().height))
            .kid(part(move || {
                provide_context(own);
                provide_context(Shown { scene, flows });
                body(own, scene)
            })),
    )
}

/// How the scene stands now: a text that was followed to its figures is a picture.
fn layout(app: App, scene: Memo<Option<Scene>>) -> Layout {
    if app.page.get() != Page::Start {
        return Layout::Picture;
    }
    let asked = scene.with(|s| s.as_ref().map_or(Layout::Text, |s| s.layout));
    if asked == Layout::Picture { Layout::Strategy } else { asked }
}

fn body(app: App, scene: Memo<Option<Scene>>) -> Node {
    let how = Memo::new(move || layout(app, scene));
    // Scenes that show the same panels of the same page share them: charts move, nothing is built anew.
    let panels = Memo::new(move || {
        scene.with(|s| match s {
            Some(s) if s.layout == Layout::Picture => s.panels.clone(),
            _ => vec![Panel::Map, Panel::Ranking],
        })
    });
    let id = Memo::new(move || scene.with(|s| s.as_ref().map(|s| s.id.clone()).unwrap_or_default()));
    part(move || match how.get() {
        Layout::Picture => part(move || {
            let (page, panels) = (app.page.get(), panels.get());
            match page {
                Page::Indicator(indicator) if !panels.contains(&Panel::Page) => {
                    provide_context(panels);
                    when_loaded(indicator, |_| Node::None, pictures)
                }
                _ => many().kid(texts::head()).kid(el("div").class("nl-whole").kid(content(page))),
            }
        }),
        Layout::Title => texts::title(),
        Layout::Strategy => texts::strategy(),
        Layout::Findings => findings(),
        Layout::Text => texts::list(),
        Layout::Question => part(move || {
            let id = id.get();
            let shown: Shown = given();
            discussion(&id, shown.headline(app), shown.text(app))
        }),
    })
}

/// Headline and panels of one indicator.
fn pictures(id: IndicatorId) -> Node {
    let app = App::get();
    let subject = Subject::new(app, id);
    provide_context(subject);
    let shown: Shown = given();
    let panels: Vec<Panel> = given();
    // The scene's own words as long as it is the scene's own picture.
    let scripted = Memo::new(move || {
        let code = app.data.with(|d| d.indicator(id).id.clone());
        shown.scene.with(|s| {
            let state = s.as_ref().and_then(|s| s.state.as_deref()).unwrap_or_default();
            let path = state.split('?').next().unwrap_or_default();
            path.split_once('/').is_some_and(|(_, asked)| asked == code)
        })
    });
    let remarks = Memo::new(move || {
        let locale = app.locale.get();
        let of = |mark: &Remark| Callout {
            key: mark.period.map_or(Key::Area(mark.area), |p| Key::Point(mark.area, p)),
            text: mark.text.get(locale).to_owned(),
        };
        if !scripted.get() {
            return Vec::new();
        }
        shown.scene.with(|s| s.iter().flat_map(|s| &s.marks).map(of).collect())
    });
    provide_context(Remarks(remarks));
    let headline = move || {
        let written = if scripted.get() { shown.headline(app) } else { String::new() };
        if written.is_empty() { subject.headline.get() } else { written }
    };
    let panel = |panel: &Panel| match panel {
        Panel::Map | Panel::Page => map::map_panel(),
        Panel::Ranking => ranking::ranking_panel(),
        Panel::Time => develop::development_panel(),
        Panel::Table => table::table_panel(),
    };
    let several = panels.len() > 1;
    // What the words leave is for the pictures; a phone's slide is as long as they are.
    let (root, around) = (Slot::default(), app.around);
    keep_size(root, move |now| {
        let room = if shown.flows.get_untracked() { f64::INFINITY } else { now.height.max(160.0) };
        if around.room.get_untracked() != room {
            around.room.set(room);
        }
    });
    let said = move || if scripted.get() { shown.text(app) } else { String::new() };
    many()
        .kid(
            el("header")
                .class("nl-slide-head")
                .kid(el("h1").at("data-part", "headline").kid(title(headline)))
                .kid(part(move || {
                    let said = said();
                    (!said.is_empty()).then(|| el("p").class("nl-slide-text").kid(said))
                }))
                .kid(
                    el("p")
                        .class("nl-sub")
                        .at("data-part", "subtitle")
                        .kid(text(move || subject.with(subtitle))),
                ),
        )
        .kid(
            el("div")
                .class("nl-panels")
                .held(root)
                .at("data-panels", if several { "2" } else { "1" })
                .kid(panels.iter().map(panel).collect::<Node>()),
        )
        .kid(el("div").class("nl-live").kid(controls::controls()))
}

/// The words of the stage in the reader's language.
pub fn words(app: App) -> &'static crate::view::words::stage::StageWords {
    stage(app.locale.get())
}
