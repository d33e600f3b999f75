#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use super::{BulkKind, BulkReport, Progress};
use crate::card::{CardType, Element, Json, Layout, Section, UserId};
use crate::engine::simulation::{BulkPlan, Simulation};
use crate::engine::{Action, Completion, Input, Knowledge, RateLimit, TokenBucket, Transport, Transports};
use crate::error::{Error, ErrorKind, Outcome, Retry};
use crate::protocol::{Batch, Body, Family, Fields, Reply, Request};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
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
    /// It refuses the whole batch with this status and code.
    Refuses(u16, &'static str),
    /// It does it, and never answers.
    Silent,
}

/// A portal on a virtual clock, with cards for all users and a bucket of its own.
struct Portal {
    limit: RateLimit,
    level: f64,
    at: f64,
    cards: BTreeSet<u32>,
    forbidden: BTreeSet<u32>,
    fates: Vec<Fate>,
    /// What always becomes of requests for this user.
    poisoned: Option<(u32, Fate)>,
    requests: usize,
    /// Requests that were no batches.
    singles: usize,
    refused: usize,
    latency: f64,
    knows: &'static [Family],
    /// When the operating limit ends, in milliseconds.
    operating_limit_ends_at: Option<f64>,
    renewals: usize,
}

impl Portal {
    fn new(users: u32, limit: RateLimit) -> Self {
        Self {
            limit,
            level: 0.0,
            at: 0.0,
            cards: (1..=users + 5).collect(),
            forbidden: BTreeSet::new(),
            fates: Vec::new(),
            poisoned: None,
            requests: 0,
            singles: 0,
            refused: 0,
            latency: 40.0,
            knows: &[Family::Contact, Family::Item(CardType::CONTACT)],
            operating_limit_ends_at: None,
            renewals: 0,
        }
    }

    /// Receives a request, does what it says, and replies.
    fn receive(&mut self, request: &Request, now: f64) -> Result<Reply, Error> {
        if request.method == "batch" {
            return self.receive_batch(request, now);
        }
        // As a batch of one command, whose own answer is the reply.
        self.singles += 1;
        let Some(user) = request.parameters.get("userId").and_then(Json::as_f64) else {
            panic!("{request:?} names no user")
        };
        let command = Json::String(format!("{}?userId={user}", request.method));
        let commands = Json::Object(vec![("it".into(), command)]);
        let batch = Request { method: "batch", parameters: Json::Object(vec![("cmd".into(), commands)]) };
        let mut reply = self.receive_batch(&batch, now)?;
        if let Body::Json(Fields { result: Some(containers), .. }) = &mut reply.body {
            let mut own = |container: &str| containers.get_mut(container)?.take("it");
            let mut error = own("result_error");
            let mut of_error = |name: &str| error.as_mut()?.take(name);
            let (code, error_description) = (of_error("error"), of_error("error_description"));
            let result = own("result");
            reply.status = Some(if code.is_some() { 400 } else { 200 });
            reply.body = Body::Json(Fields { error: code, error_description, result, time: None });
        }
        Ok(reply)
    }

