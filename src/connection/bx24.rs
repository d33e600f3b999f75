use crate::card::Json;
use crate::connection::Connection;
use crate::connection::fetch::Fetch;
use crate::connection::javascript::{Settle, http_status, property, settled, to_body, to_javascript};
use crate::connection::silence::Silence;
use crate::connection::token::{Refresh, Session, Token};
#[cfg(feature = "npm")]
use crate::portal::{Batch, Family};
use crate::portal::{Body, Error, ErrorKind, Fields, Reply, fits_a_form};
use crate::text::joined;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(feature = "npm")]
use alloc::{vec, vec::Vec};
use core::cell::Cell;
use core::future::pending;
use core::pin::pin;
use futures_util::future::{Either, select};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The BX24 library of a placement (BX24 facts §2).
///
/// What a form would change goes by [`Fetch`], with the placement's own token; and all of it, once the library has kept an
/// answer to itself (a 5xx, one that is not JSON).
#[derive(Clone, Debug)]
pub struct Bx24 {
    library: Library,
    silent: Rc<Cell<bool>>,
}

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug)]
    pub(crate) type Library;

    #[wasm_bindgen(method, catch, js_name = callMethod)]
    fn call_method(this: &Library, method: &str, parameters: &JsValue, callback: &Function)
    -> Result<JsValue, JsValue>;

    #[cfg(feature = "npm")]
    #[wasm_bindgen(method, catch, js_name = callBatch)]
    fn call_batch(this: &Library, calls: &JsValue, callback: &Function, halt: bool) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = refreshAuth)]
    pub(crate) fn refresh_auth(this: &Library, callback: &Function) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = globalThis)]
    type Global;

    #[wasm_bindgen(static_method_of = Global, catch, getter, js_name = BX24)]
    fn library() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(static_method_of = Global, catch, getter, js_name = name)]
    fn name() -> Result<JsValue, JsValue>;
}

/// The token in what the library tells of its authorization.
pub(crate) const ACCESS_TOKEN: &str = "access_token";

impl Bx24 {
    /// A library given by the caller; `None` when it cannot call methods.
    #[must_use]
    pub fn new(library: JsValue) -> Option<Self> {
        property(&library, "callMethod")
            .is_function()
            .then(|| Self { library: library.unchecked_into(), silent: Rc::default() })
    }

    /// The page's own library. Outside a portal `BX24` is `null` or not there at all.
    #[must_use]
    pub fn of_page() -> Option<Self> {
        Self::new(Global::library().ok()?)
    }

    /// The library itself.
    #[cfg(feature = "npm")]
    pub(crate) fn object(&self) -> &JsValue {
        &self.library
    }

    /// The portal's origin; empty where the library does not tell.
    pub(crate) fn portal(&self) -> String {
        let Some(domain) = call(&self.library, "getDomain").as_string() else { return String::new() };
        // The parent names the window `DOMAIN|PROTOCOL|APP_SID`, with protocol 0 for http (BX24 facts §1).
        let name = Global::name().ok().and_then(|name| name.as_string()).unwrap_or_default();
        let is_http = name.strip_prefix(domain.as_str()).is_some_and(|rest| rest.starts_with("|0"));
        joined(&[if is_http { "http://" } else { "https://" }, &domain])
    }

    /// The same portal by fetch, with the placement's own token; `None` where the library does not tell of both.
    pub(crate) fn fetch(&self) -> Option<Fetch> {
        let token = property(&call(&self.library, "getAuth"), ACCESS_TOKEN).as_string()?;
        let token = Token::of(Session::of(&self.library, &token), Refresh::Library(self.library.clone()));
        Fetch::oauth(&self.portal(), token).ok()
    }

    /// Whether it tells where its portal is and, at times, with which token: then it can be watched, and its portal asked.
    pub(crate) fn is_open(&self) -> bool {
        property(&self.library, "getAuth").is_function() && !self.portal().is_empty()
    }

    /// Sends a request, for the library to call back with its answer; perhaps twice, or after any deadline, or never.
    pub(crate) fn begin(&self, method: &str, parameters: &Json, callback: &Function) -> Result<(), Error> {
        let parameters = to_javascript(parameters).map_err(threw)?;
        self.library.call_method(method, &parameters, callback).map_err(threw).map(drop)
    }
}

#[cfg(feature = "npm")]
impl Bx24 {
    /// Whether it can send batches.
    pub(crate) fn has_batches(&self) -> bool {
        property(&self.library, "callBatch").is_function()
    }

    /// The same as [`begin`](Self::begin) for a batch, whose callback gets a result for each key.
    pub(crate) fn begin_batch(&self, batch: &Batch, family: Family, callback: &Function) -> Result<(), Error> {
        let mut calls = Json::Object(Vec::new());
        for (key, call) in batch.calls() {
            calls.put(&key, Json::List(vec![Json::Text(call.method(family).into()), call.parameters(family)]));
        }
        let calls = to_javascript(&calls).map_err(threw)?;
        self.library.call_batch(&calls, callback, false).map_err(threw).map(drop)
    }
}

