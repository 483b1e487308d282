//! Machine-written regions of hand-written files: the lines between two markers.

use github_secret_scanning_codegen::Region;

/// Returns `text` with the lines of the region between its markers; all other text is unchanged.
///
/// Fails unless each marker is a line of its own, occurs once, and the end follows the start.
pub(crate) fn splice(text: &str, region: &Region) -> Result<String, String> {
    let start = format!("<!-- generated: {} -->", region.name);
    let end = format!("<!-- end of generated: {} -->", region.name);
    let (from, to) = (line_of(text, &start, region)?.end, line_of(text, &end, region)?.start);
    if from > to {
        return Err(format!("in {}, `{end}` comes before `{start}`; swap the two lines", region.path));
    }
    // Markdown parses a table as a paragraph unless an empty line separates it from a comment.
    Ok(format!("{}\n{}\n{}", &text[..from], region.text, &text[to..]))
}

/// Returns the range of the only line that is `marker`, with the end of that line.
fn line_of(text: &str, marker: &str, region: &Region) -> Result<std::ops::Range<usize>, String> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim() == marker {
            found.push(at..at + line.len());
        }
        at += line.len();
    }
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(format!("{} has no line `{marker}`; add it, as spec/README.md describes", region.path)),
        _ => Err(format!("{} has the line `{marker}` {} times; keep one", region.path, found.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<!-- generated: table -->\n";
    const END: &str = "<!-- end of generated: table -->\n";

    fn region() -> Region {
        Region { path: "README.md".to_owned(), name: "table".to_owned(), text: "new\n".to_owned() }
    }

    #[test]
    fn lines_between_the_markers_are_replaced() {
        let text = format!("before\n{START}old\n{END}after");
        let spliced = splice(&text, &region());
        assert_eq!(spliced.as_deref(), Ok(format!("before\n{START}\nnew\n\n{END}after").as_str()));
        assert_eq!(spliced.clone().and_then(|text| splice(&text, &region())), spliced);
    }

    #[test]
    fn missing_duplicate_and_swapped_markers_are_errors() {
        let refused = |text: String| splice(&text, &region()).err().unwrap_or_default();
        assert!(refused(START.to_owned()).contains("no line `<!-- end of generated: table -->`"));
        assert!(refused(END.to_owned()).contains("no line `<!-- generated: table -->`"));
        assert!(refused(format!("{START}{START}{END}")).contains("2 times"));
        assert!(refused(format!("{END}{START}")).contains("swap"));
        assert!(refused(format!("text {START}{END}")).contains("no line"));
    }
}
