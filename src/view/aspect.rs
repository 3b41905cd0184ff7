//! The ways to look at how an indicator has developed: which there are for it, and each as a
//! chart, as a sentence and as a table.

use std::sync::Arc;

use crate::analysis::classify;
use crate::base::{color::Theme, id::AreaId, period::Period};
use crate::model::{Origin, shape::Shapes};

use super::{
    chart::drawn::Chart,
    choices::Choices,
    spec::{
        Shown, change,
        counting::{Counting, Mode},
        gaps::{self, Between},
        grid::Grid,
        method::{self, Method, method},
        multiples, ranks, said, scatter, spread, time, told,
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
    /// How far apart the areas lie, period by period.
    Spread,
    /// The areas' places among each other over time.
    Ranks,
    /// The first and the last comparable period.
    Slope,
    /// The change between two periods as a map, beside the maps of both.
    Change,
    /// A panel per area, by name.
    Each,
    /// A panel per area, about where it lies.
    Tiles,
    /// Against another indicator, in one period.
    Scatter,
}

impl Aspect {
    /// All, in the order they are offered, each with its word in addresses and on the command line.
    pub const ALL: &[(&str, Self)] = &[
        ("levels", Self::Levels),
        ("gap", Self::Gap),
        ("spread", Self::Spread),
        ("ranks", Self::Ranks),
        ("slope", Self::Slope),
        ("change", Self::Change),
        ("each", Self::Each),
        ("tiles", Self::Tiles),
        ("scatter", Self::Scatter),
    ];

    /// Whether the chart is about one period, and another one in another.
    pub fn is_of_period(self) -> bool {
        self == Self::Scatter
    }
}

/// The ways that make sense for what is shown; levels always do.
pub fn offered(shown: &Shown<'_>) -> Vec<Aspect> {
    let mut found = Vec::new();
    let many = shown.areas().len() > 1;
    for &(_, aspect) in Aspect::ALL {
        let fits = match aspect {
            Aspect::Levels => true,
            Aspect::Gap => between(shown).is_some(),
            Aspect::Spread => many && !shown.table.periods_with(shown.areas(), shown.lead()).is_empty(),
            // A total is largest where most people are: that is no place.
            Aspect::Ranks => !shown.is_amount() && ranks::there(shown),
            Aspect::Slope => many && change::widest(shown).is_some(),
            Aspect::Change => {
                let borders = |s: &Shapes| shown.areas().iter().any(|&a| s.of(a).is_some());
                many && shown.data.shapes().is_some_and(borders) && change::widest(shown).is_some()
            }
            Aspect::Each => many,
            Aspect::Tiles => multiples::has_tiles(shown),
            Aspect::Scatter => scatter::other(shown, None).is_some(),
        };
        if fits {
            found.push(aspect);
        }
    }
    found
}

/// What a chart depends on besides what is shown.
#[derive(Clone, Copy)]
pub struct Terms {
    /// What the reader has chosen.
    pub choices: Choices,
    /// The period of a chart that is about one.
    pub period: Option<Period>,
    /// How maps put values into classes, and how many.
    pub classes: (classify::Method, usize),
    /// The colours of maps.
    pub theme: &'static Theme,
}

/// The chart; `None` where nothing can be shown this way.
pub fn chart(shown: &Shown<'_>, aspect: Aspect, terms: &Terms) -> Option<Arc<dyn Chart>> {
    let Terms { choices, period, .. } = *terms;
    match aspect {
        Aspect::Levels => {
            if let Some(counting) = counting(shown, &choices) {
                return Some(Arc::new(counting.lines(shown, String::new())));
            }
            let title = (words::words(shown.locale).line_of)(shown.indicator().title.get(shown.locale));
            Some(Arc::new(time::lines(shown, title, String::new())))
        }
        Aspect::Gap => Some(Arc::new(gaps::lines(shown, between(shown)?, String::new())?)),
        Aspect::Spread => {
            let chosen = spread::fitting(shown, choices.measure);
            Some(Arc::new(spread::spread(shown, chosen, String::new())?))
        }
        Aspect::Ranks => Some(Arc::new(ranks::ranks(shown, String::new())?)),
        Aspect::Slope => Some(Arc::new(change::slope(shown, span(shown, &choices)?, String::new()))),
        Aspect::Change => {
            let span = span(shown, &choices)?;
            Some(Arc::new(change::pictured(shown, span, choices.counted, terms.classes, terms.theme)?))
        }
        Aspect::Each => Some(Arc::new(multiples::multiples(shown, false, String::new())?)),
        Aspect::Tiles => Some(Arc::new(multiples::multiples(shown, true, String::new())?)),
        Aspect::Scatter => {
            let other = scatter::other(shown, choices.with)?;
            Some(Arc::new(scatter::scatter(shown, other, period, choices.trails)?))
        }
    }
}

/// The picture in words, as of a period.
pub fn said(shown: &Shown<'_>, aspect: Aspect, choices: &Choices, until: Period) -> String {
    match aspect {
        Aspect::Levels => match counting(shown, choices) {
            Some(counting) => counting.told(shown, until),
            None => told::time(shown, until, &told::facts(shown, until)),
        },
        Aspect::Gap => between(shown).map(|b| gaps::told(shown, b, until)).unwrap_or_default(),
        Aspect::Spread => said::sentences(&[
            spread::told(shown, until, &spread::convergence(shown, until)),
            spread::told_measure(shown, spread::fitting(shown, choices.measure), until),
        ]),
        Aspect::Ranks => ranks::told(shown, until),
        Aspect::Slope | Aspect::Change => {
            let counted = if aspect == Aspect::Change { choices.counted } else { change::usual(shown) };
            span(shown, choices).map(|span| change::told(shown, span, counted)).unwrap_or_default()
        }
        Aspect::Each => multiples::told(shown, false, until),
        Aspect::Tiles => multiples::told(shown, true, until),
        Aspect::Scatter => match scatter::other(shown, choices.with) {
            Some(other) => scatter::told(shown, other, Some(until)),
            None => String::new(),
        },
    }
}

/// The two periods a way compares as of a period: chosen ones, or what the whole page compares.
fn compared(
    shown: &Shown<'_>,
    aspect: Aspect,
    choices: &Choices,
    period: Option<Period>,
) -> Option<change::Span> {
    match aspect {
        Aspect::Each | Aspect::Tiles => multiples::span(shown, shown.period(period)?),
        _ => span(shown, choices),
    }
}

/// The areas that can be walked to, each with what is read aloud of it, where those differ from the
/// page's own.
pub fn read_aloud(
    shown: &Shown<'_>,
    aspect: Aspect,
    choices: &Choices,
    period: Option<Period>,
) -> Option<Vec<(AreaId, String)>> {
    match aspect {
        Aspect::Scatter => Some(scatter::read_aloud(shown, scatter::other(shown, choices.with)?, period)),
        Aspect::Levels => Some(counting(shown, choices)?.read_aloud(shown, period?)),
        Aspect::Gap => Some(gaps::read_aloud(shown, between(shown)?, period?)),
        Aspect::Ranks => Some(ranks::read_aloud(shown, period?)),
        Aspect::Slope | Aspect::Change | Aspect::Each | Aspect::Tiles => {
            Some(change::read_aloud(shown, compared(shown, aspect, choices, period)?))
        }
        Aspect::Spread => None,
    }
}

/// The picture's numbers; `None` for what the page's own table holds already.
pub fn grid(shown: &Shown<'_>, aspect: Aspect, choices: &Choices, period: Option<Period>) -> Option<Grid> {
    match aspect {
        Aspect::Levels => Some(counting(shown, choices)?.grid(shown)),
        Aspect::Gap => Some(gaps::grid(shown, between(shown)?)),
        Aspect::Spread => Some(spread::grid(shown, spread::fitting(shown, choices.measure))),
        Aspect::Ranks => Some(ranks::grid(shown)),
        Aspect::Slope | Aspect::Change | Aspect::Each | Aspect::Tiles => {
            Some(change::grid(shown, compared(shown, aspect, choices, period)?))
        }
        Aspect::Scatter => scatter::grid(shown, scatter::other(shown, choices.with)?, period),
    }
}

/// How the computed numbers come about, as of a period; `None` where none is computed.
pub fn how(shown: &Shown<'_>, aspect: Aspect, choices: &Choices, period: Option<Period>) -> Option<Method> {
    let aspects = words::aspects::aspects(shown.locale);
    let population = || shown.data.weights().into_iter().collect::<Vec<_>>();
    let (formula, others, years) = match aspect {
        Aspect::Levels => {
            let counting = counting(shown, choices)?;
            let others = if counting.mode == Mode::PerInhabitant { population() } else { Vec::new() };
            ((words::counting::counting(shown.locale).how)(counting.mode), others, method::whole(shown))
        }
        Aspect::Gap => (words::gaps::gaps(shown.locale).how, Vec::new(), method::whole(shown)),
        Aspect::Spread => {
            let chosen = spread::fitting(shown, choices.measure);
            let w = words::spread::spread(shown.locale);
            let weighted = if chosen.weighted { w.weighted_explained } else { "" };
            let formula = format!("{} {weighted}", (w.measure_explained)(chosen.measure));
            return Some(method(
                shown,
                formula.trim_end(),
                &if chosen.weighted { population() } else { Vec::new() },
                method::whole(shown),
            ));
        }
        Aspect::Ranks => (aspects.how_ranks, Vec::new(), method::whole(shown)),
        Aspect::Slope | Aspect::Change | Aspect::Each | Aspect::Tiles => {
            let span = compared(shown, aspect, choices, period)?;
            (aspects.how_slope, Vec::new(), Some((span.from, span.to)))
        }
        Aspect::Scatter => {
            let other = scatter::other(shown, choices.with)?;
            let period = shown.period(period);
            let formula = words::scatter::scatter(shown.locale).how;
            (formula, scatter::inputs(shown, other), period.map(|p| (p, p)))
        }
    };
    Some(method(shown, formula, &others, years))
}

/// The way values are counted, where it is not the published one.
fn counting(shown: &Shown<'_>, choices: &Choices) -> Option<Counting> {
    Counting::new(shown, choices.mode, choices.base)
}

/// The two periods compared.
fn span(shown: &Shown<'_>, choices: &Choices) -> Option<change::Span> {
    change::chosen(shown, choices.from, choices.to)
}

/// The two groups compared: those of the origin looked at, else the first pair that is published.
fn between(shown: &Shown<'_>) -> Option<Between> {
    let pairs = Between::of(shown);
    let origin = shown.lead().origin;
    let of_origin = |b: &&Between| origin != Origin::Total && b.first.origin != Origin::Total;
    pairs.iter().find(of_origin).or_else(|| pairs.first()).copied()
}
