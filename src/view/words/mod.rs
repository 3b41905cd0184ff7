//! Every text the pictures, the summaries and the interface need: one typed table per language.
//!
//! A missing text is a compile error. Texts are plain: what needs a number or a name is a function.

pub mod aspects;
pub mod change;
pub mod counting;
pub mod differences;
pub mod discussion;
mod en;
pub mod figures;
pub mod furthest;
pub mod gaps;
pub mod host;
pub mod legend;
pub mod matrix;
pub mod method;
pub mod multiples;
pub mod overview;
mod people;
mod period;
mod phrases;
pub mod ranks;
pub mod scatter;
pub mod spine;
pub mod spread;
pub mod stage;
mod sv;
mod table;
pub mod uncertainty;

pub use people::{people, whom};
pub use period::{at_period, period_name, period_short};
pub use phrases::{areas_counted, closed};
pub use table::Words;

use crate::base::locale::Locale;

/// The table of this language.
pub fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Sv => &sv::WORDS,
        Locale::En => &en::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::classify::Method, model::Missing};

    #[test]
    fn reasons_are_told_apart() {
        for locale in Locale::ALL {
            let w = words(locale);
            for say in [w.missing, w.missing_long] {
                let mut said: Vec<&str> = Missing::ALL.map(say).to_vec();
                said.sort_unstable();
                said.dedup();
                assert_eq!(said.len(), Missing::ALL.len(), "{said:?}");
            }
            for method in Method::ALL {
                assert!((w.method_explained)(method).ends_with('.'), "{method:?}");
            }
        }
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        let (sv, en) = (words(Locale::Sv), words(Locale::En));
        assert_eq!((sv.class_areas)(1), "ett område");
        assert_eq!((sv.class_areas)(12), "tolv områden");
        assert_eq!((en.class_areas)(1), "one area");
        assert_eq!((en.class_areas)(0), "no areas");
        assert_eq!((sv.hits)(0), "Inga träffar");
        assert_eq!((sv.hits)(1), "En träff");
        assert_eq!((en.hits)(20), "20 hits");
        assert_eq!((sv.place)(3, 12), "plats 3 av 12");
        assert_eq!((sv.shared_place)(3, 12), "delad plats 3 av 12");
        assert_eq!((en.shared_place)(3, 12), "shared rank 3 of 12");
        assert_eq!((sv.area_lead)(1), "Alla indikatorer för kommunen.");
        assert!((sv.area_lead)(12).contains("länets tolv kommuner"));
        assert!((sv.start_lead)("Örebro län", 1, 12).contains("En indikator visar"));
        assert!((en.start_lead)("Örebro County", 80, 1).starts_with("80 indicators show"));
    }
}
