//! One reader per kind of source file.

pub mod csv;
