//! The body of a write: a JSON object. Errors of its properties are collected, and refused together by `finish`.

use axum::http::StatusCode;
use serde_json::{Map, Value};

use crate::response::Response;

pub(super) struct RequestBody {
    resource: &'static str,
    object: Map<String, Value>,
    errors: Vec<(&'static str, &'static str)>,
}

impl RequestBody {
    /// Parses a body; `resource` is the resource in validation errors.
    ///
    /// # Errors
    ///
    /// A 400 if it is not a JSON object.
    pub(super) fn parse(body: &[u8], resource: &'static str) -> Result<Self, Response> {
        let bad_request = |message| Response::error(StatusCode::BAD_REQUEST, message);
        match serde_json::from_slice(body) {
            Ok(Value::Object(object)) => Ok(Self::new(object, resource)),
            Ok(_) => Err(bad_request("Body should be a JSON object")),
            Err(_) => Err(bad_request("Problems parsing JSON")),
        }
    }

    fn new(object: Map<String, Value>, resource: &'static str) -> Self {
        Self { resource, object, errors: Vec::new() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// Parses a property that may be missing, null, or a string.
    pub(super) fn nullable<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.object.get(name)?.is_null() { Some(None) } else { self.optional(name, parse).map(Some) }
    }

    /// Parses a property that may be missing, or a string.
    pub(super) fn optional<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.object.get(name)?.as_str().and_then(parse);
        if value.is_none() {
            self.add_error(name, "invalid");
        }
        value
    }

    /// Parses a property that must be a string.
    pub(super) fn required<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        if !self.has(name) {
            self.add_error(name, "missing_field");
        }
        self.optional(name, parse)
    }

    /// Parses a property that may be missing, or an array of objects.
    pub(super) fn objects<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&mut Self) -> Option<T>,
    ) -> Vec<T> {
        let entries = match self.object.remove(name) {
            None => return Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                self.add_error(name, "invalid");
                return Vec::new();
            }
        };
        entries.into_iter().filter_map(|entry| self.parse_object(name, entry, &parse)).collect()
    }

    fn parse_object<T>(
        &mut self,
        name: &'static str,
        entry: Value,
        parse: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let Value::Object(object) = entry else {
            self.add_error(name, "invalid");
            return None;
        };
        let mut entry = Self::new(object, self.resource);
        let value = parse(&mut entry);
        self.errors.append(&mut entry.errors);
        value
    }

    pub(super) fn add_error(&mut self, name: &'static str, code: &'static str) {
        self.errors.push((name, code));
    }

    /// Returns `value`, or a 422 if there is none or there were errors.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Response> {
        value
            .filter(|_| self.errors.is_empty())
            .ok_or_else(|| Response::validation_failed(self.resource, &self.errors))
    }
}

/// Accepts any string.
pub(super) fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}
