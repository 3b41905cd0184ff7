//! A Scene as SVG elements in a document, changed in place: only what differs from the scene
//! before is touched, so that a map of hundreds of areas is recoloured, not rebuilt.

use web_sys::{Document, Element};

use crate::view::{
    mark::{Anchor, Circle, Fill, Mark, RectMark, Stroke, Text, Weight},
    scene::Scene,
};

use super::svg::{number, path_data};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is drawn inside one `<svg>` element.
pub struct Surface {
    document: Document,
    root: Element,
    nodes: Vec<Node>,
    size: (f64, f64),
}

struct Node {
    mark: Mark,
    element: Element,
    children: Vec<Node>,
}

impl Surface {
    /// Draws into this `<svg>`, which must be empty. `None` when it is in no document.
    pub fn new(root: Element) -> Option<Self> {
        Some(Self { document: root.owner_document()?, root, nodes: Vec::new(), size: (-1.0, -1.0) })
    }

    /// Makes the surface show this scene.
    pub fn paint(&mut self, scene: &Scene) {
        let (width, height) = (scene.size.width, scene.size.height);
        if self.size != (width, height) {
            self.size = (width, height);
            set(&self.root, "width", &number(width));
            set(&self.root, "height", &number(height));
            set(&self.root, "viewBox", &format!("0 0 {} {}", number(width), number(height)));
        }
        patch(&self.document, &self.root, &mut self.nodes, &scene.marks);
    }
}

/// Makes the children of `parent` show these marks.
fn patch(document: &Document, parent: &Element, nodes: &mut Vec<Node>, marks: &[Mark]) {
    for gone in nodes.drain(marks.len().min(nodes.len())..) {
        gone.element.remove();
    }
    for (node, mark) in nodes.iter_mut().zip(marks) {
        if node.mark == *mark {
            continue;
        }
        if tag(&node.mark) == tag(mark) {
            update(document, node, mark);
        } else if let Some(fresh) = create(document, mark) {
            let _ = parent.replace_child(&fresh.element, &node.element);
            *node = fresh;
        }
    }
    for mark in marks.get(nodes.len()..).unwrap_or_default() {
        if let Some(node) = create(document, mark) {
            let _ = parent.append_child(&node.element);
            nodes.push(node);
        }
    }
}

fn create(document: &Document, mark: &Mark) -> Option<Node> {
    let element = document.create_element_ns(Some(SVG), tag(mark)).ok()?;
    let mut children = Vec::new();
    if let Mark::Group(group) = mark {
        patch(document, &element, &mut children, &group.marks);
    }
    attributes(&element, None, mark);
    Some(Node { mark: mark.clone(), element, children })
}

fn update(document: &Document, node: &mut Node, mark: &Mark) {
    if let Mark::Group(group) = mark {
        patch(document, &node.element, &mut node.children, &group.marks);
    }
    attributes(&node.element, Some(&node.mark), mark);
    node.mark = mark.clone();
}

fn tag(mark: &Mark) -> &'static str {
    match mark {
        Mark::Group(_) => "g",
        Mark::Path(_) => "path",
        Mark::Rect(_) => "rect",
        Mark::Circle(_) => "circle",
        Mark::Text(_) => "text",
    }
}

