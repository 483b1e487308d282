//! What changed about one alert, in words.

use chrono::{DateTime, SecondsFormat, Utc};
use github_secret_scanning::models::{Alert, AlertState, Resolution, User, Validity};

use crate::location::shown;
use crate::scope::Scope;
use crate::text::printable;

/// What is remembered of an alert.
#[derive(PartialEq)]
pub(crate) struct Known {
    state: Option<AlertState>,
    assigned_to: Option<String>,
    validity: Option<Validity>,
}

impl Known {
    pub(crate) fn of(alert: &Alert) -> Self {
        Self {
            state: alert.state.clone(),
            assigned_to: alert.assigned_to.as_ref().map(|user| user.login.clone()),
            validity: alert.validity.clone(),
        }
    }
}

/// Such as `acme/widgets#3`.
pub(crate) fn name(alert: &Alert, scope: &Scope) -> String {
    let repo = match (&alert.repository, scope) {
        (Some(repo), _) => repo.full_name.clone(),
        (None, Scope::Repo(repo)) => repo.to_string(),
        (None, Scope::Org(org)) => org.login().to_owned(),
    };
    printable(&format!("{repo}#{}", alert.number))
}

/// A line for each change. An alert that is not known is new if it was opened after `seen` or never changed;
/// else it was not open when the watch began, so that if it is now it was reopened.
pub(crate) fn changes(
    name: &str,
    before: Option<&Known>,
    now: &Known,
    alert: &Alert,
    seen: DateTime<Utc>,
) -> Vec<String> {
    let mut changes = Vec::new();
    match before {
        None if alert
            .created_at
            .is_none_or(|created| created >= seen || alert.updated_at == Some(created)) =>
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
    format!("new: {secret_type} {}", shown(alert.first_location_detected.as_ref()))
}

/// How it came to the state that it is in.
fn state(alert: &Alert) -> String {
    match &alert.state {
        Some(AlertState::Resolved) => resolved(alert),
        Some(AlertState::Open) => "reopened".to_owned(),
        other => format!("state is now {}", other.as_ref().map_or("unknown", AlertState::as_str)),
    }
}

fn resolved(alert: &Alert) -> String {
    let why = alert.resolution.as_ref().map(Resolution::as_str).unwrap_or("unknown");
    let who = alert.resolved_by.as_ref().map(|User { login, .. }| format!(" by {login}")).unwrap_or_default();
    format!("resolved as {why}{who}")
}
