//! Scenes as SVG in the document: maps, legends, sparklines, strips, the strategy's picture.

use std::cell::RefCell;

use crate::ui::boxed::attr;
use leptos::{prelude::*, svg};

use crate::render::dom::Surface;
use crate::view::scene::Scene;

use super::context::App;

/// Keeps an `<svg>` in step with a scene. With a label it is an image of that name; without one it
/// is hidden from those who cannot see it, because its words stand beside it.
#[component]
pub fn Drawing(
    /// What it shows.
    #[prop(into)]
    scene: Signal<Scene>,
    /// Its name; empty for none.
    #[prop(optional, into)]
    label: Signal<String>,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let node = NodeRef::<svg::Svg>::new();
    let surface: StoredValue<RefCell<Option<Surface>>, LocalStorage> =
        StoredValue::new_local(RefCell::new(None));
    // The only effect of a drawing, and it paints.
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        surface.with_value(|slot| {
            let mut slot = slot.borrow_mut();
            if slot.is_none() {
                *slot = Surface::new(element.into());
            }
            if let Some(surface) = slot.as_mut() {
                scene.with(|s| surface.paint(s));
            }
        });
    });
    let named = move || label.with(|l| !l.is_empty());
    view! {
        <svg node_ref=node class=class focusable="false" role=attr(move || named().then_some("img"))
            aria-label=attr(move || label.with(|l| (!l.is_empty()).then(|| l.clone()))) aria-hidden=attr(move || (!named()).then_some("true"))></svg>
    }
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
