//! The five operations on alerts.

use github_secret_scanning::models::{
    AlertMetadataKey, AlertSort, AlertState, Resolution, ResolutionFilter, SortDirection, Validity,
    ValidityOverride,
};
use serde_json::json;

use super::{
    assert_every_parameter_sent, assert_every_property_sent, assert_sent, assert_sent_body, serving,
};
use crate::support::{Server, enterprise, org, repo};

const REPO_ALERTS: &str = "/repos/acme/widgets/secret-scanning/alerts";
const ORG_ALERTS: &str = "/orgs/acme/secret-scanning/alerts";
const ENTERPRISE_ALERTS: &str = "/enterprises/acme-inc/secret-scanning/alerts";
const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Sets every filter but those that exclude others, on either kind of list.
macro_rules! every_filter {
    ($alerts:expr) => {
        $alerts
            .state(AlertState::Open)
            .secret_type(["adafruit_io_key", "mailchimp_api_key"])
            .providers(vec![String::from("github"), String::from("adafruit")])
            .resolution([ResolutionFilter::Revoked, ResolutionFilter::PatternEdited])
            .assignee("*")
            .sort(AlertSort::Updated)
            .direction(SortDirection::Asc)
            .per_page(100)
            .validity([Validity::Active, Validity::Unknown])
            .is_publicly_leaked(true)
            .is_multi_repo(true)
            .hide_secret(true)
            .is_bypassed(false)
            .included_metadata([AlertMetadataKey::OwnerEmail, AlertMetadataKey::LastUsedDate])
            .owner_email_hash(HASH)
    };
}

/// What [`every_filter`] becomes.
fn every_filter_query() -> String {
    format!(
        "assignee=*&direction=asc&hide_secret=true&included_metadata=owner-email%2Clast-used-date\
         &is_bypassed=false&is_multi_repo=true&is_publicly_leaked=true&owner_email_hash={HASH}\
         &per_page=100&providers=github%2Cadafruit&resolution=revoked%2Cpattern_edited\
         &secret_type=adafruit_io_key%2Cmailchimp_api_key&sort=updated&state=open\
         &validity=active%2Cunknown"
    )
}

const EXCLUDING_QUERY: &str = "exclude_providers=github%2Cadafruit&exclude_secret_types=http_basic%2Crsa_key";

#[tokio::test]
async fn a_list_of_a_repository_sends_every_filter() {
    let server = serving("alerts/repo_list").await;
    let alerts = || repo(&server).alerts();
    every_filter!(alerts()).page().await.unwrap();
    let excluding =
        alerts().exclude_providers(["github", "adafruit"]).exclude_secret_types(["http_basic", "rsa_key"]);
    excluding.page().await.unwrap();

    let received = server.received();
    assert_sent(&received[0], "GET", &format!("{REPO_ALERTS}?{}", every_filter_query()));
    assert_sent(&received[1], "GET", &format!("{REPO_ALERTS}?{EXCLUDING_QUERY}"));
    assert_every_parameter_sent("secret-scanning/list-alerts-for-repo", &received);
}

#[tokio::test]
async fn a_list_of_an_enterprise_sends_every_filter() {
    let server = serving("alerts/enterprise_list").await;
    let alerts = || enterprise(&server).alerts();
    every_filter!(alerts()).page().await.unwrap();
    let excluding =
        alerts().exclude_providers(["github", "adafruit"]).exclude_secret_types(["http_basic", "rsa_key"]);
    excluding.page().await.unwrap();

    let received = server.received();
    assert_sent(&received[0], "GET", &format!("{ENTERPRISE_ALERTS}?{}", every_filter_query()));
    assert_sent(&received[1], "GET", &format!("{ENTERPRISE_ALERTS}?{EXCLUDING_QUERY}"));
    assert_every_parameter_sent("secret-scanning/list-alerts-for-enterprise", &received);
}

