//! Our numbers and our alphabet beside the browsers' own: what Rust writes, `Intl` must write too.

use nulage::base::locale::{Locale, number, signed, sort_key};
use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::page::{Page, strings};
use crate::site::{fragment, serve};

/// Names with what is hard in Swedish order: å ä ö last, w beside v, accents, spaces, hyphens, case.
const NAMES: &[&str] = &[
    "Askersund",
    "Degerfors",
    "Hallsberg",
    "Hällefors",
    "Karlskoga",
    "Kumla",
    "Laxå",
    "Lekeberg",
    "Lindesberg",
    "Ljusnarsberg",
    "Nora",
    "Örebro",
    "Örebro län",
    "Riket",
    "Åre",
    "Ånge",
    "Älmhult",
    "Ängelholm",
    "Öckerö",
    "Östra Göinge",
    "Östersund",
    "Upplands Väsby",
    "Upplands-Bro",
    "Uppsala",
    "Upplands län",
    "Vadstena",
    "Vilhelmina",
    "Waxholm",
    "Vaxholm",
    "Wången",
    "Västerås",
    "Växjö",
    "Årjäng",
    "Arboga",
    "arboga",
    "Arvika",
    "Linköping",
    "Lidingö",
    "Idre",
    "Zinkgruvan",
    "Ystad",
    "Övertorneå",
    "Övre Norrland",
    "Dals-Ed",
    "Dalsed",
    "Malå",
    "Malmö",
    "Müllers",
    "Mullsjö",
    "Linné",
    "Linnea",
];

/// About 540 values with what is hard to round or to group, each with 0–3 decimals, in a fixed order.
fn values() -> Vec<(f64, u8)> {
    let mut values: Vec<f64> = vec![
        0.0,
        -0.0,
        0.5,
        1.5,
        2.5,
        0.05,
        0.15,
        0.25,
        1.005,
        1.115,
        8.345,
        0.0005,
        999.5,
        999.9995,
        9999.5,
        1000.0,
        12345.678,
        1e6,
        123456789.123,
        1e15,
        0.1 + 0.2,
        1.0 / 3.0,
        2.0 / 3.0,
        1e-7,
        99.95,
        99.949999,
        160_000.0,
    ];
    // A linear congruential generator (Knuth's MMIX constants): any fixed spread of values will do.
    let mut seed: u64 = 20_261_123;
    while values.len() < 135 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let digits = (seed >> 33) as f64;
        let shrink = [1.0, 10.0, 1000.0, 1e5, 1e7][values.len() % 5];
        values.push(digits / shrink);
    }
    let both = values.iter().flat_map(|&v| [v, -v]);
    both.enumerate().flat_map(|(n, v)| [(v, (n % 4) as u8), (v, ((n + 2) % 4) as u8)]).collect()
}

#[test]
fn numbers_are_written_as_the_browser_writes_them() {
    let values = values();
    let asked: Vec<Value> = values.iter().map(|(v, d)| json!([v, d, v.is_sign_negative()])).collect();
    // JSON has no minus zero; the third member restores it. English minus signs are longer than Intl's.
    let script = "const [tag, sign, rows] = arguments;\
        return rows.map(([value, decimals, minus]) => new Intl.NumberFormat(tag, {\
            minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign })\
          .format(value === 0 && minus ? -0 : value).replace('-', '\\u2212'));";
    for engine in [Engine::Chromium, Engine::Firefox] {
        let browser = Browser::start(engine);
        browser.go("about:blank");
        for (locale, tag) in [(Locale::Sv, "sv-SE"), (Locale::En, "en-GB")] {
            type Writer = fn(Locale, f64, u8) -> String;
            for (sign, ours) in [("negative", number as Writer), ("exceptZero", signed as Writer)] {
                let theirs = strings(&browser.run(script, &[json!(tag), json!(sign), json!(asked)]));
                assert_eq!(theirs.len(), values.len());
                let differing: Vec<String> = values
                    .iter()
                    .zip(&theirs)
                    .filter(|((value, decimals), text)| ours(locale, *value, *decimals) != **text)
                    .map(|((v, d), text)| format!("{v} ({d}): {} ≠ {text}", ours(locale, *v, *d)))
                    .collect();
                assert_eq!(differing, Vec::<String>::new(), "{engine:?} {tag} {sign}");
            }
        }
    }
}

#[test]
fn names_are_sorted_as_the_browser_sorts_swedish() {
    let mut ours = NAMES.to_vec();
    ours.sort_by_key(|name| sort_key(name));
    for engine in [Engine::Chromium, Engine::Firefox] {
        let browser = Browser::start(engine);
        browser.go("about:blank");
        let script = "const order = new Intl.Collator('sv', { ignorePunctuation: true, sensitivity: 'base' });\
                      return arguments[0].map((name, n) => n ? order.compare(arguments[0][n - 1], name) : 0);";
        let steps = browser.run(script, &[json!(ours)]);
        let wrong: Vec<String> = ours
            .windows(2)
            .zip(steps.as_array().into_iter().flatten().skip(1))
            .filter(|(_, step)| step.as_i64().is_some_and(|s| s > 0))
            .map(|(pair, _)| pair.join(" before "))
            .collect();
        assert_eq!(wrong, Vec::<String>::new(), "{engine:?}");
    }
}

/// Wherever a line ends, “18–65” is on one of them, and what is copied is what was written.
#[test]
fn numbers_joined_by_a_dash_stay_on_one_line() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment("1/indicator/oppet-arbetslosa-18-65?year=2022&people=all", "sv"));
        let found = page.browser.run(
            "const title = document.querySelector('h1');\
             const lines = node => { const range = document.createRange(); range.selectNodeContents(node);\
               return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size; };\
             const whole = title.querySelector('.nl-unbroken'), out = [whole.textContent];\
             for (let wide = 120; wide <= 640; wide += 7) {\
               title.style.width = wide + 'px';\
               if (lines(whole) !== 1) out.push('in two at ' + wide);\
             }\
             title.style.width = '120px';\
             return [...out, String(lines(title) > 4), title.textContent];",
            &[],
        );
        let found = strings(&found);
        assert_eq!(found[..2], ["18–65", "true"], "{engine:?}");
        assert!(found[2].starts_with("Andelen öppet arbetslösa 18–65 år "), "{engine:?}: {found:?}");
    }
}
