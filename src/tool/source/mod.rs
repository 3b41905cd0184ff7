//! One reader per kind of source; all give figures by area, period, sex and origin.

mod bare;
pub mod csv;
pub mod excel;
pub mod found;
mod heads;
pub mod jsonstat;
pub mod kolada;
mod names;
mod ods;
pub mod pxweb;
mod pxweb_meta;
pub mod separated;
mod sheet;
pub mod table;
mod when;
