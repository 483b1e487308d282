//! Calls of operations, by the id under which GitHub publishes them.

use futures_util::future::{BoxFuture, FutureExt, TryFutureExt};
use github_secret_scanning::{Client, Error, raw};

use super::Reply;
use super::fixture;
use crate::generated::PLAIN;

/// Every operation that a service can call. The client calls those of `apps` by itself, as
/// `tests/faults` shows.
pub(crate) fn operations() -> impl Iterator<Item = &'static raw::Operation> {
    raw::operations::ALL.iter().copied().filter(|operation| operation.family != "apps")
}

/// The result of a call, in `Debug` format.
pub(crate) type Called = BoxFuture<'static, Result<String, Error>>;

/// A generated call.
pub(crate) struct Call {
    pub(crate) operation: &'static str,
    /// The only query parameter that it sets.
    pub(crate) parameter: Option<&'static str>,
    pub(crate) call: fn(&Client) -> Result<Called, Error>,
}

pub(crate) fn sent<T, F>(call: F) -> Result<Called, Error>
where
    T: std::fmt::Debug + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    Ok(call.map_ok(|value| format!("{value:?}")).boxed())
}

/// Calls an operation with what must be set; `None` if no call of it was generated.
pub(crate) fn call(id: &str, client: &Client) -> Option<Called> {
    let call = PLAIN.iter().find(|call| call.operation == id)?;
    Some((call.call)(client).unwrap())
}

/// The response that GitHub documents for an operation.
pub(crate) fn documented_answer(id: &str) -> Reply {
    let name = match id {
        "secret-scanning/list-alerts-for-enterprise" | "secret-scanning/list-alerts-for-org" => {
            "alerts/enterprise_list"
        }
        "secret-scanning/list-alerts-for-repo" => "alerts/repo_list",
        "secret-scanning/get-alert" => "alerts/full",
        "secret-scanning/update-alert" => "alerts/update_response",
        "secret-scanning/list-locations-for-alert" => "locations/all_kinds",
        "secret-scanning/list-enterprise-pattern-configs" | "secret-scanning/list-org-pattern-configs" => {
            "pattern_configurations/get"
        }
        "secret-scanning/update-enterprise-pattern-configs"
        | "secret-scanning/update-org-pattern-configs" => "pattern_configurations/update_response",
        "secret-scanning/list-org-bypass-requests" | "secret-scanning/list-repo-bypass-requests" => {
            "secret_bypass_requests/list"
        }
        "secret-scanning/get-bypass-request" => "secret_bypass_requests/get",
        "secret-scanning/review-bypass-request" => "secret_bypass_requests/review_response",
        "repos/list-repo-push-bypass-requests" => "push_rule_bypass_requests/list",
        "repos/get-repo-push-bypass-request" => "push_rule_bypass_requests/get",
        // Dismissing a response returns no body.
        _ => return Reply::status(204),
    };
    Reply::ok(&fixture::read(name))
}
