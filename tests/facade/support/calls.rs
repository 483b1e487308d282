//! One plain call of every operation, by the id under which it is published.

use futures_util::future::{BoxFuture, FutureExt, TryFutureExt};
use github_secret_scanning::models::{AlertState, CustomPatternSetting, ProviderPatternSetting};
use github_secret_scanning::{Client, Error, raw};

use super::Answer;
use super::fixture;

/// Every operation that a service can call. The client calls those of `apps` by itself, as
/// `tests/faults` shows.
pub(crate) fn operations() -> impl Iterator<Item = &'static raw::Operation> {
    raw::operations::ALL.iter().copied().filter(|operation| operation.family != "apps")
}

/// What a caller gets to see of an operation's answer, as `{:?}` shows it.
pub(crate) type Called = BoxFuture<'static, Result<String, Error>>;

fn shown<T, F>(call: F) -> Option<Called>
where
    T: std::fmt::Debug + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    Some(call.map_ok(|answer| format!("{answer:?}")).boxed())
}

/// Calls an operation; `None` if there is no such call here, which a test takes for a failure.
pub(crate) fn call(id: &str, client: &Client) -> Option<Called> {
    let repo = client.repo("acme", "widgets").unwrap();
    let org = client.org("acme").unwrap();
    let enterprise = client.enterprise("acme-inc").unwrap();
    match id {
        "secret-scanning/list-alerts-for-enterprise" => shown(enterprise.alerts().page()),
        "secret-scanning/list-alerts-for-org" => shown(org.alerts().page()),
        "secret-scanning/list-enterprise-pattern-configs" => {
            shown(enterprise.pattern_configurations().get().send())
        }
        "secret-scanning/update-enterprise-pattern-configs" => {
            let setting = ProviderPatternSetting::new("GITHUB_PERSONAL_ACCESS_TOKEN");
            shown(enterprise.pattern_configurations().update().provider_pattern_settings([setting]).send())
        }
        "secret-scanning/list-org-bypass-requests" => shown(org.secret_bypass_requests().page()),
        "secret-scanning/list-org-pattern-configs" => shown(org.pattern_configurations().get().send()),
        "secret-scanning/update-org-pattern-configs" => {
            let setting = CustomPatternSetting::new("cp_2");
            shown(org.pattern_configurations().update().custom_pattern_settings([setting]).send())
        }
        "repos/list-repo-push-bypass-requests" => shown(repo.push_rule_bypass_requests().page()),
        "repos/get-repo-push-bypass-request" => shown(repo.push_rule_bypass_request(24).get().send()),
        "secret-scanning/list-repo-bypass-requests" => shown(repo.secret_bypass_requests().page()),
        "secret-scanning/get-bypass-request" => shown(repo.secret_bypass_request(21).get().send()),
        "secret-scanning/review-bypass-request" => {
            shown(repo.secret_bypass_request(21).approve("already revoked").send())
        }
        "secret-scanning/dismiss-bypass-response" => shown(repo.dismiss_secret_bypass_response(42).send()),
        "secret-scanning/list-alerts-for-repo" => shown(repo.alerts().page()),
        "secret-scanning/get-alert" => shown(repo.alert(42).get().send()),
        "secret-scanning/update-alert" => shown(repo.alert(42).update().state(AlertState::Open).send()),
        "secret-scanning/list-locations-for-alert" => shown(repo.alert(42).locations().page()),
        _ => None,
    }
}

/// The answer that GitHub documents for an operation.
pub(crate) fn documented_answer(id: &str) -> Answer {
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
        // Dismissing an answer says nothing.
        _ => return Answer::status(204),
    };
    Answer::ok(&fixture::read(name))
}
