//! The body of a write: an object, whose properties are checked one by one. Faults are noted and refused at the end.

use axum::http::StatusCode;
use serde_json::{Map, Value};

use super::super::answer::Answer;

pub(super) struct Body {
    resource: &'static str,
    object: Map<String, Value>,
    faults: Vec<(&'static str, &'static str)>,
}

impl Body {
    /// `resource` is what a refusal says the fault is in.
    pub(super) fn read(body: &[u8], resource: &'static str) -> Result<Self, Answer> {
        let refused = |message| Answer::refused(StatusCode::BAD_REQUEST, message);
        match serde_json::from_slice(body) {
            Ok(Value::Object(object)) => Ok(Self::of(object, resource)),
            Ok(_) => Err(refused("Body should be a JSON object")),
            Err(_) => Err(refused("Problems parsing JSON")),
        }
    }

    fn of(object: Map<String, Value>, resource: &'static str) -> Self {
        Self { resource, object, faults: Vec::new() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// A property that may be missing, null, or a text that `read` takes.
    pub(super) fn nullable<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.object.get(name)?.is_null() { Some(None) } else { self.optional(name, read).map(Some) }
    }

    /// A property that may be missing, or a text that `read` takes.
    pub(super) fn optional<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.object.get(name)?.as_str().and_then(read);
        if value.is_none() {
            self.fault(name, "invalid");
        }
        value
    }

    /// A property that must be a text that `read` takes.
    pub(super) fn required<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if !self.has(name) {
            self.fault(name, "missing_field");
        }
        self.optional(name, read)
    }

    /// A property that may be missing, or a list of objects that are read like a body.
    pub(super) fn objects<T>(&mut self, name: &'static str, read: impl Fn(&mut Self) -> Option<T>) -> Vec<T> {
        let entries = match self.object.remove(name) {
            None => return Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                self.fault(name, "invalid");
                return Vec::new();
            }
        };
        entries.into_iter().filter_map(|entry| self.object_in(name, entry, &read)).collect()
    }

    fn object_in<T>(
        &mut self,
        name: &'static str,
        entry: Value,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let Value::Object(object) = entry else {
            self.fault(name, "invalid");
            return None;
        };
        let mut entry = Self::of(object, self.resource);
        let value = read(&mut entry);
        self.faults.append(&mut entry.faults);
        value
    }

    pub(super) fn fault(&mut self, name: &'static str, code: &'static str) {
        self.faults.push((name, code));
    }

    /// What was read, if all of it was right.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Answer> {
        value.filter(|_| self.faults.is_empty()).ok_or_else(|| Answer::invalid(self.resource, &self.faults))
    }
}

/// Any text at all.
pub(super) fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}
