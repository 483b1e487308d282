//! Cleaning of text from servers and callers, before it is shown: one line, bounded, without credentials.

use github_secret_scanning_generated::is_deceptive;

/// The replacement of a credential.
const REDACTED: &str = "[redacted]";

/// A shorter text is no token, and masking it would make messages unreadable.
const SHORTEST_TOKEN: usize = 6;

/// The prefixes of GitHub's token formats.
const TOKEN_PREFIXES: [&str; 6] = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"];

/// Returns `text` fit for a terminal: line breaks and tabs become spaces, and other characters that
/// move a cursor, change the direction of reading or are invisible are removed.
///
/// For texts of GitHub that a program prints: paths, comments and names are chosen by whoever pushes.
pub fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => line.push(' '),
            _ if is_deceptive(character) => {}
            _ => line.push(character),
        }
    }
    line
}

/// Returns `text` as one printable line of at most `limit` characters, with credentials masked.
///
/// `token` is the caller's own: a proxy that echoes the request must not bring it into an error.
pub(crate) fn clean(text: &str, limit: usize, token: &str) -> String {
    let mut line = printable(text);
    if token.len() >= SHORTEST_TOKEN {
        line = line.replace(token, REDACTED);
    }
    // Last: a cut must not leave half of a credential that no longer looks like one.
    shorten(mask_github_tokens(line.trim()), limit)
}

/// Keeps the characters of a list of permissions or scopes, up to 256; `None` if nothing is left.
pub(crate) fn permissions(text: &str, token: &str) -> Option<String> {
    // First: a token that is interrupted by characters dropped here must be masked as a whole.
    let kept: String = text
        .chars()
        .filter(|c| matches!(c, 'a'..='z' | '0'..='9' | '_' | ':' | '=' | ',' | ';' | ' ' | '-'))
        .collect();
    let kept = clean(&kept, 256, token);
    (!kept.is_empty()).then_some(kept)
}

/// Returns a request id, which is groups of hexadecimal digits separated by `:` or `-`; `None` for
/// anything else, because a header that echoes a token must not reach a log.
pub(crate) fn request_id(text: &str) -> Option<String> {
    let in_an_id = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '-');
    let fits = text.len() <= 128 && text.chars().all(in_an_id) && text.contains([':', '-']);
    fits.then(|| text.to_owned())
}

/// Returns the name of a rate limit, a word like `core` or `code_scanning_upload`; `None` for
/// anything else.
pub(crate) fn resource(text: &str) -> Option<String> {
    let in_a_name = |c: char| c.is_ascii_lowercase() || c == '_';
    ((1..=40).contains(&text.len()) && text.chars().all(in_a_name)).then(|| text.to_owned())
}

/// Masks from each prefix of a token to the first character that cannot follow in one: newer formats
/// contain dots, and in a URL a token can follow an escape.
fn mask_github_tokens(text: &str) -> String {
    let in_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '%');
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = TOKEN_PREFIXES.iter().filter_map(|prefix| rest.find(prefix)).min() {
        let (before, token) = rest.split_at(start);
        masked.push_str(before);
        masked.push_str(REDACTED);
        rest = token.trim_start_matches(in_token);
    }
    masked.push_str(rest);
    masked
}

fn shorten(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_break_or_an_escape_sequence_cannot_forge_a_second_log_line() {
        assert_eq!(clean("a\r\nERROR b\u{1b}[31m\u{202e}c", 99, ""), "a  ERROR b[31mc");
    }

    #[test]
    fn characters_that_hide_or_turn_text_are_removed() {
        let characters =
            "\u{ad}\u{61c}\u{180e}\u{200b}\u{200f}\u{2028}\u{202e}\u{2060}\u{2069}\u{feff}\u{85}";
        assert_eq!(printable(&format!("a{characters}b\tc")), "ab c");
    }

    #[test]
    fn the_callers_own_token_is_masked_at_any_position() {
        assert_eq!(clean("bad token:s3cr3t!", 99, "s3cr3t"), "bad token:[redacted]!");
    }

    #[test]
    fn text_that_looks_like_a_github_token_is_masked_to_its_end() {
        assert_eq!(clean("x ghp_abc123, github_pat_11A_b", 99, ""), "x [redacted], [redacted]");
        assert_eq!(clean("ghs_12_eyJh.eyJzdWIi.c2ln is dead", 99, ""), "[redacted] is dead");
        assert_eq!(clean("a%22ghp_abcdef xgho_abc", 99, ""), "a%22[redacted] x[redacted]");
        assert_eq!(clean("mighty ghost", 99, ""), "mighty ghost");
    }

    #[test]
    fn a_token_that_the_limit_would_cut_in_two_is_masked_first() {
        assert_eq!(clean("abc s3cr3t", 6, "s3cr3t"), "abc [r…");
    }

    #[test]
    fn permissions_keep_their_notation_and_lose_other_characters() {
        let kept = permissions("secret_scanning_alerts=write; contents=read<b>", "");
        assert_eq!(kept.as_deref(), Some("secret_scanning_alerts=write; contents=readb"));
        assert_eq!(permissions("ÄÖÜ", ""), None);
        assert_eq!(permissions("gh/p_0123abc", "").as_deref(), Some("[redacted]"));
        assert_eq!(permissions("s3cr/3t-t0ken", "s3cr3t-t0ken").as_deref(), Some("[redacted]"));
    }

    #[test]
    fn an_id_or_a_name_of_another_form_is_dropped() {
        assert_eq!(request_id("C0DE:1A2B:3").as_deref(), Some("C0DE:1A2B:3"));
        assert_eq!(request_id("0a1b-2c").as_deref(), Some("0a1b-2c"));
        assert_eq!(resource("code_scanning_upload").as_deref(), Some("code_scanning_upload"));
        let classic_token = "0123456789abcdef0123456789abcdef01234567";
        for token in [classic_token, "ghp_abc123", "github_pat_11A_b", "a b", ""] {
            assert_eq!((request_id(token), resource(token)), (None, None), "{token}");
        }
        assert_eq!(request_id(&":".repeat(129)), None);
        assert_eq!(resource(&"a".repeat(41)), None);
    }

    proptest! {
        #[test]
        fn any_text_becomes_one_bounded_line(text in any::<String>(), limit in 0usize..40) {
            let line = clean(&text, limit, "token");
            prop_assert!(line.chars().count() <= limit + 1);
            prop_assert!(!line.chars().any(is_deceptive));
        }
    }
}
