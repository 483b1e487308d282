//! Permits for requests in flight, and the write lane.

use std::time::Duration;

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Client, ErrorKind};

use crate::support::{Context, Gate, Reply, Request, cases, planted};

cases![
    at_most_ten_requests_are_in_flight,
    writes_are_sent_one_at_a_time_and_a_second_apart,
    writes_are_concurrent_without_spacing,
    rate_limit_delays_all_queued_requests_of_the_credential,
    plain_http_to_another_host_is_refused_by_the_builder,
];

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

async fn at_most_ten_requests_are_in_flight(context: Context) {
    let server = context.server(|_| fine().after(Duration::from_millis(5)));
    let alert = context.repo(&server).alert(42);
    for call in join_all((0..40).map(|_| alert.get().send())).await {
        context.value(call);
    }
    assert_eq!((server.count(), server.most_at_once()), (40, 10));
}

async fn writes_are_sent_one_at_a_time_and_a_second_apart(context: Context) {
    let server = context.server(|_| fine().after(Duration::from_millis(5)));
    let alert = context.repo(&server).alert(42);
    let writes = (0..5).map(|_| alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    for call in join_all(writes).await {
        context.value(call);
    }
    let times: Vec<_> = server.requests().iter().map(|request| request.at).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_secs(1)), "{times:?}");
    assert_eq!(context.clock.elapsed(), Duration::from_secs(4));
    assert_eq!((server.count(), server.most_at_once()), (5, 1));
}

async fn writes_are_concurrent_without_spacing(context: Context) {
    let server = context.server(|_| fine().after(Duration::from_millis(20)));
    let alert = context.build(context.client(&server).write_spacing(None)).alert(42);
    let writes = (0..5).map(|_| alert.resolve(Resolution::Revoked).comment(planted::REMARK).send());
    for call in join_all(writes).await {
        context.value(call);
    }
    assert_eq!((server.count(), server.most_at_once(), context.clock.elapsed()), (5, 5, Duration::ZERO));
}

async fn rate_limit_delays_all_queued_requests_of_the_credential(context: Context) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let server = context.server(move |request: &Request| match request.nth {
        0 => Reply::status(429).header("retry-after", 30).behind(&behind),
        _ => fine(),
    });
    let one_at_a_time = context.client(&server).max_in_flight(Some(1));
    let alert = context.build(one_at_a_time).alert(42);
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(alert.get().send())).collect();
    server.arrived(1).await;
    gate.open();
    for call in join_all(calls).await {
        context.value(call.unwrap());
    }
    let times: Vec<_> = server.requests().iter().map(|request| request.at.as_secs()).collect();
    assert_eq!(times, [0, 30, 30, 30, 30, 30]);

    // The rate limit does not apply to another credential.
    let refusal = context.script([Reply::status(429).header("retry-after", 3_600), fine()]);
    context.error(context.repo(&refusal).alert(42).get().await);
    let other = context.build(context.client(&refusal).token(planted::OTHER_TOKEN));
    context.value(other.alert(42).get().await);
    assert_eq!(refusal.count(), 2);
}

async fn plain_http_to_another_host_is_refused_by_the_builder(context: Context) {
    let plain = || Client::builder().token(planted::TOKEN).base_url("http://192.0.2.1/");
    let error = context.error(plain().build());
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("base_url")));
    context.value(plain().allow_plain_http().build());
}
