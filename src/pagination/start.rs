//! The start of a list.

use std::borrow::Cow;

use super::{Position, ResumeToken};
use crate::error::Error;
use crate::exchange::{RequestHead, Target};

/// The start of a list: a position, and the number of items of its page to skip.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(super) position: Position,
    pub(super) skip: usize,
    pub(super) per_page: Option<u64>,
    /// The operation of the resume token, if there is one.
    operation: Option<Cow<'static, str>>,
    /// The target of the resume token.
    target: Option<Target>,
}

impl Start {
    /// Returns the first page.
    pub(crate) fn first() -> Self {
        Self::at(Position::First)
    }

    /// Returns a page by its position.
    pub(crate) fn at(position: Position) -> Self {
        Self { position, skip: 0, per_page: None, operation: None, target: None }
    }

    /// Returns the first page by cursor, for a list that also supports page numbers. A resume token
    /// takes precedence.
    pub(crate) fn by_cursor(self) -> Self {
        if self.operation.is_some() {
            return self;
        }
        Self { position: Position::After(String::new()), ..self }
    }

    /// Returns the position of a resume token.
    pub(crate) fn resume(resume: &ResumeToken) -> Self {
        Self {
            position: resume.position.clone(),
            skip: resume.skip,
            per_page: resume.per_page,
            operation: Some(resume.operation.clone()),
            target: resume.target.clone(),
        }
    }

    /// Returns the page size to send. A page number is valid only with its page size, so that of a
    /// resume token takes precedence over that of the request.
    pub(crate) fn per_page(&self, requested: Option<u64>) -> Option<u64> {
        if self.operation.is_some() { self.per_page } else { requested }
    }

    /// Checks that a list of these requests can start here. With the token of another list, items would be skipped
    /// or repeated silently. `target` returns that of its requests, and is called only if there is a token.
    pub(super) fn check(
        &self,
        head: RequestHead,
        target: impl FnOnce() -> Option<Target>,
    ) -> Result<(), Error> {
        let reason = match &self.operation {
            Some(other) if *other != head.operation => "must be a resume token of this list",
            Some(_) if !is_same(self.target.as_deref(), target().as_deref()) => {
                "must be a resume token of the same enterprise, organization, repository or alert"
            }
            _ if !self.position.fits(head.pagination) => "must have a position that this list supports",
            _ => return Ok(()),
        };
        Err(Error::invalid_argument("resume", reason).in_operation(head))
    }
}

/// Returns whether two targets are the same; GitHub ignores the case of names.
fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        (one, other) => one == other,
    }
}
