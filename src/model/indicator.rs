//! What is measured and how it should be read.

use std::sync::Arc;

use crate::base::{id::AreaId, locale::Locale, num::Finite, period::Period, text::Text, unit::Unit};

use super::{Group, Table};

/// Which way is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is wanted.
    Up,
    /// Less is wanted.
    Down,
    /// No judgement.
    None,
}

/// One indicator, without its values (those are [`super::Dataset::table`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Stable id; part of addresses.
    pub id: String,
    /// Short name, no unit.
    pub title: Text,
    /// Its name where room is short; the title where there is no shorter one.
    pub short: Text,
    /// Definite noun phrase in lower case that sentences are built around.
    pub subject: Text,
    /// What is measured.
    pub definition: Text,
    /// Share of whom, per whom.
    pub base: Text,
    /// Unit.
    pub unit: Unit,
    /// Decimals shown, 0–3.
    pub decimals: u8,
    /// Which way is wanted.
    pub direction: Direction,
    /// Index into the strategy's focus areas; none for background.
    pub focus_area: Option<usize>,
    /// Index into the strategy's priority areas.
    pub priority_area: Option<usize>,
    /// A level to reach.
    pub target: Option<Target>,
    /// Where the values come from.
    pub source: Source,
    /// How many years each value covers, ending with its period, where that is more than one; else 0.
    pub window: u32,
    /// First periods of new series, ascending: nothing is computed across.
    pub breaks: Vec<Break>,
    /// How far values may lie from what they stand for.
    pub margin: Option<Margin>,
    /// What a reader must know.
    pub caveats: Vec<Text>,
    /// Remarks at points in time.
    pub annotations: Vec<Annotation>,
}

/// A level to reach by a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// When.
    pub period: Period,
    /// How the level is set.
    pub level: TargetLevel,
    /// Whose target it is.
    pub text: Text,
}

/// How a target's level is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetLevel {
    /// The same value for everybody.
    Value(Finite),
    /// Each area's own value in `base`, times `factor`.
    Factor {
        /// The period whose value is multiplied.
        base: Period,
        /// The factor.
        factor: Finite,
    },
}

/// Where values come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The primary source; without English called the same in every language.
    pub publisher: Text,
    /// KPI or table id.
    pub table: Option<String>,
    /// Through whom it was read.
    pub via: Option<String>,
    /// What was computed on the way.
    pub processed: Option<Text>,
    /// Address, http(s) or relative.
    pub href: Option<String>,
    /// The source's terms.
    pub licence: Option<String>,
    /// When it was last asked, a day or a moment.
    pub retrieved: Option<String>,
    /// SHA-256 of what was read.
    pub sha256: Option<String>,
}

impl Source {
    /// The primary source, in brackets through whom it was read and under which id.
    pub fn named(&self, locale: Locale) -> String {
        let publisher = self.publisher.get(locale);
        let through: Vec<&str> = [self.via.as_deref(), self.table.as_deref()].into_iter().flatten().collect();
        if through.is_empty() {
            return publisher.to_owned();
        }
        format!("{publisher} ({})", through.join(" "))
    }
}

/// A change of definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// First period of the new series.
    pub period: Period,
    /// What changed.
    pub text: Text,
}

/// How far values may lie from what they stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// How wide it is.
    pub width: MarginWidth,
    /// First period whose values have it.
    pub from: Option<Period>,
    /// What it is and who says so.
    pub text: Text,
}

/// How wide a margin is.
#[derive(Clone, Debug, PartialEq)]
pub enum MarginWidth {
    /// The same for every value.
    Value(Finite),
    /// One for each value; none is below zero.
    Table(Arc<Table>),
}

impl Margin {
    /// The margin of one value, in the indicator's unit; `None` where the value has none.
    pub fn of(&self, area: AreaId, period: Period, group: Group) -> Option<f64> {
        if self.from.is_some_and(|from| period < from) {
            return None;
        }
        match &self.width {
            MarginWidth::Value(value) => Some(value.get()),
            MarginWidth::Table(table) => table.get(area, period, group).ok().map(Finite::get),
        }
    }
}

/// A remark at a point in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// When.
    pub period: Period,
    /// For one area only.
    pub area: Option<AreaId>,
    /// The remark.
    pub text: Text,
}
