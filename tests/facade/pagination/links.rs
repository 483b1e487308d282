//! What a `Link` header may say, and where it must never lead.

use github_secret_scanning::ErrorKind;

use super::{page, page_before, walk};
use crate::support::{Answer, Server, client_below, repo};

/// Walks a list whose first page has this `Link` header and whose second is the last.
async fn walk_by(link: &str) -> (Vec<u64>, Vec<String>) {
    let server = Server::script([page(&[2]).header("link", link), page(&[1])]).await;
    let (found, error) = walk(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none(), "{link}: {error:?}");
    (found, server.queries())
}

#[tokio::test]
async fn commas_and_quotes_within_an_address_do_not_end_it() {
    for link in [
        r#"<https://h/x?secret_type=a,b;rel="prev"&page=2>; rel="next""#,
        r#"<https://h/x?q=>; rel="first", <https://h/a,b?q=1,2&page=2>; title="a, b"; rel="next", <https://h/?page=2>; rel="last""#,
    ] {
        assert_eq!(walk_by(link).await, (vec![2, 1], vec![String::new(), "page=2".into()]));
    }
}

#[tokio::test]
async fn an_address_below_another_path_or_without_a_host_gives_its_parameters_all_the_same() {
    for link in ["</elsewhere?page=2>; rel=next", "<?page=2>; rel=next", "<ftp://h/?page=2>; rel=next"] {
        assert_eq!(walk_by(link).await.1, ["", "page=2"]);
    }
}

#[tokio::test]
async fn another_host_in_a_link_is_never_contacted() {
    let foreign = Server::start(|_| page(&[666])).await;
    let link = format!("<{}/repos/acme/widgets/secret-scanning/alerts?page=2>; rel=\"next\"", foreign.url());
    let with_link = page(&[2]).header("link", &link);
    let server = Server::script([with_link, page(&[1])]).await;
    let (found, error) = walk(&mut repo(&server).alerts().stream()).await;
    assert!(error.is_none());
    assert_eq!(found, [2, 1]);
    assert!(foreign.received().is_empty());
    assert_eq!(server.received()[1].target, "/repos/acme/widgets/secret-scanning/alerts?page=2");
}

#[tokio::test]
async fn the_path_of_the_base_url_stays_whatever_a_link_says() {
    let server = Server::script([page_before(&[2], "page=2"), page(&[1])]).await;
    let github = client_below(&server, "/api/v3");
    let mut items = github.repo("acme", "widgets").unwrap().alerts().stream();
    assert_eq!(walk(&mut items).await.0, [2, 1]);
    let path = "/api/v3/repos/acme/widgets/secret-scanning/alerts";
    assert!(server.received().iter().all(|received| received.path() == path));
}

#[tokio::test]
async fn other_parameters_of_a_link_are_not_taken_over() {
    let answers = [page_before(&[2], "state=resolved&per_page=1&hide_secret=false&page=2"), page(&[1])];
    let server = Server::script(answers).await;
    walk(&mut repo(&server).alerts().per_page(50).stream()).await;
    assert_eq!(server.queries(), ["per_page=50", "page=2&per_page=50"]);
}

#[tokio::test]
async fn a_next_that_leads_to_where_we_are_is_an_error_after_the_page_and_not_a_loop() {
    for next in ["page=1", "page=01"] {
        let server = Server::start(move |_| page_before(&[1], next)).await;
        let mut items = repo(&server).alerts().stream();
        let (found, error) = walk(&mut items).await;
        assert_eq!(found, [1]);
        let error = error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
        assert_eq!(error.operation(), Some("secret-scanning/list-alerts-for-repo"));
        assert!(items.try_next().await.unwrap().is_none());
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn a_cycle_of_several_pages_is_an_error_and_not_a_loop() {
    // 1 → 2 → 3 → 2
    let server = Server::start(|received| match super::parameter(received, "page").as_deref() {
        None => page_before(&[1], "page=2"),
        Some("2") => page_before(&[2], "page=3"),
        _ => page_before(&[3], "page=2"),
    })
    .await;
    let (found, error) = walk(&mut repo(&server).alerts().stream()).await;
    assert_eq!(found, [1, 2, 3]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_single_page_that_leads_to_itself_is_an_error_too() {
    let server = Server::start(|_| page_before(&[1], "page=1")).await;
    let error = repo(&server).alerts().page().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
}

#[tokio::test]
async fn a_next_that_names_no_place_is_an_error_and_not_the_end() {
    for next in ["", "page=", "page=0", "page=-1", "page=two", "after=", "cursor=x"] {
        let server = Server::start(move |_| page_before(&[1], next)).await;
        let (found, error) = walk(&mut repo(&server).alerts().stream()).await;
        assert_eq!(found, [1]);
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination, "{next}");
    }
}

#[tokio::test]
async fn a_header_that_names_no_next_is_the_end() {
    for link in ["", "garbage", "<https://h/?page=1>; rel=\"prev\", <https://h/?page=9>; rel=\"last\""] {
        let server = Server::script([Answer::ok(&super::alerts(&[1])).header("link", link)]).await;
        let (found, error) = walk(&mut repo(&server).alerts().stream()).await;
        assert!(error.is_none(), "{link}");
        assert_eq!(found, [1]);
    }
}
