//! The shapes by which well-known credentials are recognised.

use super::normalized::{self, Character};

/// Credentials that begin alike.
struct Shape {
    prefixes: &'static [&'static str],
    /// The fewest characters after the prefix; 0 if the prefix alone is enough, also within a word.
    least: usize,
    /// The usual number of characters after the prefix: whitespace within can be part of a shorter text.
    usual: usize,
    /// Which characters follow the prefix, apart from letters and digits.
    others: &'static str,
}

const fn shape(prefixes: &'static [&'static str], least: usize, usual: usize, others: &'static str) -> Shape {
    Shape { prefixes, least, usual, others }
}

const SHAPES: [Shape; 20] = [
    // GitHub; newer formats contain dots.
    shape(&["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], 0, 36, "_.-"),
    shape(&["github_pat_"], 0, 82, "_.-"),
    // AWS access key ids.
    shape(&["AKIA", "ASIA", "ABIA", "ACCA"], 16, 16, ""),
    // Slack.
    shape(&["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxe.", "xapp-"], 10, 48, "-."),
    shape(&["hooks.slack.com/services/"], 10, 44, "/"),
    // Stripe.
    shape(&["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"], 10, 24, ""),
    // Google: API keys, client secrets, access tokens.
    shape(&["AIza"], 30, 35, "_-"),
    shape(&["GOCSPX-"], 20, 28, "_-"),
    shape(&["ya29."], 20, 100, "_-."),
    // GitLab.
    shape(&["glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-"], 10, 20, "_-."),
    // npm and PyPI.
    shape(&["npm_"], 36, 36, ""),
    shape(&["pypi-AgE"], 20, 150, "_-"),
    // OpenAI and Anthropic.
    shape(&["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-ant-"], 16, 90, "_-"),
    shape(&["sk-"], 32, 48, ""),
    // Others that GitHub detects.
    shape(&["SG."], 40, 66, "_-."),
    shape(&["shpat_", "shpca_", "shppa_", "shpss_"], 32, 32, ""),
    shape(&["dckr_pat_", "dop_v1_"], 20, 27, "_-"),
    shape(&["hf_"], 30, 34, ""),
    shape(&["hvs."], 20, 90, "_-"),
    // JSON Web Tokens: `{"` in base64.
    shape(&["eyJ"], 20, 250, "_-."),
];

/// Returns the number of characters at the beginning of a token that all tokens of its kind have.
pub(super) fn public_prefix(token: &str) -> usize {
    let prefixes = SHAPES.iter().flat_map(|shape| shape.prefixes);
    prefixes.filter(|prefix| token.starts_with(**prefix)).map(|prefix| prefix.len()).max().unwrap_or(0)
}

/// Marks the bytes of all credentials of a known shape.
pub(super) fn mark(text: &[Character], masked: &mut [bool]) {
    let mut at = 0;
    while at < text.len() {
        // After a credential, whose characters are marked, another one can begin.
        let is_inside = at > 0 && !text[at].after_gap && !masked[text[at - 1].start];
        let begins_word = !is_inside || !text[at - 1].ascii().is_ascii_alphanumeric();
        let end = credential_end(text, at, begins_word).or_else(|| private_key_end(text, at));
        if let Some(end) = end {
            normalized::mark(&text[at..end], masked);
        } else if begins_with(&text[at..], "://")
            && let Some(end) = user_information_end(text, at + 3)
        {
            normalized::mark(&text[at + 3..end], masked);
        }
        at = end.unwrap_or(at + 1);
    }
}

fn begins_with(text: &[Character], prefix: &str) -> bool {
    text.len() >= prefix.len() && text.iter().zip(prefix.bytes()).all(|(c, byte)| c.ascii() == byte)
}

fn find(text: &[Character], from: usize, part: &str) -> Option<usize> {
    (from..text.len()).find(|at| begins_with(&text[*at..], part))
}

/// Returns the end of a credential that begins at `at`; most begin a word.
fn credential_end(text: &[Character], at: usize, begins_word: bool) -> Option<usize> {
    SHAPES.iter().filter(|shape| shape.least == 0 || begins_word).find_map(|shape| {
        let prefix = shape.prefixes.iter().find(|prefix| begins_with(&text[at..], prefix))?.len();
        let is_split = text[at + 1..at + prefix].iter().any(|character| character.after_gap);
        let body = &text[at + prefix..];
        let length = shape.length(body);
        let is_credential = length >= shape.least && (!is_split || is_random(&body[..length]));
        is_credential.then_some(at + prefix + length)
    })
}

impl Shape {
    /// Returns how many characters after the prefix belong to the credential: those up to a gap, and up to its usual
    /// length also those beyond, as far as a word that is none of a language.
    fn length(&self, body: &[Character]) -> usize {
        let follows =
            |c: &&Character| c.ascii().is_ascii_alphanumeric() || self.others.contains(char::from(c.ascii()));
        let first = body.iter().take_while(|c| !c.after_gap).take_while(follows).count();
        let most = body.iter().take(first.max(self.usual)).take_while(follows).count();
        let (mut length, mut start, mut is_spaced) = (first, first, first == 0);
        while start < most {
            let rest = &body[start + 1..most];
            let end = start + 1 + rest.iter().position(|c| c.after_gap).unwrap_or(rest.len());
            // Each character apart: a letter among them is no word.
            is_spaced &= end - start == 1;
            if is_spaced || is_random(&body[start..end]) {
                length = end;
            }
            start = end;
        }
        length
    }
}

/// Returns whether characters are no word of a language: one has a digit, or a capital after a small letter.
fn is_random(word: &[Character]) -> bool {
    let has_digit = word.iter().any(|character| character.ascii().is_ascii_digit());
    let has_hump = |pair: &[Character]| {
        pair[0].ascii().is_ascii_lowercase() && pair[1].ascii().is_ascii_uppercase() && !pair[1].after_gap
    };
    has_digit || word.windows(2).any(has_hump)
}

/// Returns the end of a private key as PEM, or that of the text if it is cut.
fn private_key_end(text: &[Character], at: usize) -> Option<usize> {
    let begin = "-----BEGIN";
    if !begins_with(&text[at..], begin) {
        return None;
    }
    let label = at + begin.len();
    let most = text.len().min(label + 40);
    find(&text[..most], label, "PRIVATEKEY")?;
    let end = find(text, label, "-----END").and_then(|end| find(text, end + 5, "-----"));
    Some(end.map_or(text.len(), |end| end + 5))
}

/// Returns the end of a user with a password, or of a long user, in a URL.
fn user_information_end(text: &[Character], start: usize) -> Option<usize> {
    // An encoded slash belongs to a password, unless the whole URL is encoded.
    let width = |character: &Character| character.end - character.start;
    let slash = width(text.get(start.checked_sub(1)?)?);
    let ends = |character: &&Character| {
        character.after_gap || matches!(character.ascii(), b'/' | b'?' | b'#') && width(character) == slash
    };
    let authority = text.get(start..)?.iter().take_while(|character| !ends(character)).count();
    let user = &text[start..start + authority];
    let length = user.iter().rposition(|character| character.ascii() == b'@')?;
    let has_password = user[..length].iter().any(|character| character.ascii() == b':');
    (has_password || length >= 16).then_some(start + length)
}
