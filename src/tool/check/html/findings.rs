//! The findings, by severity and indicator, with a picture of each series that is odd.

use crate::base::id::IndicatorId;
use crate::base::locale::Locale;
use crate::tool::check::finding::{Finding, Severity};
use crate::tool::check::report::Report;
use crate::tool::check::words::{Named, said, words};

use super::{escape, picture};

/// A section per severity that has findings.
pub(super) fn sections(report: &Report<'_>, locale: Locale) -> String {
    let w = words(locale);
    let mut out = String::new();
    for severity in Severity::ALL {
        let findings: Vec<&Finding> = report.findings.iter().filter(|f| f.severity == severity).collect();
        if findings.is_empty() {
            continue;
        }
        let (code, heading) = (severity.code(), escape((w.heading)(severity)));
        out += &format!("<section id=\"{code}\" class=\"{code}\">\n<h2>{heading}</h2>\n");
        // Notes are many: they lie together by indicator, and open when they are wanted.
        if severity >= Severity::Warning {
            out += &list(report, &findings, true, locale);
        } else {
            for (title, of) in by_indicator(report, &findings, locale) {
                let count = of.len();
                let title = escape(&title);
                out += &format!(
                    "<details class=\"of\">\n<summary><h3>{title} <span class=\"quiet\">{count}</span></h3></summary>\n"
                );
                out += &list(report, &of, false, locale);
                out += "</details>\n";
            }
        }
        out += "</section>\n";
    }
    out
}

/// The findings of each indicator that has any, those of the bundle as a whole first.
fn by_indicator<'a>(
    report: &Report<'_>,
    findings: &[&'a Finding],
    locale: Locale,
) -> Vec<(String, Vec<&'a Finding>)> {
    let mut subjects: Vec<Option<IndicatorId>> = findings.iter().map(|f| f.indicator).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let of = |subject: Option<IndicatorId>| {
        let findings = findings.iter().filter(|f| f.indicator == subject).copied().collect();
        (title(report, subject, locale).to_owned(), findings)
    };
    subjects.into_iter().map(of).collect()
}

fn title<'a>(report: &'a Report<'_>, subject: Option<IndicatorId>, locale: Locale) -> &'a str {
    subject.map_or(words(locale).whole, |id| report.data.indicator(id).title.get(locale))
}

fn list(report: &Report<'_>, findings: &[&Finding], titled: bool, locale: Locale) -> String {
    let items: String = findings.iter().map(|finding| one(report, finding, titled, locale)).collect();
    format!("<ul class=\"findings\">\n{items}</ul>\n")
}

fn one(report: &Report<'_>, finding: &Finding, titled: bool, locale: Locale) -> String {
    let w = words(locale);
    let words = said(report, finding, locale);
    let place = Named { data: report.data, finding, locale }.place();
    let kind = (w.kind_name)(finding.fact.code());
    let heading = if place.is_empty() { kind.to_owned() } else { format!("{place}: {kind}") };
    let (title, level) = (escape(title(report, finding.indicator, locale)), if titled { 3 } else { 4 });
    let subject = if titled { format!("<p class=\"quiet\">{title}</p>\n") } else { String::new() };
    let mut out = format!("<li>\n{subject}<h{level}>{}</h{level}>\n", escape(&heading));
    out += &picture::of(report, finding, locale);
    out += "<dl>\n";
    let explained = finding.explained.as_ref().map(|text| (w.explained)(text.get(locale)));
    for (name, text) in [
        (w.found, Some(&words.what)),
        (w.expected, Some(&words.expected)),
        (w.todo, Some(&words.todo).filter(|_| explained.is_none())),
    ] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            out += &format!("<dt>{}</dt><dd>{}</dd>\n", escape(name), escape(text));
        }
    }
    out += "</dl>\n";
    if let Some(text) = explained {
        out += &format!("<p class=\"said\">{}</p>\n", escape(&text));
    }
    out + "</li>\n"
}
