use crate::api::fence;
use crate::api::options::Options;
use std::cell::Cell;
use std::thread_local;
use wasm_bindgen::prelude::*;

thread_local! {
    static DEFAULTS: Cell<Options> = Cell::default();
}

/// Sets defaults for the calls that follow. Options that are not named keep what was set before.
///
/// # Errors
///
/// A `ContactCardError` of kind `invalid-argument`; then nothing is changed.
#[wasm_bindgen]
pub fn configure(options: &JsValue) -> Result<(), JsValue> {
    fence::call_now(&|| {
        let options = Options::read(options)?;
        DEFAULTS.set(options.or(DEFAULTS.take()));
        Ok(())
    })
}

/// What was configured.
pub(crate) fn defaults() -> Options {
    let defaults = DEFAULTS.take();
    DEFAULTS.set(defaults.clone());
    defaults
}
