//! Names that become a segment of a request's path.

/// The longest name that GitHub allows for anything that appears in a path.
const MAX_LENGTH: usize = 100;

/// Checks the name of an owner, a repository, an organization or an enterprise; an error is the
/// reason, and does not contain the name.
///
/// A name that passes is one segment of a path under every encoding and every URL parser: ASCII
/// letters, digits, `-`, `_` and `.`, but neither `.` nor `..`, which URL parsers fold away.
pub(crate) fn check(name: &str) -> Result<&str, &'static str> {
    let in_a_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() {
        Err("must not be empty")
    } else if name.len() > MAX_LENGTH {
        Err("must have at most 100 characters")
    } else if name == "." || name == ".." {
        Err("must not be `.` or `..`")
    } else if !name.chars().all(in_a_name) {
        Err("must consist of ASCII letters, digits, `-`, `_` and `.`")
    } else {
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::RequestBuilders;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn unusual_names_that_github_allows_are_valid() {
        for name in [".github", "a_b", "12345", "...", "x", "-", "Octo-Cat.github.io", &"a".repeat(100)] {
            assert_eq!(check(name), Ok(name));
        }
    }

    #[test]
    fn names_that_would_leave_their_segment_are_refused_without_being_shown() {
        for name in
            ["", ".", "..", "a/b", "a\\b", "a b", "a%2fb", "a?b", "a#b", "ä", "a\n", "a;b", &"a".repeat(101)]
        {
            assert!(check(name).is_err(), "{name:?}");
        }
        assert!(check("ghp_oops!").is_err_and(|reason| !reason.contains("ghp_oops")));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn an_accepted_name_is_one_unchanged_segment(
            name in "[-_.a-zA-Z0-9]{1,12}|[.%/\\\\ ?#a]{1,4}|[._]{1,4}",
        ) {
            if check(&name).is_ok() {
                let builders = RequestBuilders::new("https://host", reqwest::Client::new());
                let request = builders.secret_scanning_get_alert(&name, &name, &1.into(), None).unwrap();
                let segments: Vec<_> = request.url().path_segments().into_iter().flatten().collect();
                let expected = ["repos", &name, &name, "secret-scanning", "alerts", "1"];
                prop_assert_eq!(segments, expected);
                prop_assert_eq!(request.url().host_str(), Some("host"));
            }
        }
    }
}
