//! One chart per file: a plain description, its places in px, its marks.

pub mod axes;
pub mod bars;
pub mod card;
pub mod climb;
pub mod drawn;
pub mod heads;
pub mod histogram;
pub mod lines;
pub mod matrix;
pub mod multiples;
pub mod ranks;
pub mod scatter;
pub mod slope;
pub mod spark;
pub mod spine;
pub mod spread;
pub mod strip;
