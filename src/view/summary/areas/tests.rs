use super::*;
use crate::base::{
    num::Finite,
    text::Text,
    unit::{Unit, UnitKind},
};

const NAMES: [&str; 12] = [
    "Askersund",
    "Degerfors",
    "Hallsberg",
    "Hällefors",
    "Karlskoga",
    "Kumla",
    "Laxå",
    "Lekeberg",
    "Lindesberg",
    "Ljusnarsberg",
    "Nora",
    "Örebro",
];

fn percent() -> Unit {
    let text = |sv: &str, en: &str| Text { sv: sv.to_owned(), en: Some(en.to_owned()) };
    Unit { kind: UnitKind::Percent, label: text("procent", "per cent"), short: text("%", "%") }
}

fn value(value: f64) -> Cell {
    Finite::new(value).ok_or(Missing::NotAvailable)
}

fn check(cells: &[Cell], county: Option<Cell>, nation: Option<Cell>, sv: &str, en: &str) {
    let unit = percent();
    let areas: Vec<(String, Cell)> =
        NAMES.iter().map(|n| (*n).to_owned()).zip(cells.iter().copied()).collect();
    let facts = |title| AreaFacts {
        title,
        group: Group::default(),
        period: Period::year_of(2022),
        measure: Measure { unit: &unit, decimals: 1 },
        areas: &areas,
        county,
        nation,
    };
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(plain(area_summary(&facts("Utbildning"), Locale::Sv)), sv);
    assert_eq!(plain(area_summary(&facts("Education"), Locale::En)), en);
}

#[test]
fn twelve_areas() {
    let cells: Vec<Cell> = (0..12).map(|i| value(20.0 + f64::from(i))).collect();
    check(
        &cells,
        Some(value(30.02)),
        Some(value(36.0)),
        "Utbildning, 2022: tolv kommuner, högst i Örebro (31,0 %) och lägst i Askersund (20,0 %). Länet 30,0 %, \
         riket 36,0 %.",
        "Education, 2022: twelve municipalities, highest in Örebro (31.0%) and lowest in Askersund (20.0%). \
         The county 30.0%, Sweden 36.0%.",
    );
}

#[test]
fn shared_ends_and_missing_areas() {
    let cells = [
        value(20.01),
        value(20.04),
        Err(Missing::Suppressed),
        value(25.0),
        Err(Missing::NotYetPublished),
        Err(Missing::Suppressed),
    ];
    check(
        &cells,
        Some(Err(Missing::TooUncertain)),
        Some(Err(Missing::NotAvailable)),
        "Utbildning, 2022: tre av sex kommuner, högst i Hällefors (25,0 %) och lägst i Askersund och Degerfors \
         (20,0 %). Länet: data saknas (för osäkert). Data saknas för Hallsberg och Kumla (skyddat av sekretess) \
         samt för Karlskoga (ännu inte publicerat).",
        "Education, 2022: three of six municipalities, highest in Hällefors (25.0%) and lowest in Askersund and \
         Degerfors (20.0%). The county: no data (too uncertain). No data for Hallsberg and Kumla (suppressed for \
         confidentiality), or for Karlskoga (not yet published).",
    );
}

#[test]
fn none_one_and_two_areas() {
    check(
        &[],
        Some(value(55.0)),
        Some(value(60.0)),
        "Utbildning, 2022. Länet 55,0 %, riket 60,0 %.",
        "Education, 2022. The county 55.0%, Sweden 60.0%.",
    );
    check(&[], None, None, "Utbildning, 2022.", "Education, 2022.");
    check(
        &[value(3.0)],
        None,
        None,
        "Utbildning, 2022: Askersund 3,0 %.",
        "Education, 2022: Askersund 3.0%.",
    );
    check(
        &[Err(Missing::Withdrawn)],
        None,
        None,
        "Utbildning, 2022: data saknas för Askersund (tillbakadraget).",
        "Education, 2022: no data for Askersund (withdrawn).",
    );
    check(
        &[value(3.0), value(3.04)],
        None,
        None,
        "Utbildning, 2022: samma värde i båda kommunerna, 3,0 %.",
        "Education, 2022: the same value in both municipalities, 3.0%.",
    );
    check(
        &[value(-1.0), value(3.0)],
        None,
        None,
        "Utbildning, 2022: två kommuner, högst i Degerfors (3,0 %) och lägst i Askersund (−1,0 %).",
        "Education, 2022: two municipalities, highest in Degerfors (3.0%) and lowest in Askersund (−1.0%).",
    );
}

#[test]
fn nobody_has_a_value() {
    check(
        &[Err(Missing::NotAvailable); 12],
        Some(value(1.0)),
        None,
        "Utbildning, 2022: data saknas för alla tolv kommuner (uppgift finns inte). Länet 1,0 %.",
        "Education, 2022: no data for all twelve municipalities (not available). The county 1.0%.",
    );
}

#[test]
fn many_ties_are_counted() {
    let mut cells = [value(2.0); 12];
    cells[11] = value(9.0);
    check(
        &cells,
        None,
        None,
        "Utbildning, 2022: tolv kommuner, högst i Örebro (9,0 %) och lägst i elva kommuner (2,0 %).",
        "Education, 2022: twelve municipalities, highest in Örebro (9.0%) and lowest in eleven municipalities (2.0%).",
    );
}

#[test]
fn captions() {
    let unit = percent();
    let areas = [("Nora".to_owned(), value(1.0))];
    let group = Group { sex: crate::model::Sex::Women, ..Group::default() };
    let facts = AreaFacts {
        title: "Utbildning",
        group,
        period: Period::year_of(2022),
        measure: Measure { unit: &unit, decimals: 1 },
        areas: &areas,
        county: Some(value(1.0)),
        nation: Some(value(1.0)),
    };
    assert_eq!(
        table_caption(&facts, None, Locale::Sv),
        "Utbildning, kvinnor, 2022, procent. En kommun, länet och riket."
    );
    let facts = AreaFacts { areas: &[], nation: None, ..facts };
    assert_eq!(table_caption(&facts, None, Locale::En), "Utbildning, women, 2022, per cent. The county.");
    let since = Some(Period::year_of(2000));
    assert_eq!(
        table_caption(&facts, since, Locale::En),
        "Utbildning, women, 2000–2022, per cent. The county."
    );
}

#[test]
fn an_abbreviated_unit_ends_the_sentence() {
    let unit = Unit {
        kind: UnitKind::Number,
        label: Text { sv: "megawattimmar per invånare".to_owned(), en: None },
        short: Text { sv: "MWh/inv.".to_owned(), en: None },
    };
    let facts = AreaFacts {
        title: "Energi",
        group: Group::default(),
        period: Period::year_of(2022),
        measure: Measure { unit: &unit, decimals: 0 },
        areas: &[],
        county: Some(value(39.0)),
        nation: None,
    };
    assert_eq!(area_summary(&facts, Locale::Sv), "Energi, 2022. Länet 39\u{a0}MWh/inv.");
}
