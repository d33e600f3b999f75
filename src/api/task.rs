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
use core::cell::Cell;
use core::mem;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Where a driver is between two events. Empty while it handles one, after the end, and after a trap, whose remains are never
/// touched.
type CallTask = Rc<Cell<Option<Box<Driver>>>>;

/// Starts a call. `prepare` reads its arguments at once, and gets the function that the call is called back by.
pub(crate) fn start(prepare: &dyn Fn(Function) -> Result<Driver, Error>) -> Promise {
    let Deferred { promise, resolve, reject } = Deferred::new();
    let task = CallTask::default();
    let (returned, refuse) = (task.clone(), reject.clone());
    let callback = closure(move |event, value| handle(&returned, [&resolve, &reject], event, &value));
    let mut prepared = None;
    let fate = guarded(&mut || {
        prepared = Some(prepare(callback.clone()));
        panic_on_demand("prepared");
    });
    let error = match (fate, prepared) {
        (Ok(()), Some(Ok(driver))) => {
            task.set(Some(Box::new(driver)));
            let _ = callback.call1(&JsValue::UNDEFINED, &event::STARTED.into());
            return promise;
        }
        (Ok(()), Some(Err(error))) => error,
        (fate, _) => fault(fate.err()),
    };
    let _ = refuse.call1(&JsValue::UNDEFINED, &error.into());
    promise
}

/// Handles one event behind the trap fence, and settles the promise at the end.
fn handle(task: &CallTask, [resolve, reject]: [&Function; 2], event: u32, value: &JsValue) {
    let Some(mut driver) = task.take() else { return };
    let mut input = None;
    let read = guarded(&mut || {
        panic_on_demand("before a step");
        input = driver.read(event, value);
    });
    // A trap here leaves the engine as it was: it can still say what has become of whom.
    let mut input = read.map_or_else(|trap| Some(Input::Cancelled(fault(Some(trap)))), |()| input);
    let mut done = None;
    let proceeded = guarded(&mut || {
        done = driver.proceed(input.take());
        panic_on_demand("after a step");
    });
    let (settle, value) = match (proceeded, done) {
        (Ok(()), None) => return task.set(Some(driver)),
        (Ok(()), Some(Ok(answer))) => (resolve, answer),
        (Ok(()), Some(Err(error))) => (reject, error.into()),
        (Err(trap), _) => {
            let error = driver.annotate(fault(Some(trap)));
            mem::forget(driver);
            (reject, error.into())
        }
    };
    // The functions of a promise do not throw.
    let _ = settle.call1(&JsValue::UNDEFINED, &value);
}

/// A function of JavaScript, freed when JavaScript has forgotten it: what comes after the end may still call it.
fn closure(function: impl Fn(u32, JsValue) + 'static) -> Function {
    Closure::<dyn Fn(u32, JsValue)>::new(function).into_js_value().unchecked_into()
}
