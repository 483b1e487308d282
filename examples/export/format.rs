//! The format of the exported file.

use std::path::Path;

use github_secret_scanning::Exposed;
use github_secret_scanning::models::Alert;
use serde::{Deserialize, Serialize};

use crate::csv;
use crate::exit::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    Ndjson,
    Csv,
}

impl Format {
    /// Returns the format of a file name's extension.
    pub(crate) fn of(path: &Path) -> Self {
        let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv { Self::Csv } else { Self::Ndjson }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
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
    let mut lines = Vec::new();
    for alert in alerts {
        serde_json::to_writer(&mut lines, &alert)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
