//! The operation on locations.

use github_secret_scanning::models::Location;

use super::{assert_every_parameter_sent, assert_sent, serving};
use crate::support::repo;

#[tokio::test]
async fn listing_locations_sends_every_parameter() {
    let server = serving("locations/list").await;
    let page = repo(&server).alert(7).locations().per_page(1).page().await.unwrap();
    let target = "/repos/acme/widgets/secret-scanning/alerts/7/locations?per_page=1";
    assert_sent(&server.only(), "GET", target);
    assert_every_parameter_sent("secret-scanning/list-locations-for-alert", &server.received());
    assert!(matches!(page.items[0], Location::Commit(_)));
}
