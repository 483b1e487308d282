//! Tests of the handlers without a server.

mod accounts;
mod bypass_requests;
mod derived_state;
mod filters;
mod locations;
mod paging;
mod pattern_configurations;
mod queries;
mod reading;
mod resolving;
mod seeding;
mod times;
mod updating;

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning_generated::types::{Alert, BypassResponse, SecretBypassRequest};
use github_secret_scanning_generated::{Operation, operations};
use serde_json::{Value, json};
use url::Url;

use crate::request::OperationRequest;
use crate::store::Store;

const BASE_URL: &str = "http://127.0.0.1:4010";
const REPO: &str = "acme/widgets";

/// Calls handlers on a store, at a fixed time.
struct Api {
    store: Store,
    now: DateTime<Utc>,
}

/// A success or an error.
struct TestResponse {
    status: u16,
    body: Value,
    link: Option<String>,
}

impl Api {
    fn new() -> Self {
        Self { store: Store::default(), now: at(12) }
    }

    /// With these alerts in [`REPO`].
    fn with(alerts: impl IntoIterator<Item = Alert>) -> Self {
        let mut api = Self::new();
        for alert in alerts {
            api.add(REPO, alert);
        }
        api
    }

    fn add(&mut self, repo: &str, alert: Alert) -> u64 {
        self.store.add_alert(self.now, repo, alert).unwrap().get()
    }

    /// Sends a request of `octocat`. `target` is the path below the base URL, with the query.
    fn send(&mut self, method: &str, target: &str, body: &str) -> TestResponse {
        let url = Url::parse(&format!("{BASE_URL}{target}")).unwrap();
        let (operation, path) = operation(method, url.path());
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let request = OperationRequest {
            operation,
            path_parameters: &path,
            query: &query,
            body: body.as_bytes(),
            login: "octocat",
            now: self.now,
            base_url: BASE_URL,
            path: url.path(),
        };
        let handler = super::handler(operation).unwrap();
        let response = handler(&mut self.store, &request).unwrap_or_else(|error| error);
        let body = Some(&response.body).filter(|body| !body.is_empty());
        let body = body.map_or(Value::Null, |body| serde_json::from_slice(body).unwrap());
        let link = response.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        TestResponse { status: response.status.as_u16(), body, link }
    }

    fn get(&mut self, target: &str) -> TestResponse {
        self.send("GET", target, "")
    }

    fn patch(&mut self, target: &str, body: &Value) -> TestResponse {
        self.send("PATCH", target, &body.to_string())
    }

    /// Returns the numbers of the entries of a list.
    fn numbers(&mut self, target: &str) -> Vec<u64> {
        let response = self.get(target);
        assert_eq!(response.status, 200, "{target}: {}", response.body);
        response.numbers()
    }
}

impl TestResponse {
    fn numbers(&self) -> Vec<u64> {
        self.body.as_array().unwrap().iter().map(|entry| entry["number"].as_u64().unwrap()).collect()
    }

    /// Returns the target of a link, below the base URL.
    fn link(&self, relation: &str) -> Option<String> {
        let suffix = format!("; rel=\"{relation}\"");
        let mut links = self.link.as_deref().unwrap_or_default().split(", ");
        let address = links.find_map(|link| link.strip_suffix(&suffix))?;
        Some(address.strip_prefix('<')?.strip_suffix('>')?.strip_prefix(BASE_URL)?.to_owned())
    }

    /// Returns the errors of a 422, each as `resource field code`.
    fn validation_errors(&self) -> Vec<String> {
        assert_eq!((self.status, &self.body["status"]), (422, &json!("422")), "{}", self.body);
        assert_eq!(self.body["message"], "Validation Failed");
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap().to_owned();
        let words = |entry: &Value| ["resource", "field", "code"].map(|name| text(entry, name)).join(" ");
        self.body["errors"].as_array().unwrap().iter().map(words).collect()
    }

    fn assert_error(&self, status: u16, message: &str) {
        assert_eq!((self.status, self.body["message"].as_str()), (status, Some(message)), "{}", self.body);
    }
}

/// Returns an hour of the tests' day.
fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_582_400, 0).unwrap() + TimeDelta::hours(hour)
}

/// Returns an alert with a number, changed by a closure.
fn alert(number: u64, change: impl FnOnce(&mut Alert)) -> Alert {
    let mut alert = Alert::new(number);
    change(&mut alert);
    alert
}

