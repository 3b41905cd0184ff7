//! The ways to look at how an indicator has developed: which there are for it, and each as a
//! chart, as a sentence and as a table.

use std::sync::Arc;

use crate::base::period::Period;
use crate::model::Origin;

use super::{
    chart::drawn::Chart,
    spec::{
        Shown,
        gaps::{self, Between},
        grid::Grid,
        time, told,
    },
    words,
};

/// A way to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aspect {
    /// Every area's value over time.
    #[default]
    Levels,
    /// The gap between two groups over time.
    Gap,
}

impl Aspect {
    /// All, in the order they are offered, each with its word in addresses and on the command line.
    pub const ALL: &[(&str, Self)] = &[("levels", Self::Levels), ("gap", Self::Gap)];
}

/// The ways that make sense for what is shown; levels always do.
pub fn offered(shown: &Shown<'_>) -> Vec<Aspect> {
    let mut found = Vec::new();
    for &(_, aspect) in Aspect::ALL {
        let fits = match aspect {
            Aspect::Levels => true,
            Aspect::Gap => between(shown).is_some(),
        };
        if fits {
            found.push(aspect);
        }
    }
    found
}

/// The chart; `None` where nothing can be shown this way.
pub fn chart(shown: &Shown<'_>, aspect: Aspect) -> Option<Arc<dyn Chart>> {
    match aspect {
        Aspect::Levels => {
            let title = (words::words(shown.locale).line_of)(shown.indicator().title.get(shown.locale));
            Some(Arc::new(time::lines(shown, title, String::new())))
        }
        Aspect::Gap => Some(Arc::new(gaps::lines(shown, between(shown)?, String::new())?)),
    }
}

/// The picture in words, as of a period.
pub fn said(shown: &Shown<'_>, aspect: Aspect, until: Period) -> String {
    match aspect {
        Aspect::Levels => told::time(shown, until, &told::facts(shown, until)),
        Aspect::Gap => between(shown).map(|b| gaps::told(shown, b, until)).unwrap_or_default(),
    }
}

/// The picture's numbers; `None` for what the page's own table holds already.
pub fn grid(shown: &Shown<'_>, aspect: Aspect) -> Option<Grid> {
    match aspect {
        Aspect::Levels => None,
        Aspect::Gap => Some(gaps::grid(shown, between(shown)?)),
    }
}

/// How the computed numbers come about; `None` where none is computed.
pub fn how(shown: &Shown<'_>, aspect: Aspect) -> Option<&'static str> {
    match aspect {
        Aspect::Levels => None,
        Aspect::Gap => Some(words::gaps::gaps(shown.locale).how),
    }
}

/// The two groups compared: those of the origin looked at, else the first pair that is published.
fn between(shown: &Shown<'_>) -> Option<Between> {
    let pairs = Between::of(shown);
    let origin = shown.lead().origin;
    let of_origin = |b: &&Between| origin != Origin::Total && b.first.origin != Origin::Total;
    pairs.iter().find(of_origin).or_else(|| pairs.first()).copied()
}
