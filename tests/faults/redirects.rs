//! Redirects: which are followed, and that the token goes nowhere else.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};

use crate::support::{Certificates, Reply, Request, Server, World, cases, planted};

cases![
    a_301_on_the_same_host_is_followed_with_the_token,
    a_301_to_another_host_is_an_error_that_names_it_and_nobody_asks_there,
    a_301_from_https_to_http_is_an_error_and_nothing_goes_over_the_plain_line,
    a_redirect_to_a_relative_address_or_without_one_is_followed_or_an_error,
    a_307_on_a_write_is_followed_with_method_and_body,
    a_303_on_a_write_is_not_followed,
    a_301_on_a_write_is_not_followed,
    a_redirect_loop_ends_after_five_redirects,
];

/// What a new address looks like that must not be printed whole.
const NEW_PATH: &str = "/repositories/7/secret-scanning/alerts/42";

fn moved(status: u16, location: &str) -> Reply {
    Reply::status(status).header("location", location)
}

/// The address of `path` at a server, with a query that is nobody's business.
fn at(server: &Server, path: &str) -> String {
    format!("{}{path}?t={}", server.url(), planted::HEADER)
}

fn assert_names(error: &Error, target: &str) {
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(error.to_string().contains(target), "{target} is not in {error}");
    assert!(!error.is_retryable());
}

async fn a_301_on_the_same_host_is_followed_with_the_token(world: World) {
    for status in [301, 302, 307, 308] {
        let server = world.answering(move |request: &Request| match request.nth {
            0 => {
                let host = request.header("host").unwrap_or_default();
                moved(status, &format!("http://{host}{NEW_PATH}?hide_secret=true"))
            }
            _ => Reply::ok(&planted::alert(42)),
        });
        assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
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

async fn a_301_to_another_host_is_an_error_that_names_it_and_nobody_asks_there(world: World) {
    let elsewhere = world.server([]);
    let port = elsewhere.url().rsplit(':').next().unwrap_or_default().to_owned();
    for location in
        [at(&elsewhere, NEW_PATH), format!("http://localhost:{port}{NEW_PATH}?t={}", planted::HEADER)]
    {
        for status in [301, 302, 307, 308] {
            let server = world.server([moved(status, &location)]);
            let error = world.error(world.repo(&server).alert(42).get().await);
            assert_names(&error, location.split('?').next().unwrap_or_default());
            assert_eq!((error.status(), error.attempts()), (Some(status), 1));
            assert_eq!((server.count(), elsewhere.connections()), (1, 0));
        }
    }
}

async fn a_301_from_https_to_http_is_an_error_and_nothing_goes_over_the_plain_line(world: World) {
    let certificates = Certificates::new();
    // Same host, same port: only the scheme differs.
    let server = world.over_tls(&certificates, |request| {
        let host = request.header("host").unwrap_or_default();
        moved(301, &format!("http://{host}{NEW_PATH}?t={}", planted::HEADER))
    });
    let repo = world.build(world.client(&server).root_certificate(certificates.authority()));
    let error = world.error(repo.alert(42).get().await);
    let target = format!("{}{NEW_PATH}", server.url().replace("https:", "http:"));
    assert_names(&error, &target);
    assert_eq!((server.count(), server.connections()), (1, 1));
}

async fn a_redirect_to_a_relative_address_or_without_one_is_followed_or_an_error(world: World) {
    let server = world.server([moved(301, NEW_PATH), Reply::ok(&planted::alert(42))]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.requests()[1].target, NEW_PATH);

    for reply in [Reply::status(301), moved(301, "http://[broken/")] {
        let server = world.server([reply]);
        let error = world.error(world.repo(&server).alert(42).get().await);
        assert_eq!((error.status(), server.count()), (Some(301), 1));
        assert!(!error.is_retryable());
    }
}

async fn a_307_on_a_write_is_followed_with_method_and_body(world: World) {
    for status in [307, 308] {
        let server = world.server([moved(status, NEW_PATH), Reply::ok(&planted::alert(42))]);
        let write = world.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
        assert_eq!(world.value(write.await).number, 42);
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!((requests[1].method.as_str(), requests[1].target.as_str()), ("PATCH", NEW_PATH));
        assert!(requests[1].text().contains(planted::REMARK));
        assert_eq!(requests[1].body, requests[0].body);
        assert_eq!(requests[1].header("content-type"), requests[0].header("content-type"));
        assert_eq!(requests[1].token().as_deref(), Some(planted::TOKEN));
    }
}

/// A write that is answered with this redirect to the same host.
async fn redirected_write(world: &World, status: u16) -> Error {
    let server = world.answering(move |request: &Request| {
        let host = request.header("host").unwrap_or_default();
        moved(status, &format!("http://{host}{NEW_PATH}?t={}", planted::HEADER))
    });
    let write = world.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = world.error(write.await);
    assert_names(&error, &format!("{}{NEW_PATH}", server.url()));
    assert_eq!((error.status(), error.attempts(), server.count()), (Some(status), 1, 1));
    error
}

async fn a_303_on_a_write_is_not_followed(world: World) {
    // «See other» is what a server says that has done what it was asked to.
    assert!(redirected_write(&world, 303).await.outcome_unknown());
}

async fn a_301_on_a_write_is_not_followed(world: World) {
    for status in [301, 302] {
        assert!(!redirected_write(&world, status).await.outcome_unknown(), "{status}");
    }
}

async fn a_redirect_loop_ends_after_five_redirects(world: World) {
    let server = world.answering(|request| moved(301, &request.target));
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Redirect, Some(301), 6));
    assert_eq!(server.count(), 6);

    let server = world.answering(|request| moved(307, &request.target));
    let write = world.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = world.error(write.await);
    assert_eq!((error.kind(), error.attempts(), server.count()), (ErrorKind::Redirect, 6, 6));
    assert!(!error.outcome_unknown());
}
