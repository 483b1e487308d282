//! Cleaning of text from servers and callers, before it is shown: one line, bounded, without credentials.

mod known_secrets;
mod normalized;
mod redaction;
#[cfg(test)]
mod tests;

use github_secret_scanning_generated::is_deceptive;

pub(crate) use redaction::Redaction;

use normalized::{Character, Normalized};

/// The replacement of a credential.
const REDACTED: &str = "[redacted]";

/// The longest text that is searched, in bytes; no text that is shown is nearly as long.
const LONGEST_SEARCHED: usize = 64 * 1024;

/// The longest key of an object that is shown: GitHub's longest has 47 characters.
const LONGEST_KEY: usize = 50;

/// The longest word within a key that is shown: no word of GitHub's keys is longer.
const LONGEST_WORD: usize = 20;

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

/// Returns `text` as one printable line of at most `limit` characters, with credentials masked: those of a known
/// shape, and the token of `redaction` in any encoding.
pub(crate) fn clean(text: &str, limit: usize, redaction: &Redaction) -> String {
    let line = printable(&text[..text.floor_char_boundary(LONGEST_SEARCHED)]);
    let line = line.trim();
    let normalized = Normalized::of(line);
    let mut masked = vec![false; line.len()];
    redaction.mark(&normalized, &mut masked);
    known_secrets::mark(&normalized.decoded, &mut masked);
    close_gaps(&normalized.decoded, &mut masked);
    // Last: a cut must not leave half of a credential that no longer looks like one.
    shorten(without(line, &masked), limit)
}

/// Returns whether `text` is shown as it is.
pub(crate) fn is_clean(text: &str, redaction: &Redaction) -> bool {
    text.len() <= LONGEST_SEARCHED && clean(text, text.len(), redaction) == text
}

/// Also marks what nobody sees between marked characters.
fn close_gaps(characters: &[Character], masked: &mut [bool]) {
    for pair in characters.windows(2) {
        if masked[pair[0].end - 1] && masked[pair[1].start] {
            masked[pair[0].end..pair[1].start].fill(true);
        }
    }
}

/// Replaces the marked bytes, neighbours as one.
fn without(line: &str, masked: &[bool]) -> String {
    let mut shown = String::with_capacity(line.len());
    let mut rest = 0;
    for marked in masked.chunk_by(|a, b| a == b) {
        let end = rest + marked.len();
        shown.push_str(if marked.first() == Some(&true) { REDACTED } else { &line[rest..end] });
        rest = end;
    }
    shown
}

/// Returns a list of permissions or scopes, up to 256 characters; `None` for text of another notation, of which
/// nothing is shown.
pub(crate) fn permissions(text: &str, redaction: &Redaction) -> Option<String> {
    let in_notation = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '_' | ':' | '=' | ',' | ';' | ' ' | '-');
    let list = text.chars().all(in_notation).then(|| clean(text, 256, redaction));
    list.filter(|list| !list.is_empty())
}

/// Returns a request id, which is groups of hexadecimal digits separated by `:` or `-`; `None` for
/// anything else, because a header that echoes a token must not reach a log.
pub(crate) fn request_id(text: &str, redaction: &Redaction) -> Option<String> {
    let in_an_id = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '-');
    let fits = text.len() <= 128 && text.chars().all(in_an_id) && text.contains([':', '-']);
    // Its digits can be those of a token.
    let digits = || text.replace([':', '-'], "");
    (fits && !redaction.touches(text) && !redaction.touches(&digits())).then(|| text.to_owned())
}

/// Returns the name of a rate limit, a word like `core` or `code_scanning_upload`; `None` for
/// anything else.
pub(crate) fn resource(text: &str, redaction: &Redaction) -> Option<String> {
    let in_a_name = |c: char| c.is_ascii_lowercase() || c == '_';
    let fits = (1..=40).contains(&text.len()) && text.chars().all(in_a_name);
    (fits && !redaction.touches(text)).then(|| text.to_owned())
}

/// Returns a key of an object, if it is words in snake case or camel case with at most one number; else `?`, because
/// a server can send anything as a key.
pub(crate) fn key<'k>(key: &'k str, redaction: &Redaction) -> &'k str {
    let is_shown = key.len() <= LONGEST_KEY && is_plain(key.as_bytes()) && is_clean(key, redaction);
    if is_shown { key } else { "?" }
}

fn is_plain(key: &[u8]) -> bool {
    let (mut word, mut digits) = (0, 0);
    for (at, byte) in key.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| key.get(at)).copied();
        match byte {
            b'_' => word = 0,
            b'a'..=b'z' => word += 1,
            // A capital begins a word of at least three letters.
            b'A'..=b'Z' => {
                let rest = key.get(at + 1..at + 3).unwrap_or_default();
                let after_word =
                    before.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
                if !after_word || rest.len() < 2 || !rest.iter().all(u8::is_ascii_lowercase) {
                    return false;
                }
                word = 1;
            }
            b'0'..=b'9' if digits == 0 || before.is_some_and(|byte| byte.is_ascii_digit()) => {
                digits += 1;
                word = 0;
            }
            _ => return false,
        }
        if word > LONGEST_WORD || digits > 3 {
            return false;
        }
    }
    key.first().is_some_and(|first| *first == b'_' || first.is_ascii_lowercase())
}

fn shorten(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
