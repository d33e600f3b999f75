//! Keeps a fault of this package from becoming a promise that hangs.
//!
//! A panic aborts, and an abort is a trap: it leaves the module in the middle of whatever it was doing, and the promise
//! of the call pending for ever. Here every step of a call is made through JavaScript, which turns a trap into an
//! exception that can be caught. What the trap left behind is leaked, because dropping it would touch what may be
//! half-written.

use crate::connection::Tally;
use crate::portal::{Error, ErrorKind};
use alloc::boxed::Box;
use alloc::rc::Rc;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Reflect)]
    fn apply(step: &mut dyn FnMut(), this: &JsValue, arguments: &Array) -> Result<JsValue, JsValue>;
}

/// Makes one step; a trap in it comes back as the exception JavaScript sees.
fn guarded(step: &mut dyn FnMut()) -> Result<(), JsValue> {
    apply(&mut || step(), &JsValue::UNDEFINED, &Array::new()).map(drop)
}

/// The part of a call that is waited for.
pub(crate) type Work = Pin<Box<dyn Future<Output = Result<JsValue, Error>>>>;

/// Runs an exported call: `prepare` reads its arguments, at once, and returns the work that is left.
pub(crate) fn call(prepare: &dyn Fn(Rc<Tally>) -> Result<Work, Error>) -> Promise {
    let tally = Rc::new(Tally::default());
    let mut prepared = None;
    let fate = guarded(&mut || prepared = Some(prepare(tally.clone())));
    let error = match (fate, prepared) {
        (Ok(()), Some(Ok(work))) => return future_to_promise(Fenced { work: Some(work), tally }),
        (Ok(()), Some(Err(error))) => error,
        (fate, _) => fault(fate.err(), &tally),
    };
    Promise::reject(&error.into())
}

/// The same for a call that has nothing to wait for.
pub(crate) fn call_now(step: &dyn Fn() -> Result<(), Error>) -> Result<(), JsValue> {
    let mut done = None;
    let fate = guarded(&mut || done = Some(step()));
    done.unwrap_or_else(|| Err(fault(fate.err(), &Tally::default()))).map_err(JsValue::from)
}

struct Fenced {
    work: Option<Work>,
    tally: Rc<Tally>,
}

impl Future for Fenced {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(mut work) = self.work.take() else { return Poll::Pending };
        let mut polled = Poll::Pending;
        match guarded(&mut || polled = work.as_mut().poll(context)) {
            Ok(()) if polled.is_pending() => {
                self.work = Some(work);
                Poll::Pending
            }
            Ok(()) => polled.map_err(JsValue::from),
            Err(trap) => {
                mem::forget(work);
                Poll::Ready(Err(fault(Some(trap), &self.tally).into()))
            }
        }
    }
}

fn fault(trap: Option<JsValue>, tally: &Tally) -> Error {
    let description = "A fault of bx24-contact-card itself: please report it with its cause.";
    let error = Error::new(ErrorKind::Internal, "INTERNAL", description);
    tally.sign(error.caused_by(trap.unwrap_or(JsValue::UNDEFINED)))
}
