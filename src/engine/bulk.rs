//! The personal cards of many users, read, reset or restored: which request is sent when, and what has become of whom.
//!
//! Every user is in one place at any time (waiting, in flight, done, failed or unanswered), so that the report has each of them
//! once, whenever it is made.

#![expect(
    clippy::vec_box,
    clippy::boxed_local,
    reason = "members are moved from list to list: the code that moves a pointer is short"
)]

use crate::card::{Backup, Card, Json, Layout, UserId};
use crate::engine::operation::{Context, OperationState};
use crate::engine::retry::{RetryDecision, RetryPolicy};
use crate::engine::transport::Needs;
use crate::engine::{Action, Completion, RateLimit, RequestId, Settings};
use crate::error::{Error, ErrorKind, Outcome, Retry};
use crate::protocol::{
    Answer, Batch, Call, Family, Reply, Request, fits_a_form, read_confirmation, read_layout, take_answer,
};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem;

/// The response time, in seconds, up to which requests are sent as fast as the portal's limit allows. It bounds the number in
/// flight: 10 by the limit of the cloud, 25 by that of Enterprise.
const RESPONSE_TIME: f64 = 5.0;
/// The pause before users are asked for again whose answer was missing, in milliseconds.
const PAUSE: f64 = 500.0;

/// How far a bulk operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Users given, each once.
    pub total: usize,
    /// Users for whom it was done.
    pub done: usize,
    /// Users whom the portal refused.
    pub failed: usize,
}

impl Progress {
    /// Users of whom it is not known yet.
    #[must_use]
    pub const fn pending(self) -> usize {
        self.total.saturating_sub(self.done).saturating_sub(self.failed)
    }
}

/// What has become of whom in a bulk operation.
#[derive(Debug, Default)]
pub struct BulkReport {
    /// Users whose card was read, or for whom the portal said `true`.
    pub done: Vec<UserId>,
    /// Users whom the portal refused, one by one.
    pub failed: Vec<(UserId, Error)>,
    /// Users for whom it is not known to be done.
    pub pending: Vec<UserId>,
    /// Of a reading: the saved layouts, `None` where a user has none. They are in the order of `done`.
    pub cards: Vec<(UserId, Option<Layout>)>,
    /// With backups: the cards that were read, or those that were reset or may have been reset, as they were before.
    pub backups: Vec<Backup>,
    /// Why users are pending.
    pub stopped: Option<Error>,
    pub(crate) kind: BulkKind,
}

/// What is done in a bulk operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum BulkKind {
    Read,
    #[default]
    Reset,
    Restore,
}

/// A bulk operation, and the bounds of all of it.
#[derive(Clone, Debug)]
pub(crate) struct BulkTask {
    pub(crate) kind: BulkKind,
    /// Each user once, with the layout that is to be saved. Without one, a card is reset.
    pub(crate) cards: Vec<(UserId, Option<Layout>)>,
    /// Milliseconds for all of it, infinite without a bound; the timeout of the settings is that of each request.
    pub(crate) total_timeout: f64,
    pub(crate) limit: RateLimit,
}

/// One user who is neither done nor failed.
#[derive(Debug)]
struct Member {
    user: UserId,
    /// What is to be saved. Without it the card is reset, or only read.
    layout: Option<Layout>,
    /// Requests sent.
    attempts: u32,
    /// How often the portal's answer for this user alone was missing.
    missing_answers: u32,
    backup: Option<Backup>,
    /// A change was sent that may have been made.
    is_uncertain: bool,
}

impl Member {
    /// What is asked of the portal for this user.
    fn call(&self, step: Step) -> Call {
        let card = Card::Personal(Some(self.user));
        match (step, &self.layout) {
            (Step::Read, _) => Call::Get(card),
            (Step::Change, Some(layout)) => Call::Set(card, layout.clone()),
            (Step::Change, None) => Call::Reset(card),
        }
    }

