//! Resume tokens.

use github_secret_scanning::models::AlertState;
use github_secret_scanning::{ErrorKind, ResumeToken};

use super::{collect, numbered, page, page_before};
use crate::support::{Server, client, enterprise, org, repo, resume_token};

/// Formats and parses a token, as for another process.
fn reparsed(token: Option<ResumeToken>) -> ResumeToken {
    token.unwrap().to_string().parse().unwrap()
}

/// Returns a token of the list of a repository's alerts.
fn of_alerts(query: &str) -> ResumeToken {
    resume_token(&format!("secret-scanning/list-alerts-for-repo?{query}&target=acme%2Fwidgets"))
}

const PAGES: &[&[u64]] = &[&[6, 5], &[4, 3], &[2, 1]];

#[tokio::test]
async fn stream_can_be_resumed_after_any_item() {
    for taken in 0..6 {
        let server = numbered(PAGES);
        let mut items = repo(&server).alerts().stream();
        let mut found = Vec::new();
        for _ in 0..taken {
            found.push(items.try_next().await.unwrap().unwrap().number.get());
        }
        let token = reparsed(items.resume());
        let (rest, error) = collect(&mut repo(&server).alerts().resume(&token).stream()).await;
        assert!(error.is_none());
        found.extend(rest);
        assert_eq!(found, [6, 5, 4, 3, 2, 1], "after {taken}");
    }
}

#[tokio::test]
async fn finished_list_has_no_token() {
    let server = numbered(PAGES);
    let mut items = repo(&server).alerts().stream();
    collect(&mut items).await;
    assert!(items.resume().is_none());
    let mut pages = repo(&server).alerts().pages();
    while pages.try_next().await.unwrap().is_some() {}
    assert!(pages.resume().is_none());
}

#[tokio::test]
async fn stream_by_cursor_resumes_within_a_page() {
    let replies = [page_before(&[4, 3], "after=a%3D%3D"), page(&[2, 1]), page(&[2, 1])];
    let server = Server::script(replies);
    let mut items = enterprise(&server).alerts().stream();
    for expected in [4, 3, 2] {
        assert_eq!(items.try_next().await.unwrap().unwrap().number, expected);
    }
    let token = reparsed(items.resume());
    let (rest, error) = collect(&mut enterprise(&server).alerts().resume(&token).stream()).await;
    assert!(error.is_none());
    assert_eq!(rest, [1]);
    assert_eq!(server.queries(), ["", "after=a%3D%3D", "after=a%3D%3D"]);
}

#[tokio::test]
async fn token_of_an_unpolled_stream_by_cursor_starts_by_cursor() {
    let server = Server::script([page(&[1])]);
    let token = reparsed(repo(&server).alerts().by_cursor().stream().resume());
    repo(&server).alerts().resume(&token).page().await.unwrap();
    assert_eq!(server.queries(), ["after="]);
}

#[tokio::test]
async fn next_of_a_page_resumes_at_the_next_page() {
    let server = numbered(PAGES);
    let mut request = repo(&server).alerts().per_page(2);
    let mut found = Vec::new();
    for _ in 0..3 {
        let page = request.page().await.unwrap();
        found.extend(page.items.iter().map(|alert| alert.number));
        let Some(next) = page.next else { break };
        request = repo(&server).alerts().resume(&reparsed(Some(next)));
    }
    assert_eq!(found, [6, 5, 4, 3, 2, 1]);
    assert_eq!(server.queries(), ["per_page=2", "page=2&per_page=2", "page=3&per_page=2"]);
}

#[tokio::test]
async fn resumed_page_has_the_number_of_skipped_items() {
    let server = numbered(PAGES);
    let mut items = repo(&server).alerts().stream();
    for _ in 0..3 {
        items.try_next().await.unwrap();
    }
    let token = reparsed(items.resume());
    let page = repo(&server).alerts().resume(&token).page().await.unwrap();
    assert_eq!((page.skipped, page.items.len(), page.items[0].number.get()), (1, 1, 3));
}

#[tokio::test]
async fn resumed_list_has_the_page_size_of_the_token_and_the_filters_of_the_request() {
    let server = numbered(PAGES);
    let mut items = repo(&server).alerts().per_page(2).stream();
    for _ in 0..3 {
        items.try_next().await.unwrap();
    }
    let token = reparsed(items.resume());
    assert_eq!(token.per_page(), Some(2));
    let resumed = repo(&server).alerts().state(AlertState::Open).resume(&token);
    let (rest, _) = collect(&mut resumed.stream()).await;
    assert_eq!(rest, [3, 2, 1]);
    let resumed = ["page=2&per_page=2&state=open", "page=3&per_page=2&state=open"];
    assert_eq!(server.queries()[2..], resumed);
}

