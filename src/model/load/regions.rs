//! Areas → regions: codes once, parents known and of an outer level, the county among them.

use std::collections::BTreeMap;

use crate::base::id::AreaId;
use crate::bundle::format::{self, Bundle};
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::model::{Level, Region, Regions};

use super::{LoadError, check, unique};

pub(super) fn load(bundle: &Bundle) -> Result<Regions, LoadError> {
    unique(bundle.areas.iter().map(|a| a.code.as_str()), |i| format!("areas[{i}].code"), "area code")?;
    let mut ids = BTreeMap::new();
    for (i, area) in bundle.areas.iter().enumerate() {
        let id = AreaId::new(i).ok_or_else(|| {
            let found = bundle.areas.len().to_string();
            Problem::new(Kind::TooLarge, "areas", "at most 65536 areas", found)
        })?;
        ids.insert(area.code.as_str(), (id, area.level));
    }
    let mut all = Vec::with_capacity(bundle.areas.len());
    for (i, area) in bundle.areas.iter().enumerate() {
        all.push(Region {
            code: area.code.clone(),
            name: check::text(&area.name, &format!("areas[{i}].name"))?,
            level: level(area.level),
            parent: parent(area, &ids, i)?,
        });
    }
    let county = &bundle.meta.county;
    let expected = "the code of an area of level county";
    match ids.get(county.as_str()) {
        Some(&(id, format::Level::County)) => Ok(Regions::new(all, id)),
        Some(_) => {
            let found = format!("{}, which is no county", quoted(county));
            Err(Problem::new(Kind::WrongValue, "meta.county", expected, found))
        }
        None => Err(check::unknown("meta.county", expected, county)),
    }
}

/// The parent's id. Parents are of an outer level, so there are no cycles.
fn parent(
    area: &format::Area,
    ids: &BTreeMap<&str, (AreaId, format::Level)>,
    i: usize,
) -> Result<Option<AreaId>, LoadError> {
    let Some(code) = &area.parent else {
        return Ok(None);
    };
    let path = format!("areas[{i}].parent");
    let Some(&(id, outer)) = ids.get(code.as_str()) else {
        return Err(check::unknown(path, "the code of an area", code));
    };
    if outer >= area.level {
        let expected = "an area of an outer level than the area itself";
        let found = format!("{} ({})", quoted(code), name(outer));
        return Err(Problem::new(Kind::WrongValue, path, expected, found));
    }
    Ok(Some(id))
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
