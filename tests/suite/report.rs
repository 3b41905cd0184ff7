//! Reports: every page set without fault, found by its bookmarks, read as text.

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::{Point, Size},
        locale::Locale,
    },
    model::Dataset,
    tool::{
        picture::{Letters, Page, Role},
        report,
    },
    view::{
        mark::{Anchor, Mark},
        measure::MeasureText,
        scene::Scene,
        shift::append,
    },
};

use crate::{
    golden::bundle::dataset,
    overlap::walk,
    picture::{faults, pdf::Document},
};

fn scene(page: &Page) -> Scene {
    let mut whole = Scene { size: page.size, ..Scene::default() };
    for part in &page.parts {
        append(&mut whole, Scene { marks: part.marks.clone(), ..Scene::default() }, Point::new(0.0, 0.0));
    }
    whole
}

fn words(part: &nulage::tool::picture::Part) -> usize {
    let mut count = 0;
    walk(&part.marks, &mut |mark| count += usize::from(matches!(mark, Mark::Text(_))));
    count
}

/// Least room between two texts on a line, px: no less than a name has before what runs on after it.
const APART: f64 = 4.9;

/// Texts that touch, or nearly, on a line.
fn touching(pages: &[Page], letters: &Letters) -> Vec<String> {
    let mut found = Vec::new();
    for part in pages.iter().flat_map(|p| &p.parts).filter(|p| matches!(p.role, Role::Text | Role::Ornament))
    {
        let said = |mark: &Mark| match mark {
            Mark::Text(text) => {
                let width = letters.width(&text.text, text.font);
                let left = match text.anchor {
                    Anchor::Start => text.at.x,
                    Anchor::Middle => text.at.x - width / 2.0,
                    Anchor::End => text.at.x - width,
                };
                Some((text.at.y, left, left + width, text.text.clone()))
            }
            _ => None,
        };
        let mut texts: Vec<_> = part.marks.iter().filter_map(said).collect();
        texts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for pair in texts.windows(2).filter(|p| p[0].0 == p[1].0 && p[1].1 - p[0].2 < APART) {
            found.push(format!("“{}” and “{}”: {:.1} px", pair[0].3, pair[1].3, pair[1].1 - pair[0].2));
        }
    }
    found
}

/// What is wrong with the pages.
fn wrong(pages: &[Page], letters: &Letters) -> Vec<String> {
    let mut found = touching(pages, letters);
    for (n, page) in pages.iter().enumerate() {
        let at = format!("page {}", n + 1);
        found.extend(faults(&scene(page), letters).into_iter().map(|f| format!("{at}: {f}")));
        let printed: Vec<_> = page.parts.iter().filter(|p| p.role != Role::Ornament).collect();
        if printed.is_empty() {
            found.push(format!("{at} is empty"));
        }
        if printed.last().is_some_and(|p| matches!(p.role, Role::Heading(_)) && n > 0) {
            found.push(format!("{at} ends with a heading"));
        }
        for part in printed {
            if let Role::Picture(said) = &part.role
                && (said.trim().is_empty() && !part.marks.is_empty())
            {
                found.push(format!("{at}: a picture without words"));
            }
            if matches!(part.role, Role::Heading(_) | Role::Text) && words(part) == 0 {
                found.push(format!("{at}: {:?} without words", part.role));
            }
        }
    }
    found
}

fn area(data: &Dataset, code: &str) -> nulage::base::id::AreaId {
    data.regions().by_code(code).unwrap()
}

