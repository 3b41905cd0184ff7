//! Text files with separated columns of any layout: `;`, `,` or tab, decimal comma, byte order
//! mark, UTF-8 or Latin-1.

use std::path::Path;

use crate::bundle::format::Area;
use crate::tool::catalogue_source::{Csv, Encoding};
use crate::tool::fault::{self, Fault};
use crate::tool::source::found::{Found, Place};
use crate::tool::source::table::{self, Cell, Grid, Reading};

/// Reads a file named in the catalogue; its path is relative to `base`.
///
/// # Errors
/// As [`parse`], and that the file cannot be read.
pub fn read(base: &Path, wanted: &Csv, areas: &[Area]) -> Result<Found, Fault> {
    let file = base.join(wanted.file.get_ref());
    let bytes = fault::bytes(&file)?;
    parse(&file, &bytes, wanted, areas)
}

/// Reads the bytes of a file; `file` only names it.
///
/// # Errors
/// Bytes that are not of the encoding named, rows that are not separated as the header is, and what
/// [`table::figures`] refuses; each with its line.
pub fn parse(file: &Path, bytes: &[u8], wanted: &Csv, areas: &[Area]) -> Result<Found, Fault> {
    let text = decode(file, bytes, wanted.encoding)?;
    let separator = wanted.separator.unwrap_or_else(|| separator(&text));
    let byte = u8::try_from(separator).ok().filter(u8::is_ascii);
    let byte = byte.ok_or_else(|| {
        Fault::of(file, format!("“{separator}” cannot separate columns")).hint("; , or a tab")
    })?;
    let mut reader =
        csv::ReaderBuilder::new().delimiter(byte).has_headers(false).from_reader(text.as_bytes());
    let lines = Lines::of(&text);
    let mut grid = Grid::default();
    for record in reader.records() {
        let record = record.map_err(|e| uneven(file, &lines, &e, separator))?;
        let place = Place::Line(lines.of_record(record.position()));
        grid.rows.push(record.iter().map(|field| (Cell::of_text(field), place.clone())).collect());
    }
    let decimal = wanted.decimal.unwrap_or_else(|| decimal(&text, separator));
    let reading = Reading {
        layout: wanted.layout,
        header: table::named_or_periods(&wanted.header),
        dates: None,
        school_year: wanted.school_year,
        columns: &wanted.columns,
        sexes: &wanted.sexes,
        origins: &wanted.origins,
        symbols: &wanted.symbols,
        decimal,
        names_decimal: true,
        areas,
    };
    table::figures(file, &grid, &reading)
}

/// Where the lines of a text begin, as an editor counts them: they end with LF, CRLF or CR.
pub(super) struct Lines<'a> {
    text: &'a [u8],
    begin: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.as_bytes();
        let ends = |(at, byte): (usize, &u8)| match byte {
            b'\n' => true,
            b'\r' => text.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let after = text.iter().enumerate().filter(|end| ends(*end)).map(|(at, _)| at + 1);
        Self { text, begin: std::iter::once(0).chain(after).collect() }
    }

    /// The line, from 1, on which a record begins. The reader's own position is where the record
    /// before it ended: before the LF of a CRLF and before blank lines.
    pub(super) fn of_record(&self, position: Option<&csv::Position>) -> usize {
        let at = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let rest = self.text.get(at..).unwrap_or_default();
        let first = at + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.begin.partition_point(|begin| *begin <= first)
    }
}

/// A row that cannot be read, almost always because it has another number of fields than the header.
pub(super) fn uneven(file: &Path, lines: &Lines<'_>, error: &csv::Error, separator: char) -> Fault {
    let line = lines.of_record(error.position());
    let csv::ErrorKind::UnequalLengths { expected_len, len, .. } = *error.kind() else {
        return Fault::at(file, line, error.to_string());
    };
    let fields = if len == 1 { "1 field".to_owned() } else { format!("{len} fields") };
    let sign = if separator == '\t' { "tab".to_owned() } else { format!("“{separator}”") };
    let hint = if len < expected_len {
        format!("a cell may be empty, but the {sign} before it stays")
    } else {
        format!("what holds a {sign} itself stands in quotes: \"…\"")
    };
    Fault::at(file, line, format!("{fields} here, and the header has {expected_len}")).hint(hint)
}

