//! Says what a long piece of work is doing: a spinner on a terminal, plain lines elsewhere.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Where progress is told.
pub struct Progress {
    way: Way,
    started: Instant,
}

enum Way {
    Spinner(ProgressBar),
    Lines,
    Silent,
}

impl Progress {
    /// On standard error: a spinner if that is a terminal, else one line for each step.
    pub fn to_stderr() -> Self {
        let way = if io::stderr().is_terminal() { Way::Spinner(spinner()) } else { Way::Lines };
        Self { way, started: Instant::now() }
    }

    /// Tells nothing.
    pub fn silent() -> Self {
        Self { way: Way::Silent, started: Instant::now() }
    }

    /// A new step begins; `words` as in “compiling the interface”.
    pub fn step(&self, words: &str) {
        match &self.way {
            Way::Spinner(bar) => {
                bar.set_prefix(words.to_owned());
                bar.set_message("");
            }
            Way::Lines => line(words),
            Way::Silent => {}
        }
    }

    /// What the step is at; shown only where it can be replaced by the next.
    pub fn detail(&self, words: &str) {
        if let Way::Spinner(bar) = &self.way {
            bar.set_message(words.to_owned());
        }
    }

    /// The work is over; `words` stay on the screen with the time it took.
    pub fn done(&self, words: &str) {
        if let Way::Spinner(bar) = &self.way {
            bar.finish_and_clear();
        }
        if !matches!(self.way, Way::Silent) {
            line(&format!("{words} ({:.1} s)", self.started.elapsed().as_secs_f64()));
        }
    }
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg:.dim}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// One line on standard error. If nobody can read it, the work goes on all the same.
fn line(words: &str) {
    drop(writeln!(io::stderr().lock(), "{words}"));
}
