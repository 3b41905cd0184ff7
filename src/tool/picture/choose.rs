//! From names to what they stand for; a name that stands for nothing is told what there is.

use crate::{
    base::{
        id::{AreaId, IndicatorId},
        locale::{Locale, lower},
        period::Period,
    },
    model::{Dataset, Group, Origin, Sex, Table},
    tool::fault::{did_you_mean, distance},
    view::spec::{Reading, Shown},
};

use super::{PictureError, View};

/// Most areas held on to: one per colour.
const MOST: usize = 6;

/// Most indicators named where one is misspelt.
const NEAREST: usize = 5;

/// What a picture is asked to show, in words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The view.
    pub view: &'a str,
    /// The indicator's id.
    pub indicator: Option<&'a str>,
    /// Codes or names of areas to hold on to.
    pub areas: &'a [String],
    /// The period; the latest where none is named.
    pub period: Option<&'a str>,
    /// `total`, `women`, `men` or `both`.
    pub sex: Option<&'a str>,
    /// `total`, `domestic` or `foreign`.
    pub origin: Option<&'a str>,
}

/// What a picture shows.
pub(super) struct Chosen {
    pub(super) view: View,
    pub(super) areas: Vec<AreaId>,
    pub(super) about: Option<Subject>,
}

/// The indicator it shows, of whom and when.
pub(super) struct Subject {
    pub(super) id: IndicatorId,
    pub(super) reading: Reading,
    pub(super) period: Period,
}

pub(super) fn choose(data: &Dataset, wanted: &Wanted<'_>, locale: Locale) -> Result<Chosen, PictureError> {
    let names = View::ALL.map(|v| v.0);
    let view = View::ALL.iter().find(|v| v.0 == wanted.view).map(|v| v.1);
    let view = view.ok_or_else(|| unknown("view", wanted.view, &names, listed(&names)))?;
    let mut areas = Vec::new();
    for name in wanted.areas {
        let found = area(data, name, locale)?;
        if !areas.contains(&found) {
            areas.push(found);
        }
    }
    if areas.len() > MOST {
        return Err(PictureError::Crowded(areas.len()));
    }
    let members = || format!("there are:\n{}", areas_listed(data, data.regions().members(), locale));
    if view == View::Spine && areas.is_empty() {
        return Err(PictureError::Needs {
            view: view.name(),
            what: "--area, a municipality",
            there: members(),
        });
    }
    let about = view.of_indicator().then(|| subject(data, wanted, view, locale)).transpose()?;
    Ok(Chosen { view, areas, about })
}

fn subject(data: &Dataset, wanted: &Wanted<'_>, view: View, locale: Locale) -> Result<Subject, PictureError> {
    let ids: Vec<&str> = data.ids().map(|id| data.indicator(id).id.as_str()).collect();
    let line = |id: IndicatorId| {
        let indicator = data.indicator(id);
        format!("  {}: {}", indicator.id, indicator.title.get(locale))
    };
    let all = || format!("there are:\n{}", data.ids().map(line).collect::<Vec<_>>().join("\n"));
    let Some(name) = wanted.indicator else {
        return Err(PictureError::Needs { view: view.name(), what: "--indicator", there: all() });
    };
    let id = data.by_id(name).ok_or_else(|| {
        let near = nearest(data, name, locale).into_iter().map(line).collect::<Vec<_>>().join("\n");
        let how = format!("without --indicator all {} are listed", ids.len());
        unknown("indicator", name, &ids, format!("the nearest are:\n{near}\n{how}"))
    })?;
    let nothing = || PictureError::Nothing {
        view: view.name(),
        of: name.to_owned(),
        there: "it has no values".to_owned(),
    };
    let table = data.table(id).ok_or_else(nothing)?;
    let reading = reading(table, wanted, view)?;
    let shown = Shown { data, id, table, reading, pinned: &[], locale };
    let period = match wanted.period {
        None => shown.period(None).ok_or_else(nothing)?,
        Some(text) => {
            let periods = shown.periods();
            let found = text.parse::<Period>().ok().filter(|p| periods.contains(p));
            let names: Vec<String> = periods.iter().map(ToString::to_string).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            // A year near another is no slip of the pen.
            found.ok_or_else(|| unknown("year", text, &[], listed(&names)))?
        }
    };
    Ok(Subject { id, reading, period })
}

