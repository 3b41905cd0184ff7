//! A check in the terminal: counts, findings and coverage as tables.

use std::fmt::Write as _;

use crate::base::locale::{Locale, number};
use crate::base::num;
use crate::model::Level;

use super::coverage::Coverage;
use super::finding::{Finding, Severity};
use super::report::Report;
use super::table::{Column, set, wrapped};
use super::words::{Named, Words, said, words};

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Counts, and what is grave or warned of: at the end of a run.
    Short,
    /// With the coverage.
    Usual,
    /// With notes and explained findings too.
    All,
}

/// Characters in a line where standard output is no terminal.
const WIDE: usize = 120;

/// Characters in a line of the terminal; a fixed number where there is none.
pub fn width() -> usize {
    console::Term::stdout().size_checked().map_or(WIDE, |(_, columns)| usize::from(columns))
}

/// Fewest characters in a line that tables can be set in.
const NARROWEST: usize = 64;

/// The report in lines of at most `width` characters, 64 at least.
pub fn text(report: &Report<'_>, locale: Locale, width: usize, detail: Detail) -> String {
    let width = width.max(NARROWEST);
    let w = words(locale);
    let mut out = head(report, w, locale, width);
    for severity in Severity::ALL {
        let listed = detail == Detail::All || severity >= Severity::Warning;
        let findings: Vec<&Finding> =
            report.findings.iter().filter(|f| listed && f.severity == severity).collect();
        if !findings.is_empty() {
            let (heading, means) = ((w.heading)(severity), (w.severity_means)(severity));
            put(&mut out, format_args!("\n{heading} ({means})\n\n"));
            out.push_str(&table(report, &findings, locale, width));
        }
    }
    let (notes, explained) = (report.count(Severity::Note), report.count(Severity::Explained));
    if report.findings.is_empty() {
        put(&mut out, format_args!("\n{}\n", w.nothing));
    } else if detail != Detail::All && notes + explained > 0 {
        let counts = [notes, explained].map(|n| number(locale, n as f64, 0));
        let [notes, explained] = &counts;
        out.push('\n');
        lines(&mut out, &(w.not_listed)(notes, explained), width);
    }
    if detail != Detail::Short {
        put(&mut out, format_args!("\n{}\n\n", w.coverage));
        out.push_str(&coverage(report, w, locale, width));
        out.push('\n');
        lines(&mut out, w.coverage_legend, width);
    }
    out
}

fn head(report: &Report<'_>, w: &Words, locale: Locale, width: usize) -> String {
    let mut out = String::new();
    let meta = report.data.meta();
    lines(&mut out, &(w.title)(meta.title.get(locale)), width);
    lines(&mut out, &(w.read_from)(&report.source, &meta.updated), width);
    let (with, without) = report.cells();
    let count = |n: usize| number(locale, n as f64, 0);
    let (indicators, areas) = (report.data.ids().count(), report.data.regions().ids().count());
    lines(&mut out, &(w.holds)(&count(indicators), &count(areas), &count(with), &count(without)), width);
    let compared = report.previous.map(|p| (w.compared)(&p.meta().updated));
    lines(&mut out, compared.as_deref().unwrap_or(w.not_compared), width);
    let counts =
        Severity::ALL.map(|s| format!("{} {}", count(report.count(s)), (w.severity)(s, report.count(s))));
    put(&mut out, format_args!("\n{}\n", counts.join(" · ")));
    out
}

fn table(report: &Report<'_>, findings: &[&Finding], locale: Locale, width: usize) -> String {
    let w = words(locale);
    let columns = [
        Column { head: w.kind, right: false, least: 8 },
        Column { head: w.indicator, right: false, least: 10 },
        Column { head: w.place, right: false, least: 10 },
        Column { head: w.found, right: false, least: 12 },
        Column { head: w.expected, right: false, least: 12 },
    ];
    let row = |finding: &&Finding| {
        let named = Named { data: report.data, finding, locale };
        let words = said(report, finding, locale);
        let explained = finding.explained.as_ref().map(|text| (w.explained)(text.get(locale)));
        vec![
            (w.kind_name)(finding.fact.code()).to_owned(),
            finding.indicator.map_or(w.whole, |id| named.title(id)).to_owned(),
            named.place(),
            words.what,
            explained.unwrap_or(words.expected),
        ]
    };
    let rows: Vec<Vec<String>> = findings.iter().map(row).collect();
    set(&columns, &rows, width)
}

fn coverage(report: &Report<'_>, w: &Words, locale: Locale, width: usize) -> String {
    let plain = |head| Column { head, right: true, least: 0 };
    let columns = [
        Column { head: w.indicator, right: false, least: 10 },
        plain(w.areas),
        plain(w.groups),
        plain(w.filled),
        Column { head: w.periods, right: false, least: 0 },
        Column { head: w.by_period, right: false, least: 8 },
    ];
    let count = |n: usize| number(locale, n as f64, 0);
    let row = |c: &Coverage| {
        let span = match (c.periods.first(), c.periods.last()) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(only), _) => only.to_string(),
            _ => "–".to_owned(),
        };
        vec![
            report.data.indicator(c.indicator).title.get(locale).to_owned(),
            count(c.areas.len()),
            count(c.groups.len()),
            c.filled(locale),
            span,
            blocks(report, c),
        ]
    };
    let rows: Vec<Vec<String>> = report.coverage.iter().map(row).collect();
    set(&columns, &rows, width)
}

/// One sign per period: how many of the municipalities, or of the highest level there is, have a value.
fn blocks(report: &Report<'_>, coverage: &Coverage) -> String {
    let levels = [Level::Municipality, Level::County, Level::Nation, Level::District];
    let shares = levels.into_iter().find_map(|level| coverage.shares(report.data, level)).unwrap_or_default();
    let signs = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let sign = |share: f64| match num::ceil(share * signs.len() as f64) as usize {
        0 => '·',
        n => signs.get(n - 1).copied().unwrap_or('█'),
    };
    shares.into_iter().map(sign).collect()
}

fn lines(out: &mut String, text: &str, width: usize) {
    for line in wrapped(text, width) {
        put(out, format_args!("{line}\n"));
    }
}

fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(what);
}