#[test]
fn every_page_is_set_without_fault() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let mut all = Vec::new();
    for (code, locale) in [("1864", Locale::Sv), ("1880", Locale::En), ("18", Locale::Sv), ("18", Locale::En)]
    {
        let pages = report::pages(&data, area(&data, code), locale, &letters).unwrap();
        assert!((10..=15).contains(&pages.len()), "{code}: {} pages", pages.len());
        assert!(pages.iter().map(|p| p.bookmarks.len()).sum::<usize>() >= 8);
        assert!(pages.iter().all(|p| p.size == Size::new(793.700_8, 1_122.519_7)));
        let found = wrong(&pages, &letters);
        all.extend(found.into_iter().map(|f| format!("{code} {}: {f}", locale.tag())));
    }
    assert!(all.is_empty(), "{} faults: {:#?}", all.len(), &all[..all.len().min(30)]);
}

#[test]
fn a_report_can_be_read() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let of = |code| report::file(&data, area(&data, code), Locale::Sv, &letters).unwrap();
    let bytes = of("1864");
    assert!(bytes == of("1864"), "the same report twice");
    assert!(bytes.len() < 600_000, "{} bytes", bytes.len());
    let document = Document::read(&bytes);
    assert_eq!(document.fonts, 2, "each weight once for all pages");
    let pages: Vec<String> = document.pages.iter().map(|p| p.replace(['\u{a0}', '\n'], " ")).collect();
    let last = pages.len();
    assert!(pages[0].contains("Ljusnarsberg") && pages[0].contains("Kommun i Örebro län"), "{}", pages[0]);
    assert!(pages[0].contains("I korthet") && pages[0].contains("Innehåll"), "{}", pages[0]);
    assert!(pages[1].contains("Så läser du rapporten"), "{}", pages[1]);
    assert!(pages.iter().enumerate().skip(1).all(|(n, p)| p.contains(&format!("Sida {} av {last}", n + 1))));
    let all = pages.join(" ");
    for id in data.ids() {
        let indicator = data.indicator(id);
        let here = data
            .table(id)
            .is_some_and(|t| t.groups().iter().any(|&g| t.latest(&[area(&data, "1864")], g).is_some()));
        let named = all.contains(&indicator.title.sv);
        assert!(named || !here, "{} is not in the report", indicator.title.sv);
    }
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("/Lang (sv)") && text.contains("/Outlines "), "language and bookmarks");
    // The list of contents names the pages where chapters begin.
    let contents: Vec<&str> = document.pages[0].lines().collect();
    let sources = contents.iter().position(|l| *l == "Källor och förbehåll").expect("a chapter");
    let number: usize = contents[sources - 1].parse().expect("a page number");
    assert!(pages[number - 1].contains("Alla indikatorer i rapporten med källa"), "page {number}");
}

#[test]
fn a_report_of_elsewhere_is_refused() {
    let (data, letters) = (dataset(), Letters::new().unwrap());
    let nation = data.regions().nation().unwrap();
    let error = report::pages(&data, nation, Locale::Sv, &letters).expect_err("no report").to_string();
    assert!(error.contains("the county of the bundle or one of its municipalities"), "{error}");
}

#[test]
fn the_check_finds_faults() {
    use nulage::{
        tool::picture::Part,
        view::lettering::{PLAIN, text},
    };
    let letters = Letters::new().unwrap();
    let ink = Theme::of(Mode::Print).ink;
    let word = |x: f64| Mark::Text(text(Point::new(x, 20.0), "Ljusnarsberg ☃", PLAIN, Anchor::Start, ink));
    let part = |role, marks| Part { role, marks };
    let page = |parts| Page { size: Size::new(200.0, 40.0), parts, bookmarks: Vec::new() };
    let fine = page(vec![part(Role::Text, vec![])]);
    assert_eq!(wrong(std::slice::from_ref(&fine), &letters), ["page 1: Text without words"]);
    let clipped = page(vec![part(Role::Text, vec![word(150.0)])]);
    assert_eq!(wrong(&[clipped], &letters).len(), 2, "outside, and no letter for the snowman");
    let ends = page(vec![part(Role::Heading(2), vec![word(2.0)])]);
    assert!(wrong(&[fine, ends], &letters).iter().any(|f| f.contains("ends with a heading")));
}
