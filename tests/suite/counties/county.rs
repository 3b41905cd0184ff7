//! The bundle of any county from figures of every municipality: what a run that asks the services
//! for all of them would make, with the strategy, remarks and story of no county.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use nulage::bundle::format::Bundle;
use nulage::tool::assemble::{Access, Input, assemble_with};
use nulage::tool::catalogue::{self, Catalogue, Indicator};
use nulage::tool::catalogue_source::Kolada;
use nulage::tool::geo::{feature::Wanted, read};
use nulage::tool::starting::Start;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Everything the bundles of all counties are made from.
pub(crate) struct Country {
    from: Catalogue,
    /// Codes and names.
    municipalities: Vec<(String, String)>,
    /// A file of figures by indicator, in the catalogue's order.
    figures: Vec<String>,
}

impl Country {
    pub(crate) fn read() -> Self {
        let mut from = catalogue::read(&at("data/catalogue.toml")).unwrap_or_else(|e| panic!("{e:?}"));
        let mut figures = Vec::new();
        from.indicators.retain_mut(|indicator| {
            let id = indicator.id.get_ref();
            let Ok(packed) = fs::File::open(at(&format!("tests/fixtures/municipalities/{id}.csv.br"))) else {
                return false;
            };
            let mut text = String::new();
            brotli::Decompressor::new(packed, 4096).read_to_string(&mut text).expect("packed text");
            figures.push(text);
            // A starting catalogue holds what a service is asked for; its line is replaced below.
            let kpi = Some(toml::Spanned::new(0..0, id.clone()));
            indicator.kolada = Some(Kolada { kpi, women: None, men: None, domestic: None, foreign: None });
            indicator.pxweb = None;
            true
        });
        let borders = read::read(&at("data/sources/geo/kommun-sverige-150m.geojson"), Wanted::default());
        let municipalities = borders.unwrap_or_else(|e| panic!("{e}"));
        let municipalities = municipalities.into_iter().map(|f| (f.code, f.name)).collect();
        Self { from, municipalities, figures }
    }

    /// Codes of the counties.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.from.areas.counties.iter().map(|county| county.code.as_str()).collect()
    }

    /// How many indicators there are figures of.
    pub(crate) fn indicators(&self) -> usize {
        self.figures.len()
    }

    /// The bundle of a county; its catalogue and figures are written to a folder of its code.
    pub(crate) fn bundle(&self, code: &str, folder: &Path) -> Bundle {
        let base = folder.join(code);
        fs::create_dir_all(&base).expect("a folder");
        let own = |line: &&str| {
            let area = line.split(';').next().unwrap_or_default();
            area.starts_with(code) || area.len() != 4
        };
        for (Indicator { id, .. }, text) in self.from.indicators.iter().zip(&self.figures) {
            let lines: Vec<&str> = text.lines().filter(own).collect();
            fs::write(base.join(format!("{}.csv", id.get_ref())), lines.join("\n")).expect("a file");
        }
        let geo = |name: &str| at("data/sources/geo").join(name).display().to_string();
        let start = Start {
            from: &self.from,
            county: code,
            municipalities: &self.municipalities,
            today: "2026-11-26",
            borders: &geo("kommun-sverige-150m.geojson"),
            county_borders: &geo("lan.geojson"),
        };
        let file = |line: &str| match line.strip_prefix("kolada = { kpi = \"") {
            Some(rest) => {
                let id = rest.split('"').next().unwrap_or_default();
                format!("csv = {{ file = \"{id}.csv\", layout = \"wide\" }}")
            }
            None => line.to_owned(),
        };
        let text = start.text().expect("a county").lines().map(file).collect::<Vec<_>>().join("\n");
        // People look at it with `nulage serve --bundle`, once `nulage bundle --catalogue` has made it.
        fs::write(base.join("catalogue.toml"), &text).expect("a file");
        let input = Input { file: Path::new("county.toml"), text: &text, base: &base };
        let made =
            assemble_with(input, Access::files()).unwrap_or_else(|faults| panic!("{code}: {faults:#?}"));
        made.bundle
    }
}
