//! A polite rate: never more calls in a span of time than a service allows.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::time::Duration;

use super::clock::Clock;

/// At most `calls` in any span of `window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Calls.
    pub calls: usize,
    /// Span of time.
    pub window: Duration,
}

/// Remembers the calls of one service.
#[derive(Debug)]
pub struct Limit {
    rate: Rate,
    calls: RefCell<VecDeque<Duration>>,
}

impl Limit {
    /// No call has been made yet.
    pub fn new(rate: Rate) -> Self {
        Self { rate, calls: RefCell::default() }
    }

    /// Waits until one more call is allowed, and counts it.
    pub fn take(&self, clock: &dyn Clock) {
        let mut calls = self.calls.borrow_mut();
        while calls.len() >= self.rate.calls.max(1) {
            let Some(oldest) = calls.pop_front() else { break };
            let free = oldest + self.rate.window;
            let now = clock.now();
            if free > now {
                clock.sleep(free - now);
            }
        }
        calls.push_back(clock.now());
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    struct Hand(Cell<Duration>);

    impl Clock for Hand {
        fn now(&self) -> Duration {
            self.0.get()
        }
        fn sleep(&self, time: Duration) {
            self.0.set(self.0.get() + time);
        }
    }

    #[test]
    fn no_window_holds_more_calls_than_allowed() {
        let clock = Hand(Cell::new(Duration::from_secs(100)));
        let limit = Limit::new(Rate { calls: 3, window: Duration::from_secs(1) });
        let mut times = Vec::new();
        for i in 0..20 {
            limit.take(&clock);
            times.push(clock.now());
            clock.sleep(Duration::from_millis(u64::from(i % 4 == 0) * 130));
        }
        for window in times.windows(4) {
            assert!(window[3] - window[0] >= Duration::from_secs(1), "{window:?}");
        }
        assert!(clock.now() < Duration::from_secs(108), "no longer than needed: {:?}", clock.now());
    }
}
