//! Lists that are paged by cursor.

use github_secret_scanning::ErrorKind;
use github_secret_scanning::models::AlertState;

use super::{page, page_before, walk};
use crate::support::{Server, enterprise, repo};

#[tokio::test]
async fn a_walk_by_cursor_begins_with_an_empty_one_on_a_list_that_also_knows_numbers() {
    let server = Server::script([page_before(&[2], "after=Y3Vyc29y&page=7"), page(&[1])]).await;
    let request = repo(&server).alerts().state(AlertState::Open).by_cursor();
    let (found, error) = walk(&mut request.stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert_eq!(server.queries(), ["after=&state=open", "after=Y3Vyc29y&state=open"]);
}

#[tokio::test]
async fn the_list_of_an_enterprise_goes_by_cursor_and_begins_without_one() {
    let answers = [page_before(&[3], "per_page=1&after=a&before="), page_before(&[2], "after=b"), page(&[1])];
    let server = Server::script(answers).await;
    let (found, error) = walk(&mut enterprise(&server).alerts().per_page(1).stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [3, 2, 1]);
    assert_eq!(server.queries(), ["per_page=1", "after=a&per_page=1", "after=b&per_page=1"]);
}

#[tokio::test]
async fn a_cursor_is_sent_back_as_it_was_whatever_is_in_it() {
    let cursor = "Y3==+/&page=9#ä \"<>";
    let written: String =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("after", cursor).finish();
    let server = Server::script([page_before(&[2], &written), page(&[1])]).await;
    let (found, error) = walk(&mut enterprise(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert_eq!(super::parameter(&server.received()[1], "after").as_deref(), Some(cursor));
    assert_eq!(server.received()[1].parameters(), ["after"]);
}

#[tokio::test]
async fn a_link_that_goes_backwards_is_followed_backwards() {
    let server = Server::script([page_before(&[1], "before=a"), page(&[2])]).await;
    let (found, error) = walk(&mut enterprise(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [1, 2]);
    assert_eq!(server.queries(), ["", "before=a"]);
}

#[tokio::test]
async fn a_cursor_that_leads_to_itself_is_an_error_and_not_a_loop() {
    let server = Server::script([page_before(&[2], "after=a"), page_before(&[1], "after=a")]).await;
    let (found, error) = walk(&mut enterprise(&server).alerts().stream()).await;
    assert_eq!(found, [2, 1]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_link_by_number_on_a_list_that_knows_cursors_alone_is_an_error() {
    let server = Server::script([page_before(&[2], "page=2")]).await;
    let (found, error) = walk(&mut enterprise(&server).alerts().stream()).await;
    assert_eq!(found, [2]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 1);
}
