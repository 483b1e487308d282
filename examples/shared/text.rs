//! Text from elsewhere, made fit for a terminal.

/// Without the characters that move a cursor, change colours, turn the direction of reading, or cannot be seen.
pub(crate) fn printable(text: &str) -> String {
    let shown = |character| match character {
        '\n' | '\r' | '\t' => Some(' '),
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        character if character.is_control() => None,
        character => Some(character),
    };
    text.chars().filter_map(shown).collect()
}
