//! How far it is, on standard error, where that is a terminal.

use std::borrow::Cow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::ending::say;
use crate::scope::PER_PAGE;

pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.set_style(ProgressStyle::default_spinner());
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// After a page: so many entries of the list are done, and it has `last` pages, if it tells.
    pub(crate) fn show(&self, entries: u64, last: Option<u64>) {
        self.0.set_message(Cow::from(format!("{entries} alerts")));
        // The last page does not name itself as the last.
        if let Some(last) = last.filter(|_| self.0.length() != last) {
            self.0.set_length(last);
            if let Ok(style) =
                ProgressStyle::with_template("{wide_bar} page {pos} of {len}, {msg}, {eta} left")
            {
                self.0.set_style(style);
            }
        }
        self.0.set_position(entries.div_ceil(PER_PAGE));
    }

    /// Says a line above the bar.
    pub(crate) fn say(&self, line: &str) {
        self.0.suspend(|| say(line));
    }

    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
