use crate::connection::javascript::Settle;
use crate::connection::watch::Watch;
use crate::portal::Error;
use alloc::rc::Rc;
use core::cell::Cell;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A [`Watch`] for a future: over when an answer is lost.
pub(crate) struct Silence {
    watch: Watched,
    lost: Promise,
    // Held for as long as they may be called.
    _give_up: Settle,
    _callbacks: [Closure<dyn FnMut(JsValue)>; 3],
}

type Watched = Rc<Cell<Option<Watch>>>;

impl Silence {
    /// Begins before the library is called.
    pub(crate) fn new(portal: &str, method: &str) -> Self {
        let (lost, give_up) = Settle::new();
        let watch = Watched::default();
        let settle = give_up.function().clone();
        let judge = callback(&watch, move |watch, _| {
            if watch.is_lost() {
                // The function of a promise cannot throw.
                let _ = settle.call0(&JsValue::UNDEFINED);
            }
        });
        let judged = function(&judge);
        let on_error = callback(&watch, move |watch, event| watch.error(event, &judged));
        let settle = give_up.function().clone();
        let on_entries = callback(&watch, move |watch, list| watch.entries(list, &settle));
        watch.set(Some(Watch::new(portal, method, function(&on_error), &function(&on_entries))));
        Self { watch, lost, _give_up: give_up, _callbacks: [judge, on_error, on_entries] }
    }

    /// Waits until the answer is lost; for ever, where it is not.
    pub(crate) async fn lost(&self) -> Error {
        // It only ever resolves.
        let _ = JsFuture::from(self.lost.clone()).await;
        let watch = self.watch.take();
        let error = watch.as_ref().map_or_else(|| Error::lost(None), Watch::lost);
        self.watch.set(watch);
        error
    }
}

/// A function of JavaScript's, for as long as it is held.
fn callback(watch: &Watched, act: impl Fn(&mut Watch, &JsValue) + 'static) -> Closure<dyn FnMut(JsValue)> {
    let watch = watch.clone();
    Closure::new(move |value| {
        if let Some(mut watching) = watch.take() {
            act(&mut watching, &value);
            watch.set(Some(watching));
        }
    })
}

fn function(callback: &Closure<dyn FnMut(JsValue)>) -> Function {
    callback.as_ref().clone().unchecked_into()
}
