//! Redirects: same-origin ones are followed, and the token is sent to no other origin.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};

use crate::support::{Certificates, Context, Reply, Request, Server, cases, planted};

cases![
    redirect_to_the_same_origin_is_followed_with_the_token,
    redirect_to_another_host_is_an_error_with_the_url,
    redirect_from_https_to_http_is_an_error,
    relative_location_is_followed_and_an_invalid_one_is_an_error,
    redirect_307_of_a_write_is_followed_with_method_and_body,
    redirect_303_of_a_write_is_not_followed,
    redirect_301_of_a_write_is_not_followed,
    at_most_five_redirects_are_followed,
];

/// The path of the new location.
const NEW_PATH: &str = "/repositories/7/secret-scanning/alerts/42";

fn moved(status: u16, location: &str) -> Reply {
    Reply::status(status).header("location", location)
}

/// Returns the URL of `path` with a planted query.
fn url_of(server: &Server, path: &str) -> String {
    format!("{}{path}?t={}", server.url(), planted::HEADER)
}

fn assert_redirect_error(error: &Error, target: &str) {
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(error.to_string().contains(target), "{target} is not in {error}");
    assert!(!error.is_retryable());
}

async fn redirect_to_the_same_origin_is_followed_with_the_token(context: Context) {
    for status in [301, 302, 307, 308] {
        let server = context.server(move |request: &Request| match request.nth {
            0 => {
                let host = request.header("host").unwrap_or_default();
                moved(status, &format!("http://{host}{NEW_PATH}?hide_secret=true"))
            }
            _ => Reply::ok(&planted::alert(42)),
        });
        assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
        let requests = server.requests();
        assert_eq!(requests.len(), 2, "{status}");
        assert_eq!(requests[1].target, format!("{NEW_PATH}?hide_secret=true"));
        assert_eq!(requests[1].method, "GET");
        for name in ["accept", "x-github-api-version", "user-agent"] {
            assert_eq!(requests[1].header(name), requests[0].header(name));
        }
        assert_eq!(server.tokens(), [planted::TOKEN, planted::TOKEN]);
    }
}

async fn redirect_to_another_host_is_an_error_with_the_url(context: Context) {
    let elsewhere = context.script([]);
    let port = elsewhere.url().rsplit(':').next().unwrap_or_default().to_owned();
    for location in
        [url_of(&elsewhere, NEW_PATH), format!("http://localhost:{port}{NEW_PATH}?t={}", planted::HEADER)]
    {
        for status in [301, 302, 307, 308] {
            let server = context.script([moved(status, &location)]);
            let error = context.error(context.repo(&server).alert(42).get().await);
            assert_redirect_error(&error, location.split('?').next().unwrap_or_default());
            assert_eq!((error.status(), error.attempts()), (Some(status), 1));
            assert_eq!((server.count(), elsewhere.connections()), (1, 0));
        }
    }
}

async fn redirect_from_https_to_http_is_an_error(context: Context) {
    let certificates = Certificates::new();
    // Same host, same port: only the scheme differs.
    let server = context.tls_server(&certificates, |request| {
        let host = request.header("host").unwrap_or_default();
        moved(301, &format!("http://{host}{NEW_PATH}?t={}", planted::HEADER))
    });
    let repo = context.build(context.client(&server).root_certificate(certificates.authority()));
    let error = context.error(repo.alert(42).get().await);
    let target = format!("{}{NEW_PATH}", server.url().replace("https:", "http:"));
    assert_redirect_error(&error, &target);
    assert_eq!((server.count(), server.connections()), (1, 1));
}

async fn relative_location_is_followed_and_an_invalid_one_is_an_error(context: Context) {
    let server = context.script([moved(301, NEW_PATH), Reply::ok(&planted::alert(42))]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.requests()[1].target, NEW_PATH);

    for reply in [Reply::status(301), moved(301, "http://[broken/")] {
        let server = context.script([reply]);
        let error = context.error(context.repo(&server).alert(42).get().await);
        assert_eq!((error.status(), server.count()), (Some(301), 1));
        assert!(!error.is_retryable());
    }
}

async fn redirect_307_of_a_write_is_followed_with_method_and_body(context: Context) {
    for status in [307, 308] {
        let server = context.script([moved(status, NEW_PATH), Reply::ok(&planted::alert(42))]);
        let write = context.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
        assert_eq!(context.value(write.await).number, 42);
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!((requests[1].method.as_str(), requests[1].target.as_str()), ("PATCH", NEW_PATH));
        assert!(requests[1].text().contains(planted::REMARK));
        assert_eq!(requests[1].body, requests[0].body);
        assert_eq!(requests[1].header("content-type"), requests[0].header("content-type"));
        assert_eq!(requests[1].token().as_deref(), Some(planted::TOKEN));
    }
}

/// Returns the error of a write with this redirect to the same origin.
async fn redirected_write(context: &Context, status: u16) -> Error {
    let server = context.server(move |request: &Request| {
        let host = request.header("host").unwrap_or_default();
        moved(status, &format!("http://{host}{NEW_PATH}?t={}", planted::HEADER))
    });
    let write = context.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = context.error(write.await);
    assert_redirect_error(&error, &format!("{}{NEW_PATH}", server.url()));
    assert_eq!((error.status(), error.attempts(), server.count()), (Some(status), 1, 1));
    error
}

async fn redirect_303_of_a_write_is_not_followed(context: Context) {
    // A server that applied the write can respond with 303.
    assert!(redirected_write(&context, 303).await.outcome_unknown());
}

async fn redirect_301_of_a_write_is_not_followed(context: Context) {
    for status in [301, 302] {
        assert!(!redirected_write(&context, status).await.outcome_unknown(), "{status}");
    }
}

async fn at_most_five_redirects_are_followed(context: Context) {
    let server = context.server(|request| moved(301, &request.target));
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Redirect, Some(301), 6));
    assert_eq!(server.count(), 6);

    let server = context.server(|request| moved(307, &request.target));
    let write = context.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = context.error(write.await);
    assert_eq!((error.kind(), error.attempts(), server.count()), (ErrorKind::Redirect, 6, 6));
    assert!(!error.outcome_unknown());
}
