use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

/// A JSON value, as the portal sends and takes them.
///
/// It is made of Rust values with `into()` and `collect()`:
///
/// ```
/// use bx24_contact_card::card::Json;
///
/// let options: Json = [("defaultCountry", "GB")].into_iter().collect();
/// assert_eq!(options, Json::Object(vec![("defaultCountry".into(), Json::String("GB".into()))]));
/// assert_eq!(options.get("defaultCountry").and_then(Json::as_str), Some("GB"));
///
/// let list: Json = [1, 2].into_iter().collect();
/// assert_eq!(list, Json::Array(vec![Json::Number(1.0), Json::Number(2.0)]));
/// ```
///
/// It implements serde's `Serialize` and `Deserialize`, for formats that describe themselves, such as JSON. An integer
/// is read as the nearest `f64`, as `JSON.parse` does, and a whole number is written as an integer when an `i32` holds
/// it. An object with two entries of one key is refused.
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
    /// The value of a [`Bool`](Self::Bool).
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The value of a [`Number`](Self::Number).
    #[must_use]
    pub const fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The value of a [`String`](Self::String).
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            _ => None,
        }
    }

    /// The value under `key` of an object. `None` when the object has no such key, or when this is not an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// As [`get`](Self::get); the value can be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match self {
            Self::Object(entries) => entries.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// As [`get`](Self::get); the value is moved out, and `null` is left in its place.
    pub fn take(&mut self, key: &str) -> Option<Self> {
        self.get_mut(key).map(|value| mem::replace(value, Self::Null))
    }

    /// Appends an entry to an object. Does nothing when this is not an object.
    // Not inlined: copies of it would be a tenth of the code that reads a layout.
    #[inline(never)]
    pub(crate) fn put(&mut self, key: &str, value: Self) {
        if let Self::Object(entries) = self {
            entries.push((key.into(), value));
        }
    }

    /// The string under `key`, empty when there is none.
    pub(crate) fn string_at(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Self::String(string)) => string,
            _ => "",
        }
    }

    /// The items of an array. Anything else has none.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Json {
    fn from(string: &str) -> Self {
        Self::String(string.into())
    }
}

impl From<String> for Json {
    fn from(string: String) -> Self {
        Self::String(string)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

/// Collects values into an array.
impl<T: Into<Self>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

/// Collects keys and values into an object.
impl<K: Into<String>, V: Into<Self>> FromIterator<(K, V)> for Json {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_what_it_is_and_as_nothing_else() {
        let read = |value: &Json| {
            (
                value.as_bool(),
                value.as_f64(),
                value.as_str().map(String::from),
                value.get("key").is_some(),
                value.items().len(),
            )
        };
        for (value, expected) in [
            (Json::Null, (None, None, None, false, 0)),
            (true.into(), (Some(true), None, None, false, 0)),
            (false.into(), (Some(false), None, None, false, 0)),
            (0.5.into(), (None, Some(0.5), None, false, 0)),
            ("key".into(), (None, None, Some("key".into()), false, 0)),
            (["key"].into_iter().collect(), (None, None, None, false, 1)),
            ([("key", Json::Null)].into_iter().collect(), (None, None, None, true, 0)),
        ] {
            assert_eq!(read(&value), expected, "{value:?}");
        }
    }

    #[test]
    fn a_value_that_is_taken_leaves_null() {
        let mut object: Json = [("other", 1), ("key", 2)].into_iter().collect();
        assert_eq!(object.take("key"), Some(Json::Number(2.0)));
        assert_eq!(object, [("other", 1.into()), ("key", Json::Null)].into_iter().collect());
        assert_eq!(object.take("missing"), None);
        assert_eq!(Json::Null.take("key"), None);
    }
}
