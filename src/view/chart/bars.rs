//! Areas ranked by value: bars from zero, or women and men as two dots on a line.

mod marks;
mod place;

use crate::{
    analysis::uncertainty::is_within,
    base::{geom::Size, id::AreaId},
    model::Cell,
};

use crate::view::{
    look::{Format, Look, Role},
    scene::{Key, Scene},
};

pub use marks::{focus, marks, over};
pub use place::{Placed, PlacedReference, PlacedRow, place, tween};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The rows, already in the order they are shown in. Those without a value are moved below, and
    /// below them stand those to compare with.
    pub rows: Vec<Row>,
    /// Levels to compare with (county, nation), as labelled vertical lines.
    pub references: Vec<Reference>,
    /// What the two values of a row are called, women first; where rows have them.
    pub sexes: Option<[String; 2]>,
    /// What is said of two values that may be no different.
    pub within: &'static str,
    /// How values are written.
    pub format: Format,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
    /// Whether it is not ranked but stands below, to compare with: county and nation beside dots.
    pub beside: bool,
    /// Its value, or why there is none.
    pub value: Cell,
    /// How far the value (of two dots, the difference) may lie from what it stands for, where known.
    pub margin: Option<f64>,
    /// Women's and men's values: the row becomes two dots.
    pub pair: Option<(Cell, Cell)>,
    /// Why there is no value, in words; shown only where there is none.
    pub missing: String,
    /// Colour of its class on the map, for bars that are neither selected nor county nor nation.
    pub class: Option<crate::base::color::Color>,
}

impl Row {
    /// Whether anything can be drawn.
    pub fn has_value(&self) -> bool {
        match self.pair {
            Some((women, men)) => women.is_ok() || men.is_ok(),
            None => self.value.is_ok(),
        }
    }

    /// Whether there may be no difference between its two values.
    pub fn is_open(&self) -> bool {
        let Some((Ok(women), Ok(men))) = self.pair else { return false };
        is_within(women.get() - men.get(), self.margin, None)
    }
}

/// A level to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// County or nation.
    pub role: Role,
    /// Its name, short: “Länet”.
    pub name: String,
    /// Its value.
    pub value: f64,
}

/// Height the chart wants for its rows and references, px.
pub fn height(spec: &Bars) -> f64 {
    place::header(spec, spec.references.len().min(2)) + spec.rows.len() as f64 * 24.0 + place::footer(spec)
}

/// The picture. Its targets are the ranked rows from top to bottom, each over the whole width.
pub fn scene(spec: &Bars, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

/// The target of a row, if the key is about an area shown here.
pub(super) fn area_of(key: Option<Key>) -> Option<AreaId> {
    key.and_then(Key::area)
}
