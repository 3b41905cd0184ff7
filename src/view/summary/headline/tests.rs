use super::*;
use crate::{
    analysis::series::Point,
    base::{
        id::AreaId,
        unit::{Unit, UnitKind},
    },
    model::Origin,
};

fn text(sv: &str, en: &str) -> Text {
    Text { sv: sv.to_owned(), en: Some(en.to_owned()) }
}

fn percent() -> Unit {
    Unit { kind: UnitKind::Percent, label: text("procent", "per cent"), short: text("%", "%") }
}

/// Rose, fell, unchanged, missing.
fn found(counts: [usize; 4], spread: SpreadChange) -> Finding {
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
        spread,
        held: of + missing,
        highest: None,
        lowest: None,
        gap: None,
    }
}

fn change(first: f64, last: f64) -> Change {
    let point = |year, value| Point::exact(Period::year_of(year), value);
    Change::between(point(2015, first), point(2022, last), 0)
}

fn facts<'a>(finding: &'a Finding, unit: &'a Unit) -> HeadlineFacts<'a> {
    HeadlineFacts {
        finding,
        period: Period::year_of(2022),
        latest: true,
        direction: Direction::Up,
        measure: Measure { unit, decimals: 0 },
        group: Group::default(),
        both: false,
        county: None,
        nation: None,
        near_nation: false,
        county_change: None,
    }
}

fn said(facts: &HeadlineFacts<'_>) -> [String; 2] {
    let subject = text("andelen med jobb", "the share with a job");
    Locale::ALL.map(|locale| headline(&subject, facts, locale).replace('\u{a0}', " "))
}

#[test]
fn municipalities_that_moved() {
    use SpreadChange::{Grown, Same, Shrunk, Unknown};
    let unit = percent();
    for (counts, spread, direction, sv, en) in [
        (
            [12, 0, 0, 0],
            Grown,
            Direction::Up,
            "Andelen med jobb har ökat i alla tolv kommuner sedan 2000, men avstånden mellan kommunerna har vuxit",
            "The share with a job rose in all twelve municipalities between 2000 and 2022, but the distances between \
             municipalities grew",
        ),
        (
            [12, 0, 0, 0],
            Shrunk,
            Direction::Up,
            "Andelen med jobb har ökat i alla tolv kommuner sedan 2000, och avstånden mellan kommunerna har minskat",
            "The share with a job rose in all twelve municipalities between 2000 and 2022, and the distances between \
             municipalities shrank",
        ),
        (
            [1, 10, 1, 0],
            Shrunk,
            Direction::Up,
            "Andelen med jobb har minskat i tio av tolv kommuner sedan 2000, men avstånden mellan kommunerna har \
             minskat",
            "The share with a job fell in ten of twelve municipalities between 2000 and 2022, but the distances between \
             municipalities shrank",
        ),
        (
            [0, 9, 0, 3],
            Same,
            Direction::Down,
            "Andelen med jobb har minskat i alla nio kommuner som kan jämföras sedan 2000, men avstånden mellan \
             kommunerna är ungefär desamma",
            "The share with a job fell in all nine municipalities that can be compared between 2000 and 2022, but \
             the distances between municipalities stayed about the same",
        ),
        (
            [6, 5, 1, 0],
            Grown,
            Direction::None,
            "Andelen med jobb har ökat i sex kommuner och minskat i fem sedan 2000, och avstånden mellan kommunerna \
             har vuxit",
            "The share with a job rose in six municipalities and fell in five between 2000 and 2022, and the distances \
             between municipalities grew",
        ),
        (
            [5, 6, 1, 0],
            Grown,
            Direction::None,
            "Andelen med jobb har minskat i sex kommuner och ökat i fem sedan 2000, och avstånden mellan kommunerna \
             har vuxit",
            "The share with a job fell in six municipalities and rose in five between 2000 and 2022, and the distances \
             between municipalities grew",
        ),
        (
            [2, 0, 0, 0],
            Unknown,
            Direction::Up,
            "Andelen med jobb har ökat i båda kommunerna sedan 2000",
            "The share with a job rose in both municipalities between 2000 and 2022",
        ),
        (
            [1, 1, 0, 0],
            Unknown,
            Direction::Up,
            "Andelen med jobb har ökat i en kommun och minskat i en sedan 2000",
            "The share with a job rose in one municipality and fell in one between 2000 and 2022",
        ),
        (
            [0, 0, 12, 0],
            Unknown,
            Direction::Up,
            "Andelen med jobb har inte ändrats i någon av de tolv kommunerna sedan 2000",
            "The share with a job did not change in any of the twelve municipalities between 2000 and 2022",
        ),
        (
            [0, 0, 12, 0],
            Same,
            Direction::Up,
            "Andelen med jobb har inte ändrats i någon av de tolv kommunerna sedan 2000",
            "The share with a job did not change in any of the twelve municipalities between 2000 and 2022",
        ),
        (
            [0, 6, 6, 0],
            Unknown,
            Direction::Up,
            "Andelen med jobb har minskat i sex av tolv kommuner sedan 2000",
            "The share with a job fell in six of twelve municipalities between 2000 and 2022",
        ),
    ] {
        let finding = found(counts, spread);
        let facts = HeadlineFacts { direction, ..facts(&finding, &unit) };
        assert_eq!(said(&facts), [sv, en], "{counts:?}");
    }
}

