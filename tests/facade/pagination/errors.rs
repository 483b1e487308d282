//! Failed requests during pagination.

use std::sync::atomic::{AtomicBool, Ordering};

use github_secret_scanning::models::AlertState;
use github_secret_scanning::{ErrorKind, ResumeToken};

use super::{collect, numbered_page, page, parameter};
use crate::support::{Reply, Server, repo};

/// Starts a server of three pages with two items; the first request for page `failing` fails.
fn failing_once(failing: &'static str) -> Server {
    let failed = AtomicBool::new(false);
    Server::start(move |received| {
        let number = parameter(received, "page").unwrap_or_else(|| "1".into());
        if number == failing && !failed.swap(true, Ordering::SeqCst) {
            return Reply::status(502);
        }
        numbered_page(&[&[6, 5], &[4, 3], &[2, 1]], received)
    })
}

#[tokio::test]
async fn failed_page_is_an_error_after_the_earlier_items_and_ends_the_stream() {
    let server = failing_once("2");
    let mut items = repo(&server).alerts().stream();
    let (found, error) = collect(&mut items).await;
    assert_eq!(found, [6, 5]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Server);
    for _ in 0..3 {
        assert!(items.try_next().await.unwrap().is_none());
    }
    assert_eq!(server.received().len(), 2);

    let server = failing_once("2");
    let mut pages = repo(&server).alerts().pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert_eq!(pages.try_next().await.unwrap_err().kind(), ErrorKind::Server);
    assert!(pages.try_next().await.unwrap().is_none());
    assert!(pages.resume().is_some());
}

#[tokio::test]
async fn stream_resumes_after_an_error_without_loss_or_repetition() {
    for failing in ["1", "2", "3"] {
        let server = failing_once(failing);
        let request = || repo(&server).alerts().state(AlertState::Open).per_page(2);
        let mut items = request().stream();
        let (mut found, error) = collect(&mut items).await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Server);

        let text = items.resume().unwrap().to_string();
        let token: ResumeToken = text.parse().unwrap();
        let (rest, error) = collect(&mut request().resume(&token).stream()).await;
        assert!(error.is_none());
        found.extend(rest);
        assert_eq!(found, [6, 5, 4, 3, 2, 1], "{text}");
        let sizes: Vec<_> =
            server.received().iter().map(|received| parameter(received, "per_page")).collect();
        assert!(sizes.iter().all(|size| size.as_deref() == Some("2")), "{text}: {sizes:?}");
    }
}

#[tokio::test]
async fn pages_resume_after_an_error() {
    let server = failing_once("2");
    let mut pages = repo(&server).alerts().pages();
    pages.try_next().await.unwrap();
    pages.try_next().await.unwrap_err();
    let token = pages.resume().unwrap();
    let again = repo(&server).alerts().resume(&token).page().await.unwrap();
    assert_eq!(again.items.iter().map(|alert| alert.number).collect::<Vec<_>>(), [4, 3]);
}

#[tokio::test]
async fn page_with_a_cyclic_link_can_be_requested_again() {
    let bad = AtomicBool::new(true);
    let server = Server::start(move |received| match parameter(received, "page").as_deref() {
        None => super::page_before(&[6, 5], "page=2"),
        Some("2") if bad.swap(false, Ordering::SeqCst) => super::page_before(&[4, 3], "page=2"),
        Some("2") => super::page_before(&[4, 3], "page=3"),
        _ => page(&[2, 1]),
    });
    let mut items = repo(&server).alerts().stream();
    let (mut found, error) = collect(&mut items).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    let token = items.resume().unwrap();
    let (rest, error) = collect(&mut repo(&server).alerts().resume(&token).stream()).await;
    assert!(error.is_none());
    found.extend(rest);
    assert_eq!(found, [6, 5, 4, 3, 2, 1]);
}

#[tokio::test]
async fn dropping_a_pending_next_item_loses_nothing() {
    let server = numbered_server();
    let mut items = repo(&server).alerts().stream();
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 6);
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 5);
    // Polled once, and dropped before there is a response.
    assert!(futures_util::FutureExt::now_or_never(items.try_next()).is_none());
    let (rest, error) = collect(&mut items).await;
    assert!(error.is_none());
    assert_eq!(rest, [4, 3, 2, 1]);
}

fn numbered_server() -> Server {
    super::numbered(&[&[6, 5], &[4, 3], &[2, 1]])
}
