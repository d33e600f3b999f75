//! What calls and bulk operations have in common: transports, renewals of the token, and the timer.

use crate::engine::bulk::Bulk;
use crate::engine::call::CardCall;
use crate::engine::transport::Needs;
use crate::engine::{
    Action, BulkReport, Change, Completion, Environment, Input, Knowledge, RequestId, Settings, Task, TokenBucket,
    Transport, Transports,
};
use crate::error::Error;
use crate::protocol::{Call, Reply, Request, not_for_a_form};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem;

/// One operation of a caller: a call, a card that is read and then reset, or many cards.
///
/// After [`Action::Finish`] it ignores every input and has no more actions.
#[derive(Debug)]
pub(crate) struct Operation {
    work: Work,
    state: OperationState,
}

#[derive(Debug)]
enum Work {
    Call(Box<CardCall>),
    Bulk(Box<Bulk>),
}

/// What both kinds of work use.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and they go together in any way")]
pub(super) struct OperationState {
    pub(super) knowledge: Knowledge,
    /// The next one first.
    actions: Vec<Action>,
    requests: u32,
    /// When the timer fires; infinite where none is set.
    wakes_at: f64,
    blocker: Blocker,
    /// The library has been waited for.
    is_ready: bool,
    /// A token that the library lacks is renewed once.
    has_tried_renewal: bool,
    /// The library has lost a response, so that the portal itself is asked where that is possible.
    has_lost_response: bool,
    is_finished: bool,
}

/// What keeps requests from being sent.
#[derive(Debug)]
enum Blocker {
    None,
    /// The BX24 library is to be initialised.
    Library,
    /// The token is being renewed, because of this error where the portal refused it.
    Renewal(Option<Error>),
}

/// How often an awaited library is looked at, in milliseconds.
const LIBRARY_POLL_INTERVAL: f64 = 250.0;

/// What an input is handled with.
pub(super) struct Context<'a> {
    pub(super) bucket: &'a mut TokenBucket,
    pub(super) environment: &'a dyn Environment,
    /// Monotonic milliseconds.
    pub(super) now: f64,
}

impl Operation {
    /// An operation. `knowledge` is what earlier ones have learned about the portal.
    pub(crate) fn new(task: Task, mut settings: Settings, knowledge: Knowledge) -> Self {
        settings.family = knowledge.family(settings.family);
        let work = match task {
            Task::Bulk(task) => Work::Bulk(Box::new(Bulk::new(task, settings))),
            Task::Edit(card) => {
                settings.backup = true;
                Work::Call(Box::new(CardCall::new(Call::Get(card), true, settings)))
            }
            Task::Call(call) => Work::Call(Box::new(CardCall::new(call, false, settings))),
        };
        let state = OperationState {
            knowledge,
            actions: Vec::new(),
            requests: 0,
            wakes_at: f64::INFINITY,
            blocker: Blocker::None,
            is_ready: false,
            has_tried_renewal: false,
            has_lost_response: false,
            is_finished: false,
        };
        Self { work, state }
    }

    /// Takes in what has happened. `bucket` is that of the portal, which all calls to it share.
    pub(crate) fn handle(&mut self, input: Input, bucket: &mut TokenBucket, environment: &dyn Environment) {
        let state = &mut self.state;
        if state.is_finished {
            return;
        }
        let mut now = environment.now();
        if matches!(input, Input::TimerFired) {
            // A timer may fire a moment early, and a test may move timers alone.
            now = if state.wakes_at.is_finite() { now.max(state.wakes_at) } else { now };
            state.wakes_at = f64::INFINITY;
        }
        let context = &mut Context { bucket, environment, now };
        let failure = match input {
            Input::Started => {
                self.work.start(now);
                None
            }
            Input::TimerFired | Input::LibraryReady => {
                state.look_at_library(matches!(input, Input::LibraryReady), environment);
                None
            }
            Input::Renewed(outcome) => state.renewed(outcome),
            Input::Replied(id, reply) => return self.work.replied(id, reply, state, context),
            Input::Changed(change) => return self.work.changed(change, state, context),
            Input::Cancelled(error) => return self.work.cancel(error, state),
        };
        match failure {
            Some(error) => self.work.fail(error, state, context),
            None => self.work.advance(state, context),
        }
    }

    /// The next thing to do; `None` until the next input.
    pub(crate) fn next_action(&mut self) -> Option<Action> {
        // The optimizer cannot prove that `remove` does not panic.
        self.state.actions.extract_if(.., |_| true).next()
    }

    /// What has been learned about the portal.
    pub(crate) const fn knowledge(&self) -> Knowledge {
        self.state.knowledge
    }

    /// What has become of whom so far: of a bulk operation, who is done or failed.
    pub(crate) fn bulk_report(&self) -> Option<&BulkReport> {
        match (self.state.actions.last(), &self.work) {
            (Some(Action::Finish(completion)), _) => match &**completion {
                Completion::Bulk(report) => Some(report),
                Completion::Call(_) => None,
            },
            (_, Work::Bulk(bulk)) => Some(bulk.report()),
            (_, Work::Call(_)) => None,
        }
    }

    /// The error of a fault of this package as its caller gets it. Whatever was sent may have run.
    #[cfg(any(test, all(target_family = "wasm", feature = "npm")))]
    pub(crate) fn annotate(&self, error: Error) -> Error {
        match &self.work {
            Work::Call(call) => call.annotate(error.with_unknown_outcome()),
            Work::Bulk(_) => error.with_unknown_outcome(),
        }
    }
}

