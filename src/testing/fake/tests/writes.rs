//! When writes arrive: as soon as they are sent, and whole or not at all.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Instant;

use super::*;
use crate::transport::ManualClock;

#[tokio::test]
async fn a_client_of_the_fake_does_not_space_out_its_writes() {
    let fake = builder().start().unwrap();
    let clock = ManualClock::jumping();
    let client = fake.client_builder().clock(clock.clone()).build().unwrap();
    let alert = client.repo("acme", "widgets").unwrap().alert(42);
    for resolution in [Resolution::Revoked, Resolution::WontFix, Resolution::UsedInTests] {
        alert.resolve(resolution).send().await.unwrap();
    }
    assert_eq!(fake.received_for(&UPDATE_ALERT).len(), 3);
    assert!(clock.slept().is_empty(), "{:?}", clock.slept());
}

#[tokio::test]
async fn a_client_of_the_fake_sends_a_write_while_another_waits_for_its_answer() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &UPDATE_ALERT, Failure::delay(Duration::from_secs(3_600)));
    let client = fake.client().unwrap();
    let writes = [(); 2].map(|()| {
        let client = client.clone();
        tokio::spawn(async move { resolve(&client).await })
    });
    let began = Instant::now();
    while fake.received_for(&UPDATE_ALERT).len() < 2 {
        assert!(began.elapsed() < Duration::from_secs(20), "the second write waits for the first");
        tokio::task::yield_now().await;
    }
    writes.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn a_write_whose_body_breaks_off_is_not_received_and_changes_nothing() {
    let fake = builder().start().unwrap();
    let body = r#"{"state":"resolved","resolution":"revoked"}"#;
    // What arrives of it would make sense by itself.
    for announced in [body.len() + 1, 4 * body.len()] {
        let mut socket = TcpStream::connect(fake.base_url().trim_start_matches("http://")).unwrap();
        let head = format!(
            "PATCH {PATH} HTTP/1.1\r\nhost: fake\r\nuser-agent: test\r\nauthorization: token {TOKEN}"
        );
        write!(socket, "{head}\r\ncontent-length: {announced}\r\n\r\n{body}").unwrap();
        socket.shutdown(Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        // Closed without a word, or cut.
        let _ = socket.read_to_end(&mut answer);
        assert_eq!(String::from_utf8_lossy(&answer), "");
        assert_eq!(fake.received().len(), 0);
    }
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
    assert_eq!(fake.received().len(), 1);
}
