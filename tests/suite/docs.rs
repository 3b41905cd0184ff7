//! `docs/element.md` says what the element's code does; what README.md shows works.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nulage::base::period::Period;
use nulage::bundle::caps::Caps;
use nulage::model::load;
use nulage::tool::{assemble, check};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The words in backquotes in the first column of the table under this heading.
fn documented(heading: &str) -> BTreeSet<String> {
    let page = read("docs/element.md");
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).expect("the heading");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    names.map(|name| name.split('(').next().unwrap_or_default().to_owned()).collect()
}

/// Every text between `open` and the first of `close` after it.
fn between(text: &str, open: &str, close: &[char]) -> BTreeSet<String> {
    let found = text.split(open).skip(1).filter_map(|rest| rest.split(close).next());
    found.map(str::to_owned).collect()
}

#[test]
fn attributes_are_those_observed() {
    let code = read("www/fragment.js");
    let mut names = BTreeSet::from(["src", "geometry", "integrity", "indicator", "page"].map(str::to_owned));
    for list in ["STATE = {", "SETTINGS = {"] {
        let (_, rest) = code.split_once(list).expect("a list of attributes");
        let body = rest.split('}').next().unwrap_or_default();
        names.extend(
            body.split(", ")
                .flat_map(str::lines)
                .filter_map(|pair| pair.split_once(':'))
                .map(|pair| pair.0.trim().to_owned()),
        );
    }
    assert_eq!(documented("Attributes"), names);
    let element = read("www/element.js");
    let own = "['src', 'geometry', 'integrity', ...PAGE, ";
    assert!(element.contains(&format!("{own}...Object.keys(STATE), ...Object.keys(SETTINGS)]")));
}

#[test]
fn members_and_events_are_those_of_the_class() {
    let element = read("www/element.js");
    let types = read("src/tool/site/element.d.ts");
    for name in documented("Properties and methods") {
        let defined = [format!("get {name}("), format!("  {name}("), format!("async {name}(")];
        assert!(defined.iter().any(|form| element.contains(form)), "{name} is not in element.js");
        assert!(types.contains(&format!("  {name}")), "{name} is not in element.d.ts");
    }
    let told = format!("{element}{}", read("www/fragment.js"));
    let mut events = between(&told, "#tell('", &['\'']);
    events.extend(between(&told, "[['", &['\'']));
    events.extend(between(&told, "? [['", &['\'']));
    let events: BTreeSet<String> = events.into_iter().map(|name| format!("nulage-{name}")).collect();
    assert_eq!(documented("Events"), events);
    assert_eq!(types.matches("': CustomEvent<").count(), events.len());
}

#[test]
fn custom_properties_are_those_the_styles_read() {
    let styles = format!("{}{}", read("www/app.css"), read("www/embed.css"));
    let used = between(&styles, "var(--nulage-", &[',', ')']);
    let used: BTreeSet<String> = used.into_iter().map(|name| format!("--nulage-{name}")).collect();
    assert_eq!(documented("Custom properties"), used);
}

#[test]
fn parts_are_named_in_the_code() {
    let mut code = read("www/element.js") + &read("www/trouble.js");
    for folder in ["src/ui", "src/ui/indicator"] {
        for file in fs::read_dir(root().join(folder)).expect("a folder").flatten() {
            if file.path().is_file() {
                code.push_str(&fs::read_to_string(file.path()).expect("readable source"));
            }
        }
    }
    for part in documented("Parts") {
        let forms = ["data-part\", \"", "part: \"", "switch(\"", "part: '", "part = '"]
            .map(|form| format!("{form}{part}"));
        let listed = |line: &str| line.contains("select(") && line.contains(&format!("\"{part}\""));
        let named = forms.iter().any(|form| code.contains(form.as_str())) || code.lines().any(listed);
        assert!(named, "nothing is the part {part}");
    }
}

/// The one block of this language in README.md.
fn example(language: &str) -> String {
    let readme = read("README.md");
    let (_, rest) = readme.split_once(&format!("```{language}\n")).expect("an example");
    rest.split("```").next().unwrap_or_default().to_owned()
}

#[test]
fn the_readmes_bundle_opens() {
    let (data, notes) = load::from_bytes(example("json").as_bytes(), &Caps::default()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    assert_eq!(data.regions().members().len(), 1);
}

#[test]
fn the_readmes_catalogue_becomes_a_bundle() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("andel.csv"), example("csv")).unwrap();
    let (file, out) = (folder.join("demo.toml"), folder.join("demo.json"));
    let made = |text: &str| {
        fs::write(&file, text).unwrap();
        assemble::bundle(&file, &out).map(|_| ()).map_err(|e| format!("{e:#}"))
    };
    let catalogue = example("toml");
    made(&catalogue).unwrap();
    let (data, _) = load::from_bytes(&fs::read(&out).unwrap(), &Caps::default()).unwrap();
    let table = data.table(data.ids().next().unwrap()).unwrap();
    let last = *data.regions().members().last().unwrap();
    let value = table.get(last, Period::year_of(2023), table.default_group()).unwrap();
    assert_eq!(value.get(), 29.9, "found by its name");

    // A code that is mistyped leaves a municipality empty, and both the run and the check say so.
    fs::write(folder.join("andel.csv"), example("csv").replace("9801;", "9803;")).unwrap();
    let report = assemble::bundle(&file, &out).unwrap();
    assert_eq!(
        report.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [format!(
            "warning: {}:3: area 9803 is not in the catalogue: 1 row with 2 values left out (did you mean 9801 (Almvik)?)",
            folder.join("andel.csv").display()
        )]
    );
    assert_eq!(report.cells, (4, 2));
    let read = check::read::file(&out).unwrap();
    let report = check::check(&read, None);
    let said = check::terminal::text(&report, check::Locale::En, 120, check::terminal::Detail::Usual);
    for told in ["0 grave · 1 warning · ", "Almvik (9801) has no values", " 67% "] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    fs::write(folder.join("andel.csv"), example("csv")).unwrap();

    // What a beginner does to it is answered with what to do.
    for (from, to, told) in [
        (
            "name = { sv = \"Almvik\" }",
            "name = \"Almvik\"",
            "demo.toml:12: “name” does not say the language of its text (write name = { sv = \"Almvik\" }",
        ),
        (
            "title = { sv = \"Andel\" }",
            "title = \"Andel\"",
            "demo.toml:21: “title” does not say the language of its text (write title = { sv = \"Andel\" }",
        ),
        (
            ", layout = \"wide\"",
            "",
            "andel.csv:1: there is no column “year” (it has “2022”, “2023”: is the table wide",
        ),
        ("andel.csv", "andl.csv", "andl.csv: there is no such file ("),
        // Faults that show only in the finished bundle.
        (
            "updated = \"2024-01-15\"",
            "updated = \"15 januari 2024\"",
            "demo.toml:6: meta.updated: expected a day written YYYY-MM-DD",
        ),
        ("title = { sv = \"Andel\" }", "title = { sv = \"\" }", "demo.toml:21: indicators[0].title"),
        ("id = \"andel\"\n", "", "demo.toml:19: missing field `id` (add `id = …`; "),
        (
            "layout = \"wide\"",
            "layout = \"wide\", decimal = \".\"",
            "“29,3” is not a number (the decimal sign here is “.”; decimal = \",\" reads the other)",
        ),
    ] {
        let before = fs::read(&out).unwrap();
        let fault = made(&catalogue.replacen(from, to, 1)).unwrap_err();
        assert!(fault.contains(told), "{fault}");
        assert!(fs::read(&out).unwrap() == before, "what there was is left as it was: {fault}");
    }
}
