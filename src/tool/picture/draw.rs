//! Every view as a picture with its words.

use crate::{
    analysis::classify::Method,
    base::{geom::Size, id::IndicatorId, locale::Locale},
    model::Dataset,
    view::{
        aspect::{self, Aspect, Terms},
        chart::{bars, climb, drawn::Chart, histogram, matrix},
        choices::Choices,
        look::Look,
        map::{
            choropleth,
            placed::{Named, Placed},
        },
        scene::Scene,
        spec::{self, Reading, Shown, matrix::Order, told},
        summary::of_whom,
        words::{self, change::Counted},
    },
};

use super::{
    PictureError, View,
    choose::{Chosen, Subject},
    frame::Body,
};

/// Most classes of the map, as on the page.
const CLASSES: usize = 5;
/// Most sources named below a picture of many indicators.
const SOURCES: usize = 4;
/// Widest legend, px: wider ones are hard to compare.
const LEGEND: f64 = 460.0;

/// The picture at this width.
pub(super) fn body(
    data: &Dataset,
    chosen: &Chosen,
    width: f64,
    look: &Look<'_>,
) -> Result<Body, PictureError> {
    match &chosen.about {
        Some(about) => of_indicator(data, chosen, about, width, look),
        None => of_all(data, chosen, width, look),
    }
}

fn of_indicator(
    data: &Dataset,
    chosen: &Chosen,
    about: &Subject,
    width: f64,
    look: &Look<'_>,
) -> Result<Body, PictureError> {
    let (view, id) = (chosen.view, about.id);
    let nothing = |there: String| {
        let of = format!("“{}”", data.indicator(id).id);
        PictureError::Nothing { view: view.name(), of, there }
    };
    let table = data.table(id).ok_or_else(|| nothing("it has no values".to_owned()))?;
    let shown = Shown { data, id, table, reading: about.reading, pinned: &chosen.areas, locale: look.locale };
    let drawn = match view {
        View::Map | View::GapMap => map(&shown, about, width, look),
        View::Over(aspect) => over(&shown, aspect, about, width, look),
        _ => Some(ranking(&shown, about, width, look)),
    };
    let drawn = drawn.ok_or_else(|| nothing(offered(&shown)))?;
    let finding = told::facts(&shown, about.period);
    Ok(Body {
        headline: told::headline(&shown, about.period, &finding),
        subtitle: subtitle(&shown, about, drawn.whole),
        lead: drawn.lead,
        scenes: drawn.scenes,
        foot: foot(data, &[id], drawn.how, look),
        desc: drawn.desc,
    })
}

/// A view's pictures and words.
struct Drawn {
    scenes: Vec<Scene>,
    lead: String,
    desc: String,
    /// How its numbers come about, where they are computed.
    how: Option<String>,
    /// Whether it is about the whole series, not one period.
    whole: bool,
}

fn map(shown: &Shown<'_>, about: &Subject, width: f64, look: &Look<'_>) -> Option<Drawn> {
    let named: Vec<Named> =
        shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
    let size = Size::new(width, (width * 1.12).clamp(280.0, 640.0));
    let placed = Placed::new(shown.data.shapes()?, &named, size, Some(&spec::map::widest(shown)), look)?;
    let classes = spec::map::classes(shown, Method::Natural, CLASSES, None);
    let areas = spec::map::areas(shown, classes.as_ref(), about.period, look.theme);
    let mut scenes = vec![choropleth::scene(&placed, &areas, look)];
    if let Some(classes) = classes {
        let legend = spec::map::legend(shown, &classes, about.period, look.theme);
        let wide = width.min(LEGEND);
        scenes.push(histogram::scene(&legend, Size::new(wide, histogram::height(&legend, wide, look)), look));
    }
    let desc = told::areas(shown, about.period);
    Some(Drawn { scenes, lead: gap_lead(shown, &desc), desc, how: gap_how(shown), whole: false })
}

fn ranking(shown: &Shown<'_>, about: &Subject, width: f64, look: &Look<'_>) -> Drawn {
    let classes = spec::map::classes(shown, Method::Natural, CLASSES, None);
    let class = |area| {
        let value = shown.reading.cell(shown.table, area, about.period).ok()?;
        Some(spec::map::color(classes.as_ref()?, value.get(), look.theme))
    };
    let spec = spec::ranking::bars(shown, about.period, class, String::new(), String::new());
    let scene = bars::scene(&spec, Size::new(width, bars::height(&spec)), look);
    let desc = told::areas(shown, about.period);
    Drawn { scenes: vec![scene], lead: gap_lead(shown, &desc), desc, how: gap_how(shown), whole: false }
}

/// The headline is about everybody: what is said of the gap stands below it.
fn gap_lead(shown: &Shown<'_>, said: &str) -> String {
    if let Reading::Both { .. } = shown.reading { said.to_owned() } else { String::new() }
}

fn gap_how(shown: &Shown<'_>) -> Option<String> {
    let both = matches!(shown.reading, Reading::Both { .. });
    both.then(|| words::figures::figures(shown.locale).how_gap.to_owned())
}

fn over(shown: &Shown<'_>, aspect: Aspect, about: &Subject, width: f64, look: &Look<'_>) -> Option<Drawn> {
    if !aspect::offered(shown).contains(&aspect) {
        return None;
    }
    let choices = choices(shown);
    let period = aspect.is_of_period().then_some(about.period);
    let classes = (Method::Natural, CLASSES);
    let chart = aspect::chart(shown, aspect, &Terms { choices, period, classes, theme: look.theme })?;
    let scene = chart.draw(Size::new(width, chart.height(width, look)), look).scene;
    let desc = aspect::said(shown, aspect, &choices, about.period);
    let lead = if aspect == Aspect::Levels { String::new() } else { desc.clone() };
    let how = aspect::how(shown, aspect, &choices, period).map(|how| how.formula);
    Some(Drawn { scenes: vec![scene], lead, desc, how, whole: true })
}

