//! JSON values between Rust and JavaScript.

use crate::card::Json;
use crate::error::{Error, ErrorKind};
use crate::protocol::{Body, Fields};
use crate::strings::{self, concat, decimal, has_any, push_hexadecimal};
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// What a URL parser makes of an address, by the name of its property; `None` for what is no address. Of one that is this
    /// machine for browsers alone, `href` is empty elsewhere.
    #[wasm_bindgen(js_name = partOfAddress)]
    pub(super) fn part_of_address(address: &str, name: &str) -> Option<String>;

    /// Defines a property, as an object literal does.
    pub(crate) fn define(object: &JsValue, name: &str, value: &JsValue);
}

#[wasm_bindgen]
extern "C" {
    /// Of a number, a boolean, `null` or `undefined`, none of which can throw.
    #[wasm_bindgen(js_name = String)]
    fn text_of(value: &JsValue) -> String;

    /// The names of an object's own enumerable properties, without symbols.
    #[wasm_bindgen(catch, js_namespace = Object)]
    pub(crate) fn keys(object: &JsValue) -> Result<Array, JsValue>;

    /// Of a string that need not pass through Rust.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    pub(crate) fn parse_json(text: &JsValue) -> Result<JsValue, JsValue>;
}

/// Reads an answer. Only what is looked at: the BX24 library adds an `ex` to its answers that contains itself.
pub(crate) fn to_body(answer: &JsValue) -> Body {
    read_fields(answer).map_or(Body::NotJson, Body::Json)
}

fn read_fields(answer: &JsValue) -> Result<Fields, String> {
    let mut reader = Reader { values: MAX_ANSWER_VALUES, strict: false };
    let mut fields = Fields::default();
    reader.read_field(answer, "result", &mut fields.result)?;
    reader.read_field(answer, "error", &mut fields.error)?;
    reader.read_field(answer, "error_description", &mut fields.error_description)?;
    reader.read_field(answer, "time", &mut fields.time)?;
    Ok(fields)
}

/// Reads an argument of this name by the own enumerable string keys of its objects. The error says which of its values is
/// not what JSON can hold, or cannot be read, or is beyond all measure.
#[cfg(feature = "npm")]
pub(crate) fn to_json(argument: &JsValue, name: &str) -> Result<Json, String> {
    let mut reader = Reader { values: MAX_ARGUMENT_VALUES, strict: true };
    reader.read(argument, None).map_err(|fault| concat(&[name, &fault, "."]))
}

/// Deeper than any answer of a portal, and far from the end of the stack.
const MAX_DEPTH: u32 = 32;
/// More values than any answer of a portal: 50 layouts of 1,000 fields, each with an option, are half of it.
const MAX_ANSWER_VALUES: u32 = 500_000;
/// More values than any card has: 4,000 fields.
#[cfg(feature = "npm")]
const MAX_ARGUMENT_VALUES: u32 = 20_000;

/// So many characters of a text count as one more value.
const LONG_TEXT: u32 = 32;

struct Reader {
    /// How many more values are read. A long text counts as several: what is too much does not enter the module, whose memory
    /// never shrinks.
    values: u32,
    /// Whether what JSON cannot hold ends the reading, or is left out as by `JSON.stringify`.
    strict: bool,
}

/// An object or array that is being read, and what it lies in.
struct Container<'a> {
    value: &'a JsValue,
    outer: Option<&'a Container<'a>>,
    depth: u32,
}

impl Reader {
    fn read_field(&mut self, answer: &JsValue, name: &str, field: &mut Option<Json>) -> Result<(), String> {
        if has_own(answer, name) {
            *field = Some(self.read(&property(answer, name), None)?);
        }
        Ok(())
    }

