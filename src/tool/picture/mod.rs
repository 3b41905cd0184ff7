//! Native pictures: the same scenes the page shows, in a frame of headline, subtitle and source, as
//! SVG, PNG or PDF files.

mod choose;
pub mod command;
mod draw;
mod font;
mod frame;
mod pdf;
mod png;
mod set;
mod svg;
mod view;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    base::{
        color::{Mode, Theme},
        geom::{Point, Size},
        locale::Locale,
    },
    bundle::caps::Caps,
    model::{Dataset, load},
    tool::{
        fault::{other_kind, why},
        usb::{UsbError, inline},
    },
    view::{look::Look, scene::Scene, shift::append},
};

pub use choose::{Wanted, area};
pub use font::Letters;
pub use pdf::{About, Page, Part, Role, document};
pub use set::{Setting, balanced, lines, told};
pub use view::View;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// A name that stands for nothing.
    #[error("there is no {what} “{name}”{hint}\n{there}")]
    Unknown {
        /// Kind of thing.
        what: &'static str,
        /// What was asked for.
        name: String,
        /// The nearest name there is, in brackets; may be empty.
        hint: String,
        /// What there is.
        there: String,
    },
    /// Something that the view needs was not said.
    #[error("the view {view} needs {what}\n{there}")]
    Needs {
        /// Which view.
        view: &'static str,
        /// What is needed.
        what: &'static str,
        /// What there is to choose from.
        there: String,
    },
    /// The bundle has nothing to show in this view.
    #[error("the view {view} has nothing to show of {of}\n{there}")]
    Nothing {
        /// Which view.
        view: &'static str,
        /// Which indicator or area.
        of: String,
        /// The views that have.
        there: String,
    },
    /// More areas than there are colours.
    #[error("{0} areas are too many: there are colours for six")]
    Crowded(usize),
    /// A width nobody can read.
    #[error("a width of {0} px is no width for a picture: 240 to 4000")]
    Width(f64),
    /// The ending of a file that says what it is.
    #[error("{}: the name must end in .svg, .png or .pdf", .0.display())]
    Ending(PathBuf),
    /// A report is one kind of file only.
    #[error("{}: a report is a PDF document, so the name must end in .pdf", .0.display())]
    Report(PathBuf),
    /// Too many pixels.
    #[error("a picture of {width} by {height} pixels is too large: choose a smaller width or scale")]
    TooLarge {
        /// Pixels across.
        width: f64,
        /// Pixels down.
        height: f64,
    },
    /// The font carried along cannot be read.
    #[error("the font of pictures cannot be read")]
    Font,
    /// The drawing refused.
    #[error("the picture cannot be drawn: {0}")]
    Drawing(String),
    /// A file refused, or is no bundle.
    #[error("{}: {said}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What is the matter.
        said: String,
    },
}

/// Reads a bundle with everything that lies in files of its own.
///
/// # Errors
/// When a file refuses or is no bundle.
pub fn bundle(path: &Path) -> Result<Dataset, PictureError> {
    let fault = |said: String| PictureError::File { path: path.to_owned(), said };
    let bytes = fs::read(path).map_err(|e| fault(why(&e)))?;
    if let Some(other) = other_kind(&path.display().to_string(), &bytes) {
        return Err(fault(other));
    }
    let whole = inline(path, &bytes).map_err(|e| match e {
        UsbError::File { path, source } => PictureError::File { path, said: source.to_string() },
        UsbError::Bundle { path, said } => PictureError::File { path, said },
    })?;
    let (data, _) = load::from_bytes(&whole, &Caps::default()).map_err(|e| fault(e.to_string()))?;
    Ok(data)
}

/// How a picture is dressed.
#[derive(Clone, Copy, Debug)]
pub struct Dress {
    /// Width in CSS px, 240 to 4000.
    pub width: f64,
    /// Colours.
    pub mode: Mode,
    /// Language.
    pub locale: Locale,
}

/// A picture in its frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Extent in CSS px.
    pub size: Size,
    /// Headline, subtitle, picture, source, in reading order.
    pub parts: Vec<Part>,
    /// Its name.
    pub title: String,
    /// The picture in words.
    pub desc: String,
    theme: &'static Theme,
    author: String,
    locale: Locale,
}

/// Draws what is wanted.
///
/// # Errors
/// When a name stands for nothing, or the bundle has nothing to show.
pub fn picture(
    data: &Dataset,
    wanted: &Wanted<'_>,
    dress: &Dress,
    letters: &Letters,
) -> Result<Picture, PictureError> {
    if !(240.0..=4000.0).contains(&dress.width) {
        return Err(PictureError::Width(dress.width));
    }
    let theme = Theme::of(dress.mode);
    let look = Look { theme, measure: letters, locale: dress.locale };
    let chosen = choose::choose(data, wanted, dress.locale)?;
    let inner = dress.width - 2.0 * frame::edge(dress.width);
    let body = draw::body(data, &chosen, inner, &look)?;
    let (title, desc) = (body.headline.clone(), body.desc.clone());
    let (parts, size) = frame::framed(body, dress.width, &look);
    let author = data.meta().publisher.get(dress.locale).to_owned();
    Ok(Picture { size, parts, title, desc, theme, author, locale: dress.locale })
}

impl Picture {
    /// All of it as one scene.
    pub fn scene(&self) -> Scene {
        let (title, desc) = (self.title.clone(), self.desc.clone());
        let mut whole = Scene { size: self.size, title, desc, ..Scene::default() };
        for part in &self.parts {
            append(&mut whole, Scene { marks: part.marks.clone(), ..Scene::default() }, Point::new(0.0, 0.0));
        }
        whole
    }

    /// The picture as a file: what it is follows from the ending of its name, `scale` is the number
    /// of pixels to a CSS px of PNG files. The same picture always gives the same bytes.
    ///
    /// # Errors
    /// When the ending is none of the three, or the drawing refuses.
    pub fn file(&self, path: &Path, scale: f64, letters: &Letters) -> Result<Vec<u8>, PictureError> {
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        match ending.as_str() {
            "svg" => Ok(svg::file(&self.scene(), self.theme, self.locale).into_bytes()),
            "png" => png::file(&self.scene(), self.theme, letters, scale),
            "pdf" => {
                let page = Page { size: self.size, parts: self.parts.clone(), bookmarks: Vec::new() };
                let about = About { title: &self.title, author: &self.author, locale: self.locale };
                document(&[page], &about, self.theme, letters)
            }
            _ => Err(PictureError::Ending(path.to_owned())),
        }
    }
}
