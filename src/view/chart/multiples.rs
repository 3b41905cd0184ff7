//! Small multiples: a panel per area on one shared scale, its line strong before all others' in
//! grey and the county's dark. In rows by name, or as a tile map that keeps the geography.

mod assign;
mod marks;
mod place;
pub mod tiles;

use crate::base::{geom::Size, id::AreaId, period::Period};
use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Format, Look, Role},
    scene::Scene,
};

pub use marks::{marks, over};
pub use place::{Placed, PlacedPanel, height, place};
pub use tiles::Tile;

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// One panel per area, in reading order.
    pub panels: Vec<Panel>,
    /// The panels' tiles, one each; in rows when empty.
    pub tiles: Vec<Tile>,
    /// The county's values, one per period; empty where it is no level to compare with.
    pub county: Vec<Option<f64>>,
    /// Periods of every line's values, ascending.
    pub periods: Vec<Period>,
    /// First periods of new series; lines do not cross them.
    pub breaks: Vec<Period>,
    /// How values are written.
    pub format: Format,
    /// What the strokes stand for: the panel's own area, the county, the others; empty ones do
    /// not occur.
    pub keys: [String; 3],
    /// What is said under panels too small for axes.
    pub scale: String,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
    /// One entry per period; `None` breaks the line.
    pub values: Vec<Option<f64>>,
    /// Said in place of the line where there is none.
    pub missing: String,
}

/// The picture. Its targets are the values of each panel's own area, panel by panel in time.
pub fn scene(spec: &Multiples, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), size, look)
}

impl Chart for Multiples {
    fn height(&self, width: f64, look: &Look<'_>) -> f64 {
        height(self, width, look)
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
