//! The text of resume tokens: its form, and that no damaged text is accepted.

use proptest::prelude::*;

use super::super::position::LONGEST_CURSOR;
use super::super::script::{LIST, TARGET, token_text, with_length};
use super::*;

const TEMPLATE: &str = "/repos/{owner}/{repo}/hooks";

fn resume(position: Position, skip: usize, per_page: Option<u64>) -> ResumeToken {
    ResumeToken { operation: LIST.id.into(), target: Some(TARGET.into()), position, skip, per_page }
}

/// Returns the token of a custom list at the same position.
fn custom(token: ResumeToken) -> ResumeToken {
    ResumeToken { operation: TEMPLATE.into(), target: None, ..token }
}

fn parsed(text: &str) -> Option<ResumeToken> {
    text.parse().ok()
}

#[test]
fn the_text_has_the_documented_form() {
    let text = |token: ResumeToken| Some(token.to_string());
    let third = resume(Position::Page(3), 12, Some(100));
    let documented =
        "secret-scanning/list-alerts-for-repo?page=3&per_page=100&skip=12&target=acme%2Fwidgets&length=86";
    assert_eq!(third.to_string(), documented);
    assert_eq!(third.target(), Some("acme/widgets"));
    assert_eq!(text(resume(Position::First, 0, None)), token_text("page=first"));
    assert_eq!(text(resume(Position::After("a=&".into()), 0, None)), token_text("after=a%3D%26"));
    let target = Some("acme/widgets, alert 42".into());
    let locations = ResumeToken { target, ..resume(Position::Page(2), 0, None) };
    assert!(locations.to_string().contains("&target=acme%2Fwidgets%2C+alert+42&length="));
    assert_eq!(parsed(&locations.to_string()), Some(locations));
}

#[test]
fn the_text_of_a_path_template_has_no_target() {
    let written = custom(resume(Position::Page(3), 0, None));
    assert_eq!(written.to_string(), format!("{TEMPLATE}?page=3&length=34"));
    assert_eq!(parsed(&written.to_string()), Some(written));
}

#[test]
fn malformed_text_is_refused_without_being_shown() {
    let refused = |text: &str| {
        let error = text.parse::<ResumeToken>().err();
        assert_eq!(error.as_ref().and_then(Error::argument), Some("resume"), "{text}");
        assert!(!format!("{error:?}").contains("hunter2"));
    };
    for query in [
        "page=0",
        "page=",
        "page=01",
        "page=1&page=2",
        "page=2&page=2",
        "page=first&page=first",
        "page=1&after=b",
        "page=1&hunter2=1",
        "page=1&skip=-1",
        "page=1&skip=0",
        "page=1&skip=1&skip=1",
        "skip=1&page=1",
        "page=1&per_page=0",
        "page=1?page=2",
        "skip=1",
    ] {
        refused(&with_length(&format!("x?{query}&target=a")));
        refused(&with_length(&format!("/x?{query}")));
    }
    let length = with_length;
    for text in [
        "",
        "nonsense",
        "hunter2",
        LIST.id,
        TEMPLATE,
        "/x?",
        "/x?page=1",
        "/x?page=1&length=",
        "/x?page=1&length=8",
        "/x?page=1&length=09",
        "/x?page=1&length=9\n",
        "/x?page=1&length=9&length=9",
        &length("x?page=1"),
        &length("/x?page=1&target=a"),
        &length("/x?target=a"),
        &length("x?page=1&target=a&target=b"),
        &length("x?page=1&target=a/b"),
        &length("?page=1&target=a"),
        &length("a b?page=1&target=a"),
    ] {
        refused(text);
    }
    for name in ["after", "before"] {
        refused(&with_length(&format!("/x?{name}={}", "a".repeat(LONGEST_CURSOR + 1))));
    }
}

#[test]
fn the_longest_cursor_of_a_list_is_parsed_whatever_its_characters() {
    for character in ["a", "%", "ä"] {
        let cursor = character.repeat(LONGEST_CURSOR / character.len());
        for position in [Position::After(cursor.clone()), Position::Before(cursor)] {
            let written = resume(position, usize::MAX, Some(u64::MAX));
            assert_eq!(parsed(&written.to_string()), Some(written));
        }
    }
}

#[test]
fn serde_uses_the_text() {
    let resume = resume(Position::Page(3), 0, None);
    let json = serde_json::to_string(&resume).unwrap();
    assert_eq!(json, format!("\"{resume}\""));
    assert_eq!(serde_json::from_str::<ResumeToken>(&json).ok(), Some(resume));
    assert!(serde_json::from_str::<ResumeToken>("\"?\"").is_err());
}

fn any_token() -> impl Strategy<Value = ResumeToken> {
    let position = prop_oneof![
        Just(Position::First),
        (1u64..).prop_map(Position::Page),
        (1u64..120).prop_map(Position::Page),
        "\\PC{0,30}|(&length=[0-9]{1,3}){1,2}".prop_map(Position::After),
        "\\PC{0,30}".prop_map(Position::Before),
    ];
    let target = "[a-zA-Z0-9._-]{1,5}/[a-zA-Z0-9._-]{1,5}(, alert [0-9]{1,4})?|organization [a-z]{1,9}";
    let sizes = (0usize..1000, proptest::option::of(1u64..=100));
    (position, sizes, proptest::option::of(target)).prop_map(|(position, (skip, per_page), target)| {
        let token = resume(position, skip, per_page);
        match target {
            Some(target) => ResumeToken { target: Some(target.into()), ..token },
            None => custom(token),
        }
    })
}

proptest! {
    #[test]
    fn written_text_is_parsed(written in any_token()) {
        prop_assert_eq!(parsed(&written.to_string()), Some(written));
    }

    #[test]
    fn text_that_is_cut_off_anywhere_is_refused(token in any_token()) {
        let text = token.to_string();
        for at in 0..text.len() {
            prop_assert_eq!(parsed(&text[..at]), None, "the first {} of {}", at, text);
            prop_assert_eq!(parsed(&text[at + 1..]), None, "without the first {} of {}", at + 1, text);
        }
    }

    #[test]
    fn text_without_any_of_its_parts_is_refused(
        token in any_token(), from in any::<prop::sample::Index>(), length in 1usize..40,
    ) {
        let mut text = token.to_string();
        let from = from.index(text.len());
        text.drain(from..text.len().min(from + length));
        prop_assert_eq!(parsed(&text), None, "{} without {} at {}", token, length, from);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}|/?x\\?[a-z_=&%0-9]{0,40}") {
        let _ = text.parse::<ResumeToken>();
    }
}
