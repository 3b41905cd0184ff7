//! Colours, lines and letters as plotters backends ask for them.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, FontFamily, FontStyle,
    text_anchor::{HPos, Pos, VPos},
};

use crate::{
    base::{color::Color, num::round},
    view::mark::{Anchor, Stroke, Text, Weight},
};

/// A colour with opacity.
pub(super) fn solid(color: Color, opacity: f64) -> BackendColor {
    BackendColor { alpha: opacity, rgb: (color.r, color.g, color.b) }
}

/// A line in backend px.
pub(super) struct Line {
    color: BackendColor,
    width: u32,
}

impl Line {
    pub(super) fn new(stroke: Stroke, unit: f64) -> Self {
        let width = round(stroke.width * unit).max(1.0) as u32;
        Self { color: solid(stroke.color, stroke.opacity), width }
    }
}

impl BackendStyle for Line {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A line of text in backend px, anchored at its vertical middle.
#[derive(Clone, Copy)]
pub(super) struct Lettering<'a> {
    color: Color,
    size: f64,
    weight: Weight,
    anchor: Anchor,
    family: &'a str,
}

impl<'a> Lettering<'a> {
    pub(super) fn new(text: &Text, unit: f64, family: &'a str) -> Self {
        let Text { color, font, anchor, .. } = *text;
        Self { color, size: font.size * unit, weight: font.weight, anchor, family }
    }

    pub(super) fn in_color(self, color: Color) -> Self {
        Self { color, ..self }
    }
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        solid(self.color, 1.0)
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let h = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(h, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    /// Nothing: text was measured before it was placed.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    /// Nothing: backends that cannot set text themselves show none.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
