//! JSON Schemas of the files that authors write, generated from their types.

use schemars::{Schema, schema_for};

use crate::tool::catalogue::Catalogue;
use crate::tool::catalogue_story::Story;

/// The catalogue's schema as pretty text with a final line break.
pub fn schema() -> String {
    text(&schema_for!(Catalogue))
}

/// The same of a catalogue's story.
pub fn story_schema() -> String {
    text(&schema_for!(Story))
}

fn text(schema: &Schema) -> String {
    // A schema is plain JSON; it always serialises.
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}
