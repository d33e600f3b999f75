//! Work that is made in steps: between two of them it waits for JavaScript, and is called back.
//!
//! Not a future: futures and their queue would be a third of the module. Whatever the work waits for calls the same
//! function back, with a number that says what came.

use crate::api::fence::{fault, guarded, panic_on_demand};
use crate::connection::deferred;
use crate::portal::Error;
use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::Cell;
use core::mem;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Work under way.
pub(crate) trait Steps {
    /// Makes one step; what it returns is the end.
    fn step(&mut self, event: u32, value: &JsValue) -> Option<Result<JsValue, Error>>;

    /// The error as the caller gets it.
    fn sign(&self, error: Error) -> Error;
}

/// Where work is between two steps. Empty during one, after the end, and after a trap, whose leavings are never touched.
pub(crate) type Place = Rc<Cell<Option<Box<dyn Steps>>>>;

/// The first event: the work begins.
pub(crate) const BEGUN: u32 = 0;

/// Starts an exported call: `prepare` reads its arguments, at once, with the function it is to be called back by.
pub(crate) fn start(prepare: &dyn Fn(Function) -> Result<Box<dyn Steps>, Error>) -> Promise {
    let (promise, settle) = deferred();
    begin(settle, prepare);
    promise
}

/// Starts work whose end is told to the one or the other of two functions.
pub(crate) fn begin(settle: [Function; 2], prepare: &dyn Fn(Function) -> Result<Box<dyn Steps>, Error>) -> Place {
    let [_, reject] = settle.clone();
    let place = Place::default();
    let returned = place.clone();
    let callback = closure(move |event, value| step(&returned, &settle, event, &value));
    let mut prepared = None;
    let fate = guarded(&mut || {
        prepared = Some(prepare(callback.clone()));
        panic_on_demand("prepared");
    });
    let error = match (fate, prepared) {
        (Ok(()), Some(Ok(work))) => {
            place.set(Some(work));
            let _ = callback.call1(&JsValue::UNDEFINED, &BEGUN.into());
            return place;
        }
        (Ok(()), Some(Err(error))) => error,
        (fate, _) => fault(fate.err()),
    };
    let _ = reject.call1(&JsValue::UNDEFINED, &error.into());
    place
}

fn step(place: &Place, settle: &[Function; 2], event: u32, value: &JsValue) {
    let Some(mut work) = place.take() else { return };
    let mut done = None;
    let [resolve, reject] = settle;
    let fate = guarded(&mut || {
        panic_on_demand("before a step");
        done = work.step(event, value);
        panic_on_demand("after a step");
    });
    let (settle, value) = match fate {
        Ok(()) => match done {
            None => return place.set(Some(work)),
            Some(Ok(answer)) => (resolve, answer),
            Some(Err(error)) => (reject, error.into()),
        },
        Err(trap) => {
            let error = work.sign(fault(Some(trap)));
            mem::forget(work);
            (reject, error.into())
        }
    };
    // The functions of a promise cannot throw, and those of this package do not.
    let _ = settle.call1(&JsValue::UNDEFINED, &value);
}

/// A function of JavaScript's. Freed when JavaScript has forgotten it: what comes after the end may still call it.
pub(crate) fn closure(function: impl Fn(u32, JsValue) + 'static) -> Function {
    Closure::<dyn Fn(u32, JsValue)>::new(function).into_js_value().unchecked_into()
}

#[wasm_bindgen]
extern "C" {
    /// `Function`, but for the one method whose declaration asks for more than this needs.
    type Callback;

    #[wasm_bindgen(method)]
    fn bind(this: &Callback, to: &JsValue, event: u32) -> Function;
}

/// The function to call back for one event.
pub(crate) fn for_event(callback: &Function, event: u32) -> Function {
    callback.unchecked_ref::<Callback>().bind(&JsValue::UNDEFINED, event)
}
