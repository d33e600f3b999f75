//! The crate's JSON to and from serde's.

use bx24_contact_card::card::Json;
use serde_json::{Number, Value};

pub(crate) fn from_value(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(value),
        Value::Number(number) => Json::Number(number.as_f64().expect("JavaScript has one kind of number")),
        Value::String(text) => Json::String(text),
        Value::Array(items) => Json::Array(items.into_iter().map(from_value).collect()),
        Value::Object(entries) => {
            Json::Object(entries.into_iter().map(|(key, value)| (key, from_value(value))).collect())
        }
    }
}

/// As `JSON.stringify` would have it: whole numbers without a fraction, and no negative zero.
pub(crate) fn to_value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Number(to_number(*number)),
        Json::String(text) => Value::String(text.clone()),
        Json::Array(items) => items.iter().map(to_value).collect(),
        Json::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), to_value(value))).collect(),
    }
}

fn to_number(number: f64) -> Number {
    #[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "exact, or it is not taken")]
    if whole as f64 == number && whole.unsigned_abs() < 1 << 53 {
        whole.into()
    } else {
        Number::from_f64(number).expect("JSON has no other numbers")
    }
}
