use crate::connection::javascript::{bare_object, property};
use core::fmt;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// What is remembered of an object, with a portal.
    #[wasm_bindgen(js_name = sessionOf)]
    fn session_of(owner: &JsValue, origin: &str) -> Object;
}

/// What is remembered of a connection for as long as its object lives: a JavaScript object that inherits nothing.
#[derive(Clone)]
pub(crate) struct Session(Object);

/// Without what is remembered: tokens are among it.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    /// The session of an object, a connection that the caller gave or a library, with one portal: a token of one is nobody
    /// else's business, whatever becomes of the object.
    pub(crate) fn of(owner: &JsValue, origin: &str) -> Self {
        Self(session_of(owner, origin))
    }

    /// A session that is shared with nobody.
    pub(crate) fn new() -> Self {
        Self(bare_object())
    }

    /// The object that holds what is remembered.
    pub(crate) fn object(&self) -> &JsValue {
        &self.0
    }

    /// What is remembered under a name; `undefined` where that is nothing.
    pub(crate) fn get(&self, name: &str) -> JsValue {
        property(&self.0, name)
    }

    pub(crate) fn set(&self, name: &str, value: &JsValue) {
        let _ = Reflect::set(&self.0, &name.into(), value);
    }
}
