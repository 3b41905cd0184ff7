//! Areas as a forest: nation › county › municipality › smaller areas.

use crate::base::{id::AreaId, locale::sort_key, order::sort_by_cached_key, text::Text};

/// Level of a region, outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Sweden.
    Nation,
    /// Län.
    County,
    /// Kommun.
    Municipality,
    /// Part of a municipality.
    District,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// SCB's code.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its level.
    pub level: Level,
    /// The area it lies in.
    pub parent: Option<AreaId>,
}

/// All areas of a dataset. Ids are dense and stay valid for its lifetime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regions {
    all: Vec<Region>,
    county: AreaId,
    nation: Option<AreaId>,
    members: Vec<AreaId>,
    counties: Vec<AreaId>,
    municipalities: Vec<AreaId>,
}

impl Regions {
    /// Checked by `load`: `county` is an index of `all`, parents point into `all`.
    /// Members, counties and municipalities are put in Swedish alphabetical order.
    pub(super) fn new(all: Vec<Region>, county: AreaId) -> Self {
        let ids = |keep: &dyn Fn(&Region) -> bool| {
            let mut ids: Vec<AreaId> =
                (0..all.len()).filter(|&i| all.get(i).is_some_and(keep)).filter_map(AreaId::new).collect();
            sort_by_cached_key(&mut ids, &mut |id| {
                all.get(id.index()).map(|r| sort_key(&r.name.sv)).unwrap_or_default()
            });
            ids
        };
        let nation = ids(&|r| r.level == Level::Nation).first().copied();
        let members = ids(&|r| r.level == Level::Municipality && r.parent == Some(county));
        let counties = ids(&|r| r.level == Level::County);
        let municipalities = ids(&|r| r.level == Level::Municipality);
        Self { all, county, nation, members, counties, municipalities }
    }

    /// The county that is followed up.
    pub fn county(&self) -> AreaId {
        self.county
    }

    /// The nation, where the bundle has it.
    pub fn nation(&self) -> Option<AreaId> {
        self.nation
    }

    /// The county's municipalities in Swedish alphabetical order.
    pub fn members(&self) -> &[AreaId] {
        &self.members
    }

    /// All counties of the bundle in Swedish alphabetical order, the followed-up one among them.
    pub fn counties(&self) -> &[AreaId] {
        &self.counties
    }

    /// All municipalities of the bundle in Swedish alphabetical order, the members among them.
    pub fn municipalities(&self) -> &[AreaId] {
        &self.municipalities
    }

    /// The region with this id.
    #[expect(clippy::indexing_slicing, reason = "ids are only made by this dataset's loader")]
    pub fn get(&self, id: AreaId) -> &Region {
        &self.all[id.index()]
    }

    /// The region with this code.
    pub fn by_code(&self, code: &str) -> Option<AreaId> {
        self.all.iter().position(|r| r.code == code).and_then(AreaId::new)
    }

    /// Every id, in bundle order.
    pub fn ids(&self) -> impl Iterator<Item = AreaId> + '_ {
        (0..self.all.len()).filter_map(AreaId::new)
    }
}
