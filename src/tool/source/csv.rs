//! Figures from a CSV file with the columns `area_code,year,sex,origin,value`.
//!
//! `sex` is `total`, `women` or `men`; `origin` is `total`, `domestic` or `foreign`. `year` is any
//! period. A value is a decimal number; a figure that does not exist is a row that does not exist.

use std::path::Path;

use crate::base::{num::Finite, period::Period};
use crate::tool::fault::{self, Fault, did_you_mean};
use crate::tool::source::bare::bare;
use crate::tool::source::found::{Figure, Found, Key, ORIGINS, Place, SEXES};
use crate::tool::source::separated::{Lines, uneven};

/// The header, column by column.
pub const COLUMNS: [&str; 5] = ["area_code", "year", "sex", "origin", "value"];

/// Reads a file of figures; two rows about the same thing are an error.
pub fn read(file: &Path) -> Result<Found, Fault> {
    parse(file, &fault::read(file)?)
}

/// Reads the text of a file; `file` only names it in errors.
pub fn parse(file: &Path, text: &str) -> Result<Found, Fault> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| Fault::at(file, 1, e.to_string()))?;
    if !header.iter().eq(COLUMNS) {
        let found = header.iter().collect::<Vec<_>>().join(",");
        return Err(Fault::at(file, 1, format!("the columns are “{found}”")).hint(COLUMNS.join(",")));
    }
    let lines = Lines::of(text);
    let mut found = Found::new(file);
    for record in reader.records() {
        let record = record.map_err(|e| uneven(file, &lines, &e, ','))?;
        let line = lines.of_record(record.position());
        let field = |column: usize| record.get(column).unwrap_or_default().trim();
        let period = field(1).parse::<Period>().map_err(|e| Fault::at(file, line, format!("year: {e}")))?;
        let number = field(4).parse::<f64>().ok().and_then(Finite::new);
        let value = number.ok_or_else(|| {
            Fault::at(file, line, format!("value: “{}” is not a number", field(4)))
                .hint(bare(field(4), '.').unwrap_or("leave the row out where there is no figure".to_owned()))
        })?;
        let sex = one_of(field(2), &SEXES).map_err(|e| Fault { line: Some(line), ..e.fault(file, "sex") })?;
        let origin =
            one_of(field(3), &ORIGINS).map_err(|e| Fault { line: Some(line), ..e.fault(file, "origin") })?;
        let key = Key { area: field(0).to_owned(), period, sex, origin };
        found.figure(key, Figure { value, flag: None, place: Place::Line(line) })?;
    }
    Ok(found)
}

/// A word that is not among those a column takes.
struct Unknown {
    word: String,
    hint: String,
}

impl Unknown {
    fn fault(self, file: &Path, column: &str) -> Fault {
        Fault::of(file, format!("{column}: “{}” is unknown", self.word)).hint(self.hint)
    }
}

fn one_of(word: &str, known: &[&'static str]) -> Result<&'static str, Unknown> {
    known.iter().copied().find(|k| *k == word).ok_or_else(|| Unknown {
        word: word.to_owned(),
        hint: Some(did_you_mean(word, known.iter().copied()))
            .filter(|h| !h.is_empty())
            .unwrap_or_else(|| known.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &str) -> Result<usize, String> {
        let text = format!("area_code,year,sex,origin,value\n{rows}");
        parse(Path::new("x.csv"), &text).map(|f| f.figures.len()).map_err(|e| e.to_string())
    }

    #[test]
    fn rows_become_figures() {
        assert_eq!(check("1880,2022,total,total,1.5\n1880,2022,women,total,-2\n"), Ok(2));
        assert_eq!(check(""), Ok(0));
    }

    #[test]
    fn faults_name_file_and_line() {
        for (rows, expected) in [
            (
                "1880,2022,total,total,1\n1880,2022,total,total,1\n",
                "x.csv:3: area 1880, 2022 stands on line 2 already",
            ),
            (
                "\r\n1880,2022,total,total,1\r\n\r\n1880,2022,total,total,1\r\n",
                "x.csv:5: area 1880, 2022 stands on line 3 already",
            ),
            (
                "1880,2022,total,total,..\n",
                "x.csv:2: value: “..” is not a number (leave the row out where there is no figure)",
            ),
            (
                "1880,2022,total,total,30.1 %\n",
                "x.csv:2: value: “30.1 %” is not a number (write the bare number: 30.1)",
            ),
            ("1880,2022,total,total\n", "x.csv:2: 4 fields here, and the header has 5"),
            ("1880,2022,total,total,NaN\n", "x.csv:2: value: “NaN” is not a number"),
            ("1880,22,total,total,1\n", "x.csv:2: year: “22” is not a period"),
            ("1880,2022,woman,total,1\n", "x.csv:2: sex: “woman” is unknown (did you mean “women”?)"),
            ("1880,2022,total,abroad,1\n", "x.csv:2: origin: “abroad” is unknown (total, domestic, foreign)"),
        ] {
            let error = check(rows).unwrap_err();
            assert!(error.starts_with(expected), "{error}\n{expected}");
        }
        let error = parse(Path::new("x.csv"), "area,year\n").unwrap_err().to_string();
        assert_eq!(error, "x.csv:1: the columns are “area,year” (area_code,year,sex,origin,value)");
    }
}
