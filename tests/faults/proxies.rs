//! What a caller hands over: a proxy with its password, and an HTTP client of its own.

use github_secret_scanning::ErrorKind;

use crate::support::{Reply, World, cases, planted};

cases![
    a_proxy_gets_the_request_and_its_password_is_not_said,
    a_proxy_that_wants_another_password_is_an_error,
    a_talkative_http_client_of_the_callers_own_is_silenced,
    an_http_client_of_the_callers_own_follows_no_redirect,
];

/// The address of a proxy at `url`, with a password in it.
fn with_password(url: &str) -> String {
    url.replace("http://", &format!("http://us3r:{}@", planted::OTHER_TOKEN))
}

async fn a_proxy_gets_the_request_and_its_password_is_not_said(world: World) {
    let proxy = world.answering(|_| Reply::ok(&planted::alert(42)));
    let repo = world.build(world.client_of("http://127.0.0.1:1").proxy(with_password(&proxy.url())));
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    let request = &proxy.requests()[0];
    assert!(request.target.starts_with("http://127.0.0.1:1/repos/acme/widgets/"), "{}", request.target);
    assert!(request.header("proxy-authorization").is_some());
    assert_eq!(proxy.count(), 1);
}

async fn a_proxy_that_wants_another_password_is_an_error(world: World) {
    let refusal = Reply::status(407).header("proxy-authenticate", "Basic").body(planted::html());
    let proxy = world.answering(move |_| refusal.clone());
    let repo = world.build(world.client_of("http://127.0.0.1:1").proxy(with_password(&proxy.url())));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(407)));
    assert_eq!((error.attempts(), proxy.count()), (1, 1));
}

async fn a_talkative_http_client_of_the_callers_own_is_silenced(world: World) {
    // This setting makes reqwest write every byte of a connection to the log.
    let server = world.answering(|_| Reply::ok(&planted::alert(42)));
    let talkative = reqwest::Client::builder().connection_verbose(true);
    let repo = world.build(world.client(&server).http(talkative));
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn an_http_client_of_the_callers_own_follows_no_redirect(world: World) {
    let elsewhere = world.server([Reply::ok(&planted::alert(42))]);
    let server = world.server([Reply::status(301).header("location", elsewhere.url())]);
    let eager = reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(9));
    let repo = world.build(world.client(&server).http(eager));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    assert_eq!((server.count(), elsewhere.connections()), (1, 0));
}
