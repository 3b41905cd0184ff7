//! The finding as one sentence, built around the indicator's subject.
//!
//! What is said is decided here, for all languages; `sv` and `en` say it.
//! A range is never headlined by the area at its lower end.

mod en;
mod sv;

use crate::{
    analysis::{
        change::{Change, Movement},
        finding::{Finding, SpreadChange},
        gap::Gap,
    },
    base::{
        locale::{Locale, capitalise},
        period::Period,
        text::Text,
    },
    model::{Direction, Group, Sex},
};

use super::Measure;

/// What a headline is made from.
#[derive(Clone, Copy, Debug)]
pub struct HeadlineFacts<'a> {
    /// The facts about the municipalities; its changes lie within one unbroken series.
    pub finding: &'a Finding,
    /// The period shown.
    pub period: Period,
    /// Whether it is the latest there is: earlier ones are told in the past tense.
    pub latest: bool,
    /// Which way is wanted: decides between “och” and “men”.
    pub direction: Direction,
    /// How values are written.
    pub measure: Measure<'a>,
    /// Whom the values are about.
    pub group: Group,
    /// Whether women and men are shown beside each other: then their gap is the finding.
    pub both: bool,
    /// The county's value at the period.
    pub county: Option<f64>,
    /// The nation's.
    pub nation: Option<f64>,
    /// Whether the difference between both is no larger than its margin.
    pub near_nation: bool,
    /// The county's change over its own unbroken run, for indicators without municipalities.
    pub county_change: Option<Change>,
}

impl HeadlineFacts<'_> {
    /// Whom the sentence is about: beside each other, women and men are named by it anyway.
    fn people(&self) -> Group {
        if self.both { Group { sex: Sex::Total, ..self.group } } else { self.group }
    }
}

/// The headline. `subject` is a definite noun phrase in lower case, in English in the singular.
pub fn headline(subject: &Text, facts: &HeadlineFacts<'_>, locale: Locale) -> String {
    let subject = subject.get(locale);
    let said = match locale {
        Locale::Sv => sv::headline(subject, &case(facts), facts),
        Locale::En => en::headline(subject, &case(facts), facts),
    };
    capitalise(&said)
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq)]
enum Case {
    /// Women and men.
    Gap(Gap),
    /// Municipalities have moved.
    Moved { from: Period, to: Period, how: Moves, then: Then },
    /// Municipalities lie between these two values: how many, where that is not all of the county's.
    Range { low: f64, high: f64, some: Option<[usize; 2]> },
    /// The county has moved.
    County { from: Period, to: Period, how: How, beside: Option<Beside> },
    /// The county's value, and the nation's where they can be compared.
    Value { county: f64, nation: Option<f64> },
    /// Nothing but what it is about.
    Plain,
}

/// Which way something has moved, and where nowhere, whether that is for what is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
struct How {
    movement: Movement,
    within: bool,
}

/// How the municipalities have moved.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moves {
    /// All alike.
    All { how: How, of: Compared },
    /// So many of them.
    Some { how: How, count: usize, of: Compared },
    /// Neither way has a majority.
    Mixed { rose: usize, fell: usize },
}

/// The municipalities that have values at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Compared {
    count: usize,
    /// Whether the county has no others.
    all: bool,
}

/// The second half of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    /// The county as a whole went the other way.
    CountyAgainst(Movement),
    /// The municipalities have moved apart, or not.
    Spread { change: SpreadChange, but: bool },
    /// Nothing.
    Nothing,
}

/// The county's value beside the nation's.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Beside {
    Above,
    Below,
    Level,
    Within,
}

