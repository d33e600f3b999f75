//! Keeps a fault of this package from becoming a promise that hangs.
//!
//! A panic aborts, and an abort is a trap: it leaves the module in the middle of whatever it was doing, and the promise
//! of the call pending for ever. Here every step of a call is made through JavaScript, which turns a trap into an
//! exception that can be caught. What the trap left behind is leaked, because dropping it would touch what may be
//! half-written.

use crate::connection::Tally;
use crate::connection::Thrown;
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
fn guarded<T>(step: impl FnOnce() -> T) -> Result<T, JsValue> {
    let (mut step, mut made) = (Some(step), None);
    apply(&mut || made = step.take().map(|step| step()), &JsValue::UNDEFINED, &Array::new())?;
    made.ok_or(JsValue::UNDEFINED)
}

/// Runs an exported call: `prepare` reads its arguments, at once, and returns the work that is to be waited for.
pub(crate) fn call<W>(prepare: impl FnOnce(Rc<Tally>) -> Result<W, Error>) -> Promise
where
    W: Future<Output = Result<JsValue, Error>> + 'static,
{
    let tally = Rc::new(Tally::default());
    match guarded(|| prepare(tally.clone()).map(Box::pin)) {
        Ok(Ok(work)) => future_to_promise(Fenced { work: Some(work), tally }),
        Ok(Err(error)) => Promise::reject(&error.into()),
        Err(trap) => Promise::reject(&fault(trap, &tally).into()),
    }
}

/// The same for a call that has nothing to wait for.
pub(crate) fn call_now(step: impl FnOnce() -> Result<(), Error>) -> Result<(), JsValue> {
    guarded(step).unwrap_or_else(|trap| Err(fault(trap, &Tally::default()))).map_err(JsValue::from)
}

struct Fenced<W> {
    work: Option<Pin<Box<W>>>,
    tally: Rc<Tally>,
}

impl<W: Future<Output = Result<JsValue, Error>>> Future for Fenced<W> {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(mut work) = self.work.take() else { return Poll::Pending };
        match guarded(|| work.as_mut().poll(context)) {
            Ok(Poll::Pending) => {
                self.work = Some(work);
                Poll::Pending
            }
            Ok(Poll::Ready(answer)) => Poll::Ready(answer.map_err(JsValue::from)),
            Err(trap) => {
                mem::forget(work);
                Poll::Ready(Err(fault(trap, &self.tally).into()))
            }
        }
    }
}

fn fault(trap: JsValue, tally: &Tally) -> Error {
    let description = "A fault of bx24-contact-card itself: please report it with its cause.";
    tally.sign(Error::new(ErrorKind::Internal, "INTERNAL", description).caused_by(Thrown(trap)))
}
