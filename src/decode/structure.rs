//! The bytes of a JSON text outside of its strings.

/// Iterates over the bytes outside of strings, each with its position; the quotes belong to the strings.
///
/// The text need not be JSON, nor UTF-8.
pub(super) struct Structure<'j> {
    json: &'j [u8],
    position: usize,
    in_string: bool,
}

impl<'j> Structure<'j> {
    pub(super) fn of(json: &'j [u8]) -> Self {
        Self { json, position: 0, in_string: false }
    }

    /// Returns whether a string began and did not end, in what was read so far.
    pub(super) fn is_in_string(&self) -> bool {
        self.in_string
    }
}

impl Iterator for Structure<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let position = self.position;
            let byte = *self.json.get(position)?;
            self.position += 1;
            match byte {
                b'"' => self.in_string = !self.in_string,
                b'\\' if self.in_string => self.position += 1,
                _ if self.in_string => {}
                _ => return Some((position, byte)),
            }
        }
    }
}