impl Work {
    fn start(&mut self, now: f64) {
        match self {
            Self::Call(call) => call.start(now),
            Self::Bulk(bulk) => bulk.start(now),
        }
    }

    fn advance(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        match self {
            Self::Call(call) => call.advance(operation, context),
            Self::Bulk(bulk) => bulk.advance(operation, context),
        }
    }

    fn replied(
        &mut self,
        id: RequestId,
        reply: Result<Reply, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        if reply.as_ref().is_err_and(|error| error.code == Error::LOST_RESPONSE) {
            operation.has_lost_response = true;
        }
        match self {
            Self::Call(call) => call.replied(id, reply, operation, context),
            Self::Bulk(bulk) => bulk.replied(id, reply, operation, context),
        }
    }

    fn changed(&mut self, change: Result<Change, Error>, operation: &mut OperationState, context: &mut Context<'_>) {
        if let Self::Call(call) = self {
            call.changed(change, operation, context);
        }
    }

    fn fail(&mut self, error: Error, operation: &mut OperationState, context: &mut Context<'_>) {
        match self {
            Self::Call(call) => call.finish(Err(error), operation),
            Self::Bulk(bulk) => {
                bulk.stop(error);
                bulk.advance(operation, context);
            }
        }
    }

    fn cancel(&mut self, error: Error, operation: &mut OperationState) {
        // What was decided and not yet done is not done any more.
        while let Some(action) = operation.actions.pop() {
            if let Action::Send(id, ..) = action {
                match self {
                    Self::Call(call) => call.unsend(id),
                    Self::Bulk(bulk) => bulk.unsend(id),
                }
            }
        }
        match self {
            Self::Call(call) => call.finish(Err(error), operation),
            Self::Bulk(bulk) => {
                bulk.stop(error);
                bulk.finish(operation);
            }
        }
    }
}

impl OperationState {
    /// Whether requests have to wait for the library or for a token.
    pub(super) const fn is_blocked(&self) -> bool {
        !matches!(self.blocker, Blocker::None)
    }

    /// The transport for a request; `Ok(None)` where it has to wait.
    pub(super) fn transport(
        &mut self,
        needs: Needs,
        environment: &dyn Environment,
    ) -> Result<Option<Transport>, Error> {
        let library = |needs| if needs == Needs::Json { Err(not_for_a_form()) } else { Ok(Some(Transport::Library)) };
        let transports = environment.transports();
        if !matches!(transports, Transports::NoToken { .. }) {
            self.has_tried_renewal = false;
        }
        match transports {
            Transports::LibraryAndFetch if needs == Needs::Anything && !self.has_lost_response => library(needs),
            Transports::LibraryAndFetch | Transports::Fetch => Ok(Some(Transport::Fetch)),
            // The library would queue the request, and send it when nobody waits for it any more.
            Transports::NoToken { can_await: true, .. } if !self.is_ready => {
                self.blocker = Blocker::Library;
                self.push(Action::AwaitLibrary);
                Ok(None)
            }
            Transports::NoToken { can_renew: true, .. } if !self.has_tried_renewal => {
                self.has_tried_renewal = true;
                self.renew(None);
                Ok(None)
            }
            Transports::NoToken { .. } | Transports::Library => library(needs),
        }
    }

    /// Ends the wait for a library that says that it is initialised, or has a token.
    fn look_at_library(&mut self, is_initialised: bool, environment: &dyn Environment) {
        let is_awaited = matches!(self.blocker, Blocker::Library);
        if is_awaited && (is_initialised || !matches!(environment.transports(), Transports::NoToken { .. })) {
            self.is_ready = true;
            self.blocker = Blocker::None;
        }
    }

    /// Renews the token, because of `error` where the portal refused it.
    pub(super) fn renew(&mut self, error: Option<Error>) {
        self.blocker = Blocker::Renewal(error);
        self.push(Action::RenewToken);
    }

    /// Takes in the end of a renewal; an error ends the operation.
    fn renewed(&mut self, outcome: Result<bool, Error>) -> Option<Error> {
        match (outcome, mem::replace(&mut self.blocker, Blocker::None)) {
            (Err(error), _) => Some(error),
            (Ok(false), Blocker::Renewal(expired)) => expired,
            (Ok(_), _) => None,
        }
    }

    /// In how many milliseconds the operating limit ends, where the portal has told.
    pub(super) fn limit_ends_in(&self, error: &Error, now: f64) -> Option<f64> {
        error.retry_after.or(self.knowledge.operating_limit_ends_at.map(|at| at - now))
    }

    pub(super) fn send(&mut self, request: Request, via: Transport) -> RequestId {
        let id = RequestId(self.requests);
        self.requests = self.requests.wrapping_add(1);
        self.push(Action::Send(id, request, via));
        id
    }

    pub(super) fn cancel(&mut self, id: RequestId) {
        self.push(Action::Cancel(id));
    }

    pub(super) fn push(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Sets the timer, unless it is set to that moment. While the library is awaited, the timer also fires to look at it: within
    /// an installation a library has a token before it says that it is initialised.
    pub(super) fn sleep_until(&mut self, moment: f64, now: f64) {
        let moment =
            if matches!(self.blocker, Blocker::Library) { moment.min(now + LIBRARY_POLL_INTERVAL) } else { moment };
        if moment.to_bits() != self.wakes_at.to_bits() {
            self.wakes_at = moment;
            self.push(Action::Sleep((moment - now).max(0.0)));
        }
    }

    pub(super) fn finish(&mut self, completion: Completion) {
        self.is_finished = true;
        self.push(Action::Finish(Box::new(completion)));
    }
}
