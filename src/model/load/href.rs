//! Addresses that a reader may be sent to: http, https or relative, nothing else.

use crate::base::locale::is_word;
use crate::bundle::format;
use crate::bundle::locate::Path;
use crate::bundle::problem::quoted;
use crate::model::dataset::Link;

use super::found::Found;

/// Whether the address stays beside the document: no scheme, no host.
pub(super) fn is_relative(href: &str) -> bool {
    plain(href) && !href.starts_with("//") && scheme(href).is_none()
}

/// Whether the address is http, https or relative.
pub(super) fn is_safe(href: &str) -> bool {
    let web = scheme(href).is_some_and(|(scheme, rest)| {
        let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        known && rest.strip_prefix("//").is_some_and(|host| host.starts_with(|c: char| is_word(c)))
    });
    is_relative(href) || (plain(href) && web)
}

/// The address where it is safe; else a note, and the address is left out.
pub(super) fn safe(href: &str, path: &Path<'_>, found: &mut Found) -> Option<String> {
    if is_safe(href) {
        return Some(href.to_owned());
    }
    let what = format!("the address {} is left out", quoted(href));
    found.note(path, what, "only http, https and relative addresses are followed");
    None
}

/// Links whose addresses are safe.
pub(super) fn links(links: &[format::Link], path: &Path<'_>, found: &mut Found) -> Vec<Link> {
    let mut out = Vec::new();
    for (i, link) in links.iter().enumerate() {
        let at = path.element(i);
        let text = found.text(&link.text, &at.member("text"));
        if let Some(href) = safe(&link.href, &at.member("href"), found) {
            out.push(Link { text, href });
        }
    }
    out
}

/// Browsers drop control characters and spaces at the edges, and read `\` as `/`; without
/// them the address means to everybody what it says.
fn plain(href: &str) -> bool {
    !href.is_empty() && href.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\')
}

fn scheme(href: &str) -> Option<(&str, &str)> {
    let end = href.find([':', '/', '?', '#'])?;
    let (scheme, rest) = href.split_at_checked(end)?;
    rest.strip_prefix(':').map(|rest| (scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_relative_addresses_pass() {
        for href in
            ["https://scb.se/x?y#z", "HTTP://a.b", "om.html", "./a/b.json", "/a", "?q=1:2", "#a:b", "a/b:c"]
        {
            assert!(is_safe(href), "{href}");
        }
        for href in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " javascript:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "http:evil",
            "https:///x",
            "mailto:a@b",
            ":x",
        ] {
            assert!(!is_safe(href), "{href:?}");
        }
    }

    #[test]
    fn relative_addresses_have_no_host() {
        assert!(is_relative("values/a.json"));
        assert!(!is_relative("https://a.b/c"));
        assert!(!is_relative("//a.b/c"));
    }
}
