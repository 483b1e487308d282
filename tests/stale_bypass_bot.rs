//! A small service and its tests, as a template.
//!
//! This bot denies bypass requests that were not reviewed within a day. First comes the
//! service, as in a crate of its own; then its tests, which need no token and no network. For the tests that crate has
//! `github-secret-scanning-fake` in its `[dev-dependencies]`; beside that the bot needs `chrono` and `tokio`.

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning::models::{
    BypassRequestNumber, BypassRequestStatusFilter, SecretBypassRequest, TimePeriod,
};
use github_secret_scanning::{Client, Error, MalformedItem, Org};

// ---- The service ------------------------------------------------------------------------------------------

/// Denies the bypass requests of one organization that were not reviewed within a day.
struct StaleBypassBot {
    org: Org,
}

/// The result of one run. A request is identified by its repository and its number there.
#[derive(Debug, Default)]
struct Report {
    denied: Vec<(String, BypassRequestNumber)>,
    failed: Vec<(String, BypassRequestNumber, Error)>,
    /// The malformed items of the list, for a person to look at.
    malformed: Vec<MalformedItem>,
}

impl StaleBypassBot {
    /// Takes a client instead of building one, so that credentials are configured elsewhere and tests pass a client of
    /// a fake. Checks the name of the organization.
    fn new(github: &Client, org: &str) -> Result<Self, Error> {
        Ok(Self { org: github.org(org)? })
    }

    /// Checks all open requests once. The time is an argument for the tests' sake.
    ///
    /// Fails if the list cannot be read. A request that cannot be denied is reported, and the others are denied all the
    /// same. The next run tries it again, unless the denial had its effect despite the error: then it is not open, and
    /// not in the list.
    async fn run_once(&self, now: DateTime<Utc>) -> Result<Report, Error> {
        // The default is one day, which excludes exactly the stale requests.
        let open = self
            .org
            .secret_bypass_requests()
            .request_status(BypassRequestStatusFilter::Open)
            .time_period(TimePeriod::Month)
            .per_page(100);

        // All reads before the writes: a denied request leaves the list, which would shift the later pages.
        let open = open.collect_all().await?;
        let mut report = Report { malformed: open.malformed, ..Report::default() };
        for (repo, number) in open.items.into_iter().filter_map(|request| if_stale(request, now)) {
            match self.deny(&repo, number).await {
                Ok(()) => report.denied.push((repo, number)),
                Err(error) => report.failed.push((repo, number, error)),
            }
        }
        Ok(report)
    }

    async fn deny(&self, repo: &str, number: BypassRequestNumber) -> Result<(), Error> {
        let repo = self.org.client().repo(self.org.login(), repo)?;
        repo.secret_bypass_request(number).deny("Not reviewed within a day; request it again.").await?;
        Ok(())
    }
}

/// Returns repository and number of a request that is older than a day. Most fields of a response are optional: a
/// request without a creation time or a repository is left to people.
fn if_stale(request: SecretBypassRequest, now: DateTime<Utc>) -> Option<(String, BypassRequestNumber)> {
    let is_stale = now - request.created_at? > TimeDelta::days(1);
    is_stale.then_some((request.repository?.name?, request.number))
}

