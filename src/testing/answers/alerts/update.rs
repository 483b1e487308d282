//! The update of an alert.

use axum::http::StatusCode;
use chrono::SubsecRound;
use github_secret_scanning_generated::types::{
    Alert, AlertState, Resolution, User, Validity, ValidityOverride,
};

use super::super::body::{Body, text};
use super::super::path;
use super::RESOURCE;
use super::shown::{Extras, shown, user};
use crate::name;
use crate::testing::answer::Answer;
use crate::testing::asked::Asked;
use crate::testing::world::{AlertEntry, World};

/// A change that makes sense by itself.
struct Change {
    state: Option<Target>,
    /// The inner `None` is nobody.
    assignee: Option<Option<String>>,
    /// The inner `None` is what the automatic check says.
    validity: Option<Option<ValidityOverride>>,
}

enum Target {
    Open,
    Resolved { resolution: Resolution, comment: Option<String> },
}

impl Change {
    fn read(asked: &Asked<'_>) -> Result<Self, Answer> {
        let mut body = Body::read(asked.body, RESOURCE)?;
        let one_of = ["state", "assignee", "validity"];
        if !one_of.iter().any(|name| body.has(name)) {
            one_of.iter().for_each(|name| body.fault(name, "missing_field"));
        }
        let change = Self {
            state: read_target(&mut body),
            assignee: body.nullable("assignee", |login| text(login).filter(|login| is_login(login))),
            validity: body.nullable("validity", known!(ValidityOverride)),
        };
        body.finish(Some(change))
    }
}

fn is_login(text: &str) -> bool {
    name::checked("assignee", text).is_ok()
}

fn read_target(body: &mut Body) -> Option<Target> {
    let had_resolution = body.has("resolution");
    let state = body.optional("state", known!(AlertState));
    let resolution = body.nullable("resolution", known!(Resolution));
    let comment = body.nullable("resolution_comment", text).flatten();
    match (state?, resolution) {
        (AlertState::Resolved, Some(Some(resolution))) => {
            return Some(Target::Resolved { resolution, comment });
        }
        (AlertState::Resolved, Some(None)) => body.fault("resolution", "missing_field"),
        // One that is there and could not be read was noted already.
        (AlertState::Resolved, None) if !had_resolution => body.fault("resolution", "missing_field"),
        (AlertState::Resolved, None) => {}
        _ if comment.is_some() => body.fault("resolution_comment", "invalid"),
        _ => return Some(Target::Open),
    }
    None
}

pub(in crate::testing::answers) fn update(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let (_, entry) = path::alert(world, asked)?;
    let change = Change::read(asked)?;
    if let Some(Target::Resolved { resolution, .. }) = &change.state
        && entry.alert.state == Some(AlertState::Resolved)
        && entry.alert.resolution.as_ref() == Some(resolution)
    {
        return Err(Answer::refused(
            StatusCode::BAD_REQUEST,
            "Alert is already resolved with this resolution",
        ));
    }
    let mut account = |login: &str| user(asked.base_url, world.account(login), login);
    let caller = account(asked.login);
    let assignee = change.assignee.map(|login| login.map(|login| account(&login)));
    let repository = path::repository_mut(world, asked)?;
    let number = path::number(asked, "alert_number")?;
    let entry = repository.alerts.get_mut(&number).ok_or_else(Answer::not_found)?;
    apply(entry, asked, caller, change.state, change.validity);
    if let Some(assignee) = assignee {
        entry.alert.assigned_to = assignee;
    }
    let (repository, entry) = path::alert(world, asked)?;
    Ok(Answer::ok(&shown(asked.base_url, repository, entry, Extras::Metadata, false)))
}

fn apply(
    entry: &mut AlertEntry,
    asked: &Asked<'_>,
    caller: User,
    target: Option<Target>,
    validity: Option<Option<ValidityOverride>>,
) {
    let now = Some(asked.now.trunc_subsecs(0));
    entry.alert.updated_at = now;
    match validity {
        Some(Some(said)) => entry.alert.validity = Some(Validity::from(said.as_str())),
        Some(None) => entry.alert.validity = entry.checked_validity.clone(),
        None => {}
    }
    match target {
        Some(Target::Open) => reopen(&mut entry.alert),
        Some(Target::Resolved { resolution, comment }) => {
            entry.alert.state = Some(AlertState::Resolved);
            entry.alert.resolution = Some(resolution);
            entry.alert.resolution_comment = comment;
            entry.alert.resolved_by = Some(caller);
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
