//! Words of the gap between two groups of people.

use crate::base::locale::inside;
use crate::{
    base::locale::Locale,
    model::{Group, Level, Origin, Sex},
};

use super::change::counts;

/// Texts of one language.
pub struct Gaps {
    /// Name of the picture: which groups (see `pair`), the indicator.
    pub title: fn(&str, &str) -> String,
    /// Two groups in one phrase: “kvinnor och män”.
    pub pair: fn(Group, Group) -> &'static str,
    /// Where both have the same.
    pub equal: &'static str,
    /// The side where this group is better off.
    pub favour: fn(Group) -> &'static str,
    /// The side where this group is worse off.
    pub disfavour: fn(Group) -> &'static str,
    /// The side where this group's value is higher, without judgement.
    pub higher: fn(Group) -> &'static str,
    /// The side where this group's value is lower, without judgement.
    pub lower: fn(Group) -> &'static str,
    /// When (“År 2022”), pair, place (see `county`, `here`), signed gap, side.
    pub now: fn(&str, &str, &str, &str, &str) -> String,
    /// When, pair, place: no gap as shown.
    pub none_now: fn(&str, &str, &str) -> String,
    /// What has happened: period, signed gap then.
    pub grown: fn(&str, &str) -> String,
    /// The same.
    pub shrunk: fn(&str, &str) -> String,
    /// The same.
    pub turned: fn(&str, &str) -> String,
    /// The same.
    pub unchanged: fn(&str) -> String,
    /// A gap that was none, in place of its size.
    pub none: &'static str,
    /// Municipalities where the gap has grown, shrunk, stands: in that order; whether it has changed sides
    /// in some of the second; the period compared with.
    pub counted: fn([usize; 3], bool, &str) -> String,
    /// Where the gap cannot be told at all: pair.
    pub unknown: fn(&str) -> String,
    /// “i länet”.
    pub county: &'static str,
    /// Column: signed gap, period.
    pub column: fn(&str) -> String,
    /// How the numbers come about.
    pub how: &'static str,
}

/// The texts of this language.
pub fn gaps(locale: Locale) -> &'static Gaps {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Gaps = Gaps {
    title: |pair, indicator| format!("{indicator}: skillnaden mellan {pair} över tid"),
    pair: |a, b| match (a.origin, b.origin, a.sex) {
        (Origin::Foreign, Origin::Domestic, _) => "utrikes och inrikes födda",
        (Origin::Foreign, Origin::Total, _) => "utrikes födda och alla",
        _ => "kvinnor och män",
    },
    equal: "Lika",
    favour: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Till utrikes föddas fördel",
        (Origin::Domestic, _) => "Till inrikes föddas fördel",
        (_, Sex::Men) => "Till mäns fördel",
        _ => "Till kvinnors fördel",
    },
    disfavour: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Till utrikes föddas nackdel",
        (Origin::Domestic, _) => "Till inrikes föddas nackdel",
        (_, Sex::Men) => "Till mäns nackdel",
        _ => "Till kvinnors nackdel",
    },
    higher: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Högre bland utrikes födda",
        (Origin::Domestic, _) => "Högre bland inrikes födda",
        (_, Sex::Men) => "Högre bland män",
        _ => "Högre bland kvinnor",
    },
    lower: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Lägre bland utrikes födda",
        (Origin::Domestic, _) => "Lägre bland inrikes födda",
        (_, Sex::Men) => "Lägre bland män",
        _ => "Lägre bland kvinnor",
    },
    now: |period, pair, place, gap, side| {
        let side = inside(side);
        format!("{period} var skillnaden mellan {pair} {place} {gap}, {side}.")
    },
    none_now: |period, pair, place| format!("{period} fanns ingen skillnad mellan {pair} {place}."),
    grown: |period, gap| format!("Den har vuxit sedan {period}, då den var {}.", stop_free(gap)),
    shrunk: |period, gap| format!("Den har minskat sedan {period}, då den var {}.", stop_free(gap)),
    turned: |period, gap| format!("Den har bytt sida sedan {period}, då den var {gap} åt andra hållet."),
    unchanged: |period| format!("Den är ungefär lika stor som {period}."),
    none: "noll",
    counted: |[grown, shrunk, same], turned, period| {
        let fell = if turned { "minskat eller bytt sida" } else { "minskat" };
        let parts = [("vuxit", grown), (fell, shrunk), ("varit ungefär lika stor", same)];
        let said = counts((Locale::Sv, Level::Municipality), parts, grown + shrunk + same);
        format!("Sedan {period} har den {said}.")
    },
    unknown: |pair| format!("Skillnaden mellan {pair} kan inte beskrivas: uppgifter saknas."),
    county: "i länet",
    column: |period| format!("Skillnad {period}"),
    how: "Den ena gruppens publicerade värde minus den andras, område för område och år för år. Skillnaden räknas innan värdena avrundas och kan därför skilja en enhet i sista decimalen från de visade.",
};

