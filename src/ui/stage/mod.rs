//! What stands on a stage.

pub mod discussion;
