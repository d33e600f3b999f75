//! Resets of many users' personal cards: which batch leaves when, and what became of whom.
//!
//! It decides and does nothing: whoever follows it sends and waits. Every user is at one place at any time (waiting,
//! under way, done, failed or lost), so that the report has each of them once, whenever it is asked for.

use crate::card::{Backup, Card, Json, UserId};
use crate::portal::answer::{Answer, confirmation, layout};
use crate::portal::retry::{Attempts, Next};
use crate::portal::{Batch, Error, ErrorKind, Family, METHOD_NOT_FOUND, Outcome, Pace, Retry, What};
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

/// How long answers may take, in seconds, without fewer batches leaving than the portal takes. It bounds the number
/// under way at once: 10 by the limits of the cloud, 25 by those of Enterprise.
const ANSWERED_WITHIN: f64 = 5.0;
/// The pause after users that have to be asked again alone, in milliseconds.
const PAUSE: f64 = 500.0;

/// How many users are where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Those given, each once.
    pub total: usize,
    /// Those whose card was reset.
    pub done: usize,
    /// Those whose reset was refused.
    pub failed: usize,
}

impl Progress {
    /// Those of whom it is not known yet.
    #[must_use]
    pub const fn pending(self) -> usize {
        self.total.saturating_sub(self.done).saturating_sub(self.failed)
    }
}

/// What became of whom.
#[derive(Debug, Default)]
pub struct Report {
    /// Those for whom the portal said `true`.
    pub done: Vec<UserId>,
    /// Those that the portal refused, one by one.
    pub failed: Vec<(UserId, Error)>,
    /// Those not known to be reset.
    pub pending: Vec<UserId>,
    /// What the cards were like that were reset, or may have been.
    pub backups: Vec<Backup>,
    /// Why there are pending ones.
    pub stopped: Option<Error>,
}

/// What resets of many users have in common.
#[derive(Clone, Debug)]
pub(crate) struct Manner {
    /// The portal's origin, for the backups.
    pub(crate) portal: String,
    pub(crate) family: Family,
    /// Whether cards are read before they are reset.
    pub(crate) keeps: bool,
    /// Extra attempts in a row.
    pub(crate) retries: u32,
    /// The longest pause in milliseconds, where there is no deadline.
    pub(crate) patience: f64,
    /// When all must be over, in milliseconds since 1970.
    pub(crate) deadline: Option<f64>,
}

impl Manner {
    fn allows(&self, now: f64, pause: f64) -> bool {
        self.deadline.map_or(pause <= self.patience, |deadline| now + pause < deadline)
    }
}

/// One user on the way.
#[derive(Debug)]
struct Member {
    user: UserId,
    /// Requests sent.
    sent: u32,
    /// How often the portal's answer for this user alone was no answer.
    tries: u32,
    backup: Option<Backup>,
    /// A reset was sent and may have run.
    in_doubt: bool,
}

/// A batch under way.
#[derive(Debug)]
struct Sent {
    ticket: u32,
    what: What,
    family: Family,
    at: f64,
    members: Vec<Member>,
}

/// Resets of many users under way.
#[derive(Debug)]
pub(crate) struct Bulk {
    manner: Manner,
    total: usize,
    switched: bool,
    /// To be read, the next one last; without backups nobody.
    unread: Vec<Member>,
    /// To be reset, the next one last.
    ready: Vec<Member>,
    under_way: Vec<Sent>,
    tickets: u32,
    attempts: Attempts,
    /// Batches that left before this failed together with the one that counted.
    failed_at: f64,
    resume_at: f64,
    free_at: Option<f64>,
    /// Those whose answer was no answer, as often as they may be asked for, and the first reason.
    lost: Vec<Member>,
    lost_for: Option<Error>,
    report: Report,
}

/// What is to be done next.
#[derive(Debug)]
pub(crate) enum Due {
    /// Send this; [`Bulk::answered`] wants its number back.
    Send(u32, Batch, Family),
    /// Nothing for so many milliseconds, unless a batch is answered before.
    Wait(f64),
    /// Nothing before a batch is answered.
    Idle,
    /// Nothing any more.
    Over,
}

