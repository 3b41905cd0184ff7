//! All differences of the default bundle: every number finite, every law kept, and readable as a
//! whole.

use nulage::{
    analysis::{
        classify::Method,
        convergence::{Doubt, Verdict},
        differences::{self, Differences, Facts},
        dispersion::Measure,
        finding::SpreadChange,
        gap::Pair,
        profile,
        rank::Order,
        refusal::Refusal,
        scope::Scope,
        similar,
    },
    base::{
        color::{Mode, Theme},
        locale::Locale,
        period::Period,
        unit::UnitKind,
    },
    bundle::caps::Caps,
    model::{Dataset, Direction, Group, Sex, load},
    view::spec::{self, Reading, Shown},
};

fn bundle() -> Dataset {
    let bytes = include_bytes!("../../data/orebro.bundle.json");
    load::from_bytes(bytes, &Caps::default()).expect("the default bundle loads").0
}

/// Calls `check` with each indicator's id and differences at its latest period.
fn each(data: &Dataset, check: &mut dyn FnMut(&str, UnitKind, Direction, &Differences)) {
    let regions = data.regions();
    let population = data.weights().and_then(|id| data.table(id)).map(AsRef::as_ref);
    for id in data.ids() {
        let (indicator, table) = (data.indicator(id), data.table(id).expect("all are in the file"));
        let group = table.default_group();
        let Some(period) = table.latest(regions.members(), group) else { continue };
        let (desired, kind) = (indicator.direction, indicator.unit.kind);
        let scope = Scope::of_members(regions, indicator, group, period);
        let found = differences::differences(table, &scope, &Facts { desired, kind, population });
        check(&indicator.id, kind, desired, &found);
    }
}

#[test]
fn a_gap_written_as_none_has_the_colour_of_none() {
    let (data, theme) = (bundle(), Theme::of(Mode::Light));
    let (mut none, mut some) = (0, 0);
    for id in data.ids() {
        let table = data.table(id).expect("all are in the file");
        let group = |sex| Group { sex, ..table.default_group() };
        if !table.has_sexes(table.default_group().origin) {
            continue;
        }
        let reading = Reading::Both { women: group(Sex::Women), men: group(Sex::Men) };
        let shown = Shown { data: &data, id, table, reading, pinned: &[], locale: Locale::Sv };
        let classes = spec::map::classes(&shown, Method::Natural, 5, None);
        for period in shown.periods() {
            for area in spec::map::areas(&shown, classes.as_ref(), period, theme) {
                let Ok(fill) = area.fill else { continue };
                let written = area.value.chars().any(|c| ('1'..='9').contains(&c));
                assert_eq!(fill != theme.neutral, written, "{} {}", shown.indicator().id, area.value);
                *(if written { &mut some } else { &mut none }) += 1;
            }
        }
    }
    assert!(none > 20 && some > 1000, "{none} {some}");
}

#[test]
fn every_indicator_is_measured_or_refused() {
    let data = bundle();
    let mut judged = 0;
    each(&data, &mut |id, kind, desired, found| {
        for moment in &found.moments {
            for which in Measure::ALL {
                for weighted in [false, true] {
                    let value = moment.dispersion.get(which, weighted);
                    assert!(
                        value.is_err() || value.is_ok_and(|v| v.is_finite() && v >= 0.0),
                        "{id} {which:?}"
                    );
                }
            }
            assert_eq!(moment.dispersion.get(Measure::Percentiles, false), Err(Refusal::TooFew), "{id}");
            let weights = moment.dispersion.get(Measure::Sd, true);
            if kind == UnitKind::Amount {
                assert_eq!(weights, Err(Refusal::Amount), "{id}");
            } else if moment.dispersion.n > 1 {
                assert!(weights.is_ok(), "{id} {}: every municipality has inhabitants", moment.period);
            }
        }
        match found.convergence.verdict {
            Verdict::Judged { .. } => {
                judged += 1;
                assert!(found.convergence.wanted.is_none() || desired != Direction::None, "{id}");
                assert_eq!(found.convergence.absolute, found.finding.spread, "{id}: as the headline says");
            }
            Verdict::CannotJudge(why) => assert_eq!(why == Doubt::Amount, kind == UnitKind::Amount, "{id}"),
        }
        if found.convergence.absolute == SpreadChange::Unknown {
            assert!(matches!(found.convergence.verdict, Verdict::CannotJudge(_)), "{id}");
        }
        if let Ok(split) = &found.contributions {
            assert!((split.between + split.within - split.total).abs() < 1e-12, "{id}");
        }
        if let Ok(sexes) = &found.sexes {
            assert!((sexes.by_people.total - sexes.by_area.total).abs() < 1e-12, "{id}");
        }
    });
    assert!(judged > 30, "only {judged} indicators have a verdict");
}

#[test]
fn groups_are_named_for_what_they_are() {
    let data = bundle();
    let mut pairs = Vec::new();
    each(&data, &mut |id, _, _, found| {
        pairs.extend(
            found.gaps.iter().filter(|gap| gap.pair != Pair::Sexes).map(|gap| (id.to_owned(), gap.pair)),
        );
    });
    let of = |id: &str| pairs.iter().find(|pair| pair.0 == id).map(|pair| pair.1);
    assert_eq!(of("valdeltagande-kommunval"), Some(Pair::Origins));
    assert_eq!(of("forvarvsarbetande-20-64"), Some(Pair::ForeignToAll));
}

#[test]
fn the_county_has_a_place_among_the_counties() {
    let data = bundle();
    let regions = data.regions();
    let id = data.by_id("arbetsloshet-18-65").expect("an indicator");
    let (indicator, table) = (data.indicator(id), data.table(id).expect("its values"));
    let group = table.default_group();
    let period = table.latest(regions.members(), group).expect("a period");
    let scope = Scope::of_members(regions, indicator, group, period);
    let found = profile::places(table, regions, &scope, regions.county(), Order::LowFirst);
    assert_eq!(found.counties.map(|rank| rank.of), Some(21));
    assert_eq!((found.scope, found.municipalities), (None, None));
    let found = profile::places(table, regions, &scope, regions.members()[0], Order::LowFirst);
    assert_eq!(found.scope.map(|rank| rank.of), Some(12));
    assert_eq!(
        (found.counties, found.municipalities),
        (None, None),
        "the bundle has no other municipalities"
    );
}

#[test]
fn similar_areas_rest_on_a_told_choice() {
    let data = bundle();
    let members = data.regions().members();
    let ids: Vec<_> =
        ["befolkning", "andel-65-ar-och-aldre", "utrikes-fodda", "tatortsgrad", "fastighetspris-smahus"]
            .iter()
            .filter_map(|id| data.by_id(id))
            .collect();
    let features = similar::features(&data, &ids, members, Period::year_of(2022));
    assert!(features[0].log && !features[1].log);
    let name = |at: usize| data.regions().get(members[at]).name.sv.clone();
    let found = similar::similar(&features, (0..12).find(|&at| name(at) == "Örebro").expect("Örebro"));
    assert_eq!((found.used.len() + found.left_out.len(), found.missing), (5, 0));
    assert!(found.used.iter().all(|used| used.1.year() <= 2022));
    assert_eq!(found.areas.len(), 11);
    assert_eq!(name(found.areas[0].at), "Kumla", "growing and young like itself");
}
