//! What identifies a malformed item, as far as its JSON still has it.

use serde::Deserialize;
use serde_json::value::RawValue;
use url::Url;

use super::properties;
use crate::error::Identity;
use crate::names;
use crate::text::{Redaction, clean, is_clean};

/// The longest URL that is kept, in characters.
const URL_LIMIT: usize = 300;

/// The longest text that is parsed, in bytes of JSON: a query is longer than the part of a URL that is kept.
const TEXT_LIMIT: usize = 8 * 1024;

/// The longest full name of a repository: two names and a slash.
const FULL_NAME_LIMIT: usize = 201;

/// Reads what identifies an item. A property of another type or form counts as absent, and so does one that occurs
/// twice: the item could be either.
pub(super) fn read(item: &str, redaction: &Redaction) -> Identity {
    let names = ["number", "id", "html_url", "repository"];
    let Ok(properties) = properties::read(item.as_bytes(), names) else { return Identity::default() };
    let [number, id, html_url, repository] = properties.map(properties::Property::once);
    let full_name = || {
        let [full_name] = properties::read(repository?.get().as_bytes(), ["full_name"]).ok()?;
        text(full_name.once()?)
    };
    Identity {
        number: number.and_then(parse).filter(|number| *number > 0),
        id: id.and_then(parse),
        html_url: html_url.and_then(text).and_then(|url| web_url(&url, redaction)),
        repository: full_name().and_then(|name| self::full_name(&name, redaction)),
    }
}

/// Returns a text, unless it is too long to be looked at.
fn text(value: &RawValue) -> Option<String> {
    if value.get().len() <= TEXT_LIMIT { parse(value) } else { None }
}

fn parse<'a, T: Deserialize<'a>>(value: &'a RawValue) -> Option<T> {
    serde_json::from_str(value.get()).ok()
}

/// Returns an absolute URL of a web page without its query and fragment, which may have credentials.
fn web_url(text: &str, redaction: &Redaction) -> Option<String> {
    let mut url = Url::parse(text).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "http" | "https") || !is_plain {
        return None;
    }
    url.set_query(None);
    url.set_fragment(None);
    // Cut to a bounded length, it would be the URL of something else.
    (url.as_str().len() <= URL_LIMIT).then(|| clean(url.as_str(), URL_LIMIT, redaction))
}

fn full_name(text: &str, redaction: &Redaction) -> Option<String> {
    // A token among the names is masked, and without an invisible character it would be another repository.
    if text.len() > FULL_NAME_LIMIT || !is_clean(text, redaction) {
        return None;
    }
    let (owner, repo) = text.split_once('/')?;
    (names::check(owner).is_ok() && names::check(repo).is_ok()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn read_value(item: &Value) -> Identity {
        read(&item.to_string(), &Redaction::of(&"0paque-t0ken".into()))
    }

    fn url_of(text: &str) -> Option<String> {
        read_value(&json!({ "html_url": text })).html_url
    }

    fn repository_of(text: &str) -> Option<String> {
        read_value(&json!({ "repository": { "full_name": text } })).repository
    }

    #[test]
    fn an_item_is_identified_by_what_is_left_of_it() {
        let item = json!({
            "number": 42, "id": 7, "html_url": "https://github.com/acme/widgets/security/secret-scanning/42",
            "repository": { "id": 1, "full_name": "acme/widgets" }, "state": ["hunter2"],
        });
        let identity = read_value(&item);
        assert_eq!((identity.number, identity.id), (Some(42), Some(7)));
        assert_eq!(identity.repository.as_deref(), Some("acme/widgets"));
        let url = identity.html_url.as_deref();
        assert_eq!(url, Some("https://github.com/acme/widgets/security/secret-scanning/42"));
    }

    #[test]
    fn a_property_of_another_type_counts_as_absent() {
        for value in [json!("hunter2"), json!(-1), json!(1.5), json!(["a"]), json!({ "a": 1 }), json!(null)] {
            let item = json!({ "number": value, "id": value, "html_url": value, "repository": value });
            assert_eq!(read_value(&item), Identity::default(), "{item}");
            assert_eq!(read_value(&json!({ "repository": { "full_name": value } })), Identity::default());
            assert_eq!(read_value(&value), Identity::default(), "{value}");
        }
    }

    #[test]
    fn a_url_has_neither_user_information_nor_query_nor_fragment() {
        let plain = "https://github.com/acme/widgets";
        assert_eq!(url_of(&format!("{plain}?token=hunter2#hunter2")).as_deref(), Some(plain));
        for refused in [
            "https://user:hunter2@github.com/",
            "https://hunter2@github.com/",
            "/acme/widgets",
            "//github.com/acme",
            "javascript:alert(1)",
            "ftp://github.com/acme",
            &format!("{plain}/{}", "a".repeat(URL_LIMIT)),
            &format!("{plain}?{}", "a".repeat(TEXT_LIMIT)),
        ] {
            assert_eq!(url_of(refused), None, "{refused}");
        }
        for token in ["ghp_0123abc", "0paque-t0ken", "%30paque%2dt0ken", "0paque_T", "3070617175652d"] {
            assert_eq!(url_of(&format!("{plain}/{token}")), Some(format!("{plain}/[redacted]")));
        }
        assert_eq!(url_of("https://github.com/a\nb\u{202e}").map(|url| url.lines().count()), Some(1));
    }

    #[test]
    fn a_repository_has_two_names_that_could_be_in_a_path() {
        assert_eq!(repository_of("acme/.github").as_deref(), Some("acme/.github"));
        for refused in [
            "acme",
            "acme/",
            "/widgets",
            "a/b/c",
            "acme/a b",
            "../x",
            "acme/ghp_0123abc",
            "acme/0paque-t0ken",
            "ä/b",
        ] {
            assert_eq!(repository_of(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_property_that_occurs_twice_counts_as_absent() {
        let redaction = Redaction::none();
        let item = r#"{"number":1,"id":2,"number":1,"repository":{"full_name":"a/b"},"repository":{}}"#;
        assert_eq!(read(item, &redaction), Identity { id: Some(2), ..Identity::default() });
        let item =
            r#"{"repository":{"full_name":"a/b","full_name":"a/c"},"html_url":5,"html_url":"https://h/"}"#;
        assert_eq!(read(item, &redaction), Identity::default());
    }

    proptest! {
        #[test]
        fn any_texts_are_read_without_a_panic_and_bounded(url in "(https?://)?\\PC{0,400}", name in "\\PC{0,300}") {
            prop_assert!(url_of(&url).is_none_or(|url| url.chars().count() <= URL_LIMIT + 1));
            prop_assert!(repository_of(&name).is_none_or(|name| name.len() <= FULL_NAME_LIMIT));
        }
    }
}
