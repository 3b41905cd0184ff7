//! Every sentence said of the default bundle, in both languages, compared with `tests/golden/words.txt`.
//!
//! What changed is written beside it as `words.new.txt`; `NULAGE_ACCEPT=1 cargo test words` accepts.

use std::{fmt::Write, fs, path::Path};

use nulage::{
    base::locale::Locale,
    model::Dataset,
    view::{
        aspect::{self, Aspect},
        choices::Choices,
        spec::{Reading, Shown, counting, counting::Mode, differences, furthest, matrix, spine, told},
        summary::of_whom,
    },
};

use crate::golden::bundle::dataset;

#[test]
fn every_sentence_is_as_it_was() {
    let data = dataset();
    compare("words", &said(&data));
}

/// Compares what is said with `tests/golden/NAME.txt`; what changed is written beside it.
pub(crate) fn compare(name: &str, new: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let (path, beside) = (folder.join(format!("{name}.txt")), folder.join(format!("{name}.new.txt")));
    let old = fs::read_to_string(&path).unwrap_or_default();
    let _ = fs::remove_file(&beside);
    if std::env::var_os("NULAGE_ACCEPT").is_some() {
        fs::write(&path, new).unwrap();
        return;
    }
    if old != new {
        fs::write(&beside, new).unwrap();
    }
    let changed: Vec<String> = new
        .lines()
        .zip(old.lines())
        .filter(|(n, o)| n != o)
        .take(5)
        .map(|(n, o)| format!("{o}\n→ {n}"))
        .collect();
    assert!(
        old == new,
        "{}\nsee tests/golden/{name}.new.txt, accept with NULAGE_ACCEPT=1",
        changed.join("\n")
    );
}

#[test]
fn the_unit_is_said_once() {
    let data = dataset();
    for locale in [Locale::Sv, Locale::En] {
        let mut shorter = 0;
        for indicator in data.ids().map(|id| data.indicator(id)) {
            let (said, unit) = (of_whom(indicator, locale), indicator.unit.label.get(locale));
            assert_eq!(said.to_lowercase().matches(&unit.to_lowercase()).count(), 1, "{said}");
            // Nor is it said in full and abbreviated.
            let short =
                indicator.unit.short.get(locale).split(['/', ' ', '\u{a0}']).next().unwrap_or_default();
            let twice = short.len() > 2 && !unit.contains(short) && said.contains(short);
            assert!(!twice, "{said}: {short}");
            shorter += usize::from(!said.ends_with(&format!(", {unit}")));
        }
        assert!(shorter > 10, "{locale:?} {shorter}");
    }
}

#[test]
fn sentences_keep_the_laws_of_writing() {
    let data = dataset();
    let said = said(&data);
    let lines: Vec<&str> = said.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let mut wrong = Vec::new();
    for line in &lines {
        let (_, text) = line.split_once(": ").unwrap();
        let stops =
            text.ends_with(['.', '!', '?']) || line.starts_with("headline") || line.starts_with("caption");
        let bad = ["  ", "..", " .", " ,", "NaN", "None", "\u{a0}.", "()", "−0 ", "{", "än än", " i i "];
        if !stops || bad.iter().any(|b| text.contains(b)) || text.starts_with(char::is_lowercase) {
            wrong.push(*line);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(lines.len() > 1500, "{}", lines.len());
}

/// All sentences, indicator by indicator, then of areas; one a line, with what says it.
pub(crate) fn said(data: &Dataset) -> String {
    let mut out = String::new();
    for locale in Locale::ALL {
        let _ = writeln!(out, "# {}\n\noverview: {}", locale.tag(), matrix::desc(data, locale));
        let _ = writeln!(out, "furthest: {}", furthest::told(data, locale));
        for &area in data.regions().members() {
            let _ = writeln!(out, "profile: {}", spine::told(data, area, locale));
        }
        for id in data.ids() {
            let table = data.table(id).unwrap();
            let _ = writeln!(out, "\n## {}", data.indicator(id).id);
            let mut readings = vec![Reading::One(table.default_group())];
            let base = table.default_group();
            if table.has_sexes(base.origin) {
                use nulage::model::{Group, Sex};
                let group = |sex| Group { sex, ..base };
                readings.push(Reading::Both { women: group(Sex::Women), men: group(Sex::Men) });
            }
            for reading in readings {
                let shown = Shown { data, id, table, reading, pinned: &[], locale };
                indicator(&shown, &mut out);
            }
        }
        out.push('\n');
    }
    out
}

fn indicator(shown: &Shown<'_>, out: &mut String) {
    let Some(period) = shown.period(None) else { return };
    let finding = told::facts(shown, period);
    let mut say = |what: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "{what}: {text}");
        }
    };
    say("headline", &told::headline(shown, period, &finding));
    say("areas", &told::areas(shown, period));
    if let Reading::Both { .. } = shown.reading {
        return;
    }
    say("caption", &told::caption(shown, period, false));
    for aspect in aspect::offered(shown) {
        let code = Aspect::ALL.iter().find(|a| a.1 == aspect).unwrap().0;
        say(code, &aspect::said(shown, aspect, &Choices::default(), period));
    }
    for mode in counting::offered(shown).into_iter().filter(|m| *m != Mode::Published) {
        let code = Mode::ALL.iter().find(|m| m.1 == mode).unwrap().0;
        let choices = Choices { mode, ..Choices::default() };
        say(code, &aspect::said(shown, Aspect::Levels, &choices, period));
    }
    if let Some(told) = differences::told(shown, period) {
        for sentence in &told.sentences {
            say("differences", sentence);
        }
    }
}
