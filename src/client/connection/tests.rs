//! Settings that are refused, and those that apply in any case.

use super::*;
use crate::{Client, ClientBuilder};

fn refused(set: fn(ClientBuilder) -> ClientBuilder) -> Option<&'static str> {
    let error = set(Client::builder().token("t")).build().err();
    assert!(!format!("{error:?}").contains("hunter2"));
    error.and_then(|error| error.argument())
}

#[test]
fn a_malformed_setting_is_refused_by_name_without_being_shown() {
    assert_eq!(refused(|b| b.connect_timeout(Duration::ZERO)), Some("connect_timeout"));
    assert_eq!(refused(|b| b.proxy("http://u:hunter2@[")), Some("proxy"));
    assert_eq!(refused(|b| b.proxy("http://u:hunter2@127.0.0.1:1")), None);
}

#[cfg(feature = "rustls")]
#[test]
fn malformed_certificates_are_refused() {
    for pem in ["", "hunter2", "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n"] {
        let roots = Client::builder().token("t").root_certificate(pem).build().err();
        assert_eq!(roots.as_ref().and_then(Error::argument), Some("root_certificate"), "{pem}");
        let own = Client::builder().token("t").client_certificate(pem).build().err();
        assert_eq!(own.as_ref().and_then(Error::argument), Some("client_certificate"), "{pem}");
        assert!(!format!("{roots:?} {own:?}").contains("hunter2"));
    }
}

#[test]
fn settings_that_this_crate_relies_on_are_applied_last() {
    let client = Client::builder()
        .token("t")
        .http(|| reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(9)))
        .build()
        .unwrap();
    assert!(!format!("{:?}", client.http()).contains("limited"));
}

#[test]
fn clones_of_a_builder_with_a_reqwest_builder_all_build() {
    let builder = Client::builder().token("t").http(reqwest::Client::builder);
    assert!(builder.clone().build().is_ok() && builder.build().is_ok());
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn a_server_that_has_no_newer_tls_than_1_1_is_refused() {
    use std::io::{Read, Write};

    /// The alert for a version that is not supported (RFC 8446, section 6).
    const PROTOCOL_VERSION: u8 = 70;

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = [0; 4096];
        let _ = stream.read(&mut hello).unwrap();
        // A ServerHello of TLS 1.1: version, random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
        let mut answer = vec![22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2];
        answer.extend([7; 32]);
        answer.extend([0, 0, 0x2f, 0]);
        stream.write_all(&answer).unwrap();
        let mut alert = Vec::new();
        let _ = stream.read_to_end(&mut alert);
        alert
    });
    let client = Client::builder().token("t").base_url(url).retry(crate::Retry::never()).build().unwrap();
    let error = client.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert_eq!(error.kind(), crate::ErrorKind::Connect, "{error}");
    let alert = server.join().unwrap();
    assert_eq!((alert.first(), alert.get(6)), (Some(&21), Some(&PROTOCOL_VERSION)), "{alert:?}");
}
