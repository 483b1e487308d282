//! Says where an answer did not decode, and saves what of a list can be saved.

mod path;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::error::Place;
use crate::error::clean::clean;

/// The longest path that is kept, in characters.
const PATH_LIMIT: usize = 200;

/// The items of a list that decode, and for each of the others its index and place.
pub(crate) type Items<T> = (Vec<T>, Vec<(usize, Place)>);

/// Decodes a list item by item; fails only where there is no list at all.
pub(crate) fn items<T: DeserializeOwned>(json: &[u8]) -> Result<Items<T>, Place> {
    let raw: Vec<&RawValue> = serde_json::from_slice(json).map_err(|error| at(".", &error))?;
    let mut items = Vec::with_capacity(raw.len());
    let mut malformed = Vec::new();
    for (index, item) in raw.into_iter().enumerate() {
        let item = item.get().as_bytes();
        match serde_json::from_slice(item) {
            Ok(item) => items.push(item),
            Err(error) => malformed.push((index, place(item, &error))),
        }
    }
    Ok((items, malformed))
}

/// Where in `json` it did not decode.
pub(crate) fn place(json: &[u8], error: &serde_json::Error) -> Place {
    at(&path::path(json, error.line(), error.column()), error)
}

/// serde's message is left behind, because it quotes values.
fn at(path: &str, error: &serde_json::Error) -> Place {
    let known = |number: usize| (number > 0).then_some(number);
    Place {
        // Keys of the answer can be part of a path.
        path: clean(path, PATH_LIMIT, ""),
        line: known(error.line()),
        column: known(error.column()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<T: DeserializeOwned>(json: &[u8]) -> Result<T, Place> {
        serde_json::from_slice(json).map_err(|error| place(json, &error))
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
    fn the_place_names_path_line_and_column_and_no_value() {
        let json = b"{\"number\": 1,\n \"user\": {\"login\": 5551234}}";
        let place = value::<Item>(json).unwrap_err();
        assert_eq!(place.path, "user.login");
        assert_eq!(place.line, Some(2));
        assert!(place.column.is_some());
        assert!(!format!("{place:?}").contains("5551234"));
    }

    #[test]
    fn one_malformed_item_costs_none_of_its_neighbours() {
        let json = br#"[{"number":1},{"number":"ghp_secret"},{"number":3,"user":{}},{"number":4}]"#;
        let (items, malformed) = items::<Item>(json).unwrap();
        assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 4]);
        let places: Vec<_> = malformed.iter().map(|(i, place)| (*i, place.path.as_str())).collect();
        assert_eq!(places, [(1, "number"), (2, "user")]);
        assert!(!format!("{malformed:?}").contains("ghp_secret"));
    }

    #[test]
    fn what_is_no_list_is_one_failure() {
        for json in ["", "{}", "[1", "[{\"number\":1},", "null", "[1] x"] {
            assert!(items::<Item>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn text_after_a_value_is_a_failure() {
        assert!(value::<u64>(b"1 2").is_err());
        assert_eq!(value::<u64>(b" 1 "), Ok(1));
    }

    #[test]
    fn a_key_that_looks_like_a_token_is_masked_in_the_path() {
        type Map = std::collections::BTreeMap<String, u64>;
        let place = value::<Map>(br#"{"ghp_abc": "x"}"#).unwrap_err();
        assert_eq!(place.path, "[redacted]");
    }
}
