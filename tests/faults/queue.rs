//! How many requests are on their way at once, and how far writes are apart.

use std::time::Duration;

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Client, ErrorKind};

use crate::support::{Gate, Reply, Request, World, cases, planted};

cases![
    no_more_than_ten_requests_are_on_their_way_at_once,
    writes_go_one_at_a_time_and_a_second_apart,
    without_spacing_writes_go_together,
    a_limit_holds_back_every_queued_request_of_the_credential,
    plain_http_to_another_machine_is_refused_before_anything_is_sent,
];

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

async fn no_more_than_ten_requests_are_on_their_way_at_once(world: World) {
    let server = world.answering(|_| fine().after(Duration::from_millis(5)));
    let alert = world.repo(&server).alert(42);
    for call in join_all((0..40).map(|_| alert.get().send())).await {
        world.value(call);
    }
    assert_eq!((server.count(), server.most_at_once()), (40, 10));
}

async fn writes_go_one_at_a_time_and_a_second_apart(world: World) {
    let server = world.answering(|_| fine().after(Duration::from_millis(5)));
    let alert = world.repo(&server).alert(42);
    let writes = (0..5).map(|_| alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    for call in join_all(writes).await {
        world.value(call);
    }
    let times: Vec<_> = server.requests().iter().map(|request| request.at).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_secs(1)), "{times:?}");
    assert_eq!(world.clock.elapsed(), Duration::from_secs(4));
    assert_eq!((server.count(), server.most_at_once()), (5, 1));
}

async fn without_spacing_writes_go_together(world: World) {
    let server = world.answering(|_| fine().after(Duration::from_millis(20)));
    let alert = world.build(world.client(&server).write_spacing(None)).alert(42);
    let writes = (0..5).map(|_| alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    for call in join_all(writes).await {
        world.value(call);
    }
    assert_eq!((server.count(), server.most_at_once(), world.clock.elapsed()), (5, 5, Duration::ZERO));
}

async fn a_limit_holds_back_every_queued_request_of_the_credential(world: World) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let server = world.answering(move |request: &Request| match request.nth {
        0 => Reply::status(429).header("retry-after", 30).behind(&behind),
        _ => fine(),
    });
    let one_at_a_time = world.client(&server).max_in_flight(Some(1));
    let alert = world.build(one_at_a_time).alert(42);
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(alert.get().send())).collect();
    server.arrived(1).await;
    gate.open();
    for call in join_all(calls).await {
        world.value(call.unwrap());
    }
    let times: Vec<_> = server.requests().iter().map(|request| request.at.as_secs()).collect();
    assert_eq!(times, [0, 30, 30, 30, 30, 30]);

    // Another credential has nothing to do with it.
    let refusal = world.server([Reply::status(429).header("retry-after", 3_600), fine()]);
    world.error(world.repo(&refusal).alert(42).get().await);
    let other = world.build(world.client(&refusal).token(planted::OTHER_TOKEN));
    world.value(other.alert(42).get().await);
    assert_eq!(refusal.count(), 2);
}

async fn plain_http_to_another_machine_is_refused_before_anything_is_sent(world: World) {
    let plain = || Client::builder().token(planted::TOKEN).base_url("http://192.0.2.1/");
    let error = world.error(plain().build());
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("base_url")));
    world.value(plain().allow_plain_http().build());
}
