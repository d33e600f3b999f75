//! Bulk resets: which batch is sent when, and what has become of whom.
//!
//! Every user is in one place at any time (waiting, in flight, done, failed or unanswered), so that the report has each of them
//! once, whenever it is made.

use crate::card::{Backup, Card, Json, UserId};
use crate::engine::operation::{Context, OperationState};
use crate::engine::retry::{RetryDecision, RetryPolicy};
use crate::engine::transport::Needs;
use crate::engine::{Action, Completion, RateLimit, RequestId, Settings};
use crate::error::{Error, ErrorKind, Outcome, Retry};
use crate::protocol::{Answer, Batch, BatchCommand, Call, Family, Reply, read_confirmation, read_layout, take_answer};
use alloc::vec::Vec;
use core::mem;

/// The response time, in seconds, up to which batches are sent as fast as the portal's limit allows. It bounds the number in
/// flight: 10 by the limit of the cloud, 25 by that of Enterprise.
const RESPONSE_TIME: f64 = 5.0;
/// The pause before users are asked for again whose answer was missing, in milliseconds.
const PAUSE: f64 = 500.0;

/// How far a bulk reset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Users given, each once.
    pub total: usize,
    /// Users whose card was reset.
    pub done: usize,
    /// Users whose reset was refused.
    pub failed: usize,
}

impl Progress {
    /// Users of whom it is not known yet.
    #[must_use]
    pub const fn pending(self) -> usize {
        self.total.saturating_sub(self.done).saturating_sub(self.failed)
    }
}

/// What has become of whom in a bulk reset.
#[derive(Debug, Default)]
pub struct BulkReport {
    /// Users for whom the portal said `true`.
    pub done: Vec<UserId>,
    /// Users whom the portal refused, one by one.
    pub failed: Vec<(UserId, Error)>,
    /// Users who are not known to be reset.
    pub pending: Vec<UserId>,
    /// The cards that were reset or may have been reset, as they were before.
    pub backups: Vec<Backup>,
    /// Why users are pending.
    pub stopped: Option<Error>,
}

/// The users of a bulk reset, and the bounds of all of it.
#[derive(Clone, Debug)]
pub(crate) struct BulkTask {
    /// Each user once.
    pub(crate) users: Vec<UserId>,
    /// Milliseconds for all of it, infinite without a bound; the timeout of the settings is that of each request.
    pub(crate) total_timeout: f64,
    pub(crate) limit: RateLimit,
}

/// One user who is neither done nor failed.
#[derive(Debug)]
struct Member {
    user: UserId,
    /// Requests sent.
    attempts: u32,
    /// How often the portal's answer for this user alone was missing.
    missing_answers: u32,
    backup: Option<Backup>,
    /// A reset was sent that may have run.
    is_uncertain: bool,
}

/// A batch in flight.
#[derive(Debug)]
struct BatchInFlight {
    id: RequestId,
    command: BatchCommand,
    family: Family,
    token_generation: u32,
    sent_at: f64,
    members: Vec<Member>,
}

/// A bulk reset under way. Times are monotonic, in milliseconds.
#[derive(Debug)]
pub(super) struct Bulk {
    settings: Settings,
    total: usize,
    total_timeout: f64,
    limit: RateLimit,
    deadline: f64,
    has_switched_family: bool,
    /// Users whose card is to be read, the next one last. Empty without backups.
    unread: Vec<Member>,
    /// Users whose card is to be reset, the next one last.
    ready: Vec<Member>,
    in_flight: Vec<BatchInFlight>,
    policy: RetryPolicy,
    /// Batches that were sent before this moment have failed together with the one that counted.
    last_failure_at: f64,
    resumes_at: f64,
    /// The turn of the bucket that the next batch has taken.
    turn: Option<f64>,
    /// When the library or a token was first waited for.
    blocked_since: Option<f64>,
    /// Users whose answer was missing as often as they may be asked for, and the first reason.
    unanswered: Vec<Member>,
    unanswered_error: Option<Error>,
    report: BulkReport,
}

