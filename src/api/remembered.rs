use crate::connection::property;
use crate::portal::Known;
use js_sys::{Object, Reflect, WeakMap};
use std::thread_local;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What is known of each connection, by the object that it is known by.
    static REMEMBERED: WeakMap = WeakMap::new();
}

const ITEMS_ONLY: &str = "itemsOnly";
const FREE_AT: &str = "freeAt";

/// Looks at, and adds to, what is known of a connection.
pub(crate) fn known<T>(owner: &JsValue, look: impl FnOnce(&mut Known) -> T) -> T {
    REMEMBERED.with(|remembered| {
        let owner = owner.unchecked_ref();
        let found = remembered.get(owner);
        let items_only = property(&found, ITEMS_ONLY).is_truthy();
        let mut known = Known { items_only, free_at: property(&found, FREE_AT).as_f64() };
        let seen = look(&mut known);
        let now = Object::new();
        // A plain object takes every property.
        let _ = Reflect::set(&now, &ITEMS_ONLY.into(), &known.items_only.into());
        let _ = Reflect::set(&now, &FREE_AT.into(), &known.free_at.into());
        remembered.set(owner, &now);
        seen
    })
}