    fn receive_batch(&mut self, request: &Request, now: f64) -> Result<Reply, Error> {
        self.requests += 1;
        self.level = (self.level - (now - self.at) / 1000.0 * self.limit.per_second()).max(0.0);
        self.at = now;
        // A rounding error is no request.
        if self.level + 1.0 > self.limit.burst() + 1e-6 {
            self.refused += 1;
            return Ok(failure(503, "QUERY_LIMIT_EXCEEDED"));
        }
        self.level += 1.0;
        let poison = self.poisoned.filter(|(user, _)| names(request, *user)).map(|(_, fate)| fate);
        let fate = poison.unwrap_or_else(|| self.fates.pop().unwrap_or(Fate::Answer));
        match fate {
            Fate::Broken(retry) => {
                return Err(Error::new(ErrorKind::Unavailable, "BROKEN", "").with_retry(retry));
            }
            Fate::Refuses(status, code) => return Ok(failure(status, code)),
            _ => {}
        }
        let (mut results, mut errors, mut times) = (Vec::new(), Vec::new(), Vec::new());
        let Some(Json::Object(commands)) = request.parameters.get("cmd") else { panic!("{request:?} has no commands") };
        assert!((1..=Batch::MAX).contains(&commands.len()));
        for (index, (key, command)) in commands.iter().enumerate() {
            let Json::String(command) = command else { panic!("{command:?} is no command") };
            let Some((method, query)) = command.split_once('?') else { panic!("{command} has no query") };
            let family =
                if method.starts_with("crm.item.") { Family::Item(CardType::CONTACT) } else { Family::Contact };
            let user = query.split('&').find_map(|pair| pair.strip_prefix("userId=")?.parse::<u32>().ok());
            let Some(user) = user else { panic!("{query} names no user") };
            let key = key.clone();
            let refuse = |code: &str, text: &str| {
                let text = Json::String(text.into());
                Json::Object(vec![("error".into(), Json::String(code.into())), ("error_description".into(), text)])
            };
            if let Fate::Says(code) = fate {
                errors.push((key, refuse(code, "")));
            } else if !self.knows.contains(&family) {
                errors.push((key, refuse("ERROR_METHOD_NOT_FOUND", "Method not found!")));
            } else if self.forbidden.contains(&user) {
                errors.push((key, refuse("", "Access denied.")));
            } else {
                let verb = method.rsplit('.').next();
                match verb {
                    Some("reset") => _ = self.cards.remove(&user),
                    Some("set") => _ = self.cards.insert(user),
                    _ => {}
                }
                if let Some(ends_at) = self.operating_limit_ends_at {
                    // The portal's clock is an hour ahead.
                    let clock = |milliseconds: f64| Json::Number(3600.0 + milliseconds / 1000.0);
                    let time = vec![
                        ("finish".into(), clock(now + self.latency)),
                        ("operating_reset_at".into(), clock(ends_at)),
                    ];
                    times.push((key.clone(), Json::Object(time)));
                }
                let result = if verb == Some("get") { Json::Null } else { Json::Bool(true) };
                match fate {
                    Fate::Half if index % 2 == 0 => {}
                    Fate::Odd if index == 0 => results.push((key, Json::Object(vec![]))),
                    _ => results.push((key, result)),
                }
            }
        }
        match fate {
            Fate::Lost => return Err(Error::network()),
            Fate::Silent => return Err(Error::new(ErrorKind::Network, "SILENT", "")),
            _ => {}
        }
        let container = |entries: Vec<(String, Json)>| {
            if entries.is_empty() { Json::Array(vec![]) } else { Json::Object(entries) }
        };
        let result = Json::Object(vec![
            ("result".into(), container(results)),
            ("result_error".into(), container(errors)),
            ("result_time".into(), container(times)),
        ]);
        let fields = Fields { result: Some(result), ..Fields::default() };
        Ok(Reply { status: Some(200), body: Body::Json(fields) })
    }
}

/// Whether a batch has a command for this user.
fn names(batch: &Request, user: u32) -> bool {
    let id = format!("userId={user}");
    let Some(Json::Object(commands)) = batch.parameters.get("cmd") else { return false };
    commands
        .iter()
        .filter_map(|(_, command)| command.as_str()?.split_once('?'))
        .any(|(_, query)| query.split('&').any(|pair| pair == id))
}

fn failure(status: u16, code: &str) -> Reply {
    let fields = Fields { error: Some(Json::String(code.into())), ..Fields::default() };
    Reply { status: Some(status), body: Body::Json(fields) }
}

fn plan(backup: bool) -> BulkPlan {
    BulkPlan {
        kind: BulkKind::Reset,
        cards: Vec::new(),
        backup,
        origin: "https://portal.bitrix24.com".into(),
        family: Family::Contact,
        retries: 3,
        timeout: 30_000.0,
        total_timeout: None,
        limit: RateLimit::CLOUD,
    }
}

/// What is to be saved for each user: a layout that a batch can hold, or one that it cannot.
fn restoring(layouts: impl IntoIterator<Item = bool>) -> BulkPlan {
    let layout = |fits| {
        let title = if fits { "Title" } else { "$result[x]" };
        Layout::from_sections([Section::new("main", title)]).ok()
    };
    let cards = (1_u32..).zip(layouts).map(|(id, fits)| (UserId::try_from(id).unwrap(), layout(fits))).collect();
    BulkPlan { kind: BulkKind::Restore, cards, ..plan(false) }
}

/// Runs to the end; gives the report and the milliseconds it took.
fn run_plan(portal: &mut Portal, plan: BulkPlan) -> (BulkReport, f64) {
    let simulation = Simulation::default();
    let report = perform(&simulation, portal, plan, f64::INFINITY);
    (report, simulation.now.get())
}

fn users(count: u32) -> Vec<(UserId, Option<Layout>)> {
    (1..=count).map(|id| (UserId::try_from(id).unwrap(), None)).collect()
}

/// Runs to the end, or until it is cancelled; gives the report and the milliseconds it took.
fn run(count: u32, portal: &mut Portal, plan: BulkPlan, until: f64) -> (BulkReport, f64) {
    let simulation = Simulation::default();
    let report = run_in(&simulation, count, portal, plan, until);
    (report, simulation.now.get())
}

fn run_in(simulation: &Simulation, count: u32, portal: &mut Portal, plan: BulkPlan, until: f64) -> BulkReport {
    perform(simulation, portal, BulkPlan { cards: users(count), ..plan }, until)
}

