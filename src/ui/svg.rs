//! Scenes as SVG in the document: maps, legends, sparklines, strips, the strategy's picture.

use crate::ui::dom::{El, Node, Slot, el};
use crate::ui::signal::{Memo, effect};

use crate::render::dom::Surface;
use crate::view::scene::Scene;

use super::context::App;

/// Keeps an `<svg>` in step with a scene. With a name it is an image of that name; without one it
/// is hidden from those who cannot see it, because its words stand beside it.
pub fn drawing(scene: Memo<Scene>, label: Option<Memo<String>>, class: &'static str) -> El {
    let surface = surface(class, move |paint| scene.with(|s| paint(s)));
    match label {
        Some(label) => surface.at("role", "img").live("aria-label", move || label.get()),
        None => surface.at("aria-hidden", "true"),
    }
}

/// A scene that never changes as an `<svg>`, named as in [`drawing`].
pub fn still(scene: Scene, label: Option<String>) -> El {
    let surface = surface("", move |paint| paint(&scene));
    match label {
        Some(label) => surface.at("role", "img").at("aria-label", label),
        None => surface.at("aria-hidden", "true"),
    }
}

/// An `<svg>` painted by the one effect it has.
fn surface(class: &'static str, show: impl Fn(&mut dyn FnMut(&Scene)) + 'static) -> El {
    let node = Slot::default();
    let mut surface = None;
    effect(move || {
        let Some(element) = node.get() else { return };
        if surface.is_none() {
            surface = Surface::new(element);
        }
        if let Some(surface) = surface.as_mut() {
            show(&mut |scene| surface.paint(scene));
        }
    });
    el("svg").held(node).class(class).at("focusable", "false")
}

/// The patterns that hatched and dotted fills refer to, unless they are there already.
pub fn patterns() -> Node {
    let app = App::get();
    if app.patterned { Node::None } else { defined(app).into() }
}

/// The patterns in the colours of `app`, once per page.
pub fn defined(app: App) -> El {
    let theme = move || app.theme();
    el("svg")
        .at("width", "0")
        .at("height", "0")
        .class("nl-hidden")
        .at("aria-hidden", "true")
        .at("focusable", "false")
        .kid(
            el("defs")
                .kid(
                    el("pattern")
                        .at("id", "nl-hatch")
                        .at("width", "7")
                        .at("height", "7")
                        .at("patternUnits", "userSpaceOnUse")
                        .at("patternTransform", "rotate(45)")
                        .kid(
                            el("rect")
                                .at("width", "7")
                                .at("height", "7")
                                .live("fill", move || theme().hatch_ground.hex()),
                        )
                        .kid(
                            el("rect")
                                .at("width", "2")
                                .at("height", "7")
                                .live("fill", move || theme().hatch.hex()),
                        ),
                )
                .kid(
                    el("pattern")
                        .at("id", "nl-dots")
                        .at("width", "7")
                        .at("height", "7")
                        .at("patternUnits", "userSpaceOnUse")
                        .kid(
                            el("rect")
                                .at("width", "7")
                                .at("height", "7")
                                .live("fill", move || theme().hatch_ground.hex()),
                        )
                        .kid(
                            el("circle")
                                .at("cx", "3.5")
                                .at("cy", "3.5")
                                .at("r", "1.4")
                                .live("fill", move || theme().hatch.hex()),
                        ),
                ),
        )
}
