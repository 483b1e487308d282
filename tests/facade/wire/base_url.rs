//! The base URL of a client.

use github_secret_scanning::Client;

use crate::support::{self, Reply, Server, client_with_base_path, fixture};

async fn target_under(suffix: &str) -> String {
    let body = fixture::read("alerts/get");
    let server = Server::start(move |_| Reply::ok(&body));
    let github = client_with_base_path(&server, suffix);
    github.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap();
    server.only().target
}

#[tokio::test]
async fn path_of_the_base_url_is_kept() {
    let path = "/repos/acme/widgets/secret-scanning/alerts/42";
    assert_eq!(target_under("").await, path);
    assert_eq!(target_under("/api/v3").await, format!("/api/v3{path}"));
    assert_eq!(target_under("/proxy/git%20hub").await, format!("/proxy/git%20hub{path}"));
}

#[tokio::test]
async fn trailing_slash_of_the_base_url_is_ignored() {
    assert_eq!(target_under("/").await, target_under("").await);
    assert_eq!(target_under("/api/v3/").await, target_under("/api/v3").await);
}

#[test]
fn each_builder_method_sets_its_base_url() {
    let builder = support::builder;
    let base_url = |client: Client| client.base_url().to_owned();
    assert_eq!(base_url(builder().build().unwrap()), "https://api.github.com");
    let server = builder().enterprise_server("ghes.acme.example").build().unwrap();
    assert_eq!(base_url(server), "https://ghes.acme.example/api/v3");
    assert_eq!(base_url(builder().ghe_com("acme").build().unwrap()), "https://api.acme.ghe.com");
}

#[tokio::test]
async fn names_are_sent_unchanged() {
    let body = fixture::read("alerts/get");
    for (owner, repo) in [("acme", ".github"), ("a_b", "a.b"), ("123", "123"), ("Octo-Cat", "...")] {
        let body = body.clone();
        let server = Server::start(move |_| Reply::ok(&body));
        let github = support::builder().base_url(server.url()).build().unwrap();
        github.repo(owner, repo).unwrap().alert(1).get().await.unwrap();
        assert_eq!(server.only().target, format!("/repos/{owner}/{repo}/secret-scanning/alerts/1"));
    }
}
