//! A starting catalogue for any county: the default one's indicators that services are asked for.
//!
//! What belongs to the default county alone falls away: its strategy, its files, remarks on its
//! figures.

use serde::Serialize;

use crate::tool::catalogue::{Area, Catalogue, Indicator, LeaveOut, Reason, Text};
use crate::tool::catalogue_source::{Kind, Kolada, PxVersion, PxWeb};

/// A county's catalogue in the making.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The default catalogue.
    pub from: &'a Catalogue,
    /// The county's code.
    pub county: &'a str,
    /// Codes and names of the country's municipalities.
    pub municipalities: &'a [(String, String)],
    /// The day, `YYYY-MM-DD`.
    pub today: &'a str,
    /// GeoJSON of municipalities, of the county or of more, as the catalogue is to name it.
    pub borders: &'a str,
    /// GeoJSON of counties, as the catalogue is to name it.
    pub county_borders: &'a str,
}

/// The county with this code; what is the matter, and advice, if there is none.
///
/// # Errors
/// As said.
pub fn county<'a>(from: &'a Catalogue, code: &str) -> Result<&'a Area, String> {
    let counties = &from.areas.counties;
    counties.iter().find(|c| c.code == code).ok_or_else(|| {
        let by_name = counties.iter().find(|c| c.name.sv == code || c.name.en.as_deref() == Some(code));
        let hint = match by_name {
            Some(county) => format!("{} has the code {}", county.name.sv, county.code),
            None => {
                let named = counties.iter().map(|c| format!("{} {}", c.code, c.name.sv));
                format!("there are {}", named.collect::<Vec<_>>().join(", "))
            }
        };
        format!("there is no county “{code}” ({hint})")
    })
}

