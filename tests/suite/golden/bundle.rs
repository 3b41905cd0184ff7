//! Every indicator of the default bundle in every picture, at three sizes.

use std::{cell::RefCell, fs, path::Path};

use nulage::{
    analysis::classify::{Method, Request, classify},
    base::{
        color::{Mode, Theme},
        geom::Size,
        id::{AreaId, IndicatorId},
        locale::Locale,
        period::Period,
    },
    bundle::caps::Caps,
    model::{Dataset, Group, Sex, Table, load},
    view::{
        chart::{
            bars::{self, Bars, Reference, Row},
            histogram::{self, Class, Histogram},
            lines::{self, Line, Lines, Panel, Span},
            spark::{self, Spark},
            strip::{self, Strip},
        },
        look::{Format, Look, Role},
        map::{
            choropleth::{self, Area},
            placed::{Named, Placed},
        },
        measure::TableMeasure,
        scene::Scene,
    },
};

use super::pictures::Picture;

pub(super) const SIZES: [(&str, Size); 3] = [
    ("wide", Size::new(1000.0, 400.0)),
    ("middle", Size::new(560.0, 420.0)),
    ("narrow", Size::new(328.0, 300.0)),
];

/// The default bundle.
pub(crate) fn dataset() -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/orebro.bundle.json");
    let (dataset, _) = load::from_bytes(&fs::read(path).unwrap(), &Caps::default()).unwrap();
    dataset
}

