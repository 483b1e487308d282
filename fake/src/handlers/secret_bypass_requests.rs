//! The handlers of bypass requests for secrets: lists, one request, its review, and the dismissal of a review.

use chrono::SubsecRound;
use github_secret_scanning_generated::types::{
    BypassRequestStatus, BypassResponse, BypassResponseId, BypassResponseStatus, BypassReviewAction,
    BypassReviewReceipt, SecretBypassRequest,
};

use super::bypass_requests::{self, RESOURCE};
use super::lookup;
use super::query::Query;
use super::request_body::RequestBody;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{BypassRequest, Store, decided_status, is_undecided};

/// The longest message of a review, in characters.
const MAX_MESSAGE: usize = 2048;

/// The resource in validation errors of bypass responses.
const RESPONSE_RESOURCE: &str = "ExemptionResponse";

pub(super) fn list_of_org(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let repositories =
        store.repositories_of_org(request.path_parameter("org")).ok_or_else(Response::not_found)?;
    let query = Query::new(request, RESOURCE);
    let filter = query.text("repository_name");
    let matching = repositories.filter(|repo| filter.is_none_or(|name| repo.name.eq_ignore_ascii_case(name)));
    bypass_requests::list::<SecretBypassRequest>(request, query, matching)
}

pub(super) fn list_of_repo(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let repository = lookup::repository(store, request)?;
    let query = Query::new(request, RESOURCE);
    bypass_requests::list::<SecretBypassRequest>(request, query, [repository].into_iter())
}

pub(super) fn get(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    bypass_requests::get::<SecretBypassRequest>(store, request)
}

pub(super) fn review(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let number = lookup::number(request, "bypass_request_number")?;
    let bypass = lookup::repository(store, request)?.secret_bypass_requests.get(&number);
    let status = bypass.ok_or_else(Response::not_found)?.status_at(request.now);
    let action = parse_review(request)?;
    if !is_undecided(&status) {
        return Err(Response::validation_failed(RESOURCE, &[("status", "invalid")]));
    }
    let response = bypass_response(store, request, &action);
    let mut receipt = BypassReviewReceipt::default();
    // Our assumption: GitHub does not document how the two ids relate.
    receipt.bypass_review_id = i64::try_from(response.id.get()).ok();
    let repository = lookup::repository_mut(store, request)?;
    let bypass = repository.secret_bypass_requests.get_mut(&number).ok_or_else(Response::not_found)?;
    bypass.status = Some(match action {
        BypassReviewAction::Approve => BypassRequestStatus::Approved,
        _ => BypassRequestStatus::Denied,
    });
    bypass.responses.get_or_insert_default().push(response);
    Ok(Response::ok(&receipt))
}

fn parse_review(request: &OperationRequest<'_>) -> Result<BypassReviewAction, Response> {
    let mut body = RequestBody::parse(request.body, RESPONSE_RESOURCE)?;
    let action = body.required("status", known!(BypassReviewAction));
    body.required("message", |message| (1..=MAX_MESSAGE).contains(&message.chars().count()).then_some(()));
    body.finish(action)
}

fn bypass_response(
    store: &mut Store,
    request: &OperationRequest<'_>,
    action: &BypassReviewAction,
) -> BypassResponse {
    let mut response = BypassResponse::new(store.new_response_id());
    response.reviewer = Some(store.actor(request.login));
    response.created_at = Some(request.now.trunc_subsecs(0));
    response.status = Some(match action {
        BypassReviewAction::Approve => BypassResponseStatus::Approved,
        _ => BypassResponseStatus::Denied,
    });
    response
}

/// Dismisses a bypass response. An approved or denied request then has the status that its last effective response
/// decided; without one it becomes open again, which is an assumption: GitHub does not document it.
pub(super) fn dismiss(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let id: BypassResponseId = lookup::number(request, "bypass_response_id")?;
    let bypass_requests = &mut lookup::repository_mut(store, request)?.secret_bypass_requests;
    for bypass in bypass_requests.values_mut() {
        let mut responses = bypass.responses.iter_mut().flatten();
        let Some(response) = responses.find(|response| response.id == id) else { continue };
        if response.status == Some(BypassResponseStatus::Dismissed) {
            return Err(Response::validation_failed(RESPONSE_RESOURCE, &[("status", "invalid")]));
        }
        response.status = Some(BypassResponseStatus::Dismissed);
        if matches!(bypass.status, Some(BypassRequestStatus::Approved | BypassRequestStatus::Denied)) {
            let decided = decided_status(bypass.responses.as_deref().unwrap_or_default());
            bypass.status = Some(decided.unwrap_or(BypassRequestStatus::Open));
        }
        return Ok(Response::no_content());
    }
    Err(Response::not_found())
}
