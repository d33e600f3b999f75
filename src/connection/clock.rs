//! Time and chance of a window, a worker or a server.
//!
//! Durations come from `performance.now()`, which nobody can set, and dates from it and `performance.timeOrigin`.

use alloc::string::String;
use js_sys::{Date, Function, Math};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = performance)]
    type Performance;

    #[wasm_bindgen(static_method_of = Performance)]
    fn now() -> f64;

    /// Milliseconds since 1970 at which `now()` was 0.
    #[wasm_bindgen(static_method_of = Performance, getter, js_name = timeOrigin)]
    fn time_origin() -> f64;

    /// A number in browsers, an object in Node.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// Monotonic milliseconds.
pub(crate) fn monotonic_now() -> f64 {
    or_wall_clock(Performance::now())
}

/// Now, in ISO 8601.
pub(crate) fn date() -> String {
    let now = or_wall_clock(Performance::time_origin() + Performance::now());
    Date::new(&now.into()).to_iso_string().into()
}

/// Some tools for tests put functions in the place of `performance` that tell nothing.
fn or_wall_clock(milliseconds: f64) -> f64 {
    if milliseconds.is_finite() { milliseconds } else { Date::now() }
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
