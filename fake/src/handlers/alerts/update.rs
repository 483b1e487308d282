//! The handler of the update of an alert.

use axum::http::StatusCode;
use chrono::SubsecRound;
use github_secret_scanning_generated::types::{
    Alert, AlertState, Resolution, User, Validity, ValidityOverride,
};

use super::RESOURCE;
use super::representation::{OptionalFields, represent, user};
use crate::handlers::lookup;
use crate::handlers::request_body::{RequestBody, text};
use crate::names;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{AlertEntry, Store};

/// A valid request body.
struct Change {
    state: Option<TargetState>,
    /// The inner `None` unassigns.
    assignee: Option<Option<String>>,
    /// The inner `None` restores the result of the automatic check.
    validity: Option<Option<ValidityOverride>>,
}

enum TargetState {
    Open,
    Resolved { resolution: Resolution, comment: Option<String> },
}

impl Change {
    fn parse(request: &OperationRequest<'_>) -> Result<Self, Response> {
        let mut body = RequestBody::parse(request.body, RESOURCE)?;
        let one_of = ["state", "assignee", "validity"];
        if !one_of.iter().any(|name| body.has(name)) {
            one_of.iter().for_each(|name| body.add_error(name, "missing_field"));
        }
        let change = Self {
            state: parse_state(&mut body),
            assignee: body.nullable("assignee", |login| text(login).filter(|login| is_login(login))),
            validity: body.nullable("validity", known!(ValidityOverride)),
        };
        body.finish(Some(change))
    }
}

fn is_login(text: &str) -> bool {
    names::is_valid(text)
}

fn parse_state(body: &mut RequestBody) -> Option<TargetState> {
    let has_resolution = body.has("resolution");
    let state = body.optional("state", known!(AlertState));
    let resolution = body.nullable("resolution", known!(Resolution));
    let comment = body.nullable("resolution_comment", text).flatten();
    match (state?, resolution) {
        (AlertState::Resolved, Some(Some(resolution))) => {
            return Some(TargetState::Resolved { resolution, comment });
        }
        (AlertState::Resolved, Some(None)) => body.add_error("resolution", "missing_field"),
        // An invalid one has its error already.
        (AlertState::Resolved, None) if !has_resolution => body.add_error("resolution", "missing_field"),
        (AlertState::Resolved, None) => {}
        _ if comment.is_some() => body.add_error("resolution_comment", "invalid"),
        _ => return Some(TargetState::Open),
    }
    None
}

pub(in crate::handlers) fn update(
    store: &mut Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    let (_, entry) = lookup::alert(store, request)?;
    let change = Change::parse(request)?;
    if let Some(TargetState::Resolved { resolution, .. }) = &change.state
        && entry.alert.state == Some(AlertState::Resolved)
        && entry.alert.resolution.as_ref() == Some(resolution)
    {
        return Err(Response::error(
            StatusCode::BAD_REQUEST,
            "Alert is already resolved with this resolution",
        ));
    }
    let mut account = |login: &str| user(request.base_url, store.account_id(login), login);
    let resolved_by = account(request.login);
    let assignee = change.assignee.map(|login| login.map(|login| account(&login)));
    let repository = lookup::repository_mut(store, request)?;
    let number = lookup::number(request, "alert_number")?;
    let entry = repository.alerts.get_mut(&number).ok_or_else(Response::not_found)?;
    apply(entry, request, resolved_by, change.state, change.validity);
    if let Some(assignee) = assignee {
        entry.alert.assigned_to = assignee.map(Into::into);
    }
    let (repository, entry) = lookup::alert(store, request)?;
    Ok(Response::ok(&represent(request.base_url, repository, entry, OptionalFields::Metadata, false)))
}

fn apply(
    entry: &mut AlertEntry,
    request: &OperationRequest<'_>,
    resolved_by: User,
    state: Option<TargetState>,
    validity: Option<Option<ValidityOverride>>,
) {
    let now = Some(request.now.trunc_subsecs(0));
    entry.alert.updated_at = now;
    match validity {
        Some(Some(validity)) => entry.alert.validity = Some(Validity::from(validity.as_str())),
        Some(None) => entry.alert.validity = entry.checked_validity.clone(),
        None => {}
    }
    match state {
        Some(TargetState::Open) => reopen(&mut entry.alert),
        Some(TargetState::Resolved { resolution, comment }) => {
            entry.alert.state = Some(AlertState::Resolved);
            entry.alert.resolution = Some(resolution);
            entry.alert.resolution_comment = comment;
            entry.alert.resolved_by = Some(Box::new(resolved_by));
            entry.alert.resolved_at = now;
        }
        None => {}
    }
}

fn reopen(alert: &mut Alert) {
    alert.state = Some(AlertState::Open);
    alert.resolution = None;
    alert.resolution_comment = None;
    alert.resolved_by = None;
    alert.resolved_at = None;
}
