//! Text tables as offices write them.

use std::path::Path;

use nulage::tool::catalogue_source::Csv;
use nulage::tool::source::separated;

use super::areas;

/// Figures as “area period sex origin value”, with what is said of them.
fn read(bytes: &[u8], settings: &str) -> Result<Vec<String>, String> {
    let wanted: Csv = toml::from_str(&format!("file = \"x.csv\"\n{settings}")).unwrap();
    let found = separated::parse(Path::new("x.csv"), bytes, &wanted, &areas()).map_err(|e| e.to_string())?;
    let flag = |flag: Option<&str>| flag.map(|flag| format!(" {flag}")).unwrap_or_default();
    let figures = found.figures.iter();
    Ok(figures.map(|(key, figure)| format!("{key}: {}{}", figure.value.get(), flag(figure.flag))).collect())
}

#[test]
fn a_symbol_may_be_a_zero() {
    let text = b"area_code;year;value\n1880;2021;-\n1880;2022;1,5\n";
    let expected = ["area 1880, 2021, total, total: 0", "area 1880, 2022, total, total: 1.5"];
    assert_eq!(read(text, "symbols = { \"-\" = \"zero\" }").unwrap(), expected);
    let error = read(text, "").unwrap_err();
    assert!(error.contains("symbols = { \"-\" = \"zero\" } where it is a true zero"), "{error}");
    let error = read(text, "symbols = { \"-\" = \"0\" }").unwrap_err();
    assert!(error.contains("(zero, suppressed, "), "{error}");
}
