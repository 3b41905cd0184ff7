//! Where an indicator's figures are read from: the kinds of source a catalogue can name.

use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::bundle::format::Mapping;
use crate::tool::catalogue::Indicator;

/// A meaning per code: `{ "K" = "women" }`.
pub type Words = BTreeMap<String, String>;

/// The source an indicator's figures are read from.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'a> {
    /// A file of the catalogue's own folders.
    Values(&'a Spanned<String>),
    /// A text file.
    Csv(&'a Csv),
    /// A workbook.
    Excel(&'a Excel),
    /// A JSON-stat file.
    JsonStat(&'a JsonStat),
    /// Kolada.
    Kolada(&'a Kolada),
    /// A statistical database.
    PxWeb(&'a PxWeb),
}

impl Kind<'_> {
    /// Its word in a catalogue.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Values(_) => "values",
            Self::Csv(_) => "csv",
            Self::Excel(_) => "excel",
            Self::JsonStat(_) => "jsonstat",
            Self::Kolada(_) => "kolada",
            Self::PxWeb(_) => "pxweb",
        }
    }
}

impl Indicator {
    /// Every source named, what is kept in `values` first.
    pub fn sources(&self) -> Vec<Kind<'_>> {
        let Self { values, csv, excel, jsonstat, kolada, pxweb, .. } = self;
        let mut all = Vec::new();
        all.extend(values.as_ref().map(Kind::Values));
        all.extend(csv.as_ref().map(Kind::Csv));
        all.extend(excel.as_ref().map(Kind::Excel));
        all.extend(jsonstat.as_ref().map(Kind::JsonStat));
        all.extend(kolada.as_ref().map(Kind::Kolada));
        all.extend(pxweb.as_ref().map(Kind::PxWeb));
        all
    }

    /// The source a run reads: what is kept, or where `anew`, the other one if there is one.
    pub fn source_read(&self, anew: bool) -> Option<Kind<'_>> {
        let all = self.sources();
        if anew { all.last().copied() } else { all.first().copied() }
    }
}

/// How a sheet or a text file lays out its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One figure per row; a column per dimension and one with the value.
    #[default]
    Long,
    /// One area per row; every column that [`Columns`] does not name is a period.
    Wide,
}

/// What a row of a header says of the columns under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Head {
    /// Their period.
    Period,
    /// Whose figures they are.
    Sex,
    /// Where those were born.
    Origin,
}

impl Head {
    /// Its word in a catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::Sex => "sex",
            Self::Origin => "origin",
        }
    }
}

/// Which period a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dates {
    /// The year it lies in.
    Year,
    /// The quarter.
    Quarter,
    /// The month.
    Month,
}

/// By which of its years a school year, `2021/22`, is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SchoolYear {
    /// The year it begins in.
    Start,
    /// The year it ends in.
    End,
}

/// What a table's columns are called, where not `area_code`, `year`, `sex`, `origin`, `value`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    /// Area: a code, a code and a name, or a name of the catalogue.
    pub area: Option<String>,
    /// Period; with the layout `wide` only where the header says no period.
    pub period: Option<String>,
    /// Sex; a table without such a column is about everybody.
    pub sex: Option<String>,
    /// Origin; a table without such a column is about everybody.
    pub origin: Option<String>,
    /// The figure; not with the layout `wide`.
    pub value: Option<String>,
    /// Columns of the layout `wide` that hold no figures, such as an area's code beside its name.
    pub skip: Vec<String>,
}

/// A text file with separated columns.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Csv {
    /// The file, beside the catalogue.
    #[schemars(with = "String")]
    pub file: Spanned<PathBuf>,
    /// How figures are laid out.
    #[serde(default)]
    pub layout: Layout,
    /// With the layout `wide`: what the rows of the header say of the columns, from the top. Otherwise
    /// one row of periods, where a sex may stand beside the period: `Kvinnor 2022`.
    #[serde(default)]
    pub header: Vec<Head>,
    /// By which of its years a school year, `2021/22`, is kept; otherwise there are none.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// What the columns are called.
    #[serde(default)]
    pub columns: Columns,
    /// `;`, `,` or a tab; otherwise the one the header holds most of.
    #[serde(default)]
    pub separator: Option<char>,
    /// `,` or `.`; otherwise `.`, and `,` where columns are separated by something else.
    #[serde(default)]
    pub decimal: Option<char>,
    /// How the file is encoded; otherwise UTF-8 where it is that, else Latin-1.
    #[serde(default)]
    pub encoding: Option<Encoding>,
    /// Meaning of the sex column's words: `total`, `women`, `men`.
    #[serde(default)]
    pub sexes: Words,
    /// Meaning of the origin column's words: `total`, `domestic`, `foreign`.
    #[serde(default)]
    pub origins: Words,
    /// Meaning of what stands in place of a number: a reason, or `zero` where it is one.
    #[serde(default)]
    pub symbols: Words,
}

/// Encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// With or without byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// ISO 8859-1, with the signs Windows adds to it.
    #[serde(rename = "latin-1", alias = "windows-1252", alias = "iso-8859-1")]
    Latin1,
}

/// A sheet of a workbook (xlsx, ods).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excel {
    /// The file, beside the catalogue.
    #[schemars(with = "String")]
    pub file: Spanned<PathBuf>,
    /// The sheet's name; otherwise the only sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Cells with header, `A3:F40`; otherwise everything on the sheet.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub range: Option<Spanned<String>>,
    /// How figures are laid out.
    #[serde(default)]
    pub layout: Layout,
    /// With the layout `wide`: what the rows of the header say of the columns, from the top; a
    /// merged cell counts for all columns it covers. Otherwise one row of periods, where a sex may
    /// stand beside the period: `Kvinnor 2022`.
    #[serde(default)]
    pub header: Vec<Head>,
    /// What a date stands for in place of a period; otherwise periods are years and texts.
    #[serde(default)]
    pub dates: Option<Dates>,
    /// By which of its years a school year, `2021/22`, is kept; otherwise there are none.
    #[serde(default)]
    pub school_year: Option<SchoolYear>,
    /// What the columns are called.
    #[serde(default)]
    pub columns: Columns,
    /// Meaning of words for sex: `total`, `women`, `men`.
    #[serde(default)]
    pub sexes: Words,
    /// Meaning of words for origin: `total`, `domestic`, `foreign`.
    #[serde(default)]
    pub origins: Words,
    /// Meaning of what stands in place of a number: a reason, or `zero` where it is one.
    #[serde(default)]
    pub symbols: Words,
}

/// A JSON-stat 2.0 file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JsonStat {
    /// The file, beside the catalogue.
    #[schemars(with = "String")]
    pub file: Spanned<PathBuf>,
    /// How to read a dataset whose dimensions and codes are not the well-known ones.
    #[serde(default)]
    pub mapping: Mapping,
}

/// Key figures of Kolada, the database of Swedish municipalities and regions.
///
/// `kpi` alone gives everybody, women and men as Kolada has them. The others are for what Kolada
/// keeps as key figures of its own.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Kolada {
    /// Key figure about everybody.
    #[schemars(with = "Option<String>")]
    pub kpi: Option<Spanned<String>>,
    /// Key figure about women only.
    #[schemars(with = "Option<String>")]
    pub women: Option<Spanned<String>>,
    /// Key figure about men only.
    #[schemars(with = "Option<String>")]
    pub men: Option<Spanned<String>>,
    /// Key figure about those born in Sweden.
    #[schemars(with = "Option<String>")]
    pub domestic: Option<Spanned<String>>,
    /// Key figure about those born abroad.
    #[schemars(with = "Option<String>")]
    pub foreign: Option<Spanned<String>>,
}

/// A table of a statistical database that speaks PxWebApi, such as SCB's.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PxWeb {
    /// The table: an id (`TAB2921`), with version 1 a path (`AM/AM0210/AM0210A/ArbStatusAr`).
    #[schemars(with = "String")]
    pub table: Spanned<String>,
    /// Version of the interface.
    #[serde(default)]
    pub api: PxVersion,
    /// Variable that holds the areas; its codes are chosen by the catalogue's areas.
    #[serde(default = "region")]
    pub region: String,
    /// Codes chosen per variable; `*` chooses all. A variable that is not named must be one the
    /// table can sum or has a total for; periods are all that there are unless named.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub query: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Value set or aggregation per variable, where the codes are not the table's own.
    #[serde(default)]
    pub codelists: Words,
    /// Variable that holds the sexes, where it is not `Kon`.
    #[serde(default)]
    pub sex: Option<String>,
    /// Variable that holds origin, where it is not `Fodelseregion`.
    #[serde(default)]
    pub origin: Option<String>,
    /// Meaning of codes for sex: `total`, `women`, `men`.
    #[serde(default)]
    pub sexes: Words,
    /// Meaning of codes for origin: `total`, `domestic`, `foreign`.
    #[serde(default)]
    pub origins: Words,
    /// Meaning of symbols in place of numbers, in this table.
    #[serde(default)]
    pub symbols: Words,
}

fn region() -> String {
    "Region".to_owned()
}

/// Version of PxWebApi.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum PxVersion {
    /// Tables by path.
    #[serde(rename = "v1")]
    V1,
    /// Tables by id.
    #[default]
    #[serde(rename = "v2")]
    V2,
}

/// Addresses of the services, where not the public ones.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Services {
    /// Kolada, with version: `https://api.kolada.se/v3`.
    pub kolada: Option<String>,
    /// PxWebApi version 2: `https://statistikdatabasen.scb.se/api/v2`.
    pub pxweb: Option<String>,
    /// PxWebApi version 1, with database: `https://api.scb.se/OV0104/v1/doris/sv/ssd`.
    pub pxweb_v1: Option<String>,
}