/// The text of bytes, without byte order mark.
fn decode(file: &Path, bytes: &[u8], encoding: Option<Encoding>) -> Result<String, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Fault::of(file, "is written in UTF-16").hint("save it as CSV UTF-8"));
    }
    match (encoding, std::str::from_utf8(bytes)) {
        (None | Some(Encoding::Utf8), Ok(text)) => Ok(text.to_owned()),
        (Some(Encoding::Utf8), Err(e)) => {
            let before = bytes.get(..e.valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|b| **b == b'\n').count();
            Err(Fault::at(file, line, "is not UTF-8").hint("is it latin-1?"))
        }
        (Some(Encoding::Latin1), _) | (None, Err(_)) => Ok(bytes.iter().map(|b| latin1(*b)).collect()),
    }
}

/// ISO 8859-1, with the signs that Windows puts in its empty places and tables hold.
fn latin1(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        byte => char::from(byte),
    }
}

/// The separator the header holds most of.
fn separator(text: &str) -> char {
    let header = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |c: char| header.matches(c).count();
    let mut best = ',';
    for candidate in [';', '\t'] {
        if count(candidate) > count(best) {
            best = candidate;
        }
    }
    best
}

/// A comma, where columns are not separated by it and a number has one.
fn decimal(text: &str, separator: char) -> char {
    if separator != ',' && has_comma(text) { ',' } else { '.' }
}

