//! Native pictures: every view in both languages, as files that other programs read.

mod bad;
pub(crate) mod pdf;

use std::path::Path;

use nulage::{
    base::{color::Mode, locale::Locale},
    model::Dataset,
    tool::picture::{Dress, Letters, Picture, PictureError, View, Wanted, picture},
    view::scene::Scene,
};
use resvg::{tiny_skia::Pixmap, usvg};

use crate::{golden::bundle::dataset, overlap};

/// Indicators of every kind: shares by sex and origin, amounts, no direction, a target.
const SAMPLE: [&str; 4] =
    ["eftergymnasial-utbildning", "arbetsloshet-18-65", "vaxthusgasutslapp", "befolkning"];

fn dress(n: usize) -> Dress {
    let modes = [Mode::Light, Mode::Dark, Mode::Print];
    let widths = [800.0, 360.0, 1200.0];
    Dress { width: widths[n % 3], mode: modes[n % 3], locale: Locale::ALL[n % 2] }
}

fn drawn(data: &Dataset, view: &str, indicator: &str, dress: &Dress, letters: &Letters) -> Option<Picture> {
    let areas = ["Örebro".to_owned(), "1864".to_owned()];
    let wanted = Wanted { view, indicator: Some(indicator), areas: &areas, ..Wanted::default() };
    match picture(data, &wanted, dress, letters) {
        Ok(picture) => Some(picture),
        Err(PictureError::Nothing { .. } | PictureError::Unknown { .. }) => None,
        Err(error) => panic!("{view} of {indicator}: {error}"),
    }
}

fn file(picture: &Picture, name: &str, letters: &Letters) -> Vec<u8> {
    picture.file(Path::new(name), 1.0, letters).unwrap()
}

/// What is wrong with a picture as its own font sets it.
pub(crate) fn faults(scene: &Scene, letters: &Letters) -> Vec<String> {
    let mut found = overlap::faults_as(scene, letters);
    found.extend(letters.lacking(scene).into_iter().map(|c| format!("no letter for {c}")));
    found
}

#[test]
fn every_view_in_both_languages() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let mut found = Vec::new();
    let mut count = 0;
    for locale in Locale::ALL {
        for (n, (name, view)) in View::ALL.into_iter().enumerate() {
            let mut some = false;
            let sample = if view.of_indicator() { &SAMPLE[..] } else { &SAMPLE[..1] };
            for (i, indicator) in sample.iter().enumerate() {
                let dress = Dress { locale, ..dress(n + i + count) };
                let Some(picture) = drawn(&data, name, indicator, &dress, &letters) else { continue };
                (some, count) = (true, count + 1);
                let scene = picture.scene();
                let what = format!("{name} of {indicator}, {} at {}", locale.tag(), dress.width);
                found.extend(faults(&scene, &letters).into_iter().map(|f| format!("{what}: {f}")));
                let svg = String::from_utf8(file(&picture, "a.svg", &letters)).unwrap();
                let head = format!("<svg lang=\"{}\" ", locale.tag());
                assert!(svg.starts_with(&head) && svg.contains("@font-face"), "{what}");
                assert!(svg.contains("<title>") && !svg.contains("NaN"), "{what}");
                let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).expect("an SVG document");
                assert!(tree.root().has_children(), "{what}: empty");
            }
            assert!(some, "{name} is drawn for none of the sample in {}", locale.tag());
        }
    }
    assert!(found.is_empty(), "{} faults: {:#?}", found.len(), &found[..found.len().min(30)]);
}

#[test]
fn a_png_has_the_right_size_and_is_not_blank() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let picture = drawn(&data, "ranking", SAMPLE[0], &dress(0), &letters).unwrap();
    for scale in [1.0, 2.0] {
        let bytes = picture.file(Path::new("a.PNG"), scale, &letters).unwrap();
        let map = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(f64::from(map.width()), picture.size.width * scale);
        assert_eq!(f64::from(map.height()), picture.size.height * scale);
        let mut colours: Vec<_> = map.pixels().iter().map(|p| (p.red(), p.green(), p.blue())).collect();
        colours.sort_unstable();
        let before = colours.len();
        let paper = colours[before / 2];
        let ink = colours.iter().filter(|c| **c != paper).count();
        assert!(ink * 50 > before && ink * 2 < before, "{ink} of {before} pixels are drawn");
        colours.dedup();
        assert!(colours.len() > 30, "{} colours", colours.len());
    }
}

