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
        let mut subjects: Vec<Option<IndicatorId>> = findings.iter().map(|f| f.indicator).collect();
        subjects.sort_unstable();
        subjects.dedup();
        for subject in subjects {
            let of: Vec<&Finding> = findings.iter().filter(|f| f.indicator == subject).copied().collect();
            let title = subject.map_or(w.whole, |id| report.data.indicator(id).title.get(locale));
            // Notes are many: they open when they are wanted.
            let (open, close) = match severity {
                Severity::Grave | Severity::Warning => ("<div class=\"of\">\n<h3>", "</h3>\n"),
                Severity::Note | Severity::Explained => {
                    ("<details class=\"of\">\n<summary><h3>", "</h3></summary>\n")
                }
            };
            let end = if open.starts_with("<div") { "</div>\n" } else { "</details>\n" };
            let count = if of.len() > 1 {
                format!(" <span class=\"quiet\">{}</span>", of.len())
            } else {
                String::new()
            };
            out += &format!("{open}{}{count}{close}<ul class=\"findings\">\n", escape(title));
            out.extend(of.into_iter().map(|finding| one(report, finding, locale)));
            out += "</ul>\n";
            out += end;
        }
        out += "</section>\n";
    }
    out
}

fn one(report: &Report<'_>, finding: &Finding, locale: Locale) -> String {
    let w = words(locale);
    let words = said(report, finding, locale);
    let place = Named { data: report.data, finding, locale }.place();
    let kind = (w.kind_name)(finding.fact.code());
    let heading = if place.is_empty() { kind.to_owned() } else { format!("{place}: {kind}") };
    let mut out = format!("<li>\n<h4>{}</h4>\n", escape(&heading));
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
