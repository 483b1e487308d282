//! Panics of the caller's code: an error of the call, and nothing is held afterwards.

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use futures_util::future::{BoxFuture, FutureExt};
use github_secret_scanning::models::Resolution;
use github_secret_scanning::requests::UpdateAlert;
use github_secret_scanning::{
    Client, Clock, Error, ErrorKind, FailedAttempt, Method, Repo, RetryPolicy, SecretString, TokenProvider,
};

use crate::support::{Context, IdleClock, Reply, Request, cases, planted};

cases![
    retry_policy_that_panics_is_an_error_with_the_failed_attempt_as_its_source,
    clock_that_panics_at_any_call_of_it_holds_nothing,
    clock_whose_sleep_panics_holds_nothing,
    token_provider_that_panics_is_an_error_of_its_call,
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

/// How a clock panics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// At its n-th use, from 0: reading it, or starting to sleep.
    Use(usize),
    /// At that use and every later one.
    From(usize),
    /// When a sleep is polled.
    Poll,
    /// When a sleep is dropped.
    Drop,
}

/// A clock that panics while its trap is armed.
#[derive(Clone, Debug)]
pub(crate) struct FaultyClock {
    clock: IdleClock,
    trap: Trap,
    fault: Fault,
    uses: Arc<AtomicUsize>,
}

impl FaultyClock {
    pub(crate) fn new(context: &Context, fault: Fault) -> Self {
        Self { clock: context.clock.clone(), trap: Trap::default(), fault, uses: Arc::default() }
    }

    pub(crate) fn arm(&self) {
        self.uses.store(0, Ordering::SeqCst);
        self.trap.arm();
    }

    /// Returns whether it panicked.
    pub(crate) fn disarm(&self) -> bool {
        self.trap.disarm();
        match self.fault {
            Fault::Use(nth) | Fault::From(nth) => self.uses.load(Ordering::SeqCst) > nth,
            Fault::Poll | Fault::Drop => true,
        }
    }

    fn used(&self) {
        let uses = self.uses.fetch_add(1, Ordering::SeqCst);
        if self.fault == Fault::Use(uses) || matches!(self.fault, Fault::From(first) if uses >= first) {
            self.trap.spring();
        }
    }
}

impl Clock for FaultyClock {
    fn now(&self) -> SystemTime {
        self.used();
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.used();
        let trap = |fault| if self.fault == fault { self.trap.clone() } else { Trap::default() };
        let (on_poll, on_drop) = (trap(Fault::Poll), trap(Fault::Drop));
        Trapped { future: self.clock.sleep(duration), on_poll, on_drop }.boxed()
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

async fn clock_that_panics_at_any_call_of_it_holds_nothing(context: Context) {
    let mut cases = 0;
    for fault in (0..).flat_map(|nth| [Fault::Use(nth), Fault::From(nth)]) {
        let clock = FaultyClock::new(&context, fault);
        let server = context.server(alert);
        let repo = context.build(context.client(&server).clock(clock.clone()).max_in_flight(Some(1)));
        // The next write waits for the spacing.
        context.value(write(&repo).await);
        clock.arm();
        let result = write(&repo).await;
        if !clock.disarm() {
            break;
        }
        cases += 1;
        let was_sent = server.count() == 2;
        match result {
            // In the destructor of the permit: the result is known.
            Ok(_) => assert!(was_sent, "{fault:?}"),
            Err(error) => {
                assert_panicked(&context, &error, "the clock", u32::from(was_sent));
                assert_eq!(error.outcome_unknown(), was_sent, "{fault:?}");
            }
        }
        assert_nothing_is_held(&context, &repo).await;
    }
    assert!(cases > 10, "{cases}");
}

async fn clock_whose_sleep_panics_holds_nothing(context: Context) {
    for (fault, fails) in [(Fault::Poll, true), (Fault::Drop, false)] {
        let clock = FaultyClock::new(&context, fault);
        let server = context.server(alert);
        let repo = context.build(context.client(&server).clock(clock.clone()).max_in_flight(Some(1)));
        context.value(write(&repo).await);
        clock.arm();
        match write(&repo).await {
            Ok(_) => assert!(!fails),
            Err(error) => {
                assert!(fails, "{error}");
                assert_panicked(&context, &error, "the clock", 0);
                assert!(!error.outcome_unknown());
            }
        }
        // A call that is dropped while it waits.
        assert!(write(&repo).send().now_or_never().is_none_or(|result| result.is_err()));
        clock.disarm();
        assert_nothing_is_held(&context, &repo).await;
    }
}

/// A provider that panics: where, is its only field but the trap.
#[derive(Debug)]
struct FaultyVault(Trap, &'static str);

impl FaultyVault {
    fn at(&self, place: &str) {
        if self.1 == place {
            self.0.spring();
        }
    }
}

impl TokenProvider for FaultyVault {
    fn credential_key(&self) -> &str {
        "vault-of-acme"
    }

    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn StdError + Send + Sync>>> {
        self.at("call");
        let token = async {
            tokio::task::yield_now().await;
            Ok(planted::TOKEN.into())
        };
        let trap = |place| if self.1 == place { self.0.clone() } else { Trap::default() };
        Trapped { future: token.boxed(), on_poll: trap("poll"), on_drop: trap("drop") }.boxed()
    }

    fn token_refused(&self, _: &SecretString) {
        self.at("refused");
    }
}

async fn token_provider_that_panics_is_an_error_of_its_call(context: Context) {
    for (place, attempts) in [("call", Some(0)), ("poll", Some(0)), ("refused", Some(1)), ("drop", None)] {
        let trap = Trap::armed();
        let server = context.server(move |request| match (place, request.nth) {
            ("refused" | "drop", 0) => Reply::refusal(401, "Bad credentials"),
            _ => Reply::ok(&planted::alert(42)),
        });
        let vault = FaultyVault(trap.clone(), place);
        let repo = context.build(context.client(&server).token_provider(vault).max_in_flight(Some(1)));
        let result = write(&repo).await;
        match attempts {
            Some(attempts) => {
                let error = context.error(result);
                assert_panicked(&context, &error, "the token provider", attempts);
                assert!(!error.outcome_unknown(), "{place}");
            }
            // The token had arrived; the server refused it.
            None => assert_eq!(context.error(result).kind(), ErrorKind::Unauthenticated),
        }
        assert!(repo.alert(42).get().send().now_or_never().is_none_or(|result| result.is_err()));
        trap.disarm();
        context.value(repo.alert(42).get().await);
        assert_nothing_is_held(&context, &repo).await;
    }
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
