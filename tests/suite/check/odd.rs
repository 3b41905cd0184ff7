//! Values that are odd, and values that only look so.

use nulage::tool::check::finding::Severity::{Explained, Grave, Note, Warning};
use nulage::tool::check::read::bytes;
use nulage::tool::check::words::said as words_of;
use nulage::tool::check::{Locale, check};
use serde_json::{Value, json};

use super::{AREAS, FIRST, NOTHING, YEARS, add, at, both, calm, found, has, one, read, split, usual};

fn spike() -> Value {
    let mut bundle = calm();
    add(&mut bundle, "9803", 2015, 15.0);
    bundle
}

/// The values of an area from a year on, changed.
fn shift(bundle: &mut Value, area: &str, from: usize, difference: f64) {
    for year in from..FIRST + YEARS {
        add(bundle, area, year, difference);
    }
}

#[test]
fn a_spike_is_an_outlier_and_no_jump() {
    assert_eq!(found(&spike()), [one("outlier", Warning, "9803", "2015")]);
    let mut small = calm();
    add(&mut small, "9803", 2015, 2.5);
    assert_eq!(found(&small), [one("outlier", Note, "9803", "2015")]);
}

#[test]
fn a_lasting_change_is_a_jump_and_no_outlier() {
    let mut bundle = calm();
    shift(&mut bundle, "9803", 2015, 15.0);
    assert_eq!(found(&bundle), [one("jump", Warning, "9803", "2015")]);
}

#[test]
fn what_all_share_is_odd_for_none() {
    let mut year = calm();
    let mut level = calm();
    for area in AREAS {
        add(&mut year, area, 2015, -15.0);
        shift(&mut level, area, 2015, -15.0);
    }
    assert_eq!(found(&year), NOTHING);
    assert_eq!(found(&level), NOTHING);
}

#[test]
fn an_area_that_always_moves_much_is_not_odd() {
    let mut bundle = calm();
    for year in 0..YEARS {
        add(&mut bundle, "9803", FIRST + year, 3.0 * ((year * year * 3 + year) % 7) as f64);
    }
    assert!(!has(&bundle, "outlier") && !has(&bundle, "jump"), "{:?}", found(&bundle));
}

#[test]
fn the_nation_is_held_against_the_counties() {
    let mut bundle = calm();
    add(&mut bundle, "00", 2015, 15.0);
    assert_eq!(found(&bundle), [one("outlier", Warning, "00", "2015")]);
    for county in ["95", "96", "97", "98"] {
        add(&mut bundle, county, 2015, 15.0);
    }
    assert_eq!(found(&bundle), NOTHING);
}

#[test]
fn nothing_is_compared_across_a_break_or_within_a_margin() {
    let mut bundle = calm();
    shift(&mut bundle, "9803", 2015, 15.0);
    let mut broken = bundle.clone();
    broken["indicators"][0]["breaks"] = json!([{ "period": "2015", "text": both("Ny metod", "New method") }]);
    assert_eq!(found(&broken), NOTHING);
    bundle["indicators"][0]["margin"] = json!({ "value": 11.0, "text": both("Intervall", "Interval") });
    assert!(!has(&bundle, "jump"), "√(11² + 11²) > 15");
}

#[test]
fn what_the_bundle_says_explains() {
    let remark = |period: &str, area: Option<&str>| {
        let mut remark = json!({ "period": period, "text": both("Ny enkät", "New survey") });
        if let Some(area) = area {
            remark["area"] = json!(area);
        }
        let mut bundle = spike();
        bundle["indicators"][0]["annotations"] = json!([remark]);
        found(&bundle)
    };
    assert_eq!(remark("2015", Some("9803")), [one("outlier", Explained, "9803", "2015")]);
    assert_eq!(remark("2015", None), [one("outlier", Explained, "9803", "2015")]);
    assert_eq!(remark("2015", Some("9801")), [one("outlier", Warning, "9803", "2015")]);
    assert_eq!(remark("2014", None), [one("outlier", Warning, "9803", "2015")]);
    let caveat = |text: &str| {
        let mut bundle = spike();
        bundle["indicators"][0]["caveats"] = json!([both(text, text)]);
        found(&bundle)[0].1
    };
    assert_eq!(caveat("I Ekdala 2015 svarade många fler."), Explained);
    assert_eq!(caveat("Serien börjar 2015."), Warning, "about no area");
    assert_eq!(caveat("I Ekdala är det få som svarar."), Warning, "about no year");
    assert_eq!(caveat("I Ekdalaberga 2015 svarade många fler."), Warning, "another place");
}

