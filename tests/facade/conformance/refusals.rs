//! The checker reports every kind of fault, without the values.

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};

use super::description::description;
use super::{Faults, request, response};

const ALERTS: &str = "/repos/acme/widgets/secret-scanning/alerts";
const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/42";
const HEADERS: &[(&str, &str)] =
    &[("accept", "application/json"), ("user-agent", "test"), ("x-github-api-version", "2022-11-28")];
const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");

fn headers<'h>(headers: impl IntoIterator<Item = &'h (&'static str, &'static str)>) -> HeaderMap {
    let pair = |(name, value): &(&'static str, &'static str)| {
        (HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let mut map = HeaderMap::new();
    for (name, value) in headers.into_iter().map(pair) {
        map.append(name, value);
    }
    map
}

fn get(target: &str) -> Vec<String> {
    request("GET", target, &headers(HEADERS), b"").err().unwrap_or_default()
}

fn patch(target: &str, body: &Value) -> Vec<String> {
    let headers = headers(HEADERS.iter().chain([&JSON]));
    request("PATCH", target, &headers, body.to_string().as_bytes()).err().unwrap_or_default()
}

fn response_faults(id: &str, status: u16, with: &[(&'static str, &'static str)], body: &str) -> Vec<String> {
    response(description().operation(id), status, &headers(with), body.as_bytes())
}

#[track_caller]
fn assert_fault(faults: &[String], expected: &str) {
    assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:#?}");
}

#[test]
fn a_conforming_request_returns_its_operation() {
    for (method, target, id) in [
        ("GET", "/orgs/acme/installation", "apps/get-org-installation"),
        ("GET", ALERTS, "secret-scanning/list-alerts-for-repo"),
        ("GET", ALERT, "secret-scanning/get-alert"),
        ("POST", "/app/installations/7/access_tokens", "apps/create-installation-access-token"),
    ] {
        let operation = request(method, target, &headers(HEADERS), b"");
        assert_eq!(operation.map(|operation| operation.id.as_str()), Ok(id));
    }
    let every_kind = "state=open&per_page=100&hide_secret=true&validity=active,unknown&after=";
    assert_eq!(get(&format!("{ALERTS}?{every_kind}")), [""; 0]);
    assert_eq!(patch(ALERT, &json!({ "state": "open", "assignee": null })), [""; 0]);
}

#[test]
fn a_path_or_method_that_matches_no_operation_is_a_fault() {
    for target in ["/", "", "/user", "/repos/acme/widgets", "/api/v3/orgs/acme/installation"] {
        assert_fault(&get(target), "matches no operation");
    }
    for target in [format!("{ALERTS}/"), format!("{ALERT}/more"), ALERTS.replace("acme", "")] {
        assert_fault(&get(&target), "matches no operation");
    }
    assert_fault(&patch(ALERTS, &json!({})), "PATCH matches no operation");
}

#[test]
fn an_invalid_path_parameter_is_a_fault() {
    for number in ["0", "-1", "042", "+42", "4e1", "4.0", "x"] {
        assert_fault(&get(&format!("{ALERTS}/{number}")), "path parameter alert_number");
    }
}

#[test]
fn an_invalid_query_parameter_is_a_fault() {
    for (query, expected) in [
        ("colour=red", "query parameter colour: is not described"),
        ("page=1&page=2", "query parameter page: is repeated"),
        ("page=0", "query parameter page at \"\""),
        ("per_page=101", "query parameter per_page at \"\""),
        ("per_page=ten", "query parameter per_page at \"\""),
        ("state=closed", "query parameter state at \"\""),
        ("hide_secret=1", "query parameter hide_secret at \"\""),
        ("validity=active,dead", "query parameter validity at \"/1\""),
        ("validity=active&validity=unknown", "query parameter validity: is repeated"),
        ("owner_email_hash=abc", "query parameter owner_email_hash at \"\""),
    ] {
        assert_fault(&get(&format!("{ALERTS}?{query}")), expected);
    }
    let by_number = "/enterprises/acme/secret-scanning/alerts?page=2";
    assert_fault(&get(by_number), "query parameter page: is not described");
}

#[test]
fn an_invalid_request_body_is_a_fault() {
    for (body, expected) in [
        (json!({ "state": "closed" }), "request body at \"/state\""),
        (json!({ "state": null }), "request body at \"/state\""),
        (json!({ "state": "open", "colour": 1 }), "'colour' was unexpected"),
        (json!({ "resolution": "revoked" }), "anyOf"),
        (json!([]), "request body at \"\""),
    ] {
        assert_fault(&patch(ALERT, &body), expected);
    }
    let review = "/repos/acme/widgets/bypass-requests/secret-scanning/21";
    assert_fault(&patch(review, &json!({ "status": "approve" })), "message");
    assert_fault(&patch(review, &json!({ "status": "approve", "message": "" })), "\"/message\"");
    let nested = json!({ "custom_pattern_settings": [{ "token_type": "a", "colour": 1 }] });
    let configurations = "/orgs/acme/secret-scanning/pattern-configurations";
    assert_fault(&patch(configurations, &nested), "\"/custom_pattern_settings/0\"");
}

#[test]
fn an_unexpected_or_missing_request_body_is_a_fault() {
    let with_json = headers(HEADERS.iter().chain([&JSON]));
    let faults = |method, headers, body| request(method, ALERT, headers, body).err().unwrap_or_default();
    assert_fault(&faults("GET", &with_json, b"{}"), "must be empty");
    assert_fault(&faults("PATCH", &with_json, b""), "request body: is missing");
    assert_fault(&faults("PATCH", &with_json, b"{"), "request body: is not JSON");
    assert_fault(&faults("PATCH", &headers(HEADERS), br#"{"state":"open"}"#), "content-type");
}

#[test]
fn a_missing_or_repeated_required_header_is_a_fault() {
    for (index, (name, _)) in HEADERS.iter().enumerate() {
        let others = HEADERS.iter().enumerate().filter(|(other, _)| *other != index);
        let without = headers(others.map(|(_, header)| header));
        let faults = request("GET", ALERT, &without, b"").err().unwrap_or_default();
        assert_fault(&faults, &format!("header {name}: is missing"));
        let twice = headers(HEADERS.iter().chain([&HEADERS[index]]));
        let faults = request("GET", ALERT, &twice, b"").err().unwrap_or_default();
        assert_fault(&faults, &format!("header {name}: is repeated"));
    }
    let stale = headers(HEADERS[..2].iter().chain([&("x-github-api-version", "2021-01-01")]));
    let faults = request("GET", ALERT, &stale, b"").err().unwrap_or_default();
    assert_fault(&faults, "x-github-api-version");
}

#[test]
fn an_invalid_response_body_is_a_fault() {
    let alert = |body: Value| response_faults("secret-scanning/get-alert", 200, &[JSON], &body.to_string());
    assert_eq!(alert(json!({ "number": 42, "resolved_by": null, "metadata": null })), [""; 0]);
    assert_fault(&alert(json!({})), "number");
    assert_fault(&alert(json!({ "number": "42" })), "\"/number\"");
    assert_fault(&alert(json!({ "number": 1.5 })), "\"/number\"");
    assert_fault(&alert(json!({ "number": 42, "colour": 1 })), "'colour' was unexpected");
    assert_fault(&alert(json!({ "number": 42, "state": null })), "\"/state\"");
    assert_fault(&alert(json!({ "number": 42, "created_at": "yesterday" })), "date-time");
    assert_fault(&alert(json!({ "number": 42, "resolved_by": { "login": "a" } })), "\"id\"");
    let user = json!({ "login": "a", "id": 1, "colour": 1 });
    assert_fault(&alert(json!({ "number": 42, "resolved_by": user })), "'colour' was unexpected");
    let user = json!({ "login": "a", "id": 1e30 });
    assert_fault(&alert(json!({ "number": 42, "resolved_by": user })), "\"/resolved_by/id\"");
    let location = json!([{ "type": "commit", "details": { "issue_title_url": "x" } }]).to_string();
    let faults = response_faults("secret-scanning/list-locations-for-alert", 200, &[JSON], &location);
    assert_fault(&faults, "response body at \"/0\"");
}

#[test]
fn a_response_is_json_or_empty_depending_on_its_status() {
    let alert = |status, with: &[_], body| response_faults("secret-scanning/get-alert", status, with, body);
    assert_fault(&alert(200, &[JSON], ""), "is not JSON");
    assert_fault(&alert(200, &[], r#"{"number":1}"#), "content-type");
    assert_fault(&alert(200, &[("content-type", "text/html")], r#"{"number":1}"#), "content-type");
    assert_eq!(alert(304, &[], ""), [""; 0]);
    assert_fault(&alert(304, &[], "{}"), "must be empty");
    assert_fault(
        &response_faults("secret-scanning/dismiss-bypass-response", 204, &[JSON], "null"),
        "must be empty",
    );
}

#[test]
fn an_undeclared_status_must_be_an_error_with_the_error_schema() {
    let alert = |status, body| response_faults("secret-scanning/get-alert", status, &[JSON], body);
    assert_eq!(alert(401, r#"{"message":"Bad credentials"}"#), [""; 0]);
    assert_fault(&alert(404, r#"{"massage":"Not Found"}"#), "'massage' was unexpected");
    assert_fault(&alert(401, r#"{"massage":"Bad credentials"}"#), "'massage' was unexpected");
    assert_fault(&alert(429, "<html>"), "is not JSON");
    for status in [100, 201, 204, 302] {
        assert_fault(&alert(status, r#"{"number":1}"#), "the status is not declared");
    }
}

#[test]
fn a_link_header_is_a_fault_outside_of_lists() {
    let link = [JSON, ("link", "<https://h/?page=2>; rel=\"next\"")];
    assert_eq!(response_faults("secret-scanning/list-alerts-for-repo", 200, &link, "[]"), [""; 0]);
    assert_fault(&response_faults("secret-scanning/list-alerts-for-repo", 404, &link, "{}"), "header link");
    assert_fault(&response_faults("secret-scanning/get-alert", 200, &link, r#"{"number":1}"#), "header link");
}

#[test]
fn faults_contain_no_value() {
    const PLANTED: &str = "pl4nted-value";
    let body = json!({ "state": PLANTED, "resolution": [PLANTED], "assignee": { "x": PLANTED } });
    let alert =
        json!({ "number": PLANTED, "secret": [PLANTED], "created_at": PLANTED, "resolved_by": PLANTED });
    for faults in [
        get(&format!("{ALERTS}?state={PLANTED}&per_page={PLANTED}&validity={PLANTED}&hide_secret={PLANTED}")),
        get(&format!("{ALERTS}/{PLANTED}")),
        get(&format!("/{PLANTED}")),
        patch(ALERT, &body),
        response_faults("secret-scanning/get-alert", 200, &[JSON], &alert.to_string()),
        response_faults("secret-scanning/get-alert", 200, &[JSON], PLANTED),
    ] {
        assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.contains(PLANTED)), "{faults:#?}");
    }
}

#[test]
#[should_panic = "does not conform to generated/openapi.json"]
fn a_fault_fails_the_test() {
    let faults = Faults::default();
    faults.expect("another");
    faults.add(["one fault".into(), "another fault".into()]);
    faults.judge();
}

#[test]
#[should_panic = "expected faults are missing"]
fn a_missing_expected_fault_fails_the_test() {
    let faults = Faults::default();
    faults.expect("one");
    faults.judge();
}

#[test]
fn expected_faults_pass() {
    let faults = Faults::default();
    faults.judge();
    faults.expect("one");
    faults.add(["one fault".into(), "one more".into()]);
    faults.judge();
}

#[test]
#[should_panic = "the first"]
fn faults_are_not_reported_during_another_panic() {
    struct Judging(Faults);
    impl Drop for Judging {
        fn drop(&mut self) {
            self.0.judge();
        }
    }
    let judging = Judging(Faults::default());
    judging.0.add(["one fault".into()]);
    panic!("the first");
}
