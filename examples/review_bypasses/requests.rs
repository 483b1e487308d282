//! The open bypass requests of both kinds, in one form.

use chrono::{DateTime, Utc};
use github_secret_scanning::Error;
use github_secret_scanning::models::{
    BypassReason, BypassRequestStatusFilter, PushRuleBypassRequest, SecretBypassDetail, SecretBypassRequest,
    TimePeriod,
};

use crate::scope::Scope;
use crate::text::printable;
use crate::unreadable::warn;

/// What a reviewer wants to know, fit to be shown.
pub(crate) struct Request {
    pub(crate) repo: String,
    pub(crate) number: u64,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) requester: String,
    pub(crate) created_at: Option<DateTime<Utc>>,
    pub(crate) expires_at: Option<DateTime<Utc>>,
    /// Where a request for push rules is decided; `None` for one to push a secret.
    pub(crate) push_rule_page: Option<String>,
}

/// All that are open and not older than a month, oldest first.
pub(crate) async fn open(scope: &Scope) -> Result<Vec<Request>, Error> {
    let (mut requests, mut malformed) = (Vec::new(), Vec::new());
    macro_rules! collect {
        ($list:expr, $into:ident) => {
            let list = $list.time_period(TimePeriod::Month).request_status(BypassRequestStatusFilter::Open);
            let mut pages = list.per_page(100).pages();
            while let Some(page) = pages.try_next().await? {
                requests.extend(page.items.into_iter().map($into));
                malformed.extend(page.malformed);
            }
        };
    }
    match scope {
        Scope::Org(org) => {
            collect!(org.secret_bypass_requests(), of_secret);
        }
        Scope::Repo(repo) => {
            collect!(repo.secret_bypass_requests(), of_secret);
            collect!(repo.push_rule_bypass_requests(), of_push_rule);
        }
    }
    warn(&malformed);
    requests.sort_by_key(|request| request.created_at);
    Ok(requests)
}

fn of_secret(request: SecretBypassRequest) -> Request {
    let details = request.data.unwrap_or_default();
    let reason = details.iter().find_map(|detail| detail.bypass_reason.as_ref()).map(BypassReason::as_str);
    Request {
        what: joined(details.iter().map(secret_and_path)),
        why: joined(reason.map(str::to_owned).into_iter().chain(request.requester_comment)),
        repo: shown(request.repository.and_then(|repo| repo.name)),
        number: request.number,
        requester: shown(request.requester.and_then(|actor| actor.actor_name)),
        created_at: request.created_at,
        expires_at: request.expires_at,
        push_rule_page: None,
    }
}

/// Such as `npm_access_token in .npmrc`.
pub(crate) fn secret_and_path(detail: &SecretBypassDetail) -> String {
    let secret = detail.secret_type.as_deref().unwrap_or("a secret");
    let path = detail.path.as_deref().map(|path| format!(" in {path}")).unwrap_or_default();
    format!("{secret}{path}")
}

fn of_push_rule(request: PushRuleBypassRequest) -> Request {
    let rules = request.data.unwrap_or_default().into_iter().filter_map(|violation| violation.rule_type);
    Request {
        what: joined(rules),
        why: shown(request.requester_comment),
        repo: shown(request.repository.and_then(|repo| repo.name)),
        number: request.number,
        requester: shown(request.requester.and_then(|actor| actor.actor_name)),
        created_at: request.created_at,
        expires_at: request.expires_at,
        push_rule_page: Some(shown(request.html_url)),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    printable(&parts.collect::<Vec<_>>().join(", "))
}

fn shown(text: Option<String>) -> String {
    printable(&text.unwrap_or_default())
}
