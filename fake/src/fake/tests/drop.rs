//! The port of a dropped fake.

use std::net::TcpStream;

use super::*;

#[test]
fn dropped_fake_refuses_connections_at_once() {
    for _ in 0..50 {
        let fake = FakeGitHub::start().unwrap();
        let address = fake.base_url().trim_start_matches("http://").to_owned();
        assert!(TcpStream::connect(&address).is_ok());
        drop(fake);
        let error = TcpStream::connect(&address).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
    }
}
