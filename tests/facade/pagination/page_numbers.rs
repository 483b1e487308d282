//! Pagination by page number.

use futures_util::{StreamExt, TryStreamExt};
use github_secret_scanning::models::{Alert, AlertState};

use super::{collect, numbered, page, page_before};
use crate::support::{Reply, Server, fixture, org, repo};

fn numbers(alerts: &[Alert]) -> Vec<u64> {
    alerts.iter().map(|alert| alert.number.get()).collect()
}

#[tokio::test]
async fn stream_yields_the_items_of_all_pages_in_order() {
    let server = numbered(&[&[9, 8], &[7], &[6, 5]]);
    let alerts: Vec<_> = repo(&server).alerts().stream().try_collect().await.unwrap();
    assert_eq!(numbers(&alerts), [9, 8, 7, 6, 5]);
    assert_eq!(server.queries(), ["", "page=2", "page=3"]);
}

#[tokio::test]
async fn filters_and_page_size_are_sent_for_every_page() {
    let server = numbered(&[&[2], &[1]]);
    let request = repo(&server).alerts().state(AlertState::Open).secret_type(["a", "b"]).per_page(1);
    let (found, error) = collect(&mut request.stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    let first = "per_page=1&secret_type=a%2Cb&state=open";
    assert_eq!(server.queries(), [first.to_owned(), format!("page=2&{first}")]);
}

#[tokio::test]
async fn pages_are_requested_one_by_one_and_have_the_links_of_their_response() {
    let server = numbered(&[&[3, 2], &[1]]);
    let mut pages = repo(&server).alerts().pages();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!(numbers(&first.items), [3, 2]);
    assert_eq!(first.last, Some(2));
    assert!(first.next.is_some() && first.malformed.is_empty());
    assert_eq!(server.queries().len(), 1);
    let second = pages.try_next().await.unwrap().unwrap();
    assert_eq!(numbers(&second.items), [1]);
    assert!(second.next.is_none() && second.last.is_none());
    assert!(pages.try_next().await.unwrap().is_none());
    assert!(pages.try_next().await.unwrap().is_none());
    assert_eq!(server.queries().len(), 2);
}

#[tokio::test]
async fn empty_page_does_not_end_the_list() {
    let server = numbered(&[&[2], &[], &[], &[1]]);
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    let pages: Vec<_> = repo(&server).alerts().pages().try_collect().await.unwrap();
    assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [1, 0, 0, 1]);
}

#[tokio::test]
async fn empty_list_is_one_request_and_no_item() {
    let server = Server::script([page(&[])]);
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert!(found.is_empty() && error.is_none());
    assert_eq!(server.queries(), [""]);
}

#[tokio::test]
async fn no_page_is_requested_before_its_first_item_is_polled() {
    let server = numbered(&[&[3, 2], &[1]]);
    let request = repo(&server).alerts();
    let (mut items, pages) = (request.clone().stream(), request.pages());
    drop(pages);
    assert!(server.received().is_empty());
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 3);
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 2);
    assert_eq!(server.received().len(), 1);
    assert_eq!(items.try_next().await.unwrap().unwrap().number, 1);
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn no_page_is_requested_after_the_last_taken_item() {
    for (wanted, requests) in [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)] {
        let server = numbered(&[&[6, 5], &[4, 3], &[2, 1]]);
        let taken: Vec<_> = repo(&server).alerts().stream().take(wanted).try_collect().await.unwrap();
        assert_eq!(taken.len(), wanted);
        assert_eq!(server.received().len(), requests, "for {wanted}");
    }
}

#[tokio::test]
async fn page_has_the_rate_limit_and_the_request_id() {
    let reply = page(&[1])
        .header("x-github-request-id", "C0DE:1A2B:3")
        .header("x-ratelimit-limit", "5000")
        .header("x-ratelimit-remaining", "4999")
        .header("x-ratelimit-used", "1")
        .header("x-ratelimit-reset", "1700000000")
        .header("x-ratelimit-resource", "core");
    let server = Server::script([reply]);
    let page = repo(&server).alerts().page().await.unwrap();
    assert_eq!(page.request_id.as_deref(), Some("C0DE:1A2B:3"));
    let limit = page.rate_limit.unwrap();
    assert_eq!((limit.limit, limit.remaining, limit.used), (Some(5000), Some(4999), Some(1)));
    assert_eq!(limit.reset.unwrap().timestamp(), 1_700_000_000);
    assert_eq!(limit.resource.as_deref(), Some("core"));
}

#[tokio::test]
async fn every_list_follows_link_headers() {
    let requests = fixture::read("secret_bypass_requests/list");
    let locations = fixture::read("locations/list");
    let server = Server::start(move |received| {
        let list = if received.path().ends_with("/locations") { &locations } else { &requests };
        let reply = Reply::ok(list);
        match super::parameter(received, "page") {
            None => reply.header("link", super::link(Some("page=2"), None)),
            Some(_) => reply,
        }
    });
    let count = |name| fixture::read(name).as_array().unwrap().len();
    let (repo, org) = (repo(&server), org(&server));
    assert_eq!(repo.alert(1).locations().stream().count().await, 2 * count("locations/list"));
    let twice = 2 * count("secret_bypass_requests/list");
    assert_eq!(repo.secret_bypass_requests().stream().count().await, twice);
    assert_eq!(org.secret_bypass_requests().stream().count().await, twice);
    assert_eq!(repo.push_rule_bypass_requests().stream().count().await, twice);
    assert_eq!(server.queries(), ["", "page=2"].repeat(4));
}

#[tokio::test]
async fn page_number_takes_precedence_over_a_cursor_in_the_same_link() {
    // Some servers send both.
    let server = Server::script([page_before(&[2], "after=abc&page=2"), page(&[1])]);
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert_eq!(server.queries(), ["", "page=2"]);
}
