//! A story: what is told of the figures, scene by scene, on a stage or on paper.
//!
//! | member of a scene | holds |
//! |---|---|
//! | `layout` | how it stands: `title`, `strategy`, `findings`, `picture`, `text`, `question` |
//! | `headline`, `text`, `points` | what is read; a `picture` without a headline says its finding itself |
//! | `state` | what a picture shows, as the app's address without `#1/`: `indicator/ID?year=2022&pin=1880` |
//! | `panels` | which panels of that page, one or two |
//! | `from` | the period from which years run to the one shown |
//! | `marks` | remarks with an arrow at an area, or at a point of its line |
//! | `indicators` | figures that a text can be followed to |
//! | `notes`, `seconds` | for the speaker |

use super::decode::{choice, record};
use super::format::Text;

record! {
    /// What is told, in order.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Story {
        /// Its name.
        "title" => title: Text, or default;
        /// Its scenes.
        "scenes" => scenes: Vec<Scene>, or default;
    }
}

record! {
    /// One scene.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Scene {
        /// Stable id, `a-z0-9-`; part of addresses.
        "id" => id: String;
        /// How it stands.
        "layout" => layout: Layout;
        /// In large type; may be empty where a picture speaks for itself.
        "headline" => headline: Text, unless "Text::is_empty";
        /// A sentence or two under it.
        "text" => text: Text, unless "Text::is_empty";
        /// A list, one line each.
        "points" => points: Vec<Text>, unless "Vec::is_empty";
        /// For the speaker only.
        "notes" => notes: Text, unless "Text::is_empty";
        /// With `findings`: the focus area whose findings stand here.
        "focusArea" => focus_area: Option<String>, unless "Option::is_none";
        /// With `picture`: the address of what is shown.
        "state" => state: Option<String>, unless "Option::is_none";
        /// With `picture`: which panels; `map` where none is named.
        "panels" => panels: Vec<Panel>, unless "Vec::is_empty";
        /// With `picture`: the period from which years run to the one shown.
        "from" => from: Option<String>, unless "Option::is_none";
        /// With `picture`: remarks with an arrow.
        "marks" => marks: Vec<Remark>, unless "Vec::is_empty";
        /// Ids of indicators that a text can be followed to.
        "indicators" => indicators: Vec<String>, unless "Vec::is_empty";
        /// How long it is meant to stand.
        "seconds" => seconds: Option<u32>, unless "Option::is_none";
    }
}

choice! {
    /// How a scene stands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Layout {
        /// The opening: a name in very large type.
        Title = "title",
        /// The strategy's picture, from current to desired state.
        Strategy = "strategy",
        /// The findings of one focus area, each with its live figure.
        Findings = "findings",
        /// Live pictures.
        Picture = "picture",
        /// A headline and a list.
        Text = "text",
        /// A question to the room, with a place for answers.
        Question = "question",
    }
}

choice! {
    /// A panel of a page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Panel {
        /// The map.
        Map = "map",
        /// The ranking.
        Ranking = "ranking",
        /// The development.
        Time = "time",
        /// The table.
        Table = "table",
        /// The whole page of the address: the overview, an area.
        Page = "page",
    }
}

record! {
    /// A remark with an arrow.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Remark {
        /// Code of the area it points at.
        "area" => area: String;
        /// The period, where a point of a line is meant.
        "period" => period: Option<String>, unless "Option::is_none";
        /// What it says, in few words.
        "text" => text: Text;
    }
}

impl Text {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.sv.is_empty() && self.en.is_none()
    }
}
