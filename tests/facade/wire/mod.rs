//! What goes over the wire for each operation: method, path, query, headers and body, exactly.

mod alerts;
mod base_url;
mod every;
mod null;
mod parameters;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;

use serde_json::Value;

use crate::support::{Answer, Received, Server, fixture};

/// A server that answers every request with this fixture.
async fn serving(name: &str) -> Server {
    let body = fixture::read(name);
    Server::start(move |_| Answer::ok(&body)).await
}

fn assert_sent(received: &Received, method: &str, target: &str) {
    assert_eq!((received.method.as_str(), received.target.as_str()), (method, target));
    assert!(received.body.is_empty(), "{received:?}");
    assert_eq!(received.header("content-type"), None);
}

fn assert_sent_body(received: &Received, method: &str, target: &str, body: &Value) {
    assert_eq!((received.method.as_str(), received.target.as_str()), (method, target));
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(&received.json(), body);
}
