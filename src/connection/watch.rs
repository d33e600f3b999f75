//! Notices what the BX24 library keeps to itself. Its callback never comes after a 5xx, an answer that is not JSON, a
//! failed request or a failed renewal of the token (BX24 facts §2).
//!
//! Two things are told to anybody on the page. The library throws `Query error!`, which ends as an `error` event of the
//! window, its text muted where the script is from another origin. And the browser keeps a resource timing entry of each
//! request that ended, at the time of that event (measured in Chromium 156, Firefox 140 and WebKit 2.50; WebKit has none
//! of a request that failed). Neither is tied to one call: so a lost answer is asked for again, where that can be done.

use crate::connection::browser_clock::Timer;
use crate::connection::javascript::{http_status, property};
use crate::portal::Error;
use crate::text::joined;
use alloc::string::String;
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

/// How far apart an error event and its entry may be, in milliseconds: they come within one.
const TOGETHER: f64 = 50.0;
/// What an ended request gets, in milliseconds, for its callback or for the renewal of a token.
const CALLBACK_FOLLOWS: f64 = 1500.0;
/// With so many requests the library has renewed a token that the portal will not take.
const ENDLESS: u32 = 3;

/// Watches over one call of the library for as long as it lives.
pub(crate) struct Watch {
    url: String,
    since: f64,
    ended: u32,
    /// When the last entry came, and the last error.
    ended_at: f64,
    threw_at: f64,
    status: Option<u16>,
    on_error: Function,
    observer: Option<PerformanceObserver>,
    after_error: Option<Timer>,
    after_entry: Option<Timer>,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = addEventListener)]
    fn add_event_listener(kind: &str, listener: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = removeEventListener)]
    fn remove_event_listener(kind: &str, listener: &Function) -> Result<(), JsValue>;

    type PerformanceObserver;

    #[wasm_bindgen(constructor, catch)]
    fn new(callback: &Function) -> Result<PerformanceObserver, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn observe(this: &PerformanceObserver, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn disconnect(this: &PerformanceObserver);

    type Entries;

    #[wasm_bindgen(method, catch, js_name = getEntriesByName)]
    fn by_name(this: &Entries, url: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(catch, js_namespace = performance)]
    fn now() -> Result<f64, JsValue>;
}

impl Watch {
    /// Begins before the library is called. `on_error` is called with each error event of the window, `on_entries` with
    /// lists of resource timing entries.
    pub(crate) fn new(portal: &str, method: &str, on_error: Function, on_entries: &Function) -> Self {
        let _ = add_event_listener("error", &on_error);
        let observer = PerformanceObserver::new(on_entries).ok();
        if let Some(observer) = &observer {
            let options = Object::new();
            let _ = Reflect::set(&options, &"type".into(), &"resource".into());
            let _ = observer.observe(&options);
        }
        let (url, since) = (joined(&[portal, "/rest/", method, ".json"]), now().unwrap_or_default());
        let (ended_at, threw_at) = (f64::NEG_INFINITY, f64::INFINITY);
        let (after_error, after_entry) = (None, None);
        Self { url, since, ended: 0, ended_at, threw_at, status: None, on_error, observer, after_error, after_entry }
    }

    /// The window has an error: [`is_lost`](Self::is_lost) is to be asked when `judge` is called, if it may be the library's.
    pub(crate) fn error(&mut self, event: &JsValue, judge: &Function) {
        let Ok(message) = property(event, "message").dyn_into::<JsString>() else { return };
        if message == "Script error." || message.includes("Query error!", 0) {
            self.threw_at = now().unwrap_or_default();
            self.after_error = Some(Timer::new(judge, TOGETHER));
        }
    }

    /// Requests have ended: if one was of this call, its answer is lost when `give_up` is called.
    pub(crate) fn entries(&mut self, list: &JsValue, give_up: &Function) {
        let before = self.ended;
        for entry in list.unchecked_ref::<Entries>().by_name(&self.url).unwrap_or_default().iter() {
            if property(&entry, "startTime").as_f64().is_some_and(|start| start >= self.since) {
                self.ended = self.ended.saturating_add(1);
                self.ended_at = now().unwrap_or_default();
                self.status = http_status(&property(&entry, "responseStatus"));
            }
        }
        if self.ended > before {
            let pause = if self.ended < ENDLESS { CALLBACK_FOLLOWS } else { 0.0 };
            self.after_entry = Some(Timer::new(give_up, pause));
        }
    }

    /// Whether the error was of this call: a request of it ended together with it. An engine that keeps no entries of
    /// failed requests does not tell; those that do tell statuses.
    pub(crate) fn is_lost(&self) -> bool {
        let entry = property(&js_sys::global(), "PerformanceResourceTiming");
        let keeps_failures = Reflect::has(&property(&entry, "prototype"), &"responseStatus".into()).unwrap_or(false);
        (self.ended_at - self.threw_at).abs() <= TOGETHER || !keeps_failures
    }

    /// What the call fails with.
    pub(crate) fn lost(&self) -> Error {
        Error::lost(self.status)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = remove_event_listener("error", &self.on_error);
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
