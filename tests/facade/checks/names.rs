//! Names of owners, repositories, organizations and enterprises.

use super::assert_refused;
use crate::support::{Reply, Server, client, fixture};

/// Returns names that could change the path of a request, or that GitHub does not allow.
fn bad_names() -> Vec<String> {
    let mut names = [
        "", ".", "..", "a/b", "/", "a\\b", "a b", " a", "a ", "%2e", "%2e%2e", "a%2fb", "ä", "名前", "a?b",
        "a#b", "a;b", "a\nb", "a\tb", "a\0b", "a:b", "a@b", "a,b", "a+b", "a&b", "..;", "．．",
    ]
    .map(String::from)
    .to_vec();
    names.push("a".repeat(101));
    names
}

#[tokio::test]
async fn invalid_name_is_refused_with_the_name_of_the_argument() {
    let server = Server::script([]);
    let github = client(&server);
    for name in bad_names() {
        assert_refused(github.repo(&name, "widgets"), "owner", &server);
        assert_refused(github.repo("acme", &name), "repo", &server);
        assert_refused(github.org(&name), "org", &server);
        assert_refused(github.enterprise(&name), "enterprise", &server);
    }
}

#[tokio::test]
async fn error_does_not_contain_the_invalid_name() {
    let server = Server::script([]);
    let error = client(&server).repo("acme", "pasted-t0ken!").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("pasted"), "{error}");
}

#[tokio::test]
async fn unusual_valid_names_are_sent_unchanged() {
    let list = fixture::read("alerts/enterprise_list");
    let server = Server::start(move |_| Reply::ok(&list));
    let github = client(&server);
    let longest = "a".repeat(100);
    for name in [".github", "a_b", "a.b", "123", "-", "a--b", "Acme", longest.as_str()] {
        github.repo(name, name).unwrap().alerts().page().await.unwrap();
        github.enterprise(name).unwrap().alerts().page().await.unwrap();
        assert_eq!(github.org(name).unwrap().login(), name);
        let received = server.received();
        let [.., of_repo, of_enterprise] = received.as_slice() else { panic!("{received:?}") };
        assert_eq!(of_repo.target, format!("/repos/{name}/{name}/secret-scanning/alerts"));
        assert_eq!(of_enterprise.target, format!("/enterprises/{name}/secret-scanning/alerts"));
    }
}
