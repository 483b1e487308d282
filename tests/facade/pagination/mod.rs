//! Pagination by page number and by cursor, errors and resuming.

mod cursors;
mod errors;
mod links;
mod page_numbers;
mod resume;
mod scopes;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, Items};
use serde_json::{Value, json};

use crate::support::{Reply, Request, Server};

/// Returns a list of alerts with these numbers.
fn alerts(numbers: &[u64]) -> Value {
    numbers.iter().map(|number| json!({ "number": number })).collect()
}

fn page(numbers: &[u64]) -> Reply {
    Reply::ok(&alerts(numbers))
}

/// Returns a `Link` header like GitHub's, with these queries.
fn link(next: Option<&str>, last: Option<&str>) -> String {
    let write = |(relation, query): (&str, &str)| {
        format!("<https://api.github.com/repositories/1/secret-scanning/alerts?{query}>; rel=\"{relation}\"")
    };
    let links = [next.map(|query| ("next", query)), last.map(|query| ("last", query))];
    links.into_iter().flatten().map(write).collect::<Vec<_>>().join(", ")
}

/// Creates a page with a next link.
fn page_before(numbers: &[u64], next: &str) -> Reply {
    page(numbers).header("link", link(Some(next), None))
}

/// Returns the value of a query parameter.
fn parameter(received: &Request, name: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(received.query().as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// Starts a server of these pages by number, with links to the next and the last page.
fn numbered(pages: &'static [&'static [u64]]) -> Server {
    Server::start(move |received| numbered_page(pages, received))
}

fn numbered_page(pages: &[&[u64]], received: &Request) -> Reply {
    let number: usize = parameter(received, "page").map_or(1, |number| number.parse().unwrap());
    let Some(numbers) = pages.get(number - 1) else { return page(&[]) };
    if number == pages.len() {
        return page(numbers);
    }
    let (next, last) = (format!("page={}", number + 1), format!("page={}", pages.len()));
    page(numbers).header("link", link(Some(&next), Some(&last)))
}

/// Returns the numbers of all alerts until the end or the first error. Panics after 100 alerts, in case the pages are a
/// cycle.
async fn collect(items: &mut Items<Alert>) -> (Vec<u64>, Option<Error>) {
    let mut numbers = Vec::new();
    loop {
        assert!(numbers.len() < 100, "{numbers:?}");
        match items.try_next().await {
            Ok(Some(alert)) => numbers.push(alert.number.get()),
            Ok(None) => return (numbers, None),
            Err(error) => return (numbers, Some(error)),
        }
    }
}
