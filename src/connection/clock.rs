//! Time and chance of a window, a worker or a server.
//!
//! Durations come from `performance.now()`, which nobody can set, and dates from it and `performance.timeOrigin`.

use crate::connection::javascript::property;
use alloc::string::String;
use js_sys::{Date, Function, Math};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = performance)]
    type Performance;

    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: JsValue;

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;

    /// A number in browsers, an object in Node.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// Monotonic milliseconds.
pub(crate) fn monotonic_now() -> f64 {
    performance_now()
}

/// Now, in ISO 8601.
pub(crate) fn date() -> String {
    let origin = PERFORMANCE.with(|performance| property(performance, "timeOrigin")).as_f64().unwrap_or_default();
    Date::new(&(origin + performance_now()).into()).to_iso_string().into()
}

/// A random number from 0 to 1.
pub(crate) fn jitter() -> f64 {
    Math::random()
}

/// A timer that is stopped when it is dropped: a timer left running would keep Node alive.
pub(crate) struct Timer(JsValue);

impl Timer {
    /// Calls back after so many milliseconds.
    pub(crate) fn new(callback: &Function, milliseconds: f64) -> Self {
        Self(set_timeout(callback, milliseconds))
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.0);
    }
}
