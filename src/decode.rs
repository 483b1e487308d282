//! Decoding of responses, with the JSON path of what does not decode.

mod bounded;
mod entries;
mod identity;
mod missing_field;
mod path;
mod properties;
mod structure;
mod values;

use std::sync::Arc;

use serde::de::{DeserializeOwned, IgnoredAny};

use bounded::Bounded;
use entries::NoEntries;
use missing_field::missing_field;
use properties::Property;
pub(crate) use values::MOST_VALUES;
#[cfg(fuzzing)]
pub(crate) use values::are_at_most as values_are_at_most;

use crate::error::{Error, Identity, JsonPath, MalformedItem};
use crate::exchange::{RequestHead, Response};
use crate::text::{self, Redaction, clean};

/// The longest path that is kept, in characters.
const PATH_LIMIT: usize = 200;

/// The items of a list, and the malformed ones.
pub(crate) type DecodedItems<T> = (Vec<T>, Vec<MalformedItem>);

/// The most items of one page: GitHub sends at most a hundred, and memory for items is many times the body.
pub(crate) const MOST_ITEMS: usize = 1_000;

/// The items of a list, and for each malformed item its index, JSON path and identity.
type Parsed<T> = (Vec<T>, Vec<(usize, JsonPath, Identity)>);

/// Why a body is no list that could be decoded.
#[derive(Debug)]
enum NoList {
    At(JsonPath),
    TooManyItems,
}

/// Decodes the body of a success.
pub(crate) fn response<T: DeserializeOwned>(head: RequestHead, response: &Response) -> Result<T, Error> {
    value(body(head, response)?, &response.redaction)
        .map_err(|at| Error::undecodable(at, response.faulty()).in_operation(head))
}

/// Decodes the body of a success that is a list.
pub(crate) fn list<T: DeserializeOwned>(
    head: RequestHead,
    response: &Response,
) -> Result<DecodedItems<T>, Error> {
    described(head, response, items(body(head, response)?, &response.redaction))
}

/// Decodes the body of a success that is an object with a list as the property `key`.
pub(crate) fn list_at<T: DeserializeOwned>(
    head: RequestHead,
    response: &Response,
    key: &str,
) -> Result<DecodedItems<T>, Error> {
    described(head, response, items_at(body(head, response)?, key, &response.redaction))
}

/// Decodes the body of a success item by item, also if it decodes as a whole.
#[cfg(fuzzing)]
pub(crate) fn list_item_by_item<T: DeserializeOwned>(
    head: RequestHead,
    response: &Response,
) -> Result<DecodedItems<T>, Error> {
    described(head, response, item_by_item(body(head, response)?, &response.redaction))
}

/// Completes malformed items, or the error of a body that is no list, with the request.
fn described<T>(
    head: RequestHead,
    response: &Response,
    parsed: Result<Parsed<T>, NoList>,
) -> Result<DecodedItems<T>, Error> {
    match parsed {
        // Most pages: a summary would be copied for nothing.
        Ok((items, malformed)) if malformed.is_empty() => Ok((items, Vec::new())),
        Ok((items, malformed)) => {
            let received = Arc::new(response.faulty());
            let complete =
                |(index, at, identity)| MalformedItem::new(index, at, identity, head, Arc::clone(&received));
            Ok((items, malformed.into_iter().map(complete).collect()))
        }
        Err(NoList::At(at)) => Err(Error::undecodable(at, response.faulty()).in_operation(head)),
        Err(NoList::TooManyItems) => {
            let reason = format!("the page has more than {MOST_ITEMS} items");
            Err(Error::too_large(reason, response.faulty()).in_operation(head))
        }
    }
}

/// Returns the body of a success that may be decoded.
fn body(head: RequestHead, response: &Response) -> Result<&[u8], Error> {
    check_status(head, response)?;
    if !values::are_at_most(MOST_VALUES, &response.body) {
        let reason = format!("the response has more than {MOST_VALUES} JSON values");
        return Err(Error::too_large(reason, response.faulty()).in_operation(head));
    }
    Ok(&response.body)
}

/// Checks that a success has the status that the operation declares.
pub(crate) fn check_status(head: RequestHead, response: &Response) -> Result<(), Error> {
    match head.success_status {
        Some(declared) if declared != response.status.as_u16() => {
            Err(Error::undeclared_status(response.faulty()).in_operation(head))
        }
        _ => Ok(()),
    }
}