#[test]
fn the_county_may_go_the_other_way() {
    let unit = percent();
    let finding = Finding { county: Some(change(40.0, 38.0)), ..found([9, 3, 0, 0], SpreadChange::Grown) };
    assert_eq!(
        said(&facts(&finding, &unit)),
        [
            "Andelen med jobb har ökat i nio av tolv kommuner sedan 2000, men minskat i länet som helhet",
            "The share with a job rose in nine of twelve municipalities between 2000 and 2022, but fell in the \
             county as a whole",
        ]
    );
}

#[test]
fn earlier_periods_are_told_in_the_past() {
    let unit = percent();
    let finding = found([12, 0, 0, 0], SpreadChange::Grown);
    let [sv, _] = said(&HeadlineFacts { latest: false, ..facts(&finding, &unit) });
    assert_eq!(
        sv,
        "Andelen med jobb ökade i alla tolv kommuner mellan 2000 och 2022, men avstånden mellan kommunerna växte"
    );
}

#[test]
fn one_period_gives_a_range_and_names_nobody() {
    let unit = percent();
    let area = AreaId::new(1).unwrap();
    let finding = Finding {
        lowest: Some((area, 24.2)),
        highest: Some((area, 40.8)),
        ..found([0, 0, 0, 12], SpreadChange::Unknown)
    };
    assert_eq!(
        said(&facts(&finding, &unit)),
        [
            "Andelen med jobb varierar mellan 24 och 41 procent i länets kommuner 2022",
            "The share with a job ranged from 24 to 41 per cent across the county’s municipalities in 2022",
        ]
    );
    let few = Finding { held: 3, ..finding };
    assert_eq!(
        said(&facts(&few, &unit)),
        [
            "Andelen med jobb varierar mellan 24 och 41 procent i tre av länets tolv kommuner 2022",
            "The share with a job ranged from 24 to 41 per cent across three of the county’s twelve municipalities in 2022",
        ]
    );
}

