//! A call under way, between two events of JavaScript.
//!
//! It is no future: futures and their executor would be a tenth of the module. Whatever a call waits for calls the same
//! function back, with a number that says what has happened.

use crate::api::driver::{Driver, event};
use crate::api::fence::{fault, guarded, panic_on_demand};
use crate::connection::Deferred;
use crate::engine::Input;
use crate::error::Error;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::mem;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// A call under way.
type CallTask = Rc<Cell<State>>;

#[derive(Default)]
enum State {
    /// The driver waits for an event. The functions fulfil and reject the promise. JavaScript cannot see that this holds them:
    /// kept beyond the end, they would keep the promise and its error, whose stack holds the function that holds this.
    Waiting(Box<Driver>, [Function; 2]),
    /// An event is handled. Those that arrive meanwhile are handled after it, in their order.
    Busy(Vec<(u32, JsValue)>),
    /// After the end, or after a trap, whose remains are never touched.
    #[default]
    Ended,
}

/// Starts a call. `prepare` reads its arguments at once, and gets the function that the call is called back by.
pub(crate) fn start(prepare: &dyn Fn(Function) -> Result<Driver, Error>) -> Promise {
    let Deferred { promise, resolve, reject } = Deferred::new();
    let task = CallTask::default();
    let returned = task.clone();
    let callback = closure(move |event, value| handle(&returned, event, value));
    let mut prepared = None;
    let fate = guarded(&mut || {
        prepared = Some(prepare(callback.clone()));
        panic_on_demand("prepared");
    });
    let error = match (fate, prepared) {
        (Ok(()), Some(Ok(driver))) => {
            task.set(State::Waiting(Box::new(driver), [resolve, reject.clone()]));
            let Err(thrown) = callback.call1(&JsValue::UNDEFINED, &event::STARTED.into()) else { return promise };
            // Before the fence: the stack has no room for it.
            task.set(State::Ended);
            fault(Some(thrown))
        }
        (Ok(()), Some(Err(error))) => error,
        (fate, _) => fault(fate.err()),
    };
    let _ = reject.call1(&JsValue::UNDEFINED, &error.into());
    promise
}

/// Handles one event behind the trap fence, and settles the promise at the end.
fn handle(task: &CallTask, event: u32, value: JsValue) {
    let (mut driver, [resolve, reject]) = match task.replace(State::Busy(Vec::new())) {
        State::Waiting(driver, settle) => (driver, settle),
        State::Busy(mut events) => {
            events.push((event, value));
            return task.set(State::Busy(events));
        }
        State::Ended => return task.set(State::Ended),
    };
    let mut events = vec![(event, value)].into_iter();
    let (settle, value) = loop {
        let Some((event, value)) = events.next() else {
            match task.replace(State::Busy(Vec::new())) {
                State::Busy(missed) if !missed.is_empty() => events = missed.into_iter(),
                _ => return task.set(State::Waiting(driver, [resolve, reject])),
            }
            continue;
        };
        let mut input = None;
        let read = guarded(&mut || {
            panic_on_demand("before a step");
            input = driver.read(event, &value);
        });
        // A trap here leaves the engine as it was: it can still say what has become of whom.
        let mut input = read.map_or_else(|trap| Some(Input::Cancelled(fault(Some(trap)))), |()| input);
        let mut done = None;
        let proceeded = guarded(&mut || {
            done = driver.proceed(input.take());
            panic_on_demand("after a step");
        });
        match (proceeded, done) {
            (Ok(()), None) => {}
            (Ok(()), Some(Ok(answer))) => break (resolve, answer),
            (Ok(()), Some(Err(error))) => break (reject, error),
            (Err(trap), _) => {
                let error = driver.annotate(fault(Some(trap)));
                mem::forget(driver);
                break (reject, error.into());
            }
        }
    };
    task.set(State::Ended);
    // The functions of a promise do not throw.
    let _ = settle.call1(&JsValue::UNDEFINED, &value);
}

/// A function of JavaScript, freed when JavaScript has forgotten it: what comes after the end may still call it.
fn closure(function: impl Fn(u32, JsValue) + 'static) -> Function {
    Closure::<dyn Fn(u32, JsValue)>::new(function).into_js_value().unchecked_into()
}
