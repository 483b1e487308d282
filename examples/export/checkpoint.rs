//! The checkpoint of an export: its settings and its progress, as text.

use github_secret_scanning::ResumeToken;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;

/// The largest number: every reader of JSON keeps it, and a run that continues from it cannot overflow.
const MAX_NUMBER: u64 = 1 << 53;

/// The format of the exported file.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    Ndjson,
    Csv,
}

/// The settings of an export, which must be the same to resume it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Export {
    pub(crate) server: String,
    pub(crate) scope: String,
    pub(crate) format: Format,
    pub(crate) include_secrets: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    #[serde(flatten)]
    pub(crate) export: Export,
    /// The length of the complete pages in the file; what follows is part of an incomplete page.
    pub(crate) bytes: u64,
    pub(crate) alerts: u64,
    pub(crate) malformed: u64,
    pub(crate) finished: bool,
    /// The position of the next page; `None` at the start and at the end of the list.
    pub(crate) next: Option<ResumeToken>,
}

impl Checkpoint {
    pub(crate) fn start(export: Export) -> Self {
        Self { export, bytes: 0, alerts: 0, malformed: 0, finished: false, next: None }
    }

    /// Returns whether nothing was exported yet.
    pub(crate) fn is_start(&self) -> bool {
        self.next.is_none() && !self.finished
    }

    /// Parses the text that serialising writes. Errors do not quote it.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, &'static str> {
        let parsed: Self = serde_json::from_slice(text).map_err(|error| match error.classify() {
            Category::Data => "a property is missing or has another type",
            _ => "it is not a JSON document",
        })?;
        if [parsed.bytes, parsed.alerts, parsed.malformed].into_iter().any(|number| number > MAX_NUMBER) {
            return Err("a number is too large");
        }
        if parsed.finished && parsed.next.is_some() {
            return Err("it has finished, and has a next page");
        }
        if parsed.is_start() && parsed != Self::start(parsed.export.clone()) {
            return Err("it has progress, and no next page");
        }
        Ok(parsed)
    }

    /// Fails if the settings of `wanted` are not those of this export.
    pub(crate) fn check(&self, wanted: &Export) -> Result<(), String> {
        let earlier = &self.export;
        let differences = [
            ("server", earlier.server.as_str(), wanted.server.as_str()),
            ("scope", &earlier.scope, &wanted.scope),
            ("format", earlier.format.name(), wanted.format.name()),
            ("--include-secrets", on_or_off(earlier.include_secrets), on_or_off(wanted.include_secrets)),
        ];
        match differences.iter().find(|(_, earlier, wanted)| earlier != wanted) {
            None => Ok(()),
            Some((what, earlier, wanted)) => {
                Err(format!("cannot resume: the export was started with {what} {earlier}, not {wanted}"))
            }
        }
    }
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
    }
}

fn on_or_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
