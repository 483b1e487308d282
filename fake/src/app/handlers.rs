//! The handlers of the operations that an App calls by its JWT.

use axum::http::StatusCode;
use github_secret_scanning_generated::internal_types::{Installation, InstallationToken};
use github_secret_scanning_generated::{Operation, Secret};

use super::FakeApp;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::Store;

/// A function that processes a request to an operation of the App.
type AppHandler = fn(&mut FakeApp, &Store, &OperationRequest<'_>) -> Result<Response, Response>;

/// Returns the handler of an operation that needs an app JWT; `None` for all others.
pub(crate) fn handler(operation: &Operation) -> Option<AppHandler> {
    match operation.id {
        "apps/create-installation-access-token" => Some(create_token),
        "apps/get-org-installation" => Some(org_installation),
        "apps/get-repo-installation" => Some(repo_installation),
        _ => None,
    }
}

fn create_token(
    app: &mut FakeApp,
    store: &Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    let id = request.path_parameter("installation_id").parse().ok();
    let owner = id.and_then(|id| store.owner_of_installation(id)).ok_or_else(Response::not_found)?;
    let (token, expires_at) = app.issue_token(&owner, request.now);
    let token = InstallationToken::new(Secret::from(token), expires_at);
    Ok(Response::json(StatusCode::CREATED, &token))
}

fn org_installation(
    _: &mut FakeApp,
    store: &Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    respond(store.installation_of_org(request.path_parameter("org")))
}

fn repo_installation(
    _: &mut FakeApp,
    store: &Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    respond(store.installation_of_repo(request.path_parameter("owner"), request.path_parameter("repo")))
}

fn respond(id: Option<i64>) -> Result<Response, Response> {
    id.map(|id| Response::ok(&Installation::new(id))).ok_or_else(Response::not_found)
}
