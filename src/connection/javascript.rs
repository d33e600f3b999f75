//! JSON values between Rust and JavaScript, and promises that can be given up.

use crate::card::Json;
use crate::portal::{Body, Fields};
use alloc::vec::Vec;
use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// Settles a promise that nobody waits for any more, so that whatever waits for it inside is freed.
pub(crate) struct Settle(Function);

impl Settle {
    /// A promise, and what settles it: its function when called, or its own end.
    pub(crate) fn new() -> (Promise, Self) {
        let (promise, [resolve, _]) = deferred();
        (promise, Self(resolve))
    }

    /// The function. It settles the promise once, with its argument; further calls do nothing.
    pub(crate) const fn function(&self) -> &Function {
        &self.0
    }
}

impl Drop for Settle {
    fn drop(&mut self) {
        // The function of a promise cannot throw.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// A promise, and the two functions that resolve and reject it.
pub(crate) fn deferred() -> (Promise, [Function; 2]) {
    // Not `Function::default()`: it evaluates a text, which a Content Security Policy forbids.
    let mut settle = [JsValue::UNDEFINED.unchecked_into(), JsValue::UNDEFINED.unchecked_into()];
    let promise = Promise::new(&mut |resolve, reject| settle = [resolve, reject]);
    (promise, settle)
}

/// Whether a promise was kept, and with what it was settled.
pub(crate) fn settled(result: Result<JsValue, JsValue>) -> (bool, JsValue) {
    match result {
        Ok(value) => (true, value),
        Err(reason) => (false, reason),
    }
}

/// Deeper than any answer of a portal, and far from the end of the stack.
const DEPTH: u32 = 32;
/// More values than any answer of a portal: 50 layouts of 1,000 fields are half of it.
const VALUES: u32 = 200_000;

/// Reads an answer. Only what is looked at: the BX24 library adds an `ex` to its answers that contains itself.
pub(crate) fn to_body(answer: &JsValue) -> Body {
    read_fields(answer).map_or(Body::NotJson, Body::Json)
}

fn read_fields(answer: &JsValue) -> Option<Fields> {
    let mut values = VALUES;
    let mut fields = Fields::default();
    let Fields { result, error, error_description, time } = &mut fields;
    for (name, field) in
        [("result", result), ("error", error), ("error_description", error_description), ("time", time)]
    {
        if answer.is_object() && Object::has_own(answer.unchecked_ref::<Object>(), &name.into()) {
            *field = Some(read(&property(answer, name), DEPTH, &mut values)?);
        }
    }
    Some(fields)
}

fn read(value: &JsValue, depth: u32, values: &mut u32) -> Option<Json> {
    *values = values.checked_sub(1)?;
    if value.is_null() {
        return Some(Json::Null);
    }
    if let Some(value) = value.as_bool() {
        return Some(Json::Bool(value));
    }
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    let depth = depth.checked_sub(1)?;
    let keys = Reflect::own_keys(value).ok()?;
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in value.unchecked_ref::<Array>().iter() {
            items.push(read(&item, depth, values)?);
        }
        return Some(Json::List(items));
    }
    let mut entries = Vec::new();
    for key in keys.iter() {
        let item = Reflect::get(value, &key).ok()?;
        let Some(key) = key.as_string() else { continue };
        // As JSON.stringify does: what JSON cannot hold is left out.
        if !item.is_undefined() && !item.is_function() {
            entries.push((key, read(&item, depth, values)?));
        }
    }
    Some(Json::Object(entries))
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
