//! Scenes on a backend that writes down what it is asked to do.

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle};

use crate::{
    base::geom::Size,
    view::mark::{Anchor, Dash, Font, Group, Weight},
};

use super::*;

#[derive(Default)]
struct Recorder(Vec<String>);

impl Recorder {
    fn note(&mut self, what: String) -> Result<(), DrawingErrorKind<Infallible>> {
        self.0.push(what);
        Ok(())
    }
}

fn ink(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}@{}", color.alpha)
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (800, 800)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        at: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(format!("pixel {at:?} {}", ink(color)))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.note(format!("path {points:?} {} {}", style.stroke_width(), ink(style.color())))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(format!(
            "circle {center:?} {radius} {fill} {} {}",
            style.stroke_width(),
            ink(style.color())
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.note(format!("fill {points:?} {}", ink(style.color())))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (font, family) = (style.style().as_str().to_owned(), style.family().as_str().to_owned());
        self.note(format!("text {text} {at:?} {font} {} {family} {}", style.size(), ink(style.color())))
    }
}

const GREY: Color = Color { r: 16, g: 32, b: 48 };

fn recorded(marks: Vec<Mark>) -> Vec<String> {
    let mut recorder = Recorder::default();
    let scene = Scene { size: Size::new(100.0, 100.0), marks, ..Scene::default() };
    paint(&scene, &mut recorder, 8.0, "Test").unwrap();
    recorder.0
}

#[test]
fn a_dashed_line_is_several_paths_in_eighths() {
    let run = vec![Point::new(0.0, 1.5), Point::new(8.0, 1.5)];
    let stroke = Stroke { dash: Dash::Short, opacity: 0.5, ..Stroke::solid(GREY, 1.25) };
    let path = Path { runs: vec![run].into(), stroke: Some(stroke), ..Path::default() };
    let out = recorded(vec![Mark::Group(Group { key: None, marks: vec![Mark::Path(path)] })]);
    assert_eq!(out, ["path [(0, 12), (40, 12)] 10 #102030@0.5"]);
}

#[test]
fn a_rectangle_is_filled_then_outlined() {
    let rect = Rect::new(1.0, 1.0, 2.0, 2.0);
    let mark =
        RectMark { rect, radius: 0.0, fill: Some(Fill::solid(GREY)), stroke: Some(Stroke::solid(GREY, 1.0)) };
    let out = recorded(vec![Mark::Rect(mark)]);
    assert_eq!(
        out,
        [
            "fill [(8, 8), (24, 8), (24, 24), (8, 24)] #102030@1",
            "path [(8, 8), (24, 8), (24, 24), (8, 24), (8, 8)] 8 #102030@1",
        ]
    );
}

#[test]
fn a_halo_is_painted_before_the_text() {
    let font = Font { size: 12.0, weight: Weight::Bold };
    let halo = Color { r: 255, g: 255, b: 255 };
    let text = Text {
        at: Point::new(5.0, 6.0),
        text: "Örebro".to_owned(),
        font,
        anchor: Anchor::End,
        color: GREY,
        halo: Some(halo),
    };
    let out = recorded(vec![Mark::Text(text)]);
    assert_eq!(out.len(), 9);
    assert_eq!(out.first().unwrap(), "text Örebro (52, 48) bold 96 Test #ffffff@1");
    assert_eq!(out.last().unwrap(), "text Örebro (40, 48) bold 96 Test #102030@1");
}

#[test]
fn missing_values_are_hatched_inside_their_outline() {
    let rect = Rect::new(0.0, 0.0, 20.0, 20.0);
    let fill = Some(Fill::Hatch { color: GREY, ground: GREY });
    let out = recorded(vec![Mark::Rect(RectMark { rect, fill, ..RectMark::default() })]);
    assert!(out.len() > 4 && out.iter().skip(1).all(|l| l.starts_with("path")), "{out:?}");
}

#[test]
fn rounded_corners_stay_within_the_rectangle() {
    let rect = Rect::new(10.0, 10.0, 30.0, 8.0);
    let run = corners(rect, 99.0);
    assert!(run.iter().all(|p| p.x > 9.999 && p.x < 40.001 && p.y > 9.999 && p.y < 18.001), "{run:?}");
}