#[test]
fn a_zero_among_values_far_from_it() {
    let mut bundle = calm();
    *at(&mut bundle, "9803", 2015) = json!(0);
    assert_eq!(found(&bundle), [one("zero", Warning, "9803", "2015")]);
    // Where numbers are small, some are zero.
    let mut small = calm();
    small["indicators"][0]["unit"] = json!("points");
    for year in 0..YEARS {
        *at(&mut small, "9803", FIRST + year) = json!([3.4, 0.0, 1.1, 6.2, 0.8, 2.3][year % 6]);
    }
    assert!(!has(&small, "zero"));
}

#[test]
fn holes_inside_a_series() {
    let mut bundle = calm();
    *at(&mut bundle, "9803", 2015) = Value::Null;
    *at(&mut bundle, "9803", 2016) = Value::Null;
    assert_eq!(found(&bundle), [one("gap", Note, "9803", "2015")]);
    let place = |year: usize| ((7 * YEARS) + year - FIRST).to_string();
    bundle["indicators"][0]["values"]["dataset"]["status"] =
        json!({ place(2015): "suppressed", place(2016): "suppressed" });
    assert_eq!(found(&bundle), [one("gap", Explained, "9803", "2015")]);
    let mut ends = calm();
    for year in [2010, 2021] {
        *at(&mut ends, "9803", year) = Value::Null;
    }
    assert_eq!(found(&ends), NOTHING, "a series may begin late and end early");
    let mut rhythm = calm();
    for area in AREAS.iter().filter(|code| code.len() == 4) {
        *at(&mut rhythm, area, 2015) = Value::Null;
    }
    *at(&mut rhythm, "9801", 2015) = json!(usual(5, 5));
    assert_eq!(found(&rhythm), NOTHING, "most municipalities have none that year");
}

/// The calm bundle without any value of an area.
fn without(bundle: &mut Value, area: &str) {
    for year in 0..YEARS {
        *at(bundle, area, FIRST + year) = Value::Null;
    }
}

#[test]
fn a_municipality_without_any_value() {
    let mut bundle = calm();
    without(&mut bundle, "9803");
    assert_eq!(found(&bundle), [one("absent", Warning, "9803", "")]);
    let report = read(&bundle);
    let report = check(&report, None);
    let said = words_of(&report, &report.findings[0], Locale::En);
    assert_eq!(said.what, "Ekdala (9803) has no values");
    assert_eq!(said.expected, "values of all 6 municipalities");
    assert_eq!(report.coverage[0].areas.len(), 11);
    assert_eq!(report.coverage[0].counts(), (10 * YEARS, 11 * YEARS));
    let mut two = bundle.clone();
    without(&mut two, "9801");
    assert_eq!(found(&two), [one("absent", Warning, "", "")]);
    let report = read(&two);
    let report = check(&report, None);
    let what = |locale| words_of(&report, &report.findings[0], locale).what;
    assert_eq!(what(Locale::En), "Almvik (9801) and Ekdala (9803) have no values");
    assert_eq!(what(Locale::Sv), "Almvik (9801) och Ekdala (9803) har inga värden");
    let mut nobody = calm();
    for area in AREAS.iter().filter(|code| code.len() == 4) {
        without(&mut nobody, area);
    }
    assert_eq!(found(&nobody), NOTHING, "an indicator of counties");
    let report = read(&nobody);
    assert_eq!(check(&report, None).coverage[0].areas.len(), 5);
}

#[test]
fn a_municipality_without_values_is_explained() {
    let mut bundle = calm();
    without(&mut bundle, "9803");
    let explained = [one("absent", Explained, "9803", "")];
    let mut status = bundle.clone();
    let place = |year: usize| (7 * YEARS + year).to_string();
    status["indicators"][0]["values"]["dataset"]["status"] = json!({ place(2): "suppressed" });
    assert_eq!(found(&status), explained);
    let caveat = |text: &str| {
        let mut bundle = bundle.clone();
        bundle["indicators"][0]["caveats"] = json!([both(text, text)]);
        found(&bundle)
    };
    assert_eq!(caveat("I Ekdala ställs inte frågan."), explained);
    assert_eq!(caveat("Frågan ställs i få kommuner."), [one("absent", Warning, "9803", "")]);
    let mut remark = bundle.clone();
    remark["indicators"][0]["annotations"] =
        json!([{ "period": "2015", "area": "9803", "text": both("Utelämnat", "Left out") }]);
    assert_eq!(found(&remark), explained);
    // What is said of one does not explain the other.
    without(&mut remark, "9801");
    assert_eq!(found(&remark), [one("absent", Warning, "9801", ""), explained[0].clone()]);
}