fn perform(simulation: &Simulation, portal: &mut Portal, plan: BulkPlan, until: f64) -> BulkReport {
    let mut operation = plan.operation(Knowledge::default());
    let aborted = Input::Cancelled(Error::aborted());
    let completion = simulation.run(
        &mut operation,
        &mut TokenBucket::default(),
        (until, Some(aborted)),
        |action, now| match action {
            Action::Send(id, request, _) => {
                let reply = portal.receive(&request, now);
                let is_silent = matches!(&reply, Err(error) if error.code == "SILENT");
                (!is_silent).then_some((portal.latency, Input::Replied(id, reply)))
            }
            Action::RenewToken => {
                portal.renewals += 1;
                simulation.token.set(simulation.token.get() + 1);
                Some((portal.latency, Input::Renewed(Ok(true))))
            }
            Action::Progress(_) | Action::Cancel(_) => None,
            action => panic!("{action:?}"),
        },
    );
    let Completion::Bulk(report) = completion else { panic!("{completion:?}") };
    report
}

fn ids(users: &[UserId]) -> Vec<u32> {
    users.iter().map(|user| user.get()).collect()
}

/// Every user at exactly one place, and the portal's cards as the report says.
fn check(users: u32, report: &BulkReport, portal: &Portal) {
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
    for (users, limit, requests) in [(10_000, RateLimit::CLOUD, 200.0), (20_000, RateLimit::ENTERPRISE, 400.0)] {
        for latency in [5.0, 1300.0] {
            let mut portal = Portal { latency, ..Portal::new(users, limit) };
            let (report, took) = run(users, &mut portal, BulkPlan { limit, ..plan(false) }, f64::INFINITY);
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
    let mut portal = Portal::new(1_000_000, RateLimit::ENTERPRISE);
    let (report, took) =
        run(1_000_000, &mut portal, BulkPlan { limit: RateLimit::ENTERPRISE, ..plan(false) }, f64::INFINITY);
    assert_eq!((report.done.len(), portal.requests, portal.refused), (1_000_000, 20_000, 0));
    assert!(took <= RateLimit::ENTERPRISE.floor(20_000.0) * 1.001, "{took}");
}

#[test]
fn cards_are_read_before_they_are_reset() {
    let mut portal = Portal::new(120, RateLimit::CLOUD);
    portal.forbidden = [7, 70].into();
    let (report, _) = run(120, &mut portal, plan(true), f64::INFINITY);
    check(120, &report, &portal);
    assert_eq!((report.done.len(), report.backups.len(), portal.requests), (118, 118, 6));
    assert!(report.backups.iter().all(|backup| backup.layout.is_none()));
}

#[test]
fn whoever_may_not_is_the_only_one_refused() {
    let mut portal = Portal::new(100, RateLimit::CLOUD);
    portal.forbidden = [3, 60].into();
    let (report, _) = run(100, &mut portal, plan(false), f64::INFINITY);
    check(100, &report, &portal);
    let refused: Vec<_> = report.failed.iter().map(|(user, error)| (user.get(), error.kind)).collect();
    assert_eq!(refused, [(3, ErrorKind::AccessDenied), (60, ErrorKind::AccessDenied)]);
    assert_eq!(portal.requests, 2, "nobody is asked for twice");
    assert!(report.done.is_sorted(), "in the order in which they were given");
}

#[test]
fn without_the_right_it_ends_after_the_first_batches() {
    let mut portal = Portal::new(1000, RateLimit::CLOUD);
    portal.forbidden = (1..=1000).collect();
    let (report, _) = run(1000, &mut portal, plan(false), f64::INFINITY);
    check(1000, &report, &portal);
    assert_eq!(report.stopped.as_ref().map(|error| error.kind), Some(ErrorKind::AccessDenied));
    assert_eq!((portal.requests, report.failed.len()), (10, 500));
}

#[test]
fn a_portal_without_the_contact_family() {
    let mut portal = Portal { knows: &[Family::Item(CardType::CONTACT)], ..Portal::new(400, RateLimit::CLOUD) };
    let (report, _) = run(400, &mut portal, plan(false), f64::INFINITY);
    check(400, &report, &portal);
    assert_eq!((report.done.len(), portal.requests), (400, 8 + 8));
}

#[test]
fn a_portal_without_either_family() {
    let mut portal = Portal { knows: &[], ..Portal::new(40, RateLimit::CLOUD) };
    let (report, _) = run(40, &mut portal, plan(false), f64::INFINITY);
    check(40, &report, &portal);
    assert_eq!((report.failed.len(), portal.requests), (40, 2));
}

#[test]
fn a_portal_lacks_a_family_once_it_has_answered_through_the_other() {
    for (knows, lacks) in [(&[Family::Item(CardType::CONTACT)][..], true), (&[Family::Contact], false), (&[], false)] {
        let mut portal = Portal { knows, ..Portal::new(2, RateLimit::CLOUD) };
        let mut operation = BulkPlan { cards: users(2), ..plan(false) }.operation(Knowledge::default());
        let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
        simulation.run(&mut operation, &mut bucket, (f64::INFINITY, None), |action, now| match action {
            Action::Send(id, request, _) => Some((40.0, Input::Replied(id, portal.receive(&request, now)))),
            _ => None,
        });
        assert_eq!(operation.knowledge().lacks_contact_family, lacks, "{knows:?}");
    }
}

#[test]
fn a_portal_that_takes_less_than_expected_is_asked_more_slowly() {
    let limit = RateLimit::new(10.0, 1.0).unwrap();
    let mut portal = Portal::new(2500, limit);
    let (report, took) = run(2500, &mut portal, plan(false), f64::INFINITY);
    check(2500, &report, &portal);
    assert_eq!(report.done.len(), 2500);
    assert!(took < limit.floor(50.0) * 2.0, "{took}");
}

#[test]
fn what_is_broken_for_good_ends_it() {
    let mut portal = Portal::new(500, RateLimit::CLOUD);
    portal.fates = vec![Fate::Broken(Retry::Server); 99];
    let (report, _) = run(500, &mut portal, plan(false), f64::INFINITY);
    check(500, &report, &portal);
    assert_eq!((report.pending.len(), portal.requests), (500, 30), "three rounds of ten");

    let mut portal = Portal::new(1000, RateLimit::CLOUD);
    portal.fates = vec![Fate::Broken(Retry::Never)];
    let (report, _) = run(1000, &mut portal, plan(false), f64::INFINITY);
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
    let mut portal = Portal::new(52, RateLimit::CLOUD);
    portal.forbidden = [7, 9].into();
    let (report, _) = run(52, &mut portal, plan(true), f64::INFINITY);
    check(52, &report, &portal);
    assert_eq!(portal.requests, 3, "two to read 52 cards, one to reset 50");
}

#[test]
fn what_is_under_way_at_the_end_may_be_reset() {
    for (until, backups, outcome) in [(30.0, 0, Outcome::Unchanged), (70.0, 50, Outcome::Unknown)] {
        let mut portal = Portal::new(50, RateLimit::CLOUD);
        let (report, _) = run(50, &mut portal, plan(true), until);
        assert_eq!((report.pending.len(), report.backups.len()), (50, backups), "at {until} ms");
        assert_eq!(report.stopped.map(|error| error.outcome), Some(outcome), "at {until} ms");
    }
}

#[test]
fn whoever_is_not_answered_for_is_asked_for_again() {
    let odd = |times| Portal { fates: vec![Fate::Odd; times], ..Portal::new(50, RateLimit::CLOUD) };
    let mut portal = odd(1);
    let (report, took) = run(50, &mut portal, plan(false), f64::INFINITY);
    check(50, &report, &portal);
    assert_eq!((report.done.len(), portal.requests), (50, 2));
    assert!((took - (40.0 + 500.0 + 40.0)).abs() < 1.0, "{took}");

    let simulation = Simulation { jitter: 0.0, ..Simulation::default() };
    run_in(&simulation, 50, &mut odd(1), plan(false), f64::INFINITY);
    assert!((simulation.now.get() - (40.0 + 250.0 + 40.0)).abs() < 1.0, "{}", simulation.now.get());

    let mut portal = odd(9);
    let (report, _) = run(50, &mut portal, plan(false), f64::INFINITY);
    check(50, &report, &portal);
    assert_eq!((report.pending.len(), portal.requests), (1, 4), "as often as retries allow");
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::UnexpectedAnswer));
}

