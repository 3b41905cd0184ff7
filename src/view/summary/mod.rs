//! Pictures in words: the finding as a headline, and a text beside every picture.
//!
//! Sentences are built so that no word must agree with the indicator's noun: Swedish in verbs
//! (“har ökat”), English in the past tense (“rose”). Values are compared and named as shown,
//! with the indicator's decimals.

mod areas;
mod headline;
mod measure;
mod time;

pub use areas::{AreaFacts, area_summary, table_caption};
pub use headline::{HeadlineFacts, headline};
pub use measure::{Measure, of_whom};
pub use time::{TimeFacts, time_summary};

/// The indicator's name, and for whom where that is to be said.
fn named(title: &str, whom: Option<&str>) -> String {
    whom.map_or_else(|| title.to_owned(), |who| format!("{title}, {who}"))
}
