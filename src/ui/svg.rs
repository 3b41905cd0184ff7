//! Scenes as SVG in the document: maps, legends, sparklines, strips, the strategy's picture.

use crate::ui::boxed::{TextFn, attr, text};
use crate::ui::signal::{Memo, effect};
use leptos::{prelude::*, svg};

use crate::render::dom::Surface;
use crate::view::scene::Scene;

use super::context::App;

/// Keeps an `<svg>` in step with a scene. With a name it is an image of that name; without one it
/// is hidden from those who cannot see it, because its words stand beside it.
#[component]
pub fn Drawing(
    /// What it shows.
    scene: Memo<Scene>,
    /// Its name.
    #[prop(optional)]
    label: Option<Memo<String>>,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let label = label.map(|l| text(move || l.get()));
    surface(label, class, move |paint| scene.with(|s| paint(s)))
}

/// A scene that never changes as an `<svg>`, named as in [`Drawing`].
#[component]
pub fn Still(
    /// What it shows.
    scene: Scene,
    /// Its name.
    #[prop(optional)]
    label: Option<String>,
) -> impl IntoView {
    let label = label.map(|l| text(move || l.clone()));
    surface(label, "", move |paint| paint(&scene))
}

/// An `<svg>` painted by the one effect it has.
fn surface(
    label: Option<TextFn>,
    class: &'static str,
    show: impl Fn(&mut dyn FnMut(&Scene)) + 'static,
) -> AnyView {
    let node = NodeRef::<svg::Svg>::new();
    let mut surface = None;
    effect(move || {
        let Some(element) = node.get() else { return };
        if surface.is_none() {
            surface = Surface::new(element.into());
        }
        if let Some(surface) = surface.as_mut() {
            show(&mut |scene| surface.paint(scene));
        }
    });
    let named = label.is_some();
    view! {
        <svg node_ref=node class=class focusable="false" role=named.then_some("img") aria-label=label
            aria-hidden=(!named).then_some("true")></svg>
    }
    .into_any()
}

/// The patterns that hatched and dotted fills refer to, once per page.
#[component]
pub fn Patterns() -> impl IntoView {
    let app = App::get();
    let theme = move || app.theme();
    view! {
        <svg width="0" height="0" class="nl-hidden" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="nl-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="7" height="7" fill=attr(move || theme().hatch_ground.hex())/>
                    <rect width="2" height="7" fill=attr(move || theme().hatch.hex())/>
                </pattern>
                <pattern id="nl-dots" width="7" height="7" patternUnits="userSpaceOnUse">
                    <rect width="7" height="7" fill=attr(move || theme().hatch_ground.hex())/>
                    <circle cx="3.5" cy="3.5" r="1.4" fill=attr(move || theme().hatch.hex())/>
                </pattern>
            </defs>
        </svg>
    }
}
