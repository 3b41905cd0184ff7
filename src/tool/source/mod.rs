//! One reader per kind of source; all give figures by area, period, sex and origin.

pub mod csv;
pub mod found;
pub mod jsonstat;
pub mod kolada;
pub mod pxweb;
mod pxweb_meta;
pub mod separated;
pub mod table;
