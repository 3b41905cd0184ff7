//! JSON-stat datasets in all their forms.

use nulage::bundle::caps::Caps;
use nulage::bundle::cells::{Cells, FLAGS, Origin, REASONS, Sex, decode};
use nulage::bundle::format::Mapping;
use nulage::bundle::jsonstat::Dataset;
use nulage::bundle::problem::{Kind, Problem};
use nulage::bundle::read::read_dataset;
use nulage::model::Missing;
use nulage::model::table::Flag;
use serde_json::{Value, json};

/// Two areas, two years, women and men.
fn plain() -> Value {
    json!({
        "version": "2.0", "class": "dataset",
        "id": ["area", "period", "sex"], "size": [2, 2, 2],
        "dimension": {
            "area": {"category": {"index": ["98", "9801"]}},
            "period": {"category": {"index": ["2021", "2022"]}},
            "sex": {"category": {"index": ["women", "men"]}},
        },
        "value": [1, 2, 3, 4, 5, 6, 7, 8],
    })
}

fn dataset(value: &Value) -> Dataset {
    read_dataset(value.to_string().as_bytes(), &Caps::default()).unwrap()
}

/// Every cell as `area period sex origin value status`.
fn table(cells: &Cells<'_>) -> Vec<String> {
    let line = |c: &nulage::bundle::cells::Cell| {
        let value = c.value.map_or("-".to_owned(), |v| v.to_string());
        format!(
            "{} {} {:?} {:?} {value} {}",
            cells.areas[c.area],
            cells.periods[c.period],
            cells.sexes[c.sex],
            cells.origins[c.origin],
            c.status.unwrap_or("-")
        )
    };
    cells.cells.iter().map(line).collect()
}

fn mapping(value: Value) -> Mapping {
    serde_json::from_value(value).unwrap()
}

fn lines(value: &Value, map: Value) -> Vec<String> {
    table(&decode(&dataset(value), &mapping(map), "").unwrap())
}

/// The plain dataset with one change at a JSON pointer.
fn with(pointer: &str, new: Value) -> Value {
    let mut value = plain();
    set(&mut value, pointer, new);
    value
}

fn set(value: &mut Value, pointer: &str, new: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    value.pointer_mut(parent).unwrap()[key] = new;
}

fn refused(value: &Value, map: Value, kind: Kind, path: &str) -> Problem {
    let problem = decode(&dataset(value), &mapping(map), "").expect_err(path);
    assert_eq!((problem.kind, problem.path.as_str()), (kind, path), "{problem}");
    problem
}

#[test]
fn cells_are_row_major() {
    assert_eq!(
        lines(&plain(), json!({})),
        [
            "98 2021 Women Total 1 -",
            "98 2021 Men Total 2 -",
            "98 2022 Women Total 3 -",
            "98 2022 Men Total 4 -",
            "9801 2021 Women Total 5 -",
            "9801 2021 Men Total 6 -",
            "9801 2022 Women Total 7 -",
            "9801 2022 Men Total 8 -",
        ]
    );
}

#[test]
fn all_forms_mean_the_same() {
    let want = lines(&plain(), json!({}));
    let by_position = with("/value", json!({"0":1,"1":2,"2":3,"3":4,"4":5,"5":6,"6":7,"7":8}));
    assert_eq!(lines(&by_position, json!({})), want, "values as an object");
    let map = with("/dimension/sex/category/index", json!({"men": 1, "women": 0}));
    assert_eq!(lines(&map, json!({})), want, "index as an object");

    let mut named = plain();
    named["id"] = json!(["Region", "Tid", "KON"]);
    named["dimension"] = json!({
        "Region": plain()["dimension"]["area"], "Tid": plain()["dimension"]["period"],
        "KON": plain()["dimension"]["sex"],
    });
    assert_eq!(lines(&named, json!({})), want, "by well-known names");

    let mut odd = plain();
    odd["id"] = json!(["a", "b", "c"]);
    odd["dimension"] = json!({
        "a": plain()["dimension"]["area"], "b": plain()["dimension"]["period"],
        "c": {"category": {"index": ["x", "y"]}},
    });
    let sex = json!({"sex": "c", "sexes": {"x": "women", "y": "men"}});
    refused(&odd, sex.clone(), Kind::NeedsMapping, "id");
    odd["role"] = json!({"geo": ["a"], "time": ["b"]});
    assert_eq!(lines(&odd, sex), want, "by role and mapping");
    let problem = refused(&odd, json!({}), Kind::NeedsMapping, "dimension.c");
    assert!(problem.hint.contains("\"fixed\": {\"c\": \"x\"}"), "{problem}");
}