/// All pictures, named by indicator, kind and size; odd indicators in the dark.
pub(super) fn pictures(data: &Dataset, sizes: &[(&'static str, Size)]) -> Vec<(String, Picture)> {
    let mut out = Vec::new();
    let maps = RefCell::default();
    for (n, id) in data.ids().enumerate() {
        let Some(table) = data.table(id) else { continue };
        let mode = if n % 2 == 0 { Mode::Light } else { Mode::Dark };
        let look = Look { theme: Theme::of(mode), measure: &TableMeasure, locale: Locale::Sv };
        let shown = Shown {
            maps: &maps,
            data,
            id,
            table,
            look,
            selected: data.regions().members().iter().copied().skip(n % 5).step_by(5).take(n % 4).collect(),
        };
        for &(size_name, size) in sizes {
            for (kind, scene) in shown.scenes(size) {
                let name = format!("{}-{kind}-{size_name}", data.indicator(id).id);
                let picture = Picture { name: "", theme: look.theme, scene, overlay: Scene::default() };
                out.push((name, picture));
            }
        }
    }
    out
}

/// Placed maps by what they depend on.
type Maps = RefCell<Vec<(String, Option<Placed>)>>;

struct Shown<'a> {
    maps: &'a Maps,
    data: &'a Dataset,
    id: IndicatorId,
    table: &'a Table,
    look: Look<'a>,
    selected: Vec<AreaId>,
}

impl Shown<'_> {
    fn scenes(&self, size: Size) -> Vec<(&'static str, Scene)> {
        let look = &self.look;
        let group = self.table.default_group();
        let members = self.data.regions().members();
        let mut out = vec![("lines", lines::scene(&self.lines(&[group]), size, look))];
        let origin = group.origin;
        if self.table.has_sexes(origin) {
            let sexes = [Sex::Women, Sex::Men].map(|sex| Group { sex, origin });
            let tall = Size::new(size.width, size.height.max(if size.width < 600.0 { 560.0 } else { 0.0 }));
            out.push(("lines-sexes", lines::scene(&self.lines(&sexes), tall, look)));
            if let Some(period) = self.table.latest(members, sexes[0]) {
                let spec = self.bars(period, group, Some(sexes));
                let tall = Size::new(size.width, size.height.max(bars::height(&spec)));
                out.push(("bars-sexes", bars::scene(&spec, tall, look)));
            }
        }
        let Some(period) = self.table.latest(members, group) else { return out };
        let spec = self.bars(period, group, None);
        let tall = Size::new(size.width, size.height.max(bars::height(&spec)));
        out.push(("bars", bars::scene(&spec, tall, look)));
        let spark = self.spark(group);
        if spark.county.iter().chain(&spark.nation).flatten().next().is_some() {
            out.push(("spark", spark::scene(&spark, Size::new(120.0, 32.0), look)));
        }
        out.push(("strip", strip::scene(&self.strip(period, group), Size::new(160.0, 28.0), look)));
        let legend = self.legend(period, group);
        let low = Size::new(size.width.min(420.0), histogram::height(&legend, size.width.min(420.0), look));
        out.push(("legend", histogram::scene(&legend, low, look)));
        for (kind, areas) in [("map", members), ("counties", self.data.regions().counties())] {
            if let Some(scene) = self.map(areas, period, group, size) {
                out.push((kind, scene));
            }
        }
        out
    }

    fn name(&self, area: AreaId) -> String {
        self.data.regions().get(area).name.get(Locale::Sv).to_owned()
    }

    fn format(&self) -> Format {
        let indicator = self.data.indicator(self.id);
        let short = indicator.unit.short.get(Locale::Sv).to_owned();
        Format { decimals: indicator.decimals, kind: indicator.unit.kind, short }
    }

    fn role(&self, area: AreaId) -> Role {
        let regions = self.data.regions();
        match self.selected.iter().position(|a| *a == area) {
            Some(n) => Role::Selected(n),
            None if area == regions.county() => Role::County,
            None if Some(area) == regions.nation() => Role::Nation,
            None => Role::Other,
        }
    }

    fn frame(&self) -> Vec<AreaId> {
        std::iter::once(self.data.regions().county()).chain(self.data.regions().nation()).collect()
    }

    fn value(&self, area: AreaId, period: Period, group: Group) -> Option<f64> {
        self.table.get(area, period, group).ok().map(|v| v.get())
    }

    fn series(&self, area: AreaId, group: Group) -> Vec<Option<f64>> {
        self.table.periods().iter().map(|p| self.value(area, *p, group)).collect()
    }

    fn lines(&self, groups: &[Group]) -> Lines {
        let members = self.data.regions().members().iter().copied();
        let areas: Vec<AreaId> = members.chain(self.frame()).collect();
        let panel = |group: &Group| Panel {
            title: (groups.len() > 1).then(|| format!("{:?}", group.sex)),
            lines: areas
                .iter()
                .map(|&area| Line {
                    area,
                    name: self.name(area),
                    role: self.role(area),
                    values: self.series(area, *group),
                })
                .collect(),
        };
        let indicator = self.data.indicator(self.id);
        let periods = self.table.periods().to_vec();
        let within =
            |p: Period| periods.first().is_some_and(|f| p >= *f) && periods.last().is_some_and(|l| p <= *l);
        let events = self.data.events().iter().filter(|e| within(e.from) && within(e.to));
        Lines {
            panels: groups.iter().map(panel).collect(),
            events: events
                .map(|e| Span { from: e.from, to: e.to, label: e.title.get(Locale::Sv).to_owned() })
                .collect(),
            breaks: indicator
                .breaks
                .iter()
                .filter(|b| within(b.period))
                .map(|b| (b.period, b.text.get(Locale::Sv).to_owned()))
                .collect(),
            target: None,
            level: None,
            periods: periods.clone(),
            format: self.format(),
            title: indicator.title.get(Locale::Sv).to_owned(),
            desc: String::new(),
        }
    }

    fn bars(&self, period: Period, group: Group, sexes: Option<[Group; 2]>) -> Bars {
        let row = |&area: &AreaId| Row {
            area,
            name: self.name(area),
            role: self.role(area),
            beside: false,
            value: self.table.get(area, period, group),
            margin: self.table.margin(area, period, group),
            pair: sexes.map(|[a, b]| (self.table.get(area, period, a), self.table.get(area, period, b))),
            missing: "uppgift saknas".to_owned(),
            class: None,
        };
        let mut rows: Vec<Row> = self.data.regions().members().iter().map(row).collect();
        rows.sort_by_key(|r| std::cmp::Reverse(r.value.ok()));
        if sexes.is_some() {
            rows.extend(self.frame().iter().map(row).map(|r| Row { beside: true, ..r }));
        }
        let reference = |area: AreaId| {
            let value = self.value(area, period, group)?;
            Some(Reference { role: self.role(area), name: self.name(area), value })
        };
        Bars {
            rows,
            references: self.frame().into_iter().filter(|_| sexes.is_none()).filter_map(reference).collect(),
            sexes: sexes.map(|_| ["Kvinnor".to_owned(), "Män".to_owned()]),
            within: "",
            format: self.format(),
            title: String::new(),
            desc: String::new(),
        }
    }

    fn spark(&self, group: Group) -> Spark {
        let regions = self.data.regions();
        Spark {
            periods: self.table.periods().to_vec(),
            county: self.series(regions.county(), group),
            nation: regions.nation().map(|n| self.series(n, group)).unwrap_or_default(),
            breaks: self.data.indicator(self.id).breaks.iter().map(|b| b.period).collect(),
            desc: String::new(),
        }
    }

    fn strip(&self, period: Period, group: Group) -> Strip {
        let regions = self.data.regions();
        let values = regions.members().iter().filter_map(|&a| Some((a, self.value(a, period, group)?)));
        Strip {
            values: values.collect(),
            county: self.value(regions.county(), period, group),
            nation: regions.nation().and_then(|n| self.value(n, period, group)),
            selected: self.selected.clone(),
            desc: String::new(),
        }
    }

    fn classes(
        &self,
        areas: &[AreaId],
        period: Period,
        group: Group,
    ) -> Option<nulage::analysis::classify::Classes> {
        let values: Vec<f64> = areas.iter().filter_map(|&a| self.value(a, period, group)).collect();
        let decimals = self.data.indicator(self.id).decimals;
        let centre = self.value(self.data.regions().county(), period, group);
        let method = if self.id.index().is_multiple_of(3) { Method::Diverging } else { Method::Natural };
        classify(&values, &Request { method, classes: 5, decimals, centre })
    }

    fn color(&self, classes: &nulage::analysis::classify::Classes, value: f64) -> nulage::base::color::Color {
        let t = classes.position_of(value);
        if classes.method.is_two_sided() {
            self.look.theme.ramp_diverging(t)
        } else {
            self.look.theme.ramp(t)
        }
    }

    fn legend(&self, period: Period, group: Group) -> Histogram {
        let members = self.data.regions().members();
        let classes = self.classes(members, period, group);
        let cells = classes.iter().flat_map(|c| {
            c.bounds.windows(2).zip(&c.counts).map(|(w, count)| Class {
                from: w[0],
                to: w[1],
                color: self.color(c, (w[0] + w[1]) / 2.0),
                count: *count,
            })
        });
        let missing = members.iter().filter_map(|&a| self.table.get(a, period, group).err()).next();
        Histogram {
            classes: cells.collect(),
            values: self.strip(period, group).values.into_iter().map(|v| v.1).collect(),
            middle: classes.as_ref().and_then(|c| c.centre).map(|v| (v, "Länet".to_owned())),
            sides: Default::default(),
            missing: missing.map(|m| (Some(m), "uppgift saknas".to_owned())).into_iter().collect(),
            format: self.format(),
        }
    }

    fn map(&self, areas: &[AreaId], period: Period, group: Group, size: Size) -> Option<Scene> {
        let shapes = self.data.shapes()?;
        let named: Vec<Named> = areas.iter().map(|&area| Named { area, name: self.name(area) }).collect();
        let format = self.format();
        let write = |a: AreaId| self.value(a, period, group).map(|v| format.bare(v, Locale::Sv));
        let widest = areas.iter().filter_map(|&a| write(a)).max_by_key(|t| t.chars().count());
        let widest = widest.map(|t| t.replace(|c: char| c.is_ascii_digit(), "8"));
        let key = format!("{} {size:?} {widest:?}", areas.len());
        let have = self.maps.borrow().iter().find(|(k, _)| *k == key).map(|(_, placed)| placed.clone());
        let placed = have.unwrap_or_else(|| {
            let placed = Placed::new(shapes, &named, size, widest.as_deref(), &self.look);
            self.maps.borrow_mut().push((key, placed.clone()));
            placed
        })?;
        let classes = self.classes(areas, period, group)?;
        let shown: Vec<Area> = areas
            .iter()
            .map(|&area| Area {
                area,
                fill: self.table.get(area, period, group).map(|v| self.color(&classes, v.get())),
                value: write(area).unwrap_or_default(),
                selected: self.selected.iter().position(|a| *a == area),
            })
            .collect();
        Some(choropleth::scene(&placed, &shown, &self.look))
    }
}
