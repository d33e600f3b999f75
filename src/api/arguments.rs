//! Reads what JavaScript passes. Nothing is coerced: plain typed parameters would turn the user id 2^32 + 5 into 5.

use crate::card::{Card, Scope, UserId};
use crate::connection::Thrown;
use crate::portal::{Error, ErrorKind};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Of a number, a boolean, `null` or `undefined`, none of which can throw.
    #[wasm_bindgen(js_name = String)]
    fn text_of(value: &JsValue) -> String;
}

/// The card meant by `scope` and `userId`; without both, the caller's own.
pub(crate) fn card(scope: &JsValue, user_id: &JsValue) -> Result<Card, Error> {
    let scope = if is_missing(scope) {
        Scope::Personal
    } else {
        let code = scope.as_string();
        code.as_deref().and_then(Scope::from_code).ok_or_else(|| {
            invalid(
                "INVALID_SCOPE",
                &["scope must be 'P' (personal) or 'C' (common to all users), not ", &shown(scope), "."],
            )
        })?
    };
    match (scope, is_missing(user_id)) {
        (Scope::Common, true) => Ok(Card::Common),
        (Scope::Personal, true) => Ok(Card::Personal(None)),
        (Scope::Personal, false) => read_user_id(user_id).map(|user_id| Card::Personal(Some(user_id))),
        (Scope::Common, false) => Err(invalid(
            "USER_ID_OF_COMMON_CARD",
            &["userId must be left out with scope 'C', not ", &shown(user_id), ": a common card belongs to no user."],
        )),
    }
}

fn read_user_id(value: &JsValue) -> Result<UserId, Error> {
    let number = value.as_f64().and_then(|id| UserId::try_from(id).ok());
    number.or_else(|| value.as_string().and_then(|id| id.parse().ok())).ok_or_else(|| {
        let accepted = "userId must be a positive integer up to 2147483647, or its plain decimal string, not ";
        invalid("INVALID_USER_ID", &[accepted, &shown(value), "."])
    })
}

/// The named values of a plain object, those that are `undefined` left out. Anything else is refused, unknown names
/// included: a misspelt option is not to be ignored.
pub(crate) fn named_values(value: &JsValue, what: &str, accepted: &[&str]) -> Result<Vec<(String, JsValue)>, Error> {
    let code = "INVALID_OPTION";
    if !is_plain(value) {
        return Err(invalid(code, &[what, " must be a plain object, not ", &shown(value), "."]));
    }
    let unreadable = |thrown| invalid(code, &[what, " cannot be read."]).caused_by(Thrown(thrown));
    let mut values = Vec::new();
    for key in Reflect::own_keys(value).map_err(unreadable)?.iter() {
        let name = key
            .as_string()
            .filter(|name| accepted.contains(&name.as_str()))
            .ok_or_else(|| invalid(code, &[what, " has no ", &shown(&key), "; it has ", &accepted.join(", "), "."]))?;
        let named = Reflect::get(value, &key).map_err(unreadable)?;
        if !named.is_undefined() {
            values.push((name, named));
        }
    }
    Ok(values)
}

/// An object literal, of any realm. An instance of a class would hide its properties, as a `Map` does.
fn is_plain(value: &JsValue) -> bool {
    let is_root = |prototype: JsValue| prototype_of(&prototype).is_some_and(|next| next.is_null());
    !is_list(value) && prototype_of(value).is_some_and(|prototype| prototype.is_null() || is_root(prototype))
}

fn is_list(value: &JsValue) -> bool {
    // `Array.isArray` throws for a revoked proxy.
    prototype_of(value).is_some() && Array::is_array(value)
}

/// `None` for what is no object, and for a proxy that does not tell.
fn prototype_of(value: &JsValue) -> Option<JsValue> {
    if value.is_object() { Reflect::get_prototype_of(value).ok().map(JsValue::from) } else { None }
}

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// An error about an argument; nothing was sent.
pub(crate) fn invalid(code: &'static str, description: &[&str]) -> Error {
    Error::new(ErrorKind::InvalidArgument, code, description.concat())
}

/// The longest string that is shown, in characters: a webhook passed by mistake is longer, and a secret.
const SHOWN: u32 = 16;

/// A value as a message shows it.
pub(crate) fn shown(value: &JsValue) -> String {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return if text.length() > SHOWN {
            ["a string of ", &text.length().to_string(), " characters"].concat()
        } else {
            ["\"", &String::from(text), "\""].concat()
        };
    }
    let kind = if value.is_symbol() {
        "a symbol"
    } else if value.is_function() {
        "a function"
    } else if is_list(value) {
        "an array"
    } else if value.is_object() {
        "an object"
    } else if value.is_bigint() {
        "a bigint"
    } else {
        return text_of(value);
    };
    kind.into()
}