#[test]
fn a_refusal_after_no_answer_leaves_a_doubt_unless_the_card_was_only_read() {
    for (keeps, outcome) in [(false, Outcome::Unknown), (true, Outcome::Unchanged)] {
        let mut portal = Portal::new(1, RateLimit::CLOUD);
        portal.fates = vec![Fate::Says("WRONG_LICENSE"), Fate::Odd];
        let (report, _) = run(1, &mut portal, plan(keeps), f64::INFINITY);
        check(1, &report, &portal);
        assert_eq!(report.failed.first().map(|(_, error)| (error.outcome, error.attempts)), Some((outcome, 2)));
    }
}

#[test]
fn a_fault_of_the_server_with_each_command_fails_each_user() {
    let mut portal = Portal::new(5, RateLimit::CLOUD);
    portal.fates = vec![Fate::Says("INTERNAL_SERVER_ERROR"); 9];
    let (report, _) = run(5, &mut portal, plan(false), f64::INFINITY);
    check(5, &report, &portal);
    assert_eq!((report.failed.len(), portal.requests), (5, 4), "as often as retries allow");
    assert!(report.failed.iter().all(|(_, error)| error.outcome == Outcome::Unknown));
}

#[test]
fn credentials_that_are_refused_in_a_batch_are_nobodys_own_failure() {
    let mut portal = Portal::new(5, RateLimit::CLOUD);
    portal.fates = vec![Fate::Says("insufficient_scope"); 9];
    let (report, _) = run(5, &mut portal, plan(false), f64::INFINITY);
    check(5, &report, &portal);
    assert_eq!((report.pending.len(), portal.requests), (5, 1));
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Auth));
}

