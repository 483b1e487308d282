//! Text in the form in which it is compared with credentials: decoded, and without what a person does not see.

use github_secret_scanning_generated::is_deceptive;

/// The longest escape, in characters: `&#x0000041;`.
const LONGEST_ESCAPE: usize = 11;

/// The character for one byte of an encoded character outside of ASCII, until all of its bytes are there. No text
/// has these characters of private use.
const BYTES: u32 = 0x0010_ff00;

/// A visible ASCII character, and where the original text has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Character {
    value: char,
    /// Whether whitespace, or a visible character outside of ASCII, precedes it.
    pub(super) after_gap: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Marks the bytes of `characters`, each with its whole escape.
pub(super) fn mark(characters: &[Character], masked: &mut [bool]) {
    for character in characters {
        if let Some(bytes) = masked.get_mut(character.start..character.end) {
            bytes.fill(true);
        }
    }
}

/// The visible ASCII characters of a text. Full-width characters are their ASCII forms.
pub(super) struct Normalized {
    /// With escapes decoded, also nested ones: percent-encoding, those of JSON, and numeric ones of HTML.
    pub(super) decoded: Vec<Character>,
    /// As written, if that differs: a character before a token can make an escape of its beginning.
    pub(super) written: Option<Vec<Character>>,
}

impl Normalized {
    pub(super) fn of(text: &str) -> Self {
        let (decoded, has_escapes) = Reader::read(text, true);
        Self { decoded, written: has_escapes.then(|| Reader::read(text, false).0) }
    }

    /// Returns both forms.
    pub(super) fn forms(&self) -> impl Iterator<Item = &[Character]> {
        [Some(&self.decoded), self.written.as_ref()].into_iter().flatten().map(Vec::as_slice)
    }
}

/// Reads the characters of a text in one pass.
#[derive(Default)]
struct Reader {
    characters: Vec<Character>,
    /// Whether the next character follows a gap.
    gap: bool,
    /// Whether there was a character that can begin an escape: most texts have none.
    may_escape: bool,
    has_escapes: bool,
}

impl Character {
    pub(super) fn ascii(&self) -> u8 {
        u8::try_from(self.value).unwrap_or_default()
    }

    /// Returns the character as credentials are compared: without case, and base64 equal to base64url.
    pub(super) fn compared(&self) -> u8 {
        compared(self.ascii())
    }
}

/// Returns a byte as credentials are compared.
pub(super) fn compared(ascii: u8) -> u8 {
    match ascii {
        b'_' | b'+' | b'/' => b'-',
        other => other.to_ascii_lowercase(),
    }
}

impl Reader {
    /// Returns the characters, and whether escapes were decoded.
    fn read(text: &str, decode: bool) -> (Vec<Character>, bool) {
        let mut reader = Self { characters: Vec::with_capacity(text.len()), ..Self::default() };
        for (start, character) in text.char_indices() {
            reader.push(character, start, start + character.len_utf8());
            if !decode || !reader.may_escape {
                continue;
            }
            // One pass decodes all levels: a decoded character can complete the escape around it.
            while let Some((length, decoded)) = reader.escape_at_end() {
                reader.has_escapes = true;
                reader.replace_end(length, decoded);
            }
        }
        reader.characters.retain(|character| character.value.is_ascii());
        (reader.characters, reader.has_escapes)
    }

    fn push(&mut self, character: char, start: usize, end: usize) {
        let value = match u32::from(character) {
            full_width @ 0xff01..=0xff5e => char::from_u32(full_width - 0xfee0).unwrap_or(character),
            _ => character,
        };
        if value.is_ascii_graphic() || is_byte(value) {
            self.may_escape |= matches!(value, '%' | '\\' | '&');
            let after_gap = std::mem::take(&mut self.gap);
            self.characters.push(Character { value, after_gap, start, end });
        } else if value.is_whitespace() || !is_deceptive(value) {
            self.gap = true;
        }
    }

    fn replace_end(&mut self, length: usize, decoded: char) {
        let first = self.characters.len().saturating_sub(length);
        let (Some(start), Some(end)) = (self.characters.get(first), self.characters.last()) else { return };
        let (gap, start, end) = (start.after_gap, start.start, end.end);
        self.characters.truncate(first);
        self.gap |= gap;
        self.push(decoded, start, end);
    }

    /// Returns the length of the escape that the text ends with, and what it decodes to.
    fn escape_at_end(&self) -> Option<(usize, char)> {
        let (last, before) = self.characters.split_last()?;
        let ends_escape =
            last.value.is_ascii_hexdigit() || is_byte(last.value) || r#";}\"/'nrt"#.contains(last.value);
        if !ends_escape {
            return None;
        }
        let window = before.len().saturating_sub(LONGEST_ESCAPE - 1);
        let tail: String = self.characters.get(window..)?.iter().map(|character| character.value).collect();
        let (at, decoded) = match last.value {
            ';' => html(&tail)?,
            '}' => {
                let at = tail.rfind("\\u{")?;
                (at, code_point(&tail[at + 3..tail.len() - 1], 16)?)
            }
            value if is_byte(value) => utf8(&tail)?,
            value => hexadecimal(&tail).or_else(|| after_backslash(&tail, value))?,
        };
        Some((tail[at..].chars().count(), decoded))
    }
}

