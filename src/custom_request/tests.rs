//! Requests as they are built, without a server.

use std::fmt::Debug;

use serde::{Serialize, Serializer};
use serde_json::json;

use super::*;
use crate::ErrorKind;

const TEMPLATE: &str = "/repos/{owner}/{repo}";

fn client() -> Client {
    Client::builder().token("t0k3n").base_url("https://h:8443/api/v3").build().unwrap()
}

fn request(method: Method) -> CustomRequest {
    client().request(method, TEMPLATE).path("owner", "acme").path("repo", "hunter2")
}

fn url(request: &CustomRequest) -> String {
    request.build().unwrap().url().to_string()
}

/// Returns the refused argument; the error must have the template and no value.
fn refused(request: &CustomRequest) -> Option<&'static str> {
    let error = request.build().err()?;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::InvalidArgument, 0));
    assert_eq!(error.operation(), Some(request.head.path_template));
    assert!(!debugged(&error).contains("hunter2") && !error.to_string().contains("hunter2"), "{error}");
    error.argument()
}

fn debugged(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// A value whose serializer fails, and quotes a secret.
struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("hunter2"))
    }
}

#[test]
fn the_address_is_the_base_url_with_path_and_query() {
    assert_eq!(url(&request(Method::GET)), "https://h:8443/api/v3/repos/acme/hunter2");
    let numbered = client().request(Method::DELETE, "/hooks/{id}").path("id", 42);
    assert_eq!(url(&numbered), "https://h:8443/api/v3/hooks/42");
    let filtered = request(Method::GET).query(&[("q", "a b&c"), ("q", "ä")]).query(&json!({ "n": 1 }));
    assert_eq!(url(&filtered), "https://h:8443/api/v3/repos/acme/hunter2?q=a+b%26c&q=%C3%A4&n=1");
    assert_eq!(url(&request(Method::GET).query(&())), "https://h:8443/api/v3/repos/acme/hunter2");
}

#[test]
fn a_query_field_that_is_none_is_left_out() {
    #[derive(Serialize)]
    struct Filter {
        state: Option<&'static str>,
        sort: Option<&'static str>,
    }
    let filtered = request(Method::GET).query(&Filter { state: None, sort: Some("created") });
    assert!(url(&filtered).ends_with("?sort=created"));
}

#[test]
fn a_body_is_json_and_names_its_media_type() {
    let request = request(Method::PATCH).json(&json!({ "a": 1 })).build().unwrap();
    assert_eq!(request.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(request.body().and_then(reqwest::Body::as_bytes), Some(br#"{"a":1}"#.as_slice()));
}

#[test]
fn a_secret_in_a_body_is_plain_text_only_if_it_is_exposed() {
    let body = json!({ "number": 1, "secret": "hunter2" });
    let alert: crate::models::Alert = serde_json::from_value(body).unwrap();
    let sent = |request: CustomRequest| String::from_utf8(request.body.unwrap().to_vec()).unwrap();
    assert!(!sent(request(Method::POST).json(&alert)).contains("hunter2"));
    let exposed = request(Method::POST).json(&crate::Exposed(&alert));
    assert!(sent(exposed).contains("hunter2"));
}

#[test]
fn a_read_is_idempotent_and_a_write_only_if_it_is_marked() {
    for method in [Method::GET, Method::HEAD] {
        assert!(request(method).head.idempotent);
    }
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        assert!(!request(method.clone()).head.idempotent, "{method}");
        assert!(request(method).idempotent().head.idempotent);
    }
}

#[test]
fn other_methods_are_refused() {
    for method in [Method::OPTIONS, Method::CONNECT, Method::TRACE, Method::from_bytes(b"PURGE").unwrap()] {
        assert_eq!(refused(&request(method.clone())), Some("method"), "{method}");
    }
    assert_eq!(refused(&request(Method::POST).list::<u64>().request), Some("method"));
    assert_eq!(refused(&request(Method::HEAD).list::<u64>().request), Some("method"));
}

#[test]
fn a_read_with_a_body_is_refused() {
    for method in [Method::GET, Method::HEAD] {
        assert_eq!(refused(&request(method).json(&1)), Some("body"));
    }
    assert_eq!(refused(&request(Method::DELETE).json(&1)), None);
}

#[test]
fn what_does_not_serialize_is_refused_without_being_shown() {
    assert_eq!(refused(&request(Method::POST).json(&Unserializable)), Some("body"));
    assert_eq!(refused(&request(Method::GET).query(&Unserializable)), Some("query"));
    assert_eq!(refused(&request(Method::GET).query(&[("q", Unserializable)])), Some("query"));
    assert_eq!(refused(&request(Method::GET).query("hunter2")), Some("query"));
    assert_eq!(refused(&request(Method::GET).query(&[("q", ["hunter2"])])), Some("query"));
    let malformed = request(Method::GET).query(&[("page", "hunter2")]);
    assert_eq!(refused(&malformed.list::<u64>().request), Some("query"));
}

#[test]
fn the_first_refused_argument_is_named() {
    let request = request(Method::POST).json(&Unserializable).query(&Unserializable);
    assert_eq!(refused(&request), Some("body"));
}

#[test]
fn a_template_is_checked_before_anything_is_sent() {
    for template in ["https://evil.example/x", "//evil.example/x", "/repos/../x", "/x?hunter2=1", "repos"] {
        let error = client().request(Method::GET, template).build().unwrap_err();
        assert_eq!(error.argument(), Some("path_template"), "{template}");
    }
}

#[test]
fn debug_has_method_and_template_alone() {
    let request = request(Method::PATCH).query(&[("q", "hunter2")]).json(&"hunter2");
    let shown = r#"CustomRequest { method: "PATCH", path_template: "/repos/{owner}/{repo}", .. }"#;
    assert_eq!(format!("{request:?}"), shown);
    let list = self::request(Method::GET).query(&[("q", "hunter2")]).list::<u64>();
    let shown = r#"CustomList { method: "GET", path_template: "/repos/{owner}/{repo}", .. }"#;
    assert_eq!(format!("{list:?}"), shown);
    assert!(!debugged(&list.pages()).contains("hunter2"));
}
