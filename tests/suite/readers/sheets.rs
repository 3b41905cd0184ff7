//! Workbooks as offices write them, the same in xlsx and ods.

use super::sheet;

/// Both workbooks of the fixtures must say the same.
fn both(toml: &str) -> Vec<String> {
    let [xlsx, ods] = ["figures.xlsx", "figures.ods"].map(|file| {
        sheet(file, toml)
            .unwrap_or_else(|e| panic!("{e}"))
            .into_iter()
            .map(move |line| line.replace(file, "FILE"))
    });
    let (xlsx, ods): (Vec<String>, Vec<String>) = (xlsx.collect(), ods.collect());
    assert_eq!(xlsx, ods);
    xlsx
}

#[test]
fn a_long_sheet_has_a_figure_per_row() {
    let said = both(
        r#"sheet = "Lång",
        columns = { area = "Kommun", period = "År", sex = "Kön", value = "Andel" },
        symbols = { ".." = "suppressed" }"#,
    );
    assert_eq!(
        said,
        [
            // Excel keeps 0180 as the number 180; a decimal comma makes a text.
            "Lång!D5: area 0180, 2021, total, total: 7",
            "Lång!D3: area 1880, 2021, men, total: 48.5",
            "Lång!D2: area 1880, 2021, women, total: 51.25",
            "Lång!D4: area 1884, 2021, total, total: 1234.5",
            "area 18, 2021K4, total, total: suppressed",
        ]
    );
}

#[test]
fn a_merged_head_counts_for_every_column_under_it() {
    let said = both(
        r#"sheet = "Bred",
        range = "A3:E6",
        layout = "wide",
        header = ["period", "sex"],
        columns = { area = "Kommun" },
        symbols = { ".." = "suppressed" }"#,
    );
    assert_eq!(
        said,
        [
            "Bred!C5: area 1880, 2021, men, total: 2.5",
            "Bred!B5: area 1880, 2021, women, total: 1.5",
            "Bred!E5: area 1880, 2022, men, total: 4.5",
            "Bred!D5: area 1880, 2022, women, total: 3.5",
            "Bred!B6: area 1884, 2021, women, total: 5.5",
            "Bred!E6: area 1884, 2022, men, total: 8.5",
            "area 1884, 2021, men, total: suppressed",
        ]
    );
}

#[test]
fn groups_may_stand_side_by_side_with_the_year_in_a_column() {
    let said = both(
        r#"sheet = "Kön bredvid",
        layout = "wide",
        header = ["sex"],
        columns = { area = "Kommun", period = "År" }"#,
    );
    assert_eq!(
        said,
        [
            "'Kön bredvid'!D2: area 1880, 2021, men, total: 2",
            "'Kön bredvid'!C2: area 1880, 2021, women, total: 1",
            "'Kön bredvid'!D3: area 1880, 2022, men, total: 4",
            "'Kön bredvid'!C3: area 1880, 2022, women, total: 3",
        ]
    );
}

#[test]
fn dates_stand_for_what_the_catalogue_says() {
    for (dates, first, second) in
        [("year", "", ""), ("quarter", "2022K1", "2022K4"), ("month", "2022M03", "2022M12")]
    {
        let toml = format!("sheet = \"Datum\", layout = \"wide\", dates = \"{dates}\"");
        if dates == "year" {
            // Two days of one year are the same year twice.
            let error = sheet("figures.xlsx", &toml).unwrap_err();
            assert!(error.contains("Datum!C2: area 1880, 2022 stands in Datum!B2"), "{error}");
            continue;
        }
        assert_eq!(
            both(&toml),
            [
                format!("Datum!B2: area 1880, {first}, total, total: 1"),
                format!("Datum!C2: area 1880, {second}, total, total: 2"),
            ]
        );
    }
}

#[test]
fn a_percentage_counts_as_shown_and_is_remarked_on() {
    assert_eq!(
        both("sheet = \"Procent\""),
        [
            "Procent!C2: area 1880, 2021, total, total: 12.3",
            "Procent!C3: area 1880, 2022, total, total: 7",
            "Procent!C4: area 1884, 2022, total, total: 5",
            "note: FILE:Procent: 2 figures are formatted as per cent and count as shown, times 100",
        ]
    );
}

#[test]
fn cells_in_opposite_corners_cost_nothing() {
    // The last cell of the sheet is filled: what lies between would be 17 thousand million cells.
    let said = sheet("corners.xlsx", "range = \"A1:C400\"").unwrap();
    assert_eq!(said, Vec::<String>::new());
    let error = sheet("corners.xlsx", "").unwrap_err();
    assert_eq!(
        error,
        "corners.xlsx: the sheet “Hörn” reaches to column XFD: 400 rows of 16384 cells are too many \
         (name the cells: range = \"A1:F40\")"
    );
}
