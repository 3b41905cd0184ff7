//! The two layers of a large picture: what it shows, and what passes over it (year, hover).

use crate::ui::signal::{Memo, effect};
use leptos::{html, prelude::*};

use crate::render::canvas;
use crate::view::scene::Scene;

use super::context::App;
use super::env::FAMILY;
use super::svg::Drawing;

/// Both layers on canvases.
#[component]
pub fn CanvasLayers(scene: Memo<Scene>, over: Memo<Scene>) -> impl IntoView {
    view! {
        <Canvas scene class=""/>
        <Canvas scene=over class="nl-over"/>
    }
}

/// Both layers as SVG.
#[component]
pub fn SvgLayers(scene: Memo<Scene>, over: Memo<Scene>) -> impl IntoView {
    view! {
        <Drawing scene=scene class="nl-base"/>
        <Drawing scene=over class="nl-over"/>
    }
}

#[component]
fn Canvas(scene: Memo<Scene>, class: &'static str) -> impl IntoView {
    let app = App::get();
    let node = NodeRef::<html::Canvas>::new();
    // The only effect of a canvas, and it paints.
    effect(move || {
        let density = app.around.density.get();
        if let Some(element) = node.get() {
            scene.with(|s| canvas::paint(&element, s, density, FAMILY));
        }
    });
    view! { <canvas node_ref=node class=class></canvas> }
}