    /// Whether no batch of this family holds the change.
    fn fits_no_batch(&self, family: Family) -> bool {
        self.layout.is_some() && !Batch::new(family).push(self.user, &self.call(Step::Change))
    }
}

/// What a request asks of its members' cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Read,
    Change,
}

/// A request in flight.
#[derive(Debug)]
struct InFlight {
    id: RequestId,
    step: Step,
    /// Of the card of its only member, and no batch.
    is_single: bool,
    family: Family,
    token_generation: u32,
    sent_at: f64,
    members: Vec<Box<Member>>,
}

/// A bulk operation under way. Times are monotonic, in milliseconds.
#[derive(Debug)]
pub(super) struct Bulk {
    settings: Settings,
    total: usize,
    /// A request has ended since the caller was last told how far it is.
    has_news: bool,
    total_timeout: f64,
    limit: RateLimit,
    deadline: f64,
    has_switched_family: bool,
    /// Users whose card is to be read, the next one last.
    unread: Vec<Box<Member>>,
    /// Users whose card is to be changed, the next one last.
    ready: Vec<Box<Member>>,
    in_flight: Vec<InFlight>,
    /// Users whom the portal has refused, or for whom alone it has failed, since it last did what it was asked for.
    failures_in_a_row: usize,
    policy: RetryPolicy,
    /// Requests that were sent before this moment have failed together with the one that counted.
    last_failure_at: f64,
    resumes_at: f64,
    /// The turn of the bucket that the next request has taken.
    turn: Option<f64>,
    /// When the library or a token was first waited for.
    blocked_since: Option<f64>,
    /// Users whose answer was missing as often as they may be asked for, and the first reason.
    unanswered: Vec<Box<Member>>,
    unanswered_error: Option<Error>,
    report: BulkReport,
}

impl Bulk {
    pub(super) fn new(BulkTask { kind, mut cards, total_timeout, limit }: BulkTask, mut settings: Settings) -> Self {
        let total = cards.len();
        // Those that no batch can hold come last, so that batches are full.
        let (mut members, mut batched) = (Vec::new(), Vec::new());
        while let Some((user, layout)) = cards.pop() {
            let member = Member { user, layout, attempts: 0, missing_answers: 0, backup: None, is_uncertain: false };
            let list = if member.fits_no_batch(settings.family.of_items()) { &mut members } else { &mut batched };
            list.push(Box::new(member));
        }
        members.append(&mut batched);
        settings.backup &= kind != BulkKind::Restore;
        let begins_with_reading = kind == BulkKind::Read || settings.backup;
        let (unread, ready) = if begins_with_reading { (members, Vec::new()) } else { (Vec::new(), members) };
        Self {
            total,
            has_news: false,
            deadline: f64::INFINITY,
            has_switched_family: false,
            unread,
            ready,
            in_flight: Vec::new(),
            failures_in_a_row: 0,
            policy: RetryPolicy::new(settings.retries),
            last_failure_at: f64::NEG_INFINITY,
            resumes_at: f64::NEG_INFINITY,
            turn: None,
            blocked_since: None,
            unanswered: Vec::new(),
            unanswered_error: None,
            report: BulkReport { kind, ..BulkReport::default() },
            total_timeout,
            limit,
            settings,
        }
    }

    pub(super) fn start(&mut self, now: f64) {
        self.deadline = now + self.total_timeout;
    }

