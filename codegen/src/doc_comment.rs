//! Text of the spec as lines of a doc comment.

use proc_macro2::TokenStream;
use quote::quote;

/// The maximum length of a line; a longer word is a line of its own.
const WIDTH: usize = 92;

/// `text` as the attributes of a doc comment.
pub(crate) fn attributes(text: &str) -> TokenStream {
    let lines = lines(text);
    quote!(#(#[doc = #lines])*)
}

/// `text` with a full stop.
pub(crate) fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

/// `text` as lines with a space before each, wrapped; its own line breaks are kept, and code is as it
/// was written.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_code = false;
    for paragraph in text.trim().lines() {
        let fence = paragraph.starts_with("```");
        in_code ^= fence;
        if fence || in_code {
            lines.push(format!(" {paragraph}").trim_end().to_owned());
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            // At the start of a line Markdown would take it for a list, a heading or a quote.
            let keep =
                word.starts_with(['-', '+', '*', '#', '>']) || word.ends_with(['.', ')']) && word.len() < 4;
            if !line.is_empty() && line.len() + 1 + word.len() > WIDTH && !keep {
                lines.push(std::mem::take(&mut line));
            }
            line.push(' ');
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_wraps_between_words() {
        let text = "word ".repeat(40);
        let lines = lines(&text);
        assert!(lines.len() > 1 && lines.iter().all(|line| line.len() <= WIDTH + 1), "{lines:?}");
        assert_eq!(lines.concat().trim(), text.trim());
    }

    #[test]
    fn code_is_neither_wrapped_nor_moved() {
        let code = format!("```\n    {}\n```", "word ".repeat(40).trim_end());
        assert_eq!(
            lines(&code).join("\n"),
            code.lines().map(|line| format!(" {line}")).collect::<Vec<_>>().join("\n")
        );
    }

    #[test]
    fn an_empty_line_stays_empty() {
        assert_eq!(lines("One\n\nTwo"), [" One", "", " Two"]);
    }

    #[test]
    fn a_dash_never_begins_a_line() {
        let text = format!("{} - b", "a".repeat(WIDTH - 1));
        assert_eq!(lines(&text).len(), 2);
        assert!(lines(&text)[0].ends_with('-'));
    }
}
