//! The caller's own token, and its masking in any encoding.

use std::fmt;
use std::sync::{Arc, OnceLock};

use base64::prelude::*;
use secrecy::{ExposeSecret, SecretString};

use super::known_secrets;
use super::normalized::{Character, Normalized, compared, mark};

/// The longest piece of a token that may be shown is one character shorter.
const PIECE: usize = 8;

/// A shorter text is no token, and masking it would make messages unreadable.
const SHORTEST_TOKEN: usize = 6;

/// The token that a request was sent with, and the one before it, which a server may repeat as the refused one: what is
/// shown of the response must not contain either.
#[derive(Clone, Default)]
pub(crate) struct Redaction([Option<Arc<Token>>; 2]);

struct Token {
    text: SecretString,
    /// Only computed when there is something to compare.
    pieces: OnceLock<Pieces>,
}

/// All pieces of all forms of a token, sorted; up to eight characters in one number. A form that is shorter is
/// one piece.
struct Pieces {
    sorted: Vec<u64>,
    shortest: usize,
}

impl Redaction {
    /// Where no token is known.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Returns that of a single token.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn of(token: &SecretString) -> Self {
        Self::none().followed_by(token)
    }

    /// Returns the redaction of `token`, and of the last one of this.
    pub(crate) fn followed_by(&self, token: &SecretString) -> Self {
        let [last, _] = self.0.clone();
        Self([Some(Arc::new(Token { text: token.clone(), pieces: OnceLock::new() })), last])
    }

    /// Returns whether its last token is `token`.
    pub(crate) fn is_of(&self, token: &SecretString) -> bool {
        self.0[0].as_ref().is_some_and(|known| known.text.expose_secret() == token.expose_secret())
    }

    /// Returns whether `text` contains a piece of the token.
    pub(crate) fn touches(&self, text: &str) -> bool {
        let text = Normalized::of(text);
        self.pieces().any(|pieces| text.forms().any(|form| pieces.ends(form).next().is_some()))
    }

    /// Marks the bytes of all pieces of the token.
    pub(super) fn mark(&self, text: &Normalized, masked: &mut [bool]) {
        for pieces in self.pieces() {
            for form in text.forms() {
                for (end, length) in pieces.ends(form) {
                    mark(&form[end - length..end], masked);
                }
            }
        }
    }

    fn pieces(&self) -> impl Iterator<Item = &Pieces> {
        let tokens = self.0.iter().flatten();
        let pieces = tokens.map(|token| token.pieces.get_or_init(|| Pieces::of(token.text.expose_secret())));
        pieces.filter(|pieces| !pieces.sorted.is_empty())
    }
}

impl Pieces {
    fn of(token: &str) -> Self {
        let mut pieces = Self { sorted: Vec::with_capacity(8 * token.len()), shortest: PIECE };
        // Without `github_pat_`, of which `github_p` is a piece, and so is that of `github-pages`.
        let token = match &token[known_secrets::public_prefix(token)..] {
            rest if rest.len() >= PIECE => rest,
            _ => token,
        };
        if token.len() >= SHORTEST_TOKEN {
            for form in Normalized::of(token).forms() {
                pieces.add(form.len(), form.iter().map(Character::compared));
            }
            // The text before it shifts its bits: `user:token` of Basic authentication, for example.
            for offset in 0..3 {
                let encoded = BASE64_URL_SAFE_NO_PAD.encode([&[0; 2][..offset], token.as_bytes()].concat());
                // Of the characters at both ends, the token decides only some bits.
                let (start, end) = ((offset * 8_usize).div_ceil(6), (offset + token.len()) * 8 / 6);
                let form = &encoded.as_bytes()[start..end];
                pieces.add(form.len(), form.iter().copied().map(compared));
            }
            let digits = token.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
            pieces.add(2 * token.len(), digits.map(|digit| b"0123456789abcdef"[usize::from(digit)]));
            pieces.sorted.sort_unstable();
        }
        pieces
    }

