use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};

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
        // Not `Function::default()`: it evaluates a string, which a Content Security Policy forbids.
        let mut settle = [JsValue::UNDEFINED.unchecked_into(), JsValue::UNDEFINED.unchecked_into()];
        let promise = Promise::new(&mut |resolve, reject| settle = [resolve, reject]);
        let [resolve, reject] = settle;
        Self { promise, resolve, reject }
    }

    /// Fulfils the promise with `undefined`, so that whatever waits for it is freed.
    pub(crate) fn release(&self) {
        // The function of a promise does not throw.
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }
}
