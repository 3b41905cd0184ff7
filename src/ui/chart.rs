//! The two layers of a large picture: what it shows, and what passes over it (year, hover).

use crate::ui::dom::{El, Node, Slot, el, many, part};
use crate::ui::signal::{Memo, effect};

use crate::render::canvas;
use crate::view::{
    callout::{self, Callout},
    scene::Scene,
};

use super::context::App;
use super::env::{FAMILY, with_look};
use super::svg::drawing;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

/// The remarks of a scene on a stage, for whichever pictures stand on it.
#[derive(Clone, Copy)]
pub struct Remarks(pub Memo<Vec<Callout>>);

/// A picture's upper layer with the remarks there are.
pub fn with_remarks(scene: Memo<Scene>, over: Memo<Scene>) -> Memo<Scene> {
    let app = App::get();
    let Some(Remarks(remarks)) = leptos::prelude::use_context() else { return over };
    Memo::new(move || {
        let mut above = over.get();
        remarks.with(|remarks| {
            if !remarks.is_empty() {
                let said = scene.with(|s| {
                    with_look(app.theme(), app.locale.get(), |look| callout::scene(s, remarks, look))
                });
                above.size = said.size;
                above.marks.extend(said.marks);
            }
        });
        above
    })
}

/// Both layers on canvases; on paper as SVG.
pub fn canvas_layers(scene: Memo<Scene>, over: Memo<Scene>) -> Node {
    let app = App::get();
    if app.vector {
        return svg_layers(scene, over);
    }
    let paper = Memo::new(move || app.around.print.get());
    part(move || match paper.get() {
        true => svg_layers(scene, over),
        false => many().kid(canvas(scene, "")).kid(canvas(over, "nl-over")),
    })
}

/// Both layers as SVG.
pub fn svg_layers(scene: Memo<Scene>, over: Memo<Scene>) -> Node {
    many().kid(drawing(scene, None, "nl-base")).kid(drawing(over, None, "nl-over"))
}

fn canvas(scene: Memo<Scene>, class: &'static str) -> El {
    let app = App::get();
    let place = Slot::default();
    // Two take turns: one is seen while the other is painted outside the document, where setting a
    // font does not make the browser lay out the page in the middle of its changes.
    let mut seen: Option<HtmlCanvasElement> = None;
    let mut next: Option<HtmlCanvasElement> = None;
    // The only effect of a canvas, and it paints.
    effect(move || {
        let density = app.around.density.get();
        let Some(place) = place.get() else { return };
        let Some(canvas) = next.take().or_else(|| fresh(class)) else { return };
        scene.with(|s| canvas::paint(&canvas, s, density, FAMILY));
        place.replace_children_with_node_1(&canvas);
        next = seen.replace(canvas);
    });
    el("div").held(place).class("nl-layer")
}

fn fresh(class: &str) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_class_name(class);
    Some(canvas)
}
