//! The open bypass requests, for secrets and for push rules.

use chrono::{DateTime, Utc};
use github_secret_scanning::models::{
    BypassReason, BypassRequestStatusFilter, PushRuleBypassRequest, SecretBypassDetail, SecretBypassRequest,
    TimePeriod,
};
use github_secret_scanning::requests::ListSecretBypassRequests;
use github_secret_scanning::{Collected, Error, MalformedItem, printable};

use crate::malformed_items::warn;
use crate::scope::Scope;

/// A request of either kind, as printable text.
pub(crate) struct Request {
    pub(crate) repo: String,
    pub(crate) number: u64,
    pub(crate) content: String,
    pub(crate) reason: String,
    pub(crate) requester: String,
    pub(crate) created_at: Option<DateTime<Utc>>,
    pub(crate) expires_at: Option<DateTime<Utc>>,
    /// The web page of a request for push rules; `None` for one to push a secret.
    pub(crate) push_rule_url: Option<String>,
}

/// Returns the open requests of the last month, oldest first.
pub(crate) async fn open(scope: &Scope) -> Result<Vec<Request>, Error> {
    let mut list = match scope {
        Scope::Org(org) => open_secret_requests(org.secret_bypass_requests()).await?,
        Scope::Repo(repo) => {
            let mut list = open_secret_requests(repo.secret_bypass_requests()).await?;
            let push_rules = repo.push_rule_bypass_requests().time_period(TimePeriod::Month);
            let push_rules = push_rules.request_status(BypassRequestStatusFilter::Open).per_page(100);
            list.append(push_rules.collect_all().await?, from_push_rule_request);
            list
        }
    };
    warn(&list.malformed);
    list.requests.sort_by_key(|request| request.created_at);
    Ok(list.requests)
}

#[derive(Default)]
struct List {
    requests: Vec<Request>,
    malformed: Vec<MalformedItem>,
}

impl List {
    fn append<T>(&mut self, other: Collected<T>, convert: fn(T) -> Request) {
        self.requests.extend(other.items.into_iter().map(convert));
        self.malformed.extend(other.malformed);
    }
}

/// Lists the open requests of any scope.
async fn open_secret_requests<S>(list: ListSecretBypassRequests<S>) -> Result<List, Error> {
    let list = list.time_period(TimePeriod::Month).request_status(BypassRequestStatusFilter::Open);
    let mut requests = List::default();
    requests.append(list.per_page(100).collect_all().await?, from_secret_request);
    Ok(requests)
}

fn from_secret_request(request: SecretBypassRequest) -> Request {
    let details = request.data.unwrap_or_default();
    let reason = details.iter().find_map(|detail| detail.bypass_reason.as_ref()).map(BypassReason::as_str);
    Request {
        content: joined(details.iter().map(secret_and_path)),
        reason: joined(reason.map(str::to_owned).into_iter().chain(request.requester_comment)),
        repo: text(request.repository.and_then(|repo| repo.name)),
        number: request.number.get(),
        requester: text(request.requester.and_then(|actor| actor.actor_name)),
        created_at: request.created_at,
        expires_at: request.expires_at,
        push_rule_url: None,
    }
}

/// Describes a detected secret, such as `npm_access_token in .npmrc`.
pub(crate) fn secret_and_path(detail: &SecretBypassDetail) -> String {
    let secret = detail.secret_type.as_deref().unwrap_or("a secret");
    let path = detail.path.as_deref().map(|path| format!(" in {path}")).unwrap_or_default();
    format!("{secret}{path}")
}

fn from_push_rule_request(request: PushRuleBypassRequest) -> Request {
    let rules = request.data.unwrap_or_default().into_iter().filter_map(|violation| violation.rule_type);
    Request {
        content: joined(rules),
        reason: text(request.requester_comment),
        repo: text(request.repository.and_then(|repo| repo.name)),
        number: request.number.get(),
        requester: text(request.requester.and_then(|actor| actor.actor_name)),
        created_at: request.created_at,
        expires_at: request.expires_at,
        push_rule_url: Some(text(request.html_url)),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    printable(&parts.collect::<Vec<_>>().join(", "))
}

fn text(text: Option<String>) -> String {
    printable(&text.unwrap_or_default())
}