    /// Sends the requests that are due, and sets the timer for what comes next.
    pub(super) fn advance(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        let now = context.now;
        if now >= self.deadline {
            self.stop(Error::timeout());
            return self.finish(operation);
        }
        self.give_up_late_requests(operation, context);
        if !operation.is_blocked() {
            self.blocked_since = None;
        }
        let mut wakes_at = self.deadline;
        while let Some(step) = self.next_step() {
            if operation.is_blocked() {
                let ends_at = *self.blocked_since.get_or_insert(now) + self.settings.timeout;
                if now >= ends_at {
                    self.stop(Error::timeout());
                    return self.finish(operation);
                }
                wakes_at = wakes_at.min(ends_at);
                break;
            }
            let turn = *self.turn.get_or_insert_with(|| now + context.bucket.take_turn(self.limit, now));
            let due_at = turn.max(self.resumes_at);
            if due_at > now {
                wakes_at = wakes_at.min(due_at);
                break;
            }
            self.send(step, operation, context);
        }
        self.tell_progress(operation);
        if self.in_flight.is_empty() && !self.has_work() {
            return self.finish(operation);
        }
        let timeout = self.settings.timeout;
        for request in &self.in_flight {
            wakes_at = wakes_at.min(request.sent_at + timeout);
        }
        if wakes_at.is_finite() {
            operation.sleep_until(wakes_at, now);
        }
    }

    /// What the next request asks; `None` when none is to be sent before a reply has come.
    fn next_step(&self) -> Option<Step> {
        let in_flight = u32::try_from(self.in_flight.len()).unwrap_or(u32::MAX);
        if !self.has_work() || f64::from(in_flight) >= self.limit.per_second() * RESPONSE_TIME {
            return None;
        }
        let is_reading = self.in_flight.iter().any(|request| request.step == Step::Read);
        // Full batches, for as long as there is something left to fill them with.
        if self.ready.len() >= Batch::MAX || (self.unread.is_empty() && !is_reading) {
            Some(Step::Change)
        } else if self.unread.is_empty() {
            None
        } else {
            Some(Step::Read)
        }
    }

    /// Whether the cards stay as they are.
    fn is_reading(&self) -> bool {
        self.report.kind == BulkKind::Read
    }

    /// Whether there are users to be asked for.
    fn has_work(&self) -> bool {
        self.report.stopped.is_none() && (!self.unread.is_empty() || !self.ready.is_empty())
    }

    /// Sends the next request, unless it has to wait for the library or a token.
    fn send(&mut self, step: Step, operation: &mut OperationState, context: &mut Context<'_>) {
        let (mut members, request) = self.take_members(step);
        let is_single = request.method != Batch::METHOD;
        let needs = if fits_a_form(&request.parameters) { Needs::Batch } else { Needs::Json };
        match operation.transport(needs, context.environment) {
            Ok(Some(transport)) => {
                self.turn = None;
                context.bucket.count_request(self.limit, context.now);
                for member in &mut members {
                    member.attempts = member.attempts.saturating_add(1);
                }
                self.in_flight.push(InFlight {
                    id: operation.send(request, transport),
                    step,
                    is_single,
                    family: self.settings.family,
                    token_generation: context.environment.token_generation(),
                    sent_at: context.now,
                    members,
                });
            }
            Ok(None) => self.requeue_all(members),
            // Of a single: no transport carries this layout.
            Err(error) => {
                if let Some(member) = members.pop() {
                    self.has_news = true;
                    self.report_refused(member, error);
                }
            }
        }
    }

    /// Takes the users of the next request: as many as a batch holds, or one whose layout fits none.
    fn take_members(&mut self, step: Step) -> (Vec<Box<Member>>, Request) {
        let family = self.settings.family;
        let queue = if step == Step::Read { &mut self.unread } else { &mut self.ready };
        let mut batch = Batch::new(family);
        let mut members = Vec::new();
        while let Some(member) = queue.pop() {
            let call = member.call(step);
            if batch.push(member.user, &call) {
                members.push(member);
            } else if members.is_empty() {
                members.push(member);
                return (members, call.request(family));
            } else {
                queue.push(member);
                break;
            }
        }
        (members, batch.request())
    }

    pub(super) fn replied(
        &mut self,
        id: RequestId,
        reply: Result<Reply, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let Some(request) = self.take_in_flight(id) else { return };
        self.has_news = true;
        self.ended(request, reply.and_then(Reply::read), operation, context);
        operation.knowledge.lacks_contact_family |= self.has_switched_family && !self.report.done.is_empty();
        self.advance(operation, context);
    }

