//! Calls that are given up: nothing goes on after that, and their place is free.

use std::time::Duration;

use github_secret_scanning::Repo;
use github_secret_scanning::models::Resolution;

use crate::support::{Gate, Reply, Server, World, cases, planted};

cases![
    a_call_cancelled_while_queued_is_never_sent_and_frees_its_place,
    a_write_cancelled_while_it_waits_for_its_turn_is_never_sent,
    a_call_cancelled_while_waiting_for_a_limit_is_never_sent_again,
    a_call_cancelled_on_its_way_closes_its_connection_and_frees_its_place,
    a_write_cancelled_on_its_way_still_keeps_the_next_one_a_second_away,
    a_call_cancelled_between_two_attempts_is_not_tried_again,
];

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

/// A server whose first answer waits for the gate, and one place for requests to it.
fn one_place(world: &World) -> (Server, Gate, Repo) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let server =
        world.answering(move |request| if request.nth == 0 { fine().behind(&behind) } else { fine() });
    let repo = world.build(world.client(&server).max_in_flight(Some(1)));
    (server, gate, repo)
}

/// Lets everything happen that can happen by itself.
pub(crate) async fn settle() {
    for _ in 0..5 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

async fn a_call_cancelled_while_queued_is_never_sent_and_frees_its_place(world: World) {
    let (server, gate, repo) = one_place(&world);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(2).get().send());
    settle().await;
    let third = tokio::spawn(repo.alert(3).get().send());
    settle().await;
    second.abort();
    assert!(second.await.unwrap_err().is_cancelled());
    gate.open();
    world.value(first.await.unwrap());
    world.value(third.await.unwrap());
    let asked: Vec<_> = server.requests().iter().map(|r| r.target.ends_with("/2")).collect();
    assert_eq!(asked, [false, false]);
    assert_eq!(world.clock.waiting(), 0);
}

async fn a_write_cancelled_while_it_waits_for_its_turn_is_never_sent(world: World) {
    let server = world.answering(|_| fine());
    let alert = world.repo(&server).alert(42);
    let write =
        |remark: &str| alert.resolve(Resolution::Revoked).comment(format!("{}{remark}", planted::REMARK));
    world.value(write("1").await);
    world.clock.stop();
    let second = tokio::spawn(write("2").send());
    settle().await;
    let third = tokio::spawn(write("3").send());
    settle().await;
    assert_eq!(server.count(), 1);
    second.abort();
    assert!(second.await.unwrap_err().is_cancelled());
    world.clock.go_on();
    world.value(third.await.unwrap());
    assert_eq!(server.count(), 2);
    assert!(server.requests()[1].text().contains(&format!("{}3", planted::REMARK)));
    assert_eq!(server.requests()[1].at, Duration::from_secs(1));
}

async fn a_call_cancelled_while_waiting_for_a_limit_is_never_sent_again(world: World) {
    let server = world.server([Reply::status(429).header("retry-after", 30), fine()]);
    let repo = world.build(world.client(&server).max_in_flight(Some(1)));
    world.clock.stop();
    let waiting = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    settle().await;
    assert_eq!(world.clock.waiting(), 1);
    waiting.abort();
    assert!(waiting.await.unwrap_err().is_cancelled());
    assert_eq!(world.clock.waiting(), 0);
    world.clock.go_on();
    // The limit holds all the same, and the one place is free.
    world.value(repo.alert(2).get().await);
    assert_eq!(server.requests()[1].at, Duration::from_secs(30));
    assert_eq!(server.count(), 2);
}

async fn a_call_cancelled_on_its_way_closes_its_connection_and_frees_its_place(world: World) {
    let (server, _gate, repo) = one_place(&world);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    world.value(repo.alert(2).get().await);
    settle().await;
    assert_eq!((server.count(), server.abandoned()), (2, 1));
    assert_eq!(world.clock.waiting(), 0);
}

async fn a_write_cancelled_on_its_way_still_keeps_the_next_one_a_second_away(world: World) {
    let server = world.answering(|request| if request.nth == 0 { Reply::silence() } else { fine() });
    let alert = world.repo(&server).alert(42);
    let first = tokio::spawn(alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    server.arrived(1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    world.value(alert.resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!(server.requests()[1].at, Duration::from_secs(1));
    assert_eq!((server.count(), server.abandoned()), (2, 1));
}

async fn a_call_cancelled_between_two_attempts_is_not_tried_again(world: World) {
    let server = world.server([Reply::status(503).header("retry-after", 9)]);
    let repo = world.repo(&server);
    world.clock.stop();
    let call = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    settle().await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    world.clock.go_on();
    settle().await;
    assert_eq!((server.count(), world.clock.waiting()), (1, 0));
}
