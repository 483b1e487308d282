//! Small slices for the tests of the passes.

use crate::read::{Kind, Schema, Slice};

/// A slice of one enum.
pub(crate) fn enum_of(name: &str, values: &[&str]) -> Slice {
    of(name, Kind::Enum(values.iter().map(|text| (*text).to_owned()).collect()))
}

/// A slice of one schema.
pub(crate) fn of(name: &str, kind: Kind) -> Slice {
    let schema = Schema { name: name.to_owned(), file: "test".to_owned(), kind };
    Slice { operations: Vec::new(), schemas: [(name.to_owned(), schema)].into(), api_version: String::new() }
}
