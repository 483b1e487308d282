//! Descriptions of the changes of an alert.

use chrono::{DateTime, SecondsFormat, Utc};
use github_secret_scanning::models::{Alert, AlertState, Resolution, User, Validity};
use github_secret_scanning::printable;

use crate::location::location_text;
use crate::scope::Scope;

/// The properties of an alert that are compared.
#[derive(PartialEq)]
pub(crate) struct Snapshot {
    state: Option<AlertState>,
    assigned_to: Option<String>,
    validity: Option<Validity>,
}

impl Snapshot {
    pub(crate) fn of(alert: &Alert) -> Self {
        Self {
            state: alert.state.clone(),
            assigned_to: alert.assigned_to.as_ref().map(|user| user.login.clone()),
            validity: alert.validity.clone(),
        }
    }
}

/// Returns the name of an alert, such as `acme/widgets#3`.
pub(crate) fn name(alert: &Alert, scope: &Scope) -> String {
    let repo = match (&alert.repository, scope) {
        (Some(repo), _) => repo.full_name.clone(),
        (None, Scope::Repo(repo)) => repo.to_string(),
        (None, Scope::Org(org)) => org.login().to_owned(),
    };
    printable(&format!("{repo}#{}", alert.number))
}

/// Returns a line for each change. An alert without a snapshot is new if it was created after `since` or never
/// changed. Otherwise it was not open at the first poll, so an open one was reopened.
pub(crate) fn changes(
    name: &str,
    before: Option<&Snapshot>,
    now: &Snapshot,
    alert: &Alert,
    since: DateTime<Utc>,
) -> Vec<String> {
    let mut changes = Vec::new();
    match before {
        None if alert
            .created_at
            .is_none_or(|created| created >= since || alert.updated_at == Some(created)) =>
        {
            changes.push(opened(alert));
            if !matches!(now.state, None | Some(AlertState::Open)) {
                changes.push(state(alert));
            }
        }
        None if now.state == Some(AlertState::Resolved) => {}
        None => changes.push(state(alert)),
        Some(before) => {
            if before.state != now.state {
                changes.push(state(alert));
            }
            if before.assigned_to != now.assigned_to {
                let assigned = |login: &String| format!("assigned to {login}");
                changes.push(now.assigned_to.as_ref().map_or_else(|| "unassigned".to_owned(), assigned));
            }
            if before.validity != now.validity {
                let validity = now.validity.as_ref().map_or("unknown", Validity::as_str);
                changes.push(format!("validity is now {validity}"));
            }
        }
    }
    let time = alert.updated_at.or(alert.created_at);
    let time = time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default();
    changes.into_iter().map(|change| printable(format!("{time}  {name}  {change}").trim_end())).collect()
}

fn opened(alert: &Alert) -> String {
    let secret_type = alert.secret_type_display_name.as_ref().or(alert.secret_type.as_ref());
    let secret_type = secret_type.map_or("a secret", String::as_str);
    format!("new: {secret_type} {}", location_text(alert.first_location_detected.as_deref()))
}

/// Describes the change that led to the current state.
fn state(alert: &Alert) -> String {
    match &alert.state {
        Some(AlertState::Resolved) => resolved(alert),
        Some(AlertState::Open) => "reopened".to_owned(),
        other => format!("state is now {}", other.as_ref().map_or("unknown", AlertState::as_str)),
    }
}

fn resolved(alert: &Alert) -> String {
    let resolution = alert.resolution.as_ref().map(Resolution::as_str).unwrap_or("unknown");
    let by =
        alert.resolved_by.as_deref().map(|User { login, .. }| format!(" by {login}")).unwrap_or_default();
    format!("resolved as {resolution}{by}")
}
