//! Setting text in lines.

use crate::{
    base::{color::Color, geom::Point},
    view::{
        lettering::{text, wrapped},
        look::Look,
        mark::{Anchor, Font, Mark},
    },
};

/// A last line shorter than this part of the width is a scrap.
const SCRAP: f64 = 0.12;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Letters.
    pub font: Font,
    /// Distance of two lines, relative to the letters' size.
    pub leading: f64,
    /// Ink.
    pub color: Color,
}

impl Setting {
    /// Height of a line, px.
    pub fn line(&self) -> f64 {
        self.font.size * self.leading
    }
}

/// The lines of a heading: as many as it needs, all about equally long.
pub fn balanced(said: &str, font: Font, width: f64, look: &Look<'_>) -> Vec<String> {
    let mut best = wrapped(said, font, width, look);
    for percent in (40..100).rev() {
        let narrower = width * f64::from(percent) / 100.0;
        let tried = wrapped(said, font, narrower, look);
        let fits = tried.iter().all(|line| look.measure.width(line, font) <= narrower);
        if tried.len() > best.len() || !fits {
            break;
        }
        best = tried;
    }
    best
}

/// The lines of a text, the last of them never a single word or a scrap.
pub fn lines(said: &str, font: Font, width: f64, look: &Look<'_>) -> Vec<String> {
    let whole = wrapped(said, font, width, look);
    let scrap = |line: &String| !line.contains(' ') || look.measure.width(line, font) < width * SCRAP;
    let lonely = |lines: &[String]| lines.len() > 1 && lines.last().is_some_and(scrap);
    if !lonely(&whole) {
        return whole;
    }
    let narrower = |percent: u32| wrapped(said, font, width * f64::from(percent) / 100.0, look);
    let better = (75..100).rev().map(narrower).find(|l| l.len() == whole.len() && !lonely(l));
    better.unwrap_or(whole)
}

/// Lines as marks, the first one's top at `at`.
pub fn told(lines: &[String], setting: &Setting, at: Point) -> Vec<Mark> {
    let line = |(n, said): (usize, &String)| {
        let y = at.y + setting.line() * (n as f64 + 0.5);
        Mark::Text(text(Point::new(at.x, y), said.as_str(), setting.font, Anchor::Start, setting.color))
    };
    lines.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{
            color::{Mode, Theme},
            locale::Locale,
        },
        view::{lettering::PLAIN, measure::TableMeasure},
    };

    use super::*;

    #[test]
    fn no_line_is_left_alone() {
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv };
        let said = "Skillnaden mellan kommunerna har vuxit sedan millennieskiftet";
        let wide = look.measure.width("Skillnaden mellan kommunerna har vuxit sedan", PLAIN) + 1.0;
        assert_eq!(wrapped(said, PLAIN, wide, &look).last().unwrap(), "millennieskiftet");
        assert_eq!(lines(said, PLAIN, wide, &look).last().unwrap(), "sedan millennieskiftet");
        let even = balanced(said, PLAIN, wide, &look);
        assert_eq!(even.len(), 2);
        let [first, last] = [0, 1].map(|n| look.measure.width(&even[n], PLAIN));
        assert!((first - last).abs() < wide * 0.3, "{even:?}");
    }
}
