//! The search of output for planted values.

use std::collections::BTreeSet;

use super::planted;

/// Returns the forbidden texts: the planted values, each line of the private key, and all credentials that a server
/// received.
pub(crate) fn needles(tokens: &[String]) -> BTreeSet<String> {
    let key = planted::app_key().lines().filter(|line| !line.starts_with("-----"));
    let tokens = tokens.iter().map(String::as_str).filter(|token| !token.is_empty());
    planted::ALL.into_iter().chain(key).chain(tokens).map(str::to_owned).collect()
}

/// Returns the lines of `output` that contain one of `needles`, as text or as a list of bytes.
pub(crate) fn leaks<'p>(output: &'p str, needles: &BTreeSet<String>) -> Vec<&'p str> {
    let listed = |needle: &str| {
        let bytes: Vec<_> = needle.bytes().take(8).map(|byte| byte.to_string()).collect();
        bytes.join(", ")
    };
    let searched: Vec<_> = needles.iter().flat_map(|needle| [needle.clone(), listed(needle)]).collect();
    output.lines().filter(|line| searched.iter().any(|needle| line.contains(needle))).collect()
}
