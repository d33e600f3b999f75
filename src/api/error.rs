use crate::connection::{Thrown, to_javascript};
use crate::portal::Error;
use alloc::string::ToString;
use core::error::Error as _;
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/api/error.js")]
extern "C" {
    type ContactCardError;

    #[wasm_bindgen(constructor)]
    fn new(message: &str, fields: &JsValue) -> ContactCardError;
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fields<'a> {
    kind: &'a str,
    code: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'a str>,
    outcome: &'a str,
    retryable: bool,
    attempts: u32,
}

impl From<Error> for JsValue {
    /// The `ContactCardError` that JavaScript sees.
    fn from(error: Error) -> Self {
        let fields = to_javascript(&Fields {
            kind: error.kind.name(),
            code: &error.code,
            description: &error.description,
            status: error.status,
            method: error.method,
            outcome: error.outcome.name(),
            retryable: error.retryable(),
            attempts: error.attempts,
        })
        .unwrap_or_else(Self::from);
        if let Some(Thrown(cause)) = error.source().and_then(|source| source.downcast_ref()) {
            // A fresh plain object takes every property.
            let _ = Reflect::set(&fields, &"cause".into(), cause);
        }
        ContactCardError::new(&error.to_string(), &fields).into()
    }
}
