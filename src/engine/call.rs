//! A call for one card.

use crate::card::{Backup, Card, Json, Layout};
use crate::engine::edit::{Edit, EditStep};
use crate::engine::operation::{Context, OperationState};
use crate::engine::retry::{RetryDecision, RetryPolicy};
use crate::engine::transport::Needs;
use crate::engine::{Action, CallResult, Change, Completion, RateLimit, RequestId, Settings, Success};
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Answer, Call, Reply, ResponseTime, fits_a_form, read_confirmation, read_layout};

/// A call, from its first request to its end.
#[derive(Debug)]
pub(super) struct CardCall {
    settings: Settings,
    /// What is asked at the moment.
    call: Call,
    plan: Plan,
    has_switched_family: bool,
    policy: RetryPolicy,
    /// Monotonic milliseconds.
    deadline: f64,
    state: State,
    /// Requests sent.
    attempts: u32,
    /// A request that has ended without saying so may have run.
    is_uncertain: bool,
    /// Of an edit: a change that has ended was made, or may have been.
    may_have_changed: bool,
    /// The method of the last request that has ended.
    last_method: Option<&'static str>,
    /// Of the last answer that is no error.
    status: Option<u16>,
    backup: Option<Backup>,
    /// What was last read.
    layout: Option<Layout>,
    /// Of the last answer.
    time: Option<ResponseTime>,
}

/// What follows the first answer.
#[derive(Debug)]
enum Plan {
    /// Nothing.
    Single,
    /// The card that was read for a backup is reset.
    Reset(Card),
    /// The card that was read is changed.
    Edit(Edit),
}

#[derive(Debug)]
enum State {
    /// A request is to be sent at a moment; it may have taken a turn of the bucket for that.
    Due { at: f64, has_turn: bool },
    /// The caller is asked what becomes of the card.
    Asking,
    /// A request is under way; `token_generation` is that of its token.
    InFlight { id: RequestId, token_generation: u32 },
}

/// The limit that single calls keep where a portal has refused one: that of all plans but one.
const LIMIT: RateLimit = RateLimit::CLOUD;

impl CardCall {
    /// A call; of an edit, the reading that it begins with.
    pub(super) fn new(call: Call, is_edit: bool, settings: Settings) -> Self {
        let (call, plan) = match call {
            Call::Get(card) if is_edit => (call, Plan::Edit(Edit::new(card, settings.retries))),
            Call::Reset(card) if settings.backup => (Call::Get(card), Plan::Reset(card)),
            call => (call, Plan::Single),
        };
        Self {
            call,
            plan,
            may_have_changed: false,
            has_switched_family: false,
            policy: RetryPolicy::new(settings.retries),
            deadline: f64::INFINITY,
            state: State::Due { at: f64::NEG_INFINITY, has_turn: false },
            attempts: 0,
            is_uncertain: false,
            last_method: None,
            status: None,
            backup: None,
            layout: None,
            time: None,
            settings,
        }
    }

    pub(super) fn start(&mut self, now: f64) {
        self.deadline = now + self.settings.timeout;
    }

    /// Sends what is due, or sets the timer.
    pub(super) fn advance(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        let now = context.now;
        if now >= self.deadline {
            return self.finish(Err(Error::timeout()), operation);
        }
        match self.state {
            State::Due { at, .. } if now < at => operation.sleep_until(at, now),
            State::Due { has_turn, .. } if !operation.is_blocked() => self.send(has_turn, operation, context),
            State::Due { .. } | State::Asking | State::InFlight { .. } => operation.sleep_until(self.deadline, now),
        }
    }