/// The picture drawn by resvg and its text placed by us must agree: bold words end where they were
/// measured to end.
#[test]
fn text_is_as_wide_as_it_was_measured() {
    use nulage::view::{
        mark::{Font, Weight},
        measure::MeasureText,
    };
    let letters = Letters::new().unwrap();
    let font = Font { size: 40.0, weight: Weight::Bold };
    let mut database = usvg::fontdb::Database::new();
    for file in ["Regular", "Semibold"] {
        let path = format!("{}/src/tool/picture/font/NulageSans-{file}.ttf", env!("CARGO_MANIFEST_DIR"));
        database.load_font_data(std::fs::read(path).unwrap());
    }
    let options = usvg::Options { fontdb: database.into(), ..usvg::Options::default() };
    for said in ["Örebro 34,1 %", "AVATAR Tolv To", "−1 234 p.e."] {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='999' height='99'>\
             <text font-family='Nulage Sans' font-weight='600' font-size='40' y='50'>{said}|</text></svg>"
        );
        let tree = usvg::Tree::from_str(&svg, &options).unwrap();
        let ink = tree.root().abs_bounding_box();
        let wide = letters.width(&format!("{said}|"), font);
        assert!(
            (f64::from(ink.right()) - wide).abs() < 8.0,
            "{said}: {} drawn, {wide} measured",
            ink.right()
        );
    }
}

#[test]
fn a_pdf_embeds_its_font_and_its_text_is_text() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    for (n, view) in ["map", "time", "gap"].into_iter().enumerate() {
        let picture = drawn(&data, view, SAMPLE[1], &dress(n), &letters).unwrap();
        let bytes = file(&picture, "a.pdf", &letters);
        let document = pdf::Document::read(&bytes);
        assert_eq!(document.pages.len(), 1);
        assert_eq!(document.fonts, 2, "both weights, each once");
        let said = document.pages[0].replace('\u{a0}', " ");
        for words in ["Arbetslös", "Örebro", "Hällefors", "Källa: "].into_iter().filter(|_| n % 2 == 0) {
            assert!(said.contains(words), "{words} is not in {said}");
        }
        assert!(said.matches("Ljusnarsberg").count() <= 2, "outlined text stands in the file once: {said}");
        let text = String::from_utf8_lossy(&bytes);
        let lang = format!("/Lang ({})", picture_language(n));
        for part in [lang.as_str(), "/DisplayDocTitle true", "/Marked true", "/S /Figure", "/S /H1", "/Alt "]
        {
            assert!(text.contains(part), "{view} lacks {part}");
        }
    }
}

fn picture_language(n: usize) -> &'static str {
    dress(n).locale.tag()
}

#[test]
fn same_input_same_bytes() {
    let data = dataset();
    let make = |name: &str| {
        let letters = Letters::new().unwrap();
        file(&drawn(&data, "gap-map", SAMPLE[1], &dress(0), &letters).unwrap(), name, &letters)
    };
    for name in ["a.svg", "a.png", "a.pdf"] {
        assert!(make(name) == make(name), "{name} differs from run to run");
    }
}

#[test]
fn every_view_is_told_of() {
    use clap::Args as _;
    let readme = include_str!("../../README.md");
    let mut command =
        nulage::tool::picture::command::PictureArgs::augment_args(clap::Command::new("picture"));
    let help = command.render_long_help().to_string();
    for (name, _) in View::ALL {
        assert!(readme.contains(&format!("`{name}`")), "{name} is not in README.md");
        assert!(help.split([' ', ',', '.', '\n']).any(|word| word == name), "{name} is not in the help");
    }
}
