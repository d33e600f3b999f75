//! Time and chance of a window, a worker or a server.
//!
//! Durations come from `performance.now()`, which nobody can set. It stands still while a machine sleeps, so that dates come from
//! `Date`.

use alloc::string::String;
use js_sys::{Date, Function, Math};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = performance)]
    type Performance;

    #[wasm_bindgen(static_method_of = Performance)]
    fn now() -> f64;

    /// A number in browsers, an object in Node.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// Monotonic milliseconds; those of `Date` where a tool for tests has put a function that tells nothing in the place of `now`.
pub(crate) fn monotonic_now() -> f64 {
    let now = Performance::now();
    if now.is_finite() { now } else { Date::now() }
}

/// Now, in ISO 8601.
pub(crate) fn date() -> String {
    Date::new_0().to_iso_string().into()
}

/// A random number from 0 to 1.
pub(crate) fn jitter() -> f64 {
    Math::random()
}

/// The longest time a timer takes, in milliseconds. A longer one fires at once.
pub(crate) const LONGEST: f64 = 2_147_483_647.0;

/// A timer that is stopped when it is dropped: a timer left running would keep Node alive.
pub(crate) struct Timer(JsValue);

impl Timer {
    /// Calls back after so many milliseconds.
    pub(crate) fn new(callback: &Function, milliseconds: f64) -> Self {
        Self(set_timeout(callback, milliseconds.min(LONGEST)))
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.0);
    }
}
