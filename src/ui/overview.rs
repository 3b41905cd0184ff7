//! All indicators by all areas on one screen, sortable by any of either.

use crate::base::{
    geom::{Point, Size},
    id::{AreaId, IndicatorId},
};
use crate::view::{
    chart::matrix::{self as chart, Matrix},
    hit::hit,
    scene::{Key, Scene},
    spec::{compared, furthest, matrix as spec, method::Method},
    words::{
        aspects::aspects, furthest::furthest as furthest_words, matrix::matrix as told, overview::overview,
    },
};

use super::context::App;
use super::dom::{El, Node, el, many, text};
use super::env::with_look;
use super::fold::fold;
use super::form::select;
use super::grid::grid;
use super::method::methods;
use super::plot::Plot;
use super::signal::{Callback, Memo, RwSignal};
use super::state::Page;
use super::svg::patterns;
use super::take::picture_menu;
use super::trail::trail;
use super::walk::{Walk, walk};

/// The page.
pub fn overview_page() -> Node {
    let app = App::get();
    let county = move || {
        let locale = app.locale.get();
        app.data.with(|d| (told(locale).title)(d.regions().get(d.regions().county()).name.get(locale)))
    };
    let (menu, matrix) = the_matrix(app);
    let page = el("div")
        .class("nl-overview")
        .kid(trail(Page::Overview))
        .kid(el("div").class("nl-controls").kid(rows_by(app)).kid(columns_by(app)).kid(menu))
        .kid(el("h1").at("data-part", "headline").kid(text(county)))
        .kid(
            el("p")
                .class("nl-sub")
                .at("data-part", "told")
                .at("data-take-told", "")
                .kid(text(move || app.data.with(|d| spec::desc(d, app.locale.get())))),
        )
        .kid(
            el("p")
                .class("nl-sub")
                .at("data-part", "furthest")
                .kid(text(move || app.data.with(|d| furthest::told(d, app.locale.get())))),
        )
        .kid(matrix)
        .kid(
            el("div")
                .class("nl-more-of-it")
                .kid(el("p").class("nl-small nl-muted").kid(text(move || overview(app.locale.get()).help)))
                .kid(numbers(app))
                .kid(methods("matrix-how", move || {
                    let locale = app.locale.get();
                    let how = told(locale).how.to_owned() + furthest_words(locale).how;
                    vec![(String::new(), Method::of_all(&how, locale))]
                })),
        );
    many().kid(patterns()).kid(page)
}

fn sort_rows(app: App, area: Option<AreaId>) {
    app.state.update(|s| s.order.area = area);
    let w = overview(app.locale.get_untracked());
    let name = area.map_or_else(|| w.strategy_order.to_owned(), |a| app.name(a));
    app.said.set((w.said_rows)(&name));
}

fn sort_columns(app: App, indicator: Option<IndicatorId>) {
    app.state.update(|s| s.order.indicator = indicator);
    let locale = app.locale.get_untracked();
    let w = overview(locale);
    let title = |id| app.data.with_untracked(|d| d.indicator(id).title.get(locale).to_owned());
    app.said.set((w.said_columns)(&indicator.map_or_else(|| w.by_name.to_owned(), title)));
}

fn rows_by(app: App) -> El {
    let choices = move || {
        let (locale, taken) = (app.locale.get(), app.state.with(|s| s.order.area));
        let mut all = vec![(String::new(), overview(locale).strategy_order.to_owned(), taken.is_none())];
        app.data.with(|d| {
            for &area in d.regions().members() {
                let region = d.regions().get(area);
                all.push((region.code.clone(), region.name.get(locale).to_owned(), taken == Some(area)));
            }
        });
        vec![(String::new(), all)]
    };
    let choose = move |code: String| sort_rows(app, app.data.with_untracked(|d| d.regions().by_code(&code)));
    select(move || overview(app.locale.get()).rows_by, "rows-by", choices, choose)
}