    /// A request that is in flight no longer.
    fn take_in_flight(&mut self, id: RequestId) -> Option<InFlight> {
        let index = self.in_flight.iter().position(|request| request.id == id)?;
        Some(self.in_flight.swap_remove(index))
    }

    fn give_up_late_requests(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        let (now, timeout) = (context.now, self.settings.timeout);
        let is_late = |request: &&InFlight| now >= request.sent_at + timeout;
        while let Some(id) = self.in_flight.iter().find(is_late).map(|request| request.id) {
            operation.cancel(id);
            let Some(request) = self.take_in_flight(id) else { return };
            self.has_news = true;
            self.ended(request, Err(Error::timeout().with_unknown_outcome()), operation, context);
        }
    }

    /// A request has ended, for its users or for all of them.
    fn ended(
        &mut self,
        request: InFlight,
        answer: Result<Answer<Json>, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        match answer {
            Err(error) if !request.is_single || !(error.is_of_one_card() || request.family.is_missing(&error)) => {
                self.request_failed(request, error, operation, context);
            }
            answer => self.answered(request, answer, operation, context),
        }
    }

    /// The portal has answered: each user's own answer decides.
    fn answered(
        &mut self,
        request: InFlight,
        answer: Result<Answer<Json>, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let InFlight { step, is_single, family, token_generation, sent_at, members, .. } = request;
        let (mut own, mut containers) = match answer {
            Ok(answer) if !is_single => (None, answer.result),
            answer => (Some(answer), Json::Null),
        };
        let (asked, refused) = (members.len(), self.report.failed.len());
        let mut is_fruitful = false;
        let mut common = None;
        let ready = mem::take(&mut self.ready);
        for member in members {
            let answer = own.take().unwrap_or_else(|| take_answer(&mut containers, member.user));
            let settled = self.settle(member, step, answer, operation, context);
            is_fruitful |= settled.is_ok();
            if let Err((member, mut error)) = settled {
                error.method = Some(member.call(step).method(family));
                if step == Step::Read {
                    error.outcome = Outcome::Unchanged;
                }
                match error.retry {
                    _ if family.is_missing(&error) => {
                        self.settings.family = family.of_items();
                        self.has_switched_family = true;
                        self.requeue(member);
                    }
                    // These concern every command alike.
                    Retry::OperatingLimit => {
                        self.requeue(member);
                        common = Some(error);
                    }
                    _ if error.kind == ErrorKind::Auth => {
                        self.requeue(member);
                        common = Some(error);
                    }
                    Retry::Never if error.kind != ErrorKind::UnexpectedAnswer => self.report_refused(member, error),
                    // It would go on so with the others.
                    _ if is_single && self.failures_in_a_row >= Batch::MAX => {
                        self.requeue(member);
                        self.stop(error);
                    }
                    _ => self.retry_member(member, step, is_single, error, context),
                }
            }
        }
        let mut more = mem::replace(&mut self.ready, ready);
        if is_single {
            // Behind the others, which it does not hold up.
            more.append(&mut self.ready);
            self.ready = more;
        } else {
            // The next one last.
            while let Some(member) = more.pop() {
                self.ready.push(member);
            }
        }
        if let Some(error) = common {
            return self.common_failure(error, token_generation, sent_at, operation, context);
        }
        let refused = self.report.failed.len().saturating_sub(refused);
        if is_fruitful {
            self.failures_in_a_row = 0;
        } else if is_single || refused == asked {
            self.failures_in_a_row = self.failures_in_a_row.saturating_add(asked);
        }
        // A few users say nothing of the others.
        if refused > 0 && self.failures_in_a_row >= Batch::MAX {
            self.stop_after_refusals();
        }
    }