/// A name as part of a file's name or an id: `Örebro län` is `orebro-lan`.
pub fn slug(name: &str) -> String {
    let plain = |c: char| match c {
        'å' | 'ä' | 'à' | 'á' => 'a',
        'ö' | 'ø' => 'o',
        'é' | 'è' => 'e',
        'ü' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    name.to_lowercase().chars().map(plain).collect::<String>().trim_matches('-').to_owned()
}

/// An indicator with figures from a file, to be filled in.
const OWN: &str = r#"
# An indicator with figures of your own: take the first sign off the lines below and put the file beside this
# one, with a head such as Kommun;2023;2024 and a row for each area. README.md tells of workbooks, of women
# and men, and of what stands in place of a number.
#[[indicators]]
#id = "eget-matt"
#title = { sv = "Eget mått", en = "A measure of our own" }
#subject = { sv = "andelen", en = "the share" }
#definition = { sv = "Vad som räknas, och hur.", en = "What is counted, and how." }
#base = { sv = "av alla invånare", en = "of all residents" }
#unit = "percent"
#decimals = 1
#direction = "up"
#source = { publisher = "Egen statistik" }
#csv = { file = "eget-matt.csv", layout = "wide", columns = { area = "Kommun" } }
"#;

impl Start<'_> {
    /// The catalogue's text.
    ///
    /// # Errors
    /// There is no such county.
    pub fn text(&self) -> Result<String, String> {
        let county = county(self.from, self.county)?;
        let of_county =
            |i: &&Indicator| matches!(i.source_read(true), Some(Kind::Kolada(_) | Kind::PxWeb(_)));
        let indicators: Vec<&Indicator> = self.from.indicators.iter().filter(of_county).collect();
        let mut out = self.head(county);
        let used = |id: &&String| indicators.iter().any(|i| i.unit.get_ref() == *id);
        for (id, unit) in self.from.units.iter().filter(|(id, _)| used(id)) {
            out += &format!(
                "\n[units.{id}]\nkind = {}\nlabel = {}\nshort = {}\n",
                json(&unit.kind),
                text(&unit.label),
                text(&unit.short)
            );
        }
        out += &self.publishers(&indicators);
        for event in &self.from.events {
            out += &format!(
                "\n[[events]]\nid = {}\nfrom = {}\nto = {}\ntitle = {}\n",
                json(&event.id),
                json(event.from.get_ref()),
                json(event.to.get_ref()),
                text(&event.title)
            );
        }
        for indicator in indicators {
            out += &self.indicator(indicator);
        }
        out += OWN;
        Ok(out)
    }

    fn head(&self, county: &Area) -> String {
        let Area { code, name } = county;
        let meta = &self.from.meta;
        let own = |(code, _): &&(String, String)| code.starts_with(self.county);
        let municipality = |(code, name): &(String, String)| {
            format!("  {{ code = {}, name = {{ sv = {} }} }},\n", json(code), json(name))
        };
        let municipalities: String = self.municipalities.iter().filter(own).map(municipality).collect();
        let area = |a: &Area| format!("{{ code = {}, name = {} }}", json(&a.code), text(&a.name));
        let counties: String = self.from.areas.counties.iter().map(|c| format!("  {},\n", area(c))).collect();
        let title = Text {
            sv: format!("Nuläge · {}", name.sv),
            en: name.en.as_ref().map(|name| format!("Nuläge · {name}")),
        };
        let publisher = Text {
            sv: "Sammanställt med Nuläge. Siffrorna kommer från de källor som anges vid varje indikator."
                .into(),
            en: Some(
                "Compiled with Nuläge. The figures come from the sources named at each indicator.".into(),
            ),
        };
        let source = self.from.geometry.as_ref().map(|g| text(&g.source)).unwrap_or_default();
        format!(
            "# {title_plain}: what the bundle holds and where each figure is read from.\n\
             # Build it with `nulage bundle --catalogue` and this file. To make it your own: name the publisher,\n\
             # add a [strategy] with focus areas and give indicators their focus_area, priority_area and target.\n\
             \n[meta]\nid = {id}\ntitle = {title}\npublisher = {publisher}\nlicence = {licence}\nupdated = {today}\n\
             languages = [\"sv\", \"en\"]\ncounty = {code}\nweights = \"befolkning\"\n\
             \n[areas]\n{nation}counties = [\n{counties}]\nmunicipalities = [\n{municipalities}]\n\
             \n# `tolerance` and `grid` are metres.\n[geometry]\ngrid = 10\nsource = {source}\n\
             \n[[geometry.layers]]\nlevel = \"municipality\"\nfile = {borders}\nwithin = {code}\ntolerance = 200\n\
             \n[[geometry.layers]]\nlevel = \"county\"\nfile = {county_borders}\ntolerance = 1200\n",
            title_plain = title.sv,
            id = json(&slug(&name.sv)),
            title = text(&title),
            publisher = text(&publisher),
            licence = text(&meta.licence),
            today = json(self.today),
            code = json(code),
            nation =
                self.from.areas.nation.iter().map(|n| format!("nation = {}\n", area(n))).collect::<String>(),
            borders = json(self.borders),
            county_borders = json(self.county_borders),
        )
    }

    /// English names of the publishers there are.
    fn publishers(&self, of: &[&Indicator]) -> String {
        let used = |name: &String| of.iter().any(|i| i.source.publisher == *name);
        let named = self.from.publishers.iter().filter(|(name, _)| used(name));
        let rows: String =
            named.map(|(name, english)| format!("{} = {}\n", json(name), json(english.get_ref()))).collect();
        if rows.is_empty() { rows } else { format!("\n[publishers]\n{rows}") }
    }

    fn indicator(&self, i: &Indicator) -> String {
        let mut out = format!(
            "\n[[indicators]]\nid = {}\ntitle = {}\n{}subject = {}\ndefinition = {}\nbase = {}\nunit = {}\n\
             decimals = {}\ndirection = {}\nsource = {{ publisher = {} }}\n",
            json(i.id.get_ref()),
            text(&i.title),
            i.short.iter().map(|short| format!("short = {}\n", text(short))).collect::<String>(),
            text(&i.subject),
            text(&i.definition),
            text(&i.base),
            json(i.unit.get_ref()),
            i.decimals,
            json(&i.direction),
            json(&i.source.publisher),
        );
        out += &i.window.map(|years| format!("window = {years}\n")).unwrap_or_default();
        let caveats = i.caveats.iter().filter(|c| c.holds(false, self.county));
        let caveat = |c: &crate::tool::catalogue::Caveat| text(&Text { sv: c.sv.clone(), en: c.en.clone() });
        out += &list("caveats", caveats.map(caveat));
        let one = |period: &str, name: &str, t: &Text| {
            format!("{{ period = {}, {name} = {} }}", json(period), text(t))
        };
        out += &list("breaks", i.breaks.iter().map(|b| one(b.period.get_ref(), "text", &b.text)));
        let left: Vec<&LeaveOut> = i.leave_out.iter().filter(|l| !l.kept && l.area.is_none()).collect();
        out += &list("leave_out", left.iter().map(|l| one(l.period.get_ref(), "why", &l.why)));
        let reasons: Vec<&Reason> = i.missing.iter().filter(|m| m.areas.is_empty()).collect();
        out +=
            &list("missing", reasons.iter().map(|m| format!("{{ status = {} }}", json(m.status.get_ref()))));
        match i.source_read(true) {
            Some(Kind::Kolada(wanted)) => out += &kolada(wanted),
            Some(Kind::PxWeb(wanted)) => out += &pxweb(wanted),
            _ => {}
        }
        out
    }
}