impl Connection for Bx24 {
    fn portal(&self) -> String {
        self.portal()
    }

    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        let fits = fits_a_form(&parameters);
        if let Some(fetch) = self.fetch().filter(|_| !fits || self.silent.get()) {
            return fetch.send(method, parameters).await;
        }
        if !fits {
            return Err(beyond_forms());
        }
        let (answer, settle) = Settle::new();
        let silence = self.is_open().then(|| Silence::new(&self.portal(), method));
        self.begin(method, &parameters, settle.function())?;
        let lost = async {
            match &silence {
                Some(silence) => silence.lost().await,
                None => pending().await,
            }
        };
        match select(JsFuture::from(answer), pin!(lost)).await {
            Either::Left((answer, _)) => {
                let (kept, answer) = settled(answer);
                Ok(read(kept, &answer))
            }
            Either::Right((error, _)) => {
                self.silent.set(true);
                Err(error)
            }
        }
    }

    // The library renews its token by itself; these are for what went by fetch.
    fn renewals(&self) -> u32 {
        self.fetch().map_or(0, |fetch| fetch.renewals())
    }

    async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        match self.fetch() {
            Some(fetch) => fetch.renew(renewals).await,
            None => Ok(false),
        }
    }
}

/// A layout that would be changed on its way, where there is no other.
pub(crate) fn beyond_forms() -> Error {
    let description = "A BX24 library without getAuth cannot send this layout unchanged: it has more than 990 values, or \
                       options that are not texts.";
    Error::new(ErrorKind::InvalidArgument, "INVALID_LAYOUT", description)
}

fn threw(thrown: JsValue) -> Error {
    let description = "BX24.callMethod failed; is the page open inside a portal?";
    Error::new(ErrorKind::NoConnection, "BX24_FAILED", description).in_doubt().caused_by(thrown)
}

/// Reads the library's `ajaxResult`. Its `answer` is what the portal sent; a stand-in may have the methods only. The
/// promise of it is broken only for a result that pretends to be a promise, and fails as one.
pub(crate) fn read(kept: bool, result: &JsValue) -> Reply {
    if !kept {
        return Reply { status: None, body: Body::NotJson };
    }
    let mut status = http_status(&property(result, "status"));
    let mut body = to_body(&property(result, "answer"));
    // An error that is an object has the library's own in it, which has it in turn.
    let is_told = matches!(&body, Body::Json(fields) if fields.result.is_some() || fields.error.is_some());
    if !is_told {
        let error = call(result, "error");
        body = if error.is_truthy() {
            status = status.or_else(|| http_status(&property(&error, "status")));
            read_error(result, &error)
        } else {
            read_data(result)
        };
    }
    Reply { status, body }
}

/// Reads the results of a batch into the containers in which the portal sends them.
#[cfg(feature = "npm")]
pub(crate) fn read_batch(kept: bool, results: &JsValue, batch: &Batch) -> Reply {
    if !kept {
        return Reply { status: None, body: Body::NotJson };
    }
    let (mut answers, mut errors) = (Json::Object(Vec::new()), Json::Object(Vec::new()));
    for (key, _) in batch.calls() {
        let result = property(results, &key);
        let error = call(&result, "error");
        // An error first: what else there is beside one is an empty object.
        let body = if error.is_truthy() { read_error(&result, &error) } else { read_data(&result) };
        let Body::Json(Fields { result, error, error_description, .. }) = body else { continue };
        if let Some(result) = result {
            answers.put(&key, result);
        }
        if let Some(error) = error {
            let mut entry = Json::Object(Vec::new());
            entry.put("error", error);
            entry.put("error_description", error_description.unwrap_or(Json::Null));
            errors.put(&key, entry);
        }
    }
    let mut containers = Json::Object(Vec::new());
    containers.put("result", answers);
    containers.put("result_error", errors);
    Reply { status: None, body: Body::Json(Fields { result: Some(containers), ..Fields::default() }) }
}

/// What a result says that it is.
fn read_data(result: &JsValue) -> Body {
    let (answer, data) = (Object::new(), call(result, "data"));
    if !data.is_undefined() {
        // A fresh object takes every property.
        let _ = Reflect::set(&answer, &"result".into(), &data);
    }
    to_body(&answer)
}

/// Reads an `ajaxError`. It is cyclic and no `Error`, so only the strings it is known by are read.
fn read_error(result: &JsValue, error: &JsValue) -> Body {
    let inner = property(error, "ex");
    let source = if inner.is_object() { &inner } else { error };
    let mut description = property(source, "error_description");
    if !description.is_string() {
        description = call(result, "error_description");
    }
    let text = |value: JsValue| value.as_string().map_or(Json::Null, Json::Text);
    Body::Json(Fields {
        error: Some(text(property(source, "error"))),
        error_description: Some(text(description)),
        ..Fields::default()
    })
}

/// What a method of `object` returns; `undefined` when there is no such method or it throws.
fn call(object: &JsValue, method: &str) -> JsValue {
    Reflect::apply(property(object, method).unchecked_ref::<Function>(), object, &Array::new())
        .unwrap_or(JsValue::UNDEFINED)
}
