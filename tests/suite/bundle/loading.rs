//! From bundle to meaning: what is resolved, refused and left out.

use nulage::base::locale::Locale;
use nulage::base::period::Period;
use nulage::base::text::Text;
use nulage::bundle::caps::Caps;
use nulage::bundle::problem::{Kind, Problem};
use nulage::model::dataset::Slot;
use nulage::model::load::{from_bytes, load_table, table_from_bytes};
use nulage::model::table::Flag;
use nulage::model::{Dataset, Group, Missing, Origin, Sex};

use super::{SMALL, changed};

fn load(text: &str) -> Result<(Dataset, Vec<String>), Problem> {
    from_bytes(text.as_bytes(), &Caps::default())
        .map(|(dataset, notes)| (dataset, notes.iter().map(ToString::to_string).collect()))
}

fn small() -> Dataset {
    load(SMALL).unwrap().0
}

/// The fixture with one change is refused for this reason at this path.
fn refused(from: &str, to: &str, kind: Kind, path: &str) {
    let problem = load(&changed(from, to)).expect_err(path);
    assert_eq!((problem.kind, problem.path.as_str()), (kind, path), "{problem}");
    let line = SMALL[..SMALL.find(from).unwrap()].lines().count();
    assert!(problem.line >= 1 && problem.line.abs_diff(line) <= 1, "line {line}: {problem}");
}

#[test]
fn the_fixture_loads() {
    let (dataset, notes) = load(SMALL).unwrap();
    assert_eq!(notes, Vec::<String>::new());
    let regions = dataset.regions();
    let names: Vec<&str> = regions.members().iter().map(|&id| regions.get(id).name.sv.as_str()).collect();
    assert_eq!(names, ["Almvik", "Björkhamn", "Ekdala", "Åsmo"]);
    assert_eq!(regions.get(regions.county()).code, "98");
    assert_eq!(dataset.weights(), dataset.by_id("befolkning"));
    assert_eq!(dataset.background(), [dataset.by_id("befolkning").unwrap()]);
    let knowledge = &dataset.strategy().focus_areas[0];
    assert_eq!(knowledge.indicators.len(), 2);
    assert_eq!(knowledge.findings.len(), 2);
    assert_eq!(
        knowledge.findings[1].without_figures.as_ref().unwrap().sv,
        "Ingen öppen källa finns på kommunnivå."
    );
}

/// The fixture with this margin of the emissions.
fn with_margin(margin: &str) -> Result<(Dataset, Vec<String>), Problem> {
    let breaks = "\"breaks\":[{\"period\":\"2015\"";
    load(&changed(breaks, &format!("\"margin\":{margin},{breaks}")))
}

#[test]
fn margins_are_constant_or_one_for_each_value() {
    let of = |margin: &str, code: &str, year: i16| {
        let dataset = with_margin(margin).unwrap().0;
        let indicator = dataset.indicator(dataset.by_id("utslapp").unwrap());
        let area = dataset.regions().by_code(code).unwrap();
        indicator.margin.as_ref().unwrap().of(area, Period::year_of(year), Group::default())
    };
    let constant = r#"{"value":0.5,"from":"2020","text":{"sv":"Brus"}}"#;
    assert_eq!(of(constant, "9801", 2022), Some(0.5));
    assert_eq!(of(constant, "9801", 2019), None, "noise is added from 2020 on");
    let each = r#"{"dataset":{"version":"2.0","class":"dataset","id":["area","period"],"size":[2,2],
        "role":{"time":["period"],"geo":["area"]},"dimension":{
        "area":{"category":{"index":["9801","9802"]}},"period":{"category":{"index":["2020","2022"]}}},
        "value":[0.1,0.2,0.3,null]},"text":{"sv":"95-procentigt konfidensintervall"}}"#;
    assert_eq!([of(each, "9801", 2022), of(each, "9802", 2020)], [Some(0.2), Some(0.3)]);
    assert_eq!([of(each, "9802", 2022), of(each, "9803", 2022)], [None, None]);
    assert!(small().indicator(small().by_id("utslapp").unwrap()).margin.is_none());
}

