//! Panics of the caller's code: an error of the call, and nothing is held afterwards.

pub(crate) mod clock;
pub(crate) mod token_provider;

use std::error::Error as _;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use futures_util::future::BoxFuture;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::requests::UpdateAlert;
use github_secret_scanning::{Client, Error, ErrorKind, FailedAttempt, Method, Repo, RetryPolicy};

use crate::support::{Context, Reply, Request, cases, planted};

cases![
    retry_policy_that_panics_is_an_error_with_the_failed_attempt_as_its_source,
    http_client_that_panics_is_an_error_of_its_call,
];

/// Panics while it is armed, with a secret in the message.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trap(Arc<AtomicBool>);

impl Trap {
    pub(crate) fn armed() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }

    fn arm(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub(crate) fn disarm(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    fn spring(&self) {
        assert!(!self.0.load(Ordering::SeqCst), "{} {}", planted::OTHER_TOKEN, planted::SECRET);
    }
}

impl RetryPolicy for Trap {
    fn decide(&self, _: &FailedAttempt<'_>) -> Option<Duration> {
        self.spring();
        None
    }
}

/// A future that panics when it is polled, or dropped, while these traps are armed.
struct Trapped<T> {
    future: BoxFuture<'static, T>,
    on_poll: Trap,
    on_drop: Trap,
}

impl<T> Future for Trapped<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<T> {
        self.on_poll.spring();
        self.future.as_mut().poll(context)
    }
}

impl<T> Drop for Trapped<T> {
    fn drop(&mut self) {
        self.on_drop.spring();
    }
}

fn alert(_: &Request) -> Reply {
    Reply::ok(&planted::alert(42))
}

fn write(repo: &Repo) -> UpdateAlert {
    repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK)
}

/// Asserts that permits and the write lane are free.
async fn assert_nothing_is_held(context: &Context, repo: &Repo) {
    context.value(repo.alert(42).get().await);
    context.value(write(repo).await);
    context.value(write(repo).await);
}

fn assert_panicked(context: &Context, error: &Error, code: &str, attempts: u32) {
    context.record_error(error);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Panicked, attempts), "{error}");
    assert!(error.to_string().contains(&format!("{code} panicked")), "{error}");
    assert!(!error.is_retryable());
}

async fn retry_policy_that_panics_is_an_error_with_the_failed_attempt_as_its_source(context: Context) {
    let trap = Trap::armed();
    let server = context.server({
        let trap = trap.clone();
        move |_| {
            if trap.0.load(Ordering::SeqCst) { Reply::status(503) } else { Reply::ok(&planted::alert(42)) }
        }
    });
    let repo = context.build(context.client(&server).retry(trap.clone()).max_in_flight(Some(1)));
    let custom = || repo.client().request(Method::PUT, "/x").idempotent();
    for (result, outcome_unknown) in
        [(repo.alert(42).get().await.map(drop), false), (custom().await.map(drop), true)]
    {
        let error = context.error(result);
        assert_panicked(&context, &error, "the retry policy", 1);
        assert_eq!(error.outcome_unknown(), outcome_unknown, "{error}");
        let failed: &Error = error.source().unwrap().downcast_ref().unwrap();
        assert_eq!((failed.kind(), failed.status()), (ErrorKind::Server, Some(503)));
    }
    // Nothing was sent to this port.
    let nowhere = context.build(context.client_for_url("http://127.0.0.1:1").retry(trap.clone()));
    let error = context.error(write(&nowhere).await);
    assert_panicked(&context, &error, "the retry policy", 1);
    assert!(!error.outcome_unknown());
    trap.disarm();
    assert_nothing_is_held(&context, &repo).await;
}

async fn http_client_that_panics_is_an_error_of_its_call(context: Context) {
    let (trap, server) = (Trap::default(), context.server(alert));
    let http = {
        let trap = trap.clone();
        move || {
            trap.spring();
            reqwest::Client::builder()
        }
    };
    let client = Client::builder().token(planted::TOKEN).base_url(server.url()).http(http);
    let spacing = Some(Duration::from_millis(1));
    let repo = context.build(client.max_in_flight(Some(1)).write_spacing(spacing));
    // The pool of this runtime exists.
    context.value(write(&repo).await);
    trap.arm();
    let elsewhere = |repo: Repo| async move {
        let call = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { write(&repo).await })
        };
        tokio::task::spawn_blocking(call).await.unwrap()
    };
    let error = context.error(elsewhere(repo.clone()).await);
    assert_panicked(&context, &error, "code inside of the call", 0);
    assert!(!error.outcome_unknown());
    trap.disarm();
    context.value(elsewhere(repo.clone()).await);
    assert_nothing_is_held(&context, &repo).await;
}
