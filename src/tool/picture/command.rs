//! `nulage picture`: flags to one call.

use std::{fs, path::PathBuf};

use clap::{Args, ValueEnum};

use crate::{
    base::{color::Mode, locale::Locale},
    tool::site::{Site, find_root},
};

use super::{Dress, Letters, PictureError, Wanted, bundle, picture};

/// The flags.
#[derive(Args)]
pub struct PictureArgs {
    /// The indicator's id; views of everything need none.
    #[arg(long, value_name = "ID")]
    indicator: Option<String>,
    /// What to draw: map, ranking, time, gap, gap-map, gap-time, spread, ranks, slope, change, each,
    /// tiles, scatter, spine, overview, climb.
    #[arg(long, value_name = "VIEW")]
    view: String,
    /// Areas to hold on to, by code or name, up to six; the first one's profile is the spine.
    #[arg(long, value_name = "AREA", num_args = 1..)]
    area: Vec<String>,
    /// The year [default: the latest]
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
    /// Of whom: total, women, men, both.
    #[arg(long, value_name = "SEX")]
    sex: Option<String>,
    /// Of whom: total, domestic, foreign.
    #[arg(long, value_name = "ORIGIN")]
    origin: Option<String>,
    /// Width in CSS pixels.
    #[arg(long, value_name = "PX", default_value_t = 800)]
    width: u16,
    /// Pixels to a CSS pixel, of PNG files.
    #[arg(long, value_name = "TIMES", default_value_t = 2)]
    scale: u8,
    /// Colours.
    #[arg(long, value_enum, default_value_t = Colours::Light)]
    theme: Colours,
    #[command(flatten)]
    common: Common,
}

/// What pictures and reports have in common.
#[derive(Args)]
pub struct Common {
    /// Language of words and numbers.
    #[arg(long, value_enum, default_value_t = Language::Sv)]
    pub(crate) lang: Language,
    /// Draw from this bundle instead of the default one.
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// The languages there are.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::Sv => Self::Sv,
            Language::En => Self::En,
        }
    }
}

/// The colours there are.
#[derive(Clone, Copy, ValueEnum)]
pub enum Colours {
    /// Ink on warm paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// Black on white.
    Print,
}

impl Common {
    /// The bundle's file: the one named, else the default one.
    ///
    /// # Errors
    /// When no bundle is named and this is not the package's folder.
    pub(crate) fn file(&self) -> anyhow::Result<PathBuf> {
        match &self.bundle {
            Some(file) => Ok(file.clone()),
            None => Ok(Site::at(&find_root()?).bundle),
        }
    }

    /// Writes the file and says so.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write(&self, bytes: &[u8], lacking: &[char]) -> anyhow::Result<String> {
        let fault = |e: std::io::Error| PictureError::File { path: self.output.clone(), said: e.to_string() };
        fs::write(&self.output, bytes).map_err(fault)?;
        let mut said = format!("{} ({} kB)", self.output.display(), bytes.len().div_ceil(1000));
        if !lacking.is_empty() {
            let letters: Vec<String> = lacking.iter().map(char::to_string).collect();
            said.push_str(&format!("\nwarning: the font has no letter for {}", letters.join(" ")));
        }
        Ok(said)
    }
}

/// Draws the picture and writes it; what to say of it.
///
/// # Errors
/// When a name stands for nothing, there is nothing to show, or a file refuses.
pub fn run(args: &PictureArgs) -> anyhow::Result<String> {
    let letters = Letters::new()?;
    let data = bundle(&args.common.file()?)?;
    let wanted = Wanted {
        view: &args.view,
        indicator: args.indicator.as_deref(),
        areas: &args.area,
        period: args.year.as_deref(),
        sex: args.sex.as_deref(),
        origin: args.origin.as_deref(),
    };
    let mode = match args.theme {
        Colours::Light => Mode::Light,
        Colours::Dark => Mode::Dark,
        Colours::Print => Mode::Print,
    };
    let dress = Dress { width: f64::from(args.width), mode, locale: args.common.lang.into() };
    let picture = picture(&data, &wanted, &dress, &letters)?;
    let bytes = picture.file(&args.common.output, f64::from(args.scale.max(1)), &letters)?;
    args.common.write(&bytes, &letters.lacking(&picture.scene()))
}
