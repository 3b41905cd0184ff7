//! Checks that every id, period and reason in a catalogue exists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use toml::Spanned;

use crate::base::note::Note;
use crate::base::period::Period;
use crate::model::Missing;
use crate::tool::catalogue::{Catalogue, Indicator, Municipalities, line_of};
use crate::tool::catalogue_source::{Columns, Head, Kind, Layout};
use crate::tool::fault::{Fault, did_you_mean};

/// Advice where a source is missing.
const SOURCES: &str = "name one: values, csv, excel, jsonstat, kolada or pxweb";

/// So many words are listed where none is near.
const FEW: usize = 8;

/// Everything wrong with the references of a catalogue, in its order.
pub(super) fn faults(file: &Path, text: &str, catalogue: &Catalogue) -> Vec<Fault> {
    let mut check = Check::new(file, text);
    let units: BTreeSet<&str> = catalogue.units.keys().map(String::as_str).collect();
    let focus: BTreeSet<&str> = catalogue.strategy.focus_areas.iter().map(|f| f.id.as_str()).collect();
    let priority: BTreeSet<&str> = catalogue.strategy.priority_areas.iter().map(|p| p.id.as_str()).collect();
    let counties: BTreeSet<&str> = catalogue.areas.counties.iter().map(|a| a.code.as_str()).collect();
    let mut indicators = BTreeSet::new();
    for indicator in &catalogue.indicators {
        check.slug("indicator", &indicator.id, &mut indicators);
    }
    check.known("county", &catalogue.meta.county, &counties);
    if let Some(weights) = &catalogue.meta.weights {
        check.known("indicator", weights, &indicators);
    }
    for finding in &catalogue.strategy.findings {
        check.known("focus area", &finding.focus_area, &focus);
        for id in &finding.indicators {
            check.known("indicator", id, &indicators);
        }
    }
    for event in &catalogue.events {
        check.period(&event.from);
        check.period(&event.to);
    }
    let areas = areas(catalogue);
    for indicator in &catalogue.indicators {
        check.known("unit", &indicator.unit, &units);
        if let Some(id) = &indicator.focus_area {
            check.known("focus area", id, &focus);
        }
        if let Some(id) = &indicator.priority_area {
            check.known("priority area", id, &priority);
        }
        check.of_indicator(indicator, areas.as_ref());
    }
    check.faults
}

/// English names for publishers that no source has, and that look misspelt; others may be left over from
/// indicators that were taken out.
pub(super) fn misspelt(file: &Path, text: &str, catalogue: &Catalogue) -> Vec<Note> {
    let known: BTreeSet<&str> = catalogue.indicators.iter().map(|i| i.source.publisher.as_str()).collect();
    let mut notes = Vec::new();
    for (name, english) in catalogue.publishers.iter().filter(|(name, _)| !known.contains(name.as_str())) {
        let hint = did_you_mean(name, known.iter().copied());
        if !hint.is_empty() {
            let place = format!("{}:{}", file.display(), line_of(text, english.span().start));
            notes.push(Note::warning(place, format!("no source has the publisher “{name}”"), hint));
        }
    }
    notes
}

/// Area codes, where the catalogue itself lists them all.
fn areas(catalogue: &Catalogue) -> Option<BTreeSet<&str>> {
    let Municipalities::List(municipalities) = &catalogue.areas.municipalities else {
        return None;
    };
    let outer = catalogue.areas.nation.iter().chain(&catalogue.areas.counties);
    Some(outer.chain(municipalities).map(|a| a.code.as_str()).collect())
}

