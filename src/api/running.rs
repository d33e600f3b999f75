//! A call under way, from its first request to the end of its promise.
//!
//! Not a future: futures and their queue would be a third of the module. At any time a call waits for one thing, beside
//! its deadline and its caller's signal. Whichever comes calls the same function back, which makes one step.

use crate::api::abort::Listening;
use crate::api::card::read;
use crate::api::connected::Connected;
use crate::api::fence::{fault, guarded};
use crate::api::options::Options;
use crate::connection::{Abort, Ended, Timer, Token, deferred, read_body, read_head, read_library};
use crate::portal::{Call, Course, Error, Operation, Reply, Step};
use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::Cell;
use core::mem;
use js_sys::{Date, Function, Math, Promise};
use wasm_bindgen::prelude::*;

/// What the function of a call is called back for.
mod event {
    /// Nothing: the call begins.
    pub(super) const BEGUN: u32 = 0;
    /// What was waited for is there.
    pub(super) const KEPT: u32 = 1;
    /// What was waited for will never be.
    pub(super) const BROKEN: u32 = 2;
    /// The deadline.
    pub(super) const LATE: u32 = 3;
    /// The caller's signal.
    pub(super) const ABORTED: u32 = 4;
}

/// What a call waits for.
enum Awaited {
    /// Its first step, or the end of a pause.
    Pause,
    /// The answer of the BX24 library.
    Library,
    /// The head of an HTTP answer.
    Response,
    /// Its body; the status was in the head.
    Body(Option<u16>),
    /// Another access token.
    Token(Option<Ended>),
}

/// A call under way.
pub(crate) struct Running {
    course: Course,
    connection: Connected,
    operation: Operation,
    awaited: Awaited,
    /// How often the token had been renewed when the last request left.
    renewals: u32,
    callback: Function,
    pause: Option<Timer>,
    /// Held for what their ends do.
    abort: Abort,
    listening: Option<Listening>,
    _deadline: Timer,
}

/// Where a call is between two steps. Empty during one, after the end, and after a trap, whose leavings are never touched.
type Place = Rc<Cell<Option<Box<Running>>>>;

impl Running {
    /// Prepares a call; a call back with [`event::BEGUN`] sends its first request.
    pub(crate) fn new(call: Call, options: Options, callback: Function) -> Result<Self, Error> {
        let connection = match options.connection {
            Some(connection) => connection,
            None => Connected::of_page()?,
        };
        let course = Course::new(call, options.family, options.retries, Date::now() + options.timeout);
        Ok(Self {
            course,
            connection,
            operation: call.operation,
            awaited: Awaited::Pause,
            renewals: 0,
            pause: None,
            abort: Abort::new()?,
            listening: options.signal.map(|signal| Listening::new(signal, for_event(&callback, event::ABORTED))),
            _deadline: Timer::new(&for_event(&callback, event::LATE), options.timeout),
            callback,
        })
    }

    /// Makes one step; what it returns is the end.
    fn step(&mut self, event: u32, value: &JsValue) -> Option<Result<JsValue, Error>> {
        let done = match event {
            event::LATE => Err(Course::late()),
            event::ABORTED => Ok(None),
            _ => self.proceed(event != event::BROKEN, value),
        };
        // Checked at every step: whoever aborts while one is made calls back in vain.
        let done = match (done, &self.listening) {
            (Ok(None), Some(listening)) => listening.check().map(|()| None),
            (done, _) => done,
        };
        done.map_err(|error| self.course.sign(error)).transpose()
    }

    /// What was waited for is there, or will never be.
    fn proceed(&mut self, kept: bool, value: &JsValue) -> Result<Option<JsValue>, Error> {
        let reply = match mem::replace(&mut self.awaited, Awaited::Pause) {
            Awaited::Pause => return self.send(),
            Awaited::Token(_ended) => {
                if let Some(token) = self.connection.token() {
                    token.renewed(self.renewals, kept, value)?;
                }
                return self.send();
            }
            Awaited::Library => Ok(read_library(kept, value)),
            Awaited::Response => match read_head(kept, value) {
                Ok((status, body)) => return Ok(self.wait(Awaited::Body(status), &body)),
                Err(error) => Err(error),
            },
            Awaited::Body(status) => read_body(status, kept, value),
        };
        self.answered(reply)
    }

