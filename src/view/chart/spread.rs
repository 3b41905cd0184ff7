//! How far apart areas lie, period by period: every area a dot beside its equals, the span from
//! lowest to highest shaded, median and weighted mean as lines, a measure of spread below.

mod marks;
mod over;
mod place;
mod swarm;

use crate::base::{geom::Size, id::AreaId, num::clamp, period::Period};

use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Format, Look, Role},
    scene::Scene,
};

pub use marks::marks;
pub use over::over;
pub use place::{Placed, PlacedColumn, PlacedDot, place};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The areas in reading order.
    pub areas: Vec<Area>,
    /// One per period, ascending.
    pub columns: Vec<Column>,
    /// First periods of new series and what changed; no line crosses them.
    pub breaks: Vec<(Period, String)>,
    /// What the median's and the weighted mean's lines are called.
    pub names: [String; 2],
    /// The measure below.
    pub below: Below,
    /// How values are written.
    pub format: Format,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// When.
    pub period: Period,
    /// One per area.
    pub values: Vec<Option<f64>>,
    /// The middle value; `None` where too few areas have one.
    pub median: Option<f64>,
    /// The mean weighted by inhabitants; `None` where it cannot be computed.
    pub weighted: Option<f64>,
    /// The measure of spread; `None` where it cannot be computed.
    pub measure: Option<f64>,
}

/// The measure of spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Below {
    /// Its name.
    pub name: String,
    /// How it is written.
    pub format: Format,
}

/// The picture. Its targets are the dots, area by area, in time.
pub fn scene(spec: &Spread, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

impl Chart for Spread {
    fn height(&self, width: f64, _: &Look<'_>) -> f64 {
        clamp(width * 0.58, 400.0, 520.0)
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = place(self, size, look);
        let scene = marks(self, &placed, look);
        let spec = self.clone();
        Drawn {
            scene,
            over: Box::new(move |look, key, period| over(&spec, &placed, look, key, period)),
            find: None,
        }
    }
}
