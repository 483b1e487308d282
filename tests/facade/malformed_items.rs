//! Malformed items and responses: the other items of a page are returned, and no error contains a value.

use futures_util::{StreamExt, TryStreamExt};
use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, ErrorKind, Method};
use serde_json::{Value, json};

use crate::support::log::logged;
use crate::support::{Reply, Server, client, org, repo, resume_token};

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
    assert_eq!((error.kind(), error.malformed_items()), (ErrorKind::MalformedItems, &page.malformed[..]));
    assert_eq!(error.operation(), Some("secret-scanning/list-alerts-for-repo"));
    assert!(!shown(&error).contains(PLANTED), "{error}");
}

#[tokio::test]
async fn stream_yields_all_other_items_and_then_one_error() {
    let first = Reply::ok(&second_malformed()).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Reply::ok(&json!([{ "number": 0 }]))]);
    let mut items = repo(&server).alerts().stream();
    let mut numbers = Vec::new();
    let error = loop {
        match items.next().await.unwrap() {
            Ok(alert) => numbers.push(alert.number),
            Err(error) => break error,
        }
    };
    assert_eq!(numbers, [3, 1, 0]);
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::MalformedItems, 1));
    assert!(!shown(&error).contains(PLANTED), "{error}");
    assert!(!error.is_retryable() && !error.outcome_unknown());
    assert!(items.next().await.is_none() && items.resume().is_none());
}

#[tokio::test]
async fn failed_request_ends_the_stream_with_the_malformed_items_so_far() {
    let first = || Reply::ok(&second_malformed()).header("link", "<?page=2>; rel=next");
    let server = Server::script([first(), Reply::status(503), first(), Reply::status(503)]);
    let mut items = repo(&server).alerts().stream();
    items.try_next().await.unwrap();
    items.try_next().await.unwrap();
    assert_eq!(items.malformed_count(), 1);
    let error = items.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::Server, 1));
    assert!(error.is_retryable(), "the malformed items change nothing");
    let error = repo(&server).alerts().collect_all().await.unwrap_err();
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::Server, 1));
}

#[tokio::test]
async fn entries_are_in_order_and_collected_apart() {
    let server = Server::start(|_| Reply::ok(&second_malformed()));
    let entries: Vec<_> = repo(&server).alerts().entries().try_collect().await.unwrap();
    let numbers: Vec<_> = entries
        .into_iter()
        .map(|entry| entry.map(|alert| alert.number.get()).map_err(|item| item.index()))
        .collect();
    assert_eq!(numbers, [Ok(3), Err(1), Ok(1)]);
    let collected = repo(&server).alerts().collect_all().await.unwrap();
    assert_eq!((collected.items.len(), collected.malformed.len()), (2, 1));
}

#[tokio::test]
async fn stream_resumed_after_an_item_names_the_malformed_items_from_there_on() {
    let server = Server::start(|_| Reply::ok(&second_malformed()));
    for (taken, named) in [(1, 1), (2, 0)] {
        let mut items = repo(&server).alerts().stream();
        for _ in 0..taken {
            items.try_next().await.unwrap();
        }
        let Some(token) = items.resume() else {
            assert_eq!(taken, 2, "all items were passed");
            continue;
        };
        let mut resumed = repo(&server).alerts().resume(&token).stream();
        assert_eq!(resumed.try_next().await.unwrap().unwrap().number, 1);
        assert_eq!(resumed.try_next().await.unwrap_err().malformed_count(), named);
    }
}

