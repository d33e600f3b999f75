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

/// Reads an answer. Only what is looked at: the BX24 library adds an `ex` to its answers that contains itself.
pub(crate) fn to_body(answer: &JsValue) -> Body {
    read_fields(answer).map_or(Body::NotJson, Body::Json)
}

fn read_fields(answer: &JsValue) -> Option<Fields> {
    let mut reader = Reader { values: ANSWER, strict: false };
    let mut fields = Fields::default();
    let Fields { result, error, error_description, time } = &mut fields;
    for (name, field) in
        [("result", result), ("error", error), ("error_description", error_description), ("time", time)]
    {
        if answer.is_object() && Object::has_own(answer.unchecked_ref::<Object>(), &name.into()) {
            *field = Some(reader.read(&property(answer, name), DEPTH)?);
        }
    }
    Some(fields)
}

/// Reads an argument; `None` when some of it is not what JSON can hold, or cannot be read, or is beyond all measure.
#[cfg(feature = "npm")]
pub(crate) fn to_json(argument: &JsValue) -> Option<Json> {
    Reader { values: ARGUMENT, strict: true }.read(argument, DEPTH)
}

/// Deeper than any answer of a portal, and far from the end of the stack.
const DEPTH: u32 = 32;
/// More values than any answer of a portal: 50 layouts of 1,000 fields are half of it.
const ANSWER: u32 = 200_000;
/// More values than any card has: 4,000 fields.
#[cfg(feature = "npm")]
pub(crate) const ARGUMENT: u32 = 20_000;

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
            return (!self.strict || is_whole(&text, value)).then_some(Json::Text(text));
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
            return items.collect::<Option<_>>().map(Json::List);
        }
        if self.strict && !is_plain(value) {
            return None;
        }
        let mut entries = Vec::new();
        for key in keys.iter() {
            let item = Reflect::get(value, &key).ok()?;
            if item.is_undefined() || (item.is_function() && !self.strict) {
                continue;
            }
            // Set on another object, it would not be a property but what that inherits from.
            let name = key.as_string().filter(|name| name != "__proto__" && (!self.strict || is_whole(name, &key)));
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
fn is_whole(text: &str, value: &JsValue) -> bool {
    JsValue::from_str(text) == *value
}

/// An object literal, of any realm. An instance of a class would hide its properties, as a `Map` does.
pub(crate) fn is_plain(value: &JsValue) -> bool {
    let is_root = |prototype: JsValue| prototype_of(&prototype).is_some_and(|next| next.is_null());
    !is_list(value) && prototype_of(value).is_some_and(|prototype| prototype.is_null() || is_root(prototype))
}

pub(crate) fn is_list(value: &JsValue) -> bool {
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
