//! Checks of arguments before a request is sent.
//!
//! Each takes the name that the API gives the argument. No error contains a value.

use std::fmt::Display;

use crate::error::Error;

/// Checks that a number lies between two bounds, both included; `u64::MAX` is no bound.
pub(crate) fn range(argument: &'static str, value: Option<u64>, min: u64, max: u64) -> Result<(), Error> {
    let reason = match value {
        None => return Ok(()),
        Some(value) if (min..=max).contains(&value) => return Ok(()),
        Some(_) if max == u64::MAX => format!("must be at least {min}"),
        Some(_) => format!("must be between {min} and {max}"),
    };
    Err(Error::invalid_argument(argument, reason))
}

/// Checks that a text has a number of characters between two bounds, both included.
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
        format!("must have exactly {max} characters, not {characters}")
    } else {
        format!("must have {min} to {max} characters, not {characters}")
    };
    Err(Error::invalid_argument(argument, reason))
}

/// Checks that the values can be sent as one comma-separated list: none is empty or contains a comma.
pub(crate) fn list<T: Display>(argument: &'static str, values: &[T]) -> Result<(), Error> {
    for value in values {
        let value = value.to_string();
        if value.trim().is_empty() {
            return Err(Error::invalid_argument(argument, "must not contain an empty value"));
        }
        if value.contains(',') {
            return Err(Error::invalid_argument(
                argument,
                "must not contain a value with a comma: pass the values one by one",
            ));
        }
    }
    Ok(())
}

/// Returns the values as one comma-separated parameter; `None` if there are none.
pub(crate) fn joined<T: Display>(values: &[T]) -> Option<String> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().map(T::to_string).collect::<Vec<_>>().join(","))
}

/// Checks that two arguments are not set together.
pub(crate) fn exclusive(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_given: bool,
) -> Result<(), Error> {
    if given && other_given {
        let reason = format!("must not be set together with `{other}`");
        return Err(Error::invalid_argument(argument, reason));
    }
    Ok(())
}

/// Checks that at least one of the arguments is set; the error names the first.
pub(crate) fn at_least_one(arguments: &[(&'static str, bool)]) -> Result<(), Error> {
    let Some((first, _)) = arguments.first() else { return Ok(()) };
    if arguments.iter().any(|(_, given)| *given) {
        return Ok(());
    }
    let names: Vec<_> = arguments.iter().map(|(name, _)| format!("`{name}`")).collect();
    let reason = format!("is missing: at least one of {} must be set", names.join(", "));
    Err(Error::invalid_argument(first, reason))
}

/// Checks that an argument is set if another one has a certain value.
pub(crate) fn required_when(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_value: &'static str,
    holds: bool,
) -> Result<(), Error> {
    if holds && !given {
        let reason = format!("must be set when `{other}` is `{other_value}`");
        return Err(Error::invalid_argument(argument, reason));
    }
    Ok(())
}

/// Checks that an argument is not set if another one has a certain value.
pub(crate) fn absent_when(
    argument: &'static str,
    given: bool,
    other: &'static str,
    other_value: &'static str,
    holds: bool,
) -> Result<(), Error> {
    if holds && given {
        let reason = format!("must not be set when `{other}` is `{other_value}`");
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
    fn both_bounds_of_a_range_are_included() {
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
    fn a_value_with_a_comma_is_refused() {
        assert_eq!(refused(list("secret_type", &["a,b"])), Some("secret_type"));
        assert_eq!(refused(list("secret_type", &["a", " "])), Some("secret_type"));
        assert!(list("secret_type", &["a", "b"]).is_ok());
    }

    #[test]
    fn an_empty_list_is_not_sent() {
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
    fn an_update_that_changes_nothing_is_refused_with_the_arguments_to_set() {
        let error = at_least_one(&[("state", false), ("assignee", false)]).err();
        let text = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(text.contains("`state`, `assignee`"), "{text}");
        assert!(at_least_one(&[("state", false), ("assignee", true)]).is_ok());
    }

    #[test]
    fn a_condition_applies_only_to_its_value() {
        assert_eq!(
            refused(required_when("resolution", false, "state", "resolved", true)),
            Some("resolution")
        );
        assert!(required_when("resolution", false, "state", "resolved", false).is_ok());
        assert_eq!(refused(absent_when("comment", true, "state", "open", true)), Some("comment"));
        assert!(absent_when("comment", true, "state", "open", false).is_ok());
    }

    #[test]
    fn an_error_does_not_contain_the_value() {
        let error = list("secret_type", &["hunter2,x"]).err();
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
