//! What every part of the reading needs: looking into the document, and noting problems.

use serde_json::{Map, Value};

use crate::document::{Document, join};
use crate::problem::Problem;

pub(crate) struct Reader<'d> {
    pub(crate) document: &'d Document,
    pub(crate) found: Vec<Problem>,
    /// The operation or schema that is being read.
    subject: String,
}

impl<'d> Reader<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        Self { document, found: Vec::new(), subject: String::new() }
    }

    /// Says what is being read from here on.
    pub(crate) fn about(&mut self, subject: impl Into<String>) {
        self.subject = subject.into();
    }

    pub(crate) fn problem(&mut self, pointer: &str, what: impl Into<String>, help: impl Into<String>) {
        self.found.push(self.document.problem(pointer, self.subject.clone(), what, help));
    }

    pub(crate) fn get(&self, pointer: &str, key: &str) -> Option<&'d Value> {
        self.document.root.pointer(pointer)?.get(key)
    }

    /// Whether the component schema `name` is a number.
    pub(crate) fn is_number(&self, name: &str) -> bool {
        self.get(&join("/components/schemas", name), "type").is_some_and(|ty| ty == "integer")
    }

    /// The object at `pointer`; a problem if it is anything else.
    pub(crate) fn object(&mut self, pointer: &str) -> Option<&'d Map<String, Value>> {
        let members = self.document.root.pointer(pointer).and_then(Value::as_object);
        if members.is_none() {
            self.problem(pointer, "an object is required", "see the accepted subset in spec/README.md");
        }
        members
    }

    /// The object at `pointer`, and a problem for every key that is not in `allowed`, or that holds
    /// what its key never means.
    pub(crate) fn object_of(&mut self, pointer: &str, allowed: &[&str]) -> Option<&'d Map<String, Value>> {
        let members = self.object(pointer)?;
        for key in members.keys().filter(|key| !allowed.contains(&key.as_str())) {
            let what = if key.starts_with("x-") {
                format!("the extension `{key}` is not in the vocabulary")
            } else {
                format!("`{key}` is outside of the accepted subset")
            };
            let help = format!("remove it, or use one of: {}", allowed.join(", "));
            self.problem(&join(pointer, key), what, help);
        }
        for (key, value) in members {
            let needed = match key.as_str() {
                "description" | "format" | "name" | "summary" | "title" | "type" | "url"
                    if !value.is_string() =>
                {
                    "a string"
                }
                "explode" | "nullable" if !value.is_boolean() => "`true` or `false`",
                "maximum" | "maxLength" | "minLength" if !value.is_u64() => "a non-negative integer",
                "minimum" if !value.is_u64() && !value.is_i64() => "an integer",
                "style" if value != "form" => "`form`",
                _ => continue,
            };
            self.problem(&join(pointer, key), format!("{needed} is required"), format!("correct `{key}`"));
        }
        Some(members)
    }

    /// The list at `pointer`: how many items it has; a problem if it is anything else.
    pub(crate) fn list(&mut self, pointer: &str) -> usize {
        let items = self.document.root.pointer(pointer).and_then(Value::as_array).map(Vec::len);
        if items.is_none() {
            self.problem(
                pointer,
                "an array is required",
                "write it as `[one, two]`, or as lines that begin with a dash",
            );
        }
        items.unwrap_or_default()
    }

    /// The non-empty text under `key`; a problem where there is none.
    pub(crate) fn text(&mut self, pointer: &str, key: &str) -> Option<String> {
        match self.get(pointer, key) {
            Some(Value::String(text)) if !text.trim().is_empty() => return Some(text.trim().to_owned()),
            None | Some(Value::String(_)) => {
                self.problem(
                    pointer,
                    format!("`{key}` is missing"),
                    format!("write a `{key}` that is a text"),
                );
            }
            Some(_) => self.problem(&join(pointer, key), "a string is required", format!("correct `{key}`")),
        }
        None
    }

    /// The truth under `key`; a problem where there is none.
    pub(crate) fn truth(&mut self, pointer: &str, key: &str) -> bool {
        let truth = self.get(pointer, key).and_then(Value::as_bool);
        if truth.is_none() {
            self.problem(
                pointer,
                format!("`{key}` is missing"),
                format!("write `{key}: true` or `{key}: false`"),
            );
        }
        truth.unwrap_or_default()
    }

    /// The array of strings under `key`, empty where it is absent; a problem where it is anything else.
    pub(crate) fn texts(&mut self, pointer: &str, key: &str) -> Vec<String> {
        let Some(value) = self.get(pointer, key) else { return Vec::new() };
        self.texts_in(&join(pointer, key), value)
    }

    /// `value` as an array of strings; a problem where it is anything else.
    pub(crate) fn texts_in(&mut self, pointer: &str, value: &Value) -> Vec<String> {
        let texts = value.as_array().and_then(|items| {
            items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
        });
        if texts.is_none() {
            self.problem(pointer, "an array of strings is required", "write it as `[one, two]`");
        }
        texts.unwrap_or_default()
    }

    /// Reads the value at `pointer`, or the component of `section` that a `$ref` there leads to.
    ///
    /// What is wrong with a component is a problem of the component, and not of everything that
    /// uses it.
    pub(crate) fn component<T>(
        &mut self,
        pointer: &str,
        section: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        let Some(reference) = self.get(pointer, "$ref").and_then(Value::as_str) else {
            return read(self, pointer);
        };
        let Some(name) = reference.strip_prefix(&format!("#/components/{section}/")) else {
            self.problem(
                pointer,
                format!("`{reference}` is none of the {section}"),
                format!("point it to `#/components/{section}/…`"),
            );
            return None;
        };
        let kind = section.trim_end_matches('s');
        let user = std::mem::replace(&mut self.subject, format!("{kind} `{name}`"));
        let result = read(self, reference.trim_start_matches('#'));
        self.subject = user;
        result
    }
}
