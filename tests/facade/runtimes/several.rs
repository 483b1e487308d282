//! One client on two runtimes: the first ended, or nothing drives it.

use github_secret_scanning::Client;
use serde_json::json;
use tokio::runtime::Runtime;

use super::{client, runtime, server};
use crate::support::{Reply, Server};

/// Reads and writes on a runtime, each in one attempt.
fn read_and_write(runtime: &Runtime, github: &Client, server: &Server) {
    let before = server.received().len();
    runtime.block_on(async {
        let alert = github.repo("acme", "widgets").unwrap().alert(42);
        for _ in 0..2 {
            assert_eq!(alert.get().await.unwrap().number, 42);
        }
        assert_eq!(alert.reopen().await.unwrap().number, 42);
        assert_eq!(alert.get().await.unwrap().number, 42);
    });
    assert_eq!(server.received().len() - before, 4);
}

#[test]
fn read_and_write_succeed_after_the_first_runtime_ended() {
    let server = server();
    let github = client(&server);
    for _ in 0..3 {
        read_and_write(&runtime(), &github, &server);
    }
    assert_eq!(server.connections(), 3);
}

#[test]
fn read_and_write_succeed_while_nothing_drives_the_first_runtime() {
    let server = server();
    let github = client(&server);
    let (first, second) = (runtime(), runtime());
    read_and_write(&first, &github, &server);
    read_and_write(&second, &github, &server);
    // It keeps its connection.
    read_and_write(&first, &github, &server);
    assert_eq!(server.connections(), 2);
}

#[test]
fn read_and_write_succeed_while_a_read_on_the_first_runtime_is_not_driven() {
    let server = server();
    let github = client(&server);
    let (first, second) = (runtime(), runtime());
    let pending = first.spawn(github.repo("acme", "widgets").unwrap().alert(42).get().send());
    first.block_on(server.arrived(1));
    read_and_write(&second, &github, &server);
    assert_eq!(first.block_on(pending).unwrap().unwrap().number, 42);
}

#[test]
fn permits_of_a_runtime_that_ended_are_released() {
    // No response on the first runtime, which holds the only permit and the write lane.
    let server = Server::start(|request| match request.nth {
        0 => Reply::silence(),
        _ => Reply::ok(&json!({ "number": 42 })),
    });
    let builder = crate::support::builder().base_url(server.url()).max_in_flight(Some(1));
    let github = builder.write_spacing(Some(std::time::Duration::ZERO)).build().unwrap();
    let first = runtime();
    first.spawn(github.repo("acme", "widgets").unwrap().alert(42).reopen().send());
    first.spawn(github.repo("acme", "widgets").unwrap().alert(42).reopen().send());
    first.block_on(server.arrived(1));
    drop(first);
    read_and_write(&runtime(), &github, &server);
}

#[test]
fn stream_continues_on_another_runtime() {
    let server = Server::start(|request| {
        let page = request.query().contains("page=2");
        let reply = Reply::ok(&json!([{ "number": if page { 2 } else { 1 } }]));
        let next = "</repos/acme/widgets/secret-scanning/alerts?page=2>; rel=\"next\"";
        if page { reply } else { reply.header("link", next) }
    });
    let github = client(&server);
    let first = runtime();
    let mut alerts = github.repo("acme", "widgets").unwrap().alerts().stream();
    assert_eq!(first.block_on(alerts.try_next()).unwrap().unwrap().number, 1);
    let second = runtime();
    assert_eq!(second.block_on(alerts.try_next()).unwrap().unwrap().number, 2);
    drop(first);
    assert!(second.block_on(alerts.try_next()).unwrap().is_none());
    assert_eq!((server.received().len(), server.connections()), (2, 2));

    let lists: Vec<_> = (0..3)
        .map(|_| {
            let repo = github.repo("acme", "widgets").unwrap();
            runtime().block_on(async move {
                let (mut alerts, mut numbers) = (repo.alerts().stream(), Vec::new());
                while let Some(alert) = alerts.try_next().await.unwrap() {
                    numbers.push(alert.number.to_string());
                }
                numbers
            })
        })
        .collect();
    assert_eq!(lists, [["1", "2"]; 3]);
}

#[cfg(feature = "app")]
#[test]
fn app_reads_and_writes_on_several_runtimes_with_one_token() {
    use github_secret_scanning::models::{Alert, Resolution};
    use github_secret_scanning_fake::{FakeGitHub, operations};

    let alerts = (1..=3).fold(FakeGitHub::builder(), |fake, n| fake.alert("acme/widgets", Alert::new(n)));
    let fake = alerts.start().unwrap();
    let builder = fake.client_builder().app(fake.app().installation_of_org("acme")).write_spacing(None);
    let builder = builder.retry(github_secret_scanning::Retry::never());
    let github = builder.attempt_timeout(std::time::Duration::from_secs(3)).build().unwrap();
    let kept = runtime();
    for (runtime, number) in [(&kept, 1), (&runtime(), 2), (&runtime(), 3)] {
        runtime.block_on(async {
            let alert = github.repo("acme", "widgets").unwrap().alert(number);
            alert.get().await.unwrap();
            alert.resolve(Resolution::Revoked).await.unwrap();
        });
    }
    assert_eq!(fake.received_for(&operations::CREATE_INSTALLATION_TOKEN).len(), 1);
    assert_eq!(fake.received_for(&operations::UPDATE_ALERT).len(), 3);
}
