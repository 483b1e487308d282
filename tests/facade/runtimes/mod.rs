//! Calls outside of a runtime, and one client on several runtimes.

mod several;
mod shared_client;

use std::time::Duration;

use futures_util::FutureExt;
use github_secret_scanning::{Client, Error, ErrorKind, Method};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::support::calls::{call, operations};
use crate::support::{self, Reply, Server};

/// Creates a runtime that runs only while a test blocks on it.
fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Starts a server on a thread of its own, with one alert.
fn server() -> Server {
    Server::start(|_| Reply::ok(&serde_json::json!({ "number": 42 })))
}

/// Creates a client whose attempts fail soon: a request on a connection that nothing drives waits without end.
fn client(server: &Server) -> Client {
    support::builder().base_url(server.url()).attempt_timeout(Duration::from_secs(3)).build().unwrap()
}

fn assert_no_runtime(error: &Error) {
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NoRuntime, 0));
    assert!(!error.is_retryable() && !error.outcome_unknown());
    assert!(error.to_string().contains("not called in a tokio runtime; nothing was sent"), "{error}");
}

#[test]
fn call_of_every_operation_outside_of_a_runtime_is_an_error() {
    let server = server();
    let github = client(&server);
    for operation in operations() {
        let error = call(operation.id, &github).unwrap().now_or_never().unwrap().unwrap_err();
        assert_no_runtime(&error);
        assert_eq!(error.operation(), Some(operation.id));
    }
    assert_eq!(server.received().len(), 0);
}

#[test]
fn stream_and_custom_request_outside_of_a_runtime_are_errors() {
    let server = server();
    let github = client(&server);
    let repo = github.repo("acme", "widgets").unwrap();
    let custom = || github.request(Method::GET, "/rate_limit");
    assert_no_runtime(&repo.alerts().stream().try_next().now_or_never().unwrap().unwrap_err());
    assert_no_runtime(&repo.alerts().pages().try_next().now_or_never().unwrap().unwrap_err());
    assert_no_runtime(&repo.alerts().page().now_or_never().unwrap().unwrap_err());
    assert_no_runtime(&repo.alert(42).get().send_if_changed(None).now_or_never().unwrap().unwrap_err());
    assert_no_runtime(&custom().send().now_or_never().unwrap().unwrap_err());
    assert_no_runtime(&custom().list::<Value>().stream().try_next().now_or_never().unwrap().unwrap_err());
    assert_eq!(server.received().len(), 0);
}

#[cfg(feature = "app")]
#[test]
fn call_of_an_app_outside_of_a_runtime_is_the_same_error() {
    let fake = github_secret_scanning_fake::FakeGitHub::builder().org("acme").start().unwrap();
    let app = fake.app().installation_of_org("acme");
    let github = fake.client_builder().app(app).build().unwrap();
    let error = github.repo("acme", "widgets").unwrap().alert(42).get().send().now_or_never();
    assert_no_runtime(&error.unwrap().unwrap_err());
}

/// A runtime without drivers cannot be detected before it is used: tokio panics.
#[test]
fn call_in_a_runtime_without_its_timer_or_its_io_driver_is_an_error() {
    let server = server();
    for mut runtime in [Builder::new_current_thread(), Builder::new_multi_thread()] {
        for runtime in [
            runtime.enable_io().build().unwrap(),
            Builder::new_current_thread().enable_time().build().unwrap(),
        ] {
            let error =
                runtime.block_on(client(&server).repo("acme", "widgets").unwrap().alert(42).get().send());
            assert_eq!(error.unwrap_err().kind(), ErrorKind::Panicked);
        }
    }
    assert_eq!(server.received().len(), 0);
}
