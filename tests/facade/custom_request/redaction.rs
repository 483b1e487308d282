//! Neither a value of a path, a query or a body nor the response is in an error, a span or `Debug`.

use std::error::Error as _;

use github_secret_scanning::{Client, CustomRequest, Error, Method};
use serde_json::json;
use test_kit::{Reply, Server};

use super::client;
use crate::support::builder;
use crate::support::log::logged;

const PLANTED: &str = "hunter2-Zq9Kx";
const TEMPLATE: &str = "/repos/{owner}/contents/{path}";

/// Returns a request with the planted value wherever one can be.
fn planted(github: &Client, method: Method) -> CustomRequest {
    let request = github.request(method.clone(), TEMPLATE).path("owner", PLANTED).path("path", PLANTED);
    let request = request.query(&[("q", PLANTED), (PLANTED, "q")]);
    if method == Method::GET { request } else { request.json(&json!({ PLANTED: PLANTED })) }
}

fn assert_hides(text: &str) {
    assert!(!text.contains(PLANTED), "{text}");
}

fn assert_error_hides(error: &Error) {
    assert_hides(&format!("{error} {error:#} {error:?} {error:#?}"));
    let mut source = error.source();
    while let Some(cause) = source {
        assert_hides(&format!("{cause} {cause:?} {cause:#?}"));
        source = cause.source();
    }
}

/// Returns responses of many kinds, which repeat the planted value.
fn replies() -> Vec<Reply> {
    let location = format!("https://elsewhere.example/{PLANTED}?{PLANTED}");
    let with_headers = |reply: Reply| {
        reply
            .header("location", &location)
            .header("etag", format!("\"{PLANTED}\""))
            .header("x-github-request-id", PLANTED)
            .header("link", format!("<?after={PLANTED}>; rel=next"))
    };
    let statuses = [200, 204, 302, 304, 401, 404, 422, 429, 500];
    let replies = statuses.map(|status| with_headers(Reply::status(status).body(PLANTED)));
    replies.into_iter().chain([Reply::hang_up()]).collect()
}

#[tokio::test]
async fn errors_and_spans_have_the_template_and_no_value() {
    for reply in replies() {
        for method in [Method::GET, Method::PATCH] {
            let server = Server::script([reply.clone()]);
            let github = client(&server);
            let text = logged(async {
                let request = planted(&github, method.clone());
                assert_hides(&format!("{request:?} {request:#?}"));
                match request.await {
                    Ok(response) => {
                        assert_hides(&format!("{response:?} {response:#?}"));
                        assert_error_hides(&response.json::<u64>().unwrap_err());
                    }
                    Err(error) => {
                        assert_eq!(error.operation(), Some(TEMPLATE));
                        assert_error_hides(&error);
                    }
                }
            })
            .await;
            assert_hides(&text);
            assert!(text.contains(&format!("url.template=\"{TEMPLATE}\"")), "{text}");
            assert!(text.contains(&format!("github.operation=\"{TEMPLATE}\"")), "{text}");
        }
    }
}

#[tokio::test]
async fn request_that_cannot_be_sent_is_refused_without_its_values() {
    let github = builder().base_url("http://127.0.0.1:9").build().unwrap();
    let refused = [
        planted(&github, Method::GET).path("path", PLANTED),
        planted(&github, Method::GET).query(PLANTED),
        planted(&github, Method::GET).json(PLANTED),
        github.request(Method::GET, TEMPLATE).path("owner", format!("{PLANTED}/..")).path("path", PLANTED),
        // Longer than an address can be.
        planted(&github, Method::GET).query(&[("q", PLANTED.repeat(10_000))]),
    ];
    for request in refused {
        let error = request.await.unwrap_err();
        assert!(error.argument().is_some(), "{error}");
        assert_error_hides(&error);
    }
    assert_error_hides(&planted(&github, Method::GET).await.unwrap_err());
}

#[tokio::test]
async fn list_and_its_pages_show_no_value_of_the_request() {
    let server = Server::script([Reply::ok(&json!([PLANTED]))]);
    let list = planted(&client(&server), Method::GET).list::<String>();
    assert_hides(&format!("{list:?} {:?} {:?}", list.clone().pages(), list.clone().stream()));
    let token = list.page().await.unwrap().next;
    assert_eq!(token, None);
}