impl Bulk {
    pub(super) fn new(BulkTask { users, total_timeout, limit }: BulkTask, settings: Settings) -> Self {
        let total = users.len();
        let member = |user| Member { user, attempts: 0, missing_answers: 0, backup: None, is_uncertain: false };
        let members: Vec<_> = users.into_iter().rev().map(member).collect();
        let (unread, ready) = if settings.backup { (members, Vec::new()) } else { (Vec::new(), members) };
        Self {
            total,
            deadline: f64::INFINITY,
            has_switched_family: false,
            unread,
            ready,
            in_flight: Vec::new(),
            policy: RetryPolicy::new(settings.retries),
            last_failure_at: f64::NEG_INFINITY,
            resumes_at: f64::NEG_INFINITY,
            turn: None,
            blocked_since: None,
            unanswered: Vec::new(),
            unanswered_error: None,
            report: BulkReport::default(),
            total_timeout,
            limit,
            settings,
        }
    }

    pub(super) fn start(&mut self, now: f64) {
        self.deadline = now + self.total_timeout;
    }

    /// Sends the batches that are due, and sets the timer for what comes next.
    pub(super) fn advance(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        let now = context.now;
        if now >= self.deadline {
            self.stop(Error::timeout());
            return self.finish(operation);
        }
        self.give_up_late_batches(operation, context);
        if !operation.is_blocked() {
            self.blocked_since = None;
        }
        let mut wakes_at = self.deadline;
        while let Some(command) = self.next_command() {
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
            match operation.transport(Needs::Batch, context.environment) {
                Ok(Some(transport)) => {
                    self.turn = None;
                    context.bucket.count_request(self.limit, now);
                    let members = self.take_members(command);
                    let users = members.iter().map(|member| member.user).collect();
                    let (family, token_generation) = (self.settings.family, context.environment.token_generation());
                    let id = operation.send(Call::Batch(Batch { command, users }).request(family), transport);
                    self.in_flight.push(BatchInFlight { id, command, family, token_generation, sent_at: now, members });
                }
                // The next look waits.
                Ok(None) => {}
                Err(error) => self.stop(error),
            }
        }
        if self.in_flight.is_empty() && !self.has_work() {
            return self.finish(operation);
        }
        let timeout = self.settings.timeout;
        wakes_at = self.in_flight.iter().map(|batch| batch.sent_at + timeout).fold(wakes_at, f64::min);
        if wakes_at.is_finite() {
            operation.sleep_until(wakes_at, now);
        }
    }

    /// What the next batch asks; `None` when none is to be sent before a reply has come.
    fn next_command(&self) -> Option<BatchCommand> {
        let in_flight = u32::try_from(self.in_flight.len()).unwrap_or(u32::MAX);
        if !self.has_work() || f64::from(in_flight) >= self.limit.per_second() * RESPONSE_TIME {
            return None;
        }
        let is_reading = self.in_flight.iter().any(|batch| batch.command == BatchCommand::Get);
        // Full batches, for as long as there is something left to fill them with.
        if self.ready.len() >= Batch::MAX || (self.unread.is_empty() && !is_reading) {
            Some(BatchCommand::Reset)
        } else if self.unread.is_empty() {
            None
        } else {
            Some(BatchCommand::Get)
        }
    }

    /// Whether there are users to be asked for.
    fn has_work(&self) -> bool {
        self.report.stopped.is_none() && (!self.unread.is_empty() || !self.ready.is_empty())
    }

    /// Takes the users of the next batch.
    fn take_members(&mut self, command: BatchCommand) -> Vec<Member> {
        let queue = if command == BatchCommand::Get { &mut self.unread } else { &mut self.ready };
        let mut members = Vec::with_capacity(Batch::MAX);
        while members.len() < Batch::MAX
            && let Some(mut member) = queue.pop()
        {
            member.attempts = member.attempts.saturating_add(1);
            members.push(member);
        }
        members
    }

