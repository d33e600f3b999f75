//! JSON values for tests.

use crate::card::Json;

/// An object with these entries.
pub(super) fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
}

/// A string.
pub(super) fn string(value: &str) -> Json {
    Json::String(value.into())
}