fn list(name: &str, items: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = items.map(|item| format!("  {item},\n")).collect();
    if lines.is_empty() { String::new() } else { format!("{name} = [\n{}]\n", lines.concat()) }
}

fn kolada(wanted: &Kolada) -> String {
    let Kolada { kpi, women, men, domestic, foreign } = wanted;
    let mut pairs = Vec::new();
    for (name, kpi) in
        [("kpi", kpi), ("women", women), ("men", men), ("domestic", domestic), ("foreign", foreign)]
    {
        pairs.extend(kpi.as_ref().map(|kpi| format!("{name} = {}", json(kpi.get_ref()))));
    }
    format!("kolada = {{ {} }}\n", pairs.join(", "))
}

fn pxweb(wanted: &PxWeb) -> String {
    let PxWeb { table, api, region, query, codelists, sex, origin, sexes, origins, symbols } = wanted;
    let mut pairs = vec![format!("table = {}", json(table.get_ref()))];
    if *api == PxVersion::V1 {
        pairs.push("api = \"v1\"".to_owned());
    }
    if region != "Region" {
        pairs.push(format!("region = {}", json(region)));
    }
    let codes = query.iter().map(|(name, codes)| {
        let codes: Vec<&str> = codes.iter().map(|c| c.get_ref().as_str()).collect();
        format!("{} = {}", json(name.get_ref()), json(&codes))
    });
    pairs.push(format!("query = {{ {} }}", codes.collect::<Vec<_>>().join(", ")));
    for (name, variable) in [("sex", sex), ("origin", origin)] {
        pairs.extend(variable.as_ref().map(|variable| format!("{name} = {}", json(variable))));
    }
    let tables = [("codelists", codelists), ("sexes", sexes), ("origins", origins), ("symbols", symbols)];
    for (name, words) in tables.into_iter().filter(|(_, words)| !words.is_empty()) {
        let words = words.iter().map(|(code, word)| format!("{} = {}", json(code), json(word)));
        pairs.push(format!("{name} = {{ {} }}", words.collect::<Vec<_>>().join(", ")));
    }
    format!("pxweb = {{ {} }}\n", pairs.join(", "))
}

fn text(text: &Text) -> String {
    match &text.en {
        Some(en) => format!("{{ sv = {}, en = {} }}", json(&text.sv), json(en)),
        None => format!("{{ sv = {} }}", json(&text.sv)),
    }
}

/// JSON's strings and lists of strings are TOML's too.
fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::tool::county::Data;

    #[test]
    fn a_county_that_is_not_there_is_answered_with_those_there_are() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let faults = Data::at(data).write("99", "2026-01-01", None).unwrap_err();
        let said = faults[0].to_string();
        assert!(
            said.starts_with("--county: there is no county “99” (there are 01 Stockholms län, "),
            "{said}"
        );
    }

    #[test]
    fn names_become_ids() {
        for (name, id) in [("Örebro län", "orebro-lan"), ("Västra Götalands län", "vastra-gotalands-lan")]
        {
            assert_eq!(slug(name), id);
        }
    }
}