/// Whether a comma stands between two digits.
pub(super) fn has_comma(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(',').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        is_digit(before.chars().next_back()) && is_digit(after.chars().nth(1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::format::{Level, Text};
    use crate::tool::source::table::TOLD;

    fn areas() -> Vec<Area> {
        let area = |code: &str, name: &str, level| Area {
            code: code.into(),
            name: Text { sv: name.into(), en: None },
            level,
            parent: None,
        };
        vec![
            area("18", "Örebro län", Level::County),
            area("1880", "Örebro", Level::Municipality),
            area("1860", "Laxå", Level::Municipality),
            area("0880", "Kalmar", Level::Municipality),
        ]
    }

    fn wanted(toml: &str) -> Csv {
        toml::from_str(&format!("file = \"x.csv\"\n{toml}")).unwrap()
    }

    /// Figures as “area period sex origin value”.
    fn read(bytes: &[u8], toml: &str) -> Result<Vec<String>, String> {
        let found = parse(Path::new("x.csv"), bytes, &wanted(toml), &areas()).map_err(|e| e.to_string())?;
        let figure = |(key, figure): (_, &crate::tool::source::found::Figure)| {
            format!("{key}: {}", figure.value.get())
        };
        let reasons = found.reasons.iter().map(|(key, reason)| format!("{key}: {}", reason.code()));
        Ok(found.figures.iter().map(figure).chain(reasons).collect())
    }

    #[test]
    fn one_table_in_many_spellings() {
        let expected = Ok(vec![
            "area 18, 2022, total, total: 1.5".to_owned(),
            "area 1880, 2022, women, total: -2000.25".to_owned(),
        ]);
        let columns = "columns = { area = \"Område\", period = \"År\", sex = \"Kön\", value = \"Andel\" }";
        let semicolon =
            "Område;År;Kön;Andel\nÖrebro län;2022;totalt;1,5\n1880 Örebro;2022;Kvinnor;\u{2212}2 000,25\n";
        let latin: Vec<u8> =
            semicolon.replace('\u{2212}', "-").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for bytes in [
            semicolon.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", semicolon.as_bytes()].concat(),
            semicolon.replace(';', "\t").into_bytes(),
            semicolon.replace('\n', "\r\n").into_bytes(),
            latin,
            "Område,År,Kön,Andel\nÖrebro län,2022,totalt,1.5\n1880,2022,K,-2000.25\n".into(),
            "Område,År,Kön,Andel\nÖrebro län,2022,totalt,\"1.5\"\n1880,2022,K,-2000.25\n\n".into(),
        ] {
            assert_eq!(read(&bytes, columns), expected, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_wide_table_has_a_column_per_period() {
        let text = "region;kön;2021;2022\n18 Örebro län;män;1,5;..\n18 Örebro län;kvinnor;;3\n";
        let toml = "layout = \"wide\"\ncolumns = { area = \"region\", sex = \"kön\" }\nsymbols = { \"..\" = \"suppressed\" }";
        assert_eq!(
            read(text.as_bytes(), toml).unwrap(),
            [
                "area 18, 2021, men, total: 1.5",
                "area 18, 2022, women, total: 3",
                "area 18, 2022, men, total: suppressed"
            ]
        );
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let columns = "columns = { area = \"kod\", period = \"år\", value = \"värde\" }";
        let twice = |first: &str, again: usize, before: usize| {
            let rows = "1860;2022;1\n1880;2022;1\n\n18;2022;\"1\"\n";
            let text = format!("{first}kod;år;värde\n{rows}1880;2022;1\n");
            for (end, mark) in [("\n", ""), ("\r\n", ""), ("\r\n", "\u{feff}"), ("\r", "")] {
                let text = format!("{mark}{}", text.replace('\n', end));
                assert_eq!(
                    read(text.as_bytes(), columns).unwrap_err(),
                    format!("x.csv:{again}: area 1880, 2022 stands on line {before} already"),
                    "{text:?}"
                );
                let short = text.replace("\"1\"", "\"1\";");
                let error = read(short.as_bytes(), columns).unwrap_err();
                assert!(error.starts_with(&format!("x.csv:{}: 4 fields", again - 1)), "{error} {short:?}");
            }
        };
        twice("", 6, 3);
        twice("\n\n", 8, 5);
        let quoted = "kod;\"år\";värde;\"an\r\nm\"\r\n1880;2022;1;\"a\r\n\r\nb\"\r\n1880;2022;1;\r\n";
        assert_eq!(
            read(quoted.as_bytes(), columns).unwrap_err(),
            "x.csv:6: area 1880, 2022 stands on line 3 already"
        );
    }

    #[test]
    fn several_faults_are_told_at_once() {
        let columns = "columns = { area = \"kod\", period = \"år\", value = \"värde\" }";
        let rows: String = (0..9).map(|n| format!("Orebro;{};1\n", 2010 + n)).collect();
        let told = read(format!("kod;år;värde\n1880;22;1\n{rows}").as_bytes(), columns).unwrap_err();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), TOLD + 1, "{told}");
        assert!(lines[0].starts_with("x.csv:2: “22” is not a period"), "{told}");
        assert!(lines[4].starts_with("x.csv:6: there is no area “Orebro”"), "{told}");
        assert_eq!(lines[5], "x.csv: … and 5 more rows");
        let last = read(format!("kod;år;värde\n{}", &rows[..6 * 14]).as_bytes(), columns).unwrap_err();
        assert!(last.ends_with("\nx.csv: … and 1 more row"), "{last}");
    }

    #[test]
    fn a_column_without_figures_is_skipped_where_that_is_said() {
        let text = "Kommunkod;Kommun;2021\n1880;Örebro;1,5\n880;Kalmar;2,5\n";
        let error = read(text.as_bytes(), "layout = \"wide\"\ncolumns = { area = \"Kommun\" }").unwrap_err();
        let hint = "columns = { area = \"Kommun\", skip = [\"Kommunkod\"] }";
        assert!(error.starts_with("x.csv:1: “Kommunkod” is not a period"), "{error}");
        assert!(error.contains(hint), "{error}");
        let expected = [
            "area 0880, 2021, total, total: 2.5".to_owned(),
            "area 1880, 2021, total, total: 1.5".to_owned(),
        ];
        assert_eq!(read(text.as_bytes(), &format!("layout = \"wide\"\n{hint}")), Ok(expected.to_vec()));
        let by_code = "layout = \"wide\"\ncolumns = { area = \"Kommunkod\", skip = [\"Kommun\"] }";
        assert_eq!(read(text.as_bytes(), by_code), Ok(expected.to_vec()));
        let error =
            read(text.as_bytes(), "layout = \"wide\"\ncolumns = { area = \"Kommun\", skip = [\"Kod\"] }");
        assert!(error.unwrap_err().contains("there is no column “Kod”"));
    }

    #[test]
    fn faults_name_the_line() {
        let columns = "columns = { area = \"kod\", period = \"år\", value = \"värde\" }";
        for (text, toml, expected) in [
            ("", "", "x.csv: is empty"),
            ("kod;är;värde\n", columns, "x.csv:1: there is no column “år” (did you mean “är”?)"),
            ("a;b\n", columns, "x.csv:1: there is no column “kod” (it has “a”, “b”)"),
            ("kod;år;värde\n1880;22;1\n", columns, "x.csv:2: “22” is not a period"),
            (
                "kod;år;värde\n1880 Örebro län;2022;1\n1880 örebro kommun;2022;1\n",
                columns,
                "x.csv:3: area 1880, 2022 stands on line 2 already",
            ),
            (
                "kod;år;värde\n880 Laxå;2022;1\n",
                columns,
                "x.csv:2: “880 Laxå” is two areas: 0880 is Kalmar, Laxå is 1860 (which is right?)",
            ),
            (
                "kod;år;värde\nÖrebro lä;2022;1\nSumma;2022;3\n",
                columns,
                "x.csv:2: there is no area “Örebro lä” (did you mean “Örebro län”?)",
            ),
            (
                "kod;år;värde\nSumma;2022;3\n",
                columns,
                "x.csv:2: there is no area “Summa” (rows that are about no area of the catalogue",
            ),
            (
                "kod;Kommun;2021;2022\n1880;Örebro;1;2\n",
                "layout = \"wide\"\ncolumns = { area = \"kod\" }",
                "x.csv:1: “Kommun” is not a period; write a year",
            ),
            (
                "kod;Kön;2021\n1880;K;1\n",
                "layout = \"wide\"\ncolumns = { area = \"kod\" }",
                "x.csv:1: “Kön” is not a period; write a year (2022), a quarter (2022K1) or a month (2022M12) (a column of sex is named: columns = { area = \"kod\", sex = \"Kön\" })",
            ),
            (
                "kod;år;värde\nÖrbro kommun;2022;1\n",
                columns,
                "x.csv:2: there is no area “Örbro kommun” (did you mean “Örebro”?)",
            ),
            (
                "kod;2021;\n1880;1;2\n18;1;3\n",
                "layout = \"wide\"\ncolumns = { area = \"kod\" }",
                "x.csv:2: 2 figures stand under no head (name the column in the header, or clear it)",
            ),
            (
                "kod;år;värde\nOrebro;2022;1\n",
                columns,
                "x.csv:2: there is no area “Orebro” (did you mean “Örebro”?)",
            ),
            ("kod;år;värde\n;2022;1\n", columns, "x.csv:2: there is no area"),
            (
                "kod;år;värde\n1880;2022;..\n",
                columns,
                "x.csv:2: “..” is not a number (say what it means: symbols = { \"..\" = \"not-available\" })",
            ),
            (
                "kod;år;värde\n1880;2022;1\n1880;2022;1\n",
                columns,
                "x.csv:3: area 1880, 2022 stands on line 2 already",
            ),
            (
                "kod;år;värde\n1880;2022\n",
                columns,
                "x.csv:2: 2 fields here, and the header has 3 (a cell may be empty, but the “;” before it stays)",
            ),
            ("kod;år;värde\n\n1880;2021;1\n1880\n", columns, "x.csv:4: 1 field here, and the header has 3"),
            (
                "kod,år,värde\n1880,2022,1,5\n",
                columns,
                "x.csv:2: 4 fields here, and the header has 3 (what holds a “,” itself stands in quotes: \"…\")",
            ),
            (
                "kod\tår\tvärde\n1880\t2022\n",
                columns,
                "x.csv:2: 2 fields here, and the header has 3 (a cell may be empty, but the tab before it stays)",
            ),
            (
                "kod;år;värde\n1880;2022;30,1 %\n",
                columns,
                "x.csv:2: “30,1 %” is not a number (write the bare number: 30,1)",
            ),
            (
                "kod;år;värde\n1880;2022;1.234\n1880;2023;1,5\n",
                columns,
                "x.csv:2: “1.234” is not a number (the decimal sign here is “,”; if “.” stands between thousands, write the bare number: 1234)",
            ),
            (
                "kod;år;värde\n1880;2022;1.234,5\n",
                columns,
                "x.csv:2: “1.234,5” is not a number (write the bare number: 1234,5)",
            ),
            (
                "kod;2021;2022\n1880;1;2\n",
                "columns = { area = \"kod\" }",
                "x.csv:1: there is no column “year” (it has “2021”, “2022”: is the table wide, with a column for each period? then say so: layout = \"wide\")",
            ),
            (
                "kod;2022K1;2022K2;2022K3;2022K4;2023K1\n1880;1;2;3;4;5\n",
                "columns = { area = \"kod\", period = \"År\" }",
                "x.csv:1: there is no column “År” (it has “2022K1”, …, “2023K1”: is the table wide, with a column for each period? then say so: layout = \"wide\")",
            ),
            (
                "area_code;year;sex;value\n1880;2022;hen;1\n",
                "",
                "x.csv:2: “hen” is unknown (say what it means: sexes = { \"hen\" = \"women\" }, or men or total)",
            ),
        ] {
            let error = read(text.as_bytes(), toml).unwrap_err();
            assert!(error.starts_with(expected), "{error}\n{expected}");
        }
        let error = read(b"kod\n\xe5\n", "encoding = \"utf-8\"").unwrap_err();
        assert_eq!(error, "x.csv:2: is not UTF-8 (is it latin-1?)");
        let error = read(b"\xff\xfek\0", "").unwrap_err();
        assert_eq!(error, "x.csv: is written in UTF-16 (save it as CSV UTF-8)");
        let error = read(b"area_code,year,value\n1880,2022,x\n", "symbols = { x = \"secret\" }").unwrap_err();
        assert!(error.contains("“x” is to mean “secret”, which is no reason"), "{error}");
    }
}