#[test]
fn county_only() {
    let unit = percent();
    let finding = found([0, 0, 0, 0], SpreadChange::Unknown);
    let base = HeadlineFacts { county: Some(55.0), nation: Some(60.0), ..facts(&finding, &unit) };
    assert_eq!(
        said(&HeadlineFacts { county_change: Some(change(58.0, 55.0)), ..base }),
        [
            "Andelen med jobb har minskat i länet sedan 2015, och länet ligger under riket",
            "The share with a job fell in the county between 2015 and 2022, and the county is below Sweden as a \
             whole",
        ]
    );
    assert_eq!(
        said(&base),
        [
            "Andelen med jobb är 55 procent i länet 2022, jämfört med 60 procent i riket",
            "The share with a job was 55 per cent in the county in 2022, compared with 60 per cent in Sweden",
        ]
    );
    let sum = HeadlineFacts { nation: Some(5500.0), ..base };
    assert_eq!(
        said(&sum),
        [
            "Andelen med jobb är 55 procent i länet 2022",
            "The share with a job was 55 per cent in the county in 2022",
        ]
    );
    let level = HeadlineFacts { nation: Some(55.3), county_change: Some(change(55.0, 55.0)), ..base };
    assert_eq!(
        said(&level),
        [
            "Andelen med jobb har inte ändrats i länet sedan 2015, och länet ligger på samma nivå som riket",
            "The share with a job did not change in the county between 2015 and 2022, and the county is level \
             with Sweden as a whole",
        ]
    );
}

#[test]
fn women_and_men() {
    let unit = percent();
    for (women, men, sv, en) in [
        (
            36.0,
            26.0,
            "Andelen med jobb är högre bland kvinnor än bland män i länet 2022: 36 mot 26 procent",
            "The share with a job was higher among women than among men in the county in 2022: 36 against 26 per \
             cent",
        ),
        (
            26.1,
            26.4,
            "Andelen med jobb skiljer sig inte mellan kvinnor och män i länet 2022",
            "The share with a job did not differ between women and men in the county in 2022",
        ),
    ] {
        let finding =
            Finding { gap: Some(Gap::between(women, men)), ..found([12, 0, 0, 0], SpreadChange::Grown) };
        assert_eq!(said(&HeadlineFacts { both: true, ..facts(&finding, &unit) }), [sv, en]);
    }
}

#[test]
fn what_may_be_none_is_neither_high_nor_low() {
    let unit = percent();
    let point = |value| Point { margin: Some(1.0), ..Point::exact(Period::year_of(2022), value) };
    let gap = Some(Gap::of(point(36.0), point(35.0)));
    let moved = |counts, within| Finding { within, ..found(counts, SpreadChange::Unknown) };
    let finding = Finding { gap, ..moved([0, 0, 12, 0], true) };
    let base = facts(&finding, &unit);
    assert_eq!(
        said(&HeadlineFacts { both: true, ..base }),
        [
            "Andelen med jobb är 36 procent bland kvinnor och 35 procent bland män i länet 2022; skillnaden är \
             mindre än osäkerheten",
            "The share with a job was 36 per cent among women and 35 per cent among men in the county in 2022; the \
             difference is smaller than the uncertainty",
        ]
    );
    assert_eq!(
        said(&base),
        [
            "Andelen med jobb har inte ändrats mer än osäkerheten i någon av de tolv kommunerna sedan 2000",
            "The share with a job did not change by more than the uncertainty in any of the twelve municipalities \
             between 2000 and 2022",
        ]
    );
    let finding = moved([2, 0, 10, 0], true);
    assert_eq!(
        said(&facts(&finding, &unit)),
        [
            "Andelen med jobb har inte ändrats mer än osäkerheten i tio av tolv kommuner sedan 2000",
            "The share with a job did not change by more than the uncertainty in ten of twelve municipalities \
             between 2000 and 2022",
        ]
    );
    let finding = moved([10, 0, 2, 0], true);
    assert_eq!(
        said(&facts(&finding, &unit))[0],
        "Andelen med jobb har ökat i tio av tolv kommuner sedan 2000"
    );
}

