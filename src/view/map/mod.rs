//! Areas on a plane: projection to px, labels, colours.

pub mod change;
pub mod choropleth;
mod cover;
pub mod labels;
pub mod placed;
pub mod project;