fn case(facts: &HeadlineFacts<'_>) -> Case {
    let found = facts.finding;
    if let (true, Some(gap)) = (facts.both, found.gap) {
        return Case::Gap(gap);
    }
    if let (Some(from), Some(to), 2..) = (found.from, found.to, found.of) {
        let how = moves(found);
        return Case::Moved { from, to, how, then: then(found, how, facts.direction) };
    }
    if let (Some((_, low)), Some((_, high))) = (found.lowest, found.highest)
        && !facts.measure.alike(low, high)
    {
        let all = found.of + found.missing;
        return Case::Range { low, high, some: (found.held < all).then_some([found.held, all]) };
    }
    let nation = comparable_nation(facts);
    if let Some(change) = facts.county_change {
        let beside = nation.map(|nation| beside(change.last, nation, facts));
        let how = How { movement: change.movement, within: change.is_within() };
        return Case::County { from: change.from, to: change.to, how, beside };
    }
    facts.county.map_or(Case::Plain, |county| Case::Value { county, nation })
}

fn moves(found: &Finding) -> Moves {
    let of = Compared { count: found.of, all: found.missing == 0 };
    let counts =
        [(Movement::Rose, found.rose), (Movement::Fell, found.fell), (Movement::Unchanged, found.unchanged)];
    if let Some(&(movement, count)) = counts.iter().find(|(_, count)| count * 2 > found.of) {
        let how = How { movement, within: found.within && movement == Movement::Unchanged };
        return if count == found.of { Moves::All { how, of } } else { Moves::Some { how, count, of } };
    }
    match (found.rose, found.fell) {
        (0, count) => Moves::Some { how: How { movement: Movement::Fell, within: false }, count, of },
        (count, 0) => Moves::Some { how: How { movement: Movement::Rose, within: false }, count, of },
        (rose, fell) => Moves::Mixed { rose, fell },
    }
}

/// The way that more municipalities went before the other.
fn most_first(rose: usize, fell: usize) -> [(Movement, usize); 2] {
    let both = [(Movement::Rose, rose), (Movement::Fell, fell)];
    let [up, down] = both;
    if fell > rose { [down, up] } else { both }
}

fn then(found: &Finding, how: Moves, wanted: Direction) -> Then {
    let movement = match how {
        Moves::All { how, .. } | Moves::Some { how, .. } => Some(how.movement),
        Moves::Mixed { .. } => None,
    };
    let against = |county: Movement| {
        matches!(
            (movement, county),
            (Some(Movement::Rose), Movement::Fell) | (Some(Movement::Fell), Movement::Rose)
        )
    };
    if let Some(county) = found.county.map(|c| c.movement).filter(|&c| against(c)) {
        return Then::CountyAgainst(county);
    }
    let still = movement == Some(Movement::Unchanged) && found.spread == SpreadChange::Same;
    if still || found.spread == SpreadChange::Unknown {
        return Then::Nothing;
    }
    // “But” where one half is wanted and the other is not; narrowing is wanted of any indicator
    // with a desired direction.
    let closer = found.spread == SpreadChange::Shrunk;
    let but = match (movement, wanted) {
        (Some(Movement::Rose), Direction::Up) | (Some(Movement::Fell), Direction::Down) => !closer,
        (Some(Movement::Rose), Direction::Down) | (Some(Movement::Fell), Direction::Up) => closer,
        _ => false,
    };
    Then::Spread { change: found.spread, but }
}

/// The nation's value where it is a level like the county's. One at least four times as high is
/// a sum over all counties (the largest has less than a quarter of the population).
fn comparable_nation(facts: &HeadlineFacts<'_>) -> Option<f64> {
    let (county, nation) = (facts.county?, facts.nation?);
    (nation.abs() < 4.0 * county.abs() || (county == 0.0 && nation == 0.0)).then_some(nation)
}

fn beside(county: f64, nation: f64, facts: &HeadlineFacts<'_>) -> Beside {
    if facts.measure.alike(county, nation) {
        Beside::Level
    } else if facts.near_nation {
        Beside::Within
    } else if county > nation {
        Beside::Above
    } else {
        Beside::Below
    }
}

#[cfg(test)]
mod tests;
