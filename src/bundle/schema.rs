//! The bundle's JSON Schema, generated from its types.

use super::format::Bundle;

/// The schema as pretty text with a final line break.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Bundle);
    // A schema is plain JSON; it always serialises.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
