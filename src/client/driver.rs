//! The driver of the engine for Rust: a table of effects. Each future becomes an input, and each action an effect.

use crate::card::Layout;
use crate::client::{Client, Clock, Connection, Shared, milliseconds};
use crate::engine::{Action, Change, Completion, Environment, Input, Operation, Progress, RequestId, Transports};
use crate::error::Error;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::future::Future;
use core::pin::Pin;
use core::time::Duration;
use futures_util::StreamExt as _;
use futures_util::future::{AbortHandle, Abortable, abortable};
use futures_util::stream::FuturesUnordered;

type Event<'a> = Abortable<Pin<Box<dyn Future<Output = Input> + 'a>>>;

/// What an operation waits for.
struct Events<'a> {
    futures: FuturesUnordered<Event<'a>>,
    requests: Vec<(RequestId, AbortHandle)>,
    timer: Option<AbortHandle>,
}

impl<'a> Events<'a> {
    fn await_input(&mut self, future: impl Future<Output = Input> + 'a) -> AbortHandle {
        let future: Pin<Box<dyn Future<Output = Input> + 'a>> = Box::pin(future);
        let (future, handle) = abortable(future);
        self.futures.push(future);
        handle
    }
}

impl<C: Connection, K: Clock> Client<C, K> {
    /// Performs an operation to its end. `on_progress` is told how far a bulk operation is, and `change` makes the layouts of an edit.
    pub(super) async fn drive(
        &self,
        operation: &mut Operation,
        mut on_progress: impl FnMut(Progress, &Operation),
        mut change: impl FnMut(Option<Layout>) -> Result<Change, Error>,
    ) -> Completion {
        let mut events = Events { futures: FuturesUnordered::new(), requests: Vec::new(), timer: None };
        self.handle(operation, Input::Started);
        loop {
            while let Some(action) = operation.next_action() {
                match action {
                    Action::AwaitLibrary => {
                        let ready = self.connection.ready();
                        events.await_input(async {
                            ready.await;
                            Input::LibraryReady
                        });
                    }
                    Action::Send(id, request, transport) => {
                        let reply = self.connection.send(request, transport);
                        let handle = events.await_input(async move { Input::Replied(id, reply.await) });
                        events.requests.push((id, handle));
                    }
                    Action::Cancel(id) => {
                        events.requests.iter().filter(|(other, _)| *other == id).for_each(|(_, handle)| handle.abort());
                    }
                    Action::Sleep(pause) => {
                        let pause = Duration::try_from_secs_f64(pause / 1000.0).unwrap_or(Duration::MAX);
                        let sleep = self.clock.sleep(pause);
                        let timer = events.await_input(async {
                            sleep.await;
                            Input::TimerFired
                        });
                        if let Some(replaced) = events.timer.replace(timer) {
                            replaced.abort();
                        }
                    }
                    Action::RenewToken => {
                        let renewal = self.connection.renew_token();
                        events.await_input(async { Input::Renewed(renewal.await) });
                    }
                    Action::Change(layout) => {
                        let change = change(layout);
                        events.await_input(async { Input::Changed(change) });
                    }
                    Action::Progress(progress) => on_progress(progress, operation),
                    Action::Finish(completion) => return *completion,
                }
            }
            // The others have been replaced or cancelled.
            if let Some(Ok(input)) = events.futures.next().await {
                if let Input::Replied(id, _) = &input {
                    events.requests.retain(|(other, _)| other != id);
                }
                self.handle(operation, input);
            }
        }
    }

    /// Ends an operation that is no longer driven.
    pub(super) fn cancel(&self, operation: &mut Operation) -> Option<Completion> {
        self.handle(operation, Input::Cancelled(Error::aborted()));
        loop {
            if let Action::Finish(completion) = operation.next_action()? {
                return Some(*completion);
            }
        }
    }

    fn handle(&self, operation: &mut Operation, input: Input) {
        let Shared { bucket, knowledge } = &*self.shared;
        let mut taken = bucket.get();
        operation.handle(input, &mut taken, self);
        bucket.set(taken);
        knowledge.set(knowledge.get().merged_with(operation.knowledge()));
    }
}

impl<C: Connection, K: Clock> Environment for Client<C, K> {
    fn now(&self) -> f64 {
        milliseconds(self.clock.now())
    }

    fn date(&self) -> String {
        self.clock.date()
    }

    fn jitter(&self) -> f64 {
        self.clock.jitter()
    }

    fn transports(&self) -> Transports {
        self.connection.transports()
    }

    fn token_generation(&self) -> u32 {
        self.connection.token_generation()
    }
}
