//! Pictures as text: every chart and map on made-up figures, compared with the files of
//! `tests/golden`, and every indicator of the default bundle checked for what a picture must never
//! be.
//!
//! A picture that changed is written beside the old one as `*.new.svg`, and `target/golden.html`
//! shows both; `NULAGE_ACCEPT=1 cargo test golden` accepts.

pub(crate) mod bundle;
mod compared;
mod figures;
mod pictures;
pub(crate) mod sound;
mod views;

use std::{fmt::Write, fs, path::Path};

use nulage::{
    base::geom::Size,
    model::Dataset,
    render::svg::{self, Options},
    view::scene::Scene,
};

use pictures::Picture;

const FONT: &str = "Inter, 'Liberation Sans', Arial, sans-serif";

#[test]
fn pictures_are_as_they_were() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/golden");
    let accept = std::env::var_os("NULAGE_ACCEPT").is_some();
    fs::create_dir_all(&folder).unwrap();
    let mut changed = Vec::new();
    let mut report = String::from("<!doctype html><meta charset=utf-8><title>Pictures</title>\n");
    for picture in pictures::all() {
        let new = drawn(&picture);
        let path = folder.join(format!("{}.svg", picture.name));
        let beside = folder.join(format!("{}.new.svg", picture.name));
        let old = fs::read_to_string(&path).unwrap_or_default();
        let _ = fs::remove_file(&beside);
        if old == new {
            continue;
        }
        if accept {
            fs::write(&path, &new).unwrap();
            continue;
        }
        fs::write(&beside, &new).unwrap();
        let _ = writeln!(report, "<h2>{}</h2><div style=display:flex;gap:2em>{old}{new}</div>", picture.name);
        changed.push(picture.name);
    }
    fs::create_dir_all(root.join("target")).unwrap();
    fs::write(root.join("target/golden.html"), report).unwrap();
    assert!(changed.is_empty(), "changed: {changed:?}; see target/golden.html, accept with NULAGE_ACCEPT=1");
}

#[test]
fn pictures_are_sound() {
    for picture in pictures::all() {
        let faults = sound::faults(&picture.scene);
        assert!(faults.is_empty(), "{}: {faults:#?}", picture.name);
    }
}

#[test]
fn every_indicator_is_sound() {
    let faults = faults_in(&bundle::dataset(), &bundle::SIZES);
    assert!(faults.is_empty(), "{faults:#?}");
}

fn faults_in(data: &Dataset, sizes: &[(&'static str, Size)]) -> Vec<String> {
    let of = |(name, picture): (String, Picture)| {
        sound::faults(&picture.scene).into_iter().map(move |f| format!("{name}: {f}"))
    };
    bundle::pictures(data, sizes).into_iter().flat_map(of).collect()
}

#[test]
fn the_checks_find_what_they_look_for() {
    sound::finds_faults();
}

/// The picture as a file; overlays are painted on top.
fn drawn(picture: &Picture) -> String {
    let marks = picture.scene.marks.iter().chain(&picture.overlay.marks).cloned().collect();
    let scene = Scene { marks, ..picture.scene.clone() };
    svg::svg(&scene, Options { font: FONT, background: Some(picture.theme.paper) })
}
