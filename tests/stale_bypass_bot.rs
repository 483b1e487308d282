//! A small service and its tests, from the first line to the last, to be copied from.
//!
//! People ask to push a secret past push protection, and where nobody answers, their requests pile up. This bot
//! denies those that are older than a day. First comes the service, as it would stand in a crate of its own; then
//! its tests, which need no token and no network. For them that crate has `github-secret-scanning-fake` in its
//! `[dev-dependencies]`; beside that the bot needs `chrono` and `tokio`.

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning::models::{BypassRequestStatusFilter, SecretBypassRequest, TimePeriod};
use github_secret_scanning::{Client, Error, Org};

// ---- The service ------------------------------------------------------------------------------------------

/// Denies the bypass requests of one organization that nobody has answered within a day.
struct StaleBypassBot {
    org: Org,
}

/// What one run did. A request is named by its repository and its number there.
#[derive(Debug, Default)]
struct Report {
    denied: Vec<(String, u64)>,
    failed: Vec<(String, u64, Error)>,
    /// How many entries of the list could not be read; a person should look at those.
    unreadable: usize,
}

impl StaleBypassBot {
    /// Takes a client and does not make one: which token it has, and that it speaks to a fake in the tests, is not
    /// the bot's to know. The name of the organization is checked here, once.
    fn new(github: &Client, org: &str) -> Result<Self, Error> {
        Ok(Self { org: github.org(org)? })
    }

    /// Looks through all requests once. The time is an argument, so that a test can say what time it is.
    ///
    /// If the list cannot be read, that is an error. If one request cannot be denied, that stands in the report, and
    /// the others are denied all the same. The next run tries it again, unless it was denied in spite of the error:
    /// then it is open no longer, and not in the list.
    async fn run_once(&self, now: DateTime<Utc>) -> Result<Report, Error> {
        // GitHub looks back one day unless told otherwise, and would leave out just those that are meant here.
        let open = self
            .org
            .secret_bypass_requests()
            .request_status(BypassRequestStatusFilter::Open)
            .time_period(TimePeriod::Month)
            .per_page(100);

        // First all of the list, then the writes: a request that is denied leaves the list, and those after it
        // would move up to a page that was read before.
        let mut report = Report::default();
        let mut stale = Vec::new();
        let mut pages = open.pages();
        while let Some(page) = pages.try_next().await? {
            report.unreadable += page.rejected.len();
            stale.extend(page.items.into_iter().filter_map(|request| if_stale(request, now)));
        }
        for (repo, number) in stale {
            match self.deny(&repo, number).await {
                Ok(()) => report.denied.push((repo, number)),
                Err(error) => report.failed.push((repo, number, error)),
            }
        }
        Ok(report)
    }

    async fn deny(&self, repo: &str, number: u64) -> Result<(), Error> {
        let repo = self.org.client().repo(self.org.org(), repo)?;
        repo.secret_bypass_request(number).deny("Nobody answered within a day; ask again.").await?;
        Ok(())
    }
}

/// Repository and number of a request, if it is older than a day. Almost everything in an answer can be missing: a
/// request that does not say since when it is there, or where, is left to people.
fn if_stale(request: SecretBypassRequest, now: DateTime<Utc>) -> Option<(String, u64)> {
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

    /// A fake whose clock stands still at noon, so that no test depends on when it runs.
    fn github_at_noon() -> FakeGitHubBuilder {
        FakeGitHub::builder().now(noon())
    }

    fn noon() -> DateTime<Utc> {
        "2025-06-15T12:00:00Z".parse().unwrap()
    }

    /// A request that was made so long before noon. The fake fills in what is left out: here that it is open, who
    /// made it, and where. An id of 0 stands for any that is free.
    fn request_made(before_noon: TimeDelta, number: u64) -> SecretBypassRequest {
        let mut request = SecretBypassRequest::new(0, number);
        request.created_at = Some(noon() - before_noon);
        request
    }

    fn old_request(number: u64) -> SecretBypassRequest {
        request_made(TimeDelta::hours(25), number)
    }

    fn github_with_old_requests(count: u64) -> FakeGitHubBuilder {
        let requests = (1..=count).map(old_request);
        requests.fold(github_at_noon(), |fake, request| fake.bypass_request("acme/widgets", request))
    }

    async fn status(fake: &FakeGitHub, number: u64) -> Result<Option<BypassRequestStatus>, Error> {
        Ok(fake.client()?.repo("acme", "widgets")?.secret_bypass_request(number).get().await?.status)
    }

    #[tokio::test]
    async fn it_denies_what_is_older_than_a_day_and_leaves_the_rest_alone() -> Outcome {
        let mut approved = old_request(3);
        approved.status = Some(BypassRequestStatus::Approved);
        // The fake lives on a free port as long as this variable does.
        let fake = github_at_noon()
            .bypass_request("acme/widgets", old_request(1))
            .bypass_request("acme/widgets", request_made(TimeDelta::hours(23), 2))
            .bypass_request("acme/widgets", approved)
            .start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;

        let report = bot.run_once(fake.now()).await?;
        assert_eq!(report.denied, [("widgets".to_owned(), 1)]);
        assert!(report.failed.is_empty());

        // What was written is there for whoever reads it.
        assert_eq!(status(&fake, 1).await?, Some(BypassRequestStatus::Denied));
        assert_eq!(status(&fake, 2).await?, Some(BypassRequestStatus::Open));
        assert_eq!(status(&fake, 3).await?, Some(BypassRequestStatus::Approved));
        // And the fake tells what it was asked.
        let reviews = fake.received_for(&operations::REVIEW_SECRET_BYPASS_REQUEST);
        assert_eq!(reviews.len(), 1);
        assert_eq!(reviews[0].body["status"], "reject");
        Ok(())
    }

    #[tokio::test]
    async fn a_request_is_denied_once_a_day_has_passed() -> Outcome {
        let young = request_made(TimeDelta::hours(23), 1);
        let fake = github_at_noon().bypass_request("acme/widgets", young).start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;
        assert!(bot.run_once(fake.now()).await?.denied.is_empty());
        // Two hours take no time here.
        fake.advance(Duration::from_secs(2 * 60 * 60));
        assert_eq!(bot.run_once(fake.now()).await?.denied.len(), 1);
        assert!(bot.run_once(fake.now()).await?.denied.is_empty());
        Ok(())
    }

    #[tokio::test]
    async fn it_walks_to_the_last_page() -> Outcome {
        let fake = github_with_old_requests(201).start()?;
        let bot = StaleBypassBot::new(&fake.client()?, "acme")?;
        assert_eq!(bot.run_once(fake.now()).await?.denied.len(), 201);
        assert_eq!(fake.received_for(&operations::LIST_ORG_SECRET_BYPASS_REQUESTS).len(), 3);
        Ok(())
    }

    #[tokio::test]
    async fn one_that_cannot_be_denied_does_not_cost_the_others_and_its_turn_comes_again() -> Outcome {
        let fake = github_with_old_requests(3).start()?;
        // The first review fails. The client does not send a write again after that: it may have been applied.
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
    async fn it_says_what_its_token_would_need() -> Outcome {
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
