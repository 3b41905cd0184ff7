//! Any bytes as a file of borders (TopoJSON, GeoJSON, GeoPackage) and all the way to a topology.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use nulage::bundle::format::{Level, Text};
use nulage::tool::geo::coverage::Coverage;
use nulage::tool::geo::feature::{Crs, Wanted};
use nulage::tool::geo::{encode, mend, read, simplify};

fuzz_target!(|bytes: &[u8]| {
    for crs in [Crs::Metres, Crs::Degrees] {
        let wanted = Wanted { crs: Some(crs), ..Wanted::default() };
        let Ok(mut features) = read::parse(Path::new("x"), bytes, wanted) else { continue };
        mend::mend(&mut features);
        let Ok(full) = Coverage::build(&features) else { continue };
        let simple = simplify::simplify(&full, 10.0, 1.0);
        let source = Text { sv: "x".into(), en: None };
        drop(encode::topology(&[(Level::Municipality, simple.coverage)], 1.0, source));
    }
});
