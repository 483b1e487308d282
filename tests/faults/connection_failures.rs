//! The message of a failed connection: its target, its proxy and its cause, and no credentials.

use std::net::TcpListener;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use github_secret_scanning::{ClientBuilder, Error, ErrorKind, Retry};

use crate::support::{Certificates, Context, Reply, Server, cases, planted};

cases![
    refused_connection_names_the_server_and_the_cause,
    refused_connection_to_a_proxy_names_both,
    reset_handshake_is_named,
    unknown_host_is_a_failure_of_dns,
    unknown_proxy_is_a_failure_of_dns,
    untrusted_certificate_is_named_with_its_reason,
    untrusted_certificate_of_a_proxy_is_named_with_its_reason,
    plain_text_in_place_of_tls_is_a_failed_handshake,
    slow_handshake_is_a_timeout,
    slow_tunnel_is_a_timeout,
    proxy_that_requires_authentication_is_named,
    proxy_that_refuses_the_tunnel_is_named,
    proxy_that_closes_the_tunnel_is_named,
    reset_before_a_response_is_named,
    reset_by_a_proxy_before_a_response_names_it,
    timeout_of_an_attempt_names_the_proxy,
];

const GITHUB: &str = "https://api.github.com";
const USER: &str = "us3r";
const SHORT: Duration = Duration::from_millis(200);

/// Returns the URL of a proxy with credentials.
fn with_password(scheme: &str, address: &str) -> String {
    format!("{scheme}://{USER}:{}@{address}", planted::OTHER_TOKEN)
}

fn address(url: &str) -> &str {
    url.split_once("://").unwrap().1
}

/// Returns the address of a port that nothing listens on.
fn closed_port() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Returns the error of a read with one attempt.
async fn failure(context: &Context, builder: ClientBuilder) -> Error {
    let repo = context.build(builder.retry(Retry::never()));
    let error = context.error(repo.alert(42).get().await);
    let text = format!("{error} {error:?} {error:#?}");
    let header = BASE64_STANDARD.encode(format!("{USER}:{}", planted::OTHER_TOKEN));
    for credential in [USER, planted::OTHER_TOKEN, planted::TOKEN, &header] {
        assert!(!text.contains(credential), "{credential} in {text}");
    }
    assert!(!text.contains('\u{7}') && error.to_string().lines().count() == 1, "{text}");
    error
}

/// Asserts the whole message.
fn assert_connect(error: &Error, message: &str) {
    assert_eq!(error.kind(), ErrorKind::Connect);
    let operation = "secret-scanning/get-alert (acme/widgets, alert 42)";
    let whole = format!("{operation}: cannot connect to {message}; safe to retry");
    assert_eq!(error.to_string(), whole);
}

/// Returns a client for GitHub with a proxy that requires a password.
fn through(context: &Context, proxy: &Server) -> ClientBuilder {
    context.client_for_url(GITHUB).proxy(with_password("http", address(proxy.url())))
}

async fn refused_connection_names_the_server_and_the_cause(context: Context) {
    let port = closed_port();
    let error = failure(&context, context.client_for_url(&format!("http://{port}"))).await;
    assert_connect(&error, &format!("{port}: connection refused"));
}

async fn refused_connection_to_a_proxy_names_both(context: Context) {
    let port = closed_port();
    for (url, target) in [(GITHUB, "api.github.com:443"), ("http://127.0.0.1:1", "127.0.0.1:1")] {
        for scheme in ["http", "https"] {
            let builder = context.client_for_url(url).proxy(with_password(scheme, &port));
            let error = failure(&context, builder).await;
            assert_connect(&error, &format!("{target} through the proxy {port}: connection refused"));
        }
    }
}

async fn reset_handshake_is_named(context: Context) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let server = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        // Closing with unread bytes resets the connection.
        stream.peek(&mut [0]).unwrap();
    });
    let error = failure(&context, context.client_for_url(&format!("https://{address}"))).await;
    assert_connect(&error, &format!("{address}: connection reset"));
    server.join().unwrap();
}

async fn unknown_host_is_a_failure_of_dns(context: Context) {
    // Without the proxy of the environment of the test.
    let direct = || reqwest::Client::builder().no_proxy();
    let error = failure(&context, context.client_for_url("https://github.invalid").http(direct)).await;
    assert_connect(&error, "github.invalid:443: the host name cannot be resolved (DNS)");
}

async fn unknown_proxy_is_a_failure_of_dns(context: Context) {
    let builder = context.client_for_url(GITHUB).proxy(with_password("http", "proxy.invalid:3128"));
    let error = failure(&context, builder).await;
    let cause = "the host name cannot be resolved (DNS)";
    assert_connect(&error, &format!("api.github.com:443 through the proxy proxy.invalid:3128: {cause}"));
}

