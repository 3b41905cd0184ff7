//! The first page: whose report it is, the county with the area lit, who publishes it and when.

use crate::{
    base::geom::{Point, Size},
    tool::picture::{Page, Role, balanced, lines, told},
    view::{
        chart::axes::line,
        look::Look,
        map::{
            choropleth::{self, Area},
            placed::{Named, Placed},
        },
        mark::{Font, Stroke, Weight},
        scene::Scene,
    },
};

use super::{
    Subject,
    paper::{Kind, LEFT, Paper, SHEET, WIDE},
};

/// Where the map begins and ends, px.
const MAP: (f64, f64) = (336.0, 970.0);

/// The cover; `count` is the number of indicators in the report.
pub(super) fn cover(subject: &Subject<'_>, count: usize, look: Look<'_>) -> Vec<Page> {
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
    let mut y = 64.0;
    say(Role::Text, &["Nuläge".to_owned()], &brand, &mut y);
    y = 118.0;
    let county = subject.name_of(regions.county());
    let strategy = subject.data.strategy().title.get(subject.locale).to_owned();
    let over = if subject.is_county() { strategy } else { (w.municipality_of)(county) };
    say(Role::Text, &[over], &lead, &mut y);
    y += 4.0;
    say(Role::Heading(1), &balanced(subject.name(), name.font, WIDE, &look), &name, &mut y);
    y += 14.0;
    let members = regions.members().len();
    let under = if subject.is_county() { w.county_lead } else { w.municipality_lead };
    say(Role::Text, &balanced(&under(count, members), lead.font, 440.0, &look), &lead, &mut y);

    let meta = subject.data.meta();
    let publisher = lines(meta.publisher.get(subject.locale), body.font, 440.0, &look);
    let mut foot = publisher;
    foot.push((w.compiled)(&meta.updated));
    let mut y = SHEET.height - 64.0 - foot.len() as f64 * body.line();
    let rule = line(
        Point::new(LEFT, y - 14.0),
        Point::new(LEFT + WIDE, y - 14.0),
        Stroke::solid(look.theme.accent, 2.0),
    );
    say(Role::Text, &foot, &body, &mut y);
    paper.put(Role::Ornament, vec![rule]);
    if let Some(scene) = map(subject, &look) {
        paper.beside(scene, subject.name(), Point::new(LEFT, MAP.0));
    }
    paper.bare()
}

/// The county's municipalities with their names; the area itself in the strongest colour.
fn map(subject: &Subject<'_>, look: &Look<'_>) -> Option<Scene> {
    let members = subject.data.regions().members();
    let named: Vec<Named> =
        members.iter().map(|&area| Named { area, name: subject.name_of(area).to_owned() }).collect();
    let size = Size::new(WIDE, MAP.1 - MAP.0);
    let placed = Placed::new(subject.data.shapes()?, &named, size, None, look)?;
    let area = |&area: &crate::base::id::AreaId| {
        let strong = area == subject.area || subject.is_county();
        let fill = look.theme.ramp(if strong { 0.8 } else { 0.12 });
        Area { area, fill: Ok(fill), value: String::new(), selected: None }
    };
    let areas: Vec<Area> = members.iter().map(area).collect();
    Some(choropleth::scene(&placed, &areas, look))
}