static EN: Gaps = Gaps {
    title: |pair, indicator| format!("{indicator}: the gap between {pair} over time"),
    pair: |a, b| match (a.origin, b.origin, a.sex) {
        (Origin::Foreign, Origin::Domestic, _) => "people born abroad and people born in Sweden",
        (Origin::Foreign, Origin::Total, _) => "people born abroad and everybody",
        _ => "women and men",
    },
    equal: "Equal",
    favour: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "In favour of people born abroad",
        (Origin::Domestic, _) => "In favour of people born in Sweden",
        (_, Sex::Men) => "In favour of men",
        _ => "In favour of women",
    },
    disfavour: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "To the disadvantage of people born abroad",
        (Origin::Domestic, _) => "To the disadvantage of people born in Sweden",
        (_, Sex::Men) => "To the disadvantage of men",
        _ => "To the disadvantage of women",
    },
    higher: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Higher among people born abroad",
        (Origin::Domestic, _) => "Higher among people born in Sweden",
        (_, Sex::Men) => "Higher among men",
        _ => "Higher among women",
    },
    lower: |g| match (g.origin, g.sex) {
        (Origin::Foreign, _) => "Lower among people born abroad",
        (Origin::Domestic, _) => "Lower among people born in Sweden",
        (_, Sex::Men) => "Lower among men",
        _ => "Lower among women",
    },
    now: |period, pair, place, gap, side| {
        let side = inside(side);
        format!("{period} the gap between {pair} {place} was {gap}, {side}.")
    },
    none_now: |period, pair, place| format!("{period} there was no gap between {pair} {place}."),
    grown: |period, gap| format!("It has grown since {period}, when it was {}.", stop_free(gap)),
    shrunk: |period, gap| format!("It has shrunk since {period}, when it was {}.", stop_free(gap)),
    turned: |period, gap| format!("It has changed sides since {period}, when it was {gap} the other way."),
    unchanged: |period| format!("It is about as large as in {period}."),
    none: "zero",
    counted: |[grown, shrunk, same], turned, period| {
        let fell = if turned { "shrunk or changed sides" } else { "shrunk" };
        let parts = [("grown", grown), (fell, shrunk), ("stayed about the same", same)];
        let said = counts((Locale::En, Level::Municipality), parts, grown + shrunk + same);
        format!("Since {period} it has {said}.")
    },
    unknown: |pair| format!("The gap between {pair} cannot be described: values are missing."),
    county: "in the county",
    column: |period| format!("Gap {period}"),
    how: "One group’s published value minus the other’s, area by area and year by year. It is computed before values are rounded and may differ by one in the last decimal from those shown.",
};

/// Without the full stop an abbreviated unit ends in: the sentence brings its own.
fn stop_free(text: &str) -> &str {
    text.trim_end_matches('.')
}
