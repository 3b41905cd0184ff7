//! Everyday words for what indicators call something else, for the search field.

/// Fewest letters that say which everyday word is begun.
const FEWEST: usize = 3;

/// How everyday words begin, in Swedish and English, and what Swedish names say instead; all without
/// their marks. Names are searched in both languages, so one of them is enough.
static MEANT: [(&str, &str); 17] = [
    ("jobb jobs arbete work", "sysselsatt arbetslos forvarvsarbet"),
    ("skol elev betyg school pupil", "gymnasie arskurs behorig"),
    ("universitet hogskol college", "eftergymnasial hogutbild"),
    ("lone pengar wage salar money", "inkomst ekonomisk"),
    ("fattig bidrag poor poverty welfare", "bistand standard"),
    ("halsa sjuk health sick", "halsa ohalso valbefinnande medellivslangd"),
    ("bostad huse housing home", "bostad smahus trangbodd"),
    ("buss tage train", "kollektivtrafik"),
    ("bilar elbil cars", "laddbara laddpunkt personbil"),
    ("klimat koldioxid climate carbon", "utslapp"),
    ("krimi trygg crime safe", "brott ensam"),
    ("internet fiber", "bredband"),
    ("rosta vote voting", "valdeltag"),
    ("invandr flykting immigra migrant", "utrikes"),
    ("turis touris hotel", "gastnatter"),
    ("befolkning invanar population inhabitant", "folkmangd"),
    ("motion idrott sport", "fysiskt"),
];

/// What indicators that tell women and men apart may be looked for by, too.
pub const SEXES: &str = "kvinnor män flickor pojkar jämställdhet women men girls boys gender equality";

/// The same of those that tell domestic and foreign-born people apart.
pub const ORIGINS: &str =
    "utrikes inrikes födda invandrare integration domestic foreign-born born abroad immigrants";

/// Whether one of the names, in small letters without their marks, says what this word, too, may mean.
pub fn is_meant(word: &str, names: &[&str]) -> bool {
    let begun = |key: &str| word.starts_with(key) || (word.len() >= FEWEST && key.starts_with(word));
    let said = |meant: &str| names.iter().any(|name| name.contains(meant));
    MEANT.iter().any(|(keys, meant)| keys.split_whitespace().any(begun) && meant.split_whitespace().any(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_beginning() {
        let names = ["mediannettoinkomst", "gymnasieexamen bor nara kollektivtrafik"];
        for word in ["lon", "loner", "skolor", "tag"] {
            assert!(is_meant(word, &names), "{word}");
        }
        for word in ["long", "ta", "", "klimat"] {
            assert!(!is_meant(word, &names), "{word}");
        }
    }

    #[test]
    fn the_table_is_plain() {
        for (keys, names) in &MEANT {
            for word in keys.split(' ').chain(names.split(' ')) {
                assert!(word.len() > FEWEST && word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
            }
        }
    }
}