/// Decodes a value.
fn value<T: DeserializeOwned>(json: &[u8], redaction: &Redaction) -> Result<T, JsonPath> {
    serde_json::from_slice(json).map_err(|error| json_path(json, &error, redaction))
}

/// Decodes a list, item by item only if it does not decode as a whole; an error if it is no list.
fn items<T: DeserializeOwned>(json: &[u8], redaction: &Redaction) -> Result<Parsed<T>, NoList> {
    if let Ok(Bounded(items)) = serde_json::from_slice(json) {
        return Ok((items, Vec::new()));
    }
    item_by_item(json, redaction)
}

/// Decodes a list item by item; an error if it is no list.
fn item_by_item<T: DeserializeOwned>(json: &[u8], redaction: &Redaction) -> Result<Parsed<T>, NoList> {
    let entries = entries::split(json, MOST_ITEMS).map_err(|reason| match reason {
        NoEntries::TooMany => NoList::TooManyItems,
        NoEntries::NotAList => NoList::At(where_no_list(json)),
    })?;
    let mut items = Vec::with_capacity(entries.len());
    let mut malformed = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        match value(entry, redaction) {
            Ok(item) => items.push(item),
            Err(path) => {
                let identity = identity::read(&String::from_utf8_lossy(entry), redaction);
                malformed.push((index, path, identity));
            }
        }
    }
    Ok((items, malformed))
}

/// Returns where `json` stops being a list. Keeps no entry: there may be millions.
fn where_no_list(json: &[u8]) -> JsonPath {
    match serde_json::from_slice::<Vec<IgnoredAny>>(json) {
        Err(error) => at(".", &error, &Redaction::none()),
        Ok(_) => JsonPath { path: ".".to_owned(), line: None, column: None },
    }
}

/// Decodes a list that is the property `key` of an object.
fn items_at<T: DeserializeOwned>(json: &[u8], key: &str, redaction: &Redaction) -> Result<Parsed<T>, NoList> {
    let no_object = |error| NoList::At(at(".", &error, redaction));
    let [property] = properties::read(json, [key]).map_err(no_object)?;
    // Line and column would count within the property.
    let path = || clean(key, PATH_LIMIT, redaction);
    let no_list = || NoList::At(JsonPath { path: path(), line: None, column: None });
    // Of two lists, the server can have meant either.
    let Property::Once(list) = property else { return Err(no_list()) };
    items(list.get().as_bytes(), redaction).map_err(|reason| match reason {
        NoList::At(_) => no_list(),
        NoList::TooManyItems => reason,
    })
}

fn json_path(json: &[u8], error: &serde_json::Error, redaction: &Redaction) -> JsonPath {
    let path = path::path(json, error.line(), error.column(), |key| text::key(key, redaction));
    match (missing_field(error), path.as_str()) {
        (None, path) => at(path, error, redaction),
        (Some(field), ".") => at(&field, error, redaction),
        (Some(field), parent) => at(&format!("{parent}.{field}"), error, redaction),
    }
}

