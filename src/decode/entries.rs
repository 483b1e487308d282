//! The entries of a JSON list, found without decoding them.

use super::structure::Structure;

/// Why a body has no entries that could be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoEntries {
    NotAList,
    TooMany,
}

/// Returns the bytes of each entry of the list `json`, of which there are at most `most`.
///
/// Looks at strings and brackets alone, so that an entry that is not JSON, or not UTF-8, hides no other.
pub(super) fn split(json: &[u8], most: usize) -> Result<Vec<&[u8]>, NoEntries> {
    let list = json.trim_ascii().strip_prefix(b"[").and_then(|list| list.strip_suffix(b"]"));
    let list = list.ok_or(NoEntries::NotAList)?;
    let mut entries = Vec::new();
    if list.trim_ascii().is_empty() {
        return Ok(entries);
    }
    let (mut start, mut depth) = (0, 0_usize);
    let mut structure = Structure::of(list);
    for (at, byte) in structure.by_ref() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.checked_sub(1).ok_or(NoEntries::NotAList)?,
            b',' if depth == 0 => {
                push(&mut entries, &list[start..at], most)?;
                start = at + 1;
            }
            _ => {}
        }
    }
    if structure.is_in_string() || depth > 0 {
        return Err(NoEntries::NotAList);
    }
    push(&mut entries, &list[start..], most)?;
    Ok(entries)
}

fn push<'j>(entries: &mut Vec<&'j [u8]>, entry: &'j [u8], most: usize) -> Result<(), NoEntries> {
    let entry = entry.trim_ascii();
    if entry.is_empty() {
        return Err(NoEntries::NotAList);
    }
    if entries.len() == most {
        return Err(NoEntries::TooMany);
    }
    entries.push(entry);
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    use super::*;

    fn texts(json: &[u8]) -> Option<Vec<String>> {
        let entries = split(json, 100).ok()?;
        Some(entries.into_iter().map(|entry| String::from_utf8_lossy(entry).into_owned()).collect())
    }

    #[test]
    fn commas_and_brackets_in_an_entry_do_not_end_it() {
        let json = br#" [ {"a":[1,2],"b":"x,]\"}\\"} , "]," ,3] "#;
        assert_eq!(texts(json).unwrap(), [r#"{"a":[1,2],"b":"x,]\"}\\"}"#, r#""],""#, "3"]);
        assert_eq!(texts(b"[ ]").unwrap(), [""; 0]);
    }

    #[test]
    fn an_entry_that_is_no_json_hides_no_other() {
        assert_eq!(texts(b"[1,nonsense,{\"a\" 1},2]").unwrap(), ["1", "nonsense", "{\"a\" 1}", "2"]);
        assert_eq!(texts(b"[1,\"\xff\",2]").unwrap(), ["1", "\"\u{fffd}\"", "2"]);
    }

    #[test]
    fn anything_but_a_list_is_refused() {
        for json in
            ["", "[", "]", "{}", "null", "[1", "[1,]", "[,1]", "[1] x", "[1] [2]", "[[1]", "[\"a]", "[1]]"]
        {
            assert_eq!(split(json.as_bytes(), 9), Err(NoEntries::NotAList), "{json}");
        }
    }

    #[test]
    fn a_list_of_more_entries_than_allowed_is_refused() {
        assert_eq!(split(b"[1,2,3]", 3).map(|entries| entries.len()), Ok(3));
        assert_eq!(split(b"[1,2,3,4]", 3), Err(NoEntries::TooMany));
    }

    proptest! {
        #[test]
        fn a_valid_list_has_the_entries_that_serde_finds(json in "[\\[\\]{},:\"\\\\ a1]{0,24}") {
            if let Ok(raw) = serde_json::from_str::<Vec<&RawValue>>(&json) {
                let expected: Vec<_> = raw.iter().map(|entry| entry.get().as_bytes()).collect();
                prop_assert_eq!(split(json.as_bytes(), 100), Ok(expected));
            }
        }

        #[test]
        fn any_bytes_are_split_without_a_panic(json in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = split(&json, 9);
            let _ = split(&[b"[", &json[..], b"]"].concat(), 9);
        }
    }
}
