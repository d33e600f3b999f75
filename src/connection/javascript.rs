//! JSON values between Rust and JavaScript.

use crate::card::Json;
use crate::protocol::{Body, Fields};
use alloc::vec::Vec;
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Of a string that need not pass through Rust.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    pub(crate) fn parse_json(text: &JsValue) -> Result<JsValue, JsValue>;
}

/// Reads an answer. Only what is looked at: the BX24 library adds an `ex` to its answers that contains itself.
pub(crate) fn to_body(answer: &JsValue) -> Body {
    read_fields(answer).map_or(Body::NotJson, Body::Json)
}

fn read_fields(answer: &JsValue) -> Option<Fields> {
    let mut reader = Reader { values: MAX_ANSWER_VALUES, strict: false };
    let mut fields = Fields::default();
    let Fields { result, error, error_description, time } = &mut fields;
    for (name, field) in
        [("result", result), ("error", error), ("error_description", error_description), ("time", time)]
    {
        if answer.is_object() && Object::has_own(answer.unchecked_ref::<Object>(), &name.into()) {
            *field = Some(reader.read(&property(answer, name), MAX_DEPTH)?);
        }
    }
    Some(fields)
}

/// Reads an argument; `None` when some of it is not what JSON can hold, or cannot be read, or is beyond all measure.
#[cfg(feature = "npm")]
pub(crate) fn to_json(argument: &JsValue) -> Option<Json> {
    Reader { values: MAX_ARGUMENT_VALUES, strict: true }.read(argument, MAX_DEPTH)
}

/// Deeper than any answer of a portal, and far from the end of the stack.
const MAX_DEPTH: u32 = 32;
/// More values than any answer of a portal: 50 layouts of 1,000 fields are half of it.
const MAX_ANSWER_VALUES: u32 = 200_000;
/// More values than any card has: 4,000 fields.
#[cfg(feature = "npm")]
pub(crate) const MAX_ARGUMENT_VALUES: u32 = 20_000;

struct Reader {
    /// How many more values are read.
    values: u32,
    /// Whether what JSON cannot hold ends the reading, or is left out as by `JSON.stringify`.
    strict: bool,
}

impl Reader {
    fn read(&mut self, value: &JsValue, depth: u32) -> Option<Json> {
        self.values = self.values.checked_sub(1)?;
        if value.is_null() {
            return Some(Json::Null);
        }
        if let Some(value) = value.as_bool() {
            return Some(Json::Bool(value));
        }
        if let Some(number) = value.as_f64() {
            return (number.is_finite() || !self.strict).then_some(Json::Number(number));
        }
        if let Some(text) = value.as_string() {
            return (!self.strict || is_well_formed(&text, value)).then_some(Json::String(text));
        }
        let depth = depth.checked_sub(1)?;
        // Fails for what is no object, and for a revoked proxy.
        let keys = Reflect::own_keys(value).ok()?;
        if Array::is_array(value) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "what is too much ends the reading"
            )]
            let length = property(value, "length").as_f64()? as u32;
            let items = (0..length).map(|index| self.read(&Reflect::get_u32(value, index).ok()?, depth));
            return items.collect::<Option<_>>().map(Json::Array);
        }
        if self.strict && !is_plain_object(value) {
            return None;
        }
        let mut entries = Vec::new();
        for key in keys.iter() {
            let item = Reflect::get(value, &key).ok()?;
            if item.is_undefined() || (item.is_function() && !self.strict) {
                continue;
            }
            // Set on another object, it would not be a property but what that inherits from.
            let name =
                key.as_string().filter(|name| name != "__proto__" && (!self.strict || is_well_formed(name, &key)));
            match name {
                Some(name) => entries.push((name, self.read(&item, depth)?)),
                None if self.strict => return None,
                None => {}
            }
        }
        Some(Json::Object(entries))
    }
}

/// Whether a text was read as it is: half of a surrogate pair is no character, and was read as another one.
fn is_well_formed(text: &str, value: &JsValue) -> bool {
    JsValue::from_str(text) == *value
}

/// An object literal, of any realm. An instance of a class would hide its properties, as a `Map` does.
pub(crate) fn is_plain_object(value: &JsValue) -> bool {
    let is_root = |prototype: JsValue| prototype_of(&prototype).is_some_and(|next| next.is_null());
    !is_array(value) && prototype_of(value).is_some_and(|prototype| prototype.is_null() || is_root(prototype))
}

pub(crate) fn is_array(value: &JsValue) -> bool {
    // `Array.isArray` throws for a revoked proxy.
    prototype_of(value).is_some() && Array::is_array(value)
}

/// `None` for what is no object, and for a proxy that does not tell.
fn prototype_of(value: &JsValue) -> Option<JsValue> {
    if value.is_object() { Reflect::get_prototype_of(value).ok().map(JsValue::from) } else { None }
}

/// Writes JSON as plain JavaScript objects and arrays; never a `Map`, which the BX24 library sends as nothing.
pub(crate) fn to_javascript(json: &Json) -> Result<JsValue, JsValue> {
    json.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// An own or inherited property, `undefined` when reading it throws.
pub(crate) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// An HTTP status, if that is what it is.
pub(crate) fn http_status(value: &JsValue) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
    value.as_f64().filter(|status| (100.0..600.0).contains(status)).map(|status| status as u16)
}
