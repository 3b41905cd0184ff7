//! What a bundle holds, as a plain object for the page around a view: so that a host can make its own
//! menus of indicators and areas without reading the bundle a second time.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::base::locale::Locale;
use crate::model::Dataset;

/// What a bundle holds.
#[derive(Serialize)]
pub struct Contents<'a> {
    title: &'a str,
    updated: &'a str,
    languages: Vec<&'static str>,
    county: &'a str,
    indicators: Vec<Named<'a>>,
    areas: Vec<Named<'a>>,
}

/// A thing by the id or code that attributes name it by, and its name.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
}

impl<'a> Contents<'a> {
    /// The contents with names in this language.
    pub fn of(data: &'a Dataset, locale: Locale) -> Self {
        let meta = data.meta();
        let regions = data.regions();
        let mut indicators = Vec::new();
        for id in data.ids() {
            let indicator = data.indicator(id);
            indicators.push(Named { id: &indicator.id, name: indicator.title.get(locale) });
        }
        let mut areas = Vec::new();
        for &area in regions.members() {
            let region = regions.get(area);
            areas.push(Named { id: &region.code, name: region.name.get(locale) });
        }
        Self {
            title: meta.title.get(locale),
            updated: &meta.updated,
            languages: meta.languages.iter().map(|l| l.tag()).collect(),
            county: &regions.get(regions.county()).code,
            indicators,
            areas,
        }
    }

    /// As a JavaScript object.
    ///
    /// # Errors
    /// Never for these types; what the serialiser says is passed on all the same.
    pub fn to_js(&self) -> Result<JsValue, JsValue> {
        serde_wasm_bindgen::to_value(self).map_err(JsValue::from)
    }
}
