//! Names of owners, repositories, organizations and enterprises.

use super::assert_refused;
use crate::support::{Answer, Server, client, fixture};

/// Names that could lead a request to another path, or be nobody's.
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
async fn a_name_that_could_change_the_path_is_refused_under_the_name_of_its_argument() {
    let server = Server::script([]).await;
    let github = client(&server);
    for name in bad_names() {
        assert_refused(github.repo(&name, "widgets"), "owner", &server);
        assert_refused(github.repo("acme", &name), "repo", &server);
        assert_refused(github.org(&name), "org", &server);
        assert_refused(github.enterprise(&name), "enterprise", &server);
    }
}

#[tokio::test]
async fn a_refused_name_is_not_repeated() {
    let server = Server::script([]).await;
    let error = client(&server).repo("acme", "pasted-t0ken!").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("pasted"), "{error}");
}

#[tokio::test]
async fn unusual_names_that_github_gives_out_pass_and_are_sent_as_they_are() {
    let list = fixture::read("alerts/enterprise_list");
    let server = Server::start(move |_| Answer::ok(&list)).await;
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
