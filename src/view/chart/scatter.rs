//! Two indicators at once: an area a dot as large as its population, the county's values as a
//! cross, the least-squares line, and the ways the areas have come.

mod labels;
mod marks;
mod place;

use crate::base::{geom::Size, id::AreaId, period::Period};
use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Format, Look, Role},
    scene::Scene,
};

pub use labels::Label;
pub use marks::{marks, over};
pub use place::{Placed, PlacedDot, height, place};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// The areas with both values, in reading order.
    pub dots: Vec<Dot>,
    /// Along and up.
    pub axes: [Axis; 2],
    /// The county's name at its lines.
    pub county: String,
    /// Both ends of the least-squares line; `None` where there is none.
    pub line: Option<[(f64, f64); 2]>,
    /// Whether all ways through the years are drawn, not only that of the area pointed at.
    pub trails: bool,
    /// What size and lines mean, below.
    pub note: String,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What is measured, and when.
    pub name: String,
    /// How values are written.
    pub format: Format,
    /// Lowest and highest value: of the period, or where ways are drawn of all.
    pub extent: (f64, f64),
    /// The county's value; `None` where it has none.
    pub county: Option<f64>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
    /// Its values along and up.
    pub at: (f64, f64),
    /// Its population as a part of the largest, 0–1; `None` where it is not known.
    pub size: Option<f64>,
    /// Whether it lies unlike the others far from the line.
    pub apart: bool,
    /// Its way to here, oldest first; broken where a series is.
    pub trail: Vec<Vec<Step>>,
    /// What a card says of it.
    pub said: Vec<String>,
}

/// One period of an area's way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// When.
    pub period: Period,
    /// The values along and up.
    pub at: (f64, f64),
}

/// The picture. Its targets are the areas.
pub fn scene(spec: &Scatter, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

impl Chart for Scatter {
    fn height(&self, width: f64, look: &Look<'_>) -> f64 {
        height(self, width, look)
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = place(self, size, look);
        let scene = marks(self, &placed, look);
        let spec = self.clone();
        Drawn { scene, over: Box::new(move |look, key, _| over(&spec, &placed, look, key)), find: None }
    }
}
