//! The style tokens of the page say what the themes say.

use std::{collections::BTreeMap, fs, path::Path};

use nulage::base::color::{Mode, Theme};

/// The rules of `www/tokens.css` in their order, with the mode each stands for.
const RULES: [(&str, Mode); 5] = [
    (":root, :host, .nulage", Mode::Light),
    (":root:not([data-theme=\"light\"])", Mode::Dark),
    (":root[data-theme=\"dark\"]", Mode::Dark),
    (":root, :root[data-theme]", Mode::Contrast),
    (":root, :root[data-theme]", Mode::Print),
];

#[test]
fn tokens_mirror_the_themes() {
    let css =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/tokens.css")).expect("tokens.css");
    let found = rules(&css);
    assert_eq!(found.len(), RULES.len(), "rules in tokens.css");
    for ((selector, tokens), (starts, mode)) in found.iter().zip(RULES) {
        assert!(selector.starts_with(starts), "{mode:?}: “{selector}” should start with “{starts}”");
        assert_eq!(*tokens, expected(Theme::of(mode)), "{mode:?}, “{selector}”");
    }
}

#[test]
fn media_stand_in_the_order_of_their_strength() {
    let css =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/tokens.css")).expect("tokens.css");
    let media: Vec<&str> = css.lines().filter(|line| line.starts_with("@media")).collect();
    assert_eq!(
        media,
        ["@media (prefers-color-scheme: dark) {", "@media (forced-colors: active) {", "@media print {"]
    );
}

fn expected(theme: &Theme) -> BTreeMap<String, String> {
    let single = [
        ("paper", theme.paper),
        ("panel", theme.panel),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("hairline", theme.hairline),
        ("other", theme.other),
        ("county", theme.county),
        ("nation", theme.nation),
        ("accent", theme.accent),
        ("focus", theme.focus),
        ("good", theme.good),
        ("bad", theme.bad),
        ("event", theme.event),
        ("hatch", theme.hatch),
        ("hatch-ground", theme.hatch_ground),
        ("border", theme.border),
    ];
    let single = single.into_iter().map(|(name, color)| (name.to_owned(), color));
    let numbered = |name: &'static str, colors: Vec<_>| {
        colors.into_iter().zip(1..).map(move |(color, i): (_, usize)| (format!("{name}-{i}"), color))
    };
    single
        .chain(numbered("sel", theme.selected.to_vec()))
        .chain(numbered("pair", theme.pair.to_vec()))
        .map(|(name, color)| (format!("--nl-{name}"), color.hex()))
        .collect()
}

/// Selector and colour tokens of every rule, in order; media queries are passed through.
fn rules(css: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let css = css.split_once("*/").map_or(css, |(_, rest)| rest);
    let mut found = Vec::new();
    for chunk in css.split('}') {
        let Some((before, body)) = chunk.rsplit_once('{') else {
            continue;
        };
        let selector = before.rsplit('{').next().unwrap_or(before).trim().to_owned();
        let tokens = body
            .split(';')
            .filter_map(|declaration| declaration.trim().split_once(": "))
            .filter(|(name, _)| name.starts_with("--nl-"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        found.push((selector, tokens));
    }
    found
}
