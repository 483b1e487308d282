//! The start of a list.

use std::borrow::Cow;

use super::{Position, ResumeToken};
use crate::error::Error;
use crate::exchange::RequestHead;

/// The start of a list: a position, and the number of items of its page to skip.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(super) position: Position,
    pub(super) skip: usize,
    pub(super) per_page: Option<u64>,
    /// The operation of the resume token, if there is one.
    operation: Option<Cow<'static, str>>,
}

impl Start {
    /// Returns the first page.
    pub(crate) fn first() -> Self {
        Self::at(Position::First)
    }

    /// Returns a page by its position.
    pub(crate) fn at(position: Position) -> Self {
        Self { position, skip: 0, per_page: None, operation: None }
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
        }
    }

    /// Returns the page size to send. A page number is valid only with its page size, so that of a
    /// resume token takes precedence over that of the request.
    pub(crate) fn per_page(&self, requested: Option<u64>) -> Option<u64> {
        if self.operation.is_some() { self.per_page } else { requested }
    }

    /// Checks that the list can start here. With the token of another list, items would be skipped or
    /// repeated silently.
    pub(super) fn check(&self, head: RequestHead) -> Result<(), Error> {
        let reason = match &self.operation {
            Some(other) if *other != head.operation => "must be a resume token of this list",
            _ if !self.position.fits(head.pagination) => "must have a position that this list supports",
            _ => return Ok(()),
        };
        Err(Error::invalid_argument("resume", reason).in_operation(head))
    }
}