#[test]
fn the_operating_limit_inside_a_batch_is_waited_for_until_it_lets_go() {
    let blocked = |total_timeout| {
        let mut portal = Portal { operating_limit_ends_at: Some(20_000.0), ..Portal::new(70, RateLimit::CLOUD) };
        // The second batch is refused: the first said when.
        portal.fates = vec![Fate::Says("OPERATION_TIME_LIMIT"), Fate::Answer];
        let plan = BulkPlan { timeout: 5000.0, total_timeout, ..plan(false) };
        let (report, took) = run(70, &mut portal, plan, f64::INFINITY);
        check(70, &report, &portal);
        (report, took)
    };
    let (report, took) = blocked(Some(60_000.0));
    assert_eq!(report.done.len(), 70);
    // The limit ends, a pause follows, and the batch is answered.
    assert!((took - (20_000.0 + 500.0 + 40.0)).abs() < 1.0, "{took}");
    let (report, _) = blocked(Some(20_000.0));
    assert_eq!((report.done.len(), report.pending.len()), (50, 20));
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::RateLimit));
}

#[test]
fn a_pause_must_be_over_before_the_deadline() {
    let failing = |total_timeout| {
        let mut portal = Portal { fates: vec![Fate::Broken(Retry::Backoff)], ..Portal::new(5, RateLimit::CLOUD) };
        let plan = BulkPlan { total_timeout: Some(total_timeout), ..plan(false) };
        run(5, &mut portal, plan, f64::INFINITY).0.done.len()
    };
    // A latency of 40, a pause of 500, and a latency of 40 again.
    assert_eq!(failing(600.0), 5);
    assert_eq!(failing(540.0), 0);
}

#[test]
fn only_a_full_bucket_slows_down_who_is_not_at_its_limit() {
    let congested = |fate| {
        let mut portal = Portal { fates: vec![fate], ..Portal::new(5, RateLimit::CLOUD) };
        let plan = BulkPlan { cards: users(5), total_timeout: Some(100.0), ..plan(false) };
        let mut operation = plan.operation(Knowledge::default());
        let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
        simulation.run(&mut operation, &mut bucket, (f64::INFINITY, None), |action, now| match action {
            Action::Send(id, request, _) => Some((40.0, Input::Replied(id, portal.receive(&request, now)))),
            _ => None,
        });
        bucket.is_congested(simulation.now.get())
    };
    assert!(congested(Fate::Refuses(503, "QUERY_LIMIT_EXCEEDED")));
    assert!(!congested(Fate::Refuses(429, "OPERATION_TIME_LIMIT")));
    assert!(!congested(Fate::Broken(Retry::Backoff)));
}

#[test]
fn the_operating_limit_is_waited_for_if_there_is_time() {
    let blocked = |total_timeout| {
        let mut portal = Portal::new(40, RateLimit::CLOUD);
        portal.fates = vec![Fate::Broken(Retry::OperatingLimit)];
        run(40, &mut portal, BulkPlan { timeout: 5000.0, total_timeout, ..plan(false) }, f64::INFINITY)
    };
    let (report, took) = blocked(Some(60_000.0));
    assert_eq!(report.done.len(), 40);
    assert!((10_000.0..11_000.0).contains(&took), "{took}");
    assert_eq!(blocked(None).0.pending.len(), 40);
    assert_eq!(blocked(Some(9000.0)).0.pending.len(), 40);
}

#[test]
fn one_renewal_serves_all_batches_with_the_expired_token() {
    let mut portal = Portal { latency: 1300.0, ..Portal::new(500, RateLimit::CLOUD) };
    portal.fates = vec![Fate::Refuses(401, "expired_token"); 10];
    let (report, _) = run(500, &mut portal, plan(false), f64::INFINITY);
    check(500, &report, &portal);
    assert_eq!((report.done.len(), portal.renewals, portal.requests), (500, 1, 20));
}

#[test]
fn a_token_that_is_refused_after_its_renewal_ends_it() {
    let mut portal = Portal::new(20, RateLimit::CLOUD);
    portal.fates = vec![Fate::Refuses(401, "expired_token"); 9];
    let (report, _) = run(20, &mut portal, plan(false), f64::INFINITY);
    check(20, &report, &portal);
    assert_eq!((report.pending.len(), portal.renewals, portal.requests), (20, 1, 2));
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Auth));
}

/// A library that renews its token by itself, for a portal that takes none.
#[test]
fn a_token_that_others_renew_again_and_again_ends_it() {
    let mut operation = BulkPlan::operation(BulkPlan { cards: users(20), ..plan(false) }, Knowledge::default());
    let simulation = Simulation::default();
    let mut requests = 0;
    let completion =
        simulation.run(&mut operation, &mut TokenBucket::default(), (f64::INFINITY, None), |action, _| match action {
            Action::Send(id, ..) => {
                requests += 1;
                simulation.token.set(simulation.token.get() + 1);
                Some((40.0, Input::Replied(id, Ok(failure(401, "expired_token")))))
            }
            Action::RenewToken => Some((40.0, Input::Renewed(Ok(true)))),
            _ => None,
        });
    let Completion::Bulk(report) = completion else { panic!("{completion:?}") };
    assert_eq!((report.pending.len(), report.stopped.map(|error| error.kind)), (20, Some(ErrorKind::Auth)));
    assert!(requests <= 6, "{requests} requests");
}

