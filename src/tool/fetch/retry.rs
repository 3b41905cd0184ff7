//! When to ask again: transient failures only, with growing pauses, as long as the server asks.

use std::time::Duration;

/// How often and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Times a question is asked at most.
    pub attempts: u32,
    /// Pause after the first failure; each further one is twice as long.
    pub first: Duration,
    /// Longest pause that is waited for, whoever asks for it.
    pub longest: Duration,
}

impl Default for Policy {
    /// Five times, with pauses of 1, 2, 4 and 8 seconds, or up to two minutes where asked for.
    fn default() -> Self {
        Self { attempts: 5, first: Duration::from_secs(1), longest: Duration::from_secs(120) }
    }
}

impl Policy {
    /// The pause before asking once more after `failed` failures; none if it is time to give up.
    /// `asked` is the pause the server asks for.
    pub fn pause(&self, failed: u32, asked: Option<Duration>) -> Option<Duration> {
        if failed >= self.attempts {
            return None;
        }
        let growing = self.first.saturating_mul(1 << failed.saturating_sub(1).min(16)).min(self.longest);
        match asked {
            Some(asked) if asked > self.longest => None,
            // Never sooner than by own manners.
            Some(asked) => Some(asked.max(growing)),
            None => Some(growing),
        }
    }
}

/// Whether an answer with this status may be another one a moment later.
pub fn is_transient(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

/// The pause a `Retry-After` asks for: seconds, or a date; `now` is since 1970.
pub fn retry_after(header: &str, now: Duration) -> Option<Duration> {
    match header.trim().parse::<u64>() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => super::clock::http_date(header).map(|at| Duration::from_secs(at).saturating_sub(now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        let policy = Policy::default();
        let pauses: Vec<_> = (1..=5).map(|n| policy.pause(n, None).map(|p| p.as_secs())).collect();
        assert_eq!(pauses, [Some(1), Some(2), Some(4), Some(8), None]);
        let long = Policy { attempts: 40, ..policy };
        assert_eq!(long.pause(39, None), Some(policy.longest));
    }

    #[test]
    fn the_server_may_ask_for_more_but_not_for_ever() {
        let policy = Policy::default();
        let pause = |asked| policy.pause(3, Some(Duration::from_secs(asked))).map(|p| p.as_secs());
        assert_eq!(pause(30), Some(30));
        assert_eq!(pause(0), Some(4));
        assert_eq!(pause(3600), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = Duration::from_secs(784_111_770);
        assert_eq!(retry_after("7", now), Some(Duration::from_secs(7)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(Duration::from_secs(7)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:07 GMT", now), Some(Duration::ZERO), "past");
        assert_eq!(retry_after("soon", now), None);
    }
}
