//! Query parameters. Errors are collected, and refused together by `finish`; unknown parameters are ignored.

use crate::request::OperationRequest;
use crate::response::Response;

pub(super) struct Query<'a> {
    resource: &'static str,
    pairs: &'a [(String, String)],
    errors: Vec<(&'static str, &'static str)>,
}

impl<'a> Query<'a> {
    /// `resource` is the resource in validation errors.
    pub(super) fn new(request: &OperationRequest<'a>, resource: &'static str) -> Self {
        Self { resource, pairs: request.query, errors: Vec::new() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// Returns a value that is not empty.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value(name).filter(|text| !text.is_empty())
    }

    /// Returns the entries of a comma-separated list; `None` without any.
    pub(super) fn list(&self, name: &str) -> Option<Vec<&'a str>> {
        let entries: Vec<&str> = self.text(name)?.split(',').filter(|entry| !entry.is_empty()).collect();
        Some(entries).filter(|entries| !entries.is_empty())
    }

    /// Parses a value, if there is one that is not empty.
    pub(super) fn choice<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(self.text(name)?);
        if value.is_none() {
            self.add_error(name);
        }
        value
    }

    /// Parses the entries of a comma-separated list.
    pub(super) fn choices<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let choices: Option<Vec<T>> = self.list(name)?.into_iter().map(parse).collect();
        if choices.is_none() {
            self.add_error(name);
        }
        choices
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.choice(name, |text| text.parse().ok())
    }

    /// Parses a number from 1.
    pub(super) fn number(&mut self, name: &'static str) -> Option<usize> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        self.choice(name, |text| text.parse().ok().filter(|number| *number > 0 && digits(text)))
    }

    /// Adds errors for two parameters that exclude each other, if both have a value.
    pub(super) fn exclusive(&mut self, one: &'static str, other: &'static str) {
        if self.text(one).is_some() && self.text(other).is_some() {
            self.add_error(one);
            self.add_error(other);
        }
    }

    fn add_error(&mut self, name: &'static str) {
        self.errors.push((name, "invalid"));
    }

    /// Returns a 422 if there were errors.
    pub(super) fn finish(self) -> Result<(), Response> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(Response::validation_failed(self.resource, &self.errors))
        }
    }

    /// Returns the last value of a parameter that is repeated.
    fn value(&self, name: &str) -> Option<&'a str> {
        let found = self.pairs.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}