#[test]
fn one_refused_user_in_a_batch_alone_stops_nobody_else() {
    let mut portal = Portal { forbidden: [51].into(), ..Portal::new(51, RateLimit::CLOUD) };
    // The first user is asked for again: the second batch is of the one who may not.
    portal.fates = vec![Fate::Odd];
    let (report, _) = run(51, &mut portal, plan(false), f64::INFINITY);
    check(51, &report, &portal);
    assert_eq!((report.done.len(), report.failed.len()), (50, 1));
}

#[test]
fn a_renewal_that_never_ends_ends_with_the_time_of_a_request() {
    let mut operation = BulkPlan { cards: users(5), ..plan(false) }.operation(Knowledge::default());
    let simulation = Simulation::default();
    let completion =
        simulation.run(&mut operation, &mut TokenBucket::default(), (f64::INFINITY, None), |action, _| match action {
            Action::Send(id, ..) => Some((40.0, Input::Replied(id, Ok(failure(401, "expired_token"))))),
            _ => None,
        });
    let Completion::Bulk(report) = completion else { panic!("{completion:?}") };
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Timeout));
    assert_eq!((report.pending.len(), simulation.now.get()), (5, 30_040.0));
}

#[test]
fn a_token_is_not_renewed_for_a_bulk_reset_that_sends_nothing_any_more() {
    let mut operation = BulkPlan::operation(BulkPlan { cards: users(100), ..plan(false) }, Knowledge::default());
    let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
    let (mut renewals, mut latency) = (0, 0.0);
    simulation.run(&mut operation, &mut bucket, (f64::INFINITY, None), |action, _| match action {
        Action::Send(id, ..) => {
            // The second batch is answered when the renewal has failed.
            latency += 100.0;
            Some((latency, Input::Replied(id, Ok(failure(401, "expired_token")))))
        }
        Action::RenewToken => {
            renewals += 1;
            Some((40.0, Input::Renewed(Err(Error::new(ErrorKind::Auth, "REFRESH_FAILED", "")))))
        }
        _ => None,
    });
    assert_eq!((renewals, simulation.now.get()), (1, 200.0));
}

#[test]
fn an_answer_after_the_deadline_that_leaves_nobody_pending_leaves_nothing_to_explain() {
    let plan = BulkPlan { cards: users(5), total_timeout: Some(100.0), ..plan(false) };
    let mut operation = BulkPlan::operation(plan, Knowledge::default());
    let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
    operation.handle(Input::Started, &mut bucket, &simulation);
    let Some(Action::Send(id, request, _)) = operation.next_action() else { panic!("nothing is sent") };
    simulation.now.set(101.0);
    let reply = Portal::new(5, RateLimit::CLOUD).receive(&request, 0.0);
    operation.handle(Input::Replied(id, reply), &mut bucket, &simulation);
    assert_eq!(operation.bulk_report().map(|report| report.done.len()), Some(5), "until the report is taken");
    let last = core::iter::from_fn(|| operation.next_action()).last();
    let Some(Action::Finish(completion)) = last else { panic!("{last:?}") };
    let Completion::Bulk(report) = *completion else { panic!("{completion:?}") };
    assert_eq!((report.done.len(), report.pending.len()), (5, 0));
    assert!(report.stopped.is_none(), "{:?}", report.stopped);
}

#[test]
fn a_batch_without_an_answer_is_given_up_and_sent_again() {
    let mut portal = Portal::new(5, RateLimit::CLOUD);
    portal.fates = vec![Fate::Silent];
    let (report, took) = run(5, &mut portal, plan(false), f64::INFINITY);
    check(5, &report, &portal);
    assert_eq!((report.done.len(), portal.requests, took), (5, 2, 30_000.0 + 500.0 + 40.0));
}

#[test]
fn batches_go_by_fetch_where_the_library_tells_its_token() {
    let via =
        |transports| {
            let mut portal = Portal::new(5, RateLimit::CLOUD);
            let simulation = Simulation::default();
            simulation.transports.set(transports);
            let mut operation = BulkPlan { cards: users(5), ..plan(false) }.operation(Knowledge::default());
            let mut used = Vec::new();
            simulation.run(&mut operation, &mut TokenBucket::default(), (f64::INFINITY, None), |action, now| {
                match action {
                    Action::Send(id, request, transport) => {
                        used.push(transport);
                        Some((40.0, Input::Replied(id, portal.receive(&request, now))))
                    }
                    _ => None,
                }
            });
            used
        };
    assert_eq!(via(Transports::Fetch), [Transport::Fetch]);
    assert_eq!(via(Transports::LibraryAndFetch), [Transport::Fetch]);
    assert_eq!(via(Transports::Library), [Transport::Library]);
}