/// Totals change most where they are largest: for them the relative change.
fn choices(shown: &Shown<'_>) -> Choices {
    let counted = if shown.is_amount() { Counted::Relative } else { Counted::Absolute };
    Choices { counted, ..Choices::default() }
}

/// The views of everything: the profile of an area, the overview, the strategy's paths.
fn of_all(data: &Dataset, chosen: &Chosen, width: f64, look: &Look<'_>) -> Result<Body, PictureError> {
    let locale = look.locale;
    let ids: Vec<IndicatorId> = data.ids().collect();
    let nothing = |of: String| PictureError::Nothing {
        view: chosen.view.name(),
        of,
        there: "it is about the municipalities of the county, compared in several indicators".to_owned(),
    };
    let (headline, desc, scene, how) = match (chosen.view, chosen.areas.split_first()) {
        (View::Spine, Some((&area, others))) => {
            let name = data.regions().get(area).name.get(locale).to_owned();
            let spec = spec::spine::spine(data, area, others, locale).ok_or_else(|| nothing(name))?;
            let scene = spec.draw(Size::new(width, spec.height(width, look)), look).scene;
            (spec.title, spec.desc, scene, Some(words::spine::spine(locale).how))
        }
        (View::Climb, _) => {
            let spec = spec::climb::climb(data, locale);
            if spec.lanes.is_empty() {
                return Err(nothing("the strategy".to_owned()));
            }
            let scene = climb::scene(&spec, climb::extent(&spec, width, look), look);
            let title = words::words(locale).start_title.to_owned();
            (title, spec.desc, scene, Some(words::figures::figures(locale).how_judged))
        }
        _ => {
            let spec = spec::matrix::matrix(data, &chosen.areas, Order::default(), None, locale);
            let scene = matrix::scene(&spec, Size::new(width, matrix::height(&spec, width, look)), look);
            (spec.title, spec.desc, scene, Some(words::matrix::matrix(locale).how))
        }
    };
    let foot = foot(data, &ids, how.map(str::to_owned), look);
    // The strategy's paths say their counts themselves.
    let lead = if chosen.view == View::Climb { String::new() } else { desc.clone() };
    Ok(Body { headline, subtitle: String::new(), lead, scenes: vec![scene], foot, desc })
}

/// The views this indicator has.
fn offered(shown: &Shown<'_>) -> String {
    let aspects = aspect::offered(shown);
    let sexes = shown.table.has_sexes(shown.lead().origin);
    let borders = shown.data.shapes().is_some_and(|s| shown.areas().iter().any(|&a| s.of(a).is_some()));
    let has = |view: View| match view {
        View::Map => borders,
        View::Ranking => true,
        View::Gap => sexes,
        View::GapMap => sexes && borders,
        View::Over(aspect) => aspects.contains(&aspect),
        View::Spine | View::Overview | View::Climb => false,
    };
    let names: Vec<&str> = View::ALL.iter().filter(|v| has(v.1)).map(|v| v.0).collect();
    format!("it has: {}", names.join(", "))
}

/// “Title. Of whom, unit, period.”
fn subtitle(shown: &Shown<'_>, about: &Subject, whole: bool) -> String {
    let (indicator, locale) = (shown.indicator(), shown.locale);
    let mut title = indicator.title.get(locale).to_owned();
    if let Some(who) = words::people(locale, shown.lead()) {
        title = format!("{title}, {who}");
    }
    let when = match (whole, shown.periods().as_slice()) {
        (true, [first, .., last]) => format!("{first}–{last}"),
        _ => about.period.to_string(),
    };
    match of_whom(indicator, locale).as_str() {
        "" => format!("{title}. {when}."),
        of => format!("{title}. {of}, {when}."),
    }
}

/// Sources, how numbers were computed, which bundle they are from, who publishes.
fn foot(data: &Dataset, ids: &[IndicatorId], how: Option<String>, look: &Look<'_>) -> Vec<String> {
    let locale = look.locale;
    let w = words::words(locale);
    let many = ids.len() > 1;
    let mut sources: Vec<(String, usize)> = Vec::new();
    for &id in ids {
        let source = &data.indicator(id).source;
        // Of many indicators the publishers only: tables and ways are told at each.
        let name = if many { source.publisher.get(locale).to_owned() } else { source.named(locale) };
        match sources.iter_mut().find(|s| s.0 == name) {
            Some(source) => source.1 += 1,
            None => sources.push((name, 1)),
        }
    }
    sources.sort_by_key(|source| std::cmp::Reverse(source.1));
    let more = sources.len() > SOURCES;
    let named: Vec<&str> = sources.iter().take(SOURCES).map(|s| s.0.as_str()).collect();
    let named = named.join(", ");
    let mut lines = vec![match locale {
        _ if !many => format!("{}: {named}.", w.source),
        Locale::Sv => {
            let more = if more { " m.fl." } else { "" };
            format!("Källor: {named}{more}; varje indikators källa står i Nuläge.")
        }
        Locale::En => {
            let more = if more { " and others" } else { "" };
            format!("Sources: {named}{more}; each indicator’s source is named in Nuläge.")
        }
    }];
    lines.extend(how.map(
        |how| {
            if how.starts_with(w.computed) { how } else { format!("{}. {how}", w.computed) }
        },
    ));
    let meta = data.meta();
    // The bundle's title says what is only made up to show the form.
    let (title, publisher) = (meta.title.get(locale), meta.publisher.get(locale).trim_end_matches('.'));
    lines.push(format!("{title}. {publisher} · {}", meta.updated));
    lines
}
