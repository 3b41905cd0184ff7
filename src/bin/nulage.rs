//! The tool: flags to one call each.

fn main() {}
