//! The one writable state: what is shown, of whom, when, and how.

use crate::analysis::classify::Method;
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::Locale,
    period::Period,
};
use crate::model::{Group, Origin, Sex, Table};
use crate::view::spec::Reading;
use crate::view::{aspect::Aspect, choices::Choices};

pub use crate::view::spec::{matrix::Order, table::SortBy};

/// Most areas that can be pinned: one per selection colour.
pub const MOST_PINNED: usize = 6;

/// Which page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The strategy: from nuläge to önskvärt läge.
    #[default]
    Start,
    /// One indicator, all areas.
    Indicator(IndicatorId),
    /// One area, all indicators.
    Area(AreaId),
    /// All areas, all indicators.
    Overview,
}

/// On a stage: which scene, in which kind of window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnStage {
    /// The place of the scene in the story; may be past its end while there are no scenes.
    pub scene: usize,
    /// What the window is for.
    pub role: Role,
}

/// What a window is for while there is a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The one who speaks has one window, and everybody sees it.
    #[default]
    Stage,
    /// Notes, next scene, clock: for the speaker's eyes.
    Presenter,
    /// Follows, and cannot be led.
    Audience,
    /// The whole story on paper.
    Handout,
}

/// Which people the values are about, as far as sex goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum People {
    /// Everybody together.
    #[default]
    All,
    /// Women and men beside each other.
    Both,
    /// Women only.
    Women,
    /// Men only.
    Men,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything an address holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// Which page.
    pub page: Page,
    /// Which period; `None` is the latest there is.
    pub period: Option<Period>,
    /// Which people by sex.
    pub people: People,
    /// Which people by origin.
    pub origin: Origin,
    /// Areas held on to, in the order of their colours.
    pub pinned: Vec<AreaId>,
    /// How the map's values are put into classes.
    pub method: Method,
    /// Number of classes wanted, 3–7.
    pub classes: usize,
    /// Whether the classes are those of the period shown alone, not the same in all of them.
    pub own_classes: bool,
    /// The way the development is looked at.
    pub aspect: Aspect,
    /// What is chosen about ways to look.
    pub choices: Choices,
    /// What the overview is sorted by.
    pub order: Order,
    /// What the table is sorted by.
    pub sort: SortBy,
    /// Whether the table's order is turned round.
    pub turned: bool,
    /// Language.
    pub locale: Locale,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The scene that is told; `None` off the stage.
    pub stage: Option<OnStage>,
}

impl ViewState {
    /// The state a visitor starts in.
    pub fn new(locale: Locale) -> Self {
        Self {
            page: Page::Start,
            period: None,
            people: People::All,
            origin: Origin::Total,
            pinned: Vec::new(),
            method: Method::Natural,
            classes: 5,
            own_classes: false,
            aspect: Aspect::Levels,
            choices: Choices::default(),
            order: Order::default(),
            sort: SortBy::Value,
            turned: false,
            locale,
            theme: ThemeChoice::Auto,
            stage: None,
        }
    }

    /// The colour number of a pinned area.
    pub fn pin_of(&self, area: AreaId) -> Option<usize> {
        self.pinned.iter().position(|&a| a == area)
    }

    /// Pins the area, or lets it go. `false` when six are pinned already.
    pub fn toggle(&mut self, area: AreaId) -> bool {
        if let Some(at) = self.pin_of(area) {
            self.pinned.remove(at);
            return true;
        }
        let room = self.pinned.len() < MOST_PINNED;
        if room {
            self.pinned.push(area);
        }
        room
    }

    /// Who is shown, as far as this table can tell people apart.
    pub fn reading(&self, table: &Table) -> Reading {
        let origin = if table.groups().iter().any(|g| g.origin == self.origin) {
            self.origin
        } else {
            table.default_group().origin
        };
        let group = |sex| Group { sex, origin };
        let has = |sex| table.groups().contains(&group(sex));
        let sexes = table.has_sexes(origin);
        match self.people {
            People::Both if sexes => Reading::Both { women: group(Sex::Women), men: group(Sex::Men) },
            People::Women if has(Sex::Women) => Reading::One(group(Sex::Women)),
            People::Men if has(Sex::Men) => Reading::One(group(Sex::Men)),
            _ if has(Sex::Total) => Reading::One(group(Sex::Total)),
            // Some figures exist only for women and men, never for both together.
            _ if sexes => Reading::Both { women: group(Sex::Women), men: group(Sex::Men) },
            _ => Reading::One(table.default_group()),
        }
    }
}
