//! One reader per kind of source; all give figures by area, period, sex and origin.

pub mod csv;
pub mod found;