    pub(super) fn replied(
        &mut self,
        id: RequestId,
        reply: Result<Reply, Error>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let Some(batch) = self.take_in_flight(id) else { return };
        match reply.and_then(Reply::read) {
            Ok(answer) => self.answered(batch, answer, operation, context),
            Err(error) => self.batch_failed(batch, error, operation, context),
        }
        operation.knowledge.lacks_contact_family |= self.has_switched_family && !self.report.done.is_empty();
        operation.push(Action::Progress(self.progress()));
        self.advance(operation, context);
    }

    /// A batch that is in flight no longer.
    fn take_in_flight(&mut self, id: RequestId) -> Option<BatchInFlight> {
        let mut taken = None;
        for batch in mem::take(&mut self.in_flight) {
            if batch.id == id {
                taken = Some(batch);
            } else {
                self.in_flight.push(batch);
            }
        }
        taken
    }

    fn give_up_late_batches(&mut self, operation: &mut OperationState, context: &mut Context<'_>) {
        let (now, timeout) = (context.now, self.settings.timeout);
        let late = |batch: &&BatchInFlight| now >= batch.sent_at + timeout;
        let late: Vec<_> = self.in_flight.iter().filter(late).map(|batch| batch.id).collect();
        for id in late {
            operation.cancel(id);
            if let Some(batch) = self.take_in_flight(id) {
                self.batch_failed(batch, Error::timeout().with_unknown_outcome(), operation, context);
                operation.push(Action::Progress(self.progress()));
            }
        }
    }

    /// The portal has answered: each user's own answer decides.
    fn answered(
        &mut self,
        batch: BatchInFlight,
        answer: Answer<Json>,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        let BatchInFlight { command, family, token_generation, sent_at, members, .. } = batch;
        let mut containers = answer.result;
        let (asked, refused) = (members.len(), self.report.failed.len());
        let mut common = None;
        let ready = mem::take(&mut self.ready);
        for member in members {
            let answer = take_answer(&mut containers, member.user);
            if let Err((member, mut error)) = self.settle(member, command, answer, operation, context) {
                error.method = Some(command.of(None).method(family));
                match error.retry {
                    _ if family.is_missing(&error) => {
                        self.settings.family = Family::Item;
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
                    _ => self.retry_member(member, error, context),
                }
            }
        }
        // The next one last.
        let more = mem::replace(&mut self.ready, ready);
        self.ready.extend(more.into_iter().rev());
        if let Some(error) = common {
            return self.common_failure(error, token_generation, sent_at, operation, context);
        }
        // One user says nothing of the others.
        if asked > 1 && self.report.failed.len().saturating_sub(refused) == asked {
            self.stop_after_refusals();
        }
    }

    /// A batch has no answer, or one that says no to all of it.
    fn batch_failed(
        &mut self,
        batch: BatchInFlight,
        mut error: Error,
        operation: &mut OperationState,
        context: &mut Context<'_>,
    ) {
        (error.method, error.attempts) = (Some("batch"), 1);
        if batch.command == BatchCommand::Get {
            error.outcome = Outcome::Unchanged;
        }
        let is_uncertain = error.outcome == Outcome::Unknown;
        for mut member in batch.members.into_iter().rev() {
            member.is_uncertain |= is_uncertain;
            self.requeue(member);
        }
        self.common_failure(error, batch.token_generation, batch.sent_at, operation, context);
    }

    /// Ends it: no batch is sent any more.
    pub(super) fn stop(&mut self, error: Error) {
        self.report.stopped.get_or_insert(error);
    }

    /// Who is done or failed so far.
    pub(super) const fn report(&self) -> &BulkReport {
        &self.report
    }

    fn progress(&self) -> Progress {
        Progress { total: self.total, done: self.report.done.len(), failed: self.report.failed.len() }
    }

    /// Batches that no driver has sent yet. They are in flight no longer, and their cards are as they were.
    pub(super) fn unsend(&mut self, ids: &[RequestId]) {
        for id in ids.iter().rev() {
            for member in self.take_in_flight(*id).map(|batch| batch.members).into_iter().flatten().rev() {
                self.requeue(member);
            }
        }
    }

    /// Gives up what is in flight, and reports what has become of whom.
    pub(super) fn finish(&mut self, operation: &mut OperationState) {
        let mut report = mem::take(&mut self.report);
        let mut stopped = report.stopped.take().or(self.unanswered_error.take());
        let mut left = Vec::new();
        for mut batch in mem::take(&mut self.in_flight) {
            operation.cancel(batch.id);
            for member in &mut batch.members {
                member.is_uncertain |= batch.command == BatchCommand::Reset;
            }
            left.append(&mut batch.members);
        }
        let mut waiting = mem::take(&mut self.unread);
        waiting.append(&mut self.ready);
        left.extend(waiting.into_iter().rev());
        left.append(&mut self.unanswered);
        for Member { user, backup, is_uncertain, .. } in left {
            if let Some(error) = stopped.as_mut().filter(|_| is_uncertain) {
                error.outcome = Outcome::Unknown;
            }
            report.pending.push(user);
            report.backups.extend(backup.filter(|_| is_uncertain));
        }
        // Batches that are answered after the end can leave nobody pending.
        report.stopped = stopped.filter(|_| !report.pending.is_empty());
        operation.finish(Completion::Bulk(report));
    }

    /// Puts a member where its answer says, or gives it back.
    fn settle(
        &mut self,
        mut member: Member,
        command: BatchCommand,
        answer: Result<Answer<Json>, Error>,
        operation: &mut OperationState,
        context: &Context<'_>,
    ) -> Result<(), (Member, Error)> {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => return Err((member, error)),
        };
        operation.knowledge.learn(answer.time.as_ref(), context.now);
        let read = match command {
            BatchCommand::Get => read_layout(answer.result).map(|layout| {
                let card = Card::Personal(Some(member.user));
                let backup = self.settings.backup_of(card, layout, context.environment);
                // Of a card that may have been reset, the first reading is the one to keep.
                member.backup.get_or_insert(backup);
            }),
            BatchCommand::Reset => read_confirmation(&answer.result),
        };
        match (command, read) {
            (_, Err(error)) => Err((member, error)),
            (BatchCommand::Get, Ok(())) => {
                self.ready.push(member);
                Ok(())
            }
            (BatchCommand::Reset, Ok(())) => {
                self.policy = RetryPolicy::new(self.settings.retries);
                self.report.done.push(member.user);
                self.report.backups.extend(member.backup);
                Ok(())
            }
        }
    }

