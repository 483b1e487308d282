//! The lifetime of a fake.

use std::net::TcpStream;

use super::*;

fn address(fake: &FakeGitHub) -> String {
    fake.base_url().trim_start_matches("http://").to_owned()
}

#[tokio::test]
async fn drop_closes_the_port_and_all_connections() {
    let fake = builder().start().unwrap();
    let (client, address) = (impatient(&fake, TOKEN), address(&fake));
    read(&client).await.unwrap();
    fake.fail_next(1, &GET_ALERT, Failure::delay(Duration::from_secs(3_600)));
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { read(&client).await }
    });
    while fake.received().len() < 2 {
        tokio::task::yield_now().await;
    }
    drop(fake);
    assert_eq!(waiting.await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::Connect);
    assert!(TcpStream::connect(&address).is_err());
}

#[tokio::test]
async fn two_fakes_are_independent() {
    let (one, other) = (builder().start().unwrap(), builder().start().unwrap());
    assert_ne!(one.base_url(), other.base_url());
    resolve(&one.client().unwrap()).await.unwrap();
    assert_eq!(read(&other.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
    assert_eq!((one.received().len(), other.received().len()), (1, 1));
}

#[test]
fn no_runtime_is_needed() {
    let fake = FakeGitHub::start().unwrap();
    assert_eq!(fake.add_alert("acme/widgets", Alert::new(7)).unwrap(), 7);
    let mut socket = TcpStream::connect(address(&fake)).unwrap();
    let path = "/repos/acme/widgets/secret-scanning/alerts/7";
    let head = format!("GET {path} HTTP/1.0\r\nuser-agent: t\r\nauthorization: Bearer {TOKEN}\r\n\r\n");
    std::io::Write::write_all(&mut socket, head.as_bytes()).unwrap();
    let response = std::io::read_to_string(socket).unwrap();
    assert!(response.contains(" 200 OK") && response.contains(r#""number":7"#), "{response}");
}

#[tokio::test]
async fn added_alert_is_visible_at_once() {
    let fake = FakeGitHub::start().unwrap();
    let client = fake.client().unwrap();
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::NotFound);
    fake.add_alert("acme/widgets", Alert::new(42)).unwrap();
    assert_eq!(read(&client).await.unwrap().number, 42);
}

#[test]
fn frozen_clock_moves_only_when_advanced() {
    let fake = builder().start().unwrap();
    assert_eq!(fake.now(), noon());
    fake.advance(Duration::from_secs(60));
    assert_eq!(fake.now(), noon() + TimeDelta::minutes(1));
}
