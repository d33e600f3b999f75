use crate::connection::Clock;
use crate::connection::javascript::Settle;
use alloc::string::String;
use js_sys::{Date, Function};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The clock of a window, a worker or Node.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

#[wasm_bindgen]
extern "C" {
    /// A number in browsers, an object in Node.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

impl Clock for BrowserClock {
    fn now(&self) -> f64 {
        Date::now()
    }

    fn date(&self) -> String {
        date()
    }

    async fn sleep(&self, milliseconds: f64) {
        let (rung, settle) = Settle::new();
        let _timer = Timer::new(settle.function(), milliseconds);
        // It only ever resolves.
        let _ = JsFuture::from(rung).await;
    }

    fn chance(&self) -> f64 {
        js_sys::Math::random()
    }
}

/// Now, in ISO 8601.
pub(crate) fn date() -> String {
    Date::new_0().to_iso_string().into()
}

/// Stops when it is no longer waited for: a timer left running would keep Node alive.
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