#[test]
fn what_was_cancelled_before_it_began_has_everybody_pending() {
    let mut operation = BulkPlan { cards: users(120), ..plan(true) }.operation(Knowledge::default());
    let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
    operation.handle(Input::Started, &mut bucket, &simulation);
    operation.handle(Input::Cancelled(Error::aborted()), &mut bucket, &simulation);
    let Some(Action::Finish(completion)) = operation.next_action() else { panic!("it goes on") };
    let Completion::Bulk(report) = *completion else { panic!("{completion:?}") };
    assert_eq!((ids(&report.pending), report.backups.len()), ((1..=120).collect(), 0));
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Aborted));
    assert!(operation.next_action().is_none(), "nothing is sent");
}

#[test]
fn many_cards_are_read() {
    let mut portal = Portal::new(120, RateLimit::CLOUD);
    portal.forbidden = [7].into();
    for backup in [false, true] {
        let plan = BulkPlan { kind: BulkKind::Read, ..plan(backup) };
        let (report, _) = run(120, &mut portal, plan, f64::INFINITY);
        assert_eq!((report.done.len(), report.failed.len(), report.pending.len()), (119, 1, 0));
        let read: Vec<_> = report.cards.iter().map(|(user, layout)| (*user, layout.is_none())).collect();
        assert!(read.iter().copied().eq(report.done.iter().map(|user| (*user, true))));
        let kept: Vec<_> = report.backups.iter().filter_map(|backup| backup.card.user_id()).collect();
        assert_eq!(kept, if backup { report.done } else { vec![] });
    }
    assert_eq!((portal.cards.len(), portal.requests), (125, 2 * 3));
}

#[test]
fn what_cannot_be_told_of_a_reading_has_changed_nothing() {
    for fate in [Fate::Lost, Fate::Half, Fate::Odd, Fate::Says("INTERNAL_SERVER_ERROR"), Fate::Silent] {
        let mut portal = Portal { fates: vec![fate; 50], ..Portal::new(60, RateLimit::CLOUD) };
        let plan = BulkPlan { kind: BulkKind::Read, retries: 1, ..plan(true) };
        let (report, _) = run(60, &mut portal, plan, f64::INFINITY);
        let errors = report.failed.iter().map(|(_, error)| error).chain(&report.stopped);
        let outcomes: Vec<_> = errors.map(|error| error.outcome).collect();
        assert!(!outcomes.is_empty() && outcomes.iter().all(|outcome| *outcome == Outcome::Unchanged), "{fate:?}");
        assert_eq!(report.backups.len(), report.done.len(), "{fate:?}");
    }
}

#[test]
fn cards_are_restored_as_fast_as_they_are_reset() {
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    let (report, took) = run_plan(&mut portal, restoring([true; 10_000]));
    assert_eq!((report.done.len(), portal.cards.len(), portal.requests, portal.refused), (10_000, 10_000, 200, 0));
    assert!((took - RateLimit::CLOUD.floor(201.0)).abs() < 100.0, "{took}");
}

#[test]
fn what_no_batch_can_hold_goes_alone_after_the_others() {
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    let (report, _) = run_plan(&mut portal, restoring((0..120).map(|index| index % 6 != 0)));
    assert_eq!((report.done.len(), portal.cards.len()), (120, 120));
    assert_eq!((portal.requests, portal.singles), (2 + 20, 20));
    let done = ids(&report.done);
    assert!(done.first_chunk().is_some_and(|first: &[u32; 100]| first.iter().all(|id| (id - 1) % 6 != 0)));

    // In the same pace.
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    let (report, took) = run_plan(&mut portal, restoring([false; 200]));
    assert_eq!((report.done.len(), portal.singles, portal.refused), (200, 200, 0));
    assert!((took - RateLimit::CLOUD.floor(201.0)).abs() < 100.0, "{took}");
}

#[test]
fn a_single_has_its_own_answer() {
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    portal.forbidden = [2].into();
    let (report, _) = run_plan(&mut portal, restoring([false; 5]));
    assert_eq!((ids(&report.done), report.stopped.is_none()), (vec![1, 3, 4, 5], true));
    let refused: Vec<_> = report.failed.iter().map(|(user, error)| (user.get(), error.kind, error.method)).collect();
    assert_eq!(refused, [(2, ErrorKind::AccessDenied, Some("crm.contact.details.configuration.set"))]);
    assert_eq!(portal.requests, 5, "nobody is asked for twice");

    // One that is lost is sent again; what concerns all of them ends it.
    let mut portal = Portal { fates: vec![Fate::Lost], ..Portal::new(0, RateLimit::CLOUD) };
    let (report, _) = run_plan(&mut portal, restoring([false; 3]));
    assert_eq!((report.done.len(), portal.requests), (3, 4));
    let mut portal =
        Portal { fates: vec![Fate::Refuses(401, "INVALID_CREDENTIALS"); 3], ..Portal::new(0, RateLimit::CLOUD) };
    let (report, _) = run_plan(&mut portal, restoring([false; 3]));
    assert_eq!((report.done.len(), report.pending.len(), report.stopped.unwrap().kind), (0, 3, ErrorKind::Auth));
    let mut portal = Portal { knows: &[Family::Item(CardType::CONTACT)], ..Portal::new(0, RateLimit::CLOUD) };
    let (report, _) = run_plan(&mut portal, restoring([false; 30]));
    assert_eq!((report.done.len(), portal.requests), (30, 10 + 30));
}