    /// Puts a member back where it came from.
    fn requeue(&mut self, member: Member) {
        if self.settings.backup && member.backup.is_none() {
            self.unread.push(member);
        } else {
            self.ready.push(member);
        }
    }

    /// The portal has said no to this one.
    fn report_refused(&mut self, member: Member, mut error: Error) {
        if member.is_uncertain {
            error.outcome = Outcome::Unknown;
            self.report.backups.extend(member.backup);
        }
        error.attempts = member.attempts;
        self.report.failed.push((member.user, error));
    }

    /// The portal has given this one no answer, or had a fault of its own with it.
    fn retry_member(&mut self, mut member: Member, error: Error, context: &Context<'_>) {
        member.is_uncertain |= member.backup.is_some() || !self.settings.backup;
        member.missing_answers = member.missing_answers.saturating_add(1);
        if member.missing_answers <= self.settings.retries {
            let pause = PAUSE * (0.5 + context.environment.jitter());
            self.resumes_at = self.resumes_at.max(context.now + pause);
            self.requeue(member);
        } else if error.kind == ErrorKind::UnexpectedAnswer {
            self.unanswered.push(member);
            self.unanswered_error.get_or_insert(error);
        } else {
            self.report_refused(member, error);
        }
    }

    /// A failure that concerns every batch alike.
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
        // It has failed together with the batch that counted, or waits for the renewal that is under way.
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

    /// The portal has refused a whole batch, one by one: it would refuse the others as well.
    fn stop_after_refusals(&mut self) {
        if let Some((_, error)) = self.report.failed.last().filter(|_| self.has_work()) {
            let error = Error::from_portal(error.code.clone(), error.description.clone(), error.status);
            self.stop(error);
        }
    }
}

#[cfg(test)]
mod tests;