impl Bulk {
    /// `users` are each there once.
    pub(crate) fn new(users: Vec<UserId>, manner: Manner) -> Self {
        let total = users.len();
        let member = |user| Member { user, sent: 0, tries: 0, backup: None, in_doubt: false };
        let members: Vec<_> = users.into_iter().rev().map(member).collect();
        let (unread, ready) = if manner.keeps { (members, Vec::new()) } else { (Vec::new(), members) };
        let attempts = Attempts::new(manner.retries);
        Self {
            manner,
            total,
            switched: false,
            unread,
            ready,
            under_way: Vec::new(),
            tickets: 0,
            attempts,
            failed_at: f64::NEG_INFINITY,
            resume_at: f64::NEG_INFINITY,
            free_at: None,
            lost: Vec::new(),
            lost_for: None,
            report: Report::default(),
        }
    }

    /// Looks what is to be done. `pace` is the portal's, which other calls share: whoever sends counts. `now` is in
    /// milliseconds since 1970.
    pub(crate) fn due(&mut self, pace: Pace, now: f64) -> Due {
        let waiting = !self.unread.is_empty() || !self.ready.is_empty();
        let ends = self.report.stopped.is_some() || !waiting;
        if ends && self.under_way.is_empty() {
            return Due::Over;
        }
        let under_way = u32::try_from(self.under_way.len()).unwrap_or(u32::MAX);
        if ends || f64::from(under_way) >= pace.limit.per_second * ANSWERED_WITHIN {
            return Due::Idle;
        }
        let wait = pace.wait(now).max(self.resume_at - now);
        if wait > 0.0 {
            // No timer is finer.
            return Due::Wait(wait.max(1.0));
        }
        let reading = self.under_way.iter().any(|sent| sent.what == What::Get);
        // Full batches, as long as there is something left to fill them with.
        let what = if self.ready.len() >= Batch::MOST || (self.unread.is_empty() && !reading) {
            What::Reset
        } else if self.unread.is_empty() {
            return Due::Idle;
        } else {
            What::Get
        };
        let (ticket, family) = (self.tickets, self.manner.family);
        self.tickets = ticket.wrapping_add(1);
        let queue = if what == What::Get { &mut self.unread } else { &mut self.ready };
        let mut members = Vec::with_capacity(Batch::MOST);
        while members.len() < Batch::MOST
            && let Some(mut member) = queue.pop()
        {
            member.sent = member.sent.saturating_add(1);
            members.push(member);
        }
        let users = members.iter().map(|member| member.user).collect();
        self.under_way.push(Sent { ticket, what, family, at: now, members });
        Due::Send(ticket, Batch { what, users }, family)
    }

    /// A batch came back. `date` is now, in ISO 8601; `chance` a random number from 0 to 1.
    pub(crate) fn answered(
        &mut self,
        ticket: u32,
        answer: Result<Answer<Json>, Error>,
        pace: &mut Pace,
        now: f64,
        date: &str,
        chance: f64,
    ) {
        let Some(Sent { what, family, at, members, .. }) = self.arrived(ticket) else { return };
        let containers = match answer {
            Ok(answer) => answer.result,
            Err(error) => {
                let in_doubt = what == What::Reset && error.outcome == Outcome::Unknown;
                for mut member in members.into_iter().rev() {
                    member.in_doubt |= in_doubt;
                    self.again(member);
                }
                return self.failed(error, at, pace, now, chance);
            }
        };
        let users = members.iter().map(|member| member.user).collect();
        let answers = Batch { what, users }.answers(containers);
        let (asked, refused) = (answers.len(), self.report.failed.len());
        let mut broken = None;
        let ready = mem::take(&mut self.ready);
        for (member, (_, answer)) in members.into_iter().zip(answers) {
            if let Err((member, mut error)) = self.settle(member, what, answer, date) {
                error.method = Some(what.of(None).method(family));
                match error.retry {
                    _ if error.code == METHOD_NOT_FOUND && family == Family::Contact => {
                        self.manner.family = Family::Item;
                        self.switched = true;
                        self.again(member);
                    }
                    // These concern every command alike.
                    Retry::Late => {
                        self.again(member);
                        broken = Some(error);
                    }
                    _ if error.kind == ErrorKind::Auth => {
                        self.again(member);
                        broken = Some(error);
                    }
                    Retry::Never if error.kind != ErrorKind::UnexpectedAnswer => self.refuse(member, error),
                    _ => self.try_again(member, error, now, chance),
                }
            }
        }
        // The next one last.
        let more = mem::replace(&mut self.ready, ready);
        self.ready.extend(more.into_iter().rev());
        if let Some(error) = broken {
            return self.failed(error, at, pace, now, chance);
        }
        if self.report.failed.len().saturating_sub(refused) == asked {
            self.stop_refused();
        }
    }

