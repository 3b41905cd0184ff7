use super::*;
use crate::{
    analysis::finding::SpreadChange,
    base::{
        text::Text,
        unit::{Unit, UnitKind},
    },
};

fn found(counts: [usize; 4]) -> Finding {
    let [rose, fell, unchanged, missing] = counts;
    let of = rose + fell + unchanged;
    let year = |y| (of > 0).then_some(Period::year_of(y));
    Finding {
        from: year(2000),
        to: year(2022),
        rose,
        fell,
        unchanged,
        within: false,
        of,
        missing,
        county: None,
        nation: None,
        spread_from: None,
        spread_to: None,
        spread: SpreadChange::Unknown,
        held: of + missing,
        highest: None,
        lowest: None,
        gap: None,
    }
}

fn change(first: f64, last: f64) -> Option<Change> {
    let point = |year, value| crate::analysis::series::Point::exact(Period::year_of(year), value);
    Some(Change::between(point(2000, first), point(2022, last), 1))
}

fn check(
    counts: [usize; 4],
    county: Option<Change>,
    nation: Option<Change>,
    series_break: Option<Period>,
    sv: &str,
    en: &str,
) {
    let text = |sv: &str, en: &str| Text { sv: sv.to_owned(), en: Some(en.to_owned()) };
    let unit = Unit { kind: UnitKind::Number, label: text("ton", "tonnes"), short: text("ton", "t") };
    let measure = Measure { unit: &unit, decimals: 1 };
    let finding = found(counts);
    let facts =
        |title| TimeFacts { title, whom: None, measure, finding: &finding, county, nation, series_break };
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(plain(time_summary(&facts("Utsläpp"), Locale::Sv)), sv);
    assert_eq!(plain(time_summary(&facts("Emissions"), Locale::En)), en);
}

#[test]
fn twelve_areas_county_and_nation() {
    check(
        [9, 2, 1, 0],
        change(5.0, 4.3),
        change(4.0, 4.04),
        None,
        "Utsläpp. I länet minskade värdet från 5,0 ton (2000) till 4,3 ton (2022). I riket var värdet 4,0 ton (2022), oförändrat sedan 2000. Mellan 2000 och 2022 ökade värdet i nio kommuner, minskade i två och var \
         oförändrat i en.",
        "Emissions. In the county the value fell from 5.0 t (2000) to 4.3 t (2022). In Sweden the value was 4.0 t (2022), unchanged since 2000. Between 2000 and 2022 the value rose in nine municipalities, fell in two \
         and was unchanged in one.",
    );
}

#[test]
fn all_alike_some_missing_and_a_break() {
    check(
        [0, 10, 0, 2],
        change(4.0, 5.0),
        None,
        Some(Period::year_of(2000)),
        "Utsläpp. I länet ökade värdet från 4,0 ton (2000) till 5,0 ton (2022). Mellan 2000 och 2022 minskade \
         värdet i alla tio kommuner. Två kommuner kan inte jämföras. Tidsserien bryts år 2000; värden före och efter kan \
         inte jämföras.",
        "Emissions. In the county the value rose from 4.0 t (2000) to 5.0 t (2022). Between 2000 and 2022 the \
         value fell in all ten municipalities. Two municipalities cannot be compared. The series breaks in 2000; \
         values before and after cannot be compared.",
    );
}

#[test]
fn none_one_and_two_areas() {
    check(
        [0, 0, 0, 3],
        None,
        None,
        None,
        "Utsläpp. Det finns för få jämförbara värden för att beskriva en förändring.",
        "Emissions. There are too few comparable values to describe a change.",
    );
    check(
        [0, 0, 1, 1],
        None,
        None,
        None,
        "Utsläpp. Mellan 2000 och 2022 var värdet oförändrat i en kommun. En kommun kan inte jämföras.",
        "Emissions. Between 2000 and 2022 the value was unchanged in one municipality. One municipality cannot be \
         compared.",
    );
    check(
        [2, 0, 0, 0],
        None,
        None,
        None,
        "Utsläpp. Mellan 2000 och 2022 ökade värdet i båda kommunerna.",
        "Emissions. Between 2000 and 2022 the value rose in both municipalities.",
    );
    check(
        [1, 1, 0, 0],
        None,
        None,
        None,
        "Utsläpp. Mellan 2000 och 2022 ökade värdet i en kommun och minskade i en.",
        "Emissions. Between 2000 and 2022 the value rose in one municipality and fell in one.",
    );
}
