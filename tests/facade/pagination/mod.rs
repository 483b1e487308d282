//! Walking a list: by number and by cursor, to its end and from the middle.

mod by_cursor;
mod by_number;
mod failures;
mod links;
mod resume;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, Items};
use serde_json::{Value, json};

use crate::support::{Answer, Received, Server};

/// Alerts with these numbers, as a list has them.
fn alerts(numbers: &[u64]) -> Value {
    numbers.iter().map(|number| json!({ "number": number })).collect()
}

fn page(numbers: &[u64]) -> Answer {
    Answer::ok(&alerts(numbers))
}

/// A `Link` header as GitHub writes it, to places that are given by their query.
fn link(next: Option<&str>, last: Option<&str>) -> String {
    let write = |(relation, query): (&str, &str)| {
        format!("<https://api.github.com/repositories/1/secret-scanning/alerts?{query}>; rel=\"{relation}\"")
    };
    let links = [next.map(|query| ("next", query)), last.map(|query| ("last", query))];
    links.into_iter().flatten().map(write).collect::<Vec<_>>().join(", ")
}

/// A page that names another as the next.
fn page_before(numbers: &[u64], next: &str) -> Answer {
    page(numbers).header("link", &link(Some(next), None))
}

/// The value of a parameter in a request.
fn parameter(received: &Received, name: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(received.query().as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// A server that has these pages, by number, and names the next and the last.
async fn numbered(pages: &'static [&'static [u64]]) -> Server {
    Server::start(move |received| numbered_page(pages, received)).await
}

fn numbered_page(pages: &[&[u64]], received: &Received) -> Answer {
    let number: usize = parameter(received, "page").map_or(1, |number| number.parse().unwrap());
    let Some(numbers) = pages.get(number - 1) else { return page(&[]) };
    if number == pages.len() {
        return page(numbers);
    }
    let (next, last) = (format!("page={}", number + 1), format!("page={}", pages.len()));
    page(numbers).header("link", &link(Some(&next), Some(&last)))
}

/// The numbers of all alerts up to the end, or up to the first error. A walk that goes round in
/// circles is a failure, and does not go on for ever.
async fn walk(items: &mut Items<Alert>) -> (Vec<u64>, Option<Error>) {
    let mut numbers = Vec::new();
    loop {
        assert!(numbers.len() < 100, "{numbers:?}");
        match items.try_next().await {
            Ok(Some(alert)) => numbers.push(alert.number),
            Ok(None) => return (numbers, None),
            Err(error) => return (numbers, Some(error)),
        }
    }
}
