//! The parameters and body properties of every operation.
//!
//! The calls are generated. What they must send is computed from the description, and the server of
//! each test checks every value against its schema.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::generated::{ALONE, FULL};
use crate::support::calls::{Call, documented_answer, operations};
use crate::support::document::{self, resolve};
use crate::support::{Request, Server, client};

/// The parameters that the pager sets.
const PAGING: &[&str] = &["after", "before", "page"];

/// An operation as the description has it.
struct Described {
    /// Name → schema of the query parameters that a caller can set.
    query: BTreeMap<String, Value>,
    exclusive: Vec<BTreeSet<String>>,
    body: Option<Value>,
}

fn described(document: &Value, id: &str) -> Described {
    let operations = document["paths"].as_object().unwrap().values();
    let mut operations = operations.flat_map(|path| path.as_object().unwrap().values());
    let operation = operations.find(|operation| operation["operationId"] == id).unwrap();
    let parameters = operation["parameters"].as_array().unwrap().iter();
    let query = parameters
        .map(|parameter| resolve(document, parameter))
        .filter(|parameter| parameter["in"] == "query");
    let query =
        query.map(|parameter| (parameter["name"].as_str().unwrap().to_owned(), parameter["schema"].clone()));
    let exclusive = operation.get("x-exclusive").cloned().unwrap_or_default();
    let body = operation.get("requestBody").map(|body| body["content"]["application/json"]["schema"].clone());
    Described {
        query: query.filter(|(name, _)| !PAGING.contains(&name.as_str())).collect(),
        exclusive: serde_json::from_value(exclusive).unwrap_or_default(),
        body,
    }
}

/// Returns the only request of a call.
async fn received(call: &Call) -> Request {
    let server = Server::script([documented_answer(call.operation)]);
    (call.call)(&client(&server)).unwrap().await.unwrap();
    server.only()
}

fn query(received: &Request) -> BTreeMap<String, String> {
    url::form_urlencoded::parse(received.query().as_bytes()).into_owned().collect()
}

/// Asserts that free text is the name of the parameter, repeated or cut to an allowed length.
fn assert_named(document: &Value, name: &str, schema: &Value, text: &str) {
    let schema = resolve(document, schema);
    if schema["type"] == "array" {
        for item in text.split(',') {
            assert_named(document, name, &schema["items"], item);
        }
    } else if schema["type"] == "string" && schema.get("enum").is_none() {
        let length = text.len().min(name.len());
        assert_eq!(text[..length], name[..length], "the value of `{name}`");
        assert!(!text.is_empty(), "the value of `{name}`");
    }
}

/// Asserts that a body has all properties of its schema, at every depth.
fn assert_complete(document: &Value, name: &str, schema: &Value, value: &Value) {
    let schema = resolve(document, schema);
    if let Some(part) = schema.get("allOf").or_else(|| schema.get("oneOf")).map(|parts| &parts[0]) {
        return assert_complete(document, name, part, value);
    }
    match value {
        Value::Object(members) => {
            let properties = schema["properties"].as_object().unwrap();
            assert_eq!(
                members.keys().collect::<BTreeSet<_>>(),
                properties.keys().collect::<BTreeSet<_>>(),
                "the properties of `{name}`"
            );
            for (name, member) in members {
                assert_complete(document, name, &properties[name], member);
            }
        }
        Value::Array(items) => {
            assert!(!items.is_empty(), "`{name}` is empty");
            for item in items {
                assert_complete(document, name, &schema["items"], item);
            }
        }
        Value::String(text) => assert_named(document, name, schema, text),
        other => assert!(!other.is_null(), "`{name}` is null"),
    }
}

#[tokio::test]
async fn all_parameters_and_properties_are_sent_together() {
    let document = document::read();
    for operation in operations() {
        let described = described(&document, operation.id);
        let mut sent = BTreeSet::new();
        let calls: Vec<&Call> = FULL.iter().filter(|call| call.operation == operation.id).collect();
        assert!(!calls.is_empty(), "no call of {}", operation.id);
        for call in calls {
            let received = received(call).await;
            let query = query(&received);
            for (name, text) in &query {
                assert_named(&document, name, &described.query[name], text);
            }
            let names: BTreeSet<String> = query.into_keys().collect();
            let missing = described.query.keys().filter(|name| !names.contains(*name));
            for name in missing {
                // Missing parameters are excluded by others.
                let mut pairs = described.exclusive.iter().filter(|pair| pair.contains(name));
                let excluded = pairs.any(|pair| pair.iter().any(|other| names.contains(other)));
                assert!(excluded, "{}: `{name}` is not sent", operation.id);
            }
            sent.extend(names);
            match &described.body {
                Some(schema) => assert_complete(&document, "the body", schema, &received.json()),
                None => assert!(received.body.is_empty(), "{}", operation.id),
            }
        }
        assert_eq!(sent, described.query.into_keys().collect(), "{}", operation.id);
    }
}

#[tokio::test]
async fn single_parameter_is_sent_alone() {
    let document = document::read();
    let mut calls = 0;
    for operation in operations() {
        for (name, schema) in described(&document, operation.id).query {
            let call = ALONE
                .iter()
                .find(|call| call.operation == operation.id && call.parameter == Some(name.as_str()))
                .unwrap_or_else(|| panic!("{}: no call sets `{name}` alone", operation.id));
            let query = query(&received(call).await);
            assert_eq!(query.keys().collect::<Vec<_>>(), [&name], "{}", operation.id);
            assert_named(&document, &name, &schema, &query[&name]);
            calls += 1;
        }
    }
    assert_eq!(calls, ALONE.len(), "a call sets a parameter that is not described");
}