    /// The error begins with the path to the value at fault. Only the errors about arguments are shown.
    fn read(&mut self, value: &JsValue, outer: Option<&Container<'_>>) -> Result<Json, String> {
        self.values = self.values.checked_sub(1).ok_or(TOO_MANY)?;
        if value.is_null() {
            return Ok(Json::Null);
        }
        if let Some(value) = value.as_bool() {
            return Ok(Json::Bool(value));
        }
        if let Some(number) = value.as_f64().filter(|number| number.is_finite() || !self.strict) {
            return Ok(Json::Number(number));
        }
        if value.is_string() {
            let length = value.unchecked_ref::<JsString>().length();
            self.values = self.values.checked_sub(length / LONG_TEXT).ok_or(TOO_MANY)?;
        }
        if let Some(text) = value.as_string() {
            return if self.strict && !is_well_formed(&text, value) {
                Err(NOT_TEXT.into())
            } else {
                Ok(Json::String(text))
            };
        }
        let is_array = is_array(value);
        if !is_array && !if self.strict { is_plain_object(value) } else { value.is_object() } {
            return Err(concat(&[" is ", &shown(value)]));
        }
        let depth = outer.map_or(0, |outer| outer.depth.saturating_add(1));
        let mut container = outer;
        while let Some(Container { value: around, outer, .. }) = container {
            if depth == MAX_DEPTH || *around == value {
                return Err(" is nested without end".into());
            }
            container = *outer;
        }
        let outer = Some(&Container { value, outer, depth });
        if is_array {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "what is too much ends the reading"
            )]
            let length = property(value, "length").as_f64().unwrap_or_default() as u32;
            self.values.checked_sub(length).ok_or(TOO_MANY)?;
            let mut items = Vec::new();
            for index in 0..length {
                let item = Reflect::get_u32(value, index).map_err(unreadable).and_then(|item| self.read(&item, outer));
                items.push(item.map_err(|fault| concat(&["[", &decimal(index.into()), "]", &fault]))?);
            }
            return Ok(Json::Array(items));
        }
        let keys = keys(value).map_err(unreadable)?;
        self.values.checked_sub(keys.length()).ok_or(TOO_MANY)?;
        let mut entries = Vec::new();
        for key in keys.iter() {
            let name = key.as_string().unwrap_or_default();
            match self.read_property(value, &key, &name, outer) {
                Ok(Some(item)) => entries.push((name, item)),
                Ok(None) => {}
                Err(fault) => {
                    return Err(concat(&[".", strings::shown(&name), &fault]));
                }
            }
        }
        Ok(Json::Object(entries))
    }

    fn read_property(
        &mut self,
        object: &JsValue,
        key: &JsValue,
        name: &str,
        outer: Option<&Container<'_>>,
    ) -> Result<Option<Json>, String> {
        let item = Reflect::get(object, key).map_err(unreadable)?;
        // Set on another object, `__proto__` would not be a property but what that inherits from.
        let is_text = name != "__proto__" && (!self.strict || is_well_formed(name, key));
        if item.is_undefined() || (!self.strict && (item.is_function() || !is_text)) {
            return Ok(None);
        }
        if is_text { self.read(&item, outer).map(Some) } else { Err(NOT_TEXT.into()) }
    }
}

const TOO_MANY: &str = " is one value too many: 20000 are the most";

const NOT_TEXT: &str = " is no text that can be sent";

fn unreadable(_thrown: JsValue) -> String {
    " cannot be read".into()
}

/// Whether a text was read as it is: half of a surrogate pair is no character, and was read as another one.
fn is_well_formed(text: &str, value: &JsValue) -> bool {
    // The first byte of what half a pair is read as. Few texts have it, and to make a string again takes long.
    !has_any(text, &[0xEF]) || JsValue::from_str(text) == *value
}

/// An object literal, of any realm. An object of a class may have its properties elsewhere, as a `Map` does.
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

/// An object that inherits nothing, so that it takes every property and has no others.
pub(crate) fn bare_object() -> Object {
    Object::create(JsValue::NULL.unchecked_ref())
}

/// Appends an item to an array, as an array literal does.
#[cfg(feature = "npm")]
pub(crate) fn append(array: &Array, item: &JsValue) {
    define(array, &decimal(array.length().into()), item);
}

/// Makes plain objects and arrays, never a `Map`, which the BX24 library sends as nothing. It goes by JSON's text, whose
/// properties are defined whatever objects inherit: defined one by one, those of many cards took far longer.
pub(crate) fn to_javascript(json: &Json) -> JsValue {
    parse_json(&to_text(json).into()).unwrap_or_default()
}

/// JSON's text.
pub(super) fn to_text(json: &Json) -> String {
    let mut text = String::new();
    write_json(json, &mut text);
    text
}

