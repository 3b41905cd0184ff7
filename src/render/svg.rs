//! A scene as SVG text: the same scene always gives the same bytes.

use std::fmt::Write;

use crate::{
    base::{color::Color, geom::Point, num::round},
    view::{
        mark::{Anchor, Circle, Fill, Group, Mark, Path, RectMark, Stroke, Text, Weight},
        scene::{Key, Scene},
    },
};

/// What the scene itself does not say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// CSS `font-family` of all text.
    pub font: &'a str,
    /// Painted behind everything; `None` for a transparent picture.
    pub background: Option<Color>,
}

/// The picture as a whole `<svg>` element. Positions are rounded to hundredths of a px, text is
/// escaped, and groups carry what they stand for in `data-key`.
pub fn svg(scene: &Scene, options: Options) -> String {
    let mut out = String::new();
    let (w, h) = (number(scene.size.width), number(scene.size.height));
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
         font-family=\"{}\" font-variant-numeric=\"tabular-nums\">\n",
            escape(options.font)
        ),
    );
    if !scene.title.is_empty() {
        put(&mut out, format_args!("<title>{}</title>\n", escape(&scene.title)));
    }
    if !scene.desc.is_empty() {
        put(&mut out, format_args!("<desc>{}</desc>\n", escape(&scene.desc)));
    }
    let mut patterns: Vec<Fill> = Vec::new();
    collect_patterns(&scene.marks, &mut patterns);
    if !patterns.is_empty() {
        out.push_str("<defs>\n");
        for fill in &patterns {
            pattern(&mut out, *fill);
        }
        out.push_str("</defs>\n");
    }
    if let Some(color) = options.background {
        put(&mut out, format_args!("<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n", color.hex()));
    }
    for mark in &scene.marks {
        write_mark(&mut out, mark);
    }
    out.push_str("</svg>\n");
    out
}

/// A path's `d`: absolute points, runs closed where the path is.
pub fn path_data(path: &Path) -> String {
    let mut d = String::new();
    for run in &path.runs {
        for (i, p) in run.iter().enumerate() {
            let command = match i {
                0 => "M",
                1 => "L",
                _ => " ",
            };
            put(&mut d, format_args!("{command}{},{}", number(p.x), number(p.y)));
        }
        if path.closed && !run.is_empty() {
            d.push('Z');
        }
    }
    d
}

/// A fill's value for the attribute `fill`; patterns by the id [`pattern_id`] gives them.
pub fn paint(fill: Option<Fill>) -> String {
    match fill {
        None => "none".to_owned(),
        Some(Fill::Solid { color, .. }) => color.hex(),
        Some(fill) => format!("url(#{})", pattern_id(fill)),
    }
}

/// Id of a pattern: its kind and colours, so that equal patterns share it.
pub fn pattern_id(fill: Fill) -> String {
    let name = |kind, color: Color, ground: Color| {
        format!("{kind}-{}-{}", color.hex().trim_start_matches('#'), ground.hex().trim_start_matches('#'))
    };
    match fill {
        Fill::Hatch { color, ground } => name("hatch", color, ground),
        Fill::Dots { color, ground } => name("dots", color, ground),
        Fill::Solid { color, .. } => color.hex().trim_start_matches('#').to_owned(),
    }
}

/// What a key is called in `data-key`.
pub fn key_name(key: Key) -> String {
    match key {
        Key::Area(area) => format!("area-{}", area.index()),
        Key::Indicator(indicator) => format!("indicator-{}", indicator.index()),
        Key::Point(area, period) => format!("area-{}-{period}", area.index()),
        Key::Cell(indicator, area) => format!("cell-{}-{}", indicator.index(), area.index()),
        Key::Class(class) => format!("class-{class}"),
        Key::Period(period) => format!("period-{period}"),
    }
}

/// At most two decimals, no trailing zeros, never `-0`.
pub fn number(value: f64) -> String {
    let rounded = round(value * 100.0) / 100.0 + 0.0;
    format!("{rounded}")
}

fn put(out: &mut String, what: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(what);
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML knows no other control characters.
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

fn collect_patterns(marks: &[Mark], out: &mut Vec<Fill>) {
    for mark in marks {
        let fill = match mark {
            Mark::Group(group) => {
                collect_patterns(&group.marks, out);
                None
            }
            Mark::Path(path) => path.fill,
            Mark::Rect(rect) => rect.fill,
            Mark::Circle(circle) => circle.fill,
            Mark::Text(_) => None,
        };
        if let Some(fill @ (Fill::Hatch { .. } | Fill::Dots { .. })) = fill
            && !out.contains(&fill)
        {
            out.push(fill);
        }
    }
}

fn pattern(out: &mut String, fill: Fill) {
    let id = pattern_id(fill);
    match fill {
        Fill::Hatch { color, ground } => put(
            out,
            format_args!(
                "<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"6\" height=\"6\" fill=\"{}\"/>\
             <path d=\"M-1,1L1,-1M0,6L6,0M5,7L7,5\" stroke=\"{}\"/></pattern>\n",
                ground.hex(),
                color.hex()
            ),
        ),
        Fill::Dots { color, ground } => put(
            out,
            format_args!(
                "<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"6\" height=\"6\" fill=\"{}\"/>\
             <circle cx=\"1.5\" cy=\"1.5\" r=\"1\" fill=\"{}\"/>\
             <circle cx=\"4.5\" cy=\"4.5\" r=\"1\" fill=\"{}\"/></pattern>\n",
                ground.hex(),
                color.hex(),
                color.hex()
            ),
        ),
        Fill::Solid { .. } => {}
    }
}

fn write_mark(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Group(group) => write_group(out, group),
        Mark::Path(path) => write_path(out, path),
        Mark::Rect(rect) => write_rect(out, rect),
        Mark::Circle(circle) => write_circle(out, circle),
        Mark::Text(text) => write_text(out, text),
    }
}

