//! Writes: without spacing, and complete or not at all.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Instant;

use super::*;

#[tokio::test]
async fn client_of_the_fake_does_not_space_writes() {
    let fake = builder().start().unwrap();
    let clock = TestClock::new().auto_advance();
    let client = fake.client_builder().clock(clock.clone()).build().unwrap();
    let alert = client.repo("acme", "widgets").unwrap().alert(42);
    for resolution in [Resolution::Revoked, Resolution::WontFix, Resolution::UsedInTests] {
        alert.resolve(resolution).send().await.unwrap();
    }
    assert_eq!(fake.received_for(&UPDATE_ALERT).len(), 3);
    assert!(clock.slept().is_empty(), "{:?}", clock.slept());
}

#[tokio::test]
async fn client_of_the_fake_sends_a_write_while_another_is_in_flight() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &UPDATE_ALERT, Failure::delay(Duration::from_secs(3_600)));
    let client = fake.client().unwrap();
    let writes = [(); 2].map(|()| {
        let client = client.clone();
        tokio::spawn(async move { resolve(&client).await })
    });
    let began = Instant::now();
    while fake.received_for(&UPDATE_ALERT).len() < 2 {
        assert!(began.elapsed() < Duration::from_secs(20), "the second write is not in flight");
        tokio::task::yield_now().await;
    }
    writes.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn write_with_an_incomplete_body_is_not_received() {
    let fake = builder().start().unwrap();
    let body = r#"{"state":"resolved","resolution":"revoked"}"#;
    // The part that arrives is a valid body.
    for announced in [body.len() + 1, 4 * body.len()] {
        let mut socket = TcpStream::connect(fake.base_url().trim_start_matches("http://")).unwrap();
        let head = format!(
            "PATCH {PATH} HTTP/1.1\r\nhost: fake\r\nuser-agent: test\r\nauthorization: token {TOKEN}"
        );
        write!(socket, "{head}\r\ncontent-length: {announced}\r\n\r\n{body}").unwrap();
        socket.shutdown(Shutdown::Write).unwrap();
        let mut response = Vec::new();
        // Closed or reset.
        let _ = socket.read_to_end(&mut response);
        assert_eq!(String::from_utf8_lossy(&response), "");
        assert_eq!(fake.received().len(), 0);
    }
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
    assert_eq!(fake.received().len(), 1);
}