#[test]
fn single_and_fixed_categories() {
    let mut value = plain();
    value["id"] = json!(["ContentsCode", "area", "period", "sex", "Alder"]);
    value["size"] = json!([1, 2, 2, 1, 2]);
    value["dimension"]["ContentsCode"] = json!({"category": {"label": {"BE": "Antal"}}});
    value["dimension"]["Alder"] = json!({"category": {"index": {"old": 1, "young": 0}}});
    value["dimension"]["sex"] = json!({"category": {"label": {"1+2": "totalt"}}});
    let fixed = json!({"fixed": {"Alder": "old"}});
    let want = [
        "98 2021 Total Total 2 -",
        "98 2022 Total Total 4 -",
        "9801 2021 Total Total 6 -",
        "9801 2022 Total Total 8 -",
    ];
    assert_eq!(lines(&value, fixed), want);
    refused(&value, json!({"fixed": {"Alder": "x"}}), Kind::NeedsMapping, "dimension.Alder");
    refused(&value, json!({"fixed": {"Age": "x"}}), Kind::NeedsMapping, "id");

    let only_men = lines(&plain(), json!({"fixed": {"sex": "men"}}));
    assert_eq!(only_men[0], "98 2021 Men Total 2 -", "a fixed sex is still that sex");
    assert_eq!(only_men.len(), 4);

    let mut born = plain();
    born["id"] = json!(["area", "period", "origin"]);
    born["dimension"]["origin"] = json!({"category": {"index": ["domestic", "foreign"]}});
    let cells = dataset(&born);
    let cells = decode(&cells, &Mapping::default(), "").unwrap();
    assert_eq!(cells.sexes, [Sex::Total]);
    assert_eq!(cells.origins, [Origin::Domestic, Origin::Foreign]);
}

#[test]
fn status_in_all_forms() {
    let mut value = with("/value", json!([1, null, 3, 4, null, null, 7, 8]));
    value["status"] = json!(["preliminary", "suppressed", null, "", null, "..", null, null]);
    let symbols = json!({"symbols": {"..": "not-available"}});
    let want = [
        "98 2021 Women Total 1 preliminary",
        "98 2021 Men Total - suppressed",
        "98 2022 Women Total 3 -",
        "98 2022 Men Total 4 -",
        "9801 2021 Men Total - not-available",
        "9801 2022 Women Total 7 -",
        "9801 2022 Men Total 8 -",
    ];
    assert_eq!(lines(&value, symbols.clone()), want);
    value["status"] = json!({"0": "preliminary", "1": "suppressed", "5": ".."});
    assert_eq!(lines(&value, symbols.clone()), want);
    value["value"] = json!({"0": 1, "2": 3, "3": 4, "6": 7, "7": 8});
    assert_eq!(lines(&value, symbols), want, "both as objects");

    let problem = refused(&value, json!({}), Kind::UnknownSymbol, "status[\"5\"]");
    assert!(problem.hint.contains("\"symbols\": {\"..\": "), "{problem}");
    for all in [json!("revised"), json!(["revised"])] {
        assert_eq!(lines(&with("/status", all), json!({}))[7], "9801 2022 Men Total 8 revised");
    }
    let flag_alone = json!({"0": "preliminary"});
    let mut value = with("/status", flag_alone);
    value["value"][0] = Value::Null;
    assert_eq!(lines(&value, json!({}))[0], "98 2021 Women Total - -", "a flag is no reason");
    refused(&with("/status", json!({"3": "suppressed"})), json!({}), Kind::WrongValue, "value[3]");
}

