//! Functions that are generic over the scopes of a list.

use github_secret_scanning::Error;
use github_secret_scanning::models::{AlertState, BypassRequestStatusFilter};
use github_secret_scanning::requests::{ListAlerts, ListSecretBypassRequests};
use serde_json::json;

use super::page;
use crate::support::{Reply, Server, enterprise, org, repo};

async fn open_alerts<S>(alerts: ListAlerts<S>) -> Result<Vec<u64>, Error> {
    let mut alerts = alerts.state(AlertState::Open).per_page(100).hide_secret(true).stream();
    let mut numbers = Vec::new();
    while let Some(alert) = alerts.try_next().await? {
        numbers.push(alert.number.get());
    }
    Ok(numbers)
}

async fn open_requests<S>(requests: ListSecretBypassRequests<S>) -> Result<usize, Error> {
    Ok(requests.request_status(BypassRequestStatusFilter::Open).page().await?.items.len())
}

#[tokio::test]
async fn one_function_lists_the_alerts_of_every_scope() {
    let server = Server::start(|_| page(&[2, 1]));
    assert_eq!(open_alerts(repo(&server).alerts()).await.unwrap(), [2, 1]);
    assert_eq!(open_alerts(org(&server).alerts().by_cursor()).await.unwrap(), [2, 1]);
    assert_eq!(open_alerts(enterprise(&server).alerts()).await.unwrap(), [2, 1]);
    let query = "hide_secret=true&per_page=100&state=open";
    assert_eq!(server.queries(), [query.to_owned(), format!("after=&{query}"), query.to_owned()]);
    let paths: Vec<_> = server.received().iter().map(|received| received.path().to_owned()).collect();
    assert_eq!(
        paths,
        [
            "/repos/acme/widgets/secret-scanning/alerts",
            "/orgs/acme/secret-scanning/alerts",
            "/enterprises/acme-inc/secret-scanning/alerts",
        ]
    );
}

#[tokio::test]
async fn one_function_lists_the_bypass_requests_of_every_scope() {
    let server = Server::start(|_| Reply::ok(&json!([{ "id": 5, "number": 6 }])));
    assert_eq!(open_requests(repo(&server).secret_bypass_requests()).await.unwrap(), 1);
    assert_eq!(open_requests(org(&server).secret_bypass_requests()).await.unwrap(), 1);
    assert_eq!(server.queries(), ["request_status=open", "request_status=open"]);
}