/// The indicators whose id or title holds the word, then those whose id differs least from it.
fn nearest(data: &Dataset, word: &str, locale: Locale) -> Vec<IndicatorId> {
    let word = lower(word);
    let mut ids: Vec<IndicatorId> = data.ids().collect();
    ids.sort_by_cached_key(|&id| {
        let indicator = data.indicator(id);
        let holds = indicator.id.contains(&word) || lower(indicator.title.get(locale)).contains(&word);
        (!holds, distance(&word, &indicator.id))
    });
    ids.truncate(NEAREST);
    ids
}

/// Who is shown: what is asked for and published, else everybody.
fn reading(table: &Table, wanted: &Wanted<'_>, view: View) -> Result<Reading, PictureError> {
    let usual = table.default_group();
    let origin = match wanted.origin {
        None => usual.origin,
        Some(name) => {
            let all =
                [("total", Origin::Total), ("domestic", Origin::Domestic), ("foreign", Origin::Foreign)];
            let there: Vec<(&str, Origin)> =
                all.into_iter().filter(|o| table.groups().iter().any(|g| g.origin == o.1)).collect();
            named("origin", name, &there)?
        }
    };
    let group = |sex| Group { sex, origin };
    let has = |sex| table.groups().contains(&group(sex));
    let one = |sex| has(sex).then(|| Reading::One(group(sex)));
    let both =
        table.has_sexes(origin).then(|| Reading::Both { women: group(Sex::Women), men: group(Sex::Men) });
    let all =
        [("total", one(Sex::Total)), ("women", one(Sex::Women)), ("men", one(Sex::Men)), ("both", both)];
    let there: Vec<(&str, Reading)> = all.into_iter().filter_map(|(n, r)| Some((n, r?))).collect();
    match wanted.sex {
        None if view.of_sexes() => both.ok_or_else(|| PictureError::Nothing {
            view: view.name(),
            of: wanted.indicator.unwrap_or_default().to_owned(),
            there: "it has no figures of women and men apart".to_owned(),
        }),
        None => {
            Ok(there.first().filter(|r| r.0 == "total").map(|r| r.1).or(both).unwrap_or(Reading::One(usual)))
        }
        Some(name) if view.of_sexes() && name != "both" => {
            Err(unknown("sex for this view", name, &["both"], listed(&["both"])))
        }
        Some(name) => named("sex", name, &there),
    }
}

/// The thing of this name.
fn named<T: Copy>(what: &'static str, name: &str, all: &[(&str, T)]) -> Result<T, PictureError> {
    let names: Vec<&str> = all.iter().map(|a| a.0).collect();
    let found = all.iter().find(|a| a.0 == name).map(|a| a.1);
    found.ok_or_else(|| unknown(what, name, &names, listed(&names)))
}

/// The area with this code or name.
///
/// # Errors
/// With the county's areas, when there is none.
pub fn area(data: &Dataset, name: &str, locale: Locale) -> Result<AreaId, PictureError> {
    let regions = data.regions();
    let called =
        |&id: &AreaId| Locale::ALL.iter().any(|&l| lower(regions.get(id).name.get(l)) == lower(name));
    // A municipality may be called as its county is, or the county as its seat: codes tell them apart.
    let here = || regions.members().iter().copied().find(called);
    let found = regions.by_code(name).or_else(here).or_else(|| regions.ids().find(called));
    found.ok_or_else(|| {
        let mut ids = vec![regions.county()];
        ids.extend(regions.members());
        let names: Vec<&str> = ids.iter().map(|&id| regions.get(id).name.get(locale)).collect();
        unknown("area", name, &names, format!("there are:\n{}", areas_listed(data, &ids, locale)))
    })
}

fn areas_listed(data: &Dataset, ids: &[AreaId], locale: Locale) -> String {
    let line = |&id: &AreaId| {
        let region = data.regions().get(id);
        format!("  {} {}", region.code, region.name.get(locale))
    };
    ids.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() { "there is none".to_owned() } else { format!("there is: {}", names.join(", ")) }
}

fn unknown(what: &'static str, name: &str, candidates: &[&str], there: String) -> PictureError {
    let hint = did_you_mean(name, candidates.iter().copied());
    let hint = if hint.is_empty() { hint } else { format!("; {hint}") };
    PictureError::Unknown { what, name: name.to_owned(), hint, there }
}
