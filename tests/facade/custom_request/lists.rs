//! Lists at endpoints that the crate does not model: which pages are requested, and with what.

use futures_util::TryStreamExt;
use github_secret_scanning::{CustomList, ErrorKind, Method, ResumeToken};
use serde_json::{Value, json};
use test_kit::{Reply, Server};

use super::{Hook, client};
use crate::support::resume_token;

fn hooks(server: &Server) -> CustomList<Hook> {
    let request = client(server).request(Method::GET, "/orgs/{org}/hooks").path("org", "acme");
    request.query(&[("per_page", "2"), ("state", "all")]).list()
}

/// An item that needs two properties.
#[derive(Debug, serde::Deserialize)]
struct Numbered {
    #[serde(rename = "id")]
    _id: u64,
    #[serde(rename = "number")]
    _number: u64,
}

fn items(ids: &[u64]) -> Value {
    ids.iter().map(|id| json!({ "id": id })).collect()
}

/// Returns a page whose next link has this query.
fn page(ids: &[u64], next: &str) -> Reply {
    let link = format!("<https://elsewhere.example/organizations/1/hooks?{next}>; rel=\"next\"");
    last(ids).header("link", &link)
}

fn last(ids: &[u64]) -> Reply {
    Reply::ok(&items(ids))
}

fn targets(server: &Server) -> Vec<String> {
    server.requests().into_iter().map(|request| request.target).collect()
}

fn ids(items: Vec<Hook>) -> Vec<u64> {
    items.into_iter().map(|hook| hook.id).collect()
}

#[tokio::test]
async fn pages_are_followed_by_the_parameters_of_links_with_the_filters_of_the_request() {
    let server = Server::script([page(&[1, 2], "page=2&state=evil&per_page=9"), last(&[3])]);
    let mut pages = hooks(&server).pages();
    assert_eq!(ids(pages.try_next().await.unwrap().unwrap().items), [1, 2]);
    assert_eq!(ids(pages.try_next().await.unwrap().unwrap().items), [3]);
    assert!(pages.try_next().await.unwrap().is_none());
    let first = "/orgs/acme/hooks?state=all&per_page=2";
    assert_eq!(targets(&server), [first.to_owned(), format!("{first}&page=2")]);
}

#[tokio::test]
async fn cursor_of_a_link_is_followed_even_beside_a_page_number() {
    let server = Server::script([page(&[1], "page=2&after=Y3%3D"), page(&[2], "before=b"), last(&[3])]);
    let all: Vec<_> = hooks(&server).stream().try_collect().await.unwrap();
    assert_eq!(ids(all), [1, 2, 3]);
    let queries: Vec<_> = server.requests().iter().map(|request| request.query().to_owned()).collect();
    let filter = "state=all&per_page=2";
    assert_eq!(queries, [filter.into(), format!("{filter}&after=Y3%3D"), format!("{filter}&before=b")]);
}

#[tokio::test]
async fn items_can_be_a_property_of_an_object() {
    let wrapped = |ids: &[u64]| json!({ "total_count": 3, "hooks": items(ids) });
    let first = Reply::ok(&wrapped(&[1, 2])).header("link", "<?page=2>; rel=next");
    let server = Server::script([first, Reply::ok(&wrapped(&[3])), last(&[4]), Reply::ok(&json!({}))]);
    let all: Vec<_> = hooks(&server).property("hooks").stream().try_collect().await.unwrap();
    assert_eq!(ids(all), [1, 2, 3]);
    for path in [".", "hooks"] {
        let error = hooks(&server).property("hooks").page().await.unwrap_err();
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some(path)));
    }
}

#[tokio::test]
async fn malformed_item_costs_none_of_its_neighbours() {
    let server = Server::script([Reply::ok(&json!([{ "id": 1 }, { "id": "hunter2" }, { "id": 3 }]))]);
    let page = hooks(&server).page().await.unwrap();
    assert_eq!((page.malformed[0].index(), page.malformed[0].path()), (1, "id"));
    assert!(!format!("{page:?}").contains("hunter2"));
    assert_eq!(ids(page.items), [1, 3]);
}

