//! The parameters of a query. Nonsense in one is noted and refused at the end; unknown parameters are passed over.

use super::super::answer::Answer;
use super::super::asked::Asked;

pub(super) struct Query<'a> {
    resource: &'static str,
    pairs: &'a [(String, String)],
    faults: Vec<(&'static str, &'static str)>,
}

impl<'a> Query<'a> {
    /// `resource` is what a refusal says the fault is in.
    pub(super) fn of(asked: &Asked<'a>, resource: &'static str) -> Self {
        Self { resource, pairs: asked.query, faults: Vec::new() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// A text that is not empty.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value(name).filter(|text| !text.is_empty())
    }

    /// The entries of a comma list, if there are any.
    pub(super) fn list(&self, name: &str) -> Option<Vec<&'a str>> {
        let entries: Vec<&str> = self.text(name)?.split(',').filter(|entry| !entry.is_empty()).collect();
        Some(entries).filter(|entries| !entries.is_empty())
    }

    /// One of the values that `read` knows. An empty one is none.
    pub(super) fn choice<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let read = read(self.text(name)?);
        if read.is_none() {
            self.fault(name);
        }
        read
    }

    /// A comma list of the values that `read` knows.
    pub(super) fn choices<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let choices: Option<Vec<T>> = self.list(name)?.into_iter().map(read).collect();
        if choices.is_none() {
            self.fault(name);
        }
        choices
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.choice(name, |text| text.parse().ok())
    }

    /// A number from 1.
    pub(super) fn number(&mut self, name: &'static str) -> Option<usize> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        self.choice(name, |text| text.parse().ok().filter(|number| *number > 0 && digits(text)))
    }

    /// Refuses two parameters that mean nothing together.
    pub(super) fn exclusive(&mut self, one: &'static str, other: &'static str) {
        if self.text(one).is_some() && self.text(other).is_some() {
            self.fault(one);
            self.fault(other);
        }
    }

    pub(super) fn fault(&mut self, name: &'static str) {
        self.faults.push((name, "invalid"));
    }

    pub(super) fn finish(self) -> Result<(), Answer> {
        if self.faults.is_empty() { Ok(()) } else { Err(Answer::invalid(self.resource, &self.faults)) }
    }

    /// Of a parameter that stands there twice the last one counts.
    fn value(&self, name: &str) -> Option<&'a str> {
        let found = self.pairs.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}
