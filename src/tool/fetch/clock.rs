//! Time as an argument: the clock a run waits by, and dates in and out of text.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells and spends time.
pub trait Clock {
    /// Time since 1970-01-01T00:00Z.
    fn now(&self) -> Duration;
    /// Lets time pass.
    fn sleep(&self, time: Duration);
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        // A clock before 1970 makes every cached answer look fresh, nothing worse.
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

const DAY: u64 = 86_400;

/// The day in UTC, `YYYY-MM-DD`, of a time since 1970.
///
/// Days to civil date after Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms” (2021).
pub fn day(seconds: u64) -> String {
    let z = seconds / DAY + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The moment in UTC, `YYYY-MM-DDThh:mm:ssZ`.
pub fn moment(seconds: u64) -> String {
    let rest = seconds % DAY;
    format!("{}T{:02}:{:02}:{:02}Z", day(seconds), rest / 3600, rest / 60 % 60, rest % 60)
}

/// Seconds since 1970 of a date as HTTP writes it (RFC 9110, IMF-fixdate):
/// `Sun, 06 Nov 1994 08:49:37 GMT`.
pub fn http_date(text: &str) -> Option<u64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (_, rest) = text.trim().split_once(", ")?;
    let mut words = rest.split(' ');
    let day: u64 = words.next()?.parse().ok().filter(|d| (1..=31).contains(d))?;
    let name = words.next()?;
    let month = 1 + u64::try_from(MONTHS.iter().position(|m| *m == name)?).ok()?;
    let year: u64 = words.next()?.parse().ok().filter(|y| (1970..10_000).contains(y))?;
    let mut clock = words.next()?.split(':').map(|n| n.parse::<u64>().ok());
    let (h, m, s) = (clock.next()??, clock.next()??, clock.next()??);
    if words.next()? != "GMT" || h > 23 || m > 59 || s > 60 {
        return None;
    }
    // Civil date to days, the inverse of `day`.
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (shifted_year / 400, shifted_year % 400);
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    let days = (era * 146_097 + of_era).checked_sub(719_468)?;
    Some(days * DAY + h * 3600 + m * 60 + s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_767_225_599, "2025-12-31T23:59:59Z"),
            (1_767_225_600, "2026-01-01T00:00:00Z"),
        ] {
            assert_eq!(moment(seconds), text);
        }
    }

    #[test]
    fn dates_of_http() {
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
        for seconds in [0, 951_782_400, 1_709_164_800, 1_767_225_599] {
            let text = moment(seconds);
            let month = ["Jan", "Feb", "Mar", "Dec"][match &text[5..7] {
                "01" => 0,
                "02" => 1,
                "03" => 2,
                _ => 3,
            }];
            let date = format!("Xxx, {} {month} {} {} GMT", &text[8..10], &text[..4], &text[11..19]);
            assert_eq!(http_date(&date), Some(seconds), "{date}");
        }
        for wrong in
            ["", "120", "Sun, 06 Nov 1994", "Sun, 40 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET"]
        {
            assert_eq!(http_date(wrong), None, "{wrong}");
        }
    }
}
