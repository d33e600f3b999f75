use crate::connection::{Session, property};
use crate::error::Error;
use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// `shared` is what the calls of the signal have in common.
    #[wasm_bindgen(catch)]
    fn listen(signal: &JsValue, shared: &JsValue, call: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch)]
    fn unlisten(signal: &JsValue, shared: &JsValue, call: &Function) -> Result<(), JsValue>;
}

/// Listens to the caller's signal for as long as it lives.
pub(crate) struct AbortListener {
    signal: JsValue,
    session: Session,
    callback: Function,
}

impl AbortListener {
    pub(crate) fn new(signal: JsValue, callback: Function) -> Self {
        let session = Session::of(&signal, "");
        // A signal that takes no listener is still looked at before each effect.
        let _ = listen(&signal, session.object(), &callback);
        Self { signal, session, callback }
    }

    /// The error of a call whose signal is aborted, with the signal's reason.
    pub(crate) fn error(&self) -> Option<Error> {
        let is_aborted = property(&self.signal, "aborted").is_truthy();
        is_aborted.then(|| Error::aborted().caused_by(property(&self.signal, "reason")))
    }
}

impl Drop for AbortListener {
    fn drop(&mut self) {
        let _ = unlisten(&self.signal, self.session.object(), &self.callback);
    }
}
