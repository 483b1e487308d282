//! Which runtime uses which pool, and when one is replaced.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use test_kit::{Gate, Reply, Server};
use tokio::runtime::{Builder, Runtime};

use super::*;
use crate::ErrorKind;
use crate::exchange::ResponseSummary;

/// Returns pools, and the number of those that were opened.
fn pools() -> (Pools, Arc<AtomicUsize>) {
    let opened = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&opened);
    let open = move || {
        count.fetch_add(1, Ordering::SeqCst);
        let http = reqwest::Client::builder().no_proxy();
        // Reading the platform's roots takes most of the time.
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        let http = http.tls_certs_only([]);
        http.build()
    };
    (Pools::new(open, None).unwrap(), opened)
}

fn runtime() -> Runtime {
    Builder::new_current_thread().build().unwrap()
}

fn use_in(runtime: &Runtime, pools: &Pools) {
    runtime.block_on(async { pools.current() }).unwrap();
}

#[test]
fn each_runtime_has_one_pool_and_the_first_uses_that_of_the_builder() {
    let (pools, opened) = pools();
    let (first, second) = (runtime(), runtime());
    for _ in 0..3 {
        use_in(&first, &pools);
    }
    assert_eq!(opened.load(Ordering::SeqCst), 1);
    for _ in 0..3 {
        use_in(&second, &pools);
        use_in(&first, &pools);
    }
    assert_eq!((opened.load(Ordering::SeqCst), pools.state().pools.len()), (2, 2));
}

#[test]
fn the_pool_of_a_runtime_that_ended_is_dropped() {
    let (pools, _) = pools();
    for _ in 0..5 {
        use_in(&runtime(), &pools);
        assert_eq!(pools.state().pools.len(), 1);
    }
}

#[test]
fn a_runtime_with_the_id_of_one_that_ended_has_a_pool_of_its_own() {
    let (pools, opened) = pools();
    use_in(&runtime(), &pools);
    let second = runtime();
    pools.state().pools[0].runtime = second.handle().id();
    use_in(&second, &pools);
    assert_eq!(opened.load(Ordering::SeqCst), 2);
}

#[test]
fn beyond_the_bound_the_least_recently_used_pool_is_dropped() {
    let (pools, opened) = pools();
    let runtimes: Vec<_> = (0..MOST_RUNTIMES).map(|_| runtime()).collect();
    for runtime in &runtimes {
        use_in(runtime, &pools);
    }
    use_in(&runtimes[0], &pools);
    assert_eq!(opened.load(Ordering::SeqCst), MOST_RUNTIMES);
    let another = runtime();
    use_in(&another, &pools);
    assert_eq!(pools.state().pools.len(), MOST_RUNTIMES);
    use_in(&runtimes[0], &pools);
    assert_eq!(opened.load(Ordering::SeqCst), MOST_RUNTIMES + 1);
    use_in(&runtimes[1], &pools);
    assert_eq!(opened.load(Ordering::SeqCst), MOST_RUNTIMES + 2);
}

#[test]
fn dropped_pools_leave_no_task_in_a_runtime() {
    let (pools, _) = pools();
    let runtime = runtime();
    use_in(&runtime, &pools);
    assert_eq!(runtime.metrics().num_alive_tasks(), 1);
    drop(pools);
    runtime.block_on(tokio::task::yield_now());
    assert_eq!(runtime.metrics().num_alive_tasks(), 0);
}

#[test]
fn without_a_runtime_there_is_no_pool() {
    let error = pools().0.current().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::NoRuntime);
}

type AttemptResult = Result<(), AttemptFailure>;

const RESPONSE: AttemptResult = Ok(());

/// Returns the failure of a request to a server that is silent, or, without one, to a port that is closed.
async fn failure(silent: Option<&Server>) -> AttemptResult {
    let url = silent.map_or("http://127.0.0.1:1", Server::url);
    let request = reqwest::Client::new().get(url).timeout(Duration::from_millis(50));
    let source = request.send().await.unwrap_err();
    Err(AttemptFailure::Connection { source, received: ResponseSummary::default() })
}

#[tokio::test]
async fn a_pool_is_replaced_after_two_timeouts_in_a_row() {
    let (pools, opened) = pools();
    let timeout = failure(Some(&Server::start(|_| Reply::silence()))).await;
    let record = |result: &AttemptResult| pools.current().unwrap().record(result);
    for result in [&timeout, &RESPONSE, &timeout, &failure(None).await] {
        record(result);
    }
    record(&RESPONSE);
    record(&timeout);
    assert_eq!(opened.load(Ordering::SeqCst), 1, "a response arrived between");
    record(&timeout);
    pools.current().unwrap();
    assert_eq!((opened.load(Ordering::SeqCst), pools.state().pools.len()), (2, 1));
}

#[tokio::test]
async fn late_timeouts_of_a_replaced_pool_do_not_count() {
    let (pools, opened) = pools();
    let timeout = failure(Some(&Server::start(|_| Reply::silence()))).await;
    let in_flight: Vec<_> = (0..10).map(|_| pools.current().unwrap()).collect();
    in_flight[..2].iter().for_each(|connections| connections.record(&timeout));
    pools.current().unwrap();
    in_flight[2..].iter().for_each(|connections| connections.record(&timeout));
    pools.current().unwrap();
    assert_eq!(opened.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_request_in_flight_outlives_its_pool() {
    let (pools, opened) = pools();
    let gate = Gate::closed();
    let reply = Reply::status(200).behind(&gate);
    let server = Server::start(move |_| reply.clone());
    let connections = pools.current().unwrap();
    let in_flight = tokio::spawn(connections.http.get(server.url()).send());
    server.arrived(1).await;
    let timeout = failure(Some(&Server::start(|_| Reply::silence()))).await;
    (0..2).for_each(|_| connections.record(&timeout));
    drop(connections);
    pools.current().unwrap();
    assert_eq!(opened.load(Ordering::SeqCst), 2);
    gate.open();
    assert_eq!(in_flight.await.unwrap().unwrap().status(), 200);
}

#[tokio::test]
async fn a_server_that_is_slow_has_few_pools() {
    let (pools, opened) = pools();
    let timeout = failure(Some(&Server::start(|_| Reply::silence()))).await;
    for _ in 0..2 {
        for _ in 0..2 + 4 + 8 + 16 + 10 * 32 {
            pools.current().unwrap().record(&timeout);
        }
        // The next timeouts count from two again.
        pools.current().unwrap().record(&RESPONSE);
    }
    assert_eq!(opened.load(Ordering::SeqCst), 1 + 2 * (4 + 10));
}
