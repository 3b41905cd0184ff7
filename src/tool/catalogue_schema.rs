//! The catalogue's JSON Schema, generated from its types.

use crate::tool::catalogue::Catalogue;

/// The schema as pretty text with a final line break.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Catalogue);
    // A schema is plain JSON; it always serialises.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
