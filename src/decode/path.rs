//! Finds the JSON path of a position that is known by line and column.

#[cfg(test)]
mod tests;

use std::fmt::Write;
use std::ops::Range;

/// The longest path, in segments. serde_json decodes no deeper, but skips ignored values of any depth, and
/// the path must stay bounded whatever the response.
const DEPTH_LIMIT: usize = 128;

/// A list or an object around the position.
enum Open {
    /// The index of the current item.
    List(usize),
    /// The range of the current key, once its colon was read.
    Object(Option<Range<usize>>),
}

/// Returns the path of the innermost value that ends or begins at the position, or else contains it, for
/// example `[3].user.login`; `.` for the whole.
///
/// serde_json reports the position after the bytes that it has read: the end of a malformed value, or its
/// beginning if a list or an object has the wrong type. The text need not be well-formed. Not generic, unlike
/// a deserializer that tracks its path, which would be compiled a second time for each model. `shown` returns what is
/// shown of a key.
pub(super) fn path(json: &[u8], line: usize, column: usize, shown: impl Fn(&str) -> &str) -> String {
    let position_of_error = offset(json, line, column);
    let mut open: Vec<Open> = Vec::new();
    let mut deeper = 0_usize;
    let mut string = None;
    let mut position = 0;
    while let Some(byte) = json.get(position).filter(|_| position < position_of_error) {
        let begin = position;
        position += 1;
        match byte {
            b'"' => {
                position = end_of_string(json, position);
                string = Some(begin..position);
            }
            b'[' | b'{' if open.len() == DEPTH_LIMIT => deeper += 1,
            b']' | b'}' if deeper > 0 => deeper -= 1,
            _ if deeper > 0 => {}
            b'[' => open.push(Open::List(0)),
            b'{' => open.push(Open::Object(None)),
            b']' | b'}' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(key)) => *key = None,
                None => {}
            },
            b':' => {
                if let Some(Open::Object(key @ None)) = open.last_mut() {
                    *key = string.take();
                }
            }
            _ => {}
        }
    }
    written(json, &open, shown)
}

/// Returns the offset of a position, in bytes.
fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let begins = |(position, byte): (usize, &u8)| (*byte == b'\n').then_some(position + 1);
    let start = match line {
        0 => return 0,
        1 => Some(0),
        line => json.iter().enumerate().filter_map(begins).nth(line - 2),
    };
    start.unwrap_or(json.len()).saturating_add(column).min(json.len())
}

/// Returns the end of a string that begins before `position`, its closing quote included.
fn end_of_string(json: &[u8], mut position: usize) -> usize {
    while let Some(byte) = json.get(position) {
        position += match byte {
            b'"' => return position + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    json.len()
}

fn written(json: &[u8], open: &[Open], shown: impl Fn(&str) -> &str) -> String {
    let mut path = String::new();
    for open in open {
        match open {
            // Writing to a string does not fail.
            Open::List(index) => drop(write!(path, "[{index}]")),
            Open::Object(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                let key = json.get(key.clone()).unwrap_or_default();
                path.push_str(serde_json::from_slice::<String>(key).as_deref().map_or("?", &shown));
            }
            Open::Object(None) => {}
        }
    }
    if path.is_empty() { ".".to_owned() } else { path }
}
