//! A text in Swedish and, where it has been translated, English.

use super::locale::Locale;

/// Bundle text. Always text, never markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Swedish; never empty in a validated dataset.
    pub sv: String,
    /// English, where there is a translation.
    pub en: Option<String>,
}

impl Text {
    /// The text in this language, or in Swedish where no translation exists.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Sv => &self.sv,
            Locale::En => self.en.as_deref().unwrap_or(&self.sv),
        }
    }
}
