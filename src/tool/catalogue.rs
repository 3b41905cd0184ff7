//! The catalogue: a TOML file saying what a bundle holds and which file each figure is in.
//!
//! Unknown keys and ids are errors that name file, line and the nearest known word. Paths are
//! relative to the catalogue. Words mean what they mean in [`crate::bundle::format`]; only what
//! differs from it is explained here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};
use toml::Spanned;

use crate::bundle::format;
pub use crate::tool::catalogue_areas::{Area, Areas, Municipalities};
use crate::tool::catalogue_source::{Csv, Excel, JsonStat, Kolada, PxWeb, Services};
use crate::tool::catalogue_text;
use crate::tool::fault::{self, Fault, did_you_mean};
use crate::tool::geo::feature::{Crs, Wanted};

/// A whole catalogue; every id in it refers to something in it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// A file with what is told of it; see [`crate::tool::catalogue_story`].
    #[serde(default)]
    pub story: Option<PathBuf>,
    /// Who, what, when.
    pub meta: Meta,
    /// Where files of figures are.
    #[serde(default)]
    pub sources: Sources,
    /// Addresses of the services asked for figures.
    #[serde(default)]
    pub services: Services,
    /// Nation, counties, municipalities.
    pub areas: Areas,
    /// Borders.
    #[serde(default)]
    pub geometry: Option<Geometry>,
    /// Units by id.
    pub units: BTreeMap<String, Unit>,
    /// The strategy.
    #[serde(default)]
    pub strategy: Strategy,
    /// Spans of time.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// What publishers of sources are called in English.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub publishers: Publishers,
}

/// English names by what a source's `publisher` says.
pub type Publishers = BTreeMap<String, Spanned<String>>;

/// Plain text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    #[serde(default)]
    pub en: Option<String>,
}

/// See [`format::Meta`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Meta {
    pub id: String,
    pub title: Text,
    pub publisher: Text,
    pub licence: Text,
    pub updated: String,
    pub languages: Vec<format::Language>,
    #[schemars(with = "String")]
    pub county: Spanned<String>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub weights: Option<Spanned<String>>,
    #[serde(default)]
    pub links: Vec<Link>,
}

/// See [`format::Link`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Link {
    pub text: Text,
    pub href: String,
}

/// Folders of figures.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sources {
    /// One file per indicator: the county, its municipalities, the nation.
    pub values: PathBuf,
    /// Files of the same names with the other counties, where there are any.
    pub counties: Option<PathBuf>,
}

/// Borders.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Geometry {
    /// Step of the coordinate grid, metres.
    pub grid: f64,
    /// Where the borders come from.
    pub source: Text,
    /// One object of the topology each.
    pub layers: Vec<Layer>,
}

/// The borders of one level.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Which level.
    pub level: format::Level,
    /// GeoJSON, TopoJSON or GeoPackage.
    pub file: PathBuf,
    /// The object of a topology or table of a GeoPackage; otherwise the only one.
    #[serde(default)]
    pub object: Option<String>,
    /// What coordinates are, where the file does not say; otherwise degrees.
    #[serde(default)]
    pub crs: Option<Crs>,
    /// The property with SCB's code, where not `code`.
    #[serde(default)]
    pub code: Option<String>,
    /// The property with the name, where not `name`.
    #[serde(default)]
    pub name: Option<String>,
    /// Only features whose code begins so; the file may hold more.
    #[serde(default)]
    pub within: Option<String>,
    /// A bend whose triangle is smaller than the square of this many metres is left out.
    pub tolerance: f64,
}

/// See [`format::Unit`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Unit {
    pub kind: format::UnitKind,
    pub label: Text,
    pub short: Text,
}

/// See [`format::Strategy`].
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Strategy {
    pub title: Option<Text>,
    pub overall_goals: Vec<Goal>,
    pub focus_areas: Vec<FocusArea>,
    pub priority_areas: Vec<Goal>,
    pub findings: Vec<Finding>,
}

/// See [`format::Goal`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Goal {
    pub id: String,
    pub title: Text,
}

/// See [`format::FocusArea`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct FocusArea {
    pub id: String,
    pub title: Text,
    pub short: Text,
    pub intro: Text,
}

/// See [`format::Finding`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Finding {
    pub id: String,
    #[schemars(with = "String")]
    pub focus_area: Spanned<String>,
    pub text: Text,
    pub desired: format::Direction,
    #[schemars(with = "Vec<String>")]
    pub indicators: Vec<Spanned<String>>,
    #[serde(default)]
    pub without_figures: Option<Text>,
}

/// See [`format::Event`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Event {
    pub id: String,
    #[schemars(with = "String")]
    pub from: Spanned<String>,
    #[schemars(with = "String")]
    pub to: Spanned<String>,
    pub title: Text,
}

/// See [`format::Indicator`]; `values` names a file, `leave_out` and `missing` correct it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "most members are those of the bundle's type of the same name")]
pub struct Indicator {
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    pub title: Text,
    #[serde(default)]
    pub short: Option<Text>,
    pub subject: Text,
    pub definition: Text,
    pub base: Text,
    #[schemars(with = "String")]
    pub unit: Spanned<String>,
    pub decimals: u8,
    pub direction: format::Direction,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub focus_area: Option<Spanned<String>>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub priority_area: Option<Spanned<String>>,
    #[serde(default)]
    pub target: Option<Target>,
    pub source: Source,
    /// See [`format::Indicator::window`].
    #[serde(default)]
    pub window: Option<u32>,
    #[serde(default)]
    pub breaks: Vec<Break>,
    #[serde(default)]
    pub margin: Option<Margin>,
    #[serde(default)]
    pub caveats: Vec<Caveat>,
    /// Figures of the file that are not shown, and why.
    #[serde(default)]
    pub leave_out: Vec<LeaveOut>,
    /// Reasons known for figures the source does not have.
    #[serde(default)]
    pub missing: Vec<Reason>,
    /// File name in [`Sources::values`]: figures kept beside the catalogue. They are read unless
    /// the run asks the sources anew, which it only can where one of the following stands too.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub values: Option<Spanned<String>>,
    /// Key figures of Kolada.
    #[serde(default)]
    pub kolada: Option<Kolada>,
    /// A table of a statistical database.
    #[serde(default)]
    pub pxweb: Option<PxWeb>,
    /// A text file of any layout.
    #[serde(default)]
    pub csv: Option<Csv>,
    /// A sheet of a workbook.
    #[serde(default)]
    pub excel: Option<Excel>,
    /// A JSON-stat file.
    #[serde(default)]
    pub jsonstat: Option<JsonStat>,
}

