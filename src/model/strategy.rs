//! Goals › focus areas › priority areas › indicators, and the findings.

use crate::base::{id::IndicatorId, period::Period, text::Text};

use super::Direction;

/// The strategy that is followed up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strategy {
    /// Its name.
    pub title: Text,
    /// Övergripande mål.
    pub overall_goals: Vec<Text>,
    /// Kraftsamlingar, with their findings and indicators.
    pub focus_areas: Vec<FocusArea>,
    /// Prioriterade områden.
    pub priority_areas: Vec<Text>,
}

/// A focus area.
#[derive(Clone, Debug, PartialEq)]
pub struct FocusArea {
    /// Stable id; part of addresses.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its name where space is short.
    pub short: Text,
    /// What is followed up here; may be empty.
    pub intro: Text,
    /// Its indicators in bundle order.
    pub indicators: Vec<IndicatorId>,
    /// Its findings.
    pub findings: Vec<Finding>,
}

/// A finding of the follow-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// In words.
    pub text: Text,
    /// Which way is wanted.
    pub desired: Direction,
    /// The indicators that carry it.
    pub indicators: Vec<IndicatorId>,
    /// Why no figures carry it.
    pub without_figures: Option<Text>,
}

/// A span of time to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// First period.
    pub from: Period,
    /// Last period, included.
    pub to: Period,
    /// Its name.
    pub title: Text,
}
