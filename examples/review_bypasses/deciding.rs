//! Deciding on one bypass request, by arguments or by asking.

use std::io::{self, Write};

use github_secret_scanning::Repo;
use github_secret_scanning::models::BypassReviewAction;

use crate::asking::{ask, is_agreed};
use crate::ending::{Failure, say};
use crate::reference::Reference;
use crate::requests::Request;
use crate::scope::Scope;
use crate::text::printable;

/// Asks about the requests that are shown, and does what is answered.
pub(crate) async fn offer(requests: &[Request], scope: &Scope) -> Result<(), Failure> {
    let question = "Decide on which request for a secret (such as widgets#3 or 3; Enter for none)?";
    let Some(answer) = ask(question)? else {
        return Ok(());
    };
    let mut reference: Reference = answer.parse().map_err(|error| format!("{answer} {error}"))?;
    if reference.repo.is_none() && matches!(scope, Scope::Org(_)) {
        reference.repo = Some(only_repo_with(requests, reference.number)?.to_owned());
    }
    let repo = scope.repo(reference.repo.as_deref())?;
    let action = match ask("Approve or deny?")?.as_deref() {
        None => return Ok(()),
        Some("approve") => BypassReviewAction::Approve,
        Some("deny") => BypassReviewAction::Reject,
        Some(_) => return Err("it is either approve or deny".into()),
    };
    let Some(message) = ask("A message for the one who asks?")? else {
        return Err("a decision needs a message".into());
    };
    decide(&repo, reference.number, action, &message, false).await
}

/// The one repository in which such a request with this number is shown.
fn only_repo_with(requests: &[Request], number: u64) -> Result<&str, Failure> {
    let mut repos = requests.iter().filter(|request| request.number == number).map(|request| &request.repo);
    match (repos.next(), repos.next()) {
        (Some(repo), None) => Ok(repo),
        (None, _) => Err(format!("no request #{number} is shown above").into()),
        (Some(one), Some(other)) => Err(format!("there are {one}#{number} and {other}#{number}").into()),
    }
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
    let requester = request.requester.and_then(|actor| actor.actor_name).unwrap_or_default();
    let comment = request.requester_comment.unwrap_or_default();
    say(format_args!("{name}, asked by {requester}: {comment}"));
    if !is_agreed(&format!("{verb} {name}"), yes)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(());
    }
    let receipt = target.review(action, message).await?;
    let review = receipt.bypass_review_id.map(|id| format!(" (review {id})")).unwrap_or_default();
    writeln!(io::stdout(), "{}", printable(&format!("{name} is {done}{review}")))?;
    Ok(())
}
