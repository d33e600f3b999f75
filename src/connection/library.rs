use crate::card::Json;
use crate::connection::bx24_sys::{Global, Library};
use crate::connection::deferred::Deferred;
use crate::connection::fetch::Fetch;
use crate::connection::javascript::{bare_object, http_status, origin_of, property, to_body, to_parameters};
use crate::connection::lost_response::LostResponseDetector;
use crate::connection::session::Session;
use crate::connection::token::{Token, owner_token};
use crate::engine::Transports;
use crate::error::{Error, ErrorKind};
use crate::protocol::{Body, Fields, Reply, Request};
use crate::strings::concat;
use alloc::string::String;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;

/// The BX24 library of a placement (docs/bx24.md).
///
/// Where the library tells its token, the portal is also asked by [`Fetch`]: for what a form would change, for batches, and
/// after the library has lost a response.
#[derive(Clone, Debug)]
pub struct Bx24 {
    library: Library,
}

/// A call of the library under way.
pub(crate) struct LibraryCall {
    /// Fulfilled with the library's result. The library may call back twice, or after any deadline, or never.
    pub(crate) result: Promise,
    /// Where the request of the call can be observed.
    pub(crate) detector: Option<LostResponseDetector>,
}

impl Bx24 {
    /// A library given by the caller; `None` when it cannot call methods. The official SDK's object has a `callMethod` too,
    /// which never calls back.
    #[must_use]
    pub fn new(library: JsValue) -> Option<Self> {
        let has = |method| property(&library, method).is_function();
        (has("callMethod") && !has("getTargetOrigin")).then(|| Self { library: library.unchecked_into() })
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
    pub(crate) fn origin(&self) -> String {
        let Some(domain) = self.library.get_domain().ok().and_then(|domain| domain.as_string()) else {
            return String::new();
        };
        // The parent names the window `DOMAIN|PROTOCOL|APP_SID`, with protocol 0 for http (docs/bx24.md §1).
        let name = Global::name().ok().and_then(|name| name.as_string()).unwrap_or_default();
        let is_http = name.strip_prefix(domain.as_str()).is_some_and(|rest| rest.starts_with("|0"));
        origin_of(&concat(&[if is_http { "http://" } else { "https://" }, &domain]))
    }

    /// What the library can be asked by at the moment.
    pub(crate) fn transports(&self) -> Transports {
        let Ok(auth) = self.library.get_auth() else { return Transports::Library };
        let has = |method| property(&self.library, method).is_function();
        if owner_token(&self.library).is_string() && self.fetch().is_ok() {
            Transports::LibraryAndFetch
        } else if auth == false {
            Transports::NoToken { can_await: has("init"), can_renew: has("refreshAuth") }
        } else {
            Transports::Library
        }
    }

    /// The library's token.
    pub(crate) fn token(&self) -> Token {
        Token::owned(Session::of(&self.library, ""), self.library.clone())
    }

    /// The same portal by fetch, with the library's token.
    pub(crate) fn fetch(&self) -> Result<Fetch, Error> {
        Fetch::require()?;
        Fetch::oauth(&self.origin(), self.token()).map_err(|_| Error::internal())
    }

    /// Fulfilled once the library has been initialised; the same promise for all who wait.
    pub(crate) fn ready(&self) -> Promise {
        let session = Session::of(&self.library, "");
        let found = session.get(READY);
        if found.is_object() {
            return found.unchecked_into();
        }
        let ready = Deferred::new();
        // A library that throws is not waited for.
        if self.library.init(&ready.resolve).is_err() {
            ready.release();
        }
        session.set(READY, &ready.promise);
        ready.promise
    }

    /// Sends a request by `callMethod`. `on_end` is called after the end of a request that can be observed, when the library has had
    /// its chance to call back.
    pub(crate) fn call(&self, request: &Request, on_end: &Function) -> Result<LibraryCall, Error> {
        let parameters = to_parameters(&request.parameters)?;
        let Deferred { promise: result, resolve, .. } = Deferred::new();
        let detector = LostResponseDetector::call(&self.library, request.method, &parameters, [&resolve, on_end]);
        let detector = detector.map_err(call_failed)?;
        Ok(LibraryCall { result, detector })
    }
}

/// The promise that is fulfilled once a library has been initialised.
const READY: &str = "ready";

fn call_failed(thrown: JsValue) -> Error {
    let description = "BX24.callMethod failed; is the page open inside a portal?";
    Error::new(ErrorKind::NoConnection, "BX24_FAILED", description).with_unknown_outcome().caused_by(thrown)
}

/// Reads the library's `ajaxResult`. Its `answer` is what the portal sent; a stand-in may have the methods only. The
/// outcome is a failure only for a result that pretends to be a promise, and is rejected.
pub(crate) fn read_result(outcome: Result<&JsValue, &JsValue>) -> Reply {
    let Ok(result) = outcome else { return Reply { status: None, body: Body::NotJson } };
    let mut status = http_status(&property(result, "status"));
    let mut body = to_body(&property(result, "answer"));
    // An error that is an object is cyclic: the library's own error is in it, and has it in turn.
    let is_told = matches!(&body, Body::Json(fields) if fields.result.is_some() || fields.error.is_some());
    if !is_told {
        let error = call_method(result, "error");
        body = if error.is_truthy() {
            status = status.or_else(|| http_status(&property(&error, "status")));
            read_error(result, &error)
        } else {
            read_data(result)
        };
    }
    Reply { status, body }
}

/// Reads what the method `data` of a result returns.
fn read_data(result: &JsValue) -> Body {
    let (answer, data) = (bare_object(), call_method(result, "data"));
    if !data.is_undefined() {
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
        description = call_method(result, "error_description");
    }
    let string = |value: JsValue| value.as_string().map_or(Json::Null, Json::String);
    Body::Json(Fields {
        error: Some(string(property(source, "error"))),
        error_description: Some(string(description)),
        ..Fields::default()
    })
}

/// What a method of `object` returns; `undefined` when there is no such method or it throws.
fn call_method(object: &JsValue, method: &str) -> JsValue {
    Reflect::apply(property(object, method).unchecked_ref::<Function>(), object, &Array::new())
        .unwrap_or(JsValue::UNDEFINED)
}
