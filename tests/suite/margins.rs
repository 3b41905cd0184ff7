//! Values with margins: what is said where they leave something open, in both languages, and what is
//! drawn. Every text is compared with `tests/golden/margins.txt`, as those of the default bundle are.

use std::fmt::Write as _;

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::Size,
        locale::Locale,
    },
    bundle::caps::Caps,
    model::{Dataset, Group, Sex, load},
    view::{
        chart::bars,
        look::Look,
        measure::TableMeasure,
        spec::{
            Reading, Shown, change, facts, gaps, matrix, ranking, ranks, row, spine,
            table::{SortBy, table},
            told,
        },
    },
};

use crate::{golden::sound, overlap::WIDTHS, words};

/// Made-up surveys: a margin for all values, one for each, noise from a year on, and none.
fn dataset() -> Dataset {
    let bytes = include_bytes!("../fixtures/margins.bundle.json");
    let (dataset, notes) = load::from_bytes(bytes, &Caps::default()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    dataset
}

fn readings(shown: &Shown<'_>) -> Vec<Reading> {
    let base = shown.lead();
    let mut all = vec![Reading::One(base)];
    if shown.table.has_sexes(base.origin) {
        let group = |sex| Group { sex, ..base };
        all.push(Reading::Both { women: group(Sex::Women), men: group(Sex::Men) });
    }
    all
}

#[test]
fn what_margins_leave_open_is_said() {
    let data = dataset();
    let mut out = words::said(&data);
    for locale in Locale::ALL {
        let _ = writeln!(out, "# {}", locale.tag());
        for id in data.ids() {
            let table = data.table(id).unwrap();
            let reading = Reading::One(table.default_group());
            let shown = Shown { data: &data, id, table, reading, pinned: &[], locale };
            let _ = writeln!(out, "\n## {}", data.indicator(id).id);
            for reading in readings(&shown) {
                details(&Shown { reading, ..shown }, &mut out);
            }
        }
        out.push('\n');
    }
    words::compare("margins", &out);
}

/// Facts, rows, places, changes, differences and tables, one a line.
fn details(shown: &Shown<'_>, out: &mut String) {
    let (data, locale) = (shown.data, shown.locale);
    let period = shown.period(None).unwrap();
    for row in table(shown, period, (SortBy::Value, false), false, false).rows {
        let cells: Vec<&str> = row.cells.iter().map(|c| &*c.text).collect();
        let _ = writeln!(out, "table: {}: {}", row.name, cells.join(" | "));
    }
    if let Reading::Both { .. } = shown.reading {
        let rows = ranking::bars(shown, period, |_| None, String::new(), String::new()).rows;
        let open: Vec<String> = rows.into_iter().filter(bars::Row::is_open).map(|r| r.name).collect();
        let _ = writeln!(out, "equal: {}", open.join(", "));
        return;
    }
    let pinned = &data.regions().members()[..2];
    for fact in facts::facts(&Shown { pinned, ..*shown }, period, &told::facts(shown, period)) {
        let note = fact.how.map(|h| h.note).unwrap_or_default();
        let _ = writeln!(out, "fact: {}: {} | {} | {note}", fact.term, fact.value, fact.lines.join(" | "));
    }
    for between in gaps::Between::of(shown) {
        let _ = writeln!(out, "gap: {}", gaps::told(shown, between, period));
    }
    for &area in data.regions().members().iter().chain([&data.regions().county()]) {
        let row = row::row(data, shown.id, area, locale).unwrap();
        let judged = row.verdict.map_or("", nulage::view::words::words(locale).judged);
        let _ = writeln!(out, "row: {} | {} {} | {}", row.when, row.arrow, row.change, judged);
        let mut places = ranks::read_aloud(shown, period).into_iter();
        let place = places.find(|one| one.0 == area).map(|one| one.1).unwrap_or_default();
        let _ = writeln!(out, "place: {place}");
        if let Some(span) = change::widest(shown) {
            let _ = writeln!(out, "change: {}", change::area_told(shown, area, span));
        }
        let _ = writeln!(out, "cell: {}", matrix::told(data, shown.id, area, locale).join(" | "));
    }
    for row in ranks::grid(shown).rows {
        let cells: Vec<String> = row.cells.into_iter().map(|c| c.text).collect();
        let _ = writeln!(out, "places: {}: {}", row.name, cells.join(" | "));
    }
    for row in &spine::grid(data, data.regions().members()[0], locale).rows {
        if row.key == Some(nulage::view::scene::Key::Indicator(shown.id)) {
            let cells: Vec<&str> = row.cells.iter().map(|c| &*c.text).collect();
            let _ = writeln!(out, "profile: {}: {}", row.name, cells.join(" | "));
        }
    }
}

#[test]
fn whiskers_lie_on_no_value() {
    let data = dataset();
    for (n, id) in data.ids().enumerate() {
        let table = data.table(id).unwrap();
        let (mode, locale) = if n % 2 == 0 { (Mode::Light, Locale::Sv) } else { (Mode::Dark, Locale::En) };
        let look = Look { theme: Theme::of(mode), measure: &TableMeasure, locale };
        let reading = Reading::One(table.default_group());
        let shown = Shown { data: &data, id, table, reading, pinned: &[], locale };
        let period = shown.period(None).unwrap();
        for reading in readings(&shown) {
            let shown = Shown { reading, ..shown };
            let spec = ranking::bars(&shown, period, |_| None, "Titel".to_owned(), String::new());
            for width in WIDTHS {
                let size = Size::new(width, bars::height(&spec));
                let placed = bars::place(&spec, size, &look);
                let scene = bars::marks(&spec, &placed, &look);
                assert!(sound::faults(&scene).is_empty(), "{:?}", sound::faults(&scene));
                let texts = crate::overlap::boxes(&scene);
                for row in &placed.rows {
                    let Some((low, high)) = row.whisker else { continue };
                    assert!(low < high && high <= placed.plot.right() + 0.01);
                    let y = row.rect.center().y;
                    let hit = texts
                        .iter()
                        .find(|(r, _)| r.y < y && y < r.bottom() && r.x < high && low < r.right());
                    assert_eq!(hit, None, "{} at {width}", data.indicator(id).id);
                }
                let with = placed.rows.iter().filter(|r| r.whisker.is_some()).count();
                let wanted = data.indicator(id).margin.is_some() && matches!(reading, Reading::One(_));
                assert_eq!(with, if wanted { placed.rows.len() } else { 0 });
            }
        }
    }
}