    /// A batch that is under way no longer.
    fn arrived(&mut self, ticket: u32) -> Option<Sent> {
        let mut arrived = None;
        for sent in mem::take(&mut self.under_way) {
            if sent.ticket == ticket {
                arrived = Some(sent);
            } else {
                self.under_way.push(sent);
            }
        }
        arrived
    }

    /// Ends it: no batch leaves any more.
    pub(crate) fn stop(&mut self, error: Error) {
        self.report.stopped.get_or_insert(error);
    }

    /// Whether the portal did through the item family what it could not through the contact family.
    pub(crate) fn switched(&self) -> bool {
        self.switched && !self.report.done.is_empty()
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        Progress { total: self.total, done: self.report.done.len(), failed: self.report.failed.len() }
    }

    /// What became of whom, as far as it is known now.
    pub(crate) fn report(mut self) -> Report {
        let under_way = self.under_way.into_iter().flat_map(|Sent { what, mut members, .. }| {
            for member in &mut members {
                member.in_doubt |= what == What::Reset;
            }
            members
        });
        self.report.stopped = self.report.stopped.or(self.lost_for);
        let waiting = self.unread.into_iter().chain(self.ready).rev();
        let left = under_way.chain(waiting).chain(self.lost);
        for Member { user, backup, in_doubt, .. } in left {
            self.report.pending.push(user);
            self.report.backups.extend(backup.filter(|_| in_doubt));
        }
        self.report
    }

