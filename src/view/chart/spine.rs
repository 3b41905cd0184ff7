//! An area's profile: for each indicator where it lies between the worst and the best of its like,
//! with the middle half as a band and county and nation as marks.

mod marks;
mod place;

use crate::base::{
    geom::Size,
    id::{AreaId, IndicatorId},
};
use crate::view::{
    chart::drawn::{Chart, Drawn},
    look::{Look, Role},
    scene::Scene,
};

pub use marks::{marks, over};
pub use place::{Placed, PlacedRow, height, place};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Spine {
    /// The area.
    pub area: AreaId,
    /// How strong it is.
    pub role: Role,
    /// The indicators by focus area.
    pub sections: Vec<Section>,
    /// What the marks stand for: area, county, nation, band, an area worse and better than the county,
    /// rows without a direction; then what a sign after names of indicators means. Empty ones do not
    /// occur.
    pub keys: [String; 8],
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// The indicators of one focus area.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name.
    pub title: String,
    /// Over the left and the right end of the tracks.
    pub ends: [String; 2],
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// Its name where that is too long.
    pub narrow: String,
    /// The same beside a value with its unit, which says what it is per.
    pub beside: String,
    /// The area's value with its unit; empty where there is none.
    pub value: String,
    /// The same without unit, for where room is short.
    pub short: String,
    /// Said in place of the marks or of the area's mark; empty where all is there.
    pub note: String,
    /// Where everything lies; `None` where nothing is compared.
    pub track: Option<Track>,
    /// What a card says of it.
    pub said: Vec<String>,
}

/// Positions from 0, the worst of the areas, to 1, the best; without a direction from the lowest to
/// the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// The area.
    pub area: Option<f64>,
    /// Steps from the county, −3 to 3, positive on the wanted side; `None` without a direction.
    pub step: Option<i8>,
    /// The county; outside 0–1 where no single area is as far out.
    pub county: Option<f64>,
    /// The nation; may lie outside.
    pub nation: Option<f64>,
    /// Where the middle half of the areas begins and ends.
    pub half: (f64, f64),
    /// The middle area.
    pub median: f64,
}

/// The picture. Its targets are the rows.
pub fn scene(spec: &Spine, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

impl Chart for Spine {
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
