//! One call, from its arguments to the end of its promise.
//!
//! Not a future: futures and their queue would be a third of the module. At any time a call waits for one thing, and for
//! its deadline and its signal; each of them calls back one function, which makes one step.

use crate::api::connected::Connected;
use crate::api::fence::{fault, guarded};
use crate::api::options::{Options, abort_error, is_aborted};
use crate::card::Json;
use crate::connection::{Abort, Renewal, Timer, read_library, read_response, read_text, to_javascript};
use crate::portal::{Answer, Call, Course, Error, Reply, Step};
use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::Cell;
use core::mem;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Reads what the portal promises for a method, and gives it as JavaScript gets it.
pub(crate) type Read = fn(Answer<Json>) -> Result<JsValue, Error>;

/// A call under way.
struct Running {
    course: Course,
    connection: Connected,
    read: Read,
    awaited: Awaited,
    /// What keeps the thing that is waited for alive, and ends it.
    deadline: Timer,
    signal: Option<AbortSignal>,
    callback: Function,
    settle: [Function; 2],
}

/// The one thing a call waits for, with what ends it when it is dropped.
enum Awaited {
    /// The answer of the BX24 library.
    Library,
    /// The head of an HTTP answer.
    Response(Abort),
    /// Its body.
    Text(Option<u16>, Abort),
    /// The end of a pause.
    Pause(Timer),
    /// Another access token; without one, the error is that of the call.
    Token(Renewal),
}
