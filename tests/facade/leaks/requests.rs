//! The token in clients, scopes, requests and streams.

use github_secret_scanning::models::{BypassReviewAction, Resolution};
use github_secret_scanning::{Client, SecretString};
use serde_json::json;

use super::{PLANTED, assert_error_hides, assert_hides, debugged};
use crate::support::{self, Reply, Server};

fn client(server: &Server) -> Client {
    support::builder().token(PLANTED).base_url(server.url()).build().unwrap()
}

#[test]
fn debug_of_a_builder_hides_the_token() {
    for builder in [
        Client::builder().token(PLANTED),
        Client::builder().token(String::from(PLANTED)),
        Client::builder().token(SecretString::from(PLANTED)),
    ] {
        assert_hides(&debugged(&builder), PLANTED);
        assert_hides(&debugged(&builder.clone().build()), PLANTED);
    }
}

#[test]
fn error_of_a_builder_does_not_contain_the_argument() {
    let builder = || Client::builder().token("t");
    let invalid = [
        Client::builder().token(format!("{PLANTED}\n")),
        Client::builder().token(format!("ä{PLANTED}")),
        builder().base_url(PLANTED),
        builder().base_url(format!("https://user:{PLANTED}@h/")),
        builder().base_url(format!("https://h/?token={PLANTED}")),
        builder().base_url(format!("https://h:{PLANTED}/")),
        builder().enterprise_server(format!("user:{PLANTED}@h")),
        builder().ghe_com(format!("a/{PLANTED}")),
        builder().user_agent(format!("{PLANTED}\n")),
        builder().proxy(format!("http://user:{PLANTED}@")),
        builder().proxy(format!("http://user:1#{PLANTED}@h")),
        builder().proxy(format!("socks5://user:{PLANTED}@h")),
        builder().proxy(format!("htp://user:{PLANTED}@h")),
    ];
    for builder in invalid {
        assert_hides(&debugged(&builder), PLANTED);
        assert_error_hides(&builder.build().unwrap_err(), PLANTED);
    }
}

#[tokio::test]
async fn debug_of_scopes_requests_and_streams_hides_the_token() {
    let server = Server::script([]);
    let github = client(&server);
    let (repo, org) = (github.repo("acme", "widgets").unwrap(), github.org("acme").unwrap());
    let enterprise = github.enterprise("acme-inc").unwrap();
    let (alert, bypass) = (repo.alert(42), repo.secret_bypass_request(21));
    let shown = [
        debugged(&github),
        debugged(&repo),
        debugged(&org),
        debugged(&enterprise),
        debugged(&alert),
        debugged(&bypass),
        debugged(&repo.push_rule_bypass_request(7)),
        debugged(&org.pattern_configurations()),
        debugged(&enterprise.pattern_configurations()),
        debugged(&enterprise.alerts()),
        debugged(&enterprise.pattern_configurations().get()),
        debugged(&enterprise.pattern_configurations().update()),
        debugged(&org.secret_bypass_requests()),
        debugged(&org.pattern_configurations().get()),
        debugged(&org.pattern_configurations().update()),
        debugged(&repo.push_rule_bypass_requests()),
        debugged(&repo.push_rule_bypass_request(7).get()),
        debugged(&repo.secret_bypass_requests()),
        debugged(&bypass.get()),
        debugged(&bypass.review(BypassReviewAction::Approve, "fine")),
        debugged(&repo.dismiss_secret_bypass_response(42)),
        debugged(&repo.alerts()),
        debugged(&alert.get()),
        debugged(&alert.resolve(Resolution::Revoked)),
        debugged(&alert.locations()),
        debugged(&repo.alerts().pages()),
        debugged(&repo.alerts().stream()),
    ];
    for text in shown {
        assert!(!text.is_empty());
        assert_hides(&text, PLANTED);
    }
}

#[tokio::test]
async fn debug_of_a_polled_stream_hides_the_token_and_buffered_secrets() {
    let list = json!([{ "number": 1, "secret": PLANTED }, { "number": 2, "secret": PLANTED }]);
    let server = Server::script([Reply::ok(&list).header("link", "<?page=2>; rel=next")]);
    let mut items = client(&server).repo("acme", "widgets").unwrap().alerts().stream();
    items.try_next().await.unwrap();
    assert_hides(&debugged(&items), PLANTED);
    assert_hides(&format!("{:?} {}", items.resume(), items.resume().unwrap()), PLANTED);
}

#[tokio::test]
async fn token_in_a_response_is_masked() {
    let body = json!({
        "message": format!("Bad credentials {PLANTED}"),
        "documentation_url": format!("https://docs.github.com/?t={PLANTED}"),
        "errors": [PLANTED, { "field": PLANTED, "code": PLANTED, "resource": PLANTED, "message": PLANTED }],
    });
    let headers = |reply: Reply| {
        reply
            .header("x-accepted-github-permissions", PLANTED)
            .header("x-oauth-scopes", PLANTED)
            .header("x-ratelimit-resource", PLANTED)
            .header("www-authenticate", PLANTED)
            .header("location", format!("https://{PLANTED}.example/{PLANTED}"))
    };
    for status in [301, 400, 401, 403, 404, 409, 422, 429, 500] {
        let server = Server::script([headers(Reply::json(status, &body))]);
        let error = client(&server).repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
        assert_error_hides(&error, PLANTED);
    }
}

#[tokio::test]
async fn token_in_a_request_id_is_masked() {
    let with_ids =
        |reply: Reply| reply.header("x-github-request-id", PLANTED).header("x-ratelimit-resource", PLANTED);
    let server = Server::script([with_ids(Reply::status(500)), with_ids(Reply::ok(&json!([])))]);
    let repo = client(&server).repo("acme", "widgets").unwrap();
    assert_error_hides(&repo.alert(42).get().await.unwrap_err(), PLANTED);
    assert_hides(&debugged(&repo.alerts().page().await.unwrap()), PLANTED);
}
