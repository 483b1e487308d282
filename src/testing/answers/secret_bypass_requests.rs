//! Bypass requests for secrets: their lists, one request, its review, and taking a review back.

use chrono::SubsecRound;
use github_secret_scanning_generated::types::{
    BypassRequestStatus, BypassResponse, BypassResponseStatus, BypassReviewAction, BypassReviewReceipt,
    SecretBypassRequest,
};

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::{BypassRequest, World, decided, is_waiting};
use super::body::Body;
use super::bypass_requests::{self, RESOURCE};
use super::path;
use super::query::Query;

/// The longest message of a review, in characters.
const LONGEST_MESSAGE: usize = 2048;

/// What refusals say that a fault of a response is in.
const RESPONSE: &str = "ExemptionResponse";

pub(super) fn list_of_org(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let all = world.repositories_of_org(asked.parameter("org")).ok_or_else(Answer::not_found)?;
    let query = Query::of(asked, RESOURCE);
    let wanted = query.text("repository_name");
    let named = all.filter(|repo| wanted.is_none_or(|name| repo.name.eq_ignore_ascii_case(name)));
    bypass_requests::list::<SecretBypassRequest>(asked, query, named)
}

pub(super) fn list_of_repo(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let repository = path::repository(world, asked)?;
    let query = Query::of(asked, RESOURCE);
    bypass_requests::list::<SecretBypassRequest>(asked, query, [repository].into_iter())
}

pub(super) fn get(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    bypass_requests::get::<SecretBypassRequest>(world, asked)
}

pub(super) fn review(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let number = path::number(asked, "bypass_request_number")?;
    let request = path::repository(world, asked)?.secret_bypass_requests.get(&number);
    let status = request.ok_or_else(Answer::not_found)?.status_at(asked.now);
    let action = read_review(asked)?;
    if !is_waiting(&status) {
        return Err(Answer::invalid(RESOURCE, &[("status", "invalid")]));
    }
    let response = response(world, asked, &action);
    let mut receipt = BypassReviewReceipt::default();
    receipt.bypass_review_id = Some(response.id);
    let repository = path::repository_mut(world, asked)?;
    let request = repository.secret_bypass_requests.get_mut(&number).ok_or_else(Answer::not_found)?;
    request.status = Some(match action {
        BypassReviewAction::Approve => BypassRequestStatus::Approved,
        _ => BypassRequestStatus::Denied,
    });
    request.responses.get_or_insert_default().push(response);
    Ok(Answer::ok(&receipt))
}

fn read_review(asked: &Asked<'_>) -> Result<BypassReviewAction, Answer> {
    let mut body = Body::read(asked.body, RESPONSE)?;
    let action = body.required("status", known!(BypassReviewAction));
    body.required("message", |message| {
        (1..=LONGEST_MESSAGE).contains(&message.chars().count()).then_some(())
    });
    body.finish(action)
}

fn response(world: &mut World, asked: &Asked<'_>, action: &BypassReviewAction) -> BypassResponse {
    let mut response = BypassResponse::new(world.new_id());
    response.reviewer = Some(world.actor(asked.login));
    response.created_at = Some(asked.now.trunc_subsecs(0));
    response.status = Some(match action {
        BypassReviewAction::Approve => BypassResponseStatus::Approved,
        _ => BypassResponseStatus::Denied,
    });
    response
}

/// The request is then what the last response that still stands has made of it. That it waits again where none does
/// is our assumption: GitHub does not say what becomes of it. One that was used or withdrawn stays so.
pub(super) fn dismiss(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let id: i64 = asked.parameter("bypass_response_id").parse().map_err(|_| Answer::not_found())?;
    let requests = &mut path::repository_mut(world, asked)?.secret_bypass_requests;
    for request in requests.values_mut() {
        let mut responses = request.responses.iter_mut().flatten();
        let Some(response) = responses.find(|response| response.id == id) else { continue };
        if response.status == Some(BypassResponseStatus::Dismissed) {
            return Err(Answer::invalid(RESPONSE, &[("status", "invalid")]));
        }
        response.status = Some(BypassResponseStatus::Dismissed);
        if matches!(request.status, Some(BypassRequestStatus::Approved | BypassRequestStatus::Denied)) {
            let standing = decided(request.responses.as_deref().unwrap_or_default());
            request.status = Some(standing.unwrap_or(BypassRequestStatus::Open));
        }
        return Ok(Answer::no_content());
    }
    Err(Answer::not_found())
}