#[test]
fn margins_without_meaning_are_refused() {
    let path = |margin: &str| with_margin(margin).expect_err(margin).path;
    assert_eq!(path(r#"{"value":-1,"text":{"sv":"Brus"}}"#), "indicators[1].margin.value");
    assert_eq!(path(r#"{"text":{"sv":"Brus"}}"#), "indicators[1].margin");
    assert_eq!(path(r#"{"value":1,"text":{"sv":" "}}"#), "indicators[1].margin.text.sv");
    assert_eq!(path(r#"{"value":1,"from":"då","text":{"sv":"Brus"}}"#), "indicators[1].margin.from");
    let each = |value: &str, size: &str| {
        let size = format!(r#""size":[1,{size}],"role":{{"time":["period"],"geo":["area"]}}"#);
        let area = r#""area":{"category":{"index":["9801"]}},"period":{"category":{"index":["2020"]}}"#;
        path(&format!(
            r#"{{"dataset":{{"version":"2.0","class":"dataset","id":["area","period"],{size},
            "dimension":{{{area}}},"value":[{value}]}},"text":{{"sv":"Intervall"}}}}"#
        ))
    };
    assert_eq!(each("-0.1", "1"), "indicators[1].margin.dataset");
    assert!(each("0.1", "2").starts_with("indicators[1].margin.dataset."));
}

#[test]
fn values_reasons_and_flags() {
    let dataset = small();
    let regions = dataset.regions();
    let table = dataset.table(dataset.by_id("utbildning").unwrap()).unwrap();
    let group = |sex| Group { sex, origin: Origin::Total };
    let get = |code, period: &str, sex| {
        let cell = table.get(regions.by_code(code).unwrap(), period.parse().unwrap(), group(sex));
        cell.map(nulage::base::num::Finite::get)
    };
    assert_eq!(get("00", "2018", Sex::Total), Ok(40.0));
    assert_eq!(get("98", "2020", Sex::Women), Ok(42.0));
    assert_eq!(get("9803", "2022", Sex::Men), Ok(18.0));
    assert_eq!(get("9804", "2020", Sex::Women), Err(Missing::Suppressed));
    assert_eq!(get("9804", "2022", Sex::Total), Err(Missing::NotYetPublished));
    assert_eq!(get("9804", "2022", Sex::Men), Err(Missing::TooUncertain));
    assert_eq!(get("9804", "2019", Sex::Men), Err(Missing::NotAvailable), "no such period");
    let flag = table.flag(regions.by_code("9801").unwrap(), "2022".parse().unwrap(), group(Sex::Total));
    assert_eq!(flag, Some(Flag::Preliminary));

    let trust = dataset.table(dataset.by_id("tillit").unwrap()).unwrap();
    assert_eq!(trust.origins(Sex::Total), [Origin::Domestic, Origin::Foreign]);
    let municipality = regions.members()[0];
    assert_eq!(
        trust.get(municipality, "2022K4".parse().unwrap(), Group::default()),
        Err(Missing::NotAvailable),
        "an area that is in no row"
    );
}

#[test]
fn borders_are_rings_in_metres() {
    let dataset = small();
    let shapes = dataset.shapes().unwrap();
    let almvik = shapes.of(dataset.regions().by_code("9801").unwrap()).unwrap();
    let ring: Vec<(f64, f64)> = shapes.ring(&almvik.polygons[0][0]).iter().map(|p| (p.x, p.y)).collect();
    assert_eq!(
        ring,
        [(510e3, 6500e3), (510e3, 6510e3), (500e3, 6510e3), (500e3, 6500e3)],
        "ten kilometres square"
    );
    assert_eq!((almvik.label.x, almvik.label.y), (505e3, 6505e3));
    let names: Vec<&str> =
        almvik.neighbours.iter().map(|&id| dataset.regions().get(id).name.sv.as_str()).collect();
    assert_eq!(names, ["Björkhamn", "Åsmo"]);
}

#[test]
fn identities_are_checked() {
    refused("\"code\":\"9802\"", "\"code\":\"9801\"", Kind::Duplicate, "areas[4].code");
    refused("\"code\":\"9802\"", "\"code\":\"\"", Kind::WrongValue, "areas[4].code");
    refused("\"id\":\"tillit\"", "\"id\":\"utslapp\"", Kind::Duplicate, "indicators[2].id");
    refused("\"id\":\"tillit\"", "\"id\":\"Tillit!\"", Kind::WrongValue, "indicators[2].id");
    refused("\"id\":\"klimat\"", "\"id\":\"kunskap\"", Kind::Duplicate, "strategy.focusAreas[1].id");
    refused("\"id\":\"hallbart\"", "\"id\":\"jamlikt\"", Kind::Duplicate, "strategy.overallGoals[1].id");
    refused("\"id\":\"f2\"", "\"id\":\"f1\"", Kind::Duplicate, "strategy.findings[1].id");
    refused("\"id\":\"demolan\"", "\"id\":\"\"", Kind::WrongValue, "meta.id");
}

#[test]
fn references_are_checked() {
    let unknown = Kind::UnknownReference;
    refused("\"county\":\"98\"", "\"county\":\"18\"", unknown, "meta.county");
    refused("\"county\":\"98\"", "\"county\":\"9801\"", Kind::WrongValue, "meta.county");
    refused("\"weights\":\"befolkning\"", "\"weights\":\"x\"", unknown, "meta.weights");
    refused("\"unit\":\"ton\"", "\"unit\":\"kg\"", unknown, "indicators[1].unit");
    refused(
        "\"priorityArea\":\"livslangt\"",
        "\"priorityArea\":\"x\"",
        unknown,
        "indicators[0].priorityArea",
    );
    refused(
        "\"focusArea\":\"klimat\",\"target\"",
        "\"focusArea\":\"x\",\"target\"",
        unknown,
        "indicators[1].focusArea",
    );
    refused(
        "\"focusArea\":\"klimat\",\"text\"",
        "\"focusArea\":\"x\",\"text\"",
        unknown,
        "strategy.findings[2].focusArea",
    );
    let almvik = "{\"code\":\"9801\",\"name\":{\"sv\":\"Almvik\"},\"level\":\"municipality\",\"parent\":";
    refused(&format!("{almvik}\"98\""), &format!("{almvik}\"18\""), unknown, "areas[3].parent");
    refused(&format!("{almvik}\"98\""), &format!("{almvik}\"9801\""), Kind::WrongValue, "areas[3].parent");
    refused(
        "\"level\":\"nation\"",
        "\"level\":\"nation\",\"parent\":\"98\"",
        Kind::WrongValue,
        "areas[0].parent",
    );
}

#[test]
fn texts_periods_and_numbers_are_checked() {
    let wrong = Kind::WrongValue;
    refused("\"sv\":\"Folkmängd\"", "\"sv\":\" \"", wrong, "indicators[3].title.sv");
    refused("\"updated\":\"2024-01-15\"", "\"updated\":\"15/1 2024\"", wrong, "meta.updated");
    refused("\"languages\":[\"sv\",\"en\"]", "\"languages\":[]", wrong, "meta.languages");
    refused(
        "\"decimals\":0,\"direction\":\"none\"",
        "\"decimals\":4,\"direction\":\"none\"",
        wrong,
        "indicators[3].decimals",
    );
    refused("\"basePeriod\":\"2010\"", "\"basePeriod\":\"-2010\"", wrong, "indicators[1].target.basePeriod");
    refused("\"basePeriod\":\"2010\",", "", wrong, "indicators[1].target");
    refused("\"factor\":0.15", "\"factor\":0.15,\"value\":3", wrong, "indicators[1].target");
    refused("{\"period\":\"2015\"", "{\"period\":\"015\"", wrong, "indicators[1].breaks[0].period");
    refused("\"to\":\"2021\"", "\"to\":\"2019\"", wrong, "events[0].to");
    refused(
        "{\"area\":{\"category\":{\"index\":[\"00\",\"97\",\"98\"]}}",
        "{\"area\":{\"category\":{\"index\":[\"00\",\"97\",\"97\"]}}",
        Kind::Duplicate,
        "indicators[2].values.dataset.dimension.area.category.index[2]",
    );
}

#[test]
fn borders_are_checked() {
    let base = "geometry.objects.municipalities.geometries[0]";
    let ring = "\"arcs\":[[[6,-8,-1]]]";
    let arc = |i| format!("{base}.arcs[0][0][{i}]");
    refused(ring, "\"arcs\":[[[6,-8,99]]]", Kind::UnknownReference, &arc(2));
    refused(ring, "\"arcs\":[[[6,-8,-2147483648]]]", Kind::UnknownReference, &arc(2));
    refused(ring, "\"arcs\":[[[6,8,-1]]]", Kind::WrongValue, &arc(0));
    refused(ring, "\"arcs\":[[[6,-8]]]", Kind::WrongValue, &arc(1));
    refused(ring, "\"arcs\":[[[]]]", Kind::WrongValue, &format!("{base}.arcs[0][0]"));
    refused(ring, "\"arcs\":[[]]", Kind::WrongValue, &format!("{base}.arcs[0]"));
    let id = "\"type\":\"MultiPolygon\",\"id\":\"9801\"";
    let code = format!("{base}.id");
    refused(id, "\"type\":\"MultiPolygon\",\"id\":\"1880\"", Kind::UnknownReference, &code);
    refused(id, "\"type\":\"Polygon\",\"id\":\"9801\"", Kind::WrongValue, &format!("{base}.type"));
    let twice = "geometry.objects.municipalities.geometries[0].id";
    refused(id, "\"type\":\"MultiPolygon\",\"id\":\"98\"", Kind::Duplicate, twice);
    refused(
        "\"label\":[5,5],\"neighbours\":[\"9802\"",
        "\"label\":[5,5],\"neighbours\":[\"x\"",
        Kind::UnknownReference,
        &format!("{base}.properties.neighbours[0]"),
    );
    refused("\"scale\":[1000,1000]", "\"scale\":[0,1000]", Kind::WrongValue, "geometry.transform.scale");
    refused("\"type\":\"Topology\"", "\"type\":\"x\"", Kind::WrongValue, "geometry.type");
    refused("[[10,20],[10,0]]", "[[10,20]]", Kind::WrongValue, "geometry.arcs[2]");
}

/// The fixture with one change loads, with exactly these notes.
fn noted(from: &str, to: &str, want: &[&str]) -> Dataset {
    let (dataset, notes) = load(&changed(from, to)).unwrap();
    assert_eq!(notes.len(), want.len(), "{notes:?}");
    for (note, want) in notes.iter().zip(want) {
        assert!(note.starts_with(want), "{note}");
    }
    dataset
}

#[test]
fn what_can_be_done_without_is_left_out_with_a_note() {
    let dataset = noted(
        "\"href\":\"https://example.org/om\"",
        "\"href\":\"javascript:alert(1)\"",
        &["warning: meta.links[0].href, line 4: the address “javascript:alert(1)” is left out"],
    );
    assert_eq!(dataset.meta().links, []);

    let dataset = noted(
        "\"href\":\"https://example.org/demo1\"",
        "\"href\":\"data:text/html,x\"",
        &["warning: indicators[0].source.href, line 18: the address"],
    );
    assert_eq!(dataset.indicator(dataset.by_id("utbildning").unwrap()).source.href, None);

    let dataset = noted(
        "\"indicators\":[\"utslapp\"]",
        "\"indicators\":[\"utslap\",\"utslapp\"]",
        &["warning: strategy.findings[2].indicators[0], line 15: no indicator has the id “utslap”"],
    );
    assert_eq!(dataset.strategy().focus_areas[1].findings[0].indicators.len(), 1);

    let dataset = noted(
        "\"area\":\"9801\",\"text\"",
        "\"area\":\"1880\",\"text\"",
        &["warning: indicators[0].annotations[1].area, line 18: no area has the code “1880”"],
    );
    assert_eq!(dataset.indicator(dataset.by_id("utbildning").unwrap()).annotations.len(), 1);

    let dataset = noted(
        "{\"area\":{\"category\":{\"index\":[\"00\",\"97\",\"98\"]}}",
        "{\"area\":{\"category\":{\"index\":[\"00\",\"1880\",\"98\"]}}",
        &[
            "warning: indicators[2].values.dataset, line 20: values of areas that are not in “areas” are left out: 1880",
        ],
    );
    let table = dataset.table(dataset.by_id("tillit").unwrap()).unwrap();
    let county = table.series(dataset.regions().county(), Group::default());
    assert_eq!(county.iter().map(|c| c.map(|v| v.get())).collect::<Vec<_>>(), [Ok(55.0), Ok(54.0), Ok(56.0)]);
}

#[test]
fn periods_without_any_value_are_dropped_and_the_rest_sorted() {
    let text = changed(
        "\"period\":{\"category\":{\"index\":[\"2019K4\",\"2020K4\",\"2022K4\"]}}",
        "\"period\":{\"category\":{\"index\":[\"2022K4\",\"2020K4\",\"2019K4\"]}}",
    );
    let first =
        "\"value\":[60,62,50,61,63,51,62,64,53,58,60,49,58,60,48,59,61,50,55,57,45,54,56.5,null,56,58,47]";
    assert!(text.contains(first));
    let gap = "\"value\":[60,62,50,null,null,null,62,64,53,58,60,49,null,null,null,59,61,50,55,57,45,null,null,null,56,58,47]";
    let (dataset, _) = load(&text.replace(first, gap)).unwrap();
    let table = dataset.table(dataset.by_id("tillit").unwrap()).unwrap();
    let periods: Vec<String> = table.periods().iter().map(ToString::to_string).collect();
    assert_eq!(periods, ["2019K4", "2022K4"]);
    let county = table.series(dataset.regions().county(), Group::default());
    assert_eq!(county.iter().map(|c| c.map(|v| v.get())).collect::<Vec<_>>(), [Ok(56.0), Ok(55.0)]);
}

/// The fixture's last dataset moved out to a file of its own.
fn beside(href: &str) -> (String, String) {
    let start = SMALL.rfind("{\"dataset\":").unwrap();
    let end = SMALL[start..].find("}\n],").unwrap() + start;
    let dataset = SMALL[start..end].strip_prefix("{\"dataset\":").unwrap().strip_suffix('}').unwrap();
    (format!("{}{{\"href\":\"{href}\"}}{}", &SMALL[..start], &SMALL[end..]), dataset.to_owned())
}

#[test]
fn values_may_lie_beside_the_bundle() {
    let (text, values) = beside("befolkning.json");
    let (dataset, notes) = load(&text).unwrap();
    assert_eq!(notes, Vec::<String>::new());
    let id = dataset.by_id("befolkning").unwrap();
    assert_eq!(*dataset.slot(id), Slot::Elsewhere("befolkning.json".into()));
    let table = table_from_bytes(&dataset, id, values.as_bytes(), &Caps::default()).unwrap();
    assert_eq!(dataset.with_table(id, table), small());

    let broken = values.replace("\"2018\"", "\"18\"");
    let problem = table_from_bytes(&dataset, id, broken.as_bytes(), &Caps::default()).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.line), ("dimension.period.category.index[0]", 1), "{problem}");
    let parsed = nulage::bundle::read::read_dataset(values.as_bytes(), &Caps::default()).unwrap();
    assert!(load_table(&dataset, nulage::base::id::IndicatorId::new(999).unwrap(), &parsed).is_ok());

    for href in ["https://example.org/x.json", "//example.org/x.json", "javascript:1", ""] {
        let problem = load(&beside(href).0).unwrap_err();
        assert_eq!(problem.path, "indicators[3].values.href", "{href}");
    }
    let problem = load(&text.replace("{\"href\":\"befolkning.json\"}", "{}")).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.line), ("indicators[3].values", 21), "{problem}");
}

#[test]
fn a_mapping_may_only_use_known_words() {
    let text = changed(
        "\"values\":{\"dataset\":{\"version\":\"2.0\",\"class\":\"dataset\",\"label\"",
        "\"values\":{\"mapping\":{\"symbols\":{\"..\":\"gone\"}},\"dataset\":{\"version\":\"2.0\",\"class\":\"dataset\",\"label\"",
    );
    let problem = load(&text).unwrap_err();
    assert_eq!(problem.path, "indicators[0].values.mapping.symbols[\"..\"]", "{problem}");
    assert!(problem.to_string().contains("suppressed"), "{problem}");
}

/// A short name stands where there is one, in each language of its own; else the title.
#[test]
fn a_short_name_gives_way_to_the_title_language_by_language() {
    let title = "\"title\":{\"sv\":\"Utsläpp av växthusgaser\",\"en\":\"Greenhouse gas emissions\"}";
    let with = |short: &str| load(&changed(title, &format!("{title},\"short\":{short}")));
    let short = |dataset: &Dataset| dataset.indicator(dataset.by_id("utslapp").unwrap()).short.clone();
    let both = |sv: &str, en: &str| Text { sv: sv.to_owned(), en: Some(en.to_owned()) };
    assert_eq!(short(&small()), both("Utsläpp av växthusgaser", "Greenhouse gas emissions"));
    let given = |text: &str| short(&with(text).unwrap().0);
    assert_eq!(given("{\"sv\":\"Utsläpp\",\"en\":\"Emissions\"}"), both("Utsläpp", "Emissions"));
    assert_eq!(given("{\"sv\":\"Utsläpp\"}"), both("Utsläpp", "Greenhouse gas emissions"));
    let problem = with("{\"sv\":\" \"}").unwrap_err();
    assert_eq!(
        (problem.kind, problem.path.as_str()),
        (Kind::WrongValue, "indicators[1].short.sv"),
        "{problem}"
    );
}

#[test]
fn a_publisher_has_one_name_or_one_in_each_language() {
    let source = "\"source\":{\"publisher\":\"Påhittad källa\",\"table\":\"DEMO2\"";
    let with = |name: &str| {
        load(&changed(source, &format!("\"source\":{{\"publisher\":{name},\"table\":\"DEMO2\"")))
    };
    let named = |name: &str| {
        let (dataset, notes) = with(name).unwrap();
        assert_eq!(notes, Vec::<String>::new());
        let source = &dataset.indicator(dataset.by_id("utslapp").unwrap()).source;
        [Locale::Sv, Locale::En].map(|locale| source.named(locale))
    };
    assert_eq!(named("\"SMHI\""), ["SMHI (DEMO2)", "SMHI (DEMO2)"]);
    assert_eq!(
        named("{\"sv\":\"SCB\",\"en\":\"Statistics Sweden\"}"),
        ["SCB (DEMO2)", "Statistics Sweden (DEMO2)"]
    );
    for (name, kind, path) in [
        ("\" \"", Kind::WrongValue, "indicators[1].source.publisher.sv"),
        ("{\"sv\":\"\"}", Kind::WrongValue, "indicators[1].source.publisher.sv"),
        ("{\"en\":\"SCB\"}", Kind::MissingMember, "indicators[1].source.publisher.sv"),
        ("17", Kind::WrongType, "indicators[1].source.publisher"),
    ] {
        let problem = with(name).unwrap_err();
        assert_eq!((problem.kind, problem.path.as_str()), (kind, path), "{problem}");
    }
    assert_eq!(with("{\"sv\":\"SCB\",\"eng\":\"S\"}").unwrap().1.len(), 1);
}

/// Short names are shorter than the titles, fit a slide, and none stands for two indicators.
#[test]
fn the_short_names_of_the_default_bundle_are_short_and_distinct() {
    let dataset = load(include_str!("../../../data/orebro.bundle.json")).unwrap().0;
    for locale in Locale::ALL {
        let mut seen = std::collections::BTreeSet::new();
        for id in dataset.ids() {
            let indicator = dataset.indicator(id);
            let (short, title) = (indicator.short.get(locale), indicator.title.get(locale));
            let letters = |text: &str| text.chars().count();
            assert!(letters(short) <= letters(title) && letters(short) <= 28, "{short}: {}", letters(short));
            assert!(seen.insert(short), "{short} twice");
        }
    }
}

/// What the project publishes is read without a single remark.
#[test]
fn the_default_bundle_loads_without_notes() {
    let (dataset, notes) = load(include_str!("../../../data/orebro.bundle.json")).unwrap();
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(dataset.regions().members().len(), 12);
}
