//! Reads what JavaScript passes. Nothing is coerced: plain typed parameters would turn the user id 2^32 + 5 into 5.

use crate::card::{Backup, Card, Json, Layout, Scope, UserId};
use crate::connection::{MAX_ARGUMENT_VALUES, is_array, is_plain_object, property, to_json};
use crate::error::{Error, ErrorKind};
use crate::strings::{concat, decimal};
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{JsString, Object, Reflect, Set, try_iter};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Of a number, a boolean, `null` or `undefined`, none of which can throw.
    #[wasm_bindgen(js_name = String)]
    fn text_of(value: &JsValue) -> String;

    #[wasm_bindgen(catch, js_namespace = Object)]
    fn assign(target: &Object, source: &JsValue) -> Result<JsValue, JsValue>;
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

/// More ids than any portal has users.
const MAX_USER_IDS: u32 = 10_000_000;

/// The users that an iterable names, each once, in its order.
pub(crate) fn user_ids(ids: &JsValue) -> Result<Vec<UserId>, Error> {
    let refused = || invalid(INVALID_USER_IDS, &["userIds must be an iterable of user ids, not ", &shown(ids), "."]);
    // A string is an iterable too, of its digits.
    let iterator = if ids.is_object() { try_iter(ids).ok().flatten() } else { None };
    let distinct = Set::new(&JsValue::UNDEFINED);
    for (index, id) in iterator.ok_or_else(refused)?.enumerate() {
        let id = id.map_err(|thrown| invalid(INVALID_USER_IDS, &["userIds cannot be read."]).caused_by(thrown))?;
        let user = read_user_id(&id).map_err(|error| {
            invalid(&error.code, &["userIds, at index ", &decimal(index as u64), ": ", &error.description])
        })?;
        distinct.add(&user.get().into());
        if index >= MAX_USER_IDS as usize {
            return Err(invalid(INVALID_USER_IDS, &["userIds must be 10000000 at the most."]));
        }
    }
    let mut users = Vec::with_capacity(distinct.size() as usize);
    distinct.for_each(&mut |id, _, _| users.extend(id.as_f64().and_then(|id| UserId::try_from(id).ok())));
    Ok(users)
}

const INVALID_USER_IDS: &str = "INVALID_USER_IDS";

/// The layout that `sections` are.
pub(crate) fn layout(sections: &JsValue) -> Result<Layout, Error> {
    let json = if is_array(sections) { to_json(sections) } else { Some(Json::Null) };
    let json = json.ok_or_else(|| {
        let is_at_fault = |index: &u32| Reflect::get_u32(sections, *index).map_or(true, |it| to_json(&it).is_none());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the length of a list")]
        let length = property(sections, "length").as_f64().unwrap_or_default() as u32;
        match (0..length.min(MAX_ARGUMENT_VALUES)).find(is_at_fault) {
            Some(index) => {
                let index = decimal(index.into());
                invalid(INVALID_LAYOUT, &["Section at index ", &index, " is not made of what JSON can hold."])
            }
            None => {
                invalid(INVALID_LAYOUT, &["The card has more than ", &decimal(MAX_ARGUMENT_VALUES.into()), " values."])
            }
        }
    })?;
    Layout::new(json).map_err(|error| invalid(INVALID_LAYOUT, &[error.message()]))
}

/// The code of every error about a layout.
const INVALID_LAYOUT: &str = "INVALID_LAYOUT";

/// A backup that a reset gave.
pub(crate) fn backup(backup: &JsValue) -> Result<Backup, Error> {
    let refused = |why: [&str; 2]| {
        let end = if why[1].ends_with('.') { "" } else { "." };
        invalid("INVALID_BACKUP", &["backup must be what a reset gave: ", why[0], why[1], end])
    };
    let json = to_json(backup).ok_or_else(|| refused(["not ", &shown(backup)]))?;
    Backup::read(json).map_err(|error| refused(error.parts()))
}

/// The properties of a plain object, each read once, none of them inherited.
pub(crate) struct Properties(Object);

impl Properties {
    /// Anything but a plain object is refused, and so are unknown names: a misspelt option is not to be ignored.
    pub(crate) fn read(object: &JsValue, what: &str, accepted: &[&str]) -> Result<Self, Error> {
        if !is_plain_object(object) {
            return Err(invalid(INVALID_OPTION, &[what, " must be a plain object, not ", &shown(object), "."]));
        }
        let Self(copy) = Self::none();
        assign(&copy, object)
            .map_err(|thrown| invalid(INVALID_OPTION, &[what, " cannot be read."]).caused_by(thrown))?;
        for key in Reflect::own_keys(&copy).unwrap_or_default().iter() {
            if !accepted.iter().any(|name| key == *name) {
                let mut list = String::new();
                for name in accepted {
                    list.push(' ');
                    list.push_str(name);
                }
                return Err(invalid(INVALID_OPTION, &[what, " has no ", &shown(&key), "; it has:", &list, "."]));
            }
        }
        Ok(Self(copy))
    }

    /// No properties.
    pub(crate) fn none() -> Self {
        Self(Object::create(JsValue::NULL.unchecked_ref()))
    }

    /// The value of that name; `undefined` when it is not there.
    pub(crate) fn get(&self, name: &str) -> JsValue {
        property(&self.0, name)
    }
}

/// The code of every error about an option.
pub(crate) const INVALID_OPTION: &str = "INVALID_OPTION";

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// An error about an argument; nothing was sent.
pub(crate) fn invalid(code: &str, description: &[&str]) -> Error {
    Error::new(ErrorKind::InvalidArgument, code, &concat(description))
}

/// The longest string that is shown, in characters: a webhook passed by mistake is longer, and a secret.
const SHOWN: u32 = 16;

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
    } else if value.is_object() {
        "an object"
    } else if value.is_bigint() {
        "a bigint"
    } else {
        return text_of(value);
    };
    kind.into()
}
