//! Catalogues of counties from the package's own files: for one run, or as a folder to work on.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::tool::catalogue::{self, Area, Catalogue};
use crate::tool::fault::{self, Fault};
use crate::tool::fetch::cache::write_whole;
use crate::tool::geo::{feature::Wanted, read};
use crate::tool::starting::{self, Start, slug};

/// The package's data.
#[derive(Clone, Debug)]
pub struct Data {
    folder: PathBuf,
}

/// Borders of every municipality, inside the data.
const MUNICIPALITIES: &str = "sources/geo/kommun-sverige-150m.geojson";
/// Borders of the counties, inside the data.
const COUNTIES: &str = "sources/geo/lan.geojson";

/// A catalogue for one run.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Names it in messages.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
    /// The folder its paths are relative to.
    pub base: PathBuf,
    /// The county's name as part of a file's name.
    pub slug: String,
}

/// The county that the option `--county` asks for.
fn asked_for<'a>(from: &'a Catalogue, code: &str) -> Result<&'a Area, Vec<Fault>> {
    starting::county(from, code).map_err(|what| vec![Fault::of(Path::new("--county"), what)])
}

impl Data {
    /// The folder `data` of the package.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The default catalogue's file.
    pub fn default_file(&self) -> PathBuf {
        self.folder.join("catalogue.toml")
    }

    /// The catalogue of a county: the default one for its own county, else a starting one.
    ///
    /// # Errors
    /// There is no such county, or the package's files cannot be read.
    pub fn of_county(&self, code: &str, today: &str) -> Result<Ready, Vec<Fault>> {
        let (file, text, from) = self.default()?;
        let county = asked_for(&from, code)?;
        let slug = slug(&county.name.sv);
        if from.meta.county.get_ref() == code {
            return Ok(Ready { file, text, base: self.folder.clone(), slug });
        }
        let text = self.start(&from, code, today, (MUNICIPALITIES, COUNTIES))?;
        let file = PathBuf::from(format!("the starting catalogue of county {code}"));
        Ok(Ready { file, text, base: self.folder.clone(), slug })
    }

    /// Writes a folder with a county's starting catalogue and its borders; gives the catalogue.
    ///
    /// # Errors
    /// There is no such county, there is such a catalogue already, or it cannot be written.
    pub fn write(&self, code: &str, today: &str, folder: Option<&Path>) -> Result<PathBuf, Vec<Fault>> {
        let (_, _, from) = self.default()?;
        let county = asked_for(&from, code)?;
        let folder = folder.map_or_else(|| PathBuf::from(slug(&county.name.sv)), Path::to_owned);
        let out = folder.join("catalogue.toml");
        if out.exists() {
            let hint = "choose another folder with --output, or move it away";
            return Err(vec![Fault::of(&out, "is there already").hint(hint)]);
        }
        let text =
            self.start(&from, code, today, ("borders/municipalities.geojson", "borders/counties.geojson"))?;
        let borders = folder.join("borders");
        let own = self.cut(code).map_err(|e| vec![e])?;
        let counties = fault::read(&self.folder.join(COUNTIES)).map_err(|e| vec![e])?;
        let files = [
            (borders.join("municipalities.geojson"), own),
            (borders.join("counties.geojson"), counties),
            (out.clone(), text),
        ];
        for (file, text) in files {
            let written = write_whole(&file, text.as_bytes());
            written.map_err(|e| vec![Fault::of(&file, format!("cannot be written: {e}"))])?;
        }
        Ok(out)
    }

    fn default(&self) -> Result<(PathBuf, String, Catalogue), Vec<Fault>> {
        let file = self.default_file();
        let text = fault::read(&file).map_err(|e| vec![e])?;
        let catalogue = catalogue::parse(&file, &text)?;
        Ok((file, text, catalogue))
    }

    fn start(
        &self,
        from: &Catalogue,
        county: &str,
        today: &str,
        (borders, county_borders): (&str, &str),
    ) -> Result<String, Vec<Fault>> {
        let all = self.folder.join(MUNICIPALITIES);
        let features = read::read(&all, Wanted::default()).map_err(|e| vec![e])?;
        let municipalities: Vec<_> = features.into_iter().map(|f| (f.code, f.name)).collect();
        let start = Start { from, county, municipalities: &municipalities, today, borders, county_borders };
        start.text().map_err(|what| vec![Fault::of(&all, what)])
    }

    /// The borders of one county's municipalities, one feature a line.
    fn cut(&self, county: &str) -> Result<String, Fault> {
        let file = self.folder.join(MUNICIPALITIES);
        let all: Value = serde_json::from_str(&fault::read(&file)?)
            .map_err(|e| Fault::at(&file, e.line(), format!("is not JSON: {e}")))?;
        let features = all.get("features").and_then(Value::as_array);
        let own = |feature: &&Value| {
            let code = feature.pointer("/properties/code").and_then(Value::as_str);
            code.is_some_and(|code| code.starts_with(county))
        };
        let lines = features.into_iter().flatten().filter(own).map(Value::to_string);
        let features = lines.collect::<Vec<_>>().join(",\n");
        let crs = all.get("crs").map(|crs| format!("\"crs\":{crs},")).unwrap_or_default();
        Ok(format!("{{\"type\":\"FeatureCollection\",{crs}\"features\":[\n{features}\n]}}\n"))
    }
}
