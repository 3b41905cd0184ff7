//! Headlines in Swedish.

use crate::base::parted::parted;
use crate::{
    analysis::{change::Movement, finding::SpreadChange},
    base::{
        locale::{Locale::Sv, count_word},
        period::Period,
        unit::UnitKind,
    },
    view::words::{closed, people, period_name},
};

use super::{Beside, Case, Compared, HeadlineFacts, How, Moves, Then, most_first};

/// The sentence; of a group of people it begins with whom it is about, and the verb follows.
pub(super) fn headline(subject: &str, case: &Case, facts: &HeadlineFacts<'_>) -> String {
    let closed = closed(subject.to_owned());
    let said = told(if *case == Case::Plain { subject } else { &closed }, case, facts);
    let Some(who) = people(Sv, facts.people()) else { return said };
    let rest = said.strip_prefix(&*closed).and_then(|rest| rest.strip_prefix(' '));
    match rest.and_then(|rest| rest.split_once(' ')) {
        Some((verb, rest)) if verb != "i" => ["bland ", who, " ", verb, " ", &closed, " ", rest].concat(),
        _ => match parted(&said, subject) {
            Some((before, after)) => [before, subject, " bland ", who, after].concat(),
            None => said,
        },
    }
}

fn told(subject: &str, case: &Case, facts: &HeadlineFacts<'_>) -> String {
    let latest = facts.latest;
    let period = period_name(Sv, facts.period);
    let is = if latest { "är" } else { "var" };
    match case {
        Case::Gap(gap) => {
            if facts.measure.alike(gap.first, gap.second) {
                let differs = if latest { "skiljer sig inte" } else { "skilde sig inte" };
                return format!("{subject} {differs} mellan kvinnor och män i länet {period}");
            }
            if gap.is_within() && facts.measure.unit.kind != UnitKind::Amount {
                let [women, men] = [gap.first, gap.second].map(|v| facts.measure.spoken(v, Sv));
                return format!(
                    "{subject} {is} {women} bland kvinnor och {men} bland män i länet {period}; skillnaden {is} mindre än osäkerheten"
                );
            }
            let than = if gap.difference > 0.0 { "högre" } else { "lägre" };
            let (women, men) = (facts.measure.bare(gap.first, Sv), facts.measure.spoken(gap.second, Sv));
            if facts.measure.unit.kind == UnitKind::Amount {
                return format!("{subject} i länet {period}: {women} bland kvinnor och {men} bland män");
            }
            format!("{subject} {is} {than} bland kvinnor än bland män i länet {period}: {women} mot {men}")
        }
        Case::Moved { from, to, how, then } => {
            let mut said = format!("{subject} {}{}", moved(*how, latest), since(*from, *to, latest));
            match *then {
                Then::CountyAgainst(movement) => {
                    let verb = if latest { participle(movement) } else { verb(movement, false) };
                    said.push_str(&format!(", men {verb} i länet som helhet"));
                }
                Then::Spread { change, but } => {
                    let and = if but { "men" } else { "och" };
                    said.push_str(&format!(", {and} avstånden mellan kommunerna {}", spread(change, latest)));
                }
                Then::Nothing => {}
            }
            said
        }
        Case::Range { low, high, some } => {
            let varies = if latest { "varierar" } else { "varierade" };
            let (low, high) = (facts.measure.bare(*low, Sv), facts.measure.spoken(*high, Sv));
            let some = some.map(|n| n.map(|n| count_word(Sv, n)));
            let which = some.map_or_else(
                || "länets kommuner".to_owned(),
                |[some, all]| format!("{some} av länets {all} kommuner"),
            );
            format!("{subject} {varies} mellan {low} och {high} i {which} {period}")
        }
        Case::County { from, to, how, beside } => {
            let lies = if latest { "ligger" } else { "låg" };
            let beside = match beside {
                None => String::new(),
                Some(Beside::Above) => format!(", och länet {lies} över riket"),
                Some(Beside::Below) => format!(", och länet {lies} under riket"),
                Some(Beside::Level) => format!(", och länet {lies} på samma nivå som riket"),
                Some(Beside::Within) => format!(", och skillnaden mot riket {is} mindre än osäkerheten"),
            };
            format!("{subject} {} i länet{}{beside}", went(*how, latest), since(*from, *to, latest))
        }
        Case::Value { county, nation } => {
            let nation = nation.map(|n| format!(", jämfört med {} i riket", facts.measure.spoken(n, Sv)));
            let (county, nation) = (facts.measure.spoken(*county, Sv), nation.unwrap_or_default());
            format!("{subject} {is} {county} i länet {period}{nation}")
        }
        Case::Plain => subject.to_owned(),
    }
}

