//! The handlers of bypass requests for push rules: the list of a repository, and one request.

use github_secret_scanning_generated::types::PushRuleBypassRequest;

use super::bypass_requests::{self, RESOURCE};
use super::lookup;
use super::query::Query;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::Store;

pub(super) fn list_of_repo(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let repository = lookup::repository(store, request)?;
    let query = Query::new(request, RESOURCE);
    bypass_requests::list::<PushRuleBypassRequest>(request, query, [repository].into_iter())
}

pub(super) fn get(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    bypass_requests::get::<PushRuleBypassRequest>(store, request)
}