#[tokio::test]
async fn list_has_its_entries_in_order_or_apart() {
    let server =
        Server::start(|_| Reply::ok(&json!([{ "id": 1 }, { "id": 2, "number": 7 }, 5, { "id": 3 }])));
    let list =
        || client(&server).request(Method::GET, "/orgs/{org}/hooks").path("org", "acme").list::<Numbered>();
    let entries: Vec<_> = list().entries().try_collect().await.unwrap();
    let shape: Vec<_> = entries.iter().map(Result::is_ok).collect();
    assert_eq!(shape, [false, true, false, false]);
    let collected = list().collect_all().await.unwrap();
    assert_eq!((collected.items.len(), collected.malformed.len()), (1, 3));
    assert_eq!(
        collected.malformed.iter().map(|item| item.id()).collect::<Vec<_>>(),
        [Some(1), None, Some(3)]
    );
    let error = list().stream().try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::MalformedItems, 3));
    assert_eq!(error.operation(), Some("/orgs/{org}/hooks"));
    assert!(error.to_string().contains("check the type"), "{error}");
}

#[tokio::test]
async fn empty_response_is_no_list() {
    let server = Server::script([Reply::status(204)]);
    let error = hooks(&server).page().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(204)));
    assert!(error.to_string().contains("no body"), "{error}");
}

#[tokio::test]
async fn list_is_resumed_by_the_text_of_a_token() {
    let server = Server::script([page(&[1, 2], "page=2"), page(&[3, 4], "page=3"), last(&[5])]);
    let mut stream = hooks(&server).stream();
    for id in 1..=2 {
        assert_eq!(stream.try_next().await.unwrap(), Some(Hook { id }));
    }
    let token = stream.resume().unwrap().to_string();
    assert_eq!(token, "/orgs/{org}/hooks?page=2&per_page=2&length=35");
    let token: ResumeToken = token.parse().unwrap();
    let rest: Vec<_> = hooks(&server).resume(&token).stream().try_collect().await.unwrap();
    assert_eq!(ids(rest), [3, 4, 5]);
}

#[tokio::test]
async fn token_of_another_template_or_of_a_modelled_list_is_refused_before_sending() {
    let server = Server::script([]);
    for token in [
        "/orgs/{org}/repos?page=2",
        "/users/{org}/hooks?page=2",
        "secret-scanning/list-alerts-for-org?page=2&target=organization+acme",
    ] {
        let error = hooks(&server).resume(&resume_token(token)).page().await.unwrap_err();
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")), "{token}");
    }
    assert_eq!(server.count(), 0);
}

#[tokio::test]
async fn values_of_placeholders_are_not_in_a_token() {
    let server = Server::script([page(&[1], "page=2"), last(&[2])]);
    let token = hooks(&server).page().await.unwrap().next.unwrap();
    assert_eq!(token.target(), None);
    assert!(!format!("{token} {token:?}").contains("acme"));
}

#[tokio::test]
async fn position_of_the_query_is_the_start_and_is_replaced_page_by_page() {
    let server = Server::script([page(&[1], "page=4"), page(&[2], "page=3")]);
    let request = client(&server).request(Method::GET, "/x").query(&[("page", 3)]);
    let mut pages = request.list::<Hook>().pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert!(pages.try_next().await.unwrap().is_some());
    let error = pages.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(targets(&server), ["/x?page=3", "/x?page=4"]);
}

#[tokio::test]
async fn next_link_that_repeats_or_has_no_supported_position_is_an_error_after_its_page() {
    for next in ["page=1", "since=42", "cursor=c", "page=0", ""] {
        let server = Server::script([page(&[1], next)]);
        let mut pages = hooks(&server).pages();
        let first = pages.try_next().await.unwrap().unwrap();
        assert_eq!((ids(first.items), first.next), (vec![1], None), "{next}");
        let error = pages.try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Pagination, Some("/orgs/{org}/hooks")));
        assert!(pages.try_next().await.unwrap().is_none(), "{next}");
        assert_eq!(server.count(), 1, "{next}");
    }
}

#[tokio::test]
async fn address_of_a_link_is_never_contacted() {
    let foreign = Server::start(|_| last(&[666]));
    let link = format!("<{}/orgs/acme/hooks?page=2>; rel=\"next\"", foreign.url());
    let server = Server::script([last(&[1]).header("link", &link), last(&[2])]);
    let all: Vec<_> = hooks(&server).stream().try_collect().await.unwrap();
    assert_eq!((ids(all), foreign.count()), (vec![1, 2], 0));
}
