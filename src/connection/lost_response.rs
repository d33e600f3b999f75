//! Notices a response that the BX24 library does not pass on. Its callback never comes after a 5xx, a response that is not
//! JSON, or a request that failed (docs/bx24.md §2).
//!
//! Only the request itself tells to which call a response belongs: error events of the window and resource timing entries
//! look alike for all calls of a method. The library creates its `XMLHttpRequest` within `callMethod`. A proxy that stands in
//! for the constructor during that one synchronous call sees the request, and nothing in the page is changed afterwards. The
//! end of the request is then the end of this call and of no other, however many are under way, and whoever made them.
//!
//! A request that the library creates later, because of its own pacing or after a renewal of its token, is not seen: such a
//! call waits for the callback alone.

use crate::connection::bx24_sys::Library;
use crate::connection::javascript::{http_status, parse_json, property};
use crate::error::Error;
use js_sys::{Array, Function, JsString};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = callObserved)]
    fn call_observed(
        library: &Library,
        method: &str,
        parameters: &JsValue,
        callback: &Function,
        on_end: &Function,
    ) -> Result<Option<Array>, JsValue>;
}

/// Observes the request of one call for as long as it lives.
pub(crate) struct LostResponseDetector {
    request: JsValue,
    stop: Function,
}

impl LostResponseDetector {
    /// Calls a method of the library and observes the one request that is created meanwhile; `on_end` is called after its
    /// end. `None` where no request is created, or several are.
    pub(crate) fn call(
        library: &Library,
        method: &str,
        parameters: &JsValue,
        [callback, on_end]: [&Function; 2],
    ) -> Result<Option<Self>, JsValue> {
        let observed = call_observed(library, method, parameters, callback, on_end)?;
        Ok(observed.map(|observed| Self { request: observed.get(0), stop: observed.get(1).unchecked_into() }))
    }

    /// After the end of the request: the error of the call, where the library has nothing to call back for.
    pub(crate) fn verdict(&self) -> Option<Error> {
        let status = http_status(&property(&self.request, "status"));
        let is_lost = match status {
            Some(200..300 | 304 | 400..500) => {
                let text = property(&self.request, "responseText").dyn_into::<JsString>();
                text.is_ok_and(|text| text.length() > 0 && parse_json(&text).map_or(true, |answer| answer.is_null()))
            }
            _ => true,
        };
        is_lost.then(|| Error::lost_response(status))
    }
}

impl Drop for LostResponseDetector {
    fn drop(&mut self) {
        let _ = self.stop.call0(&JsValue::UNDEFINED);
    }
}