#[tokio::test]
async fn page_size_of_the_token_overrides_that_of_the_request() {
    let server = numbered(PAGES);
    let token = repo(&server).alerts().per_page(2).page().await.unwrap().next.unwrap();
    repo(&server).alerts().per_page(100).resume(&token).page().await.unwrap();
    assert_eq!(server.queries()[1], "page=2&per_page=2");
}

#[tokio::test]
async fn token_of_another_list_is_refused_before_sending() {
    let first = numbered(PAGES);
    let token = reparsed(repo(&first).alerts().page().await.unwrap().next);
    assert_eq!(token.operation(), "secret-scanning/list-alerts-for-repo");
    let server = Server::script([]);
    let errors = [
        enterprise(&server).alerts().resume(&token).page().await.unwrap_err(),
        repo(&server).alert(1).locations().resume(&token).page().await.unwrap_err(),
        repo(&server).secret_bypass_requests().resume(&token).stream().try_next().await.unwrap_err(),
        org(&server).secret_bypass_requests().resume(&token).page().await.unwrap_err(),
        repo(&server).push_rule_bypass_requests().resume(&token).pages().try_next().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")));
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn token_of_another_target_is_refused_before_sending() {
    let server = Server::script([]);
    let client = client(&server);
    let repo = |name: &str| client.repo_by_full_name(name).unwrap();
    let (acme, other) = (client.org("acme").unwrap(), client.org("other").unwrap());
    let enterprise = |slug: &str| client.enterprise(slug).unwrap();
    let of_org = reparsed(acme.alerts().pages().resume());
    let of_enterprise = reparsed(enterprise("acme").alerts().pages().resume());
    let of_repo = reparsed(repo("acme/widgets").alerts().by_cursor().pages().resume());
    let of_alert = reparsed(repo("acme/widgets").alert(42).locations().pages().resume());
    let of_requests = reparsed(acme.secret_bypass_requests().pages().resume());
    let targets = [&of_org, &of_enterprise, &of_repo, &of_alert].map(ResumeToken::target);
    let expected = ["organization acme", "enterprise acme", "acme/widgets", "acme/widgets, alert 42"];
    assert_eq!(targets, expected.map(Some));
    let errors = [
        other.alerts().resume(&of_org).page().await.unwrap_err(),
        other.secret_bypass_requests().resume(&of_requests).page().await.unwrap_err(),
        enterprise("acme-inc").alerts().resume(&of_enterprise).page().await.unwrap_err(),
        repo("acme/gadgets").alerts().resume(&of_repo).stream().try_next().await.unwrap_err(),
        repo("other/widgets").alerts().resume(&of_repo).pages().try_next().await.unwrap_err(),
        repo("acme/widgets").alert(4).locations().resume(&of_alert).page().await.unwrap_err(),
        repo("acme/gadgets").alert(42).locations().resume(&of_alert).collect_all().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")));
        assert_eq!(error.attempts(), 0);
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn token_of_the_same_target_in_other_letter_case_is_accepted() {
    let server = Server::script([page(&[1])]);
    let token = reparsed(repo(&server).alerts().pages().resume());
    let same = client(&server).repo("Acme", "Widgets").unwrap();
    assert_eq!(same.alerts().resume(&token).page().await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn invalid_argument_is_named_rather_than_the_token() {
    let server = Server::script([]);
    let invalid = repo(&server).alerts().owner_email_hash("short").pages();
    let token = reparsed(invalid.resume());
    let mut pages = repo(&server).alerts().owner_email_hash("short").resume(&token).pages();
    let error = pages.try_next().await.unwrap_err();
    assert_eq!((error.argument(), token.target()), (Some("owner_email_hash"), Some("acme/widgets")));
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn token_with_an_unsupported_position_is_refused_before_sending() {
    let server = Server::script([]);
    for text in [
        "secret-scanning/list-alerts-for-enterprise?page=2&target=enterprise+acme-inc",
        "secret-scanning/list-locations-for-alert?after=x&target=acme%2Fwidgets%2C+alert+1",
    ] {
        let token = resume_token(text);
        let enterprise = enterprise(&server).alerts().resume(&token).page().await.unwrap_err();
        let locations = repo(&server).alert(1).locations().resume(&token).page().await.unwrap_err();
        for error in [enterprise, locations] {
            assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")));
        }
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn page_size_of_a_token_is_validated() {
    let server = Server::script([]);
    let token = of_alerts("page=2&per_page=5000");
    let error = repo(&server).alerts().resume(&token).page().await.unwrap_err();
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("per_page")));
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn skip_beyond_the_end_of_a_page_skips_no_item_of_the_next() {
    // The second page had three items when the token was created, and has one now.
    let token = of_alerts("page=2&skip=3");
    let server = numbered(&[&[6, 5, 4], &[3], &[2, 1]]);
    let (rest, error) = collect(&mut repo(&server).alerts().resume(&token).stream()).await;
    assert!(error.is_none());
    assert_eq!(rest, [2, 1]);
}