#[test]
fn a_single_with_a_fault_of_its_own_holds_up_nobody() {
    // One request in flight, so that none of the others comes between.
    let slow = RateLimit::new(2.0, 0.2).unwrap();
    let plan = || BulkPlan { limit: slow, ..restoring([false; 12]) };
    for (fate, kind) in [
        (Fate::Says("INTERNAL_SERVER_ERROR"), ErrorKind::Unavailable),
        (Fate::Refuses(502, "HTML"), ErrorKind::Unavailable),
        (Fate::Odd, ErrorKind::UnexpectedAnswer),
        (Fate::Half, ErrorKind::UnexpectedAnswer),
        (Fate::Silent, ErrorKind::Timeout),
    ] {
        let mut portal = Portal { poisoned: Some((1, fate)), cards: [].into(), ..Portal::new(0, slow) };
        let (report, _) = run_plan(&mut portal, plan());
        assert_eq!(ids(&report.done), (2..=12).collect::<Vec<_>>(), "{fate:?}");
        assert_eq!(portal.requests, 11 + 4, "{fate:?}: once, and as often as may be retried");
        let stopped = report.stopped.unwrap();
        assert_eq!((ids(&report.pending), report.failed.len()), (vec![1], 0), "{fate:?}");
        assert_eq!((stopped.kind, stopped.outcome), (kind, Outcome::Unknown), "{fate:?}");
    }
    // What all of them have ends it soon.
    for fate in [Fate::Says("INTERNAL_SERVER_ERROR"), Fate::Odd, Fate::Half, Fate::Silent] {
        let mut portal = Portal { fates: vec![fate; 400], cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
        let (report, _) = run_plan(&mut portal, restoring([false; 200]));
        assert!(report.stopped.is_some() && portal.requests <= 61, "{fate:?}: {} requests", portal.requests);
        assert_eq!((report.pending.len(), report.failed.len()), (200, 0), "{fate:?}");
    }
}

#[test]
fn singles_that_are_all_refused_end_it_as_a_batch_of_them_would() {
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    portal.forbidden = (1..=200).collect();
    let (report, _) = run_plan(&mut portal, restoring([false; 200]));
    assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::AccessDenied));
    assert!((50..=60).contains(&portal.requests), "{}", portal.requests);
    // One who is not refused keeps it going.
    let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
    portal.forbidden = (1..=200).filter(|id| id % 40 != 0).collect();
    let (report, _) = run_plan(&mut portal, restoring([false; 200]));
    assert_eq!((report.done.len(), report.failed.len(), report.stopped.is_none()), (5, 195, true));
}

#[test]
fn what_no_form_can_hold_is_refused_where_there_is_nothing_else() {
    let number = Element::new("ADDRESS").option("defaultAddressType", 1);
    let layouts = [Section::new("main", "$result[x]"), Section::new("main", "Title").element(number)];
    let cards = (1_u32..)
        .zip(layouts)
        .map(|(id, section)| (UserId::try_from(id).unwrap(), Layout::from_sections([section]).ok()));
    let plan = BulkPlan { cards: cards.collect(), ..restoring([]) };
    for (transports, refused) in [(Transports::Library, 1), (Transports::LibraryAndFetch, 0)] {
        let mut portal = Portal { cards: [].into(), ..Portal::new(0, RateLimit::CLOUD) };
        let simulation = Simulation { transports: transports.into(), ..Simulation::default() };
        let report = perform(&simulation, &mut portal, plan.clone(), f64::INFINITY);
        assert_eq!((report.failed.len(), portal.requests), (refused, 2 - refused), "{transports:?}");
        for (user, error) in &report.failed {
            assert_eq!((user.get(), &*error.code, error.attempts), (2, "INVALID_LAYOUT", 0));
            assert_eq!(error.outcome, Outcome::Unchanged);
        }
    }
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
        let mut portal = Portal { forbidden, fates, ..Portal::new(users, RateLimit::CLOUD) };
        let (report, _) = run(users, &mut portal, plan(keeps), until);
        check(users, &report, &portal);
        if keeps {
            let kept: BTreeSet<_> = report.backups.iter().filter_map(|backup| backup.card.user_id()).map(UserId::get).collect();
            prop_assert_eq!(kept.len(), report.backups.len());
            let gone = (1..=users).filter(|user| !portal.cards.contains(user)).collect::<Vec<_>>();
            prop_assert!(gone.iter().all(|user| kept.contains(user)), "a card is lost without a backup");
        }
    }
}