fn columns_by(app: App) -> El {
    let choices = move || {
        let (locale, taken) = (app.locale.get(), app.state.with(|s| s.order.indicator));
        let mut all = vec![(String::new(), overview(locale).by_name.to_owned(), taken.is_none())];
        app.data.with(|d| {
            for id in d.ids() {
                let indicator = d.indicator(id);
                all.push((indicator.id.clone(), indicator.title.get(locale).to_owned(), taken == Some(id)));
            }
        });
        vec![(String::new(), all)]
    };
    let choose = move |id: String| sort_columns(app, app.data.with_untracked(|d| d.by_id(&id)));
    select(move || overview(app.locale.get()).columns_by, "columns-by", choices, choose)
}

/// The menu of the picture, and the picture.
fn the_matrix(app: App) -> (Node, El) {
    // It is about everything: values in files of their own are asked for at once.
    let ids = app.data.with_untracked(|d| d.ids().filter(|&id| d.table(id).is_none()).collect::<Vec<_>>());
    ids.into_iter().for_each(|id| app.loader.ask.run(id));
    let size = RwSignal::new(Size::default());
    let matrix: Memo<Matrix> = Memo::new(move || {
        let (order, pinned) = app.state.with(|s| (s.order, s.pinned.clone()));
        app.data.with(|d| spec::matrix(d, &pinned, order, None, app.locale.get()))
    });
    let extent = Memo::new(move || {
        let (width, theme) = (size.get().width, app.theme());
        let tall = |m: &Matrix| with_look(theme, app.locale.get(), |look| chart::height(m, width, look));
        Size::new(width, if width > 1.0 { matrix.with(tall) } else { 0.0 })
    });
    let placed = Memo::new(move || {
        let (extent, theme) = (extent.get(), app.theme());
        (extent.width > 1.0).then(|| {
            matrix.with(|m| with_look(theme, app.locale.get(), |look| chart::place(m, extent, look)))
        })
    });
    let scene = Memo::new(move || {
        let theme = app.theme();
        placed.with(|p| match p {
            Some(p) => matrix.with(|m| with_look(theme, app.locale.get(), |look| chart::marks(m, p, look))),
            None => Scene::default(),
        })
    });
    let said = move |key: Option<Key>| match key {
        Some(Key::Cell(id, area)) => app.data.with(|d| spec::told(d, id, area, app.locale.get())),
        // Its row has room for the short name only.
        Some(Key::Indicator(id)) => {
            vec![app.data.with(|d| d.indicator(id).title.get(app.locale.get()).to_owned())]
        }
        Some(Key::Area(area)) => vec![app.name(area)],
        _ => Vec::new(),
    };
    let over = Memo::new(move || {
        let (extent, theme, key) = (extent.get(), app.theme(), app.pointing.get());
        let said = said(key);
        placed.with(|p| match p {
            Some(p) => matrix.with(|m| {
                with_look(theme, app.locale.get(), |look| chart::over(m, p, extent, look, key, &said))
            }),
            None => Scene::default(),
        })
    });
    let open = move |key: Key| match key {
        Key::Cell(id, area) => app.state.update(|s| {
            s.page = Page::Indicator(id);
            s.period = app.data.with_untracked(|d| compared::period(d, id));
            if s.pin_of(area).is_none() {
                s.toggle(area);
            }
        }),
        Key::Area(area) => sort_rows(app, Some(area)),
        Key::Indicator(id) => sort_columns(app, Some(id)),
        Key::Point(..) | Key::Class(_) | Key::Period(_) => {}
    };
    let height = Memo::new(move || extent.get().height);
    let find = Callback::new(move |p: Point| scene.with_untracked(|s| hit(s, p, 0.0)));
    let shown = walk(Walk {
        part: "matrix",
        plot: Plot { size, height, scene, over, find },
        said: Callback::new(move |key| said(Some(key))),
        open: Callback::new(open),
    });
    let file = move || app.data.with(|d| format!("{} {}", d.meta().id, overview(app.locale.get()).name));
    (picture_menu(app, scene, file), shown)
}

/// The same as a table.
fn numbers(app: App) -> El {
    let table = move || {
        let (order, locale) = (app.state.with(|s| s.order), app.locale.get());
        app.data.with(|d| grid(&spec::grid(d, order, None, locale), aspects(locale).as_table)).into()
    };
    fold("matrix-table", move || aspects(app.locale.get()).as_table, table).class("nl-fold")
}
