//! `nulage report`: flags to one call.

use clap::Args;

use crate::{
    base::locale::Locale,
    tool::picture::{self, Letters, PictureError, command::Common},
    view::{mark::Mark, scene::Scene},
};

/// The flags.
#[derive(Args)]
pub struct ReportArgs {
    /// A municipality by code or name, or the county.
    #[arg(long, value_name = "AREA")]
    area: String,
    #[command(flatten)]
    common: Common,
}

/// Writes the report; what to say of it.
///
/// # Errors
/// When there is no such area, or a file refuses.
pub fn run(args: &ReportArgs) -> anyhow::Result<String> {
    if args.common.output.extension().is_none_or(|e| !e.eq_ignore_ascii_case("pdf")) {
        return Err(PictureError::Report(args.common.output.clone()).into());
    }
    let letters = Letters::new()?;
    let data = picture::bundle(&args.common.file()?)?;
    let locale: Locale = args.common.lang.into();
    let area = picture::area(&data, &args.area, locale)?;
    let pages = super::pages(&data, area, locale, &letters)?;
    let marks: Vec<Mark> = pages.iter().flat_map(|p| &p.parts).flat_map(|p| p.marks.clone()).collect();
    let bytes = super::file(&data, area, locale, &letters)?;
    args.common.write(&bytes, &letters.lacking(&Scene { marks, ..Scene::default() }))
}