    fn send(&mut self, has_turn: bool, operation: &mut OperationState, context: &mut Context<'_>) {
        let now = context.now;
        if !has_turn && context.bucket.is_congested(now) && context.bucket.time_to_turn(LIMIT, now) > 0.0 {
            return self.resend_after(0.0, Error::too_many_requests(), operation, context);
        }
        let request = self.call.request(self.settings.family);
        let needs = if fits_a_form(&request.parameters) { Needs::Anything } else { Needs::Json };
        match operation.transport(needs, context.environment) {
            Ok(Some(transport)) => {
                context.bucket.count_request(LIMIT, now);
                self.attempts = self.attempts.saturating_add(1);
                let id = operation.send(request, transport);
                self.state = State::InFlight { id, token_generation: context.environment.token_generation() };
            }
            Ok(None) => {}
            Err(error) => return self.finish(Err(error), operation),
        }
        operation.sleep_until(self.deadline, now);
    }

    /// Sends the request again after a pause, and when its turn has come; fails for `error` where that would be too late.
    fn resend_after(&mut self, pause: f64, error: Error, operation: &mut OperationState, context: &mut Context<'_>) {
        let now = context.now;
        let is_congested = context.bucket.is_congested(now);
        let turn = if is_congested { context.bucket.time_to_turn(LIMIT, now) } else { 0.0 };
        let at = now + pause.max(turn);
        if at >= self.deadline {
            return self.finish(Err(error), operation);
        }
        if is_congested {
            context.bucket.take_turn(LIMIT, now);
        }
        self.state = State::Due { at, has_turn: is_congested };
        operation.sleep_until(at, now);
    }

    fn resend(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        self.state = State::Due { at: context.now, has_turn: false };
        self.advance(operation, context);
    }

    pub(super) fn replied(
        &mut self,
        id: RequestId,
        reply: Result<Reply, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let State::InFlight { id: awaited, token_generation } = self.state else { return };
        if id != awaited {
            return;
        }
        self.last_method = Some(self.method());
        // From here on nothing is under way.
        self.state = State::Due { at: context.now, has_turn: false };
        let status = reply.as_ref().map_or(None, |reply| reply.status);
        match reply.and_then(Reply::read) {
            Ok(answer) => {
                self.status = status;
                operation.knowledge.learn(answer.time.as_ref(), context.now);
                operation.knowledge.lacks_contact_family |= self.has_switched_family;
                self.answered(answer, operation, context);
            }
            Err(error) => self.request_failed(error, token_generation, operation, context),
        }
    }

    fn answered(&mut self, answer: Answer<Json>, operation: &mut OperationState, context: &mut Context<'_>) {
        self.time = answer.time;
        if let Call::Get(card) = self.call {
            match read_layout(answer.result) {
                Ok(layout) => self.layout = layout,
                Err(error) => return self.finish(Err(error), operation),
            }
            if self.settings.backup && self.backup.is_none() {
                self.backup = Some(self.settings.backup_of(card, self.layout.clone(), context.environment));
            }
        } else if let Err(error) = read_confirmation(&answer.result) {
            return self.finish(Err(error), operation);
        }
        let is_reading = !self.call.changes_card();
        match &mut self.plan {
            Plan::Reset(card) if is_reading => {
                let reset = Call::Reset(*card);
                self.ask(reset, operation, context);
            }
            Plan::Edit(edit) if is_reading => match edit.next(self.layout.as_ref(), context.environment) {
                EditStep::Ask => {
                    self.state = State::Asking;
                    operation.push(Action::Change(self.layout.clone()));
                    self.advance(operation, context);
                }
                EditStep::Pause(pause) => self.resend_after(pause, Error::timeout(), operation, context),
                EditStep::Finish => self.succeed(operation),
                EditStep::Fail(error) => self.finish(Err(error), operation),
            },
            Plan::Edit(edit) => {
                self.may_have_changed = true;
                let get = Call::Get(edit.card);
                self.ask(get, operation, context);
            }
            _ => self.succeed(operation),
        }
    }

    /// The caller has said what becomes of the card.
    pub(super) fn changed(
        &mut self,
        change: Result<Change, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let Plan::Edit(edit) = &mut self.plan else { return };
        match change.map(|change| edit.call(self.layout.as_ref(), change)) {
            Ok(Some(call)) => self.ask(call, operation, context),
            Ok(None) => self.succeed(operation),
            Err(error) => self.finish(Err(error), operation),
        }
    }

