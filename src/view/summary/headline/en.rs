//! Headlines in English.

use crate::{
    analysis::{change::Movement, finding::SpreadChange},
    base::{
        locale::{Locale::En, count_word},
        period::Period,
        unit::UnitKind,
    },
    view::words::{at_period, closed, people, period_name},
};

use super::{Beside, Case, Compared, HeadlineFacts, How, Moves, Then, most_first};

/// The sentence; of a group of people it begins with whom it is about.
pub(super) fn headline(subject: &str, case: &Case, facts: &HeadlineFacts<'_>) -> String {
    let plain = *case == Case::Plain;
    let subject = if plain { subject.to_owned() } else { closed(subject.to_owned()) };
    let said = told(&subject, case, facts);
    match people(En, facts.people()) {
        None => said,
        Some(who) if plain => [&*said, " among ", who].concat(),
        Some(who) => ["among ", who, ", ", &said].concat(),
    }
}

fn told(subject: &str, case: &Case, facts: &HeadlineFacts<'_>) -> String {
    let when = at_period(En, facts.period);
    match case {
        Case::Gap(gap) => {
            if facts.measure.alike(gap.first, gap.second) {
                return format!("{subject} did not differ between women and men in the county {when}");
            }
            if gap.is_within() && facts.measure.unit.kind != UnitKind::Amount {
                let [women, men] = [gap.first, gap.second].map(|v| facts.measure.spoken(v, En));
                return format!(
                    "{subject} was {women} among women and {men} among men in the county {when}; the difference is smaller than the uncertainty"
                );
            }
            let than = if gap.difference > 0.0 { "higher" } else { "lower" };
            let (women, men) = (facts.measure.bare(gap.first, En), facts.measure.spoken(gap.second, En));
            if facts.measure.unit.kind == UnitKind::Amount {
                return format!("{subject} in the county {when}: {women} among women and {men} among men");
            }
            format!(
                "{subject} was {than} among women than among men in the county {when}: {women} against {men}"
            )
        }
        Case::Moved { from, to, how, then } => {
            let mut said = format!("{subject} {}{}", moved(*how), between(*from, *to));
            match *then {
                Then::CountyAgainst(movement) => {
                    said.push_str(&format!(", but {} in the county as a whole", verb(movement)));
                }
                Then::Spread { change, but } => {
                    let and = if but { "but" } else { "and" };
                    said.push_str(&format!(
                        ", {and} the distances between municipalities {}",
                        spread(change)
                    ));
                }
                Then::Nothing => {}
            }
            said
        }
        Case::Range { low, high, some } => {
            let (low, high) = (facts.measure.bare(*low, En), facts.measure.spoken(*high, En));
            let which = some.map(|n| n.map(|n| count_word(En, n))).map_or_else(
                || "the county’s municipalities".to_owned(),
                |[some, all]| format!("{some} of the county’s {all} municipalities"),
            );
            format!("{subject} ranged from {low} to {high} across {which} {when}")
        }
        Case::County { from, to, how, beside } => {
            let lies = if facts.latest { "is" } else { "was" };
            let beside = match beside {
                None => String::new(),
                Some(Beside::Above) => format!(", and the county {lies} above Sweden as a whole"),
                Some(Beside::Below) => format!(", and the county {lies} below Sweden as a whole"),
                Some(Beside::Level) => format!(", and the county {lies} level with Sweden as a whole"),
                Some(Beside::Within) => {
                    format!(", and its difference from Sweden as a whole {lies} smaller than the uncertainty")
                }
            };
            format!("{subject} {} in the county{}{beside}", went(*how), between(*from, *to))
        }
        Case::Value { county, nation } => {
            let nation = nation.map(|n| format!(", compared with {} in Sweden", facts.measure.spoken(n, En)));
            let (county, nation) = (facts.measure.spoken(*county, En), nation.unwrap_or_default());
            format!("{subject} was {county} in the county {when}{nation}")
        }
        Case::Plain => subject.to_owned(),
    }
}

fn moved(how: Moves) -> String {
    match how {
        Moves::All { how: how @ How { movement: Movement::Unchanged, .. }, of } => {
            let those = if of.all { "" } else { " that can be compared" };
            format!("{} in any of the {} municipalities{those}", went(how), count_word(En, of.count))
        }
        Moves::All { how, of } => format!("{} in {}", went(how), all(of)),
        Moves::Some { how, count, of } => {
            let those = if of.all { "" } else { " that can be compared" };
            let (some, all) = (count_word(En, count), count_word(En, of.count));
            format!("{} in {some} of {all} municipalities{those}", went(how))
        }
        Moves::Mixed { rose, fell } => {
            let [(first, most), (second, fewest)] = most_first(rose, fell);
            let noun = if most == 1 { "municipality" } else { "municipalities" };
            let (most, fewest) = (count_word(En, most), count_word(En, fewest));
            format!("{} in {most} {noun} and {} in {fewest}", verb(first), verb(second))
        }
    }
}

fn all(of: Compared) -> String {
    let those = if of.all { "" } else { " that can be compared" };
    match of.count {
        2 => format!("both municipalities{those}"),
        count => format!("all {} municipalities{those}", count_word(En, count)),
    }
}

fn went(how: How) -> String {
    let more = if how.within { " by more than the uncertainty" } else { "" };
    format!("{}{more}", verb(how.movement))
}

fn verb(movement: Movement) -> &'static str {
    match movement {
        Movement::Rose => "rose",
        Movement::Fell => "fell",
        Movement::Unchanged => "did not change",
    }
}

fn spread(change: SpreadChange) -> &'static str {
    match change {
        SpreadChange::Grown => "grew",
        SpreadChange::Shrunk => "shrank",
        SpreadChange::Same | SpreadChange::Unknown => "stayed about the same",
    }
}

fn between(from: Period, to: Period) -> String {
    format!(" between {} and {}", period_name(En, from), period_name(En, to))
}
