//! The first page: of which bundle, whose report it is, the county with the area lit, the report in brief, what there
//! is in it, who publishes it and when.

use crate::{
    base::geom::{Point, Size},
    tool::picture::{Page, Role, balanced, lines, told},
    view::{
        chart::axes::line,
        lettering::{fit, text},
        look::Look,
        map::{
            choropleth::{self, Area},
            placed::{Named, Placed},
        },
        mark::{Anchor, Font, Mark, Stroke, Weight},
        scene::Scene,
    },
};

use super::{
    Subject,
    brief::brief,
    paper::{GUTTER, Kind, LEFT, Paper, SHEET, WIDE},
};

/// Where the map and what is said in brief begin and end, px.
const MIDDLE: (f64, f64) = (292.0, 846.0);
/// Width of the map, and where what is said in brief begins, px from the left margin.
const MAP: f64 = 340.0;
const BRIEF: f64 = 372.0;

/// The cover; `count` is the number of indicators in the report, `rest` the pages that follow.
pub(super) fn cover(subject: &Subject<'_>, count: usize, rest: &[Page], look: Look<'_>) -> Vec<Page> {
    let w = subject.words;
    let regions = subject.data.regions();
    let mut paper = Paper::new(look);
    paper.turn();
    paper.name(subject.name());
    let body = paper.setting(Kind::Body);
    let lead = paper.setting(Kind::Lead);
    let mut brand = paper.setting(Kind::Section);
    brand.color = look.theme.accent;
    let mut name = paper.setting(Kind::Chapter);
    name.font = Font { size: 58.0, weight: Weight::Bold };
    name.leading = 1.08;
    let mut say = |role, set: &[String], setting, y: &mut f64| {
        paper.put(role, told(set, setting, Point::new(LEFT, *y)));
        *y += set.len() as f64 * setting.line();
    };
    let mut y = 56.0;
    let bundle = subject.data.meta().title.get(subject.locale);
    say(Role::Text, &[fit(bundle, brand.font, WIDE, &look)], &brand, &mut y);
    y = 104.0;
    let county = subject.name_of(regions.county());
    let strategy = subject.data.strategy().title.get(subject.locale).to_owned();
    let over = if subject.is_county() { strategy } else { (w.municipality_of)(county) };
    say(Role::Text, &[over], &lead, &mut y);
    y += 4.0;
    say(Role::Heading(1), &balanced(subject.name(), name.font, WIDE, &look), &name, &mut y);
    y += 10.0;
    let members = regions.members().len();
    let under = if subject.is_county() {
        (w.county_lead)(count, members)
    } else {
        (w.municipality_lead)(count, members, regions.nation().is_some())
    };
    say(Role::Text, &balanced(&under, lead.font, 440.0, &look), &lead, &mut y);
    in_brief(subject, &mut paper);

    contents(w.contents, rest, &mut paper);
    let meta = subject.data.meta();
    let mut foot = lines(meta.publisher.get(subject.locale), body.font, 520.0, &look);
    foot.push((w.compiled)(&meta.updated));
    let y = SHEET.height - 56.0 - foot.len() as f64 * body.line();
    paper.put(Role::Text, told(&foot, &body, Point::new(LEFT, y)));
    let rule = line(
        Point::new(LEFT, y - 14.0),
        Point::new(LEFT + WIDE, y - 14.0),
        Stroke::solid(look.theme.accent, 2.0),
    );
    paper.put(Role::Ornament, vec![rule]);
    if let Some(scene) = map(subject, &look) {
        paper.beside(scene, subject.name(), Point::new(LEFT, MIDDLE.0));
    }
    paper.bare()
}

/// The main differences beside the map, as many as there is room for.
fn in_brief(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let (mut head, mut small, body) =
        (paper.setting(Kind::Section), paper.setting(Kind::Body), paper.setting(Kind::Body));
    head.color = paper.look.theme.accent;
    small.font.weight = Weight::Bold;
    let wide = WIDE - BRIEF;
    let mut at = Point::new(LEFT + BRIEF, MIDDLE.0);
    paper.put(Role::Heading(2), told(&[subject.words.brief.to_owned()], &head, at));
    at.y += head.line() + 4.0;
    for point in brief(subject) {
        let said: Vec<Vec<String>> =
            point.lines.iter().map(|l| lines(l, body.font, wide, &paper.look)).collect();
        let tall = said.iter().map(|s| s.len() as f64 * body.line() + 3.0).sum::<f64>() + small.line() + 10.0;
        if at.y + tall > MIDDLE.1 {
            return;
        }
        paper.put(Role::Heading(3), told(&[point.title.to_owned()], &small, at));
        at.y += small.line();
        for set in said {
            paper.put(Role::Text, told(&set, &body, at));
            at.y += set.len() as f64 * body.line() + 3.0;
        }
        at.y += 10.0;
    }
}

/// The chapters with their pages, in two columns.
fn contents(title: &str, rest: &[Page], paper: &mut Paper<'_>) {
    let body = paper.setting(Kind::Body);
    let mut head = paper.setting(Kind::Section);
    head.color = paper.look.theme.accent;
    let at = Point::new(LEFT, MIDDLE.1 + 20.0);
    paper.put(Role::Heading(2), told(&[title.to_owned()], &head, at));
    let begun: Vec<(usize, &str)> = rest
        .iter()
        .enumerate()
        .flat_map(|(n, p)| p.bookmarks.iter().map(move |b| (n + 2, b.0.as_str())))
        .collect();
    let column = (WIDE - GUTTER) / 2.0;
    let half = begun.len().div_ceil(2).max(1);
    for (n, column_of) in begun.chunks(half).enumerate() {
        let x = LEFT + n as f64 * (column + GUTTER);
        for (line, (page, title)) in column_of.iter().enumerate() {
            let y = at.y + head.line() + 6.0 + (line as f64 + 0.5) * body.line();
            let word = |x: f64, said: String, anchor| {
                Mark::Text(text(Point::new(x, y), said, body.font, anchor, body.color))
            };
            let title = fit(title, body.font, column - 30.0, &paper.look);
            let marks =
                vec![word(x + 18.0, page.to_string(), Anchor::End), word(x + 28.0, title, Anchor::Start)];
            paper.put(Role::Text, marks);
        }
    }
}

/// The county's municipalities with their names; the area itself in the strongest colour.
fn map(subject: &Subject<'_>, look: &Look<'_>) -> Option<Scene> {
    let members = subject.data.regions().members();
    let named: Vec<Named> =
        members.iter().map(|&area| Named { area, name: subject.name_of(area).to_owned() }).collect();
    let size = Size::new(MAP, MIDDLE.1 - MIDDLE.0);
    let placed = Placed::new(subject.data.shapes()?, &named, size, None, look)?;
    let area = |&area: &crate::base::id::AreaId| {
        let strong = area == subject.area || subject.is_county();
        let fill = look.theme.ramp(if strong { 0.8 } else { 0.12 });
        Area { area, fill: Ok(fill), value: String::new(), selected: None }
    };
    let areas: Vec<Area> = members.iter().map(area).collect();
    Some(choropleth::scene(&placed, &areas, look))
}
