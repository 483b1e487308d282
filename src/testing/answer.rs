//! What the fake answers, before the headers that every answer has.

use axum::http::StatusCode;
use github_secret_scanning_generated::expose_secrets;
use serde::Serialize;
use serde_json::{Value, json};

/// An answer of an operation: a success, or a refusal in GitHub's words.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    /// JSON text; empty where there is no body.
    pub(super) body: Vec<u8>,
    /// The `Link` header of a page.
    pub(super) link: Option<String>,
}

impl Answer {
    /// 200 with a body, in which secrets stand in plain text.
    pub(super) fn ok(value: &impl Serialize) -> Self {
        Self::json(StatusCode::OK, value)
    }

    pub(super) fn created(value: &impl Serialize) -> Self {
        Self::json(StatusCode::CREATED, value)
    }

    pub(super) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, body: Vec::new(), link: None }
    }

    pub(super) fn with_link(mut self, link: Option<String>) -> Self {
        self.link = link;
        self
    }

    /// Refused, with a message for a person.
    pub(super) fn refused(status: StatusCode, message: &str) -> Self {
        Self::json(status, &json!({ "message": message, "status": status.as_str() }))
    }

    pub(super) fn not_found() -> Self {
        Self::refused(StatusCode::NOT_FOUND, "Not Found")
    }

    /// 422, with one entry for each field that is wrong: the resource, the field, and a code such as `invalid` or
    /// `missing_field`.
    pub(super) fn invalid(resource: &str, faults: &[(&str, &str)]) -> Self {
        let entry =
            |(field, code): &(&str, &str)| json!({ "resource": resource, "field": field, "code": code });
        let errors: Vec<Value> = faults.iter().map(entry).collect();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self::json(
            status,
            &json!({ "message": "Validation Failed", "errors": errors, "status": status.as_str() }),
        )
    }

    /// Says where a refusal is explained, unless it does so already.
    pub(super) fn documented(mut self, documentation_url: &str) -> Self {
        if let Ok(Value::Object(mut fields)) = serde_json::from_slice(&self.body) {
            fields.entry("documentation_url").or_insert_with(|| documentation_url.into());
            self.body = serde_json::to_vec(&fields).unwrap_or_default();
        }
        self
    }

    fn json(status: StatusCode, value: &impl Serialize) -> Self {
        let body = expose_secrets(|| serde_json::to_vec(value)).unwrap_or_default();
        Self { status, body, link: None }
    }
}
