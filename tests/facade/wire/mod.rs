//! What goes over the wire for each operation: method, path, query, headers and body, exactly.

mod alerts;
mod base_url;
mod every;
mod locations;
mod null;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Answer, Received, Server, document, fixture};

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

/// The requests together sent every query parameter that the operation has, but for the places in
/// a list, which are the pager's to send.
fn assert_every_parameter_sent(operation_id: &str, requests: &[Received]) {
    let sent: BTreeSet<_> = requests.iter().flat_map(Received::parameters).collect();
    let mut described = document::query_parameters(operation_id);
    for place in ["page", "after", "before"] {
        described.remove(place);
    }
    assert_eq!(sent, described, "of {operation_id}");
}

/// The body has every property that the schema has.
fn assert_every_property_sent(schema: &str, body: &Value) {
    let sent: BTreeSet<_> = body.as_object().unwrap().keys().cloned().collect();
    assert_eq!(sent, document::properties(schema), "of {schema}");
}
