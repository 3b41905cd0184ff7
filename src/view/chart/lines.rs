//! Values over time: everybody as grey lines, county, nation and the selected ones on top,
//! named at their ends.

pub mod ends;
mod focus;
mod frame;
mod marks;
mod place;

use crate::base::{
    geom::Size,
    id::AreaId,
    locale::{Locale, signed},
    num::clamp,
    period::Period,
};

use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Format, Look, Role},
    scene::Scene,
};

pub use focus::{focus, over};
pub use place::{Placed, PlacedLine, PlacedPanel, place};

/// Narrower than this, several panels stand on top of each other, CSS px.
const STACKED: f64 = 620.0;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// One, or several that share their scales (women | men).
    pub panels: Vec<Panel>,
    /// Periods of every line's values, ascending.
    pub periods: Vec<Period>,
    /// Spans of time to shade.
    pub events: Vec<Span>,
    /// First periods of new series and what changed; lines do not cross them.
    pub breaks: Vec<(Period, String)>,
    /// A level to reach.
    pub target: Option<TargetMark>,
    /// A level everything is compared with; always within the scale.
    pub level: Option<Level>,
    /// How values are written.
    pub format: Format,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// Lines in one frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Whom it shows, where there are several panels.
    pub title: Option<String>,
    /// Its lines, in reading order.
    pub lines: Vec<Line>,
}

/// One area over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
    /// One entry per period of [`Lines::periods`]; `None` breaks the line.
    pub values: Vec<Option<f64>>,
}

/// A span of time to shade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First period.
    pub from: Period,
    /// Last period, included.
    pub to: Period,
    /// Its name.
    pub label: String,
}

/// A level to reach by a period.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    /// When.
    pub period: Period,
    /// The level.
    pub value: f64,
    /// “Mål 2030”, without the value.
    pub label: String,
}

/// A level to compare with, and what its two sides mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The level.
    pub value: f64,
    /// Written in place of its number on the axis; may be empty.
    pub label: String,
    /// What lies above; may be empty.
    pub above: String,
    /// What lies below; may be empty.
    pub below: String,
    /// Whether values are differences from it, written with a sign.
    pub signed: bool,
}

impl Lines {
    /// A value as this chart writes it, without unit.
    pub fn write(&self, value: f64, locale: Locale) -> String {
        if self.level.as_ref().is_some_and(|l| l.signed) {
            signed(locale, value, self.format.decimals)
        } else {
            self.format.bare(value, locale)
        }
    }
}

/// The picture. Its targets are the points, area by area, in time.
pub fn scene(spec: &Lines, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), size, look)
}

/// The picture of a chart that is placed already.
pub fn marks(spec: &Lines, placed: &Placed, size: Size, look: &Look) -> Scene {
    marks::scene(spec, placed, size, look)
}

impl Chart for Lines {
    fn height(&self, width: f64, _: &Look<'_>) -> f64 {
        let one = clamp(width * 0.52, 320.0, 440.0);
        if self.panels.len() > 1 && width < STACKED { one * 1.8 } else { one }
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = place(self, size, look);
        let scene = marks(self, &placed, size, look);
        let spec = self.clone();
        Drawn {
            scene,
            over: Box::new(move |look, key, period| over(&spec, &placed, size, look, key, period)),
            find: None,
        }
    }
}
