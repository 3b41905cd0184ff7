//! Names at the ends of lines, moved apart, with a hairline where they had to move.

use crate::base::geom::{Point, Rect};

use crate::view::{
    dodge::{Wish, dodge},
    lettering::{SMALL, STRONG, fit},
    look::{Look, Role},
    mark::{Font, Weight},
};

use super::{Line, Lines, Panel, place::PlacedLine};

/// Distance between a line's end and its label, px.
pub const OFFSET: f64 = 14.0;
/// Height of a muted label, px.
const SMALL_ROW: f64 = 14.0;
/// Height of an emphasised label, px.
const STRONG_ROW: f64 = 16.0;

/// How far from its line's end a muted label may stand: about three rows, px.
const FAR: f64 = 40.0;

/// A label at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    /// Which line of the panel.
    pub line: usize,
    /// The line's last point.
    pub from: Point,
    /// Left middle of the text.
    pub at: Point,
    /// Name and value.
    pub text: String,
    /// How strong it is.
    pub role: Role,
    /// How it is set.
    pub font: Font,
}

/// The name, and of an emphasised line its last value; with the period where others go on, for what stands
/// there is no value of the last one. None for a line without values.
pub(super) fn label_text(line: &Line, spec: &Lines, look: &Look) -> Option<String> {
    let at = line.values.iter().rposition(Option::is_some)?;
    let value = line.values.get(at).copied().flatten()?;
    let mut said = line.name.clone();
    if line.role.is_emphasised() {
        said = said + " " + &spec.write(value, look.locale);
    }
    Some(match spec.periods.get(at) {
        Some(period) if at + 1 < spec.periods.len() => format!("{said} ({period})"),
        _ => said,
    })
}

/// Labels of a panel. The emphasised lines always have theirs; the others only when nothing is
/// selected: where the height allows, all that do not come to stand far from their lines, else the highest
/// and the lowest.
pub(super) fn labels(
    panel: &Panel,
    lines: &[PlacedLine],
    plot: Rect,
    right: f64,
    spec: &Lines,
    look: &Look,
) -> Vec<EndLabel> {
    let ends: Vec<EndLabel> = panel
        .lines
        .iter()
        .zip(lines)
        .enumerate()
        .filter_map(|(index, (line, placed))| {
            let spot = placed.spots().next_back()?;
            let font = if line.role.is_emphasised() { STRONG } else { SMALL };
            let text = label_text(line, spec, look)?;
            Some(EndLabel { line: index, from: spot.at, at: spot.at, text, role: line.role, font })
        })
        .collect();
    let (strong, mut rest): (Vec<EndLabel>, Vec<EndLabel>) =
        ends.into_iter().partition(|l| l.role.is_emphasised());
    crate::base::order::sort_by(&mut rest, &mut |a, b| a.from.y.total_cmp(&b.from.y));
    let column = strong.iter().chain(&rest).map(|l| l.from.x).fold(plot.x, f64::max) + OFFSET;
    // A target far ahead draws the axis out below the names, which then stand above it.
    let past = if plot.right() > column { -2.0 } else { 8.0 };
    let (low, high) = (plot.y - 8.0, plot.bottom() + past);
    let room = high - low - strong.len() as f64 * STRONG_ROW;
    let selected = strong.iter().any(|l| matches!(l.role, Role::Selected(_)));
    let rest = if selected {
        Vec::new()
    } else if rest.len() as f64 * SMALL_ROW <= room {
        rest
    } else {
        outermost(rest, room)
    };
    let mut labels = strong;
    labels.extend(rest);
    let middles = moved_apart(&mut labels, low, high);
    for (label, y) in labels.iter_mut().zip(middles) {
        label.at = Point::new(column, y);
        // A name may be cut, a number never.
        if look.measure.width(&label.text, label.font) > right - column
            && let Some(line) = panel.lines.get(label.line)
        {
            label.text = fit(&line.name, label.font, right - column, look);
        }
    }
    labels.retain(|l| !l.text.is_empty());
    labels
}

/// The middle of each label, after those of emphasised lines the others from the highest to the lowest.
/// Where lines lie so close that a name would come to stand far from its own, beside another's values,
/// the names in the thick of them are left out.
fn moved_apart(labels: &mut Vec<EndLabel>, low: f64, high: f64) -> Vec<f64> {
    loop {
        let wishes: Vec<Wish> = labels.iter().map(wish).collect();
        let middles = dodge(&wishes, low, high);
        let (mut far, mut thickest) = (false, (f64::INFINITY, None));
        let mut above: [Option<f64>; 2] = [None, None];
        for (at, (label, y)) in labels.iter().zip(&middles).enumerate() {
            if label.role.is_emphasised() {
                continue;
            }
            let own = label.from.y;
            far |= (own - y).abs() > FAR;
            if let [Some(before), Some(_)] = above
                && own - before < thickest.0
            {
                thickest = (own - before, Some(at - 1));
            }
            above = [above[1], Some(own)];
        }
        match thickest.1 {
            Some(at) if far => labels.remove(at),
            _ => return middles,
        };
    }
}

fn wish(label: &EndLabel) -> Wish {
    let weight = if label.role.is_emphasised() { 6.0 } else { 1.0 };
    Wish { center: label.from.y, extent: row(label.font), weight }
}

fn row(font: Font) -> f64 {
    if font.weight == Weight::Bold { STRONG_ROW } else { SMALL_ROW }
}

/// The first and the last label, as far as there is room.
fn outermost(mut labels: Vec<EndLabel>, room: f64) -> Vec<EndLabel> {
    let fits = (room / SMALL_ROW).max(0.0) as usize;
    let last = labels.len().saturating_sub(1);
    let mut at = 0;
    labels.retain(|_| {
        let keep = (at == 0 && fits >= 1) || (at == last && fits >= 2);
        at += 1;
        keep
    });
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::color::{Mode, Theme};
    use crate::base::{id::AreaId, locale::Locale, period::Period, unit::UnitKind};
    use crate::view::look::Format;
    use crate::view::measure::TableMeasure;

    #[test]
    fn a_line_that_ends_before_others_says_when() {
        let line = |role, values: &[f64]| Line {
            area: AreaId::new(0).unwrap(),
            name: "Nora".to_owned(),
            role,
            values: (0..3).map(|n| values.get(n).copied()).collect(),
        };
        let spec = Lines {
            panels: Vec::new(),
            periods: (2020..2023).map(Period::year_of).collect(),
            events: Vec::new(),
            breaks: Vec::new(),
            target: None,
            level: None,
            format: Format { decimals: 0, kind: UnitKind::Number, short: String::new() },
            title: String::new(),
            desc: String::new(),
        };
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv };
        let told = |role, values: &[f64]| label_text(&line(role, values), &spec, &look);
        assert_eq!(told(Role::Other, &[1.0, 2.0, 3.0]).as_deref(), Some("Nora"));
        assert_eq!(told(Role::Other, &[1.0, 2.0]).as_deref(), Some("Nora (2021)"));
        assert_eq!(told(Role::County, &[1.0, 2.0]).as_deref(), Some("Nora 2 (2021)"));
        assert_eq!(told(Role::Other, &[]), None);
    }
}