    /// Puts a member where its answer says, or gives it back.
    fn settle(
        &mut self,
        mut member: Member,
        what: What,
        answer: Result<Answer<Json>, Error>,
        date: &str,
    ) -> Result<(), (Member, Error)> {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => return Err((member, error)),
        };
        let reset_at = answer.time.and_then(|time| time.operating_reset_at());
        self.free_at = reset_at.map(|seconds| seconds * 1000.0).or(self.free_at);
        let read = match what {
            What::Get => layout(answer.result).map(|layout| {
                let (portal, card) = (self.manner.portal.clone(), Card::Personal(Some(member.user)));
                // Of a card that may be reset already, the first reading is the one to keep.
                member.backup.get_or_insert(Backup { portal, card, taken_at: date.into(), layout });
            }),
            What::Reset => confirmation(&answer.result),
        };
        match (what, read) {
            (_, Err(error)) => Err((member, error)),
            (What::Get, Ok(())) => {
                self.ready.push(member);
                Ok(())
            }
            (What::Reset, Ok(())) => {
                self.attempts = Attempts::new(self.manner.retries);
                self.report.done.push(member.user);
                self.report.backups.extend(member.backup);
                Ok(())
            }
        }
    }

    /// Back to where it came from.
    fn again(&mut self, member: Member) {
        if self.manner.keeps && member.backup.is_none() {
            self.unread.push(member);
        } else {
            self.ready.push(member);
        }
    }

    /// The portal said no to this one.
    fn refuse(&mut self, member: Member, mut error: Error) {
        if member.in_doubt {
            error.outcome = Outcome::Unknown;
            self.report.backups.extend(member.backup);
        }
        error.attempts = member.sent;
        self.report.failed.push((member.user, error));
    }

    /// The portal gave this one no answer, or had a fault of its own with it.
    fn try_again(&mut self, mut member: Member, error: Error, now: f64, chance: f64) {
        member.in_doubt |= member.backup.is_some() || !self.manner.keeps;
        member.tries = member.tries.saturating_add(1);
        if member.tries <= self.manner.retries {
            self.resume_at = self.resume_at.max(now + PAUSE * (0.5 + chance));
            self.again(member);
        } else if error.kind == ErrorKind::UnexpectedAnswer {
            self.lost.push(member);
            self.lost_for.get_or_insert(error);
        } else {
            self.refuse(member, error);
        }
    }

    /// Something went wrong that concerns every batch alike.
    fn failed(&mut self, mut error: Error, sent_at: f64, pace: &mut Pace, now: f64, chance: f64) {
        // One answer that was cut short is no reason to end what can go on.
        if error.kind == ErrorKind::UnexpectedAnswer {
            error.retry = Retry::Server;
        }
        if error.kind == ErrorKind::RateLimit && error.retry == Retry::Backoff {
            pace.fill(now);
        }
        if error.retryable() && sent_at < self.failed_at {
            return;
        }
        error.free_at = error.free_at.or(self.free_at);
        match self.attempts.after(&error, now, chance) {
            Next::Wait(pause) if self.manner.allows(now, pause) => {
                self.failed_at = now;
                self.resume_at = now + pause;
            }
            _ => self.stop(error),
        }
    }

    /// The portal refused a whole batch, one by one: it would refuse the others as well.
    fn stop_refused(&mut self) {
        let waiting = !self.unread.is_empty() || !self.ready.is_empty();
        if let Some((_, error)) = self.report.failed.last().filter(|_| waiting) {
            let error = Error::answered(error.code.clone(), error.description.clone(), error.status);
            self.stop(error);
        }
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers")]
mod tests {
    use super::{Bulk, Due, Family, Manner, Pace, Progress, Report, UserId, What};
    use crate::card::Json;
    use crate::portal::{Answer, Batch, Error, ErrorKind, Limit, Outcome, Retry};
    use alloc::collections::{BTreeMap, BTreeSet};
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    /// What the portal does with one request.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Fate {
        /// It answers.
        Answer,
        /// It answers some of it: the rest was done or not, and is missing.
        Half,
        /// It does it, and the answer is lost.
        Lost,
        /// It does not do it.
        Broken(Retry),
        /// It says that for one user it cannot tell.
        Odd,
        /// It answers each command with this code.
        Says(&'static str),
    }

    /// A portal on a virtual clock, with cards for all users and a bucket of its own.
    struct Portal {
        limit: Limit,
        level: f64,
        at: f64,
        cards: BTreeSet<u32>,
        forbidden: BTreeSet<u32>,
        fates: Vec<Fate>,
        requests: usize,
        refused: usize,
        latency: f64,
        knows: &'static [Family],
        /// When the operating limit lets go, in seconds.
        free_at: Option<f64>,
    }

    impl Portal {
        fn new(users: u32, limit: Limit) -> Self {
            Self {
                limit,
                level: 0.0,
                at: 0.0,
                cards: (1..=users + 5).collect(),
                forbidden: BTreeSet::new(),
                fates: Vec::new(),
                requests: 0,
                refused: 0,
                latency: 40.0,
                knows: &[Family::Contact, Family::Item],
                free_at: None,
            }
        }

        fn receive(&mut self, batch: &Batch, family: Family, now: f64) -> Result<Answer<Json>, Error> {
            self.requests += 1;
            self.level = (self.level - (now - self.at) / 1000.0 * self.limit.per_second).max(0.0);
            self.at = now;
            if self.level + 1.0 > self.limit.burst {
                self.refused += 1;
                let error = Error::new(ErrorKind::RateLimit, "QUERY_LIMIT_EXCEEDED", "Too many requests");
                return Err(error.helped_by(Retry::Backoff));
            }
            self.level += 1.0;
            let fate = self.fates.pop().unwrap_or(Fate::Answer);
            if let Fate::Broken(retry) = fate {
                return Err(Error::new(ErrorKind::Unavailable, "BROKEN", "").helped_by(retry));
            }
            let (mut results, mut errors, mut times) = (Vec::new(), Vec::new(), Vec::new());
            for (index, user) in batch.users.iter().map(|user| user.get()).enumerate() {
                let key = ["u", &user.to_string()].concat();
                let refuse = |code: &str, text: &str| {
                    let text = Json::Text(text.into());
                    Json::Object(vec![("error".into(), Json::Text(code.into())), ("error_description".into(), text)])
                };
                if let Fate::Says(code) = fate {
                    errors.push((key, refuse(code, "")));
                } else if !self.knows.contains(&family) {
                    errors.push((key, refuse("ERROR_METHOD_NOT_FOUND", "Method not found!")));
                } else if self.forbidden.contains(&user) {
                    errors.push((key, refuse("", "Access denied.")));
                } else {
                    if batch.what == What::Reset {
                        self.cards.remove(&user);
                    }
                    if let Some(free_at) = self.free_at {
                        let time = vec![("operating_reset_at".into(), Json::Number(free_at))];
                        times.push((key.clone(), Json::Object(time)));
                    }
                    let result = if batch.what == What::Get { Json::Null } else { Json::Bool(true) };
                    match fate {
                        Fate::Half if index % 2 == 0 => {}
                        Fate::Odd if index == 0 => results.push((key, Json::Object(vec![]))),
                        _ => results.push((key, result)),
                    }
                }
            }
            if fate == Fate::Lost {
                return Err(Error::new(ErrorKind::Network, "NETWORK", "").in_doubt().helped_by(Retry::Backoff));
            }
            let container = |entries: Vec<(String, Json)>| {
                if entries.is_empty() { Json::List(vec![]) } else { Json::Object(entries) }
            };
            let result = Json::Object(vec![
                ("result".into(), container(results)),
                ("result_error".into(), container(errors)),
                ("result_time".into(), container(times)),
            ]);
            Ok(Answer { result, time: None })
        }
    }

    fn manner(keeps: bool) -> Manner {
        let portal = "https://portal.bitrix24.com".into();
        Manner { portal, family: Family::Contact, keeps, retries: 3, patience: 30_000.0, deadline: None }
    }

    fn users(count: u32) -> Vec<UserId> {
        (1..=count).map(|id| UserId::try_from(id).unwrap()).collect()
    }

    /// Runs to the end, or to `until`, and returns the report and the milliseconds it took.
    fn run(count: u32, portal: &mut Portal, limit: Limit, manner: Manner, until: f64) -> (Report, f64) {
        let (mut bulk, mut pace, mut now) = (Bulk::new(users(count), manner), Pace::new(limit), 0.0_f64);
        let mut answers = BTreeMap::new();
        loop {
            let wait = match bulk.due(pace, now) {
                Due::Send(ticket, batch, family) => {
                    assert!((1..=Batch::MOST).contains(&batch.users.len()));
                    pace.count(now);
                    let answer = portal.receive(&batch, family, now);
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "microseconds")]
                    answers.insert((((now + portal.latency) * 1000.0) as u64, ticket), answer);
                    continue;
                }
                Due::Wait(wait) => now + wait,
                Due::Idle => f64::INFINITY,
                Due::Over => return (bulk.report(), now),
            };
            #[expect(clippy::cast_precision_loss, reason = "microseconds")]
            let next = answers.first_key_value().map_or(f64::INFINITY, |((at, _), _)| *at as f64 / 1000.0);
            now = wait.min(next).max(now);
            assert!(now.is_finite(), "it waits for nothing");
            if now >= until {
                bulk.stop(Error::new(ErrorKind::Aborted, "ABORTED", ""));
                return (bulk.report(), now);
            }
            if next <= wait {
                let ((_, ticket), answer) = answers.pop_first().unwrap();
                bulk.answered(ticket, answer, &mut pace, now, "2026-11-24T10:00:00.000Z", 0.5);
            }
        }
    }

    fn ids(users: &[UserId]) -> Vec<u32> {
        users.iter().map(|user| user.get()).collect()
    }

    /// Every user at exactly one place, and the portal's cards as the report says.
    fn check(users: u32, report: &Report, portal: &Portal) {
        let failed: Vec<_> = report.failed.iter().map(|(user, _)| user.get()).collect();
        let mut all = [ids(&report.done), failed, ids(&report.pending)].concat();
        all.sort_unstable();
        assert_eq!(all, (1..=users).collect::<Vec<_>>());
        assert!(report.done.iter().all(|user| !portal.cards.contains(&user.get())));
        for (user, error) in &report.failed {
            assert!(portal.cards.contains(&user.get()) || error.outcome == Outcome::Unknown, "{user:?} {error:?}");
        }
        assert!((users + 1..=users + 5).all(|user| portal.cards.contains(&user)), "others lost their cards");
        assert_eq!(report.pending.is_empty(), report.stopped.is_none());
    }

    #[test]
    fn as_fast_as_the_portal_takes_it_and_no_faster() {
        for (users, limit, requests) in [(10_000, Limit::CLOUD, 200.0), (20_000, Limit::ENTERPRISE, 400.0)] {
            for latency in [5.0, 1300.0] {
                let mut portal = Portal { latency, ..Portal::new(users, limit) };
                let (report, took) = run(users, &mut portal, limit, manner(false), f64::INFINITY);
                check(users, &report, &portal);
                assert_eq!((report.done.len(), portal.refused), (users as usize, 0));
                // The last batch leaves when there is room for it and for one more.
                let least = limit.floor(requests + 1.0) + latency;
                assert!((least - 1.0..least + 10.0).contains(&took), "{users} users, {latency} ms: {took} for {least}");
            }
        }
    }

    #[test]
    fn a_million_users() {
        let mut portal = Portal::new(1_000_000, Limit::ENTERPRISE);
        let (report, took) = run(1_000_000, &mut portal, Limit::ENTERPRISE, manner(false), f64::INFINITY);
        assert_eq!((report.done.len(), portal.requests, portal.refused), (1_000_000, 20_000, 0));
        assert!(took <= Limit::ENTERPRISE.floor(20_000.0) * 1.001, "{took}");
    }

    #[test]
    fn cards_are_read_before_they_are_reset() {
        let mut portal = Portal::new(120, Limit::CLOUD);
        portal.forbidden = [7, 70].into();
        let (report, _) = run(120, &mut portal, Limit::CLOUD, manner(true), f64::INFINITY);
        check(120, &report, &portal);
        assert_eq!((report.done.len(), report.backups.len(), portal.requests), (118, 118, 6));
        assert!(report.backups.iter().all(|backup| backup.layout.is_none()));
    }

    #[test]
    fn whoever_may_not_is_the_only_one_refused() {
        let mut portal = Portal::new(100, Limit::CLOUD);
        portal.forbidden = [3, 60].into();
        let (report, _) = run(100, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(100, &report, &portal);
        let refused: Vec<_> = report.failed.iter().map(|(user, error)| (user.get(), error.kind)).collect();
        assert_eq!(refused, [(3, ErrorKind::AccessDenied), (60, ErrorKind::AccessDenied)]);
        assert_eq!(portal.requests, 2, "nobody is asked for twice");
        assert!(report.done.is_sorted(), "in the order in which they were given");
    }

    #[test]
    fn without_the_right_it_ends_after_the_first_batches() {
        let mut portal = Portal::new(1000, Limit::CLOUD);
        portal.forbidden = (1..=1000).collect();
        let (report, _) = run(1000, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(1000, &report, &portal);
        assert_eq!(report.stopped.as_ref().map(|error| error.kind), Some(ErrorKind::AccessDenied));
        assert_eq!((portal.requests, report.failed.len()), (10, 500));
    }

    #[test]
    fn a_portal_without_the_contact_family() {
        let mut portal = Portal { knows: &[Family::Item], ..Portal::new(400, Limit::CLOUD) };
        let (report, _) = run(400, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(400, &report, &portal);
        assert_eq!((report.done.len(), portal.requests), (400, 8 + 8));
    }

    #[test]
    fn a_portal_without_either_family() {
        let mut portal = Portal { knows: &[], ..Portal::new(40, Limit::CLOUD) };
        let (report, _) = run(40, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(40, &report, &portal);
        assert_eq!((report.failed.len(), portal.requests), (40, 2));
    }

    #[test]
    fn a_portal_has_switched_once_it_has_answered_through_items() {
        for (knows, switched) in [(&[Family::Item][..], true), (&[Family::Contact], false), (&[], false)] {
            let mut portal = Portal { knows, ..Portal::new(2, Limit::CLOUD) };
            let (mut bulk, mut pace) = (Bulk::new(users(2), manner(false)), Pace::new(Limit::CLOUD));
            while let Due::Send(ticket, batch, family) = bulk.due(pace, 0.0) {
                assert!(!bulk.switched(), "nobody is done yet");
                bulk.answered(ticket, portal.receive(&batch, family, 0.0), &mut pace, 0.0, "", 0.5);
            }
            assert_eq!(bulk.switched(), switched, "{knows:?}");
        }
    }

    #[test]
    fn a_portal_that_takes_less_than_expected_is_asked_more_slowly() {
        let limit = Limit { burst: 10.0, per_second: 1.0 };
        let mut portal = Portal::new(2500, limit);
        let (report, took) = run(2500, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(2500, &report, &portal);
        assert_eq!(report.done.len(), 2500);
        assert!(took < limit.floor(50.0) * 2.0, "{took}");
    }

    #[test]
    fn what_is_broken_for_good_ends_it() {
        let mut portal = Portal::new(500, Limit::CLOUD);
        portal.fates = vec![Fate::Broken(Retry::Server); 99];
        let (report, _) = run(500, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(500, &report, &portal);
        assert_eq!((report.pending.len(), portal.requests), (500, 30), "three rounds of ten");

        let mut portal = Portal::new(1000, Limit::CLOUD);
        portal.fates = vec![Fate::Broken(Retry::Never)];
        let (report, _) = run(1000, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(1000, &report, &portal);
        assert_eq!((report.done.len(), portal.requests), (450, 10), "batches under way are still heard");
    }

    #[test]
    fn progress_counts_everybody() {
        let progress = Progress { total: 10, done: 3, failed: 2 };
        assert_eq!(progress.pending(), 5);
    }

    #[test]
    fn resets_wait_for_readings_that_fill_their_batch() {
        let mut portal = Portal::new(52, Limit::CLOUD);
        portal.forbidden = [7, 9].into();
        let (report, _) = run(52, &mut portal, Limit::CLOUD, manner(true), f64::INFINITY);
        check(52, &report, &portal);
        assert_eq!(portal.requests, 3, "two to read 52 cards, one to reset 50");
    }

    #[test]
    fn what_is_under_way_at_the_end_may_be_reset() {
        for (until, backups) in [(30.0, 0), (70.0, 50)] {
            let mut portal = Portal::new(50, Limit::CLOUD);
            let (report, _) = run(50, &mut portal, Limit::CLOUD, manner(true), until);
            assert_eq!((report.pending.len(), report.backups.len()), (50, backups), "at {until} ms");
        }
    }

    #[test]
    fn whoever_is_not_answered_for_is_asked_for_again() {
        let odd = |times| Portal { fates: vec![Fate::Odd; times], ..Portal::new(50, Limit::CLOUD) };
        let mut portal = odd(1);
        let (report, took) = run(50, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(50, &report, &portal);
        assert_eq!((report.done.len(), portal.requests), (50, 2));
        assert!((took - (40.0 + 500.0 + 40.0)).abs() < 1.0, "{took}");

        let mut portal = odd(9);
        let (report, _) = run(50, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(50, &report, &portal);
        assert_eq!((report.pending.len(), portal.requests), (1, 4), "as often as retries allow");
        assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::UnexpectedAnswer));
    }

    #[test]
    fn a_refusal_after_no_answer_leaves_a_doubt_unless_the_card_was_only_read() {
        for (keeps, outcome) in [(false, Outcome::Unknown), (true, Outcome::Unchanged)] {
            let mut portal = Portal::new(1, Limit::CLOUD);
            portal.fates = vec![Fate::Says("WRONG_LICENSE"), Fate::Odd];
            let (report, _) = run(1, &mut portal, Limit::CLOUD, manner(keeps), f64::INFINITY);
            check(1, &report, &portal);
            assert_eq!(report.failed.first().map(|(_, error)| (error.outcome, error.attempts)), Some((outcome, 2)));
        }
    }

    #[test]
    fn a_fault_of_the_server_with_each_command_fails_each_user() {
        let mut portal = Portal::new(5, Limit::CLOUD);
        portal.fates = vec![Fate::Says("INTERNAL_SERVER_ERROR"); 9];
        let (report, _) = run(5, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(5, &report, &portal);
        assert_eq!((report.failed.len(), portal.requests), (5, 4), "as often as retries allow");
        assert!(report.failed.iter().all(|(_, error)| error.outcome == Outcome::Unknown));
    }

    #[test]
    fn credentials_that_are_refused_in_a_batch_are_nobodys_own_failure() {
        let mut portal = Portal::new(5, Limit::CLOUD);
        portal.fates = vec![Fate::Says("insufficient_scope"); 9];
        let (report, _) = run(5, &mut portal, Limit::CLOUD, manner(false), f64::INFINITY);
        check(5, &report, &portal);
        assert_eq!((report.pending.len(), portal.requests), (5, 1));
        assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Auth));
    }

    #[test]
    fn the_operating_limit_inside_a_batch_is_waited_for_until_it_lets_go() {
        let blocked = |deadline| {
            let mut portal = Portal { free_at: Some(20.0), ..Portal::new(70, Limit::CLOUD) };
            // The second batch is refused: the first said when.
            portal.fates = vec![Fate::Says("OPERATION_TIME_LIMIT"), Fate::Answer];
            let manner = Manner { patience: 5000.0, deadline, ..manner(false) };
            let (report, took) = run(70, &mut portal, Limit::CLOUD, manner, f64::INFINITY);
            check(70, &report, &portal);
            (report, took)
        };
        let (report, took) = blocked(Some(60_000.0));
        assert_eq!(report.done.len(), 70);
        assert!((20_000.0..21_000.0).contains(&took), "{took}");
        let (report, _) = blocked(Some(20_000.0));
        assert_eq!((report.done.len(), report.pending.len()), (50, 20));
        assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::RateLimit));
    }

    #[test]
    fn a_pause_must_be_over_before_the_deadline() {
        let manner = Manner { deadline: Some(1000.0), ..manner(false) };
        assert!(manner.allows(400.0, 599.0));
        assert!(!manner.allows(400.0, 600.0));
    }

    #[test]
    fn only_a_full_bucket_slows_down_who_is_not_at_its_limit() {
        let fails = |kind, retry| {
            let (mut bulk, mut pace) = (Bulk::new(users(5), manner(false)), Pace::new(Limit::CLOUD));
            let Due::Send(ticket, ..) = bulk.due(pace, 0.0) else { panic!("the first leaves at once") };
            bulk.answered(ticket, Err(Error::new(kind, "", "").helped_by(retry)), &mut pace, 40.0, "", 0.5);
            pace.wait(40.0) > 0.0
        };
        assert!(fails(ErrorKind::RateLimit, Retry::Backoff));
        assert!(!fails(ErrorKind::RateLimit, Retry::Late));
        assert!(!fails(ErrorKind::Network, Retry::Backoff));
    }

    #[test]
    fn the_operating_limit_is_waited_for_if_there_is_time() {
        let blocked = |deadline| {
            let mut portal = Portal::new(40, Limit::CLOUD);
            portal.fates = vec![Fate::Broken(Retry::Late)];
            run(40, &mut portal, Limit::CLOUD, Manner { patience: 5000.0, deadline, ..manner(false) }, f64::INFINITY)
        };
        let (report, took) = blocked(Some(60_000.0));
        assert_eq!(report.done.len(), 40);
        assert!((10_000.0..11_000.0).contains(&took), "{took}");
        assert_eq!(blocked(None).0.pending.len(), 40);
        assert_eq!(blocked(Some(9000.0)).0.pending.len(), 40);
    }

    fn fates() -> impl Strategy<Value = Vec<Fate>> {
        let kinds = vec![
            Fate::Answer,
            Fate::Answer,
            Fate::Half,
            Fate::Lost,
            Fate::Odd,
            Fate::Broken(Retry::Backoff),
            Fate::Broken(Retry::Server),
            Fate::Broken(Retry::Never),
        ];
        prop::collection::vec(prop::sample::select(kinds), 0..40)
    }

    proptest! {
        #[test]
        fn whatever_happens_everybody_is_accounted_for(
            fates in fates(),
            users in 1_u32..400,
            forbidden in prop::collection::btree_set(1_u32..400, 0..20),
            keeps: bool,
            until in prop_oneof![Just(f64::INFINITY), 0.0..5000.0_f64],
        ) {
            let mut portal = Portal { forbidden, fates, ..Portal::new(users, Limit::CLOUD) };
            let (report, _) = run(users, &mut portal, Limit::CLOUD, manner(keeps), until);
            check(users, &report, &portal);
            if keeps {
                let kept: BTreeSet<_> = report.backups.iter().filter_map(|backup| backup.card.user_id()).map(UserId::get).collect();
                prop_assert_eq!(kept.len(), report.backups.len());
                let gone = (1..=users).filter(|user| !portal.cards.contains(user)).collect::<Vec<_>>();
                prop_assert!(gone.iter().all(|user| kept.contains(user)), "a card is lost without a backup");
            }
        }
    }
}
