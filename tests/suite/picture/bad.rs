//! Names that stand for nothing: each is told what there is.

use std::path::Path;

use nulage::{
    base::{color::Mode, locale::Locale},
    tool::picture::{Dress, Letters, Wanted, bundle, picture},
};

use crate::golden::bundle::dataset;

/// A wish and what must be said of it.
type Case = (&'static str, Wanted<'static>, &'static [&'static str]);

#[test]
fn every_wrong_name_is_told_what_there_is() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let map = Wanted { view: "map", indicator: Some("eftergymnasial-utbildning"), ..Wanted::default() };
    let area = |names: &[&str]| -> &'static [String] {
        Box::leak(names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>().into_boxed_slice())
    };
    let many = area(&["Örebro", "Laxå", "Kumla", "Nora", "Askersund", "Hällefors", "Lindesberg"]);
    let cases: [Case; 17] = [
        (
            "view",
            Wanted { view: "mapp", ..map },
            &["no view “mapp”", "did you mean “map”?", "overview, climb"],
        ),
        ("no view", Wanted { view: "", ..map }, &["no view “”", "map, ranking"]),
        (
            "no indicator",
            Wanted { indicator: None, ..map },
            &["the view map needs --indicator", "arbetsloshet-18-65: "],
        ),
        (
            "indicator",
            Wanted { indicator: Some("eftergymnasial-utbildnign"), ..map },
            &[
                "did you mean “eftergymnasial-utbildning”?",
                "  eftergymnasial-utbildning: ",
                "all 88 are listed",
            ],
        ),
        (
            "a word of a title",
            Wanted { indicator: Some("inkomst"), ..map },
            &["no indicator “inkomst”", "the nearest are:", "  mediannettoinkomst: "],
        ),
        (
            "area",
            Wanted { areas: area(&["Hälleforss"]), ..map },
            &["did you mean “Hällefors”?", "1880 Örebro"],
        ),
        (
            "code",
            Wanted { areas: area(&["9999"]), ..map },
            &["no area “9999”", "18 Örebro län", "1814 Lekeberg"],
        ),
        ("too many", Wanted { areas: many, ..map }, &["7 areas are too many"]),
        ("year", Wanted { period: Some("1850"), ..map }, &["no year “1850”", "2000, 2001", "2022"]),
        ("no year", Wanted { period: Some("i fjol"), ..map }, &["no year “i fjol”"]),
        (
            "sex",
            Wanted { sex: Some("woman"), ..map },
            &["no sex “woman”", "did you mean “women”?", "total, women, men, both"],
        ),
        ("origin", Wanted { origin: Some("abroad"), ..map }, &["no origin “abroad”", "there is: total"]),
        ("one sex of two", Wanted { view: "gap", sex: Some("women"), ..map }, &["both"]),
        (
            "no sexes",
            Wanted { view: "gap", indicator: Some("vaxthusgasutslapp"), ..map },
            &["no figures of women and men apart", "nothing to show of vaxthusgasutslapp"],
        ),
        (
            "no gap",
            Wanted { view: "gap-time", indicator: Some("vaxthusgasutslapp"), ..map },
            &["the view gap-time has nothing to show", "it has: map, ranking, time"],
        ),
        (
            "no municipality",
            Wanted { view: "spine", ..map },
            &["the view spine needs --area", "1885 Lindesberg"],
        ),
        (
            "the county",
            Wanted { view: "spine", areas: area(&["18"]), ..map },
            &["nothing to show of Örebro län"],
        ),
    ];
    let dress = Dress { width: 800.0, mode: Mode::Light, locale: Locale::Sv };
    for (what, wanted, said) in cases {
        let error = picture(&data, &wanted, &dress, &letters).expect_err(what).to_string();
        for part in said {
            assert!(error.contains(part), "{what}: “{part}” is not in: {error}");
        }
    }
    for width in [0.0, 239.0, 4001.0, f64::NAN] {
        let error = picture(&data, &map, &Dress { width, ..dress }, &letters).expect_err("a width");
        assert!(error.to_string().contains("240 to 4000"), "{error}");
    }
    let made = picture(&data, &map, &dress, &letters).unwrap();
    for name in ["map", "map.gif", "map.svg.txt"] {
        let error = made.file(Path::new(name), 1.0, &letters).expect_err(name).to_string();
        assert!(error.contains(name) && error.contains(".svg, .png or .pdf"), "{error}");
    }
    let error = made.file(Path::new("a.png"), 200.0, &letters).expect_err("a size").to_string();
    assert!(error.contains("too large"), "{error}");
}

#[test]
fn a_bundle_that_is_none_is_named() {
    for (path, said) in [("tests/no-such.json", "no such file"), ("Cargo.toml", "Cargo.toml: ")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let error = bundle(&path).expect_err("no bundle").to_string();
        assert!(error.contains(said), "{error}");
    }
}
