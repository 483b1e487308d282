//! A progress indicator on standard error, if that is a terminal.

use std::borrow::Cow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::exit::log;

pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Creates an indicator; hidden if the alerts may be written to the same terminal.
    pub(crate) fn new(hidden: bool) -> Self {
        if hidden {
            return Self(ProgressBar::hidden());
        }
        let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        spinner.enable_steady_tick(Duration::from_millis(200));
        Self(spinner)
    }

    /// Shows the number of processed items. A list with cursors does not report its length.
    pub(crate) fn set(&self, items: u64) {
        self.0.set_message(Cow::from(format!("{items} alerts")));
    }

    /// Logs a line above the indicator.
    pub(crate) fn log(&self, line: &str) {
        self.0.suspend(|| log(line));
    }

    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
