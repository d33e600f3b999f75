use crate::api::fence;
use crate::api::options::Options;
use wasm_bindgen::prelude::*;

/// Checks options that are to be defaults; whoever calls keeps them, and passes them with each call.
///
/// # Errors
///
/// A `ContactCardError` of kind `invalid-argument`.
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(options: &JsValue) -> Result<(), JsValue> {
    fence::call_now(&|| Options::read(options, &JsValue::UNDEFINED).map(drop))
}