async fn untrusted_certificate_is_named_with_its_reason(context: Context) {
    let server = context.tls_server(&Certificates::new(), |_| Reply::ok(&planted::alert(42)));
    let error = failure(&context, context.client(&server)).await;
    let cause = "TLS certificate not accepted (invalid peer certificate: UnknownIssuer)";
    assert_connect(&error, &format!("{}: {cause}", address(server.url())));
}

async fn untrusted_certificate_of_a_proxy_is_named_with_its_reason(context: Context) {
    let server = context.tls_server(&Certificates::new(), |_| Reply::ok(&planted::alert(42)));
    let proxy = address(server.url());
    let error = failure(&context, context.client_for_url(GITHUB).proxy(with_password("https", proxy))).await;
    let cause = "TLS certificate not accepted (invalid peer certificate: UnknownIssuer)";
    assert_connect(&error, &format!("api.github.com:443 through the proxy {proxy}: {cause}"));
}

async fn plain_text_in_place_of_tls_is_a_failed_handshake(context: Context) {
    let server = context.server(|_| Reply::ok(&planted::alert(42)));
    let error = failure(&context, context.client_for_url(&server.url().replace("http:", "https:"))).await;
    let message = error.to_string();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(message.contains(&format!("{}: TLS handshake failed (", address(server.url()))), "{message}");
}

async fn slow_handshake_is_a_timeout(context: Context) {
    // The system accepts the connection, but there is no TLS handshake.
    let listener = test_kit::listener();
    let address = listener.local_addr().unwrap();
    let builder = context.client_for_url(&format!("https://{address}")).connect_timeout(SHORT);
    assert_connect(&failure(&context, builder).await, &format!("{address}: timed out"));
}

async fn slow_tunnel_is_a_timeout(context: Context) {
    let proxy = context.server(|_| Reply::silence());
    let error = failure(&context, through(&context, &proxy).connect_timeout(SHORT)).await;
    let proxy = address(proxy.url());
    assert_connect(&error, &format!("api.github.com:443 through the proxy {proxy}: timed out"));
}

/// Asserts the cause after this reply of a proxy to `CONNECT`.
async fn assert_refused_tunnel(context: Context, reply: Reply, cause: &str) {
    let proxy = context.server(move |_| reply.clone().body(planted::html()));
    let error = failure(&context, through(&context, &proxy)).await;
    let request = proxy.only();
    assert_eq!((request.method.as_str(), request.target.as_str()), ("CONNECT", "api.github.com:443"));
    assert!(request.header("proxy-authorization").is_some());
    let proxy = address(proxy.url());
    assert_connect(&error, &format!("api.github.com:443 through the proxy {proxy}: {cause}"));
}

async fn proxy_that_requires_authentication_is_named(context: Context) {
    let reply = Reply::status(407).header("proxy-authenticate", "Basic");
    assert_refused_tunnel(context, reply, "the proxy requires authentication (status 407)").await;
}

async fn proxy_that_refuses_the_tunnel_is_named(context: Context) {
    for status in [403, 502] {
        let cause = "the proxy refused the tunnel";
        assert_refused_tunnel(context.clone(), Reply::status(status), cause).await;
    }
}

async fn proxy_that_closes_the_tunnel_is_named(context: Context) {
    assert_refused_tunnel(context.clone(), Reply::hang_up(), "connection closed by the peer").await;
    assert_refused_tunnel(context, Reply::reset(), "connection reset").await;
}

async fn reset_before_a_response_is_named(context: Context) {
    let server = context.script([Reply::reset()]);
    let error = failure(&context, context.client(&server)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    let message = error.to_string();
    assert!(message.contains("closed before the response was complete: connection reset;"), "{message}");
}

async fn reset_by_a_proxy_before_a_response_names_it(context: Context) {
    let proxy = context.script([Reply::reset()]);
    let url = with_password("http", address(proxy.url()));
    let error = failure(&context, context.client_for_url("http://127.0.0.1:1").proxy(url)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    let (message, proxy) = (error.to_string(), address(proxy.url()));
    assert!(message.contains(&format!("complete through the proxy {proxy}: connection reset;")), "{message}");
}

async fn timeout_of_an_attempt_names_the_proxy(context: Context) {
    let proxy = context.server(|_| Reply::silence());
    let url = with_password("http", address(proxy.url()));
    let builder = context.client_for_url("http://127.0.0.1:1").proxy(url).attempt_timeout(SHORT);
    let error = failure(&context, builder).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let (message, proxy) = (error.to_string(), address(proxy.url()));
    assert!(message.contains(&format!("of the attempt through the proxy {proxy};")), "{message}");
}
