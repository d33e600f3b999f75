//! JSON as PHP reads and writes it with the options Bitrix uses.

use super::cast::float_text;
use super::{Array, Key, Value};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// PHP's limit on nested arrays, reading and writing.
const MAX_DEPTH: usize = 512;

/// Reads JSON into arrays; objects become arrays too. None for what PHP refuses.
pub(crate) fn decode(json: &[u8]) -> Option<Value> {
    let mut reader = serde_json::Deserializer::from_slice(json);
    reader.disable_recursion_limit();
    let value = Depth(MAX_DEPTH).deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(value)
}

/// The levels of nesting still allowed.
#[derive(Clone, Copy)]
struct Depth(usize);

impl Depth {
    fn below<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("nested too deeply"))
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Int(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        #[expect(clippy::cast_precision_loss, reason = "PHP makes a float of an integer that is too large")]
        Ok(i64::try_from(value).map_or(Value::Float(value as f64), Value::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // `-0` is read as a float here and as the integer 0 by PHP.
        let negative_zero = value == 0.0 && value.is_sign_negative();
        Ok(if negative_zero { Value::Int(0) } else { Value::Float(value) })
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut array = Array::new();
        while let Some(value) = sequence.next_element_seed(below)? {
            array.push(value);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut array = Array::new();
        while let Some(key) = map.next_key::<String>()? {
            array.insert(Key::from(key.as_str()), map.next_value_seed(below)?);
        }
        Ok(Value::Array(array))
    }
}

/// Text that is not UTF-8, or nesting beyond PHP's limit: `json_encode` fails.
#[derive(Debug, PartialEq)]
pub(crate) struct WrongEncoding;

/// Writes JSON with `JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT`: slashes escaped, everything beyond
/// ASCII as `\uXXXX`, an array with the keys 0..n-1 as a list.
pub(crate) fn encode(value: &Value) -> Result<Vec<u8>, WrongEncoding> {
    let mut json = Vec::new();
    write(&mut json, value, MAX_DEPTH)?;
    Ok(json)
}

fn write(json: &mut Vec<u8>, value: &Value, depth: usize) -> Result<(), WrongEncoding> {
    match value {
        Value::Null => json.extend(b"null"),
        Value::Bool(value) => json.extend(value.to_string().bytes()),
        Value::Int(value) => json.extend(value.to_string().bytes()),
        Value::Float(value) if value.is_finite() => json.extend(float_text(*value, 'e').bytes()),
        Value::Float(_) => return Err(WrongEncoding),
        Value::Text(text) => write_text(json, text)?,
        Value::Array(array) => write_array(json, array, depth.checked_sub(1).ok_or(WrongEncoding)?)?,
    }
    Ok(())
}

fn write_array(json: &mut Vec<u8>, array: &Array, depth: usize) -> Result<(), WrongEncoding> {
    let list = array.is_list();
    json.push(if list { b'[' } else { b'{' });
    for (position, (key, value)) in array.iter().enumerate() {
        if position > 0 {
            json.push(b',');
        }
        if !list {
            write_text(json, &key.to_bytes())?;
            json.push(b':');
        }
        write(json, value, depth)?;
    }
    json.push(if list { b']' } else { b'}' });
    Ok(())
}

fn write_text(json: &mut Vec<u8>, text: &[u8]) -> Result<(), WrongEncoding> {
    let text = std::str::from_utf8(text).map_err(|_| WrongEncoding)?;
    json.push(b'"');
    for character in text.chars() {
        match character {
            '<' | '>' | '&' | '\'' | '"' => json.extend(format!("\\u{:04X}", u32::from(character)).bytes()),
            '/' => json.extend(b"\\/"),
            '\\' => json.extend(b"\\\\"),
            '\u{8}' => json.extend(b"\\b"),
            '\u{c}' => json.extend(b"\\f"),
            '\n' => json.extend(b"\\n"),
            '\r' => json.extend(b"\\r"),
            '\t' => json.extend(b"\\t"),
            ' '..='\u{7f}' => json.extend(character.to_string().bytes()),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    json.extend(format!("\\u{unit:04x}").bytes());
                }
            }
        }
    }
    json.push(b'"');
    Ok(())
}

/// The same with every text in UTF-8, so that it can be written.
pub(crate) fn readable(array: &Array) -> Array {
    let text = |text: &[u8]| String::from_utf8_lossy(text).into_owned().into_bytes();
    let readable_value = |value: &Value| match value {
        Value::Text(bytes) => Value::Text(text(bytes)),
        Value::Array(array) => Value::Array(readable(array)),
        other => other.clone(),
    };
    let readable_key = |key: &Key| match key {
        Key::Name(name) => Key::Name(text(name)),
        index @ Key::Index(_) => index.clone(),
    };
    array.iter().map(|(key, value)| (readable_key(key), readable_value(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rewrite(json: &str) -> String {
        String::from_utf8(encode(&decode(json.as_bytes()).unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn what_html_could_read_is_escaped() {
        assert_eq!(rewrite(r#""<b>'\"&/\\\n\u0001""#), r#""\u003Cb\u003E\u0027\u0022\u0026\/\\\n\u0001""#);
        assert_eq!(rewrite("\"О😀\""), r#""\u041e\ud83d\ude00""#);
    }

    #[test]
    fn keys_decide_between_list_and_object() {
        assert_eq!(rewrite("{}"), "[]");
        assert_eq!(rewrite(r#"{"0":1,"1":2}"#), "[1,2]");
        assert_eq!(rewrite(r#"{"1":1,"0":2}"#), r#"{"1":1,"0":2}"#);
        assert_eq!(rewrite(r#"{"b":1,"a":2,"b":3}"#), r#"{"b":3,"a":2}"#);
    }

    #[test]
    fn depth_is_limited_as_in_php() {
        let nested = |levels: usize| [vec![b'['; levels], vec![b']'; levels]].concat();
        assert!(decode(&nested(512)).is_some());
        assert!(decode(&nested(513)).is_none());
        assert!(decode(&nested(100_000)).is_none());
    }

    #[test]
    fn what_is_not_utf8_cannot_be_written() {
        assert_eq!(encode(&Value::Text(vec![0xFF])), Err(WrongEncoding));
        assert!(decode(b"\"\xFF\"").is_none());
    }

    proptest! {
        #[test]
        fn text_survives_writing_and_reading(text: String) {
            let json = encode(&Value::from(text.as_str())).unwrap();
            prop_assert!(json.is_ascii());
            prop_assert_eq!(decode(&json), Some(Value::from(text.as_str())));
            prop_assert_eq!(serde_json::from_slice::<String>(&json).unwrap(), text);
        }

        #[test]
        fn a_container_is_a_list_only_with_keys_in_order(keys in proptest::collection::vec(0_i64..4, 0..5)) {
            let array: Array = keys.iter().map(|key| (*key, true)).collect();
            let mut seen = keys.clone();
            seen.sort_unstable();
            seen.dedup();
            let mut first_seen: Vec<i64> = Vec::new();
            for key in keys {
                if !first_seen.contains(&key) {
                    first_seen.push(key);
                }
            }
            let in_order = first_seen.iter().zip(0..).all(|(key, index)| *key == index);
            prop_assert_eq!(encode(&Value::Array(array)).unwrap().first() == Some(&b'['), in_order);
        }
    }
}
