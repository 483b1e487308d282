//! How long a fake is there, and for whom.

use std::net::TcpStream;

use super::*;

fn address(fake: &FakeGitHub) -> String {
    fake.base_url().trim_start_matches("http://").to_owned()
}

#[tokio::test]
async fn dropped_it_closes_its_port_and_its_connections() {
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
async fn two_at_once_know_nothing_of_each_other() {
    let (one, other) = (builder().start().unwrap(), builder().start().unwrap());
    assert_ne!(one.base_url(), other.base_url());
    resolve(&one.client().unwrap()).await.unwrap();
    assert_eq!(read(&other.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
    assert_eq!((one.received().len(), other.received().len()), (1, 1));
}

#[test]
fn it_needs_no_runtime() {
    let fake = FakeGitHub::start().unwrap();
    assert_eq!(fake.add_alert("acme/widgets", Alert::new(7)).unwrap(), 7);
    // Asked by hand, on a plain socket.
    let mut socket = TcpStream::connect(address(&fake)).unwrap();
    let path = "/repos/acme/widgets/secret-scanning/alerts/7";
    let head = format!("GET {path} HTTP/1.0\r\nuser-agent: t\r\nauthorization: Bearer {TOKEN}\r\n\r\n");
    std::io::Write::write_all(&mut socket, head.as_bytes()).unwrap();
    let answer = std::io::read_to_string(socket).unwrap();
    assert!(answer.contains(" 200 OK") && answer.contains(r#""number":7"#), "{answer}");
}

#[tokio::test]
async fn what_is_added_later_is_there_at_once() {
    let fake = FakeGitHub::start().unwrap();
    let client = fake.client().unwrap();
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::NotFound);
    fake.add_alert("acme/widgets", Alert::new(42)).unwrap();
    assert_eq!(read(&client).await.unwrap().number, 42);
}

#[test]
fn its_clock_stands_still_until_it_is_moved() {
    let fake = builder().start().unwrap();
    assert_eq!(fake.now(), noon());
    fake.advance(Duration::from_secs(60));
    assert_eq!(fake.now(), noon() + TimeDelta::minutes(1));
}
