//! The token in any encoding.

use base64::prelude::*;
use proptest::prelude::*;

use super::super::*;
use super::redaction;

/// The name of a form, and its function of a token and a number, which chooses among variants.
type Encoding = (&'static str, fn(&str, usize) -> String);

/// The forms in which a server can repeat a token.
const ENCODINGS: [Encoding; 20] = [
    ("plain", |token, _| token.to_owned()),
    ("prefix", |token, number| token[..8 + number % (token.len() - 7)].to_owned()),
    ("suffix", |token, number| token[number % (token.len() - 7)..].to_owned()),
    ("spaces", |token, number| separated(token, number, " ")),
    ("line breaks", |token, number| separated(token, number, "\r\n\t")),
    ("invisible", |token, number| {
        let characters =
            ["\u{61c}", "\u{200b}", "\u{ad}", "\u{feff}", "\u{e0041}", "\u{3164}", "\0", "\u{301}"];
        separated(token, 0, characters[number % characters.len()])
    }),
    ("full-width", |token, _| token.chars().map(full_width).collect()),
    ("upper case", |token, _| token.to_uppercase()),
    ("lower case", |token, _| token.to_lowercase()),
    ("base64", |token, _| BASE64_STANDARD.encode(token)),
    ("base64 of a login", |token, number| {
        BASE64_STANDARD.encode(format!("{}:{token}", "user".repeat(9).split_at(number % 5).0))
    }),
    ("base64url of a login", |token, number| {
        BASE64_URL_SAFE_NO_PAD.encode(format!("{}:{token}{}", &"user"[..number % 4], &"x:y"[..number % 3]))
    }),
    ("base64 in lines", |token, number| separated(&BASE64_STANDARD.encode(token), 4 + number % 9, "\n")),
    ("percent", |token, number| {
        each(token, |c| if number % 2 == 0 { format!("%{c:02X}") } else { format!("%{c:02x}") })
    }),
    ("double percent", |token, _| each(token, |c| format!("%25{c:02x}"))),
    ("percent of full-width", |token, _| {
        token.chars().map(full_width).collect::<String>().bytes().map(|byte| format!("%{byte:02X}")).collect()
    }),
    ("hexadecimal", |token, number| {
        each(token, |c| if number % 2 == 0 { format!("{c:02X}") } else { format!("{c:02x}") })
    }),
    ("escapes of JSON", |token, number| {
        each(token, |c| if number % 2 == 0 { format!("\\u{c:04x}") } else { format!("\\\\u{c:04X}") })
    }),
    ("entities of HTML", |token, number| match number % 3 {
        0 => each(token, |c| format!("&#{c};")),
        1 => each(token, |c| format!("&#x{c:x};")),
        _ => each(token, |c| format!("&amp;#{c:04};")),
    }),
    ("escapes within escapes", |token, _| each(token, |c| format!("%26%23{c}%3B")).replace('%', "\\u0025")),
];

fn each(token: &str, form: impl Fn(u8) -> String) -> String {
    token.bytes().map(form).collect()
}

/// Puts `separator` after each `number % 7 + 1` characters.
pub(super) fn separated(text: &str, number: usize, separator: &str) -> String {
    let characters: Vec<_> = text.chars().collect();
    let parts: Vec<String> = characters.chunks(number % 7 + 1).map(|part| part.iter().collect()).collect();
    parts.join(separator)
}

fn full_width(character: char) -> char {
    char::from_u32(u32::from(character) + 0xfee0).unwrap()
}

/// Returns the form in which texts are compared.
fn reduced(text: &str) -> String {
    Normalized::of(text).decoded.iter().map(|character| char::from(character.compared())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn of_a_token_in_any_encoding_no_eight_characters_are_shown(
        token in "[A-Za-z0-9._~+/=-]{8,50}", number in any::<u8>(),
        before in "\\PC{0,20}", after in "\\PC{0,20}", repeated in 1usize..3,
    ) {
        let redaction = redaction(&token);
        let plain = token.bytes().map(normalized::compared).map(char::from).collect::<String>();
        for (name, encode) in ENCODINGS {
            let text = format!("{before}{}{after}", encode(&token, usize::from(number)).repeat(repeated));
            let shown = clean(&text, 100_000, &redaction);
            let reduced = reduced(&shown);
            for window in plain.as_bytes().windows(8) {
                let window = std::str::from_utf8(window).unwrap();
                prop_assert!(!reduced.contains(window), "{}: {} in {}", name, text, shown);
            }
            prop_assert!(!redaction.touches(&shown), "{}: {} of {}", name, shown, text);
            prop_assert!(shown.contains(REDACTED), "{}: {} of {}", name, shown, text);
            for limit in [10, 20] {
                prop_assert!(!redaction.touches(&clean(&text, limit, &redaction)));
            }
        }
    }

    #[test]
    fn of_a_token_of_any_characters_no_eight_are_shown(token in "[!-~]{8,40}", before in "\\PC{0,9}") {
        let shown = clean(&format!("{before}{token} x"), 999, &redaction(&token));
        for window in token.as_bytes().windows(8) {
            prop_assert!(!shown.contains(std::str::from_utf8(window).unwrap()), "{}", shown);
        }
    }
}