#[test]
fn what_does_not_fit_is_refused_with_its_path() {
    let none = || json!({});
    let case = |pointer: &str, new, kind, path: &str| refused(&with(pointer, new), none(), kind, path);
    case("/class", json!("collection"), Kind::WrongValue, "class");
    case("/version", json!("1.0"), Kind::UnknownVersion, "version");
    case("/size", json!([2, 2]), Kind::SizeMismatch, "size");
    case("/size", json!([2, 3, 2]), Kind::SizeMismatch, "dimension.period.category.index");
    case("/value", json!([1, 2, 3]), Kind::SizeMismatch, "value");
    case("/value", json!({"8": 1}), Kind::WrongValue, "value[\"8\"]");
    case("/value", json!({"01": 1}), Kind::WrongValue, "value[\"01\"]");
    case("/value", json!({"+1": 1}), Kind::WrongValue, "value[\"+1\"]");
    case("/status", json!(["suppressed", null]), Kind::SizeMismatch, "status");
    case("/status", json!({"99": "revised"}), Kind::WrongValue, "status[\"99\"]");
    case("/id", json!(["area", "period", "gender"]), Kind::MissingMember, "dimension.gender");
    case("/id", json!(["area", "period", "area"]), Kind::Duplicate, "id[2]");
    let index = "dimension.area.category.index";
    case("/dimension/area/category/index", json!(["98", "98"]), Kind::Duplicate, &format!("{index}[1]"));
    case(
        "/dimension/area/category/index",
        json!({"98": 0, "9801": 0}),
        Kind::Duplicate,
        &format!("{index}[\"9801\"]"),
    );
    case(
        "/dimension/area/category/index",
        json!({"98": 0, "9801": 2}),
        Kind::WrongValue,
        &format!("{index}[\"9801\"]"),
    );
    case("/dimension/area/category/index", Value::Null, Kind::MissingMember, index);
    case(
        "/dimension/period/category/index",
        json!(["2021", "21"]),
        Kind::WrongValue,
        "dimension.period.category.index[1]",
    );
    case(
        "/dimension/period/category/index",
        json!(["2021K1", "2021Q1"]),
        Kind::Duplicate,
        "dimension.period.category.index[1]",
    );
    case(
        "/dimension/sex/category/index",
        json!(["women", "2"]),
        Kind::Duplicate,
        "dimension.sex.category.index[1]",
    );
    let problem = case(
        "/dimension/sex/category/index",
        json!(["women", "9"]),
        Kind::NeedsMapping,
        "dimension.sex.category.index[1]",
    );
    assert!(problem.hint.contains("\"sexes\": {\"9\": "), "{problem}");
    refused(&plain(), json!({"area": "Region"}), Kind::NeedsMapping, "id");
    case("/role", json!({"geo": ["area", "sex"]}), Kind::NeedsMapping, "id");
}

#[test]
fn sizes_beyond_memory_are_refused() {
    let codes: Vec<String> = (0..3000).map(|n| n.to_string()).collect();
    let years: Vec<String> = (1000..4000).map(|n| n.to_string()).collect();
    let mut value = with("/value", json!({"0": 1}));
    value["id"] = json!(["area", "period"]);
    value["size"] = json!([3000, 3000]);
    value["dimension"]["area"]["category"]["index"] = json!(codes);
    value["dimension"]["period"]["category"]["index"] = json!(years);
    let dataset: Dataset = serde_json::from_value(value).unwrap();
    assert_eq!(decode(&dataset, &Mapping::default(), "").unwrap_err().kind, Kind::TooLarge);
}

#[test]
fn a_key_twice_is_refused_when_reading() {
    let text = plain().to_string().replace("[1,2,3,4,5,6,7,8]", "{\"0\":1,\"0\":2}");
    let problem = read_dataset(text.as_bytes(), &Caps::default()).unwrap_err();
    assert_eq!((problem.kind, problem.path.as_str()), (Kind::Duplicate, "value[\"0\"]"), "{problem}");
}

#[test]
fn status_words_are_the_models() {
    assert!(REASONS.iter().all(|r| Missing::from_code(r).is_some()) && REASONS.len() == Missing::ALL.len());
    assert!(FLAGS.iter().all(|f| Flag::from_code(f).is_some()));
}

/// Statistics Sweden, Statistikdatabasen table TAB6471 “Folkmängden per månad efter region,
/// ålder, kön och månad”, PxWebApi 2 json-stat2 answer of 2026-06-08, cut down to three
/// counties and two age classes; the figures are as published.
#[test]
fn an_answer_of_statistics_sweden() {
    let text = include_str!("../../fixtures/scb-TAB6471.reduced.json");
    let dataset = read_dataset(text.as_bytes(), &Caps::default()).unwrap();
    let problem = decode(&dataset, &Mapping::default(), "").unwrap_err();
    assert_eq!((problem.kind, problem.path.as_str()), (Kind::NeedsMapping, "dimension.Alder"));
    let children = mapping(json!({"fixed": {"Alder": "0-9"}}));
    let cells = decode(&dataset, &children, "").unwrap();
    assert_eq!(cells.areas, ["01", "18", "25"]);
    assert_eq!(cells.periods[0].to_string(), "2026M01");
    assert_eq!(cells.sexes, [Sex::Total, Sex::Men, Sex::Women]);
    let table = table(&cells);
    assert_eq!(table.len(), 3 * 3 * 4);
    assert_eq!(table[0], "01 2026M01 Total Total 245284 -");
    assert_eq!(table[12], "18 2026M01 Total Total 28747 -");
    assert_eq!(table[19], "18 2026M04 Men Total 15023 -");
    assert_eq!(table[20], "18 2026M01 Women Total 14045 -");
}
