use crate::connection::Thrown;
use crate::portal::Error;
use alloc::string::ToString;
use core::error::Error as _;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/api/error.js")]
extern "C" {
    type ContactCardError;

    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "its fields")]
    fn new(
        message: &str,
        kind: &str,
        code: &str,
        description: &str,
        status: Option<u16>,
        method: Option<&str>,
        outcome: &str,
        retryable: bool,
        attempts: u32,
        cause: &JsValue,
    ) -> ContactCardError;
}

impl From<Error> for JsValue {
    /// The `ContactCardError` that JavaScript sees.
    fn from(error: Error) -> Self {
        let thrown = error.source().and_then(|source| source.downcast_ref());
        ContactCardError::new(
            &error.to_string(),
            error.kind.name(),
            &error.code,
            &error.description,
            error.status,
            error.method,
            error.outcome.name(),
            error.retryable(),
            error.attempts,
            thrown.map_or(&Self::UNDEFINED, |Thrown(cause)| cause),
        )
        .into()
    }
}
