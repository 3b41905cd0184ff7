//! Words of the page of all indicators and areas.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct Overview {
    /// The page's name, in links and paths.
    pub name: &'static str,
    /// The link to it from the start page.
    pub link: &'static str,
    /// Label: what rows are sorted by.
    pub rows_by: &'static str,
    /// Rows as the strategy has them.
    pub strategy_order: &'static str,
    /// Label: what columns are sorted by.
    pub columns_by: &'static str,
    /// Columns by name.
    pub by_name: &'static str,
    /// How the picture is used, by pointer and by keyboard.
    pub help: &'static str,
    /// Rows are now sorted by this area.
    pub said_rows: fn(&str) -> String,
    /// Columns are now sorted by this indicator.
    pub said_columns: fn(&str) -> String,
}

/// The texts of this language.
pub fn overview(locale: Locale) -> &'static Overview {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Overview = Overview {
    name: "Översikt",
    link: "Se alla indikatorer och kommuner i en bild",
    rows_by: "Ordna indikatorerna efter",
    strategy_order: "strategin",
    columns_by: "Ordna kommunerna efter",
    by_name: "namn",
    help: "Klicka på en ruta för att öppna indikatorn, på ett namn för att ordna efter det. Med tangentbord: pilarna och Enter.",
    said_rows: |name| format!("Indikatorerna är ordnade efter {name}."),
    said_columns: |name| format!("Kommunerna är ordnade efter {name}."),
};

static EN: Overview = Overview {
    name: "Overview",
    link: "See all indicators and municipalities in one picture",
    rows_by: "Sort the indicators by",
    strategy_order: "the strategy",
    columns_by: "Sort the municipalities by",
    by_name: "name",
    help: "Click a cell to open the indicator, a name to sort by it. By keyboard: the arrows and Enter.",
    said_rows: |name| format!("The indicators are sorted by {name}."),
    said_columns: |name| format!("The municipalities are sorted by {name}."),
};
