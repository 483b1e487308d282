//! Going on from a place that was kept as a string.

use github_secret_scanning::models::AlertState;
use github_secret_scanning::{ErrorKind, ResumeToken};

use super::{numbered, page, page_before, walk};
use crate::support::{Server, enterprise, org, repo};

/// The place as another process would get it.
fn handed_over(place: Option<ResumeToken>) -> ResumeToken {
    place.unwrap().to_string().parse().unwrap()
}

const PAGES: &[&[u64]] = &[&[6, 5], &[4, 3], &[2, 1]];

#[tokio::test]
async fn a_walk_can_be_broken_off_after_any_item_and_goes_on_with_the_next_one() {
    for taken in 0..6 {
        let server = numbered(PAGES).await;
        let mut items = repo(&server).alerts().stream();
        let mut found = Vec::new();
        for _ in 0..taken {
            found.push(items.try_next().await.unwrap().unwrap().number);
        }
        let place = handed_over(items.resume());
        let (rest, error) = walk(&mut repo(&server).alerts().resume(&place).stream()).await;
        assert!(error.is_none());
        found.extend(rest);
        assert_eq!(found, [6, 5, 4, 3, 2, 1], "after {taken}");
    }
}

#[tokio::test]
async fn a_finished_walk_has_no_place_to_go_on_from() {
    let server = numbered(PAGES).await;
    let mut items = repo(&server).alerts().stream();
    walk(&mut items).await;
    assert!(items.resume().is_none());
    let mut pages = repo(&server).alerts().pages();
    while pages.try_next().await.unwrap().is_some() {}
    assert!(pages.resume().is_none());
}

#[tokio::test]
async fn a_walk_by_cursor_goes_on_by_cursor_from_the_middle_of_a_page() {
    let answers = [page_before(&[4, 3], "after=a%3D%3D"), page(&[2, 1]), page(&[2, 1])];
    let server = Server::script(answers).await;
    let mut items = enterprise(&server).alerts().stream();
    for expected in [4, 3, 2] {
        assert_eq!(items.try_next().await.unwrap().unwrap().number, expected);
    }
    let place = handed_over(items.resume());
    let (rest, error) = walk(&mut enterprise(&server).alerts().resume(&place).stream()).await;
    assert!(error.is_none());
    assert_eq!(rest, [1]);
    assert_eq!(server.queries(), ["", "after=a%3D%3D", "after=a%3D%3D"]);
}

#[tokio::test]
async fn a_walk_by_cursor_that_has_not_begun_begins_by_cursor() {
    let server = Server::script([page(&[1])]).await;
    let place = handed_over(repo(&server).alerts().by_cursor().stream().resume());
    repo(&server).alerts().resume(&place).page().await.unwrap();
    assert_eq!(server.queries(), ["after="]);
}

#[tokio::test]
async fn the_next_of_a_page_is_where_the_list_goes_on() {
    let server = numbered(PAGES).await;
    let mut request = repo(&server).alerts().per_page(2);
    let mut found = Vec::new();
    for _ in 0..3 {
        let page = request.page().await.unwrap();
        found.extend(page.items.iter().map(|alert| alert.number));
        let Some(next) = page.next else { break };
        request = repo(&server).alerts().resume(&handed_over(Some(next)));
    }
    assert_eq!(found, [6, 5, 4, 3, 2, 1]);
    assert_eq!(server.queries(), ["per_page=2", "page=2&per_page=2", "page=3&per_page=2"]);
}

#[tokio::test]
async fn a_page_from_its_middle_says_how_many_entries_it_left_out() {
    let server = numbered(PAGES).await;
    let mut items = repo(&server).alerts().stream();
    for _ in 0..3 {
        items.try_next().await.unwrap();
    }
    let place = handed_over(items.resume());
    let page = repo(&server).alerts().resume(&place).page().await.unwrap();
    assert_eq!((page.skipped, page.items.len(), page.items[0].number), (1, 1, 3));
}

#[tokio::test]
async fn a_resumed_request_keeps_its_page_size_and_takes_its_filters_from_the_caller() {
    let server = numbered(PAGES).await;
    let mut items = repo(&server).alerts().per_page(2).stream();
    for _ in 0..3 {
        items.try_next().await.unwrap();
    }
    let place = handed_over(items.resume());
    assert_eq!(place.per_page(), Some(2));
    let resumed = repo(&server).alerts().state(AlertState::Open).resume(&place);
    let (rest, _) = walk(&mut resumed.stream()).await;
    assert_eq!(rest, [3, 2, 1]);
    let resumed = ["page=2&per_page=2&state=open", "page=3&per_page=2&state=open"];
    assert_eq!(server.queries()[2..], resumed);
}

#[tokio::test]
async fn a_page_size_that_is_set_before_does_not_win_over_that_of_the_place() {
    let server = numbered(PAGES).await;
    let place = repo(&server).alerts().per_page(2).page().await.unwrap().next.unwrap();
    repo(&server).alerts().per_page(100).resume(&place).page().await.unwrap();
    assert_eq!(server.queries()[1], "page=2&per_page=2");
}

#[tokio::test]
async fn a_place_in_another_list_is_refused_before_anything_is_sent() {
    let first = numbered(PAGES).await;
    let place = handed_over(repo(&first).alerts().page().await.unwrap().next);
    assert_eq!(place.operation(), "secret-scanning/list-alerts-for-repo");
    let server = Server::script([]).await;
    let errors = [
        enterprise(&server).alerts().resume(&place).page().await.unwrap_err(),
        repo(&server).alert(1).locations().resume(&place).page().await.unwrap_err(),
        repo(&server).secret_bypass_requests().resume(&place).stream().try_next().await.unwrap_err(),
        org(&server).secret_bypass_requests().resume(&place).page().await.unwrap_err(),
        repo(&server).push_rule_bypass_requests().resume(&place).pages().try_next().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")));
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_place_that_the_list_cannot_have_is_refused_before_anything_is_sent() {
    let server = Server::script([]).await;
    for text in [
        "secret-scanning/list-alerts-for-enterprise?page=2",
        "secret-scanning/list-locations-for-alert?after=x",
    ] {
        let place: ResumeToken = text.parse().unwrap();
        let enterprise = enterprise(&server).alerts().resume(&place).page().await.unwrap_err();
        let locations = repo(&server).alert(1).locations().resume(&place).page().await.unwrap_err();
        for error in [enterprise, locations] {
            assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")));
        }
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_page_size_out_of_a_place_is_checked_like_any_other() {
    let server = Server::script([]).await;
    let place: ResumeToken = "secret-scanning/list-alerts-for-repo?page=2&per_page=5000".parse().unwrap();
    let error = repo(&server).alerts().resume(&place).page().await.unwrap_err();
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("per_page")));
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_place_beyond_the_page_that_is_there_now_skips_no_item_of_the_next() {
    // The second page had three entries when it was walked, and has one now.
    let place: ResumeToken = "secret-scanning/list-alerts-for-repo?page=2&skip=3".parse().unwrap();
    let server = numbered(&[&[6, 5, 4], &[3], &[2, 1]]).await;
    let (rest, error) = walk(&mut repo(&server).alerts().resume(&place).stream()).await;
    assert!(error.is_none());
    assert_eq!(rest, [2, 1]);
}