/// See [`format::Target`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Target {
    #[schemars(with = "String")]
    pub period: Spanned<String>,
    #[serde(default)]
    pub value: Option<f64>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub base_period: Option<Spanned<String>>,
    #[serde(default)]
    pub factor: Option<f64>,
    pub text: Text,
}

/// See [`format::Margin`]; the same for every value.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Margin {
    pub value: f64,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<String>>,
    pub text: Text,
}

/// See [`format::Source`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Source {
    pub publisher: String,
    #[serde(default)]
    pub table: Option<String>,
    #[serde(default)]
    pub via: Option<String>,
    #[serde(default)]
    pub processed: Option<Text>,
    #[serde(default)]
    pub href: Option<String>,
    #[serde(default)]
    pub licence: Option<String>,
    /// When what is kept in files was read from the source, where that is known.
    #[serde(default)]
    pub retrieved: Option<String>,
}

/// See [`format::Break`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Break {
    #[schemars(with = "String")]
    pub period: Spanned<String>,
    pub text: Text,
}

/// What a reader must know.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Caveat {
    /// Swedish.
    pub sv: String,
    /// English.
    #[serde(default)]
    pub en: Option<String>,
    /// It is about the figures kept in `values` and falls away when the source is asked anew.
    #[serde(default)]
    pub kept: bool,
    /// It is about this county's figures only.
    #[serde(default)]
    pub county: Option<String>,
}

/// Figures of the file that are not shown.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaveOut {
    /// When.
    #[schemars(with = "String")]
    pub period: Spanned<String>,
    /// Of this area only; the cell then says `not-available` and the reason becomes an annotation.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub area: Option<Spanned<String>>,
    /// Why.
    pub why: Text,
    /// It is about the figures kept in `values` only.
    #[serde(default)]
    pub kept: bool,
}

/// Why figures are missing, where the source says so.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Of these areas; all the county's municipalities where left out.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub areas: Vec<Spanned<String>>,
    /// A reason of [`crate::bundle::jsonstat`]'s list.
    #[schemars(with = "String")]
    pub status: Spanned<String>,
}

impl Layer {
    /// What to read of its file.
    pub fn wanted(&self) -> Wanted<'_> {
        Wanted {
            object: self.object.as_deref(),
            crs: self.crs,
            code: self.code.as_deref(),
            name: self.name.as_deref(),
        }
    }
}

impl Caveat {
    /// Whether it is about figures of this county, kept in a file or not.
    pub fn holds(&self, kept: bool, county: &str) -> bool {
        (kept || !self.kept) && self.county.as_deref().is_none_or(|c| c == county)
    }
}

impl From<Caveat> for format::Text {
    fn from(caveat: Caveat) -> Self {
        Self { sv: caveat.sv, en: caveat.en }
    }
}

impl From<Text> for format::Text {
    fn from(text: Text) -> Self {
        Self { sv: text.sv, en: text.en }
    }
}

/// Reads a catalogue and checks its references.
pub fn read(file: &Path) -> Result<Catalogue, Vec<Fault>> {
    parse(file, &fault::read(file).map_err(|e| vec![e])?)
}

/// Reads the text of a catalogue; `file` only names it in errors.
pub fn parse(file: &Path, text: &str) -> Result<Catalogue, Vec<Fault>> {
    let catalogue: Catalogue = from_toml(file, text)?;
    let faults = crate::tool::catalogue_check::faults(file, text, &catalogue);
    if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
}

/// Reads TOML; what does not fit is a fault with its line and the nearest known word.
pub(super) fn from_toml<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, Vec<Fault>> {
    toml::from_str(text).map_err(|e| {
        let span = e.span().unwrap_or_default();
        let at = span.start;
        let (what, hint) = catalogue_text::without_language(e.message(), text, span)
            .unwrap_or_else(|| (e.message().to_owned(), hint_for(e.message())));
        vec![Fault::at(file, line_of(text, at), what).hint(hint)]
    })
}

/// The line of a byte offset, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|b| *b == b'\n').count()
}

/// Which ways may be wanted, and what they mean.
const DIRECTIONS: [&str; 3] = ["up", "down", "none"];
const DIRECTION: &str = "up: more is wanted; down: less is wanted; none: neither, and nothing is judged";

/// The reader's message names the unknown word first and the known ones after it, in backticks.
fn hint_for(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(word) if message.starts_with("unknown") => {
            let known: Vec<&str> = quoted.collect();
            match did_you_mean(word, known.iter().copied()) {
                near if near.is_empty() && known == DIRECTIONS => DIRECTION.to_owned(),
                near => near,
            }
        }
        Some(word) if message.starts_with("missing field") => {
            format!("add `{word} = …`; `nulage schema --help` names the schema that says what it may hold")
        }
        _ => String::new(),
    }
}
