//! The choices about ways to look, as a part of the fragment:
//! `&mode=published&base=&measure=sd.0&from=2000&to=2022&counted=absolute&with=arbetsloshet-18-65&trails=0`.

use crate::base::period::Period;
use crate::model::Dataset;
use crate::view::{
    choices::Choices,
    spec::{counting::Mode, spread::CODES},
    words::change::Counted,
};

use super::{set, word};

/// The choices, each with its name; nothing for what is left to be suggested.
pub(super) fn write(choices: &Choices, data: &Dataset) -> String {
    let period = |p: Option<Period>| p.map(|p| p.to_string()).unwrap_or_default();
    format!(
        "&mode={}&base={}&measure={}.{}&from={}&to={}&counted={}&with={}&trails={}",
        word(Mode::ALL, choices.mode),
        period(choices.base),
        word(CODES, choices.measure.measure),
        u8::from(choices.measure.weighted),
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
        "mode" => set(&mut choices.mode, Mode::ALL, value),
        "base" => choices.base = value.parse().ok(),
        "measure" => {
            let (measure, weighted) = value.split_once('.').unwrap_or((value, "0"));
            set(&mut choices.measure.measure, CODES, measure);
            choices.measure.weighted = weighted == "1";
        }
        "from" => choices.from = value.parse().ok(),
        "to" => choices.to = value.parse().ok(),
        "counted" => set(&mut choices.counted, Counted::ALL, value),
        "with" => choices.with = data.by_id(value),
        "trails" => choices.trails = value == "1",
        _ => {}
    }
}
