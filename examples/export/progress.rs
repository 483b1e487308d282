//! How far it is, on standard error, where that is a terminal.

use std::borrow::Cow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::ending::say;

pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Hidden where the alerts themselves may go to the terminal.
    pub(crate) fn new(hidden: bool) -> Self {
        if hidden {
            return Self(ProgressBar::hidden());
        }
        let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        spinner.enable_steady_tick(Duration::from_millis(200));
        Self(spinner)
    }

    /// After a page: so many entries of the list are done. How many there are, a list with cursors does not tell.
    pub(crate) fn show(&self, entries: u64) {
        self.0.set_message(Cow::from(format!("{entries} alerts")));
    }

    /// Says a line above it.
    pub(crate) fn say(&self, line: &str) {
        self.0.suspend(|| say(line));
    }

    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
