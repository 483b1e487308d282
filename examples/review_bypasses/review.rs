//! Reviews one bypass request, by arguments or by prompts.

use std::io::{self, Write};

use github_secret_scanning::models::{BypassRequestStatus, BypassReviewAction, SecretBypassRequest};
use github_secret_scanning::{Repo, printable};

use crate::exit::{Failure, log};
use crate::prompt::{confirm, prompt};
use crate::reference::choose;
use crate::requests::{Request, secret_and_path};
use crate::scope::Scope;

/// Prompts for one of the listed requests and for a review of it.
pub(crate) async fn prompt_for_review(requests: &[Request], scope: &Scope) -> Result<(), Failure> {
    let question = "Review which request for a secret (such as widgets#3 or 3; Enter for none)?";
    let of_secrets = requests.iter().filter(|request| request.push_rule_url.is_none());
    let listed = of_secrets.map(|request| (request.repo.clone(), request.number));
    let Some((repo, number)) = choose(question, scope, listed)? else {
        return Ok(());
    };
    let action = match prompt("Approve or deny?")?.as_deref() {
        None => return Ok(()),
        Some("approve") => BypassReviewAction::Approve,
        Some("deny") => BypassReviewAction::Reject,
        Some(_) => return Err("neither approve nor deny".into()),
    };
    let Some(message) = prompt("A message for the requester?")? else {
        return Err("a review needs a message".into());
    };
    review(&repo, number, action, &message, false).await
}

/// Shows the request, prompts for a confirmation unless `yes` is set, and reviews it.
pub(crate) async fn review(
    repo: &Repo,
    number: u64,
    action: BypassReviewAction,
    message: &str,
    yes: bool,
) -> Result<(), Failure> {
    let name = format!("{repo}#{number}");
    let (verb, done) = match action {
        BypassReviewAction::Approve => ("Approve", "approved"),
        _ => ("Deny", "denied"),
    };
    let target = repo.secret_bypass_request(number);
    let request = target.get().await?;
    if let Some(status) = request.status.as_ref().filter(|status| !is_open(status)) {
        return Err(format!("{name} is {status} already").into());
    }
    show(&name, &request);
    if !confirm(&format!("{verb} {name}"), yes)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(());
    }
    let receipt = target.review(action, message).await?;
    let review = receipt.bypass_review_id.map(|id| format!(" (review {id})")).unwrap_or_default();
    writeln!(io::stdout(), "{}", printable(&format!("{name} is {done}{review}")))?;
    Ok(())
}

fn is_open(status: &BypassRequestStatus) -> bool {
    matches!(status, BypassRequestStatus::Open | BypassRequestStatus::Pending)
}

/// Logs the requester, and a line for each secret that would be pushed.
fn show(name: &str, request: &SecretBypassRequest) {
    let requester = request.requester.as_ref().and_then(|actor| actor.actor_name.as_deref());
    let comment = request.requester_comment.as_deref().unwrap_or_default();
    log(format_args!("{name}, requested by {}: {comment}", requester.unwrap_or("an unknown user")));
    for detail in request.data.iter().flatten() {
        let branch = detail.branch.as_ref().map(|branch| format!(" on {branch}")).unwrap_or_default();
        let reason = detail.bypass_reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        log(format_args!("  {}{branch}{reason}", secret_and_path(detail)));
    }
}
