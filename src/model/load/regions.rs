//! Areas → regions: codes once, parents known and of an outer level, the county among them.

use crate::base::{id::AreaId, order::Places};
use crate::bundle::format::{self, Bundle};
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::model::{Level, Region, Regions};

use super::LoadError;
use super::found::Found;

pub(super) fn load(bundle: &Bundle, found: &mut Found) -> Result<Regions, LoadError> {
    let path = &Path::At("areas");
    let codes: Vec<&str> = bundle.areas.iter().map(|a| a.code.as_str()).collect();
    found.unique(&codes, path, "code", "area code");
    if codes.len() > usize::from(u16::MAX) + 1 {
        found.fail(Kind::TooLarge, path, "at most 65536 areas", &codes.len().to_string());
    }
    let places = Places::of(&codes);
    let mut all = Vec::with_capacity(codes.len());
    for (i, area) in bundle.areas.iter().enumerate() {
        let at = path.element(i);
        all.push(Region {
            code: area.code.clone(),
            name: found.text(&area.name, &at.member("name")),
            level: level(area.level),
            parent: parent(area, bundle, &places, &at, found),
        });
    }
    found.so_far()?;
    let (path, code) = (Path::At("meta.county"), &bundle.meta.county);
    let expected = "the code of an area of level county";
    let place = places.get(code);
    match (place.and_then(AreaId::new), place.and_then(|place| bundle.areas.get(place))) {
        (Some(id), Some(area)) if area.level == format::Level::County => Ok(Regions::new(all, id)),
        (Some(_), _) => {
            let found = format!("{}, which is no county", quoted(code));
            Err(Problem::new(Kind::WrongValue, &path, expected, &found))
        }
        (None, _) => Err(Problem::new(Kind::UnknownReference, &path, expected, &quoted(code))),
    }
}

/// The parent's id. Parents are of an outer level, so there are no cycles.
fn parent(
    area: &format::Area,
    bundle: &Bundle,
    places: &Places<'_>,
    at: &Path<'_>,
    found: &mut Found,
) -> Option<AreaId> {
    let code = area.parent.as_ref()?;
    let path = at.member("parent");
    let place = places.get(code);
    let Some(outer) = place.and_then(|place| bundle.areas.get(place)) else {
        found.unknown(&path, "the code of an area", code);
        return None;
    };
    if outer.level >= area.level {
        let expected = "an area of an outer level than the area itself";
        found.wrong(&path, expected, &format!("{} ({})", quoted(code), name(outer.level)));
    }
    place.and_then(AreaId::new)
}

fn level(level: format::Level) -> Level {
    match level {
        format::Level::Nation => Level::Nation,
        format::Level::County => Level::County,
        format::Level::Municipality => Level::Municipality,
        format::Level::District => Level::District,
    }
}

fn name(level: format::Level) -> &'static str {
    match level {
        format::Level::Nation => "nation",
        format::Level::County => "county",
        format::Level::Municipality => "municipality",
        format::Level::District => "district",
    }
}
