//! Whom a value is about, in words.

use crate::{
    base::locale::Locale,
    model::{Group, Origin, Sex},
};

/// The people as a lower-case noun: “kvinnor”, “utrikes födda män”; `None` for everybody.
pub fn people(locale: Locale, group: Group) -> Option<&'static str> {
    Some(match (locale, group.origin, group.sex) {
        (_, Origin::Total, Sex::Total) => return None,
        (Locale::Sv, Origin::Total, Sex::Women) => "kvinnor",
        (Locale::Sv, Origin::Total, Sex::Men) => "män",
        (Locale::Sv, Origin::Domestic, Sex::Total) => "inrikes födda",
        (Locale::Sv, Origin::Domestic, Sex::Women) => "inrikes födda kvinnor",
        (Locale::Sv, Origin::Domestic, Sex::Men) => "inrikes födda män",
        (Locale::Sv, Origin::Foreign, Sex::Total) => "utrikes födda",
        (Locale::Sv, Origin::Foreign, Sex::Women) => "utrikes födda kvinnor",
        (Locale::Sv, Origin::Foreign, Sex::Men) => "utrikes födda män",
        (Locale::En, Origin::Total, Sex::Women) => "women",
        (Locale::En, Origin::Total, Sex::Men) => "men",
        (Locale::En, Origin::Domestic, Sex::Total) => "people born in Sweden",
        (Locale::En, Origin::Domestic, Sex::Women) => "women born in Sweden",
        (Locale::En, Origin::Domestic, Sex::Men) => "men born in Sweden",
        (Locale::En, Origin::Foreign, Sex::Total) => "people born abroad",
        (Locale::En, Origin::Foreign, Sex::Women) => "women born abroad",
        (Locale::En, Origin::Foreign, Sex::Men) => "men born abroad",
    })
}

/// Who a group is, everybody too.
pub fn whom(locale: Locale, group: Group) -> &'static str {
    people(locale, group).unwrap_or(match locale {
        Locale::Sv => "alla",
        Locale::En => "everybody",
    })
}
