use crate::card::Json;
use crate::connection::Connection;
use crate::connection::javascript::{Settle, Thrown, http_status, owns, property, to_body, to_javascript, to_json};
use crate::portal::{Body, Error, ErrorKind, Reply};
use alloc::string::ToString;
use alloc::vec;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The BX24 library of a placement (BX24 facts §2).
#[derive(Clone, Debug)]
pub struct Bx24(Library);

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug)]
    type Library;

    #[wasm_bindgen(method, catch, js_name = callMethod)]
    fn call_method(this: &Library, method: &str, parameters: &JsValue, callback: &Function)
    -> Result<JsValue, JsValue>;
}

impl Bx24 {
    /// A library given by the caller; `None` when it cannot call methods.
    #[must_use]
    pub fn new(library: JsValue) -> Option<Self> {
        property(&library, "callMethod").is_function().then(|| Self(library.unchecked_into()))
    }

    /// The page's own library. Outside a portal `BX24` is `null` or not there at all.
    #[must_use]
    pub fn of_page() -> Option<Self> {
        Self::new(property(&js_sys::global(), "BX24"))
    }
}

impl Connection for Bx24 {
    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        let parameters = to_javascript(&parameters).map_err(threw)?;
        let (answer, settle) = Settle::new();
        // The callback may come twice, or after any deadline; or never, so that only the end of `settle` frees it.
        self.0.call_method(method, &parameters, settle.function()).map_err(threw)?;
        let answer = JsFuture::from(answer).await.map_err(threw)?;
        Ok(read(&answer))
    }
}

fn threw(thrown: JsValue) -> Error {
    let description = "BX24.callMethod failed; is the page open inside a portal?";
    Error::new(ErrorKind::NoConnection, "BX24_FAILED", description).in_doubt().caused_by(Thrown(thrown))
}

/// Reads the library's `ajaxResult`. Its `answer` is what the portal sent; a stand-in may have the methods only.
fn read(result: &JsValue) -> Reply {
    let status = http_status(&property(result, "status"));
    let answer = property(result, "answer");
    if owns(&answer, "error") || owns(&answer, "result") {
        return Reply { status, body: to_body(&answer) };
    }
    let error = call(result, "error");
    if error.is_truthy() {
        return read_error(result, &error, status);
    }
    let data = call(result, "data");
    let body = if data.is_undefined() {
        Body::Empty
    } else {
        to_json(&data).map_or(Body::NotJson, |data| Body::Json(Json::Object(vec![("result".to_string(), data)])))
    };
    Reply { status, body }
}

/// Reads an `ajaxError`. It is cyclic and no `Error`, so only the strings it is known by are read.
fn read_error(result: &JsValue, error: &JsValue, status: Option<u16>) -> Reply {
    let inner = property(error, "ex");
    let source = if inner.is_object() { &inner } else { error };
    let text = |value: JsValue| value.as_string().map_or(Json::Null, Json::Text);
    let mut description = property(source, "error_description");
    if !description.is_string() {
        description = call(result, "error_description");
    }
    let entries = vec![
        ("error".to_string(), text(property(source, "error"))),
        ("error_description".to_string(), text(description)),
    ];
    Reply {
        status: status.or_else(|| http_status(&property(error, "status"))),
        body: Body::Json(Json::Object(entries)),
    }
}

/// What a method of `object` returns; `undefined` when there is no such method or it throws.
fn call(object: &JsValue, method: &str) -> JsValue {
    let method = property(object, method);
    method
        .dyn_ref::<Function>()
        .and_then(|method| Reflect::apply(method, object, &js_sys::Array::new()).ok())
        .unwrap_or(JsValue::UNDEFINED)
}
