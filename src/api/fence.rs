//! Keeps a fault of this package from becoming a promise that hangs.
//!
//! A panic aborts, and an abort is a trap: it leaves the module in the middle of whatever it was doing, and the promise
//! of the call pending for ever. Here every step of a call is made through JavaScript, which turns a trap into an
//! exception that can be caught. What the trap left behind is leaked, because dropping it would touch what may be
//! half-written.

use crate::error::Error;
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Reflect)]
    fn apply(step: &mut dyn FnMut(), this: &JsValue, arguments: &Array) -> Result<JsValue, JsValue>;
}

/// Makes one step; a trap in it comes back as the exception JavaScript sees.
pub(crate) fn guarded(step: &mut dyn FnMut()) -> Result<(), JsValue> {
    apply(&mut || step(), &JsValue::UNDEFINED, &Array::new()).map(drop)
}

/// An exported function that has nothing to wait for: its error, or `undefined`.
pub(crate) fn call_now(step: &dyn Fn() -> Result<(), Error>) -> JsValue {
    let mut done = None;
    let fate = guarded(&mut || done = Some(step()));
    match done {
        Some(Ok(())) => JsValue::UNDEFINED,
        Some(Err(error)) => error.into(),
        None => fault(fate.err()).into(),
    }
}

/// The error for a trap.
pub(crate) fn fault(trap: Option<JsValue>) -> Error {
    Error::internal().caused_by(trap.unwrap_or(JsValue::UNDEFINED))
}

/// Panics where the page says so, by the name of a place: its function `contactCardFault` is asked at each.
#[cfg(feature = "faults")]
pub(crate) fn panic_on_demand(place: &str) {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = contactCardFault)]
        fn is_wanted(place: &str) -> bool;
    }
    #[expect(clippy::panic, reason = "it is what this is for")]
    if is_wanted(place) {
        panic!("{place}");
    }
}

/// Nothing, in what is published.
#[cfg(not(feature = "faults"))]
pub(crate) const fn panic_on_demand(_place: &str) {}
