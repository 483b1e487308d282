//! Deciding on one bypass request, by arguments or by asking.

use std::io::{self, Write};

use github_secret_scanning::Repo;
use github_secret_scanning::models::{BypassRequestStatus, BypassReviewAction, SecretBypassRequest};

use crate::asking::{ask, is_agreed};
use crate::ending::{Failure, say};
use crate::reference::choose;
use crate::requests::{Request, secret_and_path};
use crate::scope::Scope;
use crate::text::printable;

/// Asks about the requests that are shown, and does what is answered.
pub(crate) async fn offer(requests: &[Request], scope: &Scope) -> Result<(), Failure> {
    let question = "Decide on which request for a secret (such as widgets#3 or 3; Enter for none)?";
    let of_secrets = requests.iter().filter(|request| request.push_rule_page.is_none());
    let shown = of_secrets.map(|request| (request.repo.clone(), request.number));
    let Some((repo, number)) = choose(question, scope, shown)? else {
        return Ok(());
    };
    let action = match ask("Approve or deny?")?.as_deref() {
        None => return Ok(()),
        Some("approve") => BypassReviewAction::Approve,
        Some("deny") => BypassReviewAction::Reject,
        Some(_) => return Err("it is either approve or deny".into()),
    };
    let Some(message) = ask("A message for the one who asks?")? else {
        return Err("a decision needs a message".into());
    };
    decide(&repo, number, action, &message, false).await
}

/// Shows the request, asks whether to go on unless `yes` says so, and decides.
pub(crate) async fn decide(
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
    if let Some(status) = request.status.as_ref().filter(|status| !is_waiting(status)) {
        return Err(format!("{name} is {status} already").into());
    }
    show(&name, &request);
    if !is_agreed(&format!("{verb} {name}"), yes)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(());
    }
    let receipt = target.review(action, message).await?;
    let review = receipt.bypass_review_id.map(|id| format!(" (review {id})")).unwrap_or_default();
    writeln!(io::stdout(), "{}", printable(&format!("{name} is {done}{review}")))?;
    Ok(())
}

fn is_waiting(status: &BypassRequestStatus) -> bool {
    matches!(status, BypassRequestStatus::Open | BypassRequestStatus::Pending)
}

/// Says who asks, and a line for each secret that would be let through.
fn show(name: &str, request: &SecretBypassRequest) {
    let requester = request.requester.as_ref().and_then(|actor| actor.actor_name.as_deref());
    let comment = request.requester_comment.as_deref().unwrap_or_default();
    say(format_args!("{name}, asked by {}: {comment}", requester.unwrap_or("nobody known")));
    for detail in request.data.iter().flatten() {
        let branch = detail.branch.as_ref().map(|branch| format!(" on {branch}")).unwrap_or_default();
        let reason = detail.bypass_reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        say(format_args!("  {}{branch}{reason}", secret_and_path(detail)));
    }
}
