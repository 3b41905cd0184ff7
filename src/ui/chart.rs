//! The two layers of a large picture: what it shows, and what passes over it (year, hover).

use crate::ui::dom::{El, Node, Slot, el, many};
use crate::ui::signal::{Memo, effect};

use crate::render::canvas;
use crate::view::scene::Scene;

use super::context::App;
use super::env::FAMILY;
use super::svg::drawing;

/// Both layers on canvases.
pub fn canvas_layers(scene: Memo<Scene>, over: Memo<Scene>) -> Node {
    many().kid(canvas(scene, "")).kid(canvas(over, "nl-over"))
}

/// Both layers as SVG.
pub fn svg_layers(scene: Memo<Scene>, over: Memo<Scene>) -> Node {
    many().kid(drawing(scene, None, "nl-base")).kid(drawing(over, None, "nl-over"))
}

fn canvas(scene: Memo<Scene>, class: &'static str) -> El {
    let app = App::get();
    let node = Slot::default();
    // The only effect of a canvas, and it paints.
    effect(move || {
        let density = app.around.density.get();
        if let Some(element) = node.of() {
            scene.with(|s| canvas::paint(&element, s, density, FAMILY));
        }
    });
    el("canvas").held(node).class(class)
}
