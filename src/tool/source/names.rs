//! Areas as tables name them: a code, a code and a name (`1880 Örebro`), or a name of the catalogue as
//! offices write it.

use crate::bundle::format::{Area, Level};
use crate::tool::fault::did_you_mean;
use crate::tool::source::table::Cell;

/// The area of a cell.
pub(super) fn area_of(cell: &Cell, areas: &[Area]) -> Result<String, (String, String)> {
    let text = cell.text();
    let padded = match (cell, text.len()) {
        (Cell::Number(_), 1 | 3) => format!("0{text}"),
        _ => text,
    };
    area(&padded, areas)
}

/// The code of an area written as code, code and name, or name; what is the matter
/// and what to do if it is none.
///
/// # Errors
/// A name that the catalogue does not have; a code beside the name of another area.
fn area(text: &str, areas: &[Area]) -> Result<String, (String, String)> {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let of_code = |code: &str| areas.iter().find(|a| a.code == code);
    // A number has lost the zeros its code begins with.
    if let Some(area) = of_code(first).or_else(|| of_code(&format!("0{first}"))) {
        let rest = rest.trim();
        let beside = if rest.is_empty() { None } else { called(rest, areas) };
        return match beside {
            Some(other) if other.level == area.level && other.code != area.code => Err((
                format!("“{text}” is two areas: {} is {}, {rest} is {}", area.code, area.name.sv, other.code),
                "which is right?".to_owned(),
            )),
            _ => Ok(area.code.clone()),
        };
    }
    if let Some(area) = called(text, areas) {
        return Ok(area.code.clone());
    }
    // A code of an area that the bundle does not hold is left to be remarked on.
    if !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(first.to_owned());
    }
    if text.is_empty() {
        let hint = "the cell is empty: an area stands in every row, also where cells were merged or a name \
                    counts for the rows below it; a header of several rows is named by header";
        return Err(("there is no area".to_owned(), hint.to_owned()));
    }
    let bare = text.strip_suffix(" kommun").unwrap_or(text);
    let near = did_you_mean(bare, areas.iter().map(|a| a.name.sv.as_str()));
    let begins = areas.iter().find(|a| text.chars().count() > 2 && a.name.sv.starts_with(text));
    let hint = match begins {
        Some(area) if near.is_empty() => format!("did you mean “{}”?", area.name.sv),
        _ if near.is_empty() => {
            "rows that are about no area of the catalogue, as titles, sums and notes, are to be cut away"
                .to_owned()
        }
        _ => near,
    };
    Err((format!("there is no area “{text}”"), hint))
}

/// The area of this name: the catalogue's own before what people say for it.
fn called<'a>(name: &str, areas: &'a [Area]) -> Option<&'a Area> {
    let lower = name.to_lowercase();
    let first = |is: &dyn Fn(&Area) -> bool| areas.iter().find(|area| is(area));
    first(&|area| area.name.sv == name)
        .or_else(|| first(&|area| is_called(area, &lower)))
        .or_else(|| first(&|area| is_known_as(area, &lower, areas)))
        .or_else(|| cut_short(&lower, areas))
}

/// Whether an area goes by this name in small letters, alone or as `Karlskoga kommun`, `Karlstads kommun`.
fn is_called(area: &Area, name: &str) -> bool {
    let own = area.name.sv.to_lowercase();
    let english = area.name.en.as_ref().is_some_and(|en| en.to_lowercase() == name);
    let municipality = || name.strip_suffix(" kommun").filter(|_| area.level == Level::Municipality);
    own == name || english || municipality().is_some_and(|n| n == own || n.strip_suffix('s') == Some(&*own))
}

/// Whether the nation or a county is also known by this name: `Sverige`; `Region Dalarna`,
/// `W Dalarnas län`, and `Dalarna` alone where the county's municipalities are in the catalogue, so that a
/// city of another county, as Stockholm, is not taken for it.
fn is_known_as(area: &Area, name: &str, areas: &[Area]) -> bool {
    let own = area.name.sv.to_lowercase();
    match area.level {
        Level::Nation => ["sverige", "riket", "hela riket"].contains(&name),
        Level::County => {
            let with_letters = |(letters, rest): (&str, &str)| letters.chars().count() <= 2 && rest == own;
            let is_followed = || areas.iter().any(|a| a.parent.as_deref() == Some(&*area.code));
            name.strip_prefix("region ").is_some_and(|rest| without_county(rest) == without_county(&own))
                || name.split_once(' ').is_some_and(with_letters)
                || (name == without_county(&own) && is_followed())
        }
        _ => false,
    }
}

/// `dalarna` of `dalarnas län`.
fn without_county(name: &str) -> &str {
    let place = name.strip_suffix(" län").unwrap_or(name);
    place.strip_suffix('s').unwrap_or(place)
}

/// The municipality whose name loses its n: `falu kommun`.
fn cut_short<'a>(name: &str, areas: &'a [Area]) -> Option<&'a Area> {
    let stem = name.strip_suffix(" kommun")?;
    let is_own = |area: &&Area| area.name.sv.to_lowercase().strip_suffix('n') == Some(stem);
    areas.iter().filter(|area| area.level == Level::Municipality).find(is_own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::format::Text;

    #[test]
    fn areas_go_by_what_people_say() {
        let area = |code: &str, name: &str, level, parent: &str| Area {
            code: code.into(),
            name: Text { sv: name.into(), en: None },
            level,
            parent: Some(parent.to_owned()),
        };
        let areas = [
            area("00", "Riket", Level::Nation, ""),
            area("01", "Stockholms län", Level::County, "00"),
            area("18", "Örebro län", Level::County, "00"),
            area("20", "Dalarnas län", Level::County, "00"),
            area("1880", "Örebro", Level::Municipality, "18"),
            area("2029", "Leksand", Level::Municipality, "20"),
            area("2080", "Falun", Level::Municipality, "20"),
        ];
        for (text, code) in [
            ("Sverige", "00"),
            ("Hela riket", "00"),
            ("RIKET", "00"),
            ("00 Sverige", "00"),
            ("Dalarna", "20"),
            ("Region Dalarna", "20"),
            ("W Dalarnas län", "20"),
            ("20 Dalarnas län", "20"),
            ("Region Örebro län", "18"),
            ("T Örebro län", "18"),
            ("AB Stockholms län", "01"),
            ("Region Stockholm", "01"),
            ("örebro", "1880"),
            ("Falu kommun", "2080"),
            ("FALUNS KOMMUN", "2080"),
            ("Leksands kommun", "2029"),
        ] {
            assert_eq!(self::area(text, &areas), Ok(code.to_owned()), "{text}");
        }
        // A city elsewhere, another letter lost, two letters, no municipality.
        for text in ["Stockholm", "Leksan kommun", "Fal kommun", "Falu", "Region Skåne", "BD Norrbottens län"]
        {
            assert!(self::area(text, &areas).is_err(), "{text}");
        }
    }
}
