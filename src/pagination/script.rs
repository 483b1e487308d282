//! A list in memory, with scripted pages, for the tests of pagination.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_core::future::BoxFuture;
pub(super) use github_secret_scanning_generated::operations::LIST_REPO_ALERTS as LIST;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::{Fetch, Page, Position};
use crate::error::{Error, Identity, JsonPath, MalformedItem};
use crate::exchange::{RequestHead, Response, Target};
use crate::text::Redaction;

/// The target of the list.
pub(super) const TARGET: &str = "acme/widgets";

/// Returns the text of a token of the list, of which `query` is the part before the target.
pub(super) fn token_text(query: &str) -> Option<String> {
    Some(with_length(&format!("{}?{query}&target=acme%2Fwidgets", LIST.id)))
}

/// Returns the text of a token, of which `text` is the part before the length.
pub(super) fn with_length(text: &str) -> String {
    format!("{text}&length={}", text.len())
}

/// Returns a response with this `Link` header.
pub(super) fn response(link: Option<&'static str>) -> Response {
    let mut headers = HeaderMap::new();
    if let Some(link) = link {
        headers.insert("link", HeaderValue::from_static(link));
    }
    let response = Response::new(StatusCode::OK, headers, Default::default(), Redaction::none());
    Response { target: Some(TARGET.into()), ..response }
}

/// Returns an item whose `number` is malformed.
pub(super) fn malformed(index: usize) -> MalformedItem {
    let at = JsonPath { path: "number".into(), line: Some(1), column: Some(2) };
    let received = Arc::new(response(None).summary());
    MalformedItem::new(index, at, Identity::default(), (&LIST).into(), received)
}

#[derive(Clone, Debug)]
pub(super) struct Script {
    pages: HashMap<Position, Scripted>,
    requested: Arc<Mutex<Vec<Position>>>,
}

#[derive(Clone, Debug)]
enum Scripted {
    Page { items: Vec<u64>, malformed: Vec<usize>, link: Option<&'static str> },
    Failure,
}

impl Script {
    pub(super) fn new() -> Self {
        Self { pages: HashMap::new(), requested: Arc::default() }
    }

    /// Sets the page at `position`: its items, the indexes of malformed ones, and its link.
    pub(super) fn page(
        mut self,
        position: Position,
        items: &[u64],
        malformed: &[usize],
        link: Option<&'static str>,
    ) -> Self {
        let (items, malformed) = (items.to_vec(), malformed.to_vec());
        self.pages.insert(position, Scripted::Page { items, malformed, link });
        self
    }

    /// Makes the request at `position` fail.
    pub(super) fn failure(mut self, position: Position) -> Self {
        self.pages.insert(position, Scripted::Failure);
        self
    }

    /// Returns the requested positions, in order.
    pub(super) fn requested(&self) -> Vec<Position> {
        self.requested.lock().unwrap().clone()
    }
}

/// The page size of the script.
pub(super) const PER_PAGE: Option<u64> = Some(3);

impl Fetch for Script {
    type Item = u64;

    fn head(&self) -> RequestHead {
        (&LIST).into()
    }

    fn target(&self) -> Option<Target> {
        Some(TARGET.into())
    }

    fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<u64>, Error>> {
        let script = self.clone();
        Box::pin(async move {
            script.requested.lock().unwrap().push(at.clone());
            // A real response is never ready at once.
            tokio::task::yield_now().await;
            match script.pages.get(&at).unwrap() {
                Scripted::Failure => Err(Error::invalid_argument("script", "fails here")),
                Scripted::Page { items, malformed: indexes, link } => {
                    let malformed = indexes.iter().map(|index| malformed(*index)).collect();
                    Ok(Page::new((&LIST).into(), at, PER_PAGE, items.clone(), malformed, &response(*link)))
                }
            }
        })
    }
}
