//! A malformed entry costs none of its neighbours, and is never shown.

use futures_util::StreamExt;
use github_secret_scanning::{Error, ErrorKind};
use serde_json::{Value, json};

use crate::support::{Answer, Server, org, repo};

/// What stands where something else belongs; it must never be seen again.
const PLANTED: &str = "pl4nted-value";

/// Three alerts, of which the middle one has a text where its number belongs.
fn with_a_bad_one() -> Value {
    json!([{ "number": 3 }, { "number": PLANTED }, { "number": 1 }])
}

fn shown(error: &Error) -> String {
    format!("{error} {error:?} {error:#?}")
}

#[tokio::test]
async fn the_neighbours_of_a_malformed_entry_arrive_and_it_is_named() {
    let server = Server::script([Answer::ok(&with_a_bad_one())]).await;
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
async fn in_a_stream_it_is_an_error_at_its_place_and_the_stream_goes_on() {
    let first = Answer::ok(&with_a_bad_one()).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Answer::ok(&json!([{ "number": 0 }]))]).await;
    let mut entries = Vec::new();
    let mut items = repo(&server).alerts().stream();
    while let Some(entry) = items.next().await {
        entries.push(entry.map(|alert| alert.number).map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert!(!shown(&error).contains(PLANTED), "{error}");
            error.decode_path().unwrap().to_owned()
        }));
    }
    assert_eq!(entries, [Ok(3), Err("[1].number".to_owned()), Ok(1), Ok(0)]);
}

#[tokio::test]
async fn a_walk_that_goes_on_after_a_malformed_entry_does_not_meet_it_again() {
    let server = Server::start(|_| Answer::ok(&with_a_bad_one())).await;
    let mut items = repo(&server).alerts().stream();
    assert!(items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().is_err());
    let place = items.resume().unwrap();
    let mut resumed = repo(&server).alerts().resume(&place).stream();
    assert_eq!(resumed.try_next().await.unwrap().unwrap().number, 1);
    assert!(resumed.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn the_path_leads_to_the_depth_of_the_fault() {
    let entries = [
        (json!({ "number": 1, "assigned_to": { "login": PLANTED, "id": PLANTED } }), "assigned_to.id"),
        (json!({ "number": 1, "metadata": [{ "key": "k", "value": "v" }, { "key": 5 }] }), "metadata[1].key"),
        (json!({ "number": 1, "repository": { "id": 1, "name": PLANTED } }), "repository"),
        (json!(PLANTED), "."),
        (json!(null), "."),
        (json!({}), "."),
    ];
    for (entry, path) in entries {
        let server = Server::script([Answer::ok(&json!([{ "number": 7 }, entry]))]).await;
        let page = repo(&server).alerts().page().await.unwrap();
        assert_eq!(page.items.len(), 1);
        assert_eq!(
            page.malformed.iter().map(|malformed| malformed.path()).collect::<Vec<_>>(),
            [path],
            "{entry}"
        );
        assert!(!format!("{page:?}").contains(PLANTED));
    }
}

#[tokio::test]
async fn a_page_of_nothing_but_malformed_entries_still_leads_on() {
    let first = Answer::ok(&json!([1, 2])).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Answer::ok(&json!([{ "id": 5, "number": 6 }]))]).await;
    let results: Vec<_> = org(&server).secret_bypass_requests().stream().collect().await;
    assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [false, false, true]);
}

#[tokio::test]
async fn an_answer_that_is_no_list_is_an_error_and_ends_the_walk() {
    let bodies = [
        json!({ "message": PLANTED }).to_string(),
        json!(PLANTED).to_string(),
        "null".into(),
        String::new(),
        format!("<html>{PLANTED}</html>"),
        format!("[{{\"number\": 1}}, {{\"number\": \"{PLANTED}"),
    ];
    for body in bodies {
        let server = Server::start(move |_| Answer::status(200).body(body.clone())).await;
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
async fn a_malformed_single_answer_is_an_error_that_says_where_and_not_what() {
    let body = format!("{{\"number\": 42,\n \"state\": \"open\",\n \"publicly_leaked\": \"{PLANTED}\"}}");
    let answer = Answer::status(200).header("x-github-request-id", "C0DE:1").body(body);
    let server = Server::script([answer]).await;
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
async fn an_empty_single_answer_is_an_error() {
    let server = Server::script([Answer::status(200)]).await;
    let error = repo(&server).alert(42).get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_write_whose_answer_cannot_be_read_outcome_unknown() {
    let server = Server::script([Answer::ok(&json!({ "number": PLANTED }))]).await;
    let error = repo(&server).alert(42).reopen().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
}
