use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// A promise, and the functions that fulfil and reject it.
    #[wasm_bindgen(catch)]
    fn deferred() -> Result<Array, JsValue>;
}

/// A promise, with the functions that settle it.
pub(crate) struct Deferred {
    pub(crate) promise: Promise,
    /// Fulfils the promise with its argument, once; further calls do nothing.
    pub(crate) resolve: Function,
    /// Rejects the promise with its argument, once; further calls do nothing.
    #[cfg_attr(not(feature = "npm"), expect(dead_code, reason = "only promises of the npm package are rejected"))]
    pub(crate) reject: Function,
}

impl Deferred {
    pub(crate) fn new() -> Self {
        let parts = deferred().unwrap_or_default();
        Self {
            promise: parts.get(0).unchecked_into(),
            resolve: parts.get(1).unchecked_into(),
            reject: parts.get(2).unchecked_into(),
        }
    }

    /// Fulfils the promise with `undefined`, so that whatever waits for it is freed.
    pub(crate) fn release(&self) {
        // The function of a promise does not throw.
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }
}
