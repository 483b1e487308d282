//! The requests of each operation: method, path, query, headers and body.

mod alerts;
mod base_url;
mod clearing;
mod every;
mod parameters;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;

use serde_json::Value;

use crate::support::{Reply, Request, Server, fixture};

/// Starts a server that responds to every request with this fixture.
fn serving(name: &str) -> Server {
    let body = fixture::read(name);
    Server::start(move |_| Reply::ok(&body))
}

fn assert_sent(received: &Request, method: &str, target: &str) {
    assert_eq!((received.method.as_str(), received.target.as_str()), (method, target));
    assert!(received.body.is_empty(), "{received:?}");
    assert_eq!(received.header("content-type"), None);
}

fn assert_sent_body(received: &Request, method: &str, target: &str, body: &Value) {
    assert_eq!((received.method.as_str(), received.target.as_str()), (method, target));
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(&received.json(), body);
}
