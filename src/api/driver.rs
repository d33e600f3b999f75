//! The driver of the engine for JavaScript: a table of effects. Each event becomes an input, and each action an effect.

use crate::api::abort::AbortListener;
use crate::api::arguments;
use crate::api::buckets::with_bucket;
use crate::api::connection::ConnectionHandle;
use crate::api::options::Options;
use crate::api::results;
use crate::card::{Layout, Rules};
use crate::connection::LostResponseDetector;
use crate::connection::{
    AbortGuard, LibraryCall, Renewal, Thenable, Timer, date, jitter, monotonic_now, read_response, read_result,
    to_javascript,
};
use crate::engine::{Action, Environment, Input, Operation, Progress, RequestId, Transport, Transports};
use crate::error::Error;
use crate::protocol::Request;
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Function, Promise, Set};
use wasm_bindgen::prelude::*;

/// What the function of a call is called back for. The number of a request is added in multiples of [`COUNT`](event::COUNT).
pub(crate) mod event {
    /// The call begins.
    pub(crate) const STARTED: u32 = 0;
    /// The timer has fired.
    pub(super) const TIMER: u32 = 1;
    /// The caller's signal is aborted. Every event looks at it.
    pub(super) const ABORTED: u32 = 2;
    /// The library has been initialised.
    pub(super) const LIBRARY_READY: u32 = 3;
    /// The renewal of the token has given something.
    pub(super) const RENEWED: u32 = 4;
    /// The renewal of the token has failed.
    pub(super) const RENEWAL_FAILED: u32 = 5;
    /// A promise of a request is fulfilled: the library's result, or a response.
    pub(super) const FULFILLED: u32 = 6;
    /// A promise of a request is rejected.
    pub(super) const REJECTED: u32 = 7;
    /// A request of the library has ended, and the library has had its chance to call back.
    pub(super) const REQUEST_ENDED: u32 = 8;
    /// The promise that the caller's function returned is settled. Nothing waits for that.
    pub(super) const PROGRESS_TOLD: u32 = 9;
    /// The caller's function has changed a layout.
    pub(super) const CHANGED: u32 = 10;
    /// The caller's function has thrown instead.
    pub(super) const CHANGE_FAILED: u32 = 11;
    /// How many there are.
    pub(super) const COUNT: u32 = 12;
}

/// A request in flight. Dropping it gives the request up, where that can be done.
struct Exchange {
    id: RequestId,
    stage: Stage,
}

/// What a request waits for.
enum Stage {
    /// The result of the library.
    Library(Option<LostResponseDetector>),
    /// The response to a request by fetch.
    Response(AbortGuard),
}

/// An operation of the engine with its effects.
pub(crate) struct Driver {
    operation: Operation,
    connection: ConnectionHandle,
    /// The portal's.
    origin: String,
    /// What requests were sent with, and no error may show.
    secrets: Set,
    /// Those of the layout that is being changed.
    rules: Rules,
    /// Told the progress, or asked for changes.
    listener: Option<Function>,
    callback: Function,
    exchanges: Vec<Exchange>,
    timer: Option<Timer>,
    renewal: Option<Renewal>,
    abort: Option<AbortListener>,
}

impl Driver {
    /// A driver that `callback` is called back for.
    pub(crate) fn new(
        operation: Operation,
        connection: ConnectionHandle,
        options: Options,
        callback: Function,
    ) -> Self {
        Self {
            operation,
            origin: connection.origin(),
            connection,
            secrets: Set::new(&JsValue::UNDEFINED),
            rules: Rules::Strict,
            listener: options.listener,
            exchanges: Vec::new(),
            timer: None,
            renewal: None,
            abort: options.signal.map(|signal| AbortListener::new(signal, callback_for(&callback, event::ABORTED))),
            callback,
        }
    }

