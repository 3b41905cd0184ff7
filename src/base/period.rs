//! A statistical period: a year, a quarter or a month. Never a date.

use std::fmt;
use std::str::FromStr;

/// A calendar year or a part of one. Ordered in time; a year comes before its own parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i16,
    part: Part,
}

/// Which part of the year a [`Period`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// A quarter, 1–4.
    Quarter(u8),
    /// A month, 1–12.
    Month(u8),
}

/// Why a text is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a period; write a year (2022), a quarter (2022K1) or a month (2022M12)")]
pub struct BadPeriod(pub String);

impl Period {
    /// A whole year.
    pub fn year_of(year: i16) -> Self {
        Self { year, part: Part::Year }
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Which part of it.
    pub fn part(self) -> Part {
        self.part
    }

    /// Position on a time axis, in years: a year stands at its whole number, a quarter or
    /// month at its beginning.
    pub fn position(self) -> f64 {
        let fraction = match self.part {
            Part::Year => 0.0,
            Part::Quarter(q) => (f64::from(q) - 1.0) / 4.0,
            Part::Month(m) => (f64::from(m) - 1.0) / 12.0,
        };
        f64::from(self.year) + fraction
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let bad = || BadPeriod(text.chars().take(40).collect());
        let digits = text.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_digit())).ok_or_else(bad)?;
        let year = digits.parse::<i16>().map_err(|_| bad())?;
        let rest = text.get(4..).unwrap_or_default();
        let number = |from: &str, most: u8| from.parse::<u8>().ok().filter(|n| (1..=most).contains(n));
        let part = match rest.as_bytes().first() {
            None => Some(Part::Year),
            Some(b'K' | b'Q') => rest.get(1..).and_then(|n| number(n, 4)).map(Part::Quarter),
            Some(b'M') => rest.get(1..).and_then(|n| number(n, 12)).map(Part::Month),
            Some(_) => None,
        };
        Ok(Self { year, part: part.ok_or_else(bad)? })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{:04}", self.year),
            Part::Quarter(q) => write!(f, "{:04}K{q}", self.year),
            Part::Month(m) => write!(f, "{:04}M{m:02}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_write() {
        for text in ["1990", "2022", "2022K4", "2022M12"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["", "22", "2022K5", "2022M13", "2022-01", "20é2", "+202"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn periods_are_ordered_in_time() {
        let p = |t: &str| t.parse::<Period>().unwrap();
        assert!(p("2021M12") < p("2022"));
        assert!(p("2022K1") < p("2022K2"));
        assert!(p("2022K3").position() > p("2022").position());
    }
}