#[tokio::test]
async fn malformed_item_is_identified_by_what_its_json_still_has() {
    let item = json!({
        "number": 42,
        "html_url": "https://github.com/acme/widgets/security/secret-scanning/42?q=x#y",
        "repository": { "id": 1, "name": PLANTED, "full_name": "acme/widgets" },
        "resolved_by": { "login": 5 },
    });
    let server = Server::script([Reply::ok(&json!([item])).header("x-github-request-id", "C0DE:1")]);
    let error = org(&server).alerts().stream().try_next().await.unwrap_err();
    let malformed = &error.malformed_items()[0];
    assert_eq!((malformed.number(), malformed.repository()), (Some(42), Some("acme/widgets")));
    assert_eq!(malformed.html_url(), Some("https://github.com/acme/widgets/security/secret-scanning/42"));
    let named = "item 0 (number 42, acme/widgets): cannot decode `resolved_by.login`, line 1 column ";
    assert!(malformed.to_string().starts_with(named), "{malformed}");
    assert!(error.to_string().contains(named), "{error}");
    assert_eq!(error.request_id(), Some("C0DE:1"));
    assert!(!shown(&error).contains(PLANTED), "{error}");
}

/// Returns the warnings of `act`.
async fn warnings(act: impl Future<Output = ()>) -> Vec<String> {
    let log = logged(act).await;
    log.lines().filter(|line| line.contains(" WARN ")).map(str::to_owned).collect()
}

#[tokio::test]
async fn malformed_item_is_one_event_in_every_form_of_a_list() {
    let server = Server::start(|_| {
        Reply::ok(
            &json!([{ "number": 3 }, { "number": 2, "html_url": "https://h/2", "state": 5, "secret": PLANTED }]),
        )
    });
    let alerts = || repo(&server).alerts();
    let custom = || {
        let request = client(&server).request(Method::GET, "/repos/{owner}/{repo}/secret-scanning/alerts");
        request.path("owner", "acme").path("repo", "widgets").list::<Alert>()
    };
    macro_rules! each {
        ($($act:expr),* $(,)?) => { [$((stringify!($act), warnings(async { drop($act.await); }).await)),*] };
    }
    let all = each![
        alerts().page(),
        alerts().pages().try_next(),
        alerts().stream().try_collect::<Vec<_>>(),
        alerts().entries().try_collect::<Vec<_>>(),
        alerts().collect_all(),
        custom().page(),
        custom().stream().try_next(),
        custom().collect_all(),
    ];
    for (form, lines) in all {
        assert_eq!(lines.len(), 1, "{form}: {lines:?}");
        for part in [
            "github_secret_scanning::transport::observe: malformed item",
            "secret-scanning/",
            "item.index=1",
            "item.json_path=\"state\"",
            "item.number=2",
            "item.html_url=\"https://h/2\"",
        ] {
            assert!(lines[0].contains(part), "{form}: {part} in {}", lines[0]);
        }
        assert!(!lines[0].contains(PLANTED), "{form}");
    }
}

#[tokio::test]
async fn events_name_a_hundred_malformed_items_of_a_page_and_none_that_a_resume_skipped() {
    let many: Vec<_> = (0..130).map(|_| json!({ "number": PLANTED })).collect();
    let server = Server::start(move |_| Reply::ok(&json!(many)));
    let lines = warnings(async { drop(repo(&server).alerts().page().await) }).await;
    assert_eq!(lines.len(), 101);
    assert!(lines[100].contains("more malformed items") && lines[100].contains("items=30"), "{}", lines[100]);

    let operation = "secret-scanning/list-alerts-for-repo";
    let token = resume_token(&format!("{operation}?page=first&skip=128&target=acme%2Fwidgets"));
    let lines = warnings(async { drop(repo(&server).alerts().resume(&token).collect_all().await) }).await;
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[tokio::test]
async fn json_path_leads_to_the_invalid_property() {
    let cases = [
        (json!({ "number": 1, "assigned_to": { "login": PLANTED, "id": PLANTED } }), "assigned_to.id"),
        (json!({ "number": 1, "metadata": [{ "key": "k", "value": "v" }, { "key": 5 }] }), "metadata[1].key"),
        (json!({ "number": 1, "repository": { "id": 1, "name": PLANTED } }), "repository.full_name"),
        (json!(PLANTED), "."),
        (json!(null), "."),
        (json!({}), "number"),
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
    assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false]);
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
