//! Names on the map: inside their area where they fit, else beside the map with a hairline;
//! never on each other.

pub(in crate::view) mod choose;
pub(in crate::view) mod options;

use crate::base::geom::{Point, Rect, Size};

use crate::view::{
    look::Look,
    mark::{Font, Weight},
};

use super::{cover::Cover, placed::PlacedArea};

use options::{Place, Want};

/// The longest hairline to a name: any up to 16 areas, a short one up to 40, none beyond, where only
/// names that fit inside are shown.
fn reach(areas: usize) -> Option<f64> {
    match areas {
        0..=16 => Some(240.0),
        17..=40 => Some(80.0),
        _ => None,
    }
}

/// A label's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub name: String,
    /// How it is set.
    pub font: Font,
    /// Middle of the name.
    pub name_at: Point,
    /// Middle of the value below; `None` where only the name fits.
    pub value_at: Option<Point>,
    /// The box around both.
    pub bounds: Rect,
    /// Whether all of it lies on its own area.
    pub inside: bool,
    /// From the label to its area, where it stands beside it.
    pub leader: Option<(Point, Point)>,
}

/// How the value below a name is set.
pub fn value_font(name: Font) -> Font {
    Font { weight: Weight::Regular, ..name }
}

/// Label of each area, in order.
pub(super) fn place(
    areas: &[PlacedArea],
    names: &[&str],
    value: Option<&str>,
    cover: &Cover,
    size: Size,
    look: &Look,
) -> Vec<Option<Label>> {
    let px = if size.width.min(size.height) >= 420.0 { 13.0 } else { 12.0 };
    let font = Font { size: px, weight: Weight::Bold };
    let wants = areas.iter().zip(names).enumerate().map(|(index, (area, name))| Want {
        index: u16::try_from(index).unwrap_or(u16::MAX),
        area,
        wide: look.measure.width(name, font),
        below: value.map(|v| look.measure.width(v, value_font(font))),
        line: font.size * 1.15,
        reach: reach(areas.len()),
    });
    let options: Vec<Vec<Place>> = wants.map(|w| w.places(cover, size)).collect();
    let chosen = choose::choose(&options);
    names.iter().zip(chosen).map(|(name, place)| Some(label(name, font, &place?))).collect()
}

fn label(name: &str, font: Font, place: &Place) -> Label {
    let middle = place.rect.center();
    let half = place.rect.height / 4.0;
    let (name_at, value_at) = if place.two_lines {
        (Point::new(middle.x, middle.y - half), Some(Point::new(middle.x, middle.y + half)))
    } else {
        (middle, None)
    };
    let (inside, leader) = (place.inside, place.leader);
    Label { name: name.to_owned(), font, name_at, value_at, bounds: place.rect, inside, leader }
}