fn write_group(out: &mut String, group: &Group) {
    match group.key {
        Some(key) => put(out, format_args!("<g data-key=\"{}\">\n", key_name(key))),
        None => out.push_str("<g>\n"),
    }
    for mark in &group.marks {
        write_mark(out, mark);
    }
    out.push_str("</g>\n");
}

fn write_path(out: &mut String, path: &Path) {
    put(out, format_args!("<path d=\"{}\"", path_data(path)));
    write_fill(out, path.fill);
    if path.fill.is_some() && path.runs.len() > 1 {
        out.push_str(" fill-rule=\"evenodd\"");
    }
    write_stroke(out, path.stroke);
    if path.stroke.is_some() {
        out.push_str(" stroke-linejoin=\"round\"");
    }
    out.push_str("/>\n");
}

fn write_rect(out: &mut String, mark: &RectMark) {
    let r = mark.rect;
    put(
        out,
        format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            number(r.x),
            number(r.y),
            number(r.width),
            number(r.height)
        ),
    );
    if mark.radius > 0.0 {
        put(out, format_args!(" rx=\"{}\"", number(mark.radius)));
    }
    write_fill(out, mark.fill);
    write_stroke(out, mark.stroke);
    out.push_str("/>\n");
}

fn write_circle(out: &mut String, mark: &Circle) {
    let Point { x, y } = mark.center;
    put(out, format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(x), number(y), number(mark.radius)));
    write_fill(out, mark.fill);
    write_stroke(out, mark.stroke);
    out.push_str("/>\n");
}

fn write_text(out: &mut String, text: &Text) {
    // Half the height of capitals below the middle: the same on every renderer, unlike
    // `dominant-baseline`.
    let baseline = text.at.y + text.font.size * 0.35;
    put(
        out,
        format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
            number(text.at.x),
            number(baseline),
            number(text.font.size)
        ),
    );
    if text.font.weight == Weight::Bold {
        out.push_str(" font-weight=\"650\"");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    put(out, format_args!(" fill=\"{}\"", text.color.hex()));
    if let Some(halo) = text.halo {
        put(
            out,
            format_args!(
                " stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                halo.hex()
            ),
        );
    }
    put(out, format_args!(">{}</text>\n", escape(&text.text)));
}

fn write_fill(out: &mut String, fill: Option<Fill>) {
    put(out, format_args!(" fill=\"{}\"", paint(fill)));
    if let Some(Fill::Solid { opacity, .. }) = fill
        && opacity < 1.0
    {
        put(out, format_args!(" fill-opacity=\"{}\"", number(opacity)));
    }
}

fn write_stroke(out: &mut String, stroke: Option<Stroke>) {
    let Some(stroke) = stroke else { return };
    put(out, format_args!(" stroke=\"{}\"", stroke.color.hex()));
    if stroke.width != 1.0 {
        put(out, format_args!(" stroke-width=\"{}\"", number(stroke.width)));
    }
    if stroke.opacity < 1.0 {
        put(out, format_args!(" stroke-opacity=\"{}\"", number(stroke.opacity)));
    }
    let lengths = stroke.dash.lengths();
    if !lengths.is_empty() {
        let lengths: Vec<String> = lengths.iter().map(|l| number(*l)).collect();
        put(out, format_args!(" stroke-dasharray=\"{}\"", lengths.join(" ")));
    }
}

#[cfg(test)]
mod tests {
    use crate::base::geom::{Rect, Size};

    use super::*;

    const GREY: Color = Color { r: 1, g: 2, b: 3 };

    fn drawn(marks: Vec<Mark>) -> String {
        svg(&Scene { size: Size::new(10.0, 5.0), marks, ..Scene::default() }, Options::default())
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 0.125, -0.001, 12.3449, -3.5].map(number), ["1", "0.13", "0", "12.34", "-3.5"]);
    }

    #[test]
    fn text_cannot_break_out() {
        let scene = Scene { title: "<script>&\"\u{1}".to_owned(), ..Scene::default() };
        assert!(svg(&scene, Options::default()).contains("<title>&lt;script&gt;&amp;&quot;</title>"));
    }

    #[test]
    fn equal_patterns_are_written_once() {
        let fill = Some(Fill::Hatch { color: GREY, ground: GREY });
        let rect = RectMark { rect: Rect::new(0.0, 0.0, 1.0, 1.0), fill, ..RectMark::default() };
        let text = drawn(vec![Mark::Rect(rect.clone()), Mark::Rect(rect)]);
        assert_eq!(text.matches("<pattern").count(), 1);
        assert_eq!(text.matches("url(#hatch-010203-010203)").count(), 2);
    }

    #[test]
    fn rings_are_closed_and_holes_stay_open() {
        let run = |a: f64| vec![Point::new(a, a), Point::new(a + 1.0, a), Point::new(a, a + 1.0)];
        let path = Path {
            runs: vec![run(0.0), run(4.0)].into(),
            closed: true,
            fill: Some(Fill::solid(GREY)),
            stroke: None,
        };
        assert_eq!(path_data(&path), "M0,0L1,0 0,1ZM4,4L5,4 4,5Z");
        assert!(drawn(vec![Mark::Path(path)]).contains("fill-rule=\"evenodd\""));
    }
}
