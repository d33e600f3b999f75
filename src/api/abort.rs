use crate::connection::{Settle, Tally, property};
use crate::portal::{Error, ErrorKind};
use core::future::pending;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// Refuses a call whose signal is aborted already.
pub(crate) fn refuse_aborted(signal: Option<&AbortSignal>) -> Result<(), Error> {
    match signal {
        Some(signal) if property(signal, "aborted").is_truthy() => Err(error(signal)),
        _ => Ok(()),
    }
}

/// Fails when the caller's signal is aborted; waits for ever where there is none.
pub(crate) async fn aborted<T>(signal: Option<AbortSignal>, tally: &Tally) -> Result<T, Error> {
    let Some(signal) = signal else { return pending().await };
    let (aborted, settle) = Settle::new();
    let listening = Listening { signal: &signal, settle };
    // A signal that takes no listener is one that never aborts.
    let _ = signal.add_event_listener_with_callback("abort", listening.settle.function());
    let _ = JsFuture::from(aborted).await;
    Err(tally.sign(error(&signal)))
}

struct Listening<'a> {
    signal: &'a AbortSignal,
    settle: Settle,
}

impl Drop for Listening<'_> {
    fn drop(&mut self) {
        let _ = self.signal.remove_event_listener_with_callback("abort", self.settle.function());
    }
}

fn error(signal: &JsValue) -> Error {
    Error::new(ErrorKind::Aborted, "ABORTED", "The call was aborted.").caused_by(property(signal, "reason"))
}
