//! What a request type makes sure of before it sends anything.
//!
//! Each takes the names as the API has them and never shows a value.

use std::fmt::Display;

use crate::error::Error;

/// A number lies between two bounds, both allowed; `u64::MAX` is no bound.
pub(crate) fn range(argument: &'static str, value: Option<u64>, min: u64, max: u64) -> Result<(), Error> {
    let reason = match value {
        None => return Ok(()),
        Some(value) if (min..=max).contains(&value) => return Ok(()),
        Some(_) if max == u64::MAX => format!("must be at least {min}"),
        Some(_) => format!("must be from {min} to {max}"),
    };
    Err(Error::invalid_argument(argument, reason))
}

/// A text has a number of characters between two bounds, both allowed.
pub(crate) fn length(
    argument: &'static str,
    value: Option<&str>,
    min: usize,
    max: usize,
) -> Result<(), Error> {
    let Some(value) = value else { return Ok(()) };
    let characters = value.chars().count();
    if (min..=max).contains(&characters) {
        return Ok(());
    }
    let reason = if min == max {
        format!("must have exactly {max} characters, and has {characters}")
    } else {
        format!("must have {min} to {max} characters, and has {characters}")
    };
    Err(Error::invalid_argument(argument, reason))
}

/// The values can be sent as one list: none is empty, and none would fall into two.
pub(crate) fn list<T: Display>(argument: &'static str, values: &[T]) -> Result<(), Error> {
    for value in values {
        let value = value.to_string();
        if value.trim().is_empty() {
            return Err(Error::invalid_argument(argument, "must not hold an empty value"));
        }
        if value.contains(',') {
            return Err(Error::invalid_argument(
                argument,
                "must not hold a value with a comma: give the values one by one",
            ));
        }
    }
    Ok(())
}

/// The values as the one parameter that the API takes them in; nothing when there are none.
pub(crate) fn joined<T: Display>(values: &[T]) -> Option<String> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().map(T::to_string).collect::<Vec<_>>().join(","))
}

/// Two arguments are not given together.
pub(crate) fn exclusive(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_given: bool,
) -> Result<(), Error> {
    if given && other_given {
        let reason = format!("cannot be given together with `{other}`");
        return Err(Error::invalid_argument(argument, reason));
    }
    Ok(())
}

/// At least one of the arguments is given; the error carries the name of the first.
pub(crate) fn at_least_one(arguments: &[(&'static str, bool)]) -> Result<(), Error> {
    let Some((first, _)) = arguments.first() else { return Ok(()) };
    if arguments.iter().any(|(_, given)| *given) {
        return Ok(());
    }
    let names: Vec<_> = arguments.iter().map(|(name, _)| format!("`{name}`")).collect();
    let reason = format!("is missing: at least one of {} must be given", names.join(", "));
    Err(Error::invalid_argument(first, reason))
}

/// An argument is given wherever another one has a certain value.
pub(crate) fn required_when(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_value: &'static str,
    holds: bool,
) -> Result<(), Error> {
    if holds && !given {
        let reason = format!("must be given when `{other}` is `{other_value}`");
        return Err(Error::invalid_argument(argument, reason));
    }
    Ok(())
}

/// An argument is not given wherever another one has a certain value.
pub(crate) fn absent_when(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_value: &'static str,
    holds: bool,
) -> Result<(), Error> {
    if holds && given {
        let reason = format!("must not be given when `{other}` is `{other_value}`");
        return Err(Error::invalid_argument(argument, reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(result: Result<(), Error>) -> Option<&'static str> {
        result.err().and_then(|error| error.argument())
    }

    #[test]
    fn both_bounds_of_a_range_are_allowed() {
        for (value, fits) in [(0, false), (1, true), (100, true), (101, false)] {
            assert_eq!(range("per_page", Some(value), 1u64, 100).is_ok(), fits, "{value}");
        }
        assert!(range("per_page", None, 1u64, 100).is_ok());
    }

    #[test]
    fn a_length_counts_characters_and_not_bytes() {
        assert!(length("message", Some("äöü"), 1, 3).is_ok());
        assert_eq!(refused(length("message", Some(""), 1, 3)), Some("message"));
        assert_eq!(refused(length("message", Some("abcd"), 1, 3)), Some("message"));
    }

    #[test]
    fn a_comma_cannot_smuggle_a_second_value_into_a_list() {
        assert_eq!(refused(list("secret_type", &["a,b"])), Some("secret_type"));
        assert_eq!(refused(list("secret_type", &["a", " "])), Some("secret_type"));
        assert!(list("secret_type", &["a", "b"]).is_ok());
    }

    #[test]
    fn an_empty_list_is_not_sent_at_all() {
        assert_eq!(joined::<String>(&[]), None);
        assert_eq!(joined(&["a", "b"]).as_deref(), Some("a,b"));
    }

    #[test]
    fn arguments_that_exclude_each_other_are_refused_only_together() {
        assert_eq!(refused(exclusive("a", true, "b", true)), Some("a"));
        assert!(exclusive("a", true, "b", false).is_ok());
        assert!(exclusive("a", false, "b", true).is_ok());
    }

    #[test]
    fn an_update_that_changes_nothing_is_refused_and_says_what_it_could_change() {
        let error = at_least_one(&[("state", false), ("assignee", false)]).err();
        let text = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(text.contains("`state`, `assignee`"), "{text}");
        assert!(at_least_one(&[("state", false), ("assignee", true)]).is_ok());
    }

    #[test]
    fn a_condition_binds_only_where_it_holds() {
        assert_eq!(
            refused(required_when("resolution", false, "state", "resolved", true)),
            Some("resolution")
        );
        assert!(required_when("resolution", false, "state", "resolved", false).is_ok());
        assert_eq!(refused(absent_when("comment", true, "state", "open", true)), Some("comment"));
        assert!(absent_when("comment", true, "state", "open", false).is_ok());
    }

    #[test]
    fn a_refused_value_is_never_shown() {
        let error = list("secret_type", &["hunter2,x"]).err();
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