    /// What an event means to the engine; `None` for nothing.
    pub(crate) fn read(&mut self, event: u32, value: &JsValue) -> Option<Input> {
        let id = RequestId(event / event::COUNT);
        match event % event::COUNT {
            event::STARTED => Some(Input::Started),
            event::TIMER => Some(Input::TimerFired),
            event::LIBRARY_READY => Some(Input::LibraryReady),
            event::RENEWED => self.renewed(Ok(value)),
            event::RENEWAL_FAILED => self.renewed(Err(value)),
            event::FULFILLED => self.received(id, Ok(value)),
            event::REJECTED => self.received(id, Err(value)),
            event::CHANGED => Some(Input::Changed(arguments::change(Ok(value), self.rules))),
            event::CHANGE_FAILED => Some(Input::Changed(arguments::change(Err(value), self.rules))),
            // A request has ended without what it has waited for.
            event::REQUEST_ENDED => match &self.exchanges.iter().find(|exchange| exchange.id == id)?.stage {
                Stage::Library(Some(detector)) => {
                    let error = detector.verdict()?;
                    self.take_exchange(id).map(|_| Input::Replied(id, Err(error)))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Hands an input to the engine, and does what it says; the result is the end.
    pub(crate) fn proceed(&mut self, input: Option<Input>) -> Option<Result<JsValue, JsValue>> {
        self.look_at_signal();
        if let Some(input) = input {
            self.handle(input);
        }
        loop {
            // Before each effect as well: whoever is told the progress may abort.
            self.look_at_signal();
            match self.operation.next_action()? {
                Action::AwaitLibrary => {
                    if let Some(ready) = self.connection.library_ready() {
                        let ready_event = callback_for(&self.callback, event::LIBRARY_READY);
                        then(&ready, &ready_event, &ready_event);
                    }
                }
                Action::Send(id, request, transport) => {
                    if let Err(error) = self.send(id, request, transport) {
                        self.handle(Input::Replied(id, Err(error)));
                    }
                }
                Action::Cancel(id) => drop(self.take_exchange(id)),
                Action::Sleep(milliseconds) => {
                    self.timer = Some(Timer::new(&callback_for(&self.callback, event::TIMER), milliseconds));
                }
                Action::RenewToken => {
                    if let Some(input) = self.renew() {
                        self.handle(input);
                    }
                }
                Action::Change(layout) => self.ask_for_change(layout),
                Action::Progress(progress) => self.report_progress(progress),
                Action::Finish(completion) => {
                    self.connection.learn(self.operation.knowledge());
                    return Some(results::completed(*completion, &self.secrets));
                }
            }
        }
    }

    /// The error as the caller gets it.
    pub(crate) fn annotate(&self, error: Error) -> Error {
        self.operation.annotate(error)
    }

    /// Nothing is sent after an abort.
    fn look_at_signal(&mut self) {
        if let Some(error) = self.abort.as_ref().and_then(AbortListener::error) {
            self.handle(Input::Cancelled(error));
        }
    }

    fn handle(&mut self, input: Input) {
        let Self { operation, connection, origin, .. } = self;
        with_bucket(origin, |bucket| operation.handle(input, bucket, connection));
    }

    fn send(&mut self, id: RequestId, request: Request, transport: Transport) -> Result<(), Error> {
        let (promise, stage) = match transport {
            Transport::Library => {
                let on_end = self.callback_for_request(id, event::REQUEST_ENDED);
                self.note_token();
                let LibraryCall { result, detector } = self.connection.call_library(&request, &on_end)?;
                (result, Stage::Library(detector))
            }
            Transport::Fetch => {
                let (response, abort) = self.connection.fetch()?.send(request, &self.secrets)?;
                (response, Stage::Response(abort))
            }
        };
        self.subscribe(id, &promise);
        self.exchanges.push(Exchange { id, stage });
        Ok(())
    }

    /// No error shows a token.
    fn note_token(&self) {
        if let Some(token) = self.connection.token() {
            self.secrets.add(&token.current().into());
        }
    }

    /// Something that a request has waited for is there, or will never be.
    fn received(&mut self, id: RequestId, outcome: Result<&JsValue, &JsValue>) -> Option<Input> {
        let reply = match self.take_exchange(id)?.stage {
            Stage::Library(_) => {
                // The library may have renewed it by itself.
                self.note_token();
                Ok(read_result(outcome))
            }
            Stage::Response(abort) => {
                abort.ended();
                read_response(outcome)
            }
        };
        Some(Input::Replied(id, reply))
    }

    /// A request that is in flight no longer.
    fn take_exchange(&mut self, id: RequestId) -> Option<Exchange> {
        let index = self.exchanges.iter().position(|exchange| exchange.id == id)?;
        Some(self.exchanges.swap_remove(index))
    }

    fn renew(&mut self) -> Option<Input> {
        let token = self.connection.token();
        match token.map_or(Ok(None), |token| token.renew()) {
            Ok(Some(renewal)) => {
                let renewed = callback_for(&self.callback, event::RENEWED);
                let failed = callback_for(&self.callback, event::RENEWAL_FAILED);
                then(&renewal.promise, &renewed, &failed);
                self.renewal = Some(renewal);
                None
            }
            Ok(None) => Some(Input::Renewed(Ok(false))),
            Err(error) => Some(Input::Renewed(Err(error))),
        }
    }

    fn renewed(&mut self, outcome: Result<&JsValue, &JsValue>) -> Option<Input> {
        Some(Input::Renewed(self.renewal.take()?.finish(outcome).map(|()| true)))
    }

    /// Whatever the caller's function throws is the caller's, and what the promise that it returns is rejected with.
    fn report_progress(&self, progress: Progress) {
        if let Some(on_progress) = &self.listener
            && let Ok(returned) = on_progress.call1(&JsValue::UNDEFINED, &results::progress(progress))
            && returned.is_object()
        {
            let settled = callback_for(&self.callback, event::PROGRESS_TOLD);
            then(&Promise::resolve(&returned), &settled, &settled);
        }
    }

    /// The function is called as a reaction to a promise, so that what it throws is a rejection like any other.
    fn ask_for_change(&mut self, layout: Option<Layout>) {
        let is_strict = layout.as_ref().is_none_or(|layout| Layout::new(layout.as_json().clone()).is_ok());
        self.rules = if is_strict { Rules::Strict } else { Rules::Portal };
        if let Some(change) = &self.listener {
            let sections = to_javascript(&results::sections(layout));
            let changed = Promise::resolve(&sections).unchecked_ref::<Thenable>().then(change, change);
            let callback_for = |event| callback_for(&self.callback, event);
            then(changed.unchecked_ref(), &callback_for(event::CHANGED), &callback_for(event::CHANGE_FAILED));
        }
    }

    fn subscribe(&self, id: RequestId, promise: &Promise) {
        then(
            promise,
            &self.callback_for_request(id, event::FULFILLED),
            &self.callback_for_request(id, event::REJECTED),
        );
    }

    fn callback_for_request(&self, RequestId(id): RequestId, event: u32) -> Function {
        callback_for(&self.callback, id.wrapping_mul(event::COUNT).wrapping_add(event))
    }
}

impl Environment for ConnectionHandle {
    fn now(&self) -> f64 {
        monotonic_now()
    }

    fn date(&self) -> String {
        date()
    }

    fn jitter(&self) -> f64 {
        jitter()
    }

    fn transports(&self) -> Transports {
        self.transports()
    }

    fn token_generation(&self) -> u32 {
        self.token().map_or(0, |token| token.generation())
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Function`, but for the one method whose declaration in js-sys asks for more than this needs.
    type Callback;

    #[wasm_bindgen(method)]
    fn bind(this: &Callback, to: &JsValue, event: u32) -> Function;
}

/// The function to call back for one event.
fn callback_for(callback: &Function, event: u32) -> Function {
    callback.unchecked_ref::<Callback>().bind(&JsValue::UNDEFINED, event)
}

fn then(promise: &Promise, fulfilled: &Function, rejected: &Function) {
    promise.unchecked_ref::<Thenable>().then(fulfilled, rejected);
}
