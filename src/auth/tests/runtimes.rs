//! One client on two runtimes, while a token is fetched on the first of them.

use tokio::runtime::{Builder, Runtime};

use super::*;

/// Creates a runtime that runs only while a test blocks on it.
fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Drives a runtime until `work` ends, for a time far below a timeout of the client.
fn drive(runtime: &Runtime, work: impl Future<Output = ()>) {
    runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), work).await }).unwrap();
}

/// Starts a read, and drives its runtime until the server has received `requests` for a token.
fn start_read(runtime: &Runtime, server: &Server, client: &Client, requests: usize) {
    let client = client.clone();
    runtime.spawn(async move { read(&client).await });
    drive(runtime, async {
        while server.count(MINT) < requests {
            tokio::task::yield_now().await;
        }
    });
}

fn read_and_write(runtime: &Runtime, client: &Client) {
    drive(runtime, async {
        assert_eq!(read(client).await.unwrap(), 42);
        let alert = client.repo("acme", "widgets").unwrap().alert(42);
        assert_eq!(alert.reopen().await.unwrap().number, 42);
    });
}

#[test]
fn a_fetch_that_nothing_drives_delays_no_call_on_another_runtime() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    let (first, second) = (runtime(), runtime());
    start_read(&first, &server, &client, 1);
    read_and_write(&second, &client);
    assert_eq!((server.count(MINT), server.count(ALERT)), (2, 2));
    // The first continues when it is driven again.
    drive(&first, async {
        while server.count(ALERT) < 3 {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn a_fetch_on_a_runtime_that_ended_delays_no_call_on_another() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    let first = runtime();
    start_read(&first, &server, &client, 1);
    drop(first);
    read_and_write(&runtime(), &client);
    assert_eq!(server.count(MINT), 2);
}

#[test]
fn a_refresh_that_nothing_drives_leaves_the_valid_token_to_other_runtimes() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    let (first, second) = (runtime(), runtime());
    read_and_write(&second, &client);
    server.clock.advance(Duration::from_secs(57 * 60));
    start_read(&first, &server, &client, 2);
    read_and_write(&second, &client);
    assert_eq!(server.count(MINT), 2);
    // The end of that token.
    server.clock.advance(Duration::from_secs(3 * 60));
    read_and_write(&second, &client);
    assert_eq!(server.count(MINT), 3);
}