// ---- Its tests --------------------------------------------------------------------------------------------

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use github_secret_scanning::ErrorKind;
    use github_secret_scanning::models::BypassRequestStatus;
    use github_secret_scanning_fake::{Failure, FakeGitHub, FakeGitHubBuilder, Grant, operations};

    use super::*;

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    /// A fake with a frozen clock, so that no test depends on the time of its run.
    fn github_at_noon() -> FakeGitHubBuilder {
        FakeGitHub::builder().now(noon())
    }

    fn noon() -> DateTime<Utc> {
        "2025-06-15T12:00:00Z".parse().unwrap()
    }

    /// A request that was created before noon. The fake fills in the other fields: its status, requester and
    /// repository, and a new id for 0.
    fn request_created(before_noon: TimeDelta, number: u64) -> SecretBypassRequest {
        let mut request = SecretBypassRequest::new(0, number);
        request.created_at = Some(noon() - before_noon);
        request
    }

    fn old_request(number: u64) -> SecretBypassRequest {
        request_created(TimeDelta::hours(25), number)
    }

    fn github_with_old_requests(count: u64) -> FakeGitHubBuilder {
        let requests = (1..=count).map(old_request);
        requests.fold(github_at_noon(), |fake, request| fake.bypass_request("acme/widgets", request))
    }

    async fn status(
        fake: &FakeGitHub,
        number: impl Into<BypassRequestNumber>,
    ) -> Result<Option<BypassRequestStatus>, Error> {
        Ok(fake.client()?.repo("acme", "widgets")?.secret_bypass_request(number).get().await?.status)
    }

    #[tokio::test]
    async fn requests_older_than_a_day_are_denied_and_others_are_not() -> Outcome {
        let mut approved = old_request(3);
        approved.status = Some(BypassRequestStatus::Approved);
        // The fake runs on a free port until this variable is dropped.
        let fake = github_at_noon()
            .bypass_request("acme/widgets", old_request(1))
            .bypass_request("acme/widgets", request_created(TimeDelta::hours(23), 2))
            .bypass_request("acme/widgets", approved)
            .start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;

        let report = bot.run_once(fake.now()).await?;
        assert_eq!(report.denied, [("widgets".to_owned(), 1.into())]);
        assert!(report.failed.is_empty() && report.malformed.is_empty());

        assert_eq!(status(&fake, 1).await?, Some(BypassRequestStatus::Denied));
        assert_eq!(status(&fake, 2).await?, Some(BypassRequestStatus::Open));
        assert_eq!(status(&fake, 3).await?, Some(BypassRequestStatus::Approved));
        // The fake logs the requests that it receives.
        let reviews = fake.received_for(&operations::REVIEW_SECRET_BYPASS_REQUEST);
        assert_eq!(reviews.len(), 1);
        assert_eq!(reviews[0].body["status"], "reject");
        Ok(())
    }

    #[tokio::test]
    async fn request_is_denied_after_a_day() -> Outcome {
        let young = request_created(TimeDelta::hours(23), 1);
        let fake = github_at_noon().bypass_request("acme/widgets", young).start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;
        assert!(bot.run_once(fake.now()).await?.denied.is_empty());
        fake.advance(Duration::from_secs(2 * 60 * 60));
        assert_eq!(bot.run_once(fake.now()).await?.denied.len(), 1);
        assert!(bot.run_once(fake.now()).await?.denied.is_empty());
        Ok(())
    }

    #[tokio::test]
    async fn all_pages_are_read() -> Outcome {
        let fake = github_with_old_requests(201).start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;
        assert_eq!(bot.run_once(fake.now()).await?.denied.len(), 201);
        assert_eq!(fake.received_for(&operations::LIST_ORG_SECRET_BYPASS_REQUESTS).len(), 3);
        Ok(())
    }

    #[tokio::test]
    async fn failed_denial_does_not_affect_others_and_is_tried_again_in_the_next_run() -> Outcome {
        let fake = github_with_old_requests(3).start()?;
        // The first review fails. The client does not retry it, because the outcome of the write is unknown.
        fake.fail_next(1, &operations::REVIEW_SECRET_BYPASS_REQUEST, Failure::status(500));
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;

        let report = bot.run_once(fake.now()).await?;
        assert_eq!(report.denied.len(), 2);
        let [(_, number, error)] = report.failed.as_slice() else { panic!("{report:?}") };
        assert_eq!(error.kind(), ErrorKind::Server);
        assert_eq!(status(&fake, *number).await?, Some(BypassRequestStatus::Open));

        let report = bot.run_once(fake.now()).await?;
        assert_eq!(report.denied, [("widgets".to_owned(), *number)]);
        Ok(())
    }

    #[tokio::test]
    async fn missing_permission_is_in_the_error() -> Outcome {
        let fake = github_at_noon()
            .bypass_request("acme/widgets", old_request(1))
            .token("too-weak", Grant::fine_grained("stale-bypass-bot", ["contents=read"]))
            .start()?;
        let weak = fake.client_builder().token("too-weak").build()?;
        let error = StaleBypassBot::new(&weak, "acme")?.run_once(fake.now()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Forbidden);
        assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=read"));
        assert!(error.to_string().contains("secret_scanning_alerts=read"), "{error}");
        assert_eq!(status(&fake, 1).await?, Some(BypassRequestStatus::Open));
        Ok(())
    }
}
