//! The lines of the exported file.

use std::path::Path;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Exposed, printable};
use serde::Serialize;

use crate::checkpoint::Format;
use crate::csv;
use crate::exit::Failure;

impl Format {
    /// Returns the format of a file name's extension.
    pub(crate) fn of(path: &Path) -> Self {
        let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv { Self::Csv } else { Self::Ndjson }
    }

    /// Returns the lines before the first alert.
    pub(crate) fn header(self, include_secrets: bool) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Ndjson => Ok(Vec::new()),
            Self::Csv => csv::header(include_secrets),
        }
    }

    /// Returns the lines of one page of alerts.
    pub(crate) fn lines(
        self,
        mut alerts: Vec<Alert>,
        repository: Option<&str>,
        include_secrets: bool,
    ) -> Result<Vec<u8>, Failure> {
        if !include_secrets {
            // A server can send them despite `hide_secret`.
            alerts.iter_mut().for_each(|alert| alert.secret = None);
        }
        match self {
            Self::Csv => csv::rows(&alerts, repository, include_secrets),
            Self::Ndjson if include_secrets => Ok(objects(alerts.iter().map(Exposed))?),
            Self::Ndjson => Ok(objects(alerts)?),
        }
    }
}

fn objects(alerts: impl IntoIterator<Item = impl Serialize>) -> serde_json::Result<Vec<u8>> {
    let mut lines = String::new();
    for alert in alerts {
        let escape = |unit: &mut u16| format!("\\u{unit:04x}");
        let units = |hidden: char| hidden.encode_utf16(&mut [0; 2]).iter_mut().map(escape).collect();
        lines.push_str(&escape_hidden(&serde_json::to_string(&alert)?, units));
        lines.push('\n');
    }
    Ok(lines.into_bytes())
}

/// Escapes control characters but white space, characters that are invisible, and those that change the direction of
/// reading: a terminal that shows the file would obey them.
pub(crate) fn escape_hidden(text: &str, escape: impl Fn(char) -> String) -> String {
    let is_hidden = |character: char| printable(character.encode_utf8(&mut [0; 4])).is_empty();
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) { shown.push_str(&escape(character)) } else { shown.push(character) }
    }
    shown
}
