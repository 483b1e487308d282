//! The rule for names of owners, repositories, organizations and enterprises.

/// The longest name that GitHub accepts in a path.
const MAX_LENGTH: usize = 100;

/// The rule of [`is_valid`], for messages.
pub(crate) const RULE: &str =
    "a name has 1 to 100 ASCII letters, digits, `-`, `_` and `.`, and is neither `.` nor `..`";

/// Whether a client can send `name` as one segment of a path. Same rule as in the facade, which refuses other names
/// before a request is sent.
pub(crate) fn is_valid(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=MAX_LENGTH).contains(&name.len()) && name.bytes().all(allowed) && !matches!(name, "." | "..")
}

#[cfg(test)]
mod tests {
    use github_secret_scanning::Client;

    use super::*;

    #[test]
    fn rule_is_the_one_of_the_client() {
        let client = Client::builder().token("any").build().unwrap();
        let longest = "a".repeat(MAX_LENGTH);
        let too_long = "a".repeat(MAX_LENGTH + 1);
        for name in
            ["", ".", "..", "...", ".github", "a_b-c.d", "a/b", "a b", "a%2e", "ä", &longest, &too_long]
        {
            assert_eq!(is_valid(name), client.org(name).is_ok(), "{name:?}");
        }
    }
}
