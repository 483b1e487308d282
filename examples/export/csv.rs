//! Alerts as CSV for spreadsheets.

use chrono::{DateTime, SecondsFormat, Utc};
use csv::Writer;
use github_secret_scanning::models::{Alert, AlertState, Resolution, User, Validity};
use github_secret_scanning::{Secret, printable};

use crate::exit::Failure;
use crate::format::escape_hidden;
use crate::location::location_text;

const COLUMNS: [&str; 21] = [
    "number",
    "repository",
    "state",
    "resolution",
    "secret_type",
    "secret_type_display_name",
    "provider",
    "validity",
    "publicly_leaked",
    "multi_repo",
    "created_at",
    "updated_at",
    "resolved_at",
    "resolved_by",
    "resolution_comment",
    "assigned_to",
    "push_protection_bypassed",
    "push_protection_bypassed_at",
    "push_protection_bypassed_by",
    "first_location",
    "html_url",
];

/// The first characters of a formula, and those that a spreadsheet may take for them: full-width and small forms, and
/// the minus sign.
const FORMULA_STARTS: [char; 13] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// What a spreadsheet removes at the start of a cell.
const WHITE_SPACE: [char; 3] = ['\t', '\r', '\n'];

/// The characters after which a spreadsheet can start a cell, other than the comma.
const SEPARATORS: [char; 4] = ['\t', '\r', '\n', ';'];

pub(crate) fn header(include_secrets: bool) -> Result<Vec<u8>, Failure> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS.into_iter().chain(include_secrets.then_some("secret")))?;
    Ok(writer.into_inner()?)
}

pub(crate) fn rows(
    alerts: &[Alert],
    repository: Option<&str>,
    include_secrets: bool,
) -> Result<Vec<u8>, Failure> {
    let mut writer = Writer::from_writer(Vec::new());
    for alert in alerts {
        let secret = alert.secret.as_ref().and_then(Secret::expose).unwrap_or_default().to_owned();
        let cells = cells(alert, repository).into_iter().chain(include_secrets.then_some(secret));
        writer.write_record(cells.map(safe))?;
    }
    Ok(writer.into_inner()?)
}

/// Returns the cells of an alert, in the order of `COLUMNS`.
fn cells(alert: &Alert, repository: Option<&str>) -> [String; COLUMNS.len()] {
    let full_name = alert.repository.as_ref().map(|repository| repository.full_name.as_str());
    [
        alert.number.to_string(),
        full_name.or(repository).unwrap_or_default().to_owned(),
        alert.state.as_ref().map(AlertState::as_str).unwrap_or_default().to_owned(),
        alert.resolution.as_ref().map(Resolution::as_str).unwrap_or_default().to_owned(),
        alert.secret_type.clone().unwrap_or_default(),
        alert.secret_type_display_name.clone().unwrap_or_default(),
        alert.provider.clone().unwrap_or_default(),
        alert.validity.as_ref().map(Validity::as_str).unwrap_or_default().to_owned(),
        boolean(alert.publicly_leaked),
        boolean(alert.multi_repo),
        time(alert.created_at),
        time(alert.updated_at),
        time(alert.resolved_at),
        login(alert.resolved_by.as_deref()),
        alert.resolution_comment.clone().unwrap_or_default(),
        login(alert.assigned_to.as_deref()),
        boolean(alert.push_protection_bypassed),
        time(alert.push_protection_bypassed_at),
        login(alert.push_protection_bypassed_by.as_deref()),
        location_text(alert.first_location_detected.as_deref()),
        alert.html_url.clone().unwrap_or_default(),
    ]
}

/// Returns a cell as a spreadsheet may open it: without formulas and hidden characters.
fn safe(cell: String) -> String {
    let shown = escape_hidden(&escape_formulas(&cell), |hidden| hidden.escape_default().collect());
    // Alone, a carriage return moves the cursor of a terminal to the start of the line.
    let lines: Vec<_> = shown.split("\r\n").map(|line| line.replace('\r', "\\r")).collect();
    lines.join("\r\n")
}

/// Adds an apostrophe before each formula, and before an apostrophe in the same place. A spreadsheet that does not
/// separate cells by commas splits them at other characters, and finds formulas there too.
fn escape_formulas(cell: &str) -> String {
    let mut escaped = if cell.starts_with(WHITE_SPACE) { "'".to_owned() } else { String::new() };
    for part in cell.split_inclusive(SEPARATORS) {
        let shown = printable(part);
        let start = shown.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
        if part.starts_with('\'') || start.starts_with(FORMULA_STARTS) {
            escaped.push('\'');
        }
        escaped.push_str(part);
    }
    escaped
}

fn boolean(value: Option<bool>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn time(time: Option<DateTime<Utc>>) -> String {
    time.map(|time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
}

fn login(user: Option<&User>) -> String {
    user.map(|user| user.login.clone()).unwrap_or_default()
}
