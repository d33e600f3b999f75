use alloc::string::String;
use alloc::vec::Vec;
use core::mem;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A JSON value, as the portal sends and takes them.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number; JavaScript has one kind.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, its keys in the order they came.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under `key` of an object; `None` when there is no such key or this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match self {
            Self::Object(entries) => entries.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The same, moved out; `null` is left in its place.
    pub fn take(&mut self, key: &str) -> Option<Self> {
        self.get_mut(key).map(|value| mem::replace(value, Self::Null))
    }

    /// Adds an entry to an object; to anything else, nothing.
    // Not inlined: copies of it would be a tenth of the code that reads a layout.
    #[inline(never)]
    pub(crate) fn put(&mut self, key: &str, value: Self) {
        if let Self::Object(entries) = self {
            entries.push((key.into(), value));
        }
    }

    /// The text of the string under `key`, empty when there is none.
    pub(crate) fn string_at(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Self::String(text)) => text,
            _ => "",
        }
    }

    /// The items of a list; anything else has none.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
