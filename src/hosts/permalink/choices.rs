//! The choices about ways to look, as a part of the fragment: `&with=arbetsloshet-18-65&trails=0`.

use crate::model::Dataset;
use crate::view::choices::Choices;

/// The choices, each with its name; nothing for what is left to be suggested.
pub(super) fn write(choices: &Choices, data: &Dataset) -> String {
    format!(
        "&with={}&trails={}",
        choices.with.map_or("", |id| data.indicator(id).id.as_str()),
        u8::from(choices.trails),
    )
}

/// Takes one name and value; those it does not know are left alone.
pub(super) fn read(choices: &mut Choices, key: &str, value: &str, data: &Dataset) {
    match key {
        "with" => choices.with = data.by_id(value),
        "trails" => choices.trails = value == "1",
        _ => {}
    }
}
