//! Malformed items and responses: the other items of a page are returned, and no error contains a value.

use futures_util::StreamExt;
use github_secret_scanning::{Error, ErrorKind};
use serde_json::{Value, json};

use crate::support::{Reply, Server, org, repo};

/// A value of a wrong type, which no error may contain.
const PLANTED: &str = "pl4nted-value";

/// Returns three alerts; the number of the second one is a text.
fn second_malformed() -> Value {
    json!([{ "number": 3 }, { "number": PLANTED }, { "number": 1 }])
}

fn shown(error: &Error) -> String {
    format!("{error} {error:?} {error:#?}")
}

#[tokio::test]
async fn page_returns_valid_items_and_describes_the_malformed_one() {
    let server = Server::script([Reply::ok(&second_malformed())]);
    let page = repo(&server).alerts().page().await.unwrap();
    assert_eq!(page.items.iter().map(|alert| alert.number).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(page.malformed.len(), 1);
    let malformed = &page.malformed[0];
    assert_eq!((malformed.index(), malformed.path()), (1, "number"));
    assert_eq!(malformed.line(), Some(1));
    assert!(!format!("{page:?}").contains(PLANTED));

    let error = Error::from(malformed.clone());
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_path(), Some("[1].number"));
    assert_eq!(error.operation(), Some("secret-scanning/list-alerts-for-repo"));
    assert!(!shown(&error).contains(PLANTED), "{error}");
}

#[tokio::test]
async fn stream_yields_an_error_for_a_malformed_item_and_continues() {
    let first = Reply::ok(&second_malformed()).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Reply::ok(&json!([{ "number": 0 }]))]);
    let mut results = Vec::new();
    let mut items = repo(&server).alerts().stream();
    while let Some(result) = items.next().await {
        results.push(result.map(|alert| alert.number.get()).map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert!(!shown(&error).contains(PLANTED), "{error}");
            error.decode_path().unwrap().to_owned()
        }));
    }
    assert_eq!(results, [Ok(3), Err("[1].number".to_owned()), Ok(1), Ok(0)]);
}

#[tokio::test]
async fn resuming_after_a_malformed_item_does_not_repeat_it() {
    let server = Server::start(|_| Reply::ok(&second_malformed()));
    let mut items = repo(&server).alerts().stream();
    assert!(items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().is_err());
    let token = items.resume().unwrap();
    let mut resumed = repo(&server).alerts().resume(&token).stream();
    assert_eq!(resumed.try_next().await.unwrap().unwrap().number, 1);
    assert!(resumed.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn json_path_leads_to_the_invalid_property() {
    let cases = [
        (json!({ "number": 1, "assigned_to": { "login": PLANTED, "id": PLANTED } }), "assigned_to.id"),
        (json!({ "number": 1, "metadata": [{ "key": "k", "value": "v" }, { "key": 5 }] }), "metadata[1].key"),
        (json!({ "number": 1, "repository": { "id": 1, "name": PLANTED } }), "repository"),
        (json!(PLANTED), "."),
        (json!(null), "."),
        (json!({}), "."),
    ];
    for (item, path) in cases {
        let server = Server::script([Reply::ok(&json!([{ "number": 7 }, item]))]);
        let page = repo(&server).alerts().page().await.unwrap();
        assert_eq!(page.items.len(), 1);
        assert_eq!(
            page.malformed.iter().map(|malformed| malformed.path()).collect::<Vec<_>>(),
            [path],
            "{item}"
        );
        assert!(!format!("{page:?}").contains(PLANTED));
    }
}

#[tokio::test]
async fn page_of_malformed_items_has_a_next_page() {
    let first = Reply::ok(&json!([1, 2])).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Reply::ok(&json!([{ "id": 5, "number": 6 }]))]);
    let results: Vec<_> = org(&server).secret_bypass_requests().stream().collect().await;
    assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [false, false, true]);
}

#[tokio::test]
async fn response_that_is_not_a_list_is_an_error_and_ends_the_stream() {
    let bodies = [
        json!({ "message": PLANTED }).to_string(),
        json!(PLANTED).to_string(),
        "null".into(),
        String::new(),
        format!("<html>{PLANTED}</html>"),
        format!("[{{\"number\": 1}}, {{\"number\": \"{PLANTED}"),
    ];
    for body in bodies {
        let server = Server::start(move |_| Reply::status(200).body(body.clone()));
        let mut items = repo(&server).alerts().stream();
        let error = items.try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{error}");
        assert!(error.decode_path().is_some());
        assert!(!shown(&error).contains(PLANTED), "{error}");
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn malformed_response_is_an_error_with_the_position_and_without_the_value() {
    let body = format!("{{\"number\": 42,\n \"state\": \"open\",\n \"publicly_leaked\": \"{PLANTED}\"}}");
    let reply = Reply::status(200).header("x-github-request-id", "C0DE:1").body(body);
    let server = Server::script([reply]);
    let error = repo(&server).alert(42).get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_path(), Some("publicly_leaked"));
    assert_eq!(error.decode_line(), Some(3));
    assert!(error.decode_column().is_some());
    assert_eq!((error.status(), error.request_id()), (Some(200), Some("C0DE:1")));
    assert!(!error.outcome_unknown());
    let line = error.to_string();
    assert!(line.contains("publicly_leaked") && line.contains("line 3"), "{line}");
    assert!(!shown(&error).contains(PLANTED), "{error}");
}

#[tokio::test]
async fn empty_response_is_an_error() {
    let server = Server::script([Reply::status(200)]);
    let error = repo(&server).alert(42).get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn malformed_response_to_a_write_leaves_its_outcome_unknown() {
    let server = Server::script([Reply::ok(&json!({ "number": PLANTED }))]);
    let error = repo(&server).alert(42).reopen().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
}
