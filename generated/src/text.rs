//! Which characters of GitHub's texts must not reach a terminal or a log as they are.

/// Returns whether `character` moves a cursor, breaks a line, changes the direction of reading, or is
/// invisible: text with such a character can look like other text than it is.
pub fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        )
}
