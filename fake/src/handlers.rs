//! The handlers of operations: functions of the store and a request.

/// Parses a value of an enum, and refuses unknown ones: the enums of the models are open.
macro_rules! known {
    ($name:ident) => {
        |text: &str| match <$name>::from(text) {
            $name::Other(_) => None,
            known => Some(known),
        }
    };
}

mod alerts;
mod bypass_requests;
mod list;
mod locations;
mod lookup;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod query;
mod request_body;
mod secret_bypass_requests;
#[cfg(test)]
mod tests;

use github_secret_scanning_generated::{Operation, operations as all};

use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::Store;

/// A function that processes an authorized request to one operation. An `Err` is an error response.
pub(crate) type Handler = fn(&mut Store, &OperationRequest<'_>) -> Result<Response, Response>;

/// The handlers of all operations but those of family `apps`, which the App has.
static HANDLERS: [(&Operation, Handler); 17] = [
    (&all::LIST_ENTERPRISE_ALERTS, alerts::list_of_enterprise),
    (&all::LIST_ORG_ALERTS, alerts::list_of_org),
    (&all::LIST_REPO_ALERTS, alerts::list_of_repo),
    (&all::GET_ALERT, alerts::get),
    (&all::UPDATE_ALERT, alerts::update),
    (&all::LIST_ALERT_LOCATIONS, locations::list),
    (&all::GET_ENTERPRISE_PATTERN_CONFIGURATIONS, pattern_configurations::get_of_enterprise),
    (&all::UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS, pattern_configurations::update_of_enterprise),
    (&all::GET_ORG_PATTERN_CONFIGURATIONS, pattern_configurations::get_of_org),
    (&all::UPDATE_ORG_PATTERN_CONFIGURATIONS, pattern_configurations::update_of_org),
    (&all::LIST_ORG_SECRET_BYPASS_REQUESTS, secret_bypass_requests::list_of_org),
    (&all::LIST_REPO_SECRET_BYPASS_REQUESTS, secret_bypass_requests::list_of_repo),
    (&all::GET_SECRET_BYPASS_REQUEST, secret_bypass_requests::get),
    (&all::REVIEW_SECRET_BYPASS_REQUEST, secret_bypass_requests::review),
    (&all::DISMISS_SECRET_BYPASS_RESPONSE, secret_bypass_requests::dismiss),
    (&all::LIST_REPO_PUSH_RULE_BYPASS_REQUESTS, push_rule_bypass_requests::list_of_repo),
    (&all::GET_PUSH_RULE_BYPASS_REQUEST, push_rule_bypass_requests::get),
];

/// Returns the handler of an operation; `None` if there is none.
pub(crate) fn handler(operation: &Operation) -> Option<Handler> {
    let (_, handler) = HANDLERS.iter().find(|(known, _)| known.id == operation.id)?;
    Some(*handler)
}