    fn answered(&mut self, reply: Result<Reply, Error>) -> Result<Option<JsValue>, Error> {
        match self.course.answered(reply, Date::now(), Math::random()) {
            Step::Done(answer) => read(self.operation, answer).map(Some),
            Step::Fail(error) => Err(error),
            Step::Send => self.send(),
            Step::Wait(pause) => {
                self.pause = Some(Timer::new(&for_event(&self.callback, event::KEPT), pause));
                Ok(None)
            }
            Step::Renew(error) => self.renew(error),
        }
    }

    fn send(&mut self) -> Result<Option<JsValue>, Error> {
        self.renewals = self.connection.token().map_or(0, Token::renewals);
        let (method, parameters) = self.course.request();
        let sent = match &self.connection {
            Connected::Bx24(library) => {
                let (promise, [resolve, _]) = deferred();
                library.begin(method, &parameters, &resolve).map(|()| (Awaited::Library, promise))
            }
            Connected::Fetch(fetch) => {
                fetch.begin(method, parameters, &self.abort).map(|promise| (Awaited::Response, promise))
            }
        };
        match sent {
            Ok((awaited, promise)) => Ok(self.wait(awaited, &promise)),
            Err(error) => self.answered(Err(error)),
        }
    }

    fn renew(&mut self, error: Error) -> Result<Option<JsValue>, Error> {
        let Some(token) = self.connection.token() else { return Err(error) };
        if token.renewals() != self.renewals {
            return self.send();
        }
        match token.begin()? {
            Some((renewal, ended)) => Ok(self.wait(Awaited::Token(ended), &renewal)),
            None => Err(error),
        }
    }

    fn wait(&mut self, awaited: Awaited, promise: &Promise) -> Option<JsValue> {
        self.awaited = awaited;
        let promise = promise.unchecked_ref::<Promised>();
        promise.then(&for_event(&self.callback, event::KEPT), &for_event(&self.callback, event::BROKEN));
        None
    }
}

/// Starts an exported call: `prepare` reads its arguments, at once, with the function it is to be called back by.
pub(crate) fn start(prepare: &dyn Fn(Function) -> Result<Running, Error>) -> Promise {
    let (promise, settle) = deferred();
    let [_, reject] = settle.clone();
    let place = Place::default();
    let returned = place.clone();
    let stepping = move |event: u32, value: JsValue| step(&returned, &settle, event, &value);
    // Freed when JavaScript has forgotten it: what comes after the end may still call it.
    let callback = Closure::<dyn Fn(u32, JsValue)>::new(stepping).into_js_value();
    let callback: Function = callback.unchecked_into();
    let mut prepared = None;
    let fate = guarded(&mut || prepared = Some(prepare(callback.clone())));
    let error = match (fate, prepared) {
        (Ok(()), Some(Ok(running))) => {
            place.set(Some(Box::new(running)));
            let _ = callback.call1(&JsValue::UNDEFINED, &event::BEGUN.into());
            return promise;
        }
        (Ok(()), Some(Err(error))) => error,
        (fate, _) => fault(fate.err()),
    };
    let _ = reject.call1(&JsValue::UNDEFINED, &error.into());
    promise
}

fn step(place: &Place, settle: &[Function; 2], event: u32, value: &JsValue) {
    let Some(mut running) = place.take() else { return };
    let mut done = None;
    let [resolve, reject] = settle;
    let (settle, value) = match guarded(&mut || done = running.step(event, value)) {
        Ok(()) => match done {
            None => return place.set(Some(running)),
            Some(Ok(answer)) => (resolve, answer),
            Some(Err(error)) => (reject, error.into()),
        },
        Err(trap) => {
            let error = running.course.sign(fault(Some(trap)));
            mem::forget(running);
            (reject, error.into())
        }
    };
    // The functions of a promise cannot throw.
    let _ = settle.call1(&JsValue::UNDEFINED, &value);
}

#[wasm_bindgen]
extern "C" {
    /// `Function`, but for the one method whose declaration asks for more than this needs.
    type Callback;

    #[wasm_bindgen(method)]
    fn bind(this: &Callback, to: &JsValue, event: u32) -> Function;

    /// `Promise`, likewise.
    type Promised;

    #[wasm_bindgen(method)]
    fn then(this: &Promised, kept: &Function, broken: &Function) -> JsValue;
}

/// The function to call back for one event.
fn for_event(callback: &Function, event: u32) -> Function {
    callback.unchecked_ref::<Callback>().bind(&JsValue::UNDEFINED, event)
}
