//! A chart of any kind at a size: its picture, and what passes over it.

use crate::base::{
    geom::{Point, Size},
    period::Period,
};
use crate::view::{
    look::Look,
    scene::{Key, Scene},
};

/// Draws what passes over a picture: what is pointed at, and the period shown.
pub type Over = Box<dyn Fn(&Look<'_>, Option<Key>, Option<Period>) -> Scene + Send + Sync>;

/// Finds what is at a point.
pub type Find = Box<dyn Fn(Point) -> Option<Key> + Send + Sync>;

/// A picture and its overlay, placed once for both.
pub struct Drawn {
    /// The picture.
    pub scene: Scene,
    /// What passes over it.
    pub over: Over,
    /// Finds what is at a point, where that is more than the nearest target.
    pub find: Option<Find>,
}

/// A chart, ready to be drawn at any size.
pub trait Chart: Send + Sync {
    /// The height that suits a width, CSS px.
    fn height(&self, width: f64, look: &Look<'_>) -> f64;

    /// The picture at this size.
    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn;
}
