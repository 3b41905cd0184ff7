//! All indicators by all areas: a cell for each, coloured by how far it lies from the county on the
//! wanted or the other side. Rows stand in as many columns of panels as the width holds.

mod marks;
mod place;

use crate::{
    base::{
        geom::Size,
        id::{AreaId, IndicatorId},
    },
    model::Missing,
};

use crate::view::{
    look::{Look, Role},
    scene::Scene,
};

pub use marks::{marks, over};
pub use place::{Placed, PlacedCell, PlacedLine, height, place};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The areas, in the order of their columns.
    pub columns: Vec<Column>,
    /// The indicators by focus area.
    pub sections: Vec<Section>,
    /// Most panels beside each other.
    pub panels: usize,
    /// What the colours mean.
    pub legend: Legend,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
}

/// The indicators of one focus area.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name.
    pub title: String,
    /// Its name where it goes on in the next panel.
    pub continued: String,
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
    /// Said in place of the cells where they cannot be compared; else empty.
    pub note: String,
    /// One per column.
    pub cells: Vec<Entry>,
}

/// One indicator in one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it is coloured.
    pub shade: Shade,
    /// The value, short, without unit; empty where there is none.
    pub value: String,
}

/// How a cell is coloured; steps count from the county, 0 is near it, 3 furthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// −3 to −1 on the other side, 1 to 3 on the wanted side.
    Judged(i8),
    /// No direction is wanted: how far, whichever way.
    Plain(i8),
    /// No value.
    Missing(Missing),
}

/// What the colours mean, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// On the other side.
    pub worse: String,
    /// On the wanted side.
    pub better: String,
    /// No direction; empty where every indicator has one.
    pub neutral: String,
    /// Reasons for missing values that occur.
    pub missing: Vec<(Missing, String)>,
    /// What signs after names of indicators mean.
    pub remarks: Vec<String>,
}

/// The picture. Its targets are names of areas, then row by row the name and the cells.
pub fn scene(spec: &Matrix, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}
