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
fn women_and_men_may_be_columns() {
    let text = "Kommun;År;Kvinnor;Män;Totalt\nÖrebro;2021;1,5;2,5;2\n";
    let columns = "columns = { area = \"Kommun\", period = \"År\" }";
    let settings = format!("layout = \"wide\"\nheader = [\"sex\"]\n{columns}");
    assert_eq!(
        read(text.as_bytes(), &settings).unwrap(),
        [
            "area 1880, 2021, men, total: 2.5",
            "area 1880, 2021, total, total: 2",
            "area 1880, 2021, women, total: 1.5"
        ]
    );
    let hint = "layout = \"wide\", header = [\"sex\"], columns = { area = \"Kommun\", period = \"År\" }";
    for toml in [columns, "layout = \"wide\"\ncolumns = { area = \"Kommun\" }"] {
        let error = read(text.as_bytes(), toml).unwrap_err();
        assert!(error.ends_with(&format!("is read so: {hint})")), "{error}");
    }
}

#[test]
fn a_head_may_say_sex_and_period() {
    let text = "Kommun;Kvinnor 2020;2020 Män;\"Kvinnor\n2021*\"\nÖrebro;1;2;3\n";
    let wide = "layout = \"wide\"\ncolumns = { area = \"Kommun\" }";
    assert_eq!(
        read(text.as_bytes(), wide).unwrap(),
        [
            "area 1880, 2020, men, total: 2",
            "area 1880, 2020, women, total: 1",
            "area 1880, 2021, women, total: 3 preliminary"
        ]
    );
    let error = read(text.as_bytes(), "columns = { area = \"Kommun\" }").unwrap_err();
    assert!(
        error.contains("it has “Kvinnor 2020”, “2020 Män”, “Kvinnor 2021*”: is the table wide"),
        "{error}"
    );
    assert!(error.ends_with("layout = \"wide\")"), "{error}");
    // A column says the sex: the head may not say it too.
    let twice = "Kommun;sex;Kvinnor 2020\nÖrebro;K;1\n";
    assert!(read(twice.as_bytes(), wide).unwrap_err().starts_with("x.csv:1: “Kvinnor 2020” is not a period"));
}

#[test]
fn preliminary_periods_mark_their_figures() {
    let wide = "layout = \"wide\"\ncolumns = { area = \"kod\" }";
    let long = "columns = { area = \"kod\", period = \"år\", value = \"värde\" }";
    for mark in ["*", " p", " (p)", " (prel)", " (prel.)", " prel.", " preliminär", " Preliminärt"] {
        let text = format!("kod;2021;2022{mark}\n1880;1;2\n");
        let expected = ["area 1880, 2021, total, total: 1", "area 1880, 2022, total, total: 2 preliminary"];
        assert_eq!(read(text.as_bytes(), wide).unwrap(), expected, "{mark}");
        let text = format!("kod;år;värde\n1880;2021;1\n1880;2022{mark};2\n");
        assert_eq!(read(text.as_bytes(), long).unwrap(), expected, "{mark}");
    }
    // What is no period and has figures is not to be skipped.
    for cell in ["2", "2 %"] {
        let text = format!("kod;2021;2022 (rev 1)\n1880;1;{cell}\n");
        let error = read(text.as_bytes(), wide).unwrap_err();
        assert!(error.contains("“2022 (rev 1)” is not a period"), "{error}");
        assert!(error.contains("figures stand under it") && !error.contains("skip"), "{error}");
    }
}

#[test]
fn school_years_are_kept_by_the_year_that_is_said() {
    let text = "kod;2020/21;2021/2022*\n1880;1;2\n";
    let wide = |more: &str| format!("layout = \"wide\"\ncolumns = {{ area = \"kod\" }}\n{more}");
    for (setting, first, second) in [("end", 2021, 2022), ("start", 2020, 2021)] {
        assert_eq!(
            read(text.as_bytes(), &wide(&format!("school_year = \"{setting}\""))).unwrap(),
            [
                format!("area 1880, {first}, total, total: 1"),
                format!("area 1880, {second}, total, total: 2 preliminary")
            ]
        );
    }
    assert_eq!(
        read(text.as_bytes(), &wide("")).unwrap_err(),
        "x.csv:1: “2020/21” is a school year, not a period \
         (say by which of its years it is kept: school_year = \"end\" or \"start\")"
    );
    let error = read(b"kod;2020/22\n1880;1\n", &wide("school_year = \"end\"")).unwrap_err();
    assert!(error.starts_with("x.csv:1: “2020/22” is not a period"), "{error}");
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

#[test]
fn a_head_in_two_lines_is_named_as_it_stands_or_in_one() {
    let text = "kod;år;\"Andel\n(procent)\"\n1880;2021;1\n";
    for name in ["Andel\\n(procent)", "Andel (procent)"] {
        let columns = format!("columns = {{ area = \"kod\", period = \"år\", value = \"{name}\" }}");
        assert_eq!(read(text.as_bytes(), &columns).unwrap(), ["area 1880, 2021, total, total: 1"], "{name}");
    }
}
