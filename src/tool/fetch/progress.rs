//! What a run is asking, per source: a bar on a terminal, a line elsewhere.

use std::cell::Cell;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Where progress is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A bar per source.
    Bars,
    /// A line per source when it is through.
    Lines,
    /// Nowhere.
    Silent,
}

impl Progress {
    /// On standard error: bars if that is a terminal, else lines.
    pub fn to_stderr() -> Self {
        if io::stderr().is_terminal() { Self::Bars } else { Self::Lines }
    }

    /// A source that will be asked.
    pub fn source(self, name: &str) -> Source {
        let bar = match self {
            Self::Bars => ProgressBar::new(0),
            Self::Lines | Self::Silent => ProgressBar::hidden(),
        };
        if let Ok(style) = ProgressStyle::with_template("{prefix:10} {bar:24} {pos}/{len} {wide_msg:.dim}") {
            bar.set_style(style);
        }
        bar.set_prefix(name.to_owned());
        Source { way: self, name: name.to_owned(), bar, asked: Cell::new(0), kept: Cell::new(0) }
    }
}

/// The progress of one source.
pub struct Source {
    way: Progress,
    name: String,
    bar: ProgressBar,
    asked: Cell<usize>,
    kept: Cell<usize>,
}

impl Source {
    /// So many more questions are to come.
    pub fn expect(&self, more: u64) {
        self.bar.inc_length(more);
    }

    /// A question is answered, from the cache or not.
    pub fn answered(&self, cached: bool) {
        let count = if cached { &self.kept } else { &self.asked };
        count.set(count.get() + 1);
        self.bar.inc(1);
        self.bar.set_message("");
    }

    /// Nothing happens for a while, and why.
    pub fn waiting(&self, pause: Duration, why: &str) {
        self.bar.set_message(format!("{why}; waiting {:.0} s", pause.as_secs_f64()));
    }

    /// Answers of the network and of the cache so far.
    pub fn counts(&self) -> (usize, usize) {
        (self.asked.get(), self.kept.get())
    }

    /// No more questions.
    pub fn done(&self) {
        self.bar.finish_and_clear();
        let (asked, kept) = self.counts();
        if self.way != Progress::Silent && asked + kept > 0 {
            let line = format!("{}: {asked} answers fetched, {kept} from the cache", self.name);
            // If nobody can read it, the work goes on all the same.
            drop(writeln!(io::stderr().lock(), "{line}"));
        }
    }
}
