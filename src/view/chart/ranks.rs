//! Places over time: a line per area from place to place, named at both ends. Areas that share a
//! place stand below each other, held together by a clasp.

mod marks;
mod place;

use crate::base::{geom::Size, id::AreaId, period::Period};

use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Look, Role},
    scene::Scene,
};

pub use marks::{marks, over};
pub use place::{Placed, PlacedLine, Spot, height, place};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    /// The areas in reading order.
    pub lines: Vec<Line>,
    /// Periods of every line's places, ascending.
    pub periods: Vec<Period>,
    /// First periods of new series and what changed; lines do not cross them.
    pub breaks: Vec<(Period, String)>,
    /// What the first place means.
    pub order: String,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
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
    /// Its place from 1, one per period; shared ones are equal. `None` breaks the line.
    pub places: Vec<Option<usize>>,
}

/// The picture. Its targets are the places, area by area, in time.
pub fn scene(spec: &Ranks, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

impl Chart for Ranks {
    fn height(&self, _: f64, _: &Look<'_>) -> f64 {
        height(self)
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = place(self, size, look);
        let scene = marks(self, &placed, look);
        let spec = self.clone();
        Drawn {
            scene,
            over: Box::new(move |look, key, period| over(&spec, &placed, look, key, period, "")),
            find: None,
        }
    }
}
