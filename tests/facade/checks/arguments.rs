//! Ranges, filters that exclude each other, and invalid updates.

use github_secret_scanning::models::{AlertState, BypassReviewAction, Resolution, Validity};

use super::assert_refused;
use crate::support::{Reply, Server, enterprise, fixture, org, repo};

fn unused() -> Server {
    Server::script([])
}

#[tokio::test]
async fn page_size_must_be_between_1_and_100_on_every_list() {
    let server = unused();
    let (repo, org, enterprise) = (repo(&server), org(&server), enterprise(&server));
    for size in [0, 101, u64::MAX] {
        assert_refused(repo.alerts().per_page(size).page().await, "per_page", &server);
        assert_refused(enterprise.alerts().per_page(size).page().await, "per_page", &server);
        assert_refused(repo.alert(1).locations().per_page(size).page().await, "per_page", &server);
        assert_refused(repo.secret_bypass_requests().per_page(size).page().await, "per_page", &server);
        assert_refused(org.alerts().per_page(size).page().await, "per_page", &server);
        assert_refused(org.secret_bypass_requests().per_page(size).page().await, "per_page", &server);
        assert_refused(repo.push_rule_bypass_requests().per_page(size).page().await, "per_page", &server);
    }
}

#[tokio::test]
async fn number_must_be_greater_than_zero() {
    let server = unused();
    let repo = repo(&server);
    assert_refused(repo.alert(0).get().await, "alert_number", &server);
    assert_refused(repo.alert(0).reopen().await, "alert_number", &server);
    assert_refused(repo.alert(0).locations().page().await, "alert_number", &server);
    assert_refused(repo.secret_bypass_request(0).get().await, "bypass_request_number", &server);
    assert_refused(repo.push_rule_bypass_request(0).get().await, "bypass_request_number", &server);
}

#[tokio::test]
async fn stream_and_pages_end_after_an_invalid_argument() {
    let server = unused();
    let mut items = repo(&server).alerts().per_page(0).stream();
    assert_refused(items.try_next().await, "per_page", &server);
    assert!(items.try_next().await.unwrap().is_none());
    let mut pages = repo(&server).alerts().per_page(101).pages();
    assert_refused(pages.try_next().await, "per_page", &server);
    assert!(pages.try_next().await.unwrap().is_none());
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn review_message_must_have_1_to_2048_characters() {
    let server = unused();
    let request = repo(&server).secret_bypass_request(21);
    for message in [String::new(), "a".repeat(2049), "ä".repeat(2049)] {
        assert_refused(request.approve(message.clone()).await, "message", &server);
        assert_refused(request.deny(message.clone()).await, "message", &server);
        assert_refused(request.review(BypassReviewAction::Approve, message).await, "message", &server);
    }
    let receipt = fixture::read("secret_bypass_requests/review_response");
    let server = Server::start(move |_| Reply::ok(&receipt));
    let request = repo(&server).secret_bypass_request(21);
    // 2,048 characters of 1, 2 and 4 bytes.
    for message in ["a".repeat(2048), "ä".repeat(2048), "🔑".repeat(2048), "a".into()] {
        request.approve(message.clone()).await.unwrap();
        assert_eq!(server.received().last().unwrap().json()["message"], message);
    }
}

#[tokio::test]
async fn state_resolved_requires_a_resolution() {
    let server = unused();
    let update = || repo(&server).alert(42).update().state(AlertState::Resolved);
    assert_refused(update().await, "resolution", &server);
    assert_refused(update().clear_resolution().await, "resolution", &server);
    assert_refused(update().resolution_comment("x").assignee("monalisa").await, "resolution", &server);
}

#[tokio::test]
async fn state_open_excludes_a_comment() {
    let server = unused();
    let alert = repo(&server).alert(42);
    assert_refused(alert.reopen().comment("x").await, "resolution_comment", &server);
    let update = alert.update().state(AlertState::Open).resolution_comment("x");
    assert_refused(update.await, "resolution_comment", &server);
}

#[tokio::test]
async fn update_without_changes_is_refused_with_the_settable_properties() {
    let server = unused();
    let update = || repo(&server).alert(42).update();
    let incomplete = [update(), update().resolution(Resolution::Revoked), update().resolution_comment("x")];
    for update in incomplete {
        let error = update.await.unwrap_err();
        let text = error.to_string();
        for property in ["state", "assignee", "validity"] {
            assert!(text.contains(property), "{text}");
        }
        assert_refused::<()>(Err(error), "state", &server);
    }
}

#[tokio::test]
async fn filters_that_exclude_each_other_are_refused() {
    let server = unused();
    let alerts = || repo(&server).alerts();
    let types = alerts().secret_type(["a"]).exclude_secret_types(["b"]);
    assert_refused(types.page().await, "secret_type", &server);
    let providers = alerts().exclude_providers(["b"]).providers(["a"]);
    assert_refused(providers.page().await, "providers", &server);
    let of_enterprise = enterprise(&server).alerts();
    let types = of_enterprise.clone().exclude_secret_types(["b"]).secret_type(["a"]);
    assert_refused(types.page().await, "secret_type", &server);
    let providers = of_enterprise.providers(["a"]).exclude_providers(["b"]);
    assert_refused(providers.page().await, "providers", &server);
}

#[tokio::test]
async fn filters_of_different_pairs_can_be_combined() {
    let list = fixture::read("alerts/repo_list");
    let server = Server::start(move |_| Reply::ok(&list));
    let request = repo(&server).alerts().secret_type(["a"]).exclude_providers(["b"]);
    request.page().await.unwrap();
    assert_eq!(server.only().query(), "exclude_providers=b&secret_type=a");
}

#[tokio::test]
async fn value_in_a_list_must_not_be_empty_or_contain_a_comma() {
    let server = unused();
    let (repo, enterprise) = (repo(&server), enterprise(&server));
    let alerts = || repo.alerts();
    for bad in ["a,b", ",", "", " "] {
        assert_refused(alerts().secret_type(["ok", bad]).page().await, "secret_type", &server);
        assert_refused(alerts().exclude_secret_types([bad]).page().await, "exclude_secret_types", &server);
        assert_refused(alerts().providers([bad]).page().await, "providers", &server);
        assert_refused(alerts().exclude_providers([bad]).page().await, "exclude_providers", &server);
        assert_refused(alerts().validity([Validity::from(bad)]).page().await, "validity", &server);
        let of_enterprise = enterprise.alerts().resolution([bad.into()]);
        assert_refused(of_enterprise.page().await, "resolution", &server);
        let with_metadata = enterprise.alerts().included_metadata([bad.into()]);
        assert_refused(with_metadata.page().await, "included_metadata", &server);
    }
}

#[tokio::test]
async fn hash_must_have_64_characters() {
    let server = unused();
    let (repo, enterprise) = (repo(&server), enterprise(&server));
    for length in [0, 63, 65] {
        let hash = "a".repeat(length);
        assert_refused(repo.alerts().owner_email_hash(&hash).page().await, "owner_email_hash", &server);
        let of_enterprise = enterprise.alerts().owner_email_hash(&hash);
        assert_refused(of_enterprise.page().await, "owner_email_hash", &server);
    }
}

#[tokio::test]
async fn invalid_argument_error_has_the_operation() {
    let server = unused();
    let error = repo(&server).alerts().per_page(0).page().await.unwrap_err();
    assert_eq!(error.operation(), Some("secret-scanning/list-alerts-for-repo"));
    let error = repo(&server).secret_bypass_request(1).approve("").await.unwrap_err();
    assert_eq!(error.operation(), Some("secret-scanning/review-bypass-request"));
}
