//! A Scene on a canvas through plotters-canvas, sharp at every pixel density.
//!
//! The backend's coordinates are whole numbers and it knows no pixel density: the canvas is sized
//! in device pixels, the context's transform is `density / 8`, and the scene is painted in eighths
//! of a CSS px.

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::base::num;
use crate::view::scene::Scene;

use super::plotters;

/// Whole backend units per CSS px: fine enough for smooth lines.
const UNITS_PER_PX: f64 = 8.0;

/// Paints `scene` on `canvas` with `density` device pixels per CSS px; `family` is the font stack.
/// A canvas without a 2d context, which only a broken browser has, stays as it is.
pub fn paint(canvas: &HtmlCanvasElement, scene: &Scene, density: f64, family: &str) {
    let device = |css: f64| num::clamp(num::round(css * density), 0.0, 16_384.0) as u32;
    let (width, height) = (device(scene.size.width), device(scene.size.height));
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
        let style = canvas.style();
        let _ = style.set_property("width", &format!("{}px", f64::from(width) / density));
        let _ = style.set_property("height", &format!("{}px", f64::from(height) / density));
    }
    let Some(context) = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
    else {
        return;
    };
    let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let scale = density / UNITS_PER_PX;
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    context.set_line_join("round");
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        // The backend's own errors are thrown by the context for arguments we never give it.
        let _ = plotters::paint(scene, &mut backend, UNITS_PER_PX, family);
    }
}
