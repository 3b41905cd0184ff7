//! A picture as a PNG file.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::{base::color::Theme, view::scene::Scene};

use super::{PictureError, font::Letters, svg::drawn};

/// Most pixels of a picture: beyond that no reader opens it.
const MOST: f64 = 100_000_000.0;

/// The file, `scale` pixels to a CSS px.
///
/// # Errors
/// When the picture would be too large.
pub(super) fn file(
    scene: &Scene,
    theme: &Theme,
    letters: &Letters,
    scale: f64,
) -> Result<Vec<u8>, PictureError> {
    let options = Options { fontdb: letters.database.clone(), ..Options::default() };
    let tree =
        Tree::from_str(&drawn(scene, theme), &options).map_err(|e| PictureError::Drawing(e.to_string()))?;
    let (width, height) = ((scene.size.width * scale).ceil(), (scene.size.height * scale).ceil());
    let map = if width * height > MOST { None } else { Pixmap::new(width as u32, height as u32) };
    let mut map = map.ok_or(PictureError::TooLarge { width, height })?;
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut map.as_mut());
    map.encode_png().map_err(|e| PictureError::Drawing(e.to_string()))
}
