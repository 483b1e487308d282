//! Panics of the caller's code while a token is fetched that many calls wait for.

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};

use super::{app, found, github, issued};
use crate::panics::Trap;
use crate::panics::clock::{Fault, FaultyClock};
use crate::support::{Context, Reply, cases, planted};

cases![
    retry_policy_that_panics_in_a_token_request_is_an_error_of_all_waiting_calls,
    clock_that_panics_during_a_token_request_leaves_no_call_waiting,
];

async fn retry_policy_that_panics_in_a_token_request_is_an_error_of_all_waiting_calls(context: Context) {
    let trap = Trap::armed();
    let reply = github(&context.clock, 0, found);
    let server = context.server(move |request| match request.nth {
        0 => Reply::status(503),
        _ => reply(request),
    });
    let repo = context.build(context.client(&server).app(app()).retry(trap.clone()));
    let start = context.clock.elapsed();
    let calls: Vec<_> = (0..100).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    for call in join_all(calls).await {
        let error = context.error(call.unwrap());
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 0));
        assert!(error.to_string().contains("the retry policy panicked"), "{error}");
        let request: &Error = std::error::Error::source(&error).unwrap().downcast_ref().unwrap();
        assert_eq!((request.kind(), request.attempts()), (ErrorKind::Panicked, 1));
    }
    assert_eq!((server.count(), context.clock.elapsed()), (1, start));
    trap.disarm();
    context.value(repo.alert(42).get().await);
    context.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!(issued(&server), 2);
}

async fn clock_that_panics_during_a_token_request_leaves_no_call_waiting(context: Context) {
    let mut cases = 0;
    for nth in 0.. {
        let clock = FaultyClock::new(&context, Fault::Use(nth));
        let reply = github(&context.clock, 0, found);
        let server = context.server(reply);
        let repo = context.build(context.client(&server).app(app()).clock(clock.clone()));
        let start = context.clock.elapsed();
        clock.arm();
        let calls: Vec<_> = (0..3).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
        let results = join_all(calls).await;
        let panicked = clock.disarm();
        let mut failed = 0;
        for error in results.into_iter().filter_map(|result| result.unwrap().err()) {
            context.record_error(&error);
            assert!(error.to_string().contains("the clock panicked"), "{nth}: {error}");
            failed += 1;
        }
        // A panic in the one fetch is an error of all that wait for it, and any other of one call.
        assert!(failed <= if issued(&server) > 0 { 3 } else { 1 }, "{nth}");
        assert_eq!(context.clock.elapsed(), start, "no call waits for its deadline");
        context.value(repo.alert(42).get().await);
        context.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
        if !panicked {
            assert_eq!(failed, 0);
            break;
        }
        cases += 1;
    }
    assert!(cases > 10, "{cases}");
}
