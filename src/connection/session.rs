use crate::connection::javascript::{bare_object, property};
use core::fmt;
use js_sys::{Object, Reflect, WeakMap};
use std::thread_local;
use wasm_bindgen::prelude::*;

thread_local! {
    /// Sessions by the object of their connection.
    static SESSIONS: WeakMap = WeakMap::new();
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
    /// The session of an object: a connection that the caller gave, or a library.
    pub(crate) fn of(owner: &JsValue) -> Self {
        let owner = owner.unchecked_ref();
        SESSIONS.with(|sessions| {
            let found = sessions.get(owner);
            if found.is_object() {
                return Self(found.unchecked_into());
            }
            let session = Self::new();
            sessions.set(owner, &session.0);
            session
        })
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
