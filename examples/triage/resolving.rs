//! Resolving one alert, by arguments or by asking.

use std::io::{self, Write};

use clap::ValueEnum;
use github_secret_scanning::Repo;
use github_secret_scanning::models::{Alert, AlertState, Resolution};

use crate::asking::{ask, is_agreed};
use crate::ending::{Failure, say};
use crate::listing::{repo_name, type_name};
use crate::location::shown;
use crate::reference::choose;
use crate::scope::Scope;
use crate::text::printable;

/// Why an alert is resolved.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Reason {
    /// It is no secret
    FalsePositive,
    /// It stays as it is
    WontFix,
    /// It no longer works
    Revoked,
    /// It matters to tests alone
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

/// Asks about the alerts that are shown, and does what is answered.
pub(crate) async fn offer(alerts: &[Alert], scope: &Scope) -> Result<(), Failure> {
    let question = "Resolve which alert (such as widgets#3 or 3; Enter for none)?";
    let shown = alerts.iter().map(|alert| (repo_name(alert), alert.number));
    let Some((repo, number)) = choose(question, scope, shown)? else {
        return Ok(());
    };
    let Some(answer) = ask("Why (false_positive, wont_fix, revoked, used_in_tests)?")? else {
        return Ok(());
    };
    let reason = Reason::from_str(&answer, true)?;
    let comment = ask("A remark (Enter for none)?")?;
    resolve(&repo, number, Decision { reason, comment }, false).await
}

/// Shows the alert, asks whether to go on unless `yes` says so, and resolves it.
pub(crate) async fn resolve(repo: &Repo, number: u64, decision: Decision, yes: bool) -> Result<(), Failure> {
    let name = format!("{repo}#{number}");
    let target = repo.alert(number);
    let alert = target.get().hide_secret(true).await?;
    if alert.state == Some(AlertState::Resolved) {
        return Err(format!("{name} is resolved already").into());
    }
    let resolution = Resolution::from(decision.reason);
    say(format_args!("{name}: {} {}", type_name(&alert), shown(alert.first_location_detected.as_ref())));
    if !is_agreed(&format!("Resolve {name} as {resolution}"), yes)? {
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
