//! `Link` headers: valid, unusual and hostile ones.

use github_secret_scanning::ErrorKind;

use super::{collect, page, page_before};
use crate::support::{Reply, Server, client_with_base_path, repo};

/// Lists two pages, the first one with this `Link` header. Returns the numbers and the queries.
async fn collect_with(link: &str) -> (Vec<u64>, Vec<String>) {
    let server = Server::script([page(&[2]).header("link", link), page(&[1])]);
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none(), "{link}: {error:?}");
    (found, server.queries())
}

#[tokio::test]
async fn commas_and_quotes_within_a_url_do_not_end_it() {
    for link in [
        r#"<https://h/x?secret_type=a,b;rel="prev"&page=2>; rel="next""#,
        r#"<https://h/x?q=>; rel="first", <https://h/a,b?q=1,2&page=2>; title="a, b"; rel="next", <https://h/?page=2>; rel="last""#,
    ] {
        assert_eq!(collect_with(link).await, (vec![2, 1], vec![String::new(), "page=2".into()]));
    }
}

#[tokio::test]
async fn only_the_parameters_of_a_url_are_used() {
    for link in ["</elsewhere?page=2>; rel=next", "<?page=2>; rel=next", "<ftp://h/?page=2>; rel=next"] {
        assert_eq!(collect_with(link).await.1, ["", "page=2"]);
    }
}

#[tokio::test]
async fn host_of_a_link_is_never_contacted() {
    let foreign = Server::start(|_| page(&[666]));
    let link = format!("<{}/repos/acme/widgets/secret-scanning/alerts?page=2>; rel=\"next\"", foreign.url());
    let with_link = page(&[2]).header("link", &link);
    let server = Server::script([with_link, page(&[1])]);
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert!(foreign.received().is_empty());
    assert_eq!(server.received()[1].target, "/repos/acme/widgets/secret-scanning/alerts?page=2");
}

#[tokio::test]
async fn path_of_a_link_does_not_replace_the_path_of_the_base_url() {
    let server = Server::script([page_before(&[2], "page=2"), page(&[1])]);
    let github = client_with_base_path(&server, "/api/v3");
    let mut items = github.repo("acme", "widgets").unwrap().alerts().stream();
    assert_eq!(collect(&mut items).await.0, [2, 1]);
    let path = "/api/v3/repos/acme/widgets/secret-scanning/alerts";
    assert!(server.received().iter().all(|received| received.path() == path));
}

#[tokio::test]
async fn filters_and_page_size_of_a_link_are_ignored() {
    let replies = [page_before(&[2], "state=resolved&per_page=1&hide_secret=false&page=2"), page(&[1])];
    let server = Server::script(replies);
    collect(&mut repo(&server).alerts().per_page(50).stream()).await;
    assert_eq!(server.queries(), ["per_page=50", "page=2&per_page=50"]);
}

#[tokio::test]
async fn next_link_to_the_same_page_is_an_error_after_the_page() {
    for next in ["page=1", "page=01"] {
        let server = Server::start(move |_| page_before(&[1], next));
        let mut items = repo(&server).alerts().stream();
        let (found, error) = collect(&mut items).await;
        assert_eq!(found, [1]);
        let error = error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
        assert_eq!(error.operation(), Some("secret-scanning/list-alerts-for-repo"));
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn cycle_of_pages_is_an_error() {
    // 1 → 2 → 3 → 2
    let server = Server::start(|received| match super::parameter(received, "page").as_deref() {
        None => page_before(&[1], "page=2"),
        Some("2") => page_before(&[2], "page=3"),
        _ => page_before(&[3], "page=2"),
    });
    let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
    assert_eq!(found, [1, 2, 3]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn single_page_with_a_link_to_itself_is_an_error() {
    let server = Server::start(|_| page_before(&[1], "page=1"));
    let error = repo(&server).alerts().page().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
}

#[tokio::test]
async fn next_link_without_a_valid_position_is_an_error() {
    for next in ["", "page=", "page=0", "page=-1", "page=two", "after=", "cursor=x"] {
        let server = Server::start(move |_| page_before(&[1], next));
        let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
        assert_eq!(found, [1]);
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination, "{next}");
    }
}

#[tokio::test]
async fn damaged_header_is_an_error_after_its_page() {
    for link in [
        "garbage",
        "<https://h/?page=2>; rel=\"nex",
        "<https://h/?page=2; rel=\"next\"",
        "<https://h/?page=2>",
    ] {
        let server = Server::script([Reply::ok(&super::alerts(&[1])).header("link", link)]);
        let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
        assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Pagination), "{link}");
        assert_eq!(found, [1]);
    }
}

#[tokio::test]
async fn header_without_a_next_link_ends_the_list() {
    for link in ["", "<https://h/?page=1>; rel=\"prev\", <https://h/?page=9>; rel=\"last\""] {
        let server = Server::script([Reply::ok(&super::alerts(&[1])).header("link", link)]);
        let (found, error) = collect(&mut repo(&server).alerts().stream()).await;
        assert!(error.is_none(), "{link}");
        assert_eq!(found, [1]);
    }
}