/// Faults of one file, with their lines.
pub(super) struct Check<'a> {
    file: &'a Path,
    text: &'a str,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    pub(super) fn new(file: &'a Path, text: &'a str) -> Self {
        Self { file, text, faults: Vec::new() }
    }

    pub(super) fn fault<T>(&mut self, at: &Spanned<T>, what: String, hint: String) {
        let line = line_of(self.text, at.span().start);
        self.faults.push(Fault::at(self.file, line, what).hint(hint));
    }

    pub(super) fn known(&mut self, kind: &str, word: &Spanned<String>, known: &BTreeSet<&str>) {
        let id = word.get_ref().as_str();
        if !known.contains(id) {
            let near = did_you_mean(id, known.iter().copied());
            let few = known.iter().copied().collect::<Vec<_>>();
            let hint = if near.is_empty() && few.len() <= FEW { few.join(", ") } else { near };
            self.fault(word, format!("there is no {kind} “{id}”"), hint);
        }
    }

    pub(super) fn period(&mut self, word: &Spanned<String>) {
        if let Err(e) = word.get_ref().parse::<Period>() {
            self.fault(word, e.to_string(), String::new());
        }
    }

    /// An id that is part of addresses and stands once.
    pub(super) fn slug<'b>(&mut self, kind: &str, id: &'b Spanned<String>, seen: &mut BTreeSet<&'b str>) {
        let word = id.get_ref().as_str();
        if !seen.insert(word) {
            self.fault(id, format!("the {kind} “{word}” stands twice"), String::new());
        }
        if word.is_empty() || !word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            self.fault(id, format!("the id “{word}” has other signs than a-z, 0-9 and -"), String::new());
        }
    }

    /// One source, or two of which one is what is kept in `values`.
    fn sources(&mut self, indicator: &Indicator) {
        let id = indicator.id.get_ref();
        let names: Vec<&str> = indicator.sources().iter().map(Kind::name).collect();
        let asked: Vec<&str> = names.iter().copied().filter(|n| *n != "values").collect();
        match (names.is_empty(), asked.as_slice()) {
            (true, _) => {
                self.fault(&indicator.id, format!("“{id}” has no source"), SOURCES.to_owned());
            }
            (_, [first, second, ..]) => {
                let what = format!("“{id}” has two sources, {first} and {second}");
                self.fault(&indicator.id, what, "keep one of them".to_owned());
            }
            _ => {}
        }
    }

    /// What a sheet's header says, it says once, and no column says it too.
    fn header(&mut self, file: &Spanned<PathBuf>, layout: Layout, header: &[Head], columns: &Columns) {
        if !header.is_empty() && layout == Layout::Long {
            self.fault(file, "a header is for the layout “wide”".to_owned(), String::new());
        }
        let mut said = BTreeSet::new();
        for head in header {
            if !said.insert(head) {
                self.fault(file, format!("the header says the {} twice", head.name()), String::new());
            }
            let column = match head {
                Head::Period => &columns.period,
                Head::Sex => &columns.sex,
                Head::Origin => &columns.origin,
            };
            if let Some(column) = column {
                let what = format!("the {} is said by the header and by the column “{column}”", head.name());
                self.fault(file, what, "keep one of them".to_owned());
            }
        }
    }

    fn of_indicator(&mut self, indicator: &Indicator, areas: Option<&BTreeSet<&str>>) {
        self.sources(indicator);
        // It would lead to a page beside the app.
        if let Some(href) = indicator.source.href.as_ref().filter(|href| href.starts_with("www.")) {
            let what = format!("the source’s href “{href}” is no whole address");
            self.fault(&indicator.id, what, format!("write https://{href}"));
        }
        if let Some(excel) = &indicator.excel {
            self.header(&excel.file, excel.layout, &excel.header, &excel.columns);
        }
        if let Some(csv) = &indicator.csv {
            self.header(&csv.file, csv.layout, &csv.header, &csv.columns);
        }
        let targets = indicator.target.iter().flat_map(|t| std::iter::once(&t.period).chain(&t.base_period));
        let breaks = indicator.breaks.iter().map(|b| &b.period);
        let left_out = indicator.leave_out.iter().map(|l| &l.period);
        let margin = indicator.margin.iter().flat_map(|m| &m.from);
        for period in targets.chain(breaks).chain(margin).chain(left_out) {
            self.period(period);
        }
        let reasons: BTreeSet<&str> = Missing::ALL.iter().map(|m| m.code()).collect();
        for missing in &indicator.missing {
            self.known("reason", &missing.status, &reasons);
        }
        let Some(areas) = areas else { return };
        let named = indicator.leave_out.iter().flat_map(|l| &l.area);
        for area in named.chain(indicator.missing.iter().flat_map(|m| &m.areas)) {
            self.known("area", area, areas);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::misspelt;
    use crate::tool::catalogue::parse;

    const SOUND: &str = r#"
[meta]
id = "x"
title = { sv = "X" }
publisher = { sv = "X" }
licence = { sv = "X" }
updated = "2026-01-01"
languages = ["sv"]
county = "18"
[sources]
values = "v"
[areas]
nation = { code = "00", name = { sv = "Riket" } }
counties = [{ code = "18", name = { sv = "Örebro län" } }]
municipalities = [{ code = "1880", name = { sv = "Örebro" } }]
[units.percent]
kind = "percent"
label = { sv = "procent" }
short = { sv = "%" }
[[indicators]]
id = "a"
title = { sv = "A" }
subject = { sv = "a" }
definition = { sv = "A." }
base = { sv = "a" }
unit = "percent"
decimals = 1
direction = "up"
source = { publisher = "SCB" }
values = "a.csv"
"#;

    /// The faults after replacing one text by another.
    fn check(from: &str, to: &str) -> Vec<String> {
        assert!(SOUND.contains(from));
        match parse(Path::new("c.toml"), &SOUND.replace(from, to)) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_sound_catalogue_passes() {
        assert_eq!(check("decimals = 1", "decimals = 2"), Vec::<String>::new());
    }

    #[test]
    fn a_misspelt_publisher_is_noted_and_one_left_over_is_not() {
        let names = "[publishers]\nSCBB = \"Statistics Sweden\"\nSkolverket = \"-\"\n[units.percent]";
        let (file, text) = (Path::new("c.toml"), SOUND.replace("[units.percent]", names));
        let notes = misspelt(file, &text, &parse(file, &text).unwrap());
        let told: Vec<String> = notes.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["warning: c.toml:17: no source has the publisher “SCBB” (did you mean “SCB”?)"]);
    }

    #[test]
    fn faults_name_line_and_the_nearest_word() {
        for (from, to, expected) in [
            (
                "unit = \"percent\"",
                "unit = \"percnt\"",
                "c.toml:26: there is no unit “percnt” (did you mean “percent”?)",
            ),
            ("county = \"18\"", "county = \"1\"", "c.toml:9: there is no county “1” (did you mean “18”?)"),
            (
                "decimals = 1",
                "leave_out = [{ period = \"20\", why = { sv = \"-\" } }]\ndecimals = 1",
                "c.toml:27: “20” is not a period",
            ),
            (
                "decimals = 1",
                "missing = [{ areas = [\"1881\"], status = \"secret\" }]\ndecimals = 1",
                "c.toml:27: there is no reason “secret” (non-response, not-applicable, not-available,",
            ),
            (
                "publisher = \"SCB\"",
                "publisher = \"SCB\", href = \"www.scb.se\"",
                "c.toml:21: the source’s href “www.scb.se” is no whole address (write https://www.scb.se)",
            ),
            ("id = \"a\"", "id = \"Å\"", "c.toml:21: the id “Å” has other signs"),
        ] {
            let found = check(from, to);
            assert!(found.first().is_some_and(|f| f.starts_with(expected)), "{found:?}\n{expected}");
        }
    }

    #[test]
    fn unknown_keys_and_words_are_faults() {
        let found = check("subject =", "subjet =");
        assert!(found[0].starts_with("c.toml:23: unknown field `subjet`"), "{found:?}");
        assert!(found[0].ends_with("(did you mean “subject”?)"), "{found:?}");
        let found = check("\"up\"", "\"upp\"");
        assert!(found[0].contains("did you mean “up”?"), "{found:?}");
        let found = check("\"up\"", "\"more\"");
        assert!(found[0].contains("up: more is wanted") && !found[0].contains("did you mean"), "{found:?}");
    }
}