#[test]
fn a_county_near_the_nation_is_on_neither_side() {
    let unit = percent();
    let finding = found([0, 0, 0, 0], SpreadChange::Unknown);
    let base = HeadlineFacts { county: Some(55.0), nation: Some(57.0), ..facts(&finding, &unit) };
    let still = Change { margin: 4.0, movement: Movement::Unchanged, ..change(58.0, 55.0) };
    assert_eq!(
        said(&HeadlineFacts { county_change: Some(still), near_nation: true, ..base }),
        [
            "Andelen med jobb har inte ändrats mer än osäkerheten i länet sedan 2015, och skillnaden mot riket är \
             mindre än osäkerheten",
            "The share with a job did not change by more than the uncertainty in the county between 2015 and 2022, \
             and its difference from Sweden as a whole is smaller than the uncertainty",
        ]
    );
}

/// So many people are neither high nor low.
#[test]
fn how_many_women_and_men_there_are_is_told_without_judgement() {
    let unit = Unit { kind: UnitKind::Amount, label: text("antal", "number"), short: text("", "") };
    let gap = Some(Gap::between(1500.0, 1600.0));
    let finding = Finding { gap, ..found([12, 0, 0, 0], SpreadChange::Unknown) };
    let facts = HeadlineFacts { both: true, ..facts(&finding, &unit) };
    let subject = text("folkmängden", "the population");
    assert_eq!(
        Locale::ALL.map(|locale| headline(&subject, &facts, locale)),
        [
            "Folkmängden i länet 2022: 1\u{a0}500 bland kvinnor och 1\u{a0}600 bland män",
            "The population in the county in 2022: 1,500 among women and 1,600 among men",
        ]
    );
}

#[test]
fn groups_are_named_and_thin_data_give_the_subject() {
    let unit = percent();
    let finding = found([0, 0, 0, 12], SpreadChange::Unknown);
    let group = Group { sex: Sex::Women, origin: Origin::Foreign };
    assert_eq!(
        said(&HeadlineFacts { group, ..facts(&finding, &unit) }),
        ["Andelen med jobb bland utrikes födda kvinnor", "The share with a job among women born abroad"]
    );
    assert_eq!(said(&facts(&finding, &unit)), ["Andelen med jobb", "The share with a job"]);
}

#[test]
fn quarters_are_spoken() {
    let unit = percent();
    let mut finding = found([12, 0, 0, 0], SpreadChange::Unknown);
    finding.from = "2019K4".parse().ok();
    let [sv, _] = said(&facts(&finding, &unit));
    assert_eq!(sv, "Andelen med jobb har ökat i alla tolv kommuner sedan fjärde kvartalet 2019");
}

#[test]
fn a_clause_inside_the_subject_is_closed() {
    let unit = percent();
    let finding = found([2, 0, 0, 0], SpreadChange::Unknown);
    let subject = text("andelen behöriga, efter skolort", "the share eligible, by school location");
    let said = Locale::ALL.map(|locale| headline(&subject, &facts(&finding, &unit), locale));
    assert_eq!(
        said,
        [
            "Andelen behöriga, efter skolort, har ökat i båda kommunerna sedan 2000",
            "The share eligible, by school location, rose in both municipalities between 2000 and 2022",
        ]
    );
    let subject = text("jordbrukets, skogsbrukets och fiskets energi", "");
    assert_eq!(
        headline(&subject, &facts(&finding, &unit), Locale::Sv),
        "Jordbrukets, skogsbrukets och fiskets energi har ökat i båda kommunerna sedan 2000"
    );
}

#[test]
fn a_group_comes_first() {
    let unit = percent();
    let finding = found([12, 0, 0, 0], SpreadChange::Unknown);
    let group = Group { sex: Sex::Total, origin: Origin::Foreign };
    assert_eq!(
        said(&HeadlineFacts { group, ..facts(&finding, &unit) }),
        [
            "Bland utrikes födda har andelen med jobb ökat i alla tolv kommuner sedan 2000",
            "Among people born abroad, the share with a job rose in all twelve municipalities between 2000 and 2022",
        ]
    );
    assert_eq!(
        said(&HeadlineFacts { group, latest: false, ..facts(&finding, &unit) })[0],
        "Bland utrikes födda ökade andelen med jobb i alla tolv kommuner mellan 2000 och 2022"
    );
}
