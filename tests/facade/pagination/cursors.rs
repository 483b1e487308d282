//! Pagination by cursor.

use github_secret_scanning::ErrorKind;
use github_secret_scanning::models::AlertState;

use super::{collect, page, page_before};
use crate::support::{Server, enterprise, repo};

#[tokio::test]
async fn by_cursor_starts_with_an_empty_cursor_if_the_list_has_page_numbers_too() {
    let server = Server::script([page_before(&[2], "after=Y3Vyc29y&page=7"), page(&[1])]);
    let request = repo(&server).alerts().state(AlertState::Open).by_cursor();
    let (found, error) = collect(&mut request.stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert_eq!(server.queries(), ["after=&state=open", "after=Y3Vyc29y&state=open"]);
}

#[tokio::test]
async fn list_of_an_enterprise_is_paginated_by_cursor_and_starts_without_one() {
    let replies = [page_before(&[3], "per_page=1&after=a&before="), page_before(&[2], "after=b"), page(&[1])];
    let server = Server::script(replies);
    let (found, error) = collect(&mut enterprise(&server).alerts().per_page(1).stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [3, 2, 1]);
    assert_eq!(server.queries(), ["per_page=1", "after=a&per_page=1", "after=b&per_page=1"]);
}

#[tokio::test]
async fn cursor_with_any_characters_is_sent_unchanged() {
    let cursor = "Y3==+/&page=9#ä \"<>";
    let encoded: String =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("after", cursor).finish();
    let server = Server::script([page_before(&[2], &encoded), page(&[1])]);
    let (found, error) = collect(&mut enterprise(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert_eq!(super::parameter(&server.received()[1], "after").as_deref(), Some(cursor));
    assert_eq!(server.received()[1].parameters(), ["after"]);
}

#[tokio::test]
async fn next_link_with_before_is_followed() {
    let server = Server::script([page_before(&[1], "before=a"), page(&[2])]);
    let (found, error) = collect(&mut enterprise(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [1, 2]);
    assert_eq!(server.queries(), ["", "before=a"]);
}

#[tokio::test]
async fn repeated_cursor_is_an_error() {
    let server = Server::script([page_before(&[2], "after=a"), page_before(&[1], "after=a")]);
    let (found, error) = collect(&mut enterprise(&server).alerts().stream()).await;
    assert_eq!(found, [2, 1]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn page_number_on_a_list_with_cursors_only_is_an_error() {
    let server = Server::script([page_before(&[2], "page=2")]);
    let (found, error) = collect(&mut enterprise(&server).alerts().stream()).await;
    assert_eq!(found, [2]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 1);
}
