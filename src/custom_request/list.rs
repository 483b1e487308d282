//! A list at an endpoint that this crate does not model.

use std::fmt;
use std::marker::PhantomData;

use futures_core::future::BoxFuture;
use serde::de::DeserializeOwned;

use super::CustomRequest;
use super::response::require_body;
use crate::decode;
use crate::error::Error;
use crate::exchange::{Condition, RequestHead, Target};
use crate::pagination::{
    Collected, Entries, Fetch, Items, Page, Pages, Position, ResumeToken, Start, page_number,
};

/// A list at an endpoint that this crate does not model; created by [`CustomRequest::list`].
///
/// `Link` headers lead from page to page. Only the parameters `page`, `after` and `before` of a link
/// are used, never its URL; a link with none of them is an error of kind
/// [`Pagination`](crate::ErrorKind::Pagination) after its page. If a link has a cursor and a page
/// number, the cursor is used.
#[must_use = "a request does nothing until it is sent"]
pub struct CustomList<T> {
    /// Without the parameters of a position.
    pub(super) request: CustomRequest,
    property: Option<&'static str>,
    start: Start,
    per_page: Option<u64>,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> CustomList<T> {
    pub(super) fn new(mut request: CustomRequest) -> Self {
        if request.head.method != "GET" {
            request.refuse("method", "must be GET for a list");
        }
        let (start, per_page) = match take_position(&mut request.query) {
            Ok((position, per_page)) => (Start::at(position), per_page),
            Err(reason) => {
                request.refuse("query", reason);
                (Start::first(), None)
            }
        };
        Self { request, property: None, start, per_page, item: PhantomData }
    }

    /// Reads the items from a property of an object, for a response such as
    /// `{"total_count": 2, "repositories": […]}`. Default: the response is the list.
    pub fn property(mut self, name: &'static str) -> Self {
        self.property = Some(name);
        self
    }

    /// Resumes the list where `token` was made, with the page size of then.
    ///
    /// A token of another template is refused before anything is sent. The values of placeholders and the filters are
    /// not in the token, because they may be anything, and are not checked: set the same ones again. The token of
    /// `/orgs/{org}/hooks` for one organization is accepted for any other, and skips items there.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        self.start = Start::resume(token);
        self
    }

    /// Returns one page: the first, or the one of the resume token.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]. An item that does not decode is none: it is in
    /// [`Page::malformed`].
    pub async fn page(self) -> Result<Page<T>, Error> {
        self.pages().first().await
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<T> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its first item. Malformed items
    /// are passed over, and named by one error after the last item.
    pub fn stream(self) -> Items<T> {
        Items::new(self.entries())
    }

    /// Returns the list entry by entry: each is an item or a malformed item, in its place.
    pub fn entries(self) -> Entries<T> {
        Entries::new(self.pages())
    }

    /// Requests all pages, and returns the items and the malformed items of the list.
    ///
    /// The limits of a client apply to each page, and none to the list: a server that always names a next
    /// page is read until the future is dropped.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`] for a failed request, with its malformed items so far, but not its items; to keep those,
    /// read them from [`stream`](Self::stream) or [`pages`](Self::pages).
    pub async fn collect_all(self) -> Result<Collected<T>, Error> {
        self.entries().collect_all().await
    }
}

impl<T: DeserializeOwned + Send + 'static> Fetch for CustomList<T> {
    type Item = T;

    fn head(&self) -> RequestHead {
        self.request.head
    }

    fn target(&self) -> Option<Target> {
        None
    }

    fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<T>, Error>> {
        let per_page = self.start.per_page(self.per_page);
        let mut request = self.request.clone();
        let size = per_page.map(|size| ("per_page", size.to_string().into()));
        let parameters = size.into_iter().chain(at.to_parameter());
        request.query.extend(parameters.map(|(name, value)| (name.to_owned(), value.into_owned())));
        let (client, head, property) = (request.client.clone(), request.head, self.property);
        let request = request.build();
        Box::pin(async move {
            let response = client.send(head, request?, Condition::None).await?;
            require_body(head, &response)?;
            let (items, malformed) = match property {
                None => decode::list(head, &response)?,
                Some(property) => decode::list_at(head, &response, property)?,
            };
            Ok(Page::new(head, at, per_page, items, malformed, &response))
        })
    }
}

/// Removes position and page size from a query; an error is the reason, without a value.
///
/// They are set anew for each page: a second `page` beside the first would be ambiguous.
fn take_position(query: &mut Vec<(String, String)>) -> Result<(Position, Option<u64>), &'static str> {
    let mut position = None;
    let mut per_page = None;
    for (name, value) in
        query.extract_if(.., |(name, _)| matches!(&**name, "page" | "after" | "before" | "per_page"))
    {
        let repeated = if name == "per_page" {
            let size = page_number(&value).ok_or("must have a `per_page` that is a number from 1")?;
            per_page.replace(size).is_some()
        } else {
            let reason = "must have a `page` that is a number from 1, or a cursor of at most 8 KiB";
            position.replace(Position::from_parameter(&name, &value).ok_or(reason)?).is_some()
        };
        if repeated {
            return Err("must have at most one of `page`, `after` and `before`, and one `per_page`");
        }
    }
    Ok((position.unwrap_or(Position::First), per_page))
}

impl<T> Clone for CustomList<T> {
    fn clone(&self) -> Self {
        Self {
            request: self.request.clone(),
            property: self.property,
            start: self.start.clone(),
            per_page: self.per_page,
            item: PhantomData,
        }
    }
}

impl<T> fmt::Debug for CustomList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomList")
            .field("method", &self.request.head.method)
            .field("path_template", &self.request.head.path_template)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Taken = Result<(Position, Option<u64>), &'static str>;

    /// Returns what is taken, and the names of the parameters that stay.
    fn taken(query: &[(&str, &str)]) -> (Taken, Vec<String>) {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let mut query: Vec<_> = query.iter().map(owned).collect();
        let taken = take_position(&mut query);
        (taken, query.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn position_and_page_size_are_taken_from_the_query_and_filters_stay() {
        let (position, rest) = taken(&[("state", "open"), ("page", "3"), ("per_page", "50"), ("q", "x")]);
        assert_eq!(position, Ok((Position::Page(3), Some(50))));
        assert_eq!(rest, ["state", "q"]);
        assert_eq!(taken(&[("after", "")]).0, Ok((Position::After(String::new()), None)));
        assert_eq!(taken(&[]).0, Ok((Position::First, None)));
    }

    #[test]
    fn an_ambiguous_or_malformed_position_is_refused() {
        for query in [
            [("page", "1"), ("after", "c")],
            [("page", "1"), ("page", "1")],
            [("per_page", "1"), ("per_page", "2")],
            [("page", "0"), ("q", "x")],
            [("per_page", "all"), ("q", "x")],
        ] {
            assert!(taken(&query).0.is_err(), "{query:?}");
        }
    }
}
