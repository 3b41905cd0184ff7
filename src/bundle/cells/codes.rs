//! What category codes mean: periods, sexes, origins.

use std::collections::BTreeMap;

use crate::base::period::Period;
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Index};
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};

use super::axes::Axis;
use super::{FLAGS, Origin, REASONS, Sex};

pub(super) fn periods(axis: Option<&Axis<'_>>, dataset: &Dataset, at: &str) -> Result<Vec<Period>, Problem> {
    translate(axis, dataset, at, |code| {
        code.parse::<Period>().map_err(|_| {
            let expected = "a period: a year (2022), a quarter (2022K1) or a month (2022M12)";
            Problem::new(Kind::WrongValue, "", expected, quoted(code))
        })
    })
}

pub(super) fn sexes(
    axis: Option<&Axis<'_>>,
    mapped: &BTreeMap<String, String>,
    dataset: &Dataset,
    at: &str,
) -> Result<Vec<Sex>, Problem> {
    if axis.is_none() {
        return Ok(vec![Sex::Total]);
    }
    translate(axis, dataset, at, |code| sex(code, mapped).ok_or_else(|| unknown(code, "sexes", "women")))
}

pub(super) fn origins(
    axis: Option<&Axis<'_>>,
    mapped: &BTreeMap<String, String>,
    dataset: &Dataset,
    at: &str,
) -> Result<Vec<Origin>, Problem> {
    if axis.is_none() {
        return Ok(vec![Origin::Total]);
    }
    translate(axis, dataset, at, |code| {
        origin(code, mapped).ok_or_else(|| unknown(code, "origins", "foreign"))
    })
}

/// Whether every value of a mapping is one of the words the format has for it.
///
/// # Errors
/// Names the first one that is not; `at` is the mapping's path.
pub fn check_mapping(mapping: &Mapping, at: &str) -> Result<(), Problem> {
    let check = |name: &str, map: &BTreeMap<String, String>, words: &[&str]| {
        let bad = map.iter().find(|(_, word)| !words.contains(&word.as_str()));
        bad.map_or(Ok(()), |(key, word)| {
            let path = member(&member(at, name), key);
            Err(Problem::new(Kind::WrongValue, path, format!("one of {}", words.join(", ")), quoted(word)))
        })
    };
    check("sexes", &mapping.sexes, &["total", "women", "men"])?;
    check("origins", &mapping.origins, &["total", "domestic", "foreign"])?;
    check("symbols", &mapping.symbols, &[&REASONS[..], &FLAGS[..]].concat())
}

/// Gives every category taken its meaning; no meaning may come twice.
fn translate<T: PartialEq>(
    axis: Option<&Axis<'_>>,
    dataset: &Dataset,
    at: &str,
    meaning: impl Fn(&str) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    let Some(axis) = axis else {
        return Ok(Vec::new());
    };
    let mut out = Vec::new();
    for (position, code) in axis.taken() {
        let path = || category_path(dataset, axis.id, position, code, at);
        let value = meaning(code).map_err(|problem| Problem { path: path(), ..problem })?;
        if out.contains(&value) {
            let expected = "categories that differ in meaning";
            return Err(Problem::new(
                Kind::Duplicate,
                path(),
                expected,
                format!("{} once more", quoted(code)),
            )
            .hint("take one of them with \"fixed\" in values.mapping, or leave one out"));
        }
        out.push(value);
    }
    Ok(out)
}

/// Path of a category in whichever form the index has.
fn category_path(dataset: &Dataset, id: &str, position: usize, code: &str, at: &str) -> String {
    let category = member(&member(&member(at, "dimension"), id), "category");
    let index = dataset.dimension.get(id).and_then(|d| d.category.index.as_ref());
    match index {
        Some(Index::List(_)) => element(&member(&category, "index"), position),
        Some(Index::Map(_)) => member(&member(&category, "index"), code),
        None => member(&category, "label"),
    }
}

fn sex(code: &str, mapped: &BTreeMap<String, String>) -> Option<Sex> {
    let code = mapped.get(code).map_or(code, String::as_str);
    // SCB writes 1 for men and 2 for women; Kolada M, K and T.
    match code.to_lowercase().as_str() {
        "1" | "m" | "men" | "man" | "male" | "males" | "män" => Some(Sex::Men),
        "2" | "k" | "w" | "f" | "women" | "woman" | "female" | "females" | "kvinnor" | "kvinna" => {
            Some(Sex::Women)
        }
        "1+2" | "4" | "t" | "tot" | "totsa" | "total" | "totalt" | "all" | "alla" | "both" | "samtliga" => {
            Some(Sex::Total)
        }
        _ => None,
    }
}

fn origin(code: &str, mapped: &BTreeMap<String, String>) -> Option<Origin> {
    let code = mapped.get(code).map_or(code, String::as_str);
    match code.to_lowercase().as_str() {
        "domestic" | "inrikes" => Some(Origin::Domestic),
        "foreign" | "utrikes" => Some(Origin::Foreign),
        "t" | "tot" | "totsa" | "total" | "totalt" | "all" | "alla" | "samtliga" => Some(Origin::Total),
        _ => None,
    }
}

fn unknown(code: &str, table: &str, example: &str) -> Problem {
    let hint = format!("say what it means in values.mapping: \"{table}\": {{\"{code}\": \"{example}\"}}");
    Problem::new(Kind::NeedsMapping, "", "a category whose meaning is known", quoted(code)).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_spell_sexes_differently() {
        let none = BTreeMap::new();
        for (codes, meaning) in [
            (&["1", "M", "män", "men"][..], Sex::Men),
            (&["2", "K", "Kvinnor", "women"], Sex::Women),
            (&["1+2", "4", "T", "TotSa", "total"], Sex::Total),
        ] {
            for code in codes {
                assert_eq!(sex(code, &none), Some(meaning), "{code}");
            }
        }
        assert_eq!(sex("3", &none), None);
        let mapped = BTreeMap::from([("1".to_owned(), "women".to_owned())]);
        assert_eq!(sex("1", &mapped), Some(Sex::Women), "the mapping wins");
    }
}
