//! Connections that are never made, or that break.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};
use tokio::net::TcpSocket;

use crate::support::{Reply, World, cases, planted};

cases![
    a_refused_connection_is_tried_three_times_more_and_then_said_to_be_never_made,
    a_write_whose_connection_was_refused_is_sent_once_as_soon_as_it_can_be,
    a_reset_before_the_headers_is_tried_again_on_a_read,
    a_reset_in_the_middle_of_a_body_is_tried_again_on_a_read,
    a_read_whose_connection_always_breaks_gives_up_after_three_retries,
    tls_to_a_plain_port_is_a_connection_that_was_never_made,
    a_certificate_of_an_unknown_authority_is_a_connection_that_was_never_made,
];

/// A port that is taken, and that nobody listens on until somebody does.
fn deaf_port() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    (socket, url)
}

fn assert_never_made(error: &Error) {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Connect, None));
    assert!(error.is_retryable() && !error.outcome_unknown(), "{error:?}");
    assert!(std::error::Error::source(error).is_some());
}

async fn a_refused_connection_is_tried_three_times_more_and_then_said_to_be_never_made(world: World) {
    let (_port, url) = deaf_port();
    let repo = world.build(world.client_of(&url));
    let error = world.error(repo.alerts().assignee(planted::QUERY).page().await);
    assert_never_made(&error);
    assert_eq!(error.attempts(), 4);
    // Pauses of at most 0.5, 1 and 2 seconds.
    assert!(world.clock.elapsed() <= Duration::from_millis(3_500), "{:?}", world.clock.elapsed());
    assert!(world.clock.elapsed() > Duration::ZERO);
}

async fn a_write_whose_connection_was_refused_is_sent_once_as_soon_as_it_can_be(world: World) {
    let (port, url) = deaf_port();
    let repo = world.build(world.client_of(&url));
    world.clock.stop();
    let write = tokio::spawn(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).send());
    while world.clock.waiting() == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    // The first attempt has failed, and the second waits for its pause.
    let listener = port.listen(16).unwrap().into_std().unwrap();
    let server = world.answering_on(listener, |_| Reply::ok(&planted::alert(42)));
    world.clock.go_on();
    assert_eq!(world.value(write.await.unwrap()).number, 42);
    assert_eq!(server.count(), 1);
    assert!(server.requests()[0].text().contains(planted::REMARK));
}

async fn a_reset_before_the_headers_is_tried_again_on_a_read(world: World) {
    let server = world.server([Reply::reset(), Reply::hang_up(), Reply::ok(&planted::alert(42))]);
    let alert = world.value(world.repo(&server).alert(42).get().await);
    assert_eq!(alert.secret.unwrap().expose(), planted::SECRET);
    assert_eq!((server.count(), server.connections()), (3, 3));
}

async fn a_reset_in_the_middle_of_a_body_is_tried_again_on_a_read(world: World) {
    let whole = Reply::ok(&planted::alert(42));
    let server = world.server([whole.clone().reset_before_the_last(20), whole]);
    let alert = world.value(world.repo(&server).alert(42).get().await);
    assert_eq!(alert.number, 42);
    assert_eq!(server.count(), 2);
}

async fn a_read_whose_connection_always_breaks_gives_up_after_three_retries(world: World) {
    for (reply, status) in
        [(Reply::reset(), None), (Reply::ok(&planted::alert(42)).reset_before_the_last(20), Some(200))]
    {
        let server = world.answering(move |_| reply.clone());
        let error = world.error(world.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, status, 4));
        assert!(error.is_retryable() && !error.outcome_unknown());
        assert_eq!(server.count(), 4);
    }
}

async fn tls_to_a_plain_port_is_a_connection_that_was_never_made(world: World) {
    let server = world.answering(|_| Reply::ok(&planted::alert(42)));
    let repo = world.build(world.client_of(&server.url().replace("http:", "https:")));
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_never_made(&error);
    assert_eq!(server.count(), 0);
    assert_eq!(u32::try_from(server.connections()).unwrap(), error.attempts());
    assert!((1..=4).contains(&error.attempts()));
}

async fn a_certificate_of_an_unknown_authority_is_a_connection_that_was_never_made(world: World) {
    let certificates = crate::support::Certificates::new();
    let server = world.over_tls(&certificates, |_| Reply::ok(&planted::alert(42)));
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_never_made(&error);
    assert_eq!(server.count(), 0);

    let trusting = world.client(&server).root_certificate(certificates.authority());
    assert_eq!(world.value(world.build(trusting).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}