/// Leaves out serde's message, because it quotes values.
fn at(path: &str, error: &serde_json::Error, redaction: &Redaction) -> JsonPath {
    let known = |number: usize| (number > 0).then_some(number);
    JsonPath {
        path: clean(path, PATH_LIMIT, redaction),
        line: known(error.line()),
        column: known(error.column()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<T: DeserializeOwned>(json: &[u8]) -> Result<T, JsonPath> {
        super::value(json, &Redaction::of(&"opaque_token".into()))
    }

    fn items<T: DeserializeOwned>(json: &[u8]) -> Result<Parsed<T>, NoList> {
        super::items(json, &Redaction::none())
    }

    fn items_at<T: DeserializeOwned>(json: &[u8], key: &str) -> Result<Parsed<T>, NoList> {
        super::items_at(json, key, &Redaction::none())
    }

    #[derive(serde::Deserialize, Debug, PartialEq)]
    struct Item {
        number: u64,
        user: Option<User>,
    }

    #[derive(serde::Deserialize, Debug, PartialEq)]
    struct User {
        login: String,
    }

    #[test]
    fn an_error_has_path_line_and_column_and_no_value() {
        let json = b"{\"number\": 1,\n \"user\": {\"login\": 5551234}}";
        let at = value::<Item>(json).unwrap_err();
        assert_eq!(at.path, "user.login");
        assert_eq!(at.line, Some(2));
        assert!(at.column.is_some());
        assert!(!format!("{at:?}").contains("5551234"));
    }

    #[test]
    fn a_malformed_item_does_not_fail_the_rest_of_its_page() {
        let json = br#"[{"number":1},{"number":"ghp_secret"},{"number":3,"user":{}},{"number":4}]"#;
        let (items, malformed) = items::<Item>(json).unwrap();
        assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 4]);
        let paths: Vec<_> = malformed.iter().map(|(i, at, _)| (*i, at.path.as_str())).collect();
        assert_eq!(paths, [(1, "number"), (2, "user.login")]);
        assert_eq!(malformed[1].2.number, Some(3));
        assert!(!format!("{malformed:?}").contains("ghp_secret"));
    }

    #[test]
    fn an_item_that_is_not_utf8_does_not_fail_the_rest_of_its_page() {
        let json = b"[{\"number\":1},{\"number\":2,\"user\":{\"login\":\"\xff\"}},{\"number\":3}]";
        let (items, malformed) = items::<Item>(json).unwrap();
        assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((malformed[0].0, malformed[0].2.number), (1, Some(2)));
    }

    #[test]
    fn a_list_of_more_items_than_a_page_can_have_is_too_large() {
        for item in ["0", "{\"number\":1}"] {
            let list = |count| format!("[{}]", vec![item; count].join(","));
            let (items, malformed) = items::<Item>(list(MOST_ITEMS).as_bytes()).unwrap();
            assert_eq!(items.len() + malformed.len(), MOST_ITEMS);
            let error =
                super::items::<Item>(list(MOST_ITEMS + 1).as_bytes(), &Redaction::none()).unwrap_err();
            assert!(matches!(error, NoList::TooManyItems));
            let object = format!("{{\"items\":{}}}", list(MOST_ITEMS + 1));
            let error = items_at::<Item>(object.as_bytes(), "items").unwrap_err();
            assert!(matches!(error, NoList::TooManyItems));
        }
    }

    #[test]
    fn a_body_that_is_no_list_is_an_error() {
        for json in ["", "{}", "[1", "[{\"number\":1},", "null", "[1] x"] {
            assert!(items::<Item>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn a_list_that_is_a_property_of_an_object_is_decoded_item_by_item() {
        let json = br#"{"total_count":2,"items":[{"number":1},{"number":"x"}]}"#;
        let (items, malformed) = items_at::<Item>(json, "items").unwrap();
        assert_eq!((items.len(), malformed.len()), (1, 1));
        for (json, path) in [("{\"items\":{}}", "items"), ("{}", "items"), ("[]", ".")] {
            let error = items_at::<Item>(json.as_bytes(), "items").unwrap_err();
            assert!(matches!(error, NoList::At(at) if at.path == path), "{json}");
        }
    }

    #[test]
    fn text_after_a_value_is_an_error() {
        assert!(value::<u64>(b"1 2").is_err());
        assert_eq!(value::<u64>(b" 1 "), Ok(1));
    }

    #[test]
    fn a_list_that_occurs_twice_as_the_property_is_an_error() {
        for json in [
            r#"{"items":[{"number":1}],"items":[{"number":2}]}"#,
            r#"{"items":[],"x":1,"item\u0073":[{"number":2}]}"#,
        ] {
            let error = items_at::<Item>(json.as_bytes(), "items").unwrap_err();
            assert!(matches!(error, NoList::At(at) if at.path == "items"), "{json}");
        }
        assert!(items_at::<Item>(br#"{"items":[],"x":1,"x":2}"#, "items").is_ok());
    }

    #[test]
    fn a_key_is_part_of_the_path_only_if_it_is_plain() {
        type Map = std::collections::BTreeMap<String, std::collections::BTreeMap<String, u64>>;
        for (key, shown) in [
            ("first_location_detected", "first_location_detected"),
            ("totalCount", "totalCount"),
            ("sha256", "sha256"),
            ("ghp_abc", "?"),
            ("opaque_token", "?"),
            ("my_opaque_token", "?"),
            ("hunter2-Zq9Kx", "?"),
            ("a b", "?"),
        ] {
            let body = serde_json::json!({ "a": { key: "x" } }).to_string();
            assert_eq!(value::<Map>(body.as_bytes()).unwrap_err().path, format!("a.{shown}"));
        }
    }
}
