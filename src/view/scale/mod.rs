//! From data to px along one direction.

pub mod band;
pub mod linear;
pub mod time;

pub use band::Band;
pub use linear::Linear;
pub use time::Time;
