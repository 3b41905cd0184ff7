//! A check as one HTML file: findings with pictures, coverage as matrices. No script, no request.
//!
//! Everything that comes from a bundle goes through [`escape`]. Colours and type are the page's
//! (`www/tokens.css`), always in light: a report is paper.

mod findings;
mod matrix;
mod picture;

use sha2::{Digest as _, Sha256};

use crate::base::color::{Mode, Theme};
use crate::base::locale::{Locale, number};
use crate::tool::site::base64;
use crate::view::look::Look;
use crate::view::mark::Font;
use crate::view::measure::{MeasureText, TableMeasure};

use super::finding::Severity;
use super::report::Report;
use super::words::words;

/// The family of all text in pictures.
const FONT: &str = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif";

/// Widths of text that hold in whatever sans the reader's machine has: the widest in use, DejaVu and
/// Verdana, are nearly a fifth wider than the others.
struct Roomy;

impl MeasureText for Roomy {
    fn width(&self, text: &str, font: Font) -> f64 {
        1.18 * TableMeasure.width(text, font)
    }
}

/// How pictures are dressed.
fn look(locale: Locale) -> Look<'static> {
    Look { theme: Theme::of(Mode::Light), measure: &Roomy, locale }
}

/// The whole page.
pub fn page(report: &Report<'_>, locale: Locale) -> String {
    let w = words(locale);
    let title = escape(&(w.title)(report.data.meta().title.get(locale)));
    let style = format!("\n{}{}", include_str!("../../../../www/tokens.css"), include_str!("style.css"));
    let hash = base64(&Sha256::digest(style.as_bytes()));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" data-theme=\"light\"><head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n",
        locale.tag()
    );
    out += &head(report, &title, locale);
    out += &findings::sections(report, locale);
    out += &matrix::section(report, locale);
    let rules: String = w.rules_text.iter().map(|text| format!("<p>{}</p>\n", escape(text))).collect();
    out += &format!("<section id=\"rules\">\n<h2>{}</h2>\n{rules}</section>\n", escape(w.rules));
    out + "</main>\n</body></html>\n"
}

fn head(report: &Report<'_>, title: &str, locale: Locale) -> String {
    let w = words(locale);
    let count = |n: usize| number(locale, n as f64, 0);
    let (with, without) = report.cells();
    let (indicators, areas) = (report.data.ids().count(), report.data.regions().ids().count());
    let holds = (w.holds)(&count(indicators), &count(areas), &count(with), &count(without));
    let compared = report.previous.map(|p| (w.compared)(&p.meta().updated));
    let mut out = format!(
        "<header>\n<h1>{title}</h1>\n<p>{}</p>\n<p class=\"quiet\">{}. {}.</p>\n<ul class=\"counts\">\n",
        escape(&holds),
        escape(&(w.read_from)(&report.source, &report.data.meta().updated)),
        escape(compared.as_deref().unwrap_or(w.not_compared)),
    );
    for severity in Severity::ALL {
        let n = report.count(severity);
        let (name, code) = (escape((w.severity)(severity, n)), severity.code());
        let inside = format!("<strong>{}</strong> {name}", count(n));
        let linked = if n > 0 {
            format!("<a href=\"#{code}\">{inside}</a>")
        } else {
            format!("<span>{inside}</span>")
        };
        let means = escape((w.severity_means)(severity));
        out += &format!("<li class=\"{code}\">{linked}<small>{means}</small></li>\n");
    }
    out += "</ul>\n";
    if report.findings.is_empty() {
        out += &format!("<p>{}</p>\n", escape(w.nothing));
    }
    let links = [("coverage", w.coverage), ("rules", w.rules)];
    let links: Vec<String> =
        links.iter().map(|(id, text)| format!("<a href=\"#{id}\">{}</a>", escape(text))).collect();
    out + &format!("<p class=\"quiet\">{}</p>\n</header>\n", links.join(" · "))
}

/// Text as it may stand in HTML, in attributes too.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("<img src=x onerror='a()'>\u{0} & \"b\""),
            "&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;b&quot;"
        );
    }
}
