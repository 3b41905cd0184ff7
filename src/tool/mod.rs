//! The native side: from sources to a bundle, from the bundle to a site.
//!
//! Invariant: never part of the page; the only place with files and processes.

pub mod assemble;
mod assemble_dataset;
mod assemble_geometry;
pub mod assemble_report;
mod assemble_texts;
mod assemble_values;
pub mod catalogue;
mod catalogue_check;
pub mod fault;
pub mod geo;
pub mod serve;
pub mod site;
pub mod source;
pub mod usb;
