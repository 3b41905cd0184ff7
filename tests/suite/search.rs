//! The search field finds the default bundle's indicators also by everyday words.

use nulage::base::locale::Locale;
use nulage::base::text::Text;
use nulage::view::search::{Findable, grade};

use crate::golden::bundle::dataset;

/// The worst grade of a name, another name or an everyday word for one.
const BY_NAME: u8 = 4;

fn both(text: &Text) -> String {
    format!("{} {}", text.get(Locale::Sv), text.get(Locale::En))
}

#[test]
fn everyday_words_lead_to_indicators() {
    let data = dataset();
    for (typed, expected) in [
        ("jobb", "sysselsattningsgrad-20-64"),
        ("jobb", "arbetsloshet-18-65"),
        ("jobs", "forvarvsarbetande-20-64"),
        ("skola", "gymnasieexamen-3-ar"),
        ("elever", "meritvarde-ak9-hemkommun"),
        ("school", "behoriga-yrkesprogram-hemkommun"),
        ("lön", "mediannettoinkomst"),
        ("lon", "mediannettoinkomst"),
        ("wages", "mediannettoinkomst"),
        ("fattiga", "ekonomiskt-bistand"),
        ("hälsa", "sjalvskattad-halsa"),
        ("sjuka", "ohalsotal"),
        ("health", "medellivslangd"),
        ("bostad", "trangboddhet-flerbostadshus"),
        ("hus", "fastighetspris-smahus"),
        ("housing", "fardigstallda-bostader"),
        ("buss", "kollektivtrafiknara-lage"),
        ("tåg", "kollektivtrafiknara-lage"),
        ("klimat", "vaxthusgasutslapp-per-invanare"),
        ("carbon", "vaxthusgasutslapp"),
        ("elbilar", "laddpunkter"),
        ("trygghet", "avstar-fran-att-ga-ut-ensam"),
        ("rösta", "valdeltagande-kommunval"),
        ("internet", "bredband-1-gbit"),
        ("invandrare", "utrikes-fodda"),
        ("turism", "gastnatter-per-invanare"),
        ("sport", "fysiskt-aktiva"),
        ("befolkning", "befolkning"),
        ("invånare", "befolkning"),
        ("universitet", "eftergymnasial-utbildning"),
    ] {
        let indicator = data.indicator(data.by_id(expected).unwrap());
        let also = format!("{} {}", both(&indicator.title), both(&indicator.subject));
        for locale in Locale::ALL {
            let it = Findable::new(indicator.title.get(locale), &also, "");
            let found = grade(typed, &it);
            assert!(found.is_some_and(|g| g <= BY_NAME), "{typed} → {expected}: {found:?}");
        }
    }
}
