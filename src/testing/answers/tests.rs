//! The answers, asked for directly: what is behind the routes, without them.

mod accounts;
mod bypass_requests;
mod filters;
mod locations;
mod paging;
mod pattern_configurations;
mod queries;
mod reading;
mod resolving;
mod seeding;
mod standing;
mod times;
mod updating;

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning_generated::types::{Alert, BypassResponse, SecretBypassRequest};
use github_secret_scanning_generated::{Operation, operations};
use serde_json::{Value, json};
use url::Url;

use super::super::asked::Asked;
use super::super::world::World;

const BASE_URL: &str = "http://127.0.0.1:4010";
const REPO: &str = "acme/widgets";

/// A world, and what time it is there.
struct Fake {
    world: World,
    now: DateTime<Utc>,
}

/// An answer, a refusal or not.
struct Outcome {
    status: u16,
    body: Value,
    link: Option<String>,
}

impl Fake {
    fn new() -> Self {
        Self { world: World::default(), now: at(12) }
    }

    /// A world with these alerts in [`REPO`].
    fn with(alerts: impl IntoIterator<Item = Alert>) -> Self {
        let mut fake = Self::new();
        for alert in alerts {
            fake.add(REPO, alert);
        }
        fake
    }

    fn add(&mut self, repo: &str, alert: Alert) -> u64 {
        self.world.add_alert(self.now, repo, alert).unwrap()
    }

    /// Asks as `octocat`. `target` is the path below the base URL, with its query.
    fn ask(&mut self, method: &str, target: &str, body: &str) -> Outcome {
        let url = Url::parse(&format!("{BASE_URL}{target}")).unwrap();
        let (operation, path) = operation(method, url.path());
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let asked = Asked {
            operation,
            path: &path,
            query: &query,
            body: body.as_bytes(),
            login: "octocat",
            now: self.now,
            base_url: BASE_URL,
            url_path: url.path(),
        };
        let answer = super::of(operation).unwrap()(&mut self.world, &asked).unwrap_or_else(|refusal| refusal);
        let body =
            if answer.body.is_empty() { Value::Null } else { serde_json::from_slice(&answer.body).unwrap() };
        Outcome { status: answer.status.as_u16(), body, link: answer.link }
    }

    fn get(&mut self, target: &str) -> Outcome {
        self.ask("GET", target, "")
    }

    fn patch(&mut self, target: &str, body: &Value) -> Outcome {
        self.ask("PATCH", target, &body.to_string())
    }

    /// A list below [`REPO`], or whatever else `target` is.
    fn numbers(&mut self, target: &str) -> Vec<u64> {
        let outcome = self.get(target);
        assert_eq!(outcome.status, 200, "{target}: {}", outcome.body);
        outcome.numbers()
    }
}

impl Outcome {
    fn numbers(&self) -> Vec<u64> {
        self.body.as_array().unwrap().iter().map(|entry| entry["number"].as_u64().unwrap()).collect()
    }

    /// The target of a link, below the base URL.
    fn link(&self, relation: &str) -> Option<String> {
        let wanted = format!("; rel=\"{relation}\"");
        let mut links = self.link.as_deref().unwrap_or_default().split(", ");
        let address = links.find_map(|link| link.strip_suffix(&wanted))?;
        Some(address.strip_prefix('<')?.strip_suffix('>')?.strip_prefix(BASE_URL)?.to_owned())
    }

    /// The faults of a 422, each as `resource field code`.
    fn faults(&self) -> Vec<String> {
        assert_eq!((self.status, &self.body["status"]), (422, &json!("422")), "{}", self.body);
        assert_eq!(self.body["message"], "Validation Failed");
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap().to_owned();
        let words = |entry: &Value| ["resource", "field", "code"].map(|name| text(entry, name)).join(" ");
        self.body["errors"].as_array().unwrap().iter().map(words).collect()
    }

    fn is_refused(&self, status: u16, message: &str) {
        assert_eq!((self.status, self.body["message"].as_str()), (status, Some(message)), "{}", self.body);
    }
}

/// An hour of the day on which the tests play.
fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_582_400, 0).unwrap() + TimeDelta::hours(hour)
}

/// An alert with a number, and something else about it.
fn alert(number: u64, change: impl FnOnce(&mut Alert)) -> Alert {
    let mut alert = Alert::new(number);
    change(&mut alert);
    alert
}

/// The operation of a path, and the parameters in it.
fn operation(method: &str, path: &str) -> (&'static Operation, Vec<(String, String)>) {
    let segments: Vec<&str> = path.split('/').collect();
    let fits = |operation: &Operation| {
        let template: Vec<&str> = operation.path.split('/').collect();
        operation.method == method
            && template.len() == segments.len()
            && template.iter().zip(&segments).all(|(one, other)| one.starts_with('{') || one == other)
    };
    let operation = operations::ALL.iter().find(|operation| fits(operation)).unwrap();
    let parameter = |(name, value): (&str, &&str)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((name.to_owned(), (*value).to_owned()))
    };
    (operation, operation.path.split('/').zip(&segments).filter_map(parameter).collect())
}

#[test]
fn every_operation_but_those_of_apps_is_answered() {
    for operation in operations::ALL {
        assert_eq!(super::of(operation).is_some(), operation.family != "apps", "{}", operation.id);
    }
}

#[test]
fn writes_find_names_in_any_case_of_letters() {
    let mut fake = Fake::with([Alert::new(1)]);
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    let mut request = SecretBypassRequest::new(0, 1);
    request.responses = Some(vec![BypassResponse::new(42)]);
    fake.world.add_request(fake.now, REPO, request).unwrap();
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
        let outcome = fake.ask(method, target, body);
        assert!(outcome.status < 300, "{target}: {}", outcome.body);
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut fake = Fake::with([Alert::new(1)]);
    fake.world.add_org("empty").unwrap();
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
        let outcome = fake.ask(method, target, "{}");
        assert_eq!(
            (outcome.status, &outcome.body),
            (404, &json!({ "message": "Not Found", "status": "404" })),
            "{target}"
        );
    }
}
