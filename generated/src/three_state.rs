//! Properties of a request body that can be absent, null, or a value.

use serde::{Deserialize, Deserializer};

/// Deserialises a property that is present; serde alone treats null as absent.
pub(crate) fn deserialize<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
