//! The native side: from sources to a bundle, from the bundle to a site.
//!
//! Invariant: never part of the page; the only place with files and processes.

pub mod assemble;
mod assemble_apart;
mod assemble_dataset;
mod assemble_geometry;
pub mod assemble_report;
mod assemble_sources;
mod assemble_texts;
mod assemble_values;
pub mod catalogue;
pub mod catalogue_address;
pub mod catalogue_areas;
mod catalogue_check;
mod catalogue_place;
pub mod catalogue_schema;
pub mod catalogue_source;
pub mod catalogue_story;
mod catalogue_text;
pub mod check;
pub mod county;
pub mod describe;
pub mod digest;
pub mod fault;
pub mod fetch;
pub mod geo;
pub mod picture;
mod provenance;
pub mod report;
pub mod seal;
pub mod serve;
pub mod site;
pub mod source;
pub mod starting;
pub mod usb;
