//! Calls that are cancelled: nothing is sent afterwards, and their permits are released.

use std::time::Duration;

use github_secret_scanning::Repo;
use github_secret_scanning::models::Resolution;

use crate::support::{Context, Gate, Reply, Server, cases, planted};

cases![
    queued_call_that_is_cancelled_is_not_sent,
    write_that_is_cancelled_in_the_write_lane_is_not_sent,
    call_that_is_cancelled_during_a_rate_limit_is_not_retried,
    call_that_is_cancelled_in_flight_closes_its_connection_and_releases_its_permit,
    write_that_is_cancelled_in_flight_delays_the_next_write,
    call_that_is_cancelled_during_a_backoff_is_not_retried,
];

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

/// Starts a server whose first response waits for the gate, and creates a client with one permit.
fn one_permit(context: &Context) -> (Server, Gate, Repo) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let server =
        context.server(move |request| if request.nth == 0 { fine().behind(&behind) } else { fine() });
    let repo = context.build(context.client(&server).max_in_flight(Some(1)));
    (server, gate, repo)
}

/// Runs the other tasks until they wait.
pub(crate) async fn settle() {
    for _ in 0..5 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

async fn queued_call_that_is_cancelled_is_not_sent(context: Context) {
    let (server, gate, repo) = one_permit(&context);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(2).get().send());
    settle().await;
    let third = tokio::spawn(repo.alert(3).get().send());
    settle().await;
    second.abort();
    assert!(second.await.unwrap_err().is_cancelled());
    gate.open();
    context.value(first.await.unwrap());
    context.value(third.await.unwrap());
    let sent: Vec<_> = server.requests().iter().map(|r| r.target.ends_with("/2")).collect();
    assert_eq!(sent, [false, false]);
    assert_eq!(context.clock.sleeping(), 0);
}

async fn write_that_is_cancelled_in_the_write_lane_is_not_sent(context: Context) {
    let server = context.server(|_| fine());
    let alert = context.repo(&server).alert(42);
    let write =
        |remark: &str| alert.resolve(Resolution::Revoked).comment(format!("{}{remark}", planted::REMARK));
    context.value(write("1").await);
    context.clock.pause();
    let second = tokio::spawn(write("2").send());
    settle().await;
    let third = tokio::spawn(write("3").send());
    settle().await;
    assert_eq!(server.count(), 1);
    second.abort();
    assert!(second.await.unwrap_err().is_cancelled());
    context.clock.resume();
    context.value(third.await.unwrap());
    assert_eq!(server.count(), 2);
    assert!(server.requests()[1].text().contains(&format!("{}3", planted::REMARK)));
    assert_eq!(server.requests()[1].at, Duration::from_secs(1));
}

async fn call_that_is_cancelled_during_a_rate_limit_is_not_retried(context: Context) {
    let server = context.script([Reply::status(429).header("retry-after", 30), fine()]);
    let repo = context.build(context.client(&server).max_in_flight(Some(1)));
    context.clock.pause();
    let waiting = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    settle().await;
    assert_eq!(context.clock.sleeping(), 1);
    waiting.abort();
    assert!(waiting.await.unwrap_err().is_cancelled());
    assert_eq!(context.clock.sleeping(), 0);
    context.clock.resume();
    // The rate limit still applies, and the permit is free.
    context.value(repo.alert(2).get().await);
    assert_eq!(server.requests()[1].at, Duration::from_secs(30));
    assert_eq!(server.count(), 2);
}

async fn call_that_is_cancelled_in_flight_closes_its_connection_and_releases_its_permit(context: Context) {
    let (server, _gate, repo) = one_permit(&context);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    context.value(repo.alert(2).get().await);
    settle().await;
    assert_eq!((server.count(), server.abandoned()), (2, 1));
    assert_eq!(context.clock.sleeping(), 0);
}

async fn write_that_is_cancelled_in_flight_delays_the_next_write(context: Context) {
    let server = context.server(|request| if request.nth == 0 { Reply::silence() } else { fine() });
    let alert = context.repo(&server).alert(42);
    let first = tokio::spawn(alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    server.arrived(1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    context.value(alert.resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!(server.requests()[1].at, Duration::from_secs(1));
    assert_eq!((server.count(), server.abandoned()), (2, 1));
}

async fn call_that_is_cancelled_during_a_backoff_is_not_retried(context: Context) {
    let server = context.script([Reply::status(503).header("retry-after", 9)]);
    let repo = context.repo(&server);
    context.clock.pause();
    let call = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    settle().await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    context.clock.resume();
    settle().await;
    assert_eq!((server.count(), context.clock.sleeping()), (1, 0));
}
