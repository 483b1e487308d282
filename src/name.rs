//! Names that become a segment of a request's path, checked once.

use std::sync::Arc;

use crate::error::Error;

/// The longest name that GitHub gives to anything that stands in a path.
const MAX_LENGTH: usize = 100;

/// Checks the name of an owner, a repository, an organization or an enterprise.
///
/// What passes is one segment of a path under every encoding and every URL parser: ASCII letters,
/// digits, `-`, `_` and `.`, but neither `.` nor `..`, which URL parsers fold away.
pub(crate) fn checked(argument: &'static str, name: &str) -> Result<Arc<str>, Error> {
    let in_a_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let reason = if name.is_empty() {
        "must not be empty"
    } else if name.len() > MAX_LENGTH {
        "must have at most 100 characters"
    } else if name == "." || name == ".." {
        "must be more than dots"
    } else if !name.chars().all(in_a_name) {
        "may hold ASCII letters, digits, `-`, `_` and `.` alone"
    } else {
        return Ok(name.into());
    };
    Err(Error::invalid_argument(argument, reason))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use futures_core::future::BoxFuture;
    use github_secret_scanning_generated::{self as raw, seam::Execute};
    use proptest::prelude::*;

    use super::*;

    /// Keeps the address of the last request instead of sending it.
    #[derive(Debug, Default)]
    struct Addresses(Mutex<Option<url::Url>>);

    impl Execute for Addresses {
        fn execute(&self, request: reqwest::Request) -> BoxFuture<'_, reqwest::Result<reqwest::Response>> {
            *self.0.lock().unwrap() = Some(request.url().clone());
            Box::pin(async { Ok(http::Response::new("{}").into()) })
        }
    }

    fn address_of(name: &str) -> url::Url {
        let addresses = Arc::new(Addresses::default());
        let http = reqwest::Client::new();
        let client = raw::Client::new_with_client("https://host", http, addresses.clone());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let _ = runtime.block_on(client.secret_scanning_get_alert(name, name, 1, None));
        addresses.0.lock().unwrap().take().unwrap()
    }

    #[test]
    fn unusual_names_that_github_gives_out_are_valid() {
        for name in [".github", "a_b", "12345", "...", "x", "-", "Octo-Cat.github.io", &"a".repeat(100)] {
            assert!(checked("repo", name).is_ok(), "{name}");
        }
    }

    #[test]
    fn names_that_would_leave_their_segment_are_refused_by_the_name_of_the_argument() {
        for name in
            ["", ".", "..", "a/b", "a\\b", "a b", "a%2fb", "a?b", "a#b", "ä", "a\n", "a;b", &"a".repeat(101)]
        {
            let argument = checked("owner", name).err().and_then(|error| error.argument());
            assert_eq!(argument, Some("owner"), "{name:?}");
        }
    }

    #[test]
    fn a_refused_name_is_not_shown() {
        let text = checked("owner", "ghp_oops!").err().map(|error| format!("{error} {error:?}"));
        assert!(text.is_some_and(|text| !text.contains("ghp_oops")));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn whatever_is_accepted_stays_one_unchanged_segment(
            name in "[-_.a-zA-Z0-9]{1,12}|[.%/\\\\ ?#a]{1,4}|[._]{1,4}",
        ) {
            if checked("repo", &name).is_ok() {
                let url = address_of(&name);
                let segments: Vec<_> = url.path_segments().into_iter().flatten().collect();
                let expected = ["repos", &name, &name, "secret-scanning", "alerts", "1"];
                prop_assert_eq!(segments, expected);
                prop_assert_eq!(url.host_str(), Some("host"));
            }
        }
    }
}
