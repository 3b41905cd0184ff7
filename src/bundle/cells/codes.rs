//! What category codes mean: periods, sexes, origins.

use crate::base::locale::lower;
use crate::base::period::Period;
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Index};
use crate::bundle::keyed::Keyed;
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem, quoted};

use super::axes::Axis;
use super::{FLAGS, Origin, REASONS, Sex};

pub(super) fn periods(
    axis: Option<&Axis<'_>>,
    dataset: &Dataset,
    at: &Path<'_>,
) -> Result<Vec<Period>, Problem> {
    let mut out = Vec::new();
    translate(axis, dataset, at, &mut |code| {
        let period = code.parse::<Period>().map_err(|_| {
            let expected = "a period: a year (2022), a quarter (2022K1) or a month (2022M12)";
            Problem::new(Kind::WrongValue, &Path::At(""), expected, &quoted(code))
        })?;
        let new = !out.contains(&period);
        out.push(period);
        Ok(new)
    })?;
    Ok(out)
}

pub(super) fn sexes(
    axis: Option<&Axis<'_>>,
    mapped: &Keyed<String>,
    dataset: &Dataset,
    at: &Path<'_>,
) -> Result<Vec<Sex>, Problem> {
    if axis.is_none() {
        return Ok(vec![Sex::Total]);
    }
    let mut out = Vec::new();
    translate(axis, dataset, at, &mut |code| {
        let sex = sex(code, mapped).ok_or_else(|| unknown(code, "sexes", "women"))?;
        let new = !out.contains(&sex);
        out.push(sex);
        Ok(new)
    })?;
    Ok(out)
}

pub(super) fn origins(
    axis: Option<&Axis<'_>>,
    mapped: &Keyed<String>,
    dataset: &Dataset,
    at: &Path<'_>,
) -> Result<Vec<Origin>, Problem> {
    if axis.is_none() {
        return Ok(vec![Origin::Total]);
    }
    let mut out = Vec::new();
    translate(axis, dataset, at, &mut |code| {
        let origin = origin(code, mapped).ok_or_else(|| unknown(code, "origins", "foreign"))?;
        let new = !out.contains(&origin);
        out.push(origin);
        Ok(new)
    })?;
    Ok(out)
}

/// Whether every value of a mapping is one of the words the format has for it.
///
/// # Errors
/// Names the first one that is not; `at` is the mapping's path.
pub fn check_mapping(mapping: &Mapping, at: &Path<'_>) -> Result<(), Problem> {
    check(&mapping.sexes, &at.member("sexes"), &["total", "women", "men"])?;
    check(&mapping.origins, &at.member("origins"), &["total", "domestic", "foreign"])?;
    check(&mapping.symbols, &at.member("symbols"), &[&REASONS[..], &FLAGS[..]].concat())
}

fn check(map: &Keyed<String>, at: &Path<'_>, words: &[&str]) -> Result<(), Problem> {
    for (key, word) in map.entries() {
        if !words.contains(&word.as_str()) {
            let expected = format!("one of {}", words.join(", "));
            return Err(Problem::new(Kind::WrongValue, &at.member(key), &expected, &quoted(word)));
        }
    }
    Ok(())
}

/// Gives every category taken its meaning; `meaning` says whether it is a new one, since none
/// may come twice.
fn translate(
    axis: Option<&Axis<'_>>,
    dataset: &Dataset,
    at: &Path<'_>,
    meaning: &mut dyn FnMut(&str) -> Result<bool, Problem>,
) -> Result<(), Problem> {
    let Some(axis) = axis else {
        return Ok(());
    };
    for (position, code) in axis.taken() {
        let problem = match meaning(code) {
            Ok(true) => continue,
            Ok(false) => {
                let (expected, found) =
                    ("categories that differ in meaning", format!("{} once more", quoted(code)));
                Problem::new(Kind::Duplicate, at, expected, &found)
                    .hint("take one of them with \"fixed\" in values.mapping, or leave one out")
            }
            Err(problem) => problem,
        };
        return Err(Problem { path: category_path(dataset, axis.id, position, code, at), ..problem });
    }
    Ok(())
}

/// Path of a category in whichever form the index has.
#[cold]
fn category_path(dataset: &Dataset, id: &str, position: usize, code: &str, at: &Path<'_>) -> String {
    let dimensions = at.member("dimension");
    let dimension = dimensions.member(id);
    let category = dimension.member("category");
    let index = dataset.dimension.get(id).and_then(|d| d.category.index.as_ref());
    match index {
        Some(Index::List(_)) => category.member("index").element(position).to_string(),
        Some(Index::Map(_)) => category.member("index").member(code).to_string(),
        None => category.member("label").to_string(),
    }
}

fn sex(code: &str, mapped: &Keyed<String>) -> Option<Sex> {
    let code = mapped.get(code).map_or(code, String::as_str);
    // SCB writes 1 for men and 2 for women; Kolada M, K and T.
    match lower(code).as_str() {
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

fn origin(code: &str, mapped: &Keyed<String>) -> Option<Origin> {
    let code = mapped.get(code).map_or(code, String::as_str);
    match lower(code).as_str() {
        "domestic" | "inrikes" => Some(Origin::Domestic),
        "foreign" | "utrikes" => Some(Origin::Foreign),
        "t" | "tot" | "totsa" | "total" | "totalt" | "all" | "alla" | "samtliga" => Some(Origin::Total),
        _ => None,
    }
}

fn unknown(code: &str, table: &str, example: &str) -> Problem {
    let hint = format!("say what it means in values.mapping: \"{table}\": {{\"{code}\": \"{example}\"}}");
    let expected = "a category whose meaning is known";
    Problem::new(Kind::NeedsMapping, &Path::At(""), expected, &quoted(code)).hint(&hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_spell_sexes_differently() {
        let none = Keyed::default();
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
        let mapped = Keyed::from_iter([("1".to_owned(), "women".to_owned())]);
        assert_eq!(sex("1", &mapped), Some(Sex::Women), "the mapping wins");
    }
}
