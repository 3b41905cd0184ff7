//! What every component can reach: the data, the state, where the reader points.

use std::sync::Arc;

use crate::ui::signal::{Callback, Memo, RwSignal};
use leptos::prelude::*;

use crate::base::{
    color::{Mode, Theme},
    id::{AreaId, IndicatorId},
    locale::Locale,
};
use crate::model::{Dataset, Region};
use crate::view::{
    scene::Key,
    words::{
        Words,
        figures::{Figures, figures},
        words,
    },
};

use super::app::Staging;
use super::env::Surroundings;
use super::state::{Page, ViewState};

/// A dataset that is compared by identity: comparing its content at every step would be slow.
#[derive(Clone)]
pub struct Data(pub Arc<Dataset>);

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Data {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.0
    }
}

/// What a host has decided for the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The pinned areas.
    pub area: bool,
    /// The period.
    pub year: bool,
}

/// Values in files of their own: how to ask the host for them, and what has not come.
#[derive(Clone, Copy)]
pub struct Loader {
    /// Asks for an indicator's values. What has been asked for and what is lost is not asked for again.
    pub ask: Callback<IndicatorId>,
    /// Indicators whose values did not come, each with the file and what is wrong.
    pub lost: RwSignal<Vec<(IndicatorId, String)>>,
}

impl Loader {
    /// Asks once more for what is lost.
    pub fn ask_again(self, id: IndicatorId) {
        self.lost.update(|lost| lost.retain(|(at, _)| *at != id));
        self.ask.run(id);
    }

    /// What is wrong with an indicator's values, where they did not come.
    pub fn fault(self, id: IndicatorId) -> Option<String> {
        self.lost.with(|lost| lost.iter().find(|(at, _)| *at == id).map(|(_, fault)| fault.clone()))
    }
}

/// The shared context, all of it signals.
#[derive(Clone, Copy)]
pub struct App {
    /// The bundle.
    pub data: RwSignal<Data>,
    /// What is shown; the address holds all of it.
    pub state: RwSignal<ViewState>,
    /// What the reader points at, by pointer or keyboard; passes with the moment.
    pub pointing: RwSignal<Option<Key>>,
    /// The last thing said to screen readers.
    pub said: RwSignal<String>,
    /// The browser's surroundings.
    pub around: Surroundings,
    /// Values in files of their own.
    pub loader: Loader,
    /// Turns a state into an address.
    pub address: Callback<ViewState, String>,
    /// Told when a map stands.
    pub first_map: Callback<()>,
    /// What the reader may not change.
    pub fixed: RwSignal<Fixed>,
    /// The stage, where there can be one.
    pub staging: Option<Staging>,
    /// Whether every picture is SVG, as paper wants it.
    pub vector: bool,
    /// Whether the patterns of missing values stand beside the page, which may then be one of several.
    pub patterned: bool,
    /// Light, dark, print or contrast.
    pub mode: Memo<Mode>,
    /// The reader's language.
    pub locale: Memo<Locale>,
    /// Which page is shown.
    pub page: Memo<Page>,
}

/// What a part further out has provided: `expect_context`, whose panic names the type and, with that,
/// brings two kilobytes that write any text with escapes.
#[expect(
    clippy::expect_used,
    reason = "a part outside what it belongs to is a fault of the program, seen at once"
)]
pub fn given<T: Clone + 'static>() -> T {
    use_context().expect("a part is not where it belongs")
}

impl App {
    /// The context of this page.
    pub fn get() -> Self {
        given()
    }

    /// Whether the bundle's indicators follow a strategy with focus areas.
    pub fn has_plan(&self) -> bool {
        self.data.with(|d| !d.strategy().focus_areas.is_empty())
    }

    /// What the indicators are called that belong to no focus area.
    pub fn unplanned(&self) -> &'static str {
        if self.has_plan() { self.words().background } else { self.words().indicators_word }
    }

    /// The theme in use.
    pub fn theme(&self) -> &'static Theme {
        Theme::of(self.mode.get())
    }

    /// The words of the reader's language.
    pub fn words(&self) -> &'static Words {
        words(self.locale.get())
    }

    /// The words of rows and figures in the reader's language.
    pub fn figures(&self) -> &'static Figures {
        figures(self.locale.get())
    }

    /// The area's name in the reader's language.
    pub fn name(&self, area: AreaId) -> String {
        let locale = self.locale.get();
        self.data.with(|d| d.regions().get(area).name.get(locale).to_owned())
    }

    /// Something of one region.
    pub fn region<T>(&self, area: AreaId, of: impl FnOnce(&Region) -> T) -> T {
        self.data.with(|d| of(d.regions().get(area)))
    }

    /// Pins the area or lets it go, and says so.
    pub fn toggle(&self, area: AreaId) {
        if self.fixed.get_untracked().area {
            return;
        }
        let mut done = true;
        self.state.update(|s| done = s.toggle(area));
        let name = self.name(area);
        let w = self.words();
        let pinned = self.state.with_untracked(|s| s.pin_of(area).is_some());
        self.said.set(match (done, pinned) {
            (false, _) => w.pins_full.to_owned(),
            (true, true) => (w.pinned)(&name),
            (true, false) => (w.unpinned)(&name),
        });
    }

    /// The address of the same state with one thing changed.
    pub fn href(&self, change: impl FnOnce(&mut ViewState)) -> String {
        let mut state = self.state.get();
        change(&mut state);
        self.address.run(state)
    }
}