    fn succeed(&mut self, operation: &mut OperationState) {
        let result =
            if self.call.changes_card() { CallResult::Confirmed } else { CallResult::Layout(self.layout.take()) };
        let is_changed = if let Plan::Edit(edit) = &self.plan { Some(edit.is_changed) } else { None };
        let success = Success { result, time: self.time.take(), is_changed, backup: self.backup.take() };
        self.finish(Ok(success), operation);
    }

    /// Asks for what follows. It has retries of its own, and shares the deadline.
    fn ask(&mut self, call: Call, operation: &mut OperationState, context: &mut Context<'_>) {
        self.call = call;
        self.policy = RetryPolicy::new(self.settings.retries);
        self.is_uncertain = false;
        self.resend(operation, context);
    }

    fn request_failed(
        &mut self,
        error: Error,
        token_generation: u32,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        self.is_uncertain |= error.outcome == Outcome::Unknown;
        if self.settings.family.is_missing(&error) {
            self.settings.family = self.settings.family.of_items();
            self.has_switched_family = true;
            return self.resend(operation, context);
        }
        if error.is_congestion() {
            context.bucket.mark_full(LIMIT, context.now);
        }
        let limit_ends_in = operation.limit_ends_in(&error, context.now);
        let is_outdated = context.environment.token_generation() != token_generation;
        match self.policy.decide(&error, is_outdated, limit_ends_in, || context.environment.jitter()) {
            RetryDecision::GiveUp => self.finish(Err(error), operation),
            RetryDecision::Wait(pause) => {
                // Sent again, a change that was made would undo what others have saved since.
                if let Plan::Edit(edit) = &self.plan
                    && error.outcome == Outcome::Unknown
                    && self.call.changes_card()
                {
                    self.may_have_changed = true;
                    self.call = Call::Get(edit.card);
                }
                self.resend_after(pause, error, operation, context);
            }
            RetryDecision::RenewToken => operation.renew(Some(error)),
            RetryDecision::SendAgain => self.resend(operation, context),
        }
    }

    /// A request that no driver has sent yet: it is not under way, and was no attempt.
    pub(super) fn unsend(&mut self, unsent: RequestId) {
        if let State::InFlight { id, .. } = self.state
            && id == unsent
        {
            self.attempts = self.attempts.saturating_sub(1);
            self.state = State::Due { at: f64::NEG_INFINITY, has_turn: false };
        }
    }

    pub(super) fn finish(&mut self, result: Result<Success, Error>, operation: &mut OperationState) {
        let result = result.map_err(|error| self.annotate(error));
        if let State::InFlight { id, .. } = self.state {
            operation.cancel(id);
        }
        operation.finish(Completion::Call(result));
    }

    /// The error as its caller gets it. A request that may have run leaves the outcome unknown, whatever a later one was
    /// told. A call that only reads leaves every card as it was.
    pub(super) fn annotate(&self, mut error: Error) -> Error {
        let is_in_flight = matches!(self.state, State::InFlight { .. });
        let may_have_run = error.outcome == Outcome::Unknown || is_in_flight || self.is_uncertain;
        let may_have_changed = self.may_have_changed || (may_have_run && self.attempts > 0 && self.call.changes_card());
        error.outcome = if may_have_changed { Outcome::Unknown } else { Outcome::Unchanged };
        if error.kind == ErrorKind::UnexpectedAnswer {
            error.status = error.status.or(self.status);
        }
        error.method = if is_in_flight { Some(self.method()) } else { self.last_method };
        error.attempts = self.attempts;
        error.with_backup(self.backup.clone())
    }

    const fn method(&self) -> &'static str {
        self.call.method(self.settings.family)
    }
}

#[cfg(test)]
mod tests;
