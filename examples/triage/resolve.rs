//! Resolves one alert, by arguments or by prompts.

use std::io::{self, Write};

use clap::ValueEnum;
use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::{Repo, printable};

use crate::exit::{Failure, log};
use crate::location::location_text;
use crate::open_alerts::{repo_name, type_name};
use crate::prompt::{confirm, prompt};
use crate::reference::choose;
use crate::scope::Scope;

/// The resolution of an alert.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Reason {
    /// The detected text is not a secret
    FalsePositive,
    /// The secret is not going to be removed
    WontFix,
    /// The secret was revoked
    Revoked,
    /// The secret is only used in tests
    UsedInTests,
}

pub(crate) struct Decision {
    pub(crate) reason: Reason,
    pub(crate) comment: Option<String>,
}

impl From<Reason> for Resolution {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::FalsePositive => Self::FalsePositive,
            Reason::WontFix => Self::WontFix,
            Reason::Revoked => Self::Revoked,
            Reason::UsedInTests => Self::UsedInTests,
        }
    }
}

/// Prompts for one of the listed alerts and for its resolution.
pub(crate) async fn prompt_for_resolution(alerts: &[Alert], scope: &Scope) -> Result<(), Failure> {
    let question = "Resolve which alert (such as widgets#3 or 3; Enter for none)?";
    let listed = alerts.iter().map(|alert| (repo_name(alert), alert.number.get()));
    let Some((repo, number)) = choose(question, scope, listed)? else {
        return Ok(());
    };
    let Some(reason) = prompt("As what (false_positive, wont_fix, revoked, used_in_tests)?")? else {
        return Ok(());
    };
    let reason = Reason::from_str(&reason, true)?;
    let comment = prompt("A comment (Enter for none)?")?;
    resolve(&repo, number, Decision { reason, comment }, false).await
}

/// Shows the alert, prompts for a confirmation unless `yes` is set, and resolves it.
pub(crate) async fn resolve(repo: &Repo, number: u64, decision: Decision, yes: bool) -> Result<(), Failure> {
    let name = format!("{repo}#{number}");
    let target = repo.alert(number);
    let alert = target.get().hide_secret(true).await?;
    if alert.state == Some(AlertState::Resolved) {
        return Err(format!("{name} is resolved already").into());
    }
    let resolution = Resolution::from(decision.reason);
    log(format_args!(
        "{name}: {} {}",
        type_name(&alert),
        location_text(alert.first_location_detected.as_deref())
    ));
    if !confirm(&format!("Resolve {name} as {resolution}"), yes)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(());
    }
    let mut update = target.resolve(resolution.clone());
    if let Some(comment) = decision.comment {
        update = update.comment(comment);
    }
    let resolved = update.await?;
    let by = resolved.resolved_by.map(|user| format!(" by {}", printable(&user.login))).unwrap_or_default();
    writeln!(io::stdout(), "{name} is resolved as {resolution}{by}")?;
    Ok(())
}
