use crate::connection::property;
use crate::error::Error;
use js_sys::Function;
use web_sys::AbortSignal;

/// Listens to the caller's signal for as long as it lives.
pub(crate) struct AbortListener {
    signal: AbortSignal,
    callback: Function,
}

impl AbortListener {
    pub(crate) fn new(signal: AbortSignal, callback: Function) -> Self {
        // A signal that takes no listener is still looked at before each effect.
        let _ = signal.add_event_listener_with_callback("abort", &callback);
        Self { signal, callback }
    }

    /// The error of a call whose signal is aborted, with the signal's reason.
    pub(crate) fn error(&self) -> Option<Error> {
        let is_aborted = property(&self.signal, "aborted").is_truthy();
        is_aborted.then(|| Error::aborted().caused_by(property(&self.signal, "reason")))
    }
}

impl Drop for AbortListener {
    fn drop(&mut self) {
        let _ = self.signal.remove_event_listener_with_callback("abort", &self.callback);
    }
}
