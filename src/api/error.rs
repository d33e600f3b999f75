use crate::connection::to_javascript;
use crate::error::Error;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/api/error.js")]
extern "C" {
    type ContactCardError;

    #[wasm_bindgen(constructor)]
    fn new(
        kind: &str,
        code: &str,
        description: &str,
        status: Option<u16>,
        method: Option<&str>,
        outcome: &str,
        retryable: bool,
        attempts: u32,
        cause: &JsValue,
        backup: &JsValue,
        secrets: &JsValue,
    ) -> ContactCardError;
}

impl From<Error> for JsValue {
    fn from(mut error: Error) -> Self {
        error_without(&mut error, &Self::UNDEFINED)
    }
}

/// The `ContactCardError` that JavaScript sees, without any of the secrets. It takes the backup.
pub(crate) fn error_without(error: &mut Error, secrets: &JsValue) -> JsValue {
    let backup = error.backup.take().map(|backup| to_javascript(&backup.into_json()));
    let cause = error.cause().and_then(|cause| cause.downcast_ref());
    ContactCardError::new(
        error.kind.name(),
        &error.code,
        &error.description,
        error.status,
        error.method,
        error.outcome.name(),
        error.retryable(),
        error.attempts,
        cause.unwrap_or(&JsValue::UNDEFINED),
        &backup.unwrap_or(JsValue::UNDEFINED),
        secrets,
    )
    .into()
}