    /// A request has no answer, or one that concerns every card.
    fn request_failed(
        &mut self,
        request: InFlight,
        mut error: Error,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let InFlight { step, is_single, family, token_generation, sent_at, mut members, .. } = request;
        let single = members.first().filter(|_| is_single);
        error.method = Some(single.map_or(Batch::METHOD, |member| member.call(step).method(family)));
        error.attempts = 1;
        if step == Step::Read {
            error.outcome = Outcome::Unchanged;
        }
        for member in &mut members {
            member.is_uncertain |= error.outcome == Outcome::Unknown;
        }
        self.requeue_all(members);
        self.common_failure(error, token_generation, sent_at, operation, context);
    }

    /// Ends it: no request is sent any more.
    pub(super) fn stop(&mut self, error: Error) {
        self.report.stopped.get_or_insert(error);
    }

    /// Who is done or failed so far.
    pub(super) const fn report(&self) -> &BulkReport {
        &self.report
    }

    /// Tells the caller how far it is, where there is news.
    fn tell_progress(&mut self, operation: &mut OperationState) {
        if mem::replace(&mut self.has_news, false) {
            let (done, failed) = (self.report.done.len(), self.report.failed.len());
            operation.push(Action::Progress(Progress { total: self.total, done, failed }));
        }
    }

    /// A request that no driver has sent yet. It is in flight no longer, and its cards are as they were.
    pub(super) fn unsend(&mut self, id: RequestId) {
        if let Some(request) = self.take_in_flight(id) {
            self.requeue_all(request.members);
        }
    }

    /// Gives up what is in flight, and reports what has become of whom.
    pub(super) fn finish(&mut self, operation: &mut OperationState) {
        self.tell_progress(operation);
        let mut report = mem::take(&mut self.report);
        let mut stopped = report.stopped.take().or(self.unanswered_error.take());
        let mut left = Vec::new();
        for request in &mut self.in_flight {
            operation.cancel(request.id);
            for member in &mut request.members {
                member.is_uncertain |= request.step == Step::Change;
            }
            left.append(&mut request.members);
        }
        let mut waiting = mem::take(&mut self.unread);
        waiting.append(&mut self.ready);
        while let Some(member) = waiting.pop() {
            left.push(member);
        }
        left.append(&mut self.unanswered);
        for member in &mut left {
            let is_uncertain = member.is_uncertain;
            if let Some(error) = stopped.as_mut().filter(|_| is_uncertain) {
                error.outcome = Outcome::Unknown;
            }
            report.pending.push(member.user);
            report.backups.extend(member.backup.take().filter(|_| is_uncertain));
        }
        // Requests that are answered after the end can leave nobody pending.
        report.stopped = stopped.filter(|_| !report.pending.is_empty());
        operation.finish(Completion::Bulk(report));
    }

