//! The few icons, drawn as paths in a 24-unit square; always beside or under a name.

use crate::ui::dom::{El, el};

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A path that climbs: the product's mark.
    Climb,
    /// A magnifying glass.
    Search,
    /// Start.
    Play,
    /// Stop.
    Pause,
    /// One step back.
    Back,
    /// One step on.
    On,
    /// Two chain links.
    Link,
    /// Out of the page.
    Share,
    /// Sun and moon.
    Theme,
    /// Release.
    Cross,
    /// A screen on its stand.
    Stage,
    /// Down, to keep.
    Take,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Climb => "M2 20 L9 13.5 L14 16 L21.5 5 M16 4.5 L21.8 4.2 L22 10",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.3 15.3 L21 21",
            Self::Play => "M8 5.5 L18.5 12 L8 18.5 Z",
            Self::Pause => "M8.5 5.5 V18.5 M15.5 5.5 V18.5",
            Self::Back => "M15 5 L8 12 L15 19",
            Self::On => "M9 5 L16 12 L9 19",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"
            }
            Self::Share => "M12 15.5V4M7.5 8L12 3.7L16.5 8M5 12.5V20H19V12.5",
            Self::Theme => {
                "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 3.5v17M12 7.5h5.6M12 12h8.4M12 16.5h5.6"
            }
            Self::Stage => "M3 4.5H21M4.5 4.5V15.5H19.5V4.5M12 15.5V18M8 21L12 18L16 21",
            Self::Take => "M12 4V15.5M7.5 11L12 15.5L16.5 11M5 20H19",
            Self::Cross => "M6 6 L18 18 M18 6 L6 18",
        }
    }
}

/// Draws an icon; it is decoration, the name stands beside it.
pub fn draw(icon: Icon) -> El {
    let fill = if icon == Icon::Play { "currentColor" } else { "none" };
    el("svg")
        .class("nl-icon")
        .at("viewBox", "0 0 24 24")
        .at("aria-hidden", "true")
        .at("focusable", "false")
        .at("fill", fill)
        .at("stroke", "currentColor")
        .at("stroke-width", "2")
        .at("stroke-linecap", "round")
        .at("stroke-linejoin", "round")
        .kid(el("path").at("d", icon.path()))
}
