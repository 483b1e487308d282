//! Which runtime uses which pool.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::runtime::{Builder, Runtime};

use super::*;
use crate::ErrorKind;

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
    let error = pools().0.current().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoRuntime);
}