    /// Puts a member where its answer says, or gives it back.
    fn settle(
        &mut self,
        mut member: Box<Member>,
        step: Step,
        answer: Result<Answer<Json>, Error>,
        operation: &mut OperationState,
        context: &Context<'_>,
    ) -> Result<(), (Box<Member>, Error)> {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => return Err((member, error)),
        };
        operation.knowledge.learn(answer.time.as_ref(), context.now);
        match step {
            Step::Read => {
                let layout = match read_layout(answer.result) {
                    Ok(layout) => layout,
                    Err(error) => return Err((member, error)),
                };
                if self.settings.backup {
                    let card = Card::Personal(Some(member.user));
                    // Of a card that may have been reset, the first reading is the one to keep.
                    member
                        .backup
                        .get_or_insert_with(|| self.settings.backup_of(card, layout.clone(), context.environment));
                }
                if !self.is_reading() {
                    self.ready.push(member);
                    return Ok(());
                }
                self.report.cards.push((member.user, layout));
            }
            Step::Change => {
                if let Err(error) = read_confirmation(&answer.result) {
                    return Err((member, error));
                }
            }
        }
        self.policy = RetryPolicy::new(self.settings.retries);
        self.report.done.push(member.user);
        self.report.backups.extend(member.backup);
        Ok(())
    }

    /// Puts a member back where it came from.
    fn requeue(&mut self, member: Box<Member>) {
        if self.is_reading() || (self.settings.backup && member.backup.is_none()) {
            self.unread.push(member);
        } else {
            self.ready.push(member);
        }
    }

    fn requeue_all(&mut self, mut members: Vec<Box<Member>>) {
        while let Some(member) = members.pop() {
            self.requeue(member);
        }
    }

    /// The portal has said no to this one.
    fn report_refused(&mut self, member: Box<Member>, mut error: Error) {
        if member.is_uncertain {
            error.outcome = Outcome::Unknown;
            self.report.backups.extend(member.backup);
        }
        error.attempts = member.attempts;
        self.report.failed.push((member.user, error));
    }

    /// The portal has given this one no answer, or had a fault of its own with it. In the end a fault of which a batch tells is
    /// reported; after anything else it is not known what has become of this one.
    fn retry_member(
        &mut self,
        mut member: Box<Member>,
        step: Step,
        is_single: bool,
        error: Error,
        context: &Context<'_>,
    ) {
        member.is_uncertain |= step == Step::Change;
        member.missing_answers = member.missing_answers.saturating_add(1);
        if member.missing_answers <= self.settings.retries {
            let pause = PAUSE * (0.5 + context.environment.jitter());
            self.resumes_at = self.resumes_at.max(context.now + pause);
            self.requeue(member);
        } else if is_single || error.kind == ErrorKind::UnexpectedAnswer {
            self.unanswered.push(member);
            self.unanswered_error.get_or_insert(error);
        } else {
            self.report_refused(member, error);
        }
    }

    /// A failure that concerns every request alike.
    fn common_failure(
        &mut self,
        mut error: Error,
        token_generation: u32,
        sent_at: f64,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let now = context.now;
        // One answer that was cut short does not end what can go on.
        if error.kind == ErrorKind::UnexpectedAnswer {
            error.retry = Retry::Server;
        }
        if error.is_congestion() {
            context.bucket.mark_full(self.limit, now);
            self.turn = None;
        }
        if self.report.stopped.is_some() {
            // Nothing is sent any more.
            return;
        }
        // It has failed together with the request that counted, or waits for the renewal that is under way.
        let is_expired = error.retry == Retry::TokenRenewal;
        if (is_expired || error.retryable()) && sent_at < self.last_failure_at || is_expired && operation.is_blocked() {
            return;
        }
        let limit_ends_in = operation.limit_ends_in(&error, now);
        let is_outdated = context.environment.token_generation() != token_generation;
        match self.policy.decide(&error, is_outdated, limit_ends_in, || context.environment.jitter()) {
            RetryDecision::SendAgain => self.last_failure_at = now,
            RetryDecision::RenewToken => {
                self.last_failure_at = now;
                operation.renew(Some(error));
            }
            RetryDecision::Wait(pause) if self.has_time_for(now, pause) => {
                self.last_failure_at = now;
                self.resumes_at = now + pause;
            }
            RetryDecision::Wait(_) | RetryDecision::GiveUp => self.stop(error),
        }
    }

    fn has_time_for(&self, now: f64, pause: f64) -> bool {
        if self.deadline.is_finite() { now + pause < self.deadline } else { pause <= self.settings.timeout }
    }

    /// The portal has refused as many as are in a batch, one after another: it would refuse the others as well.
    fn stop_after_refusals(&mut self) {
        if let Some((_, error)) = self.report.failed.last().filter(|_| self.has_work()) {
            let error = Error::from_portal(error.code.clone(), error.description.clone(), error.status);
            self.stop(error);
        }
    }
}

#[cfg(test)]
mod tests;