#[tokio::test]
async fn a_list_of_an_organization_sends_every_filter() {
    let server = serving("alerts/enterprise_list").await;
    let alerts = || org(&server).alerts();
    every_filter!(alerts()).page().await.unwrap();
    let excluding =
        alerts().exclude_providers(["github", "adafruit"]).exclude_secret_types(["http_basic", "rsa_key"]);
    excluding.page().await.unwrap();
    alerts().by_cursor().page().await.unwrap();

    let received = server.received();
    assert_sent(&received[0], "GET", &format!("{ORG_ALERTS}?{}", every_filter_query()));
    assert_sent(&received[1], "GET", &format!("{ORG_ALERTS}?{EXCLUDING_QUERY}"));
    assert_sent(&received[2], "GET", &format!("{ORG_ALERTS}?after="));
    assert_every_parameter_sent("secret-scanning/list-alerts-for-org", &received[..2]);
}

#[tokio::test]
async fn a_filter_takes_values_that_this_version_does_not_know() {
    let server = serving("alerts/repo_list").await;
    for filter in ["query parameter sort at", "query parameter state at", "query parameter validity at"] {
        server.expect_fault(filter);
    }
    let alerts = repo(&server).alerts();
    let request = alerts
        .state(AlertState::from("quarantined"))
        .validity([Validity::from("expiring soon"), Validity::Active])
        .sort(AlertSort::from("risk&page=9"));
    request.page().await.unwrap();
    let query = "sort=risk%26page%3D9&state=quarantined&validity=expiring+soon%2Cactive";
    assert_eq!(server.only().query(), query);
}

#[tokio::test]
async fn a_filter_that_is_set_twice_counts_once_and_an_empty_one_is_not_sent() {
    let server = serving("alerts/repo_list").await;
    let none: [Validity; 0] = [];
    let request = repo(&server).alerts().secret_type(["a", "b"]).secret_type(["c"]).validity(none);
    request.state(AlertState::Open).state(AlertState::Resolved).page().await.unwrap();
    assert_eq!(server.only().query(), "secret_type=c&state=resolved");
}

#[tokio::test]
async fn getting_an_alert_sends_every_parameter() {
    let server = serving("alerts/get").await;
    repo(&server).alert(42).get().hide_secret(true).await.unwrap();
    assert_sent(&server.only(), "GET", &format!("{REPO_ALERTS}/42?hide_secret=true"));
    assert_every_parameter_sent("secret-scanning/get-alert", &server.received());
}

#[tokio::test]
async fn an_update_sends_every_property() {
    let server = serving("alerts/update_response").await;
    let update = repo(&server).alert(42).update();
    let update = update
        .state(AlertState::Resolved)
        .resolution(Resolution::UsedInTests)
        .resolution_comment("«ä»\n\"quoted\"")
        .assignee("monalisa")
        .validity(ValidityOverride::Inactive);
    update.send().await.unwrap();
    let body = json!({
        "state": "resolved",
        "resolution": "used_in_tests",
        "resolution_comment": "«ä»\n\"quoted\"",
        "assignee": "monalisa",
        "validity": "inactive",
    });
    assert_sent_body(&server.only(), "PATCH", &format!("{REPO_ALERTS}/42"), &body);
    assert_every_property_sent("AlertUpdate", &body);
}

#[tokio::test]
async fn resolving_sends_the_state_with_the_resolution_and_the_comment() {
    let server: Server = serving("alerts/update_response").await;
    server.expect_fault("request body at \"/resolution\"");
    let alert = repo(&server).alert(42);
    alert.resolve(Resolution::Revoked).comment("rotated").send().await.unwrap();
    alert.resolve(Resolution::from("moved_to_vault")).await.unwrap();
    let received = server.received();
    let with_comment =
        json!({ "state": "resolved", "resolution": "revoked", "resolution_comment": "rotated" });
    assert_sent_body(&received[0], "PATCH", &format!("{REPO_ALERTS}/42"), &with_comment);
    assert_eq!(received[1].json(), json!({ "state": "resolved", "resolution": "moved_to_vault" }));
}

#[tokio::test]
async fn the_documented_body_of_an_update_is_what_resolving_sends() {
    let server = serving("alerts/update_response").await;
    repo(&server).alert(42).resolve(Resolution::FalsePositive).await.unwrap();
    assert_eq!(server.only().json(), crate::support::fixture::read("alerts/update_body"));
}