fn moved(how: Moves, latest: bool) -> String {
    match how {
        Moves::All { how: how @ How { movement: Movement::Unchanged, .. }, of } => {
            let those = if of.all { "" } else { " som kan jämföras" };
            let (count, noun) = (count_word(Sv, of.count), if of.all { "kommunerna" } else { "kommuner" });
            format!("{} i någon av de {count} {noun}{those}", went(how, latest))
        }
        Moves::All { how, of } => format!("{} i {}", went(how, latest), all(of)),
        Moves::Some { how, count, of } => {
            let those = if of.all { "" } else { " som kan jämföras" };
            let (some, all) = (count_word(Sv, count), count_word(Sv, of.count));
            format!("{} i {some} av {all} kommuner{those}", went(how, latest))
        }
        Moves::Mixed { rose, fell } => {
            let [(first, most), (second, fewest)] = most_first(rose, fell);
            let second = if latest { participle(second) } else { verb(second, false) };
            let noun = if most == 1 { "kommun" } else { "kommuner" };
            let (most, fewest) = (count_word(Sv, most), count_word(Sv, fewest));
            format!("{} i {most} {noun} och {second} i {fewest}", verb(first, latest))
        }
    }
}

fn all(of: Compared) -> String {
    let those = if of.all { "" } else { " som kan jämföras" };
    match of.count {
        2 => format!("båda kommunerna{those}"),
        count => format!("alla {} kommuner{those}", count_word(Sv, count)),
    }
}

fn went(how: How, latest: bool) -> String {
    let more = if how.within { " mer än osäkerheten" } else { "" };
    format!("{}{more}", verb(how.movement, latest))
}

fn verb(movement: Movement, latest: bool) -> &'static str {
    match (movement, latest) {
        (Movement::Rose, true) => "har ökat",
        (Movement::Rose, false) => "ökade",
        (Movement::Fell, true) => "har minskat",
        (Movement::Fell, false) => "minskade",
        (Movement::Unchanged, true) => "har inte ändrats",
        (Movement::Unchanged, false) => "ändrades inte",
    }
}

/// After a “har” that has been said.
fn participle(movement: Movement) -> &'static str {
    match movement {
        Movement::Rose => "ökat",
        Movement::Fell => "minskat",
        Movement::Unchanged => "inte ändrats",
    }
}

fn spread(change: SpreadChange, latest: bool) -> &'static str {
    match (change, latest) {
        (SpreadChange::Grown, true) => "har vuxit",
        (SpreadChange::Grown, false) => "växte",
        (SpreadChange::Shrunk, true) => "har minskat",
        (SpreadChange::Shrunk, false) => "minskade",
        (SpreadChange::Same | SpreadChange::Unknown, true) => "är ungefär desamma",
        (SpreadChange::Same | SpreadChange::Unknown, false) => "var ungefär desamma",
    }
}

fn since(from: Period, to: Period, latest: bool) -> String {
    let from = period_name(Sv, from);
    if latest { format!(" sedan {from}") } else { format!(" mellan {from} och {}", period_name(Sv, to)) }
}