/// Writes the attributes in which `mark` differs from `before`.
fn attributes(element: &Element, before: Option<&Mark>, mark: &Mark) {
    match (before, mark) {
        (_, Mark::Group(_)) => {}
        (before, Mark::Path(path)) => {
            let old = if let Some(Mark::Path(old)) = before { Some(old) } else { None };
            if old.is_none_or(|o| o.runs != path.runs || o.closed != path.closed) {
                set(element, "d", &path_data(path));
            }
            if old.is_none() {
                set(element, "fill-rule", "evenodd");
                set(element, "stroke-linejoin", "round");
            }
            paint(element, old.map(|o| (o.fill, o.stroke)), path.fill, path.stroke);
        }
        (before, Mark::Rect(rect)) => {
            let old = if let Some(Mark::Rect(old)) = before { Some(old) } else { None };
            let of = |m: &RectMark| {
                let r = m.rect;
                [("x", r.x), ("y", r.y), ("width", r.width), ("height", r.height), ("rx", m.radius)]
            };
            places(element, old.map(of), of(rect));
            paint(element, old.map(|o| (o.fill, o.stroke)), rect.fill, rect.stroke);
        }
        (before, Mark::Circle(circle)) => {
            let old = if let Some(Mark::Circle(old)) = before { Some(old) } else { None };
            let of = |m: &Circle| [("cx", m.center.x), ("cy", m.center.y), ("r", m.radius)];
            places(element, old.map(of), of(circle));
            paint(element, old.map(|o| (o.fill, o.stroke)), circle.fill, circle.stroke);
        }
        (before, Mark::Text(text)) => {
            let old = if let Some(Mark::Text(old)) = before { Some(old) } else { None };
            if old.is_none_or(|o| o.text != text.text) {
                element.set_text_content(Some(&text.text));
            }
            let anchor = match text.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if text.font.weight == Weight::Bold { "bold" } else { "normal" };
            let of = |m: &Text| [("x", m.at.x), ("y", m.at.y)];
            places(element, old.map(of), of(text));
            if old.is_none_or(|o| o.font != text.font || o.anchor != text.anchor) {
                set(element, "text-anchor", anchor);
                set(element, "dominant-baseline", "central");
                set(element, "font-size", &number(text.font.size));
                set(element, "font-weight", weight);
                set(element, "paint-order", "stroke");
            }
            let stroke = text.halo.map(|halo| Stroke::solid(halo, 3.0));
            let before = old.map(|o| (Some(Fill::solid(o.color)), o.halo.map(|h| Stroke::solid(h, 3.0))));
            paint(element, before, Some(Fill::solid(text.color)), stroke);
        }
    }
}

/// Writes the numbers that differ.
fn places<const N: usize>(
    element: &Element,
    before: Option<[(&'static str, f64); N]>,
    now: [(&'static str, f64); N],
) {
    for (at, (name, value)) in now.iter().enumerate() {
        let same = before.as_ref().and_then(|b| b.get(at)).is_some_and(|b| b.1.to_bits() == value.to_bits());
        if !same {
            set(element, name, &number(*value));
        }
    }
}

type Paint = (Option<Fill>, Option<Stroke>);

fn paint(element: &Element, before: Option<Paint>, fill: Option<Fill>, stroke: Option<Stroke>) {
    if before.is_none_or(|b| b.0 != fill) {
        let ink = match fill {
            None => "none".to_owned(),
            Some(Fill::Solid { color, .. }) => color.hex(),
            Some(Fill::Hatch { .. }) => "url(#nl-hatch)".to_owned(),
            Some(Fill::Dots { .. }) => "url(#nl-dots)".to_owned(),
        };
        set(element, "fill", &ink);
        let faint = |fill: Option<Fill>| match fill {
            Some(Fill::Solid { opacity, .. }) if opacity < 1.0 => Some(opacity),
            _ => None,
        };
        // Absent on a new element.
        if before.and_then(|b| faint(b.0)) != faint(fill) {
            optional(element, "fill-opacity", faint(fill).map(number));
        }
    }
    if before.is_none_or(|b| b.1 != stroke) {
        optional(element, "stroke", stroke.map(|s| s.color.hex()));
        optional(element, "stroke-width", stroke.map(|s| number(s.width)));
        optional(element, "stroke-opacity", stroke.filter(|s| s.opacity < 1.0).map(|s| number(s.opacity)));
        let dash = stroke.map(|s| s.dash.lengths()).filter(|lengths| !lengths.is_empty());
        optional(
            element,
            "stroke-dasharray",
            dash.map(|d| d.iter().map(|&x| number(x)).collect::<Vec<_>>().join(" ")),
        );
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Only fails for names that are no attribute names.
    let _ = element.set_attribute(name, value);
}

fn optional(element: &Element, name: &str, value: Option<String>) {
    match value {
        Some(value) => set(element, name, &value),
        None => {
            let _ = element.remove_attribute(name);
        }
    }
}
