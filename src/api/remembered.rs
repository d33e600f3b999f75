//! What is remembered between calls, for as long as the page lives.

use crate::connection::property;
use crate::portal::{Known, Limit, Pace};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::mem::ManuallyDrop;
use js_sys::{Object, Reflect, WeakMap};
use std::thread_local;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What is known of each connection, by the object that it is known by.
    static REMEMBERED: WeakMap = WeakMap::new();

    /// How fast each portal is asked, by its origin; a page knows few. Never dropped, for that would take code.
    static PACES: Cell<ManuallyDrop<Vec<(String, Pace)>>> = const { Cell::new(ManuallyDrop::new(Vec::new())) };
}

/// Looks at, and changes, how fast a portal is asked.
pub(crate) fn paced<T>(portal: &str, look: impl FnOnce(&mut Pace) -> T) -> T {
    PACES.with(|paces| {
        let mut list = ManuallyDrop::into_inner(paces.take());
        let mut fresh = Pace::new(Limit::CLOUD);
        let known = list.iter_mut().find(|(origin, _)| origin == portal);
        let is_known = known.is_some();
        let seen = look(known.map_or(&mut fresh, |(_, pace)| pace));
        if !is_known {
            list.push((portal.into(), fresh));
        }
        paces.set(ManuallyDrop::new(list));
        seen
    })
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