#[test]
fn shares_outside_nought_and_a_hundred() {
    let mut bundle = calm();
    *at(&mut bundle, "9803", 2015) = json!(104.2);
    assert!(found(&bundle).contains(&one("outside-share", Grave, "9803", "2015")));
    bundle["indicators"][0]["unit"] = json!("points");
    assert!(!has(&bundle, "outside-share"));
    let mut net = calm();
    for (a, area) in AREAS.iter().enumerate() {
        for year in 0..YEARS {
            *at(&mut net, area, FIRST + year) = json!(((usual(a, year) - 48.0) * 10.0).round() / 10.0);
        }
    }
    let found = found(&net);
    assert_eq!(
        found.iter().map(|f| (f.0, f.1)).collect::<Vec<_>>(),
        [("outside-share", Note)],
        "a net figure"
    );
}

#[test]
fn fractions_are_no_per_cent() {
    let mut bundle = calm();
    for area in AREAS {
        for year in FIRST..FIRST + YEARS {
            let value = at(&mut bundle, area, year).as_f64().unwrap();
            *at(&mut bundle, area, year) = json!((value / 10.0).round() / 10.0);
        }
    }
    let told = |bundle: &Value| found(bundle).into_iter().map(|f| f.0).collect::<Vec<_>>();
    assert!(told(&bundle).contains(&"fractions"), "{:?}", told(&bundle));
    *at(&mut bundle, "9803", 2015) = json!(1.1);
    assert!(!told(&bundle).contains(&"fractions"));
    bundle["indicators"][0]["unit"] = json!("points");
    *at(&mut bundle, "9803", 2015) = json!(0.4);
    assert!(!told(&bundle).contains(&"fractions"));
}

#[test]
fn a_wrong_county_is_noticed() {
    let mut bundle = calm();
    bundle["meta"]["county"] = json!("97");
    for area in bundle["areas"].as_array_mut().unwrap() {
        if area["level"] == "municipality" {
            area["parent"] = json!("97");
        }
    }
    let read = read(&bundle);
    let report = check(&read, None);
    let finding = report.findings.iter().find(|f| f.fact.code() == "other-county").unwrap();
    assert_eq!(finding.severity, Warning);
    let told = words_of(&report, finding, Locale::En).what;
    assert!(told.starts_with("6 of 6 municipalities have codes of another county: Almvik"), "{told}");
    assert!(!has(&calm(), "other-county"));
}

/// Women 60, men 40 parts of a hundred of what everybody is.
fn people(area: usize, year: usize, sex: usize) -> f64 {
    let women = 600.0 + 30.0 * area as f64 + 4.0 * year as f64;
    let men = 400.0 + 20.0 * area as f64 + 3.0 * year as f64;
    [women + men, women, men][sex]
}

#[test]
fn women_and_men_are_everybody() {
    let sound = split("persons", people);
    assert!(!has(&sound, "sum"));
    let mut wrong = sound.clone();
    add(&mut wrong, "9803", 2015, 10.0);
    assert!(found(&wrong).contains(&one("sum", Grave, "9803", "2015")));
    let mut rounded = sound;
    add(&mut rounded, "9803", 2015, 1.0);
    assert!(!has(&rounded, "sum"), "three figures rounded to whole ones may differ by one");
}

#[test]
fn figures_with_noise_need_not_add_up() {
    let noisy = split("persons", |area, year, sex| {
        let noise = if year >= 6 && sex == 0 { 7.0 } else { 0.0 };
        people(area, year, sex) + noise
    });
    assert!(has(&noisy, "sum"));
    let mut said = noisy.clone();
    said["indicators"][0]["breaks"] =
        json!([{ "period": "2016", "text": both("Brus enligt Cell Key-metoden", "Noise") }]);
    assert!(!has(&said, "sum"));
    said["indicators"][0]["breaks"][0]["period"] = json!("2018");
    assert!(has(&said, "sum"), "noise begins with the break");
    let mut margin = noisy.clone();
    margin["indicators"][0]["margin"] = json!({ "value": 7.0, "text": both("Brus", "Noise") });
    assert!(!has(&margin, "sum"));
    let mut caveat = noisy;
    caveat["indicators"][0]["caveats"] = json!([both("Skyddat med CKM.", "Protected.")]);
    assert!(!has(&caveat, "sum"));
}