    /// Adds the pieces of a form with this number of characters.
    fn add(&mut self, length: usize, form: impl Iterator<Item = u8>) {
        let piece = length.min(PIECE);
        if piece >= SHORTEST_TOKEN {
            self.shortest = self.shortest.min(piece);
            self.sorted.extend(rolling(form).skip(piece - 1).map(|rolling| last(rolling, piece)));
        }
    }

    /// Returns the end and the length of each piece in `text`.
    fn ends<'t>(&'t self, text: &'t [Character]) -> impl Iterator<Item = (usize, usize)> {
        let rolling = rolling(text.iter().map(Character::compared)).enumerate();
        rolling.flat_map(move |(position, rolling)| {
            let lengths = (self.shortest..=PIECE).rev().filter(move |length| *length <= position + 1);
            let found = move |length: &usize| self.sorted.binary_search(&last(rolling, *length)).is_ok();
            lengths.filter(found).map(move |length| (position + 1, length))
        })
    }
}

/// Returns the last eight characters up to each one.
fn rolling(characters: impl Iterator<Item = u8>) -> impl Iterator<Item = u64> {
    characters.scan(0_u64, |rolling, character| {
        *rolling = (*rolling << 8) | u64::from(character);
        Some(*rolling)
    })
}

/// Returns the last characters of eight. Those of two lengths are never equal, because none is zero.
fn last(rolling: u64, length: usize) -> u64 {
    rolling & (u64::MAX >> (8 * (PIECE - length)))
}

impl fmt::Debug for Redaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redaction")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_touches_at_each_offset() {
        let token = "s3cr3t~t0ken/?";
        for before in ["", "a", "ab", "user:"] {
            for encoded in [
                BASE64_STANDARD.encode(format!("{before}{token}x")),
                BASE64_URL_SAFE_NO_PAD.encode(format!("{before}{token}")),
            ] {
                assert!(Redaction::of(&token.into()).touches(&encoded), "{encoded}");
            }
        }
    }

    #[test]
    fn the_token_before_touches_too_and_no_earlier_one() {
        let tokens = ["first-token", "second-token", "third-token"].map(SecretString::from);
        let redaction =
            tokens.iter().fold(Redaction::none(), |redaction, token| redaction.followed_by(token));
        assert!(redaction.is_of(&tokens[2]) && !redaction.is_of(&tokens[1]));
        assert_eq!(
            ["third-token", "second-token", "first-token"].map(|text| redaction.touches(text)),
            [true, true, false]
        );
    }

    #[test]
    fn a_piece_of_eight_characters_touches_and_one_of_seven_does_not() {
        let redaction = Redaction::of(&"0123abcd-EFGH".into());
        for text in ["0123abcd", "x123ABCD-x", "3abcd_EF", "%30123abcd", "30313233"] {
            assert!(redaction.touches(text), "{text}");
        }
        for text in ["0123abc", "", "0123abxd", "x abcd EF"] {
            assert!(!redaction.touches(text), "{text}");
        }
    }

    #[test]
    fn what_all_tokens_of_a_kind_have_does_not_touch() {
        let redaction = Redaction::of(&"github_pat_11AAAAAAA0q8xY2".into());
        assert!(!redaction.touches("acme/github-pages, github_pat_"));
        assert!(redaction.touches("t_11AAAAAAA"));
        assert!(redaction.touches(&BASE64_STANDARD.encode("user:github_pat_11AAAAAAA0q8xY2")));
    }

    #[test]
    fn a_short_token_touches_as_a_whole_and_one_of_five_characters_never() {
        let redaction = Redaction::of(&"s3cr3t".into());
        assert!(redaction.touches("the s3cr3t"));
        assert!(redaction.touches("czNjcjN0"), "base64");
        assert!(!redaction.touches("s3cr3"));
        assert!(!Redaction::of(&"s3cr3".into()).touches("s3cr3 7333637233"));
        assert!(!Redaction::none().touches("s3cr3t"));
    }

    #[test]
    fn debug_shows_nothing_of_the_token() {
        assert_eq!(format!("{:?}", Redaction::of(&"s3cr3t".into())), "Redaction");
    }
}
