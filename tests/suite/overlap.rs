//! Whether the texts of a picture can be read: none on another, none cut off at the edge.
//!
//! One helper for every chart: `overlap::faults(&scene)` says what is wrong, nothing where all is
//! well.

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::{Point, Rect, Size},
        locale::Locale,
    },
    view::{
        lettering::bounds,
        look::Look,
        mark::{Mark, Text},
        measure::{MeasureText, TableMeasure},
        scene::Scene,
    },
};

/// A desktop, a tablet and a phone, px: the widths every picture of a page is tried at.
pub(crate) const WIDTHS: [f64; 3] = [1440.0, 768.0, 360.0];

/// Room a rounding may take, px.
pub(crate) const DUST: f64 = 0.5;

/// Letters do not fill their line: so much of a line box's height may be shared above and below, px.
const LEADING: f64 = 1.5;

/// Every text that lies on another or reaches outside the picture.
pub(crate) fn faults(scene: &Scene) -> Vec<String> {
    faults_as(scene, &TableMeasure)
}

/// The same with text as wide as this font sets it.
pub(crate) fn faults_as(scene: &Scene, measure: &dyn MeasureText) -> Vec<String> {
    let texts = boxes_as(scene, measure);
    let mut found = clipped(&texts, scene.size);
    for (i, (rect, words)) in texts.iter().enumerate() {
        let tight = inner(*rect);
        for (other, more) in texts.iter().skip(i + 1) {
            if tight.overlaps(inner(*other)) {
                found.push(format!("“{words}” on “{more}”: {rect:?} {other:?}"));
            }
        }
    }
    found
}

/// The line boxes of all texts of the picture in painting order, each with its words.
pub(crate) fn boxes(scene: &Scene) -> Vec<(Rect, String)> {
    boxes_as(scene, &TableMeasure)
}

fn boxes_as(scene: &Scene, measure: &dyn MeasureText) -> Vec<(Rect, String)> {
    let look = Look { theme: Theme::of(Mode::Light), measure, locale: Locale::Sv };
    let mut out = Vec::new();
    walk(&scene.marks, &mut |mark| {
        if let Mark::Text(text) = mark {
            let Text { text: words, .. } = text;
            out.push((bounds(text, &look), words.clone()));
        }
    });
    out
}

/// Calls `visit` with every mark, those in groups too.
pub(crate) fn walk<'a>(marks: &'a [Mark], visit: &mut dyn FnMut(&'a Mark)) {
    for mark in marks {
        visit(mark);
        if let Mark::Group(group) = mark {
            walk(&group.marks, visit);
        }
    }
}

fn clipped(texts: &[(Rect, String)], size: Size) -> Vec<String> {
    let whole = Rect::new(-DUST, -DUST, size.width + 2.0 * DUST, size.height + 2.0 * DUST);
    let outside = |rect: &Rect| {
        let corners = [Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())];
        !corners.iter().all(|p| whole.contains(*p))
    };
    let cut = texts.iter().filter(|(rect, _)| outside(rect));
    cut.map(|(rect, words)| format!("“{words}” reaches outside: {rect:?} of {size:?}")).collect()
}

fn inner(rect: Rect) -> Rect {
    Rect::new(rect.x + DUST, rect.y + LEADING, rect.width - 2.0 * DUST, rect.height - 2.0 * LEADING)
}

#[test]
fn unreadable_texts_are_found() {
    use nulage::view::{
        lettering::{SMALL, text},
        mark::{Anchor, Group},
    };
    let ink = Theme::of(Mode::Light).ink;
    let word =
        |x: f64, y: f64, words: &str| Mark::Text(text(Point::new(x, y), words, SMALL, Anchor::Start, ink));
    let count = |marks: Vec<Mark>| {
        let grouped = Mark::Group(Group { key: None, marks });
        faults(&Scene { size: Size::new(100.0, 40.0), marks: vec![grouped], ..Scene::default() }).len()
    };
    assert_eq!(count(vec![word(2.0, 20.0, "Kumla"), word(50.0, 20.0, "Laxå")]), 0);
    assert_eq!(count(vec![word(2.0, 20.0, "Kumla"), word(20.0, 20.0, "Laxå")]), 1, "text on text");
    assert_eq!(count(vec![word(2.0, 12.0, "Kumla"), word(2.0, 24.0, "Laxå")]), 0, "lines set close");
    assert_eq!(count(vec![word(80.0, 20.0, "Hällefors")]), 1, "clipped at the right");
    assert_eq!(count(vec![word(2.0, 3.0, "Nora")]), 1, "clipped at the top");
}
