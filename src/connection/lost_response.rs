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

use crate::connection::bx24_sys::Global;
use crate::connection::javascript::{http_status, parse_json, property};
use crate::error::Error;
use js_sys::{Array, Function, JsString, Object, Proxy, Reflect};
use wasm_bindgen::prelude::*;

/// Observes the request of one call for as long as it lives.
pub(crate) struct LostResponseDetector {
    request: XmlHttpRequest,
    on_end: Function,
}

#[wasm_bindgen]
extern "C" {
    /// An `XMLHttpRequest`.
    #[derive(Clone)]
    type XmlHttpRequest;

    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &XmlHttpRequest, kind: &str, listener: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeEventListener)]
    fn remove_event_listener(this: &XmlHttpRequest, kind: &str, listener: &Function) -> Result<(), JsValue>;
}

/// The name of the constructor, and of the event that ends a request after all others.
const CONSTRUCTOR: &str = "XMLHttpRequest";
const END: &str = "loadend";

impl LostResponseDetector {
    /// Performs `call` and observes the one request that is created meanwhile; `on_end` is called at its end. `None` where
    /// no request is created, or several are.
    pub(crate) fn observe<T>(on_end: &Function, call: impl FnOnce() -> T) -> (T, Option<Self>) {
        let created = Array::new();
        let stand_in = StandIn::install(&created);
        let returned = call();
        drop(stand_in);
        let request = Some(created.get(0)).filter(|request| created.length() == 1 && request.is_object());
        let detector = request.map(|request| {
            let request = request.unchecked_into::<XmlHttpRequest>();
            let _ = request.add_event_listener(END, on_end);
            Self { request, on_end: on_end.clone() }
        });
        (returned, detector)
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
        let _ = self.request.remove_event_listener(END, &self.on_end);
    }
}

/// A proxy in the place of the constructor, until it is dropped.
struct StandIn {
    original: Function,
    handler: Object,
    proxy: JsValue,
    /// Held for as long as the proxy may call it.
    _construct: Construct,
}

type Construct = Closure<dyn Fn(Function, Array) -> Result<JsValue, JsValue>>;

impl StandIn {
    /// `None` where the page has no such constructor, or none that can be replaced and put back.
    fn install(created: &Array) -> Option<Self> {
        let global = Global::object();
        let descriptor = Reflect::get_own_property_descriptor::<Object>(global.unchecked_ref(), &CONSTRUCTOR.into());
        let descriptor = descriptor.ok()?;
        if !property(&descriptor, "writable").is_truthy() {
            return None;
        }
        let original = property(&descriptor, "value").dyn_into::<Function>().ok()?;
        let created = created.clone();
        let construct = Construct::new(move |original: Function, arguments: Array| {
            let request = Reflect::construct(&original, &arguments)?;
            created.push(&request);
            Ok(request)
        });
        let handler = Object::new();
        let _ = Reflect::set(&handler, &CONSTRUCT.into(), construct.as_ref());
        let proxy = Proxy::new(&original, &handler).into();
        let _ = Reflect::set(&global, &CONSTRUCTOR.into(), &proxy);
        Some(Self { original, handler, proxy, _construct: construct })
    }
}

const CONSTRUCT: &str = "construct";

impl Drop for StandIn {
    fn drop(&mut self) {
        // Whoever has kept the proxy has a transparent one.
        let _ = Reflect::delete_property(&self.handler, &CONSTRUCT.into());
        let global = Global::object();
        // What the page has put there meanwhile stays.
        if property(&global, CONSTRUCTOR) == self.proxy {
            let _ = Reflect::set(&global, &CONSTRUCTOR.into(), &self.original);
        }
    }
}
