use crate::api::fence;
use crate::api::options::{CALL, Options};
use wasm_bindgen::prelude::*;

/// Why options that are to be defaults are refused, a `ContactCardError`; `undefined` when they are good. Whoever calls
/// keeps them, and passes them with each call.
// Not a `Result`: throwing takes glue that nothing else needs.
#[wasm_bindgen]
#[must_use]
pub fn refusal(options: &JsValue) -> JsValue {
    fence::call_now(&|| Options::read(options, &JsValue::UNDEFINED, CALL).map(drop))
}