/// Reads `&#65;`, `&#x41;` or `&amp;` at the end.
fn html(tail: &str) -> Option<(usize, char)> {
    let at = tail.rfind('&')?;
    let name = &tail[at + 1..tail.len() - 1];
    if name.eq_ignore_ascii_case("amp") {
        return Some((at, '&'));
    }
    let number = name.strip_prefix('#')?;
    let decoded = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => code_point(hexadecimal, 16),
        None => code_point(number, 10),
    };
    Some((at, decoded?))
}

/// Reads `%41`, `\x41` or `\u0041` at the end.
fn hexadecimal(tail: &str) -> Option<(usize, char)> {
    let digits = |count: usize| {
        let at = tail.len().checked_sub(count)?;
        let digits = tail.get(at..)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some((tail.get(..at)?, digits))
    };
    if let Some((before, digits)) = digits(4)
        && let Some(at) = before.strip_suffix("\\u").or_else(|| before.strip_suffix("\\U")).map(str::len)
    {
        return Some((at, code_point(digits, 16)?));
    }
    let (before, digits) = digits(2)?;
    let endings = ["%", "\\x", "\\X"];
    let at = endings.into_iter().find_map(|ending| before.strip_suffix(ending))?.len();
    let byte = u32::from_str_radix(digits, 16).ok()?;
    Some((at, if byte < 0x80 { char::from_u32(byte)? } else { char::from_u32(BYTES + byte)? }))
}

/// Reads `\n`, `\"` and the like at the end.
fn after_backslash(tail: &str, last: char) -> Option<(usize, char)> {
    let at = tail.strip_suffix(last)?.strip_suffix('\\')?.len();
    match last {
        'n' | 'r' | 't' => Some((at, ' ')),
        '0' => Some((at, '\0')),
        '\\' | '"' | '/' | '\'' => Some((at, last)),
        _ => None,
    }
}

fn code_point(digits: &str, radix: u32) -> Option<char> {
    let fits = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    let number = u32::from_str_radix(digits, radix).ok().filter(|_| fits)?;
    // Half of a surrogate pair is no ASCII character in any case.
    Some(char::from_u32(number).filter(|c| !is_byte(*c)).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn is_byte(character: char) -> bool {
    u32::from(character) > BYTES + 0x7f
}

/// Joins the bytes at the end to a character.
fn utf8(tail: &str) -> Option<(usize, char)> {
    let mut bytes = Vec::new();
    for (at, character) in tail.char_indices().rev().take(4).take_while(|(_, c)| is_byte(*c)) {
        bytes.insert(0, u8::try_from(u32::from(character) - BYTES).ok()?);
        if let Some(decoded) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            return Some((at, decoded));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normalized(text: &str) -> String {
        Normalized::of(text).decoded.iter().map(|character| char::from(character.ascii())).collect()
    }

    #[test]
    fn all_forms_of_a_text_are_equal() {
        for text in [
            "a/B=c",
            "a / B\n=\tc",
            "a\u{61c}/\u{200b}B\u{e0041}=\u{ad}c",
            "ａ／Ｂ＝ｃ",
            "äaü/B=c",
            "%61%2F%42%3d%63",
            "%2561%252F%252542%253Dc",
            "%25%36%31/B=c",
            "a\\/B\\u003dc",
            "a\\u{2F}\\x42\\\\u003Dc",
            "&#97;&#x2F;B&#x03d;c",
            "a/B&amp;#61;c",
            "%26%2397%3b/%E2%80%8BB%C3%A9=%ef%bd%83",
            "％６１/B=c",
            "a/%0AB=\\nc",
            "a\\0/B=\\x00c",
        ] {
            assert_eq!(normalized(text), "a/B=c", "{text}");
        }
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in
            ["100%", "%4", "%zz", "\\u00", "&#;", "&#x;", "&#1f;", "\\u{}", "a;b}", "\\a", "&;", "%\\u0"]
        {
            assert_eq!(normalized(text), text);
        }
        assert_eq!(normalized("\\ud83d\\ude00a&#99999999;\\u{10ffc3}%c3%28"), "a(");
    }

    #[test]
    fn a_character_has_the_range_of_its_escape_and_knows_of_a_gap_before_it() {
        let characters = Normalized::of("x %2541\u{200b}é&#66;");
        assert_eq!(characters.written.map(|written| written.len()), Some(11));
        let found: Vec<_> =
            characters.decoded.iter().map(|c| (c.ascii(), c.start, c.end, c.after_gap)).collect();
        assert_eq!(found, [(b'x', 0, 1, false), (b'A', 2, 7, true), (b'B', 12, 17, true)]);
        assert_eq!(*b"a-----".map(compared).as_slice(), *b"A-_+/-".map(compared).as_slice());
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_within_the_text(text in "([%&#;\\\\ux{}0-9a-f]|\\PC){0,60}|\\PC{0,60}") {
            let mut end = 0;
            for character in Normalized::of(&text).decoded {
                prop_assert!(end <= character.start && character.start < character.end);
                prop_assert!(text.is_char_boundary(character.start) && text.is_char_boundary(character.end));
                end = character.end;
            }
            prop_assert!(end <= text.len());
        }
    }
}
