//! Other counties than the default one, from one municipality to forty-nine: each opens, and in the
//! smallest and the largest a reader's way keeps the layout laws.

#[path = "../suite/counties/county.rs"]
mod county;

use nulage::bundle::write::write;

use crate::driver::Engine;
use crate::machine;
use crate::page::{Page, told_once};
use crate::site::{fragment, serve_with};

use county::Country;

/// The smallest county, and the three largest: these are walked through.
const WALKED: [(&str, usize); 4] = [("09", 1), ("01", 26), ("12", 33), ("14", 49)];

/// A desktop and a phone.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

#[test]
fn counties_of_any_size_open_and_keep_the_laws() {
    let country = Country::read();
    assert_eq!((country.codes().len(), country.indicators() > 80), (21, true));
    let folder = machine::scratch().join("counties");
    let mut breaches = Vec::new();
    for code in country.codes() {
        let bundle = country.bundle(code, &folder);
        let own = || bundle.areas.iter().filter(|a| a.parent.as_deref() == Some(code));
        let last = own().next_back().map(|a| a.code.clone()).expect("a municipality");
        let server = serve_with(write(&bundle));
        let page = Page::new(Engine::Chromium, &server.url("/"));
        let indicator = "indicator/eftergymnasial-utbildning";
        let walked = WALKED.iter().find(|(walked, _)| *walked == code);
        if let Some(&(_, municipalities)) = walked {
            assert_eq!(own().count(), municipalities, "{code}");
        }
        let sizes = if walked.is_some() { &SIZES[..] } else { &SIZES[..1] };
        let places = [
            ("start".to_owned(), "pin="),
            (indicator.to_owned(), "pin="),
            (indicator.to_owned(), "pin=&show=each"),
            (indicator.to_owned(), "pin=&show=scatter"),
            (indicator.to_owned(), "pin=&show=change"),
            // Of counties only: no municipality has a value.
            ("indicator/fortroende-halso-och-sjukvarden".to_owned(), "pin="),
            (format!("area/{last}"), "pin="),
            ("overview".to_owned(), "pin="),
        ];
        let places = if walked.is_some() { &places[..] } else { &places[..2] };
        for &(width, height) in sizes {
            page.dress(width, height, false);
            for (place, more) in places {
                let rest = "year=latest&people=both&origin=total&classes=natural.5&sort=value.0";
                page.open(&fragment(&format!("1/{place}?{rest}&{more}"), "sv"));
                assert_eq!(page.count("#app h1"), 1, "{code}: {place} has no headline");
                assert_eq!(page.count("#app [role=alert]"), 0, "{code}: {place} is an error page");
                let found = page.breaches().into_iter().chain(page.faults());
                let here = format!("{code} {place} {more} at {width}");
                breaches.extend(found.map(|b| (here.clone(), b)));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", told_once(&breaches));
}