#[test]
fn everybody_lies_between_women_and_men() {
    let share = |area: usize, year: usize, sex: usize| {
        let all = usual(area, year);
        ([all, all + 2.0, all - 1.5][sex] * 10.0_f64).round() / 10.0
    };
    let mut bundle = split("percent", share);
    assert!(!has(&bundle, "between"));
    add(&mut bundle, "9803", 2015, 2.1);
    assert!(!has(&bundle, "between"), "rounding");
    add(&mut bundle, "9803", 2015, 0.4);
    add(&mut bundle, "9801", 2012, -1.8);
    let found = found(&bundle);
    assert_eq!(
        found.iter().filter(|f| f.0 == "between").collect::<Vec<_>>(),
        [&one("between", Warning, "9803", "2015")]
    );
}

#[test]
fn one_series_under_two_ids() {
    let mut bundle = calm();
    let mut copy = bundle["indicators"][0].clone();
    copy["id"] = json!("andel-2");
    bundle["indicators"].as_array_mut().unwrap().push(copy);
    assert_eq!(found(&bundle), [one("same-series", Grave, "", "")]);
    add(&mut bundle, "9803", 2015, 0.1);
    assert_eq!(found(&bundle), NOTHING);
}

#[test]
fn one_area_under_two_codes() {
    let mut bundle = calm();
    bundle["areas"][6]["name"] = both("Almvik", "Almvik");
    assert_eq!(found(&bundle), [one("same-area", Grave, "9802", "")]);
    bundle["areas"][6]["name"] = both("Ettlän", "Ettlän");
    assert_eq!(found(&bundle), NOTHING, "another level");
    bundle["areas"][6]["code"] = json!("9801");
    let text = bundle.to_string();
    let error = bytes("made.json".to_owned(), text.as_bytes(), &mut |_| Err(String::new())).unwrap_err();
    assert!(
        error.to_string().contains("areas[6].code: expected every area code once, found “9801” twice"),
        "{error}"
    );
}

#[test]
fn decimals_that_no_value_has() {
    let mut bundle = calm();
    bundle["indicators"][0]["decimals"] = json!(2);
    assert_eq!(found(&bundle), [one("decimals", Warning, "", "")]);
    let rounded: Vec<f64> =
        (0..AREAS.len()).flat_map(|a| (0..YEARS).map(move |y| usual(a, y).round())).collect();
    bundle["indicators"][0]["values"]["dataset"]["value"] = json!(rounded);
    bundle["indicators"][0]["decimals"] = json!(1);
    assert!(has(&bundle, "decimals"), "whole numbers");
    bundle["indicators"][0]["decimals"] = json!(0);
    assert!(!has(&bundle, "decimals"));
    let mut more = calm();
    more["indicators"][0]["decimals"] = json!(0);
    assert_eq!(found(&more), NOTHING, "more decimals than shown are for computations");
}

#[test]
fn indicators_without_values() {
    let mut bundle = calm();
    bundle["indicators"][0]["values"]["dataset"]["value"] = json!({});
    assert_eq!(found(&bundle), [one("empty", Grave, "", "")]);
}

#[test]
fn values_beside_the_bundle() {
    let mut bundle = calm();
    let dataset = bundle["indicators"][0]["values"]["dataset"].clone();
    bundle["indicators"][0]["values"] = json!({ "href": "values/andel.json" });
    assert_eq!(found(&bundle), [one("unread", Grave, "", "")]);
    let text = bundle.to_string();
    let read = bytes("made.json".to_owned(), text.as_bytes(), &mut |href| {
        assert_eq!(href, "values/andel.json");
        Ok(dataset.to_string().into_bytes())
    });
    let read = read.unwrap();
    let report = nulage::tool::check::check(&read, None);
    assert_eq!((report.findings.len(), report.coverage.len()), (0, 1));
}

#[test]
fn what_loading_leaves_out_is_told() {
    let mut bundle = calm();
    bundle["indicators"][0]["annotations"] =
        json!([{ "period": "2015", "area": "1234", "text": both("Borta", "Gone") }]);
    assert_eq!(found(&bundle), [one("left-out", Warning, "", "")]);
}