fn write_json(json: &Json, text: &mut String) {
    match json {
        Json::String(string) => write_string(string, text),
        Json::Array(items) => {
            let mut before = "[";
            for item in items {
                text.push_str(before);
                write_json(item, text);
                before = ",";
            }
            text.push_str(if before == "[" { "[]" } else { "]" });
        }
        Json::Object(entries) => {
            let mut before = "{";
            for (name, item) in entries {
                text.push_str(before);
                write_string(name, text);
                text.push(':');
                write_json(item, text);
                before = ",";
            }
            text.push_str(if before == "{" { "{}" } else { "}" });
        }
        Json::Null => text.push_str("null"),
        Json::Bool(value) => text.push_str(&text_of(&(*value).into())),
        Json::Number(number) => text.push_str(&text_of(&(*number).into())),
    }
}

fn write_string(string: &str, text: &mut String) {
    text.push('"');
    let mut written = 0;
    for (at, byte) in (0_usize..).zip(string.bytes()) {
        if matches!(byte, 0..0x20 | b'"' | b'\\') {
            text.push_str(string.get(written..at).unwrap_or_default());
            text.push_str("\\u00");
            push_hexadecimal(text, byte);
            written = at.saturating_add(1);
        }
    }
    text.push_str(string.get(written..).unwrap_or_default());
    text.push('"');
}

/// The parameters of a request of the BX24 library. What does not say what `json` says is not sent.
pub(super) fn to_parameters(json: &Json) -> Result<JsValue, Error> {
    let parameters = to_javascript(json);
    if says(&parameters, json) { Ok(parameters) } else { Err(not_sent(JsValue::UNDEFINED)) }
}

/// The error of a request that was never sent.
pub(super) fn not_sent(thrown: JsValue) -> Error {
    Error::new(ErrorKind::Internal, "NOT_SENT", "The request could not be made.").caused_by(thrown)
}

/// Whether a value says the same as JSON, by nothing but its own properties.
fn says(value: &JsValue, json: &Json) -> bool {
    match json {
        Json::Array(items) => {
            is_array(value)
                && value.unchecked_ref::<Array>().length() as usize == items.len()
                && items.iter().zip(0..).all(|(item, index)| says(&value.unchecked_ref::<Array>().get(index), item))
        }
        Json::Object(entries) => {
            keys(value).is_ok_and(|keys| keys.length() as usize == entries.len())
                && entries.iter().all(|(name, item)| has_own(value, name) && says(&property(value, name), item))
        }
        Json::String(text) => value.as_string().is_some_and(|value| value == *text),
        Json::Number(number) => value.as_f64() == Some(*number),
        Json::Bool(is) => value.as_bool() == Some(*is),
        Json::Null => value.is_null(),
    }
}

fn has_own(object: &JsValue, name: &str) -> bool {
    object.is_object() && Object::has_own(object.unchecked_ref::<Object>(), &name.into())
}

/// An own or inherited property, `undefined` when reading it throws.
pub(crate) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// The longest string that is shown, in characters: a secret passed by mistake is longer.
const SHOWN: u32 = 8;

/// A value as a message shows it.
pub(crate) fn shown(value: &JsValue) -> String {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return if text.length() > SHOWN {
            concat(&["a string of ", &decimal(text.length().into()), " characters"])
        } else {
            concat(&["\"", &String::from(text), "\""])
        };
    }
    let kind = if value.is_symbol() {
        "a symbol"
    } else if value.is_function() {
        "a function"
    } else if is_array(value) {
        "an array"
    } else if is_plain_object(value) {
        "an object"
    } else if value.is_object() {
        "an object of a class"
    } else if value.is_bigint() {
        "a bigint"
    } else {
        return text_of(value);
    };
    kind.into()
}

/// The origin of an address as a URL parser writes it: two spellings of one origin become the same. What is no address stays.
pub(crate) fn origin_of(address: &str) -> String {
    part_of_address(address, "origin").unwrap_or_else(|| address.into())
}

/// An HTTP status, if that is what it is.
pub(crate) fn http_status(value: &JsValue) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
    value.as_f64().filter(|status| (100.0..600.0).contains(status)).map(|status| status as u16)
}
