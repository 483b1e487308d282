//! A list in memory, for the tests of the pager: what it answers is written down before, and what
//! it was asked for can be read after.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
pub(super) use github_secret_scanning_generated::operations::LIST_REPO_ALERTS as LIST;
use http::{HeaderMap, HeaderValue};

use super::{Fetch, Page, Position};
use crate::error::{Error, Place};

/// The place of an entry whose `number` is malformed.
pub(super) fn malformed() -> Place {
    Place { path: "number".into(), line: Some(1), column: Some(2) }
}

#[derive(Clone, Debug)]
pub(super) struct Script {
    operation: &'static Operation,
    answers: HashMap<Position, Answer>,
    asked: Arc<Mutex<Vec<Position>>>,
}

#[derive(Clone, Debug)]
enum Answer {
    Page { items: Vec<u64>, rejected: Vec<usize>, link: Option<&'static str> },
    Failure,
}

impl Script {
    pub(super) fn new() -> Self {
        Self { operation: &LIST, answers: HashMap::new(), asked: Arc::default() }
    }

    /// At `position` there are `items`, entries at `rejected` that do not decode, and `link`.
    pub(super) fn page(
        mut self,
        position: Position,
        items: &[u64],
        rejected: &[usize],
        link: Option<&'static str>,
    ) -> Self {
        let (items, rejected) = (items.to_vec(), rejected.to_vec());
        self.answers.insert(position, Answer::Page { items, rejected, link });
        self
    }

    /// At `position` the request fails.
    pub(super) fn failure(mut self, position: Position) -> Self {
        self.answers.insert(position, Answer::Failure);
        self
    }

    /// The positions that were really asked for, in order.
    pub(super) fn asked(&self) -> Vec<Position> {
        self.asked.lock().unwrap().clone()
    }
}

/// What a script's page size is, where it tells one.
pub(super) const PER_PAGE: Option<u64> = Some(3);

impl Fetch for Script {
    type Item = u64;

    fn operation(&self) -> &'static Operation {
        self.operation
    }

    fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<u64>, Error>> {
        let script = self.clone();
        Box::pin(async move {
            script.asked.lock().unwrap().push(at.clone());
            // A real answer is never there at once.
            tokio::task::yield_now().await;
            match script.answers.get(&at).unwrap() {
                Answer::Failure => Err(Error::invalid_argument("script", "fails here")),
                Answer::Page { items, rejected, link } => {
                    let mut headers = HeaderMap::new();
                    if let Some(link) = link {
                        headers.insert("link", HeaderValue::from_static(link));
                    }
                    let rejected = rejected.iter().map(|index| (*index, malformed())).collect();
                    Ok(Page::new(&LIST, at, PER_PAGE, items.clone(), rejected, &headers, 1))
                }
            }
        })
    }
}
