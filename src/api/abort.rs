use crate::connection::property;
use crate::portal::{Error, ErrorKind};
use js_sys::Function;
use web_sys::AbortSignal;

/// Listens to the caller's signal for as long as it lives.
pub(crate) struct Listening {
    signal: AbortSignal,
    callback: Function,
}

impl Listening {
    pub(crate) fn new(signal: AbortSignal, callback: Function) -> Self {
        // A signal that takes no listener is one that never aborts.
        let _ = signal.add_event_listener_with_callback("abort", &callback);
        Self { signal, callback }
    }

    /// Fails once the signal is aborted.
    pub(crate) fn check(&self) -> Result<(), Error> {
        refuse_aborted(&self.signal)
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.signal.remove_event_listener_with_callback("abort", &self.callback);
    }
}

/// Refuses a call whose signal is aborted already.
pub(crate) fn refuse_aborted(signal: &AbortSignal) -> Result<(), Error> {
    if property(signal, "aborted").is_truthy() {
        let error = Error::new(ErrorKind::Aborted, "ABORTED", "The call was aborted.");
        return Err(error.caused_by(property(signal, "reason")));
    }
    Ok(())
}
