//! The indicator as it is shown now: derived once, shared by all panels of the page.

use std::sync::Arc;

use crate::ui::signal::{Memo, RwSignal};

use crate::analysis::{classify::Classes, finding::Finding};
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::Locale,
    period::Period,
};
use crate::model::Table;
use crate::ui::context::{App, Data, given};
use crate::ui::picture::Item;
use crate::ui::tween::rested;
use crate::view::spec::{Reading, Shown, map, told};

use super::ranking::items_of;

/// Most areas that are written and moved at every step of the period.
pub const AT_ONCE: usize = 60;

/// Everything a picture's spec is made from, owned.
#[derive(Clone)]
pub struct Held {
    pub data: Data,
    pub id: IndicatorId,
    pub table: Arc<Table>,
    pub reading: Reading,
    pub pinned: Vec<AreaId>,
    pub locale: Locale,
    pub period: Option<Period>,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
            && self.id == other.id
            && Arc::ptr_eq(&self.table, &other.table)
            && self.reading == other.reading
            && self.pinned == other.pinned
            && self.locale == other.locale
            && self.period == other.period
    }
}

impl Held {
    /// Borrowed as the pictures want it.
    pub fn shown(&self) -> Shown<'_> {
        Shown {
            data: &self.data,
            id: self.id,
            table: &self.table,
            reading: self.reading,
            pinned: &self.pinned,
            locale: self.locale,
        }
    }
}

/// The page's derived signals.
#[derive(Clone, Copy)]
pub struct Subject {
    /// What is shown, at the period shown.
    pub held: Memo<Held>,
    /// The same for tables and texts read aloud: with more than [`AT_ONCE`] areas, when the period
    /// has come to rest. Nobody reads hundreds of values while they change, and writing them takes
    /// longer than drawing the pictures.
    pub calm: RwSignal<Held>,
    /// The same without the period: what does not change while years play.
    pub steady: Memo<Held>,
    /// Periods of the slider.
    pub periods: Memo<Vec<Period>>,
    /// The period shown.
    pub period: Memo<Option<Period>>,
    /// The map's classes, the same for all periods unless asked for those of the one shown.
    pub classes: Memo<Option<Classes>>,
    /// Facts of the headline.
    pub finding: Memo<Option<Finding>>,
    /// The finding in words.
    pub headline: Memo<String>,
    /// The areas as options of the pictures, from highest to lowest.
    pub items: Memo<Vec<Item>>,
}

impl Subject {
    /// Derives everything for one indicator, whose values are loaded.
    pub fn new(app: App, id: IndicatorId) -> Self {
        let reading = Memo::new(move || {
            app.data.with(|d| {
                d.table(id).map_or(Reading::One(Default::default()), |t| app.state.with(|s| s.reading(t)))
            })
        });
        let pinned = Memo::new(move || app.state.with(|s| s.pinned.clone()));
        let wanted = Memo::new(move || app.state.with(|s| s.period));
        let steady = Memo::new(move || {
            let data = app.data.get();
            let table = data.table(id).cloned().unwrap_or_default();
            Held {
                data,
                id,
                table,
                reading: reading.get(),
                pinned: pinned.get(),
                locale: app.locale.get(),
                period: None,
            }
        });
        let periods = Memo::new(move || steady.with(|h| h.shown().periods()));
        let period = Memo::new(move || steady.with(|h| h.shown().period(wanted.get())));
        let held = Memo::new(move || Held { period: period.get(), ..steady.get() });
        let method = Memo::new(move || app.state.with(|s| (s.method, s.classes, s.own_classes)));
        let classes = Memo::new(move || {
            let (method, count, own) = method.get();
            let only = if own { period.get() } else { None };
            steady.with(|h| map::classes(&h.shown(), method, count, only))
        });
        let facts = Memo::new(move || held.with(|h| h.period.map(|p| told::facts(&h.shown(), p))));
        let headline = Memo::new(move || held.with(|h| facts.with(|f| words_of(h, f.as_ref()))));
        let calm = rested(held, |h| h.shown().areas().len() > AT_ONCE);
        let items = Memo::new(move || calm.with(items_of));
        Self { held, calm, steady, periods, period, classes, finding: facts, headline, items }
    }

    /// The page's subject.
    pub fn get() -> Self {
        given()
    }

    /// Something of what is shown now.
    pub fn with<T>(&self, of: impl FnOnce(&Held) -> T) -> T {
        self.held.with(of)
    }

    /// What a file with this picture is about: the indicator, the picture, the period.
    pub fn file(&self, app: App, picture: &str) -> String {
        let period = self.period.get().map(|p| p.to_string()).unwrap_or_default();
        let id = self.steady.with(|h| h.id);
        app.data.with(|d| format!("{} {picture} {period}", d.indicator(id).id))
    }

    /// Goes this many periods on or back.
    pub fn step(&self, app: App, by: i32) {
        if app.fixed.get_untracked().year {
            return;
        }
        let Some(now) = self.period.get_untracked() else { return };
        let next = self.periods.with_untracked(|periods| {
            let at = periods.iter().position(|&p| p == now)?;
            let to = if by < 0 { at.checked_sub(1)? } else { at + 1 };
            periods.get(to).copied()
        });
        if let Some(next) = next {
            app.state.update(|s| s.period = Some(next));
            app.said.set((app.words().said_year)(&next.to_string()));
        }
    }
}

fn words_of(held: &Held, finding: Option<&Finding>) -> String {
    let shown = held.shown();
    match (finding, held.period) {
        (Some(finding), Some(period)) => told::headline(&shown, period, finding),
        _ => shown.indicator().title.get(held.locale).to_owned(),
    }
}
