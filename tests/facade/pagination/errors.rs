//! A request that fails in the middle of a walk.

use std::sync::atomic::{AtomicBool, Ordering};

use github_secret_scanning::models::AlertState;
use github_secret_scanning::{ErrorKind, ResumeToken};

use super::{numbered_page, page, parameter, walk};
use crate::support::{Answer, Server, repo};

/// Three pages of two, of which this one fails the first time.
async fn failing_once(failing: &'static str) -> Server {
    let failed = AtomicBool::new(false);
    Server::start(move |received| {
        let number = parameter(received, "page").unwrap_or_else(|| "1".into());
        if number == failing && !failed.swap(true, Ordering::SeqCst) {
            return Answer::status(502);
        }
        numbered_page(&[&[6, 5], &[4, 3], &[2, 1]], received)
    })
    .await
}

#[tokio::test]
async fn a_failure_comes_as_an_error_after_what_came_before_and_ends_the_walk() {
    let server = failing_once("2").await;
    let mut items = repo(&server).alerts().stream();
    let (found, error) = walk(&mut items).await;
    assert_eq!(found, [6, 5]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Server);
    for _ in 0..3 {
        assert!(items.try_next().await.unwrap().is_none());
    }
    assert_eq!(server.received().len(), 2);

    let server = failing_once("2").await;
    let mut pages = repo(&server).alerts().pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert_eq!(pages.try_next().await.unwrap_err().kind(), ErrorKind::Server);
    assert!(pages.try_next().await.unwrap().is_none());
    assert!(pages.resume().is_some());
}

#[tokio::test]
async fn a_walk_goes_on_where_it_failed_without_loss_or_repetition() {
    for failing in ["1", "2", "3"] {
        let server = failing_once(failing).await;
        let request = || repo(&server).alerts().state(AlertState::Open).per_page(2);
        let mut items = request().stream();
        let (mut found, error) = walk(&mut items).await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Server);

        let kept = items.resume().unwrap().to_string();
        let place: ResumeToken = kept.parse().unwrap();
        let (rest, error) = walk(&mut request().resume(&place).stream()).await;
        assert!(error.is_none());
        found.extend(rest);
        assert_eq!(found, [6, 5, 4, 3, 2, 1], "{kept}");
        let sizes: Vec<_> =
            server.received().iter().map(|received| parameter(received, "per_page")).collect();
        assert!(sizes.iter().all(|size| size.as_deref() == Some("2")), "{kept}: {sizes:?}");
    }
}

#[tokio::test]
async fn a_walk_by_pages_goes_on_where_it_failed() {
    let server = failing_once("2").await;
    let mut pages = repo(&server).alerts().pages();
    pages.try_next().await.unwrap();
    pages.try_next().await.unwrap_err();
    let place = pages.resume().unwrap();
    let again = repo(&server).alerts().resume(&place).page().await.unwrap();
    assert_eq!(again.items.iter().map(|alert| alert.number).collect::<Vec<_>>(), [4, 3]);
}

#[tokio::test]
async fn a_walk_that_was_led_back_can_ask_the_same_page_for_a_better_link() {
    let bad = AtomicBool::new(true);
    let server = Server::start(move |received| match parameter(received, "page").as_deref() {
        None => super::page_before(&[6, 5], "page=2"),
        Some("2") if bad.swap(false, Ordering::SeqCst) => super::page_before(&[4, 3], "page=2"),
        Some("2") => super::page_before(&[4, 3], "page=3"),
        _ => page(&[2, 1]),
    })
    .await;
    let mut items = repo(&server).alerts().stream();
    let (mut found, error) = walk(&mut items).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    let place = items.resume().unwrap();
    let (rest, error) = walk(&mut repo(&server).alerts().resume(&place).stream()).await;
    assert!(error.is_none());
    found.extend(rest);
    assert_eq!(found, [6, 5, 4, 3, 2, 1]);
}

#[tokio::test]
async fn dropping_a_walk_while_it_waits_loses_nothing() {
    let server = numbered_server().await;
    let mut items = repo(&server).alerts().stream();
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 6);
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 5);
    // Polled once, and given up before there can be an answer.
    assert!(futures_util::FutureExt::now_or_never(items.try_next()).is_none());
    let (rest, error) = walk(&mut items).await;
    assert!(error.is_none());
    assert_eq!(rest, [4, 3, 2, 1]);
}

async fn numbered_server() -> Server {
    super::numbered(&[&[6, 5], &[4, 3], &[2, 1]]).await
}
