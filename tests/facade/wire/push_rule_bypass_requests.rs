//! The two operations on push rule bypass requests.

use super::{assert_sent, serving};
use crate::support::repo;

const OF_REPO: &str = "/repos/acme/widgets/bypass-requests/push-rules";

#[tokio::test]
async fn get_sends_only_its_path() {
    let server = serving("push_rule_bypass_requests/get");
    let request = repo(&server).push_rule_bypass_request(24).get().await.unwrap();
    assert_sent(&server.only(), "GET", &format!("{OF_REPO}/24"));
    assert_eq!((request.id, request.number.get()), (12, 24));
}
