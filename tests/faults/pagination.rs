//! Invalid pages, links and resume tokens.

use github_secret_scanning::{ErrorKind, ResumeToken};
use serde_json::{Value, json};

use crate::support::{Context, Reply, cases, planted};

cases![
    null_page_is_an_error,
    page_with_a_malformed_item_has_all_others,
    stream_yields_all_other_items_and_then_one_error,
    failed_page_is_retried_and_no_item_is_lost,
    host_of_a_next_link_is_not_contacted,
    cycle_of_pages_is_an_error,
    invalid_resume_token_is_refused_and_not_in_the_error,
];

async fn null_page_is_an_error(context: Context) {
    let server = context.server(|_| Reply::ok(&Value::Null));
    let error = context.error(context.repo(&server).alerts().page().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Decode, Some(200), 1));
    assert_eq!(server.count(), 1);
}

/// Returns a hundred alerts; the one at index 57 is malformed.
fn page_of_100() -> Reply {
    let items = (0..100).map(|n| if n == 57 { planted::malformed_alert() } else { planted::alert(n) });
    Reply::ok(&items.collect())
}

async fn page_with_a_malformed_item_has_all_others(context: Context) {
    let server = context.server(|_| page_of_100());
    let page = context.value(context.repo(&server).alerts().per_page(100).page().await);
    let numbers: Vec<_> = page.items.iter().map(|alert| alert.number).collect();
    assert_eq!(numbers, (0..100).filter(|n| *n != 57).collect::<Vec<_>>());
    let malformed: Vec<_> = page.malformed.iter().map(|r| (r.index(), r.path())).collect();
    assert_eq!(malformed, [(57, "number")]);
    assert_eq!(server.count(), 1);
}

async fn stream_yields_all_other_items_and_then_one_error(context: Context) {
    let server = context.server(|_| page_of_100());
    let mut stream = context.repo(&server).alerts().assignee(planted::QUERY).stream();
    let mut seen = Vec::new();
    let error = loop {
        context.record(&stream);
        match stream.try_next().await {
            Ok(Some(alert)) => seen.push(alert.number.get()),
            Ok(None) => panic!("the malformed item went unnoticed"),
            Err(error) => break error,
        }
    };
    context.record_error(&error);
    context.record(&stream);
    context.record(&error.malformed_items());
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::MalformedItems, 1));
    let malformed = &error.malformed_items()[0];
    assert_eq!((malformed.index(), malformed.path()), (57, "number"));
    assert!(context.value(stream.try_next().await).is_none());
    assert_eq!(seen, (0..100).filter(|n| *n != 57).collect::<Vec<_>>());
    assert_eq!(server.count(), 1);
}

fn page(number: u64, next: Option<&str>) -> Reply {
    let reply = Reply::ok(&json!([planted::alert(number)]));
    match next {
        Some(next) => reply.header("link", format!("<{next}>; rel=\"next\"")),
        None => reply,
    }
}

async fn numbers(context: &Context, server: &crate::support::Server) -> Vec<u64> {
    let mut stream = context.repo(server).alerts().stream();
    let mut numbers = Vec::new();
    while let Some(alert) = context.value(stream.try_next().await) {
        numbers.push(alert.number.get());
    }
    numbers
}

async fn failed_page_is_retried_and_no_item_is_lost(context: Context) {
    let broken = page(2, Some("https://h/?page=3")).reset_before_the_last(5);
    let server = context.script([
        page(1, Some("https://h/?page=2")),
        Reply::status(503),
        broken,
        page(2, Some("https://h/?page=3")),
        page(3, None),
    ]);
    assert_eq!(numbers(&context, &server).await, [1, 2, 3]);
    let second: Vec<_> = server.requests().iter().map(|r| r.target.contains("page=2")).collect();
    assert_eq!(second, [false, true, true, true, false]);
}

async fn host_of_a_next_link_is_not_contacted(context: Context) {
    let elsewhere = context.script([]);
    let next = format!("{}/steal?page=2&t={}", elsewhere.url(), planted::HEADER);
    let server = context.script([page(1, Some(&next)), page(2, None)]);
    assert_eq!(numbers(&context, &server).await, [1, 2]);
    assert_eq!((server.count(), elsewhere.connections()), (2, 0));
    assert!(server.tokens().iter().all(|token| token == planted::TOKEN));
}

async fn cycle_of_pages_is_an_error(context: Context) {
    let server = context.server(|_| page(1, Some("https://h/?page=2")));
    let mut stream = context.repo(&server).alerts().stream();
    let error = loop {
        match stream.try_next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("the stream ended without an error"),
            Err(error) => break error,
        }
    };
    context.record_error(&error);
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(server.count(), 2);
}

async fn invalid_resume_token_is_refused_and_not_in_the_error(context: Context) {
    let operation = "secret-scanning/list-alerts-for-repo";
    let whole = |text: String| format!("{text}&length={}", text.len());
    for text in [
        planted::QUERY.to_owned(),
        format!("{operation}?page={}", planted::QUERY),
        format!("{operation}?{}=1", planted::QUERY),
        format!("{operation}?page=1&skip={}", planted::QUERY),
        format!("{}?page=2", planted::QUERY),
        whole(format!("{operation}?page=2&target={}", planted::QUERY)),
        whole(format!("{operation}?page={}&target=acme%2Fwidgets", planted::QUERY)),
        whole(format!("/{}?page=2", planted::QUERY)),
    ] {
        let server = context.server(|_| page(1, None));
        match text.parse::<ResumeToken>() {
            Err(error) => assert_eq!(context.error::<()>(Err(error)).kind(), ErrorKind::InvalidArgument),
            // A valid token can be of another list.
            Ok(token) => {
                let result = context.repo(&server).alerts().resume(&token).page().await;
                assert_eq!(context.error(result).kind(), ErrorKind::InvalidArgument);
            }
        }
        assert_eq!(server.count(), 0);
    }
}