/// Returns the operation of a path, and its path parameters.
fn operation(method: &str, path: &str) -> (&'static Operation, Vec<(String, String)>) {
    let segments: Vec<&str> = path.split('/').collect();
    let matches = |operation: &Operation| {
        let template: Vec<&str> = operation.path.split('/').collect();
        operation.method == method
            && template.len() == segments.len()
            && template.iter().zip(&segments).all(|(one, other)| one.starts_with('{') || one == other)
    };
    let operation = operations::ALL.iter().find(|operation| matches(operation)).unwrap();
    let parameter = |(name, value): (&str, &&str)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((name.to_owned(), (*value).to_owned()))
    };
    (operation, operation.path.split('/').zip(&segments).filter_map(parameter).collect())
}

#[test]
fn every_operation_but_those_of_apps_has_a_handler() {
    for operation in operations::ALL {
        assert_eq!(super::handler(operation).is_some(), operation.family != "apps", "{}", operation.id);
    }
}

#[test]
fn names_in_paths_of_writes_are_case_insensitive() {
    let mut api = Api::with([Alert::new(1)]);
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    let mut request = SecretBypassRequest::new(0, 1);
    request.responses = Some(vec![BypassResponse::new(42)]);
    api.store.add_bypass_request(api.now, REPO, request).unwrap();
    for (method, target, body) in [
        ("PATCH", "/repos/Acme/WIDGETS/secret-scanning/alerts/1", r#"{"assignee":"hubot"}"#),
        (
            "PATCH",
            "/repos/Acme/WIDGETS/bypass-requests/secret-scanning/1",
            r#"{"status":"reject","message":"no"}"#,
        ),
        ("DELETE", "/repos/Acme/WIDGETS/bypass-responses/secret-scanning/42", ""),
        ("PATCH", "/orgs/ACME/secret-scanning/pattern-configurations", "{}"),
        ("PATCH", "/enterprises/ACME-inc/secret-scanning/pattern-configurations", "{}"),
    ] {
        let response = api.send(method, target, body);
        assert!(response.status < 300, "{target}: {}", response.body);
    }
}

#[test]
fn missing_resource_is_not_found() {
    let mut api = Api::with([Alert::new(1)]);
    api.store.add_org("empty").unwrap();
    for (method, target) in [
        ("GET", "/repos/acme/nothing/secret-scanning/alerts"),
        ("GET", "/repos/nobody/widgets/secret-scanning/alerts"),
        ("GET", "/repos/empty/widgets/secret-scanning/alerts"),
        ("GET", "/repos/acme/nothing/secret-scanning/alerts/1"),
        ("GET", "/repos/acme/widgets/secret-scanning/alerts/2"),
        ("GET", "/repos/acme/widgets/secret-scanning/alerts/one"),
        ("PATCH", "/repos/acme/widgets/secret-scanning/alerts/2"),
        ("GET", "/repos/acme/widgets/secret-scanning/alerts/2/locations"),
        ("GET", "/orgs/nobody/secret-scanning/alerts"),
        ("GET", "/enterprises/acme/secret-scanning/alerts"),
        ("GET", "/orgs/nobody/secret-scanning/pattern-configurations"),
        ("PATCH", "/orgs/nobody/secret-scanning/pattern-configurations"),
        ("GET", "/enterprises/nobody/secret-scanning/pattern-configurations"),
        ("PATCH", "/enterprises/nobody/secret-scanning/pattern-configurations"),
        ("GET", "/orgs/nobody/bypass-requests/secret-scanning"),
        ("GET", "/repos/acme/nothing/bypass-requests/secret-scanning"),
        ("GET", "/repos/acme/widgets/bypass-requests/secret-scanning/1"),
        ("PATCH", "/repos/acme/widgets/bypass-requests/secret-scanning/1"),
        ("DELETE", "/repos/acme/widgets/bypass-responses/secret-scanning/1"),
        ("DELETE", "/repos/acme/widgets/bypass-responses/secret-scanning/one"),
        ("GET", "/repos/acme/nothing/bypass-requests/push-rules"),
        ("GET", "/repos/acme/widgets/bypass-requests/push-rules/1"),
    ] {
        let response = api.send(method, target, "{}");
        assert_eq!(
            (response.status, &response.body),
            (404, &json!({ "message": "Not Found", "status": "404" })),
            "{target}"
        );
    }
}
