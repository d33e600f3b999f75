//! A PHP value.

use indexmap::IndexMap;
use std::fmt::Write as _;

/// A PHP value. Text is bytes: a query string may hold what is not UTF-8.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Vec<u8>),
    Array(Array),
}

impl Value {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub(crate) fn as_array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// PHP's `===` against a string.
    pub(crate) fn is_exactly(&self, text: &str) -> bool {
        self.as_text() == Some(text.as_bytes())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.as_bytes().to_vec())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value.into_bytes())
    }
}

impl From<Array> for Value {
    fn from(value: Array) -> Self {
        Self::Array(value)
    }
}

/// A key of a PHP array. The text of a decimal integer is that integer: `"5"` and `5` are one key, `"05"` is another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Index(i64),
    Name(Vec<u8>),
}

impl Key {
    /// The key as text, the way it is written to JSON.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Index(index) => index.to_string().into_bytes(),
            Self::Name(name) => name.clone(),
        }
    }
}

impl From<i64> for Key {
    fn from(index: i64) -> Self {
        Self::Index(index)
    }
}

impl From<&[u8]> for Key {
    fn from(name: &[u8]) -> Self {
        std::str::from_utf8(name)
            .ok()
            .and_then(|text| text.parse::<i64>().ok().filter(|index| is_canonical(*index, text)))
            .map_or_else(|| Self::Name(name.to_vec()), Self::Index)
    }
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::from(name.as_bytes())
    }
}

/// Whether `text` is how PHP itself writes `index`; `"-0"`, `"+5"` and `"05"` are not.
fn is_canonical(index: i64, text: &str) -> bool {
    let mut canonical = String::with_capacity(text.len());
    write!(canonical, "{index}").is_ok() && canonical == text
}

/// A PHP array: keys and values in the order they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Array {
    entries: IndexMap<Key, Value>,
    next: i64,
}

impl Array {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn get(&self, key: impl Into<Key>) -> Option<&Value> {
        self.entries.get(&key.into())
    }

    /// PHP's `isset`: there, and not null.
    pub(crate) fn isset(&self, key: impl Into<Key>) -> Option<&Value> {
        self.get(key).filter(|value| !value.is_null())
    }

    /// The value under `key`, made an empty array first if it is not one.
    pub(crate) fn array_at(&mut self, key: &Key) -> &mut Self {
        if !matches!(self.entries.get(key), Some(Value::Array(_))) {
            self.insert(key.clone(), Self::new());
        }
        match self.entries.get_mut(key) {
            Some(Value::Array(array)) => array,
            _ => unreachable!("an array was put there"),
        }
    }

    /// Sets a key; one that is there keeps its place.
    pub(crate) fn insert(&mut self, key: impl Into<Key>, value: impl Into<Value>) {
        let key = key.into();
        if let Key::Index(index) = key {
            self.next = self.next.max(index.saturating_add(1));
        }
        self.entries.insert(key, value.into());
    }

    /// Appends under the next free index.
    pub(crate) fn push(&mut self, value: impl Into<Value>) {
        self.insert(self.next, value);
    }

    pub(crate) fn next_index(&self) -> i64 {
        self.next
    }

    pub(crate) fn remove(&mut self, key: impl Into<Key>) -> Option<Value> {
        self.entries.shift_remove(&key.into())
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.entries.iter()
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        self.entries.values()
    }

    /// Whether the keys are exactly 0..n-1 in order: such an array is a JSON list, an empty one included.
    pub(crate) fn is_list(&self) -> bool {
        self.entries.keys().zip(0..).all(|(key, index)| *key == Key::Index(index))
    }

    /// Takes over the other's entries, as `array_replace` does.
    pub(crate) fn replace(&mut self, other: Self) {
        for (key, value) in other.entries {
            self.insert(key, value);
        }
    }

    /// A copy with upper-case names, as `array_change_key_case` makes it: of two that meet, the later value wins.
    pub(crate) fn upper_case_keys(&self) -> Self {
        let mut upper = Self::new();
        for (key, value) in self.iter() {
            let key = match key {
                Key::Name(name) => Key::Name(name.to_ascii_uppercase()),
                index @ Key::Index(_) => index.clone(),
            };
            upper.insert(key, value.clone());
        }
        upper
    }
}

impl<K: Into<Key>, V: Into<Value>> FromIterator<(K, V)> for Array {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut array = Self::new();
        for (key, value) in entries {
            array.insert(key, value);
        }
        array
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_an_integer_is_that_integer() {
        for text in ["0", "5", "-7", "9223372036854775807", "-9223372036854775808"] {
            assert_eq!(Key::from(text), Key::Index(text.parse().unwrap()), "{text}");
        }
        for text in ["05", "+5", "-0", " 5", "5 ", "5.0", "", "9223372036854775808"] {
            assert_eq!(Key::from(text), Key::Name(text.as_bytes().to_vec()), "{text}");
        }
    }

    #[test]
    fn only_keys_in_order_make_a_list() {
        let list = |keys: &[i64]| keys.iter().map(|key| (*key, true)).collect::<Array>().is_list();
        assert!(list(&[]));
        assert!(list(&[0, 1, 2]));
        assert!(!list(&[1]));
        assert!(!list(&[1, 0]));
    }

    #[test]
    fn appending_continues_after_the_greatest_index() {
        let mut array = Array::new();
        array.insert(7, true);
        array.push(false);
        assert_eq!(array.get(8), Some(&Value::Bool(false)));
    }
}
