//! The choices about ways to look, as a part of the fragment:
//! `&from=2000&to=2022&counted=absolute&with=arbetsloshet-18-65&trails=0`.

use crate::base::period::Period;
use crate::model::Dataset;
use crate::view::{choices::Choices, words::change::Counted};

use super::{set, word};

/// The choices, each with its name; nothing for what is left to be suggested.
pub(super) fn write(choices: &Choices, data: &Dataset) -> String {
    let period = |p: Option<Period>| p.map(|p| p.to_string()).unwrap_or_default();
    format!(
        "&from={}&to={}&counted={}&with={}&trails={}",
        period(choices.from),
        period(choices.to),
        word(Counted::ALL, choices.counted),
        choices.with.map_or("", |id| data.indicator(id).id.as_str()),
        u8::from(choices.trails),
    )
}

/// Takes one name and value; those it does not know are left alone.
pub(super) fn read(choices: &mut Choices, key: &str, value: &str, data: &Dataset) {
    match key {
        "from" => choices.from = value.parse().ok(),
        "to" => choices.to = value.parse().ok(),
        "counted" => set(&mut choices.counted, Counted::ALL, value),
        "with" => choices.with = data.by_id(value),
        "trails" => choices.trails = value == "1",
        _ => {}
    }
}
