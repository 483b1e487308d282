//! The two operations on push rule bypass requests.

use github_secret_scanning::models::{BypassRequestStatusFilter, TimePeriod};

use super::{assert_every_parameter_sent, assert_sent, serving};
use crate::support::repo;

const OF_REPO: &str = "/repos/acme/widgets/bypass-requests/push-rules";

#[tokio::test]
async fn a_list_sends_every_filter() {
    let server = serving("push_rule_bypass_requests/list").await;
    server.expect_fault("query parameter request_status at");
    let request = repo(&server)
        .push_rule_bypass_requests()
        .reviewer("octocat")
        .requester("monalisa")
        .time_period(TimePeriod::Hour)
        .request_status(BypassRequestStatusFilter::from("parked"))
        .per_page(100);
    request.page().await.unwrap();
    let query = "per_page=100&request_status=parked&requester=monalisa&reviewer=octocat&time_period=hour";
    assert_sent(&server.only(), "GET", &format!("{OF_REPO}?{query}"));
    assert_every_parameter_sent("repos/list-repo-push-bypass-requests", &server.received());
}

#[tokio::test]
async fn getting_one_sends_nothing_but_its_path() {
    let server = serving("push_rule_bypass_requests/get").await;
    let request = repo(&server).push_rule_bypass_request(24).get().await.unwrap();
    assert_sent(&server.only(), "GET", &format!("{OF_REPO}/24"));
    assert_eq!((request.id, request.number), (12, 24));
}
