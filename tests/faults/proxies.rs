//! Proxies, and HTTP clients of the caller.

use github_secret_scanning::ErrorKind;

use crate::support::{Context, Reply, cases, planted};

cases![
    proxy_receives_the_request_and_the_password,
    refused_proxy_password_is_an_error,
    verbose_http_client_logs_no_bytes,
    custom_http_client_follows_no_redirects,
];

/// Adds credentials to the URL of a proxy.
fn with_password(url: &str) -> String {
    url.replace("http://", &format!("http://us3r:{}@", planted::OTHER_TOKEN))
}

async fn proxy_receives_the_request_and_the_password(context: Context) {
    let proxy = context.server(|_| Reply::ok(&planted::alert(42)));
    let repo = context.build(context.client_for_url("http://127.0.0.1:1").proxy(with_password(proxy.url())));
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    let request = &proxy.requests()[0];
    assert!(request.target.starts_with("http://127.0.0.1:1/repos/acme/widgets/"), "{}", request.target);
    assert!(request.header("proxy-authorization").is_some());
    assert_eq!(proxy.count(), 1);
}

async fn refused_proxy_password_is_an_error(context: Context) {
    let refusal = Reply::status(407).header("proxy-authenticate", "Basic").body(planted::html());
    let proxy = context.server(move |_| refusal.clone());
    let repo = context.build(context.client_for_url("http://127.0.0.1:1").proxy(with_password(proxy.url())));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(407)));
    assert_eq!((error.attempts(), proxy.count()), (1, 1));
}

async fn verbose_http_client_logs_no_bytes(context: Context) {
    // With this setting reqwest logs every byte of a connection.
    let server = context.server(|_| Reply::ok(&planted::alert(42)));
    let verbose = || reqwest::Client::builder().connection_verbose(true);
    let repo = context.build(context.client(&server).http(verbose));
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn custom_http_client_follows_no_redirects(context: Context) {
    let elsewhere = context.script([Reply::ok(&planted::alert(42))]);
    let server = context.script([Reply::status(301).header("location", elsewhere.url())]);
    let following = || reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(9));
    let repo = context.build(context.client(&server).http(following));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    assert_eq!((server.count(), elsewhere.connections()), (1, 0));
}
