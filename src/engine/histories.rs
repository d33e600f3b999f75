//! Random histories of operations: whatever happens, in whatever order, an operation ends, and says no more than it knows.
//!
//! Each history follows from its number, which a failure names. `HISTORIES=1000000 cargo test histories` tries that many, and
//! `HISTORY=7 cargo test histories` the one of that number.

#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use crate::card::{Card, CardType, Element, Json, Layout, Section, UserId};
use crate::engine::simulation::{BulkPlan, CallPlan, Simulation};
use crate::engine::{
    Action, BulkKind, BulkReport, CallResult, Change, Completion, Input, Knowledge, Operation, RateLimit, RequestId,
    Success, TokenBucket, Transports,
};
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Body, Call, Family, Fields, Reply, Request};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Histories in a run without `HISTORIES`.
const HISTORIES: u64 = 50_000;

/// What a history consists of before an operation is said not to end.
const MOST_INPUTS: u32 = 20_000;

/// The codes by which a portal refuses a request before it runs.
const REFUSALS: [(u16, &str); 9] = [
    (503, "QUERY_LIMIT_EXCEEDED"),
    (429, "OPERATION_TIME_LIMIT"),
    (401, "expired_token"),
    (401, "expired_token"),
    (401, "CONNECTION_ERROR"),
    (404, "ERROR_METHOD_NOT_FOUND"),
    (403, "insufficient_scope"),
    (400, ""),
    (200, "WRONG_ENCODING"),
];

struct Random(TestRng);

impl Random {
    fn new(number: u64) -> Self {
        let seed = [number.to_le_bytes(), (!number).to_le_bytes()].concat();
        let mut random = TestRng::from_seed(RngAlgorithm::XorShift, &seed);
        // The first numbers of neighbouring seeds are alike.
        (0..32).for_each(|_| _ = random.next_u32());
        Self(random)
    }

    fn number(&mut self, range: RangeInclusive<u32>) -> u32 {
        range.start() + self.0.next_u32() % (range.end() - range.start() + 1)
    }

    fn one_in(&mut self, count: u32) -> bool {
        self.number(1..=count) == 1
    }

    fn fraction(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / f64::from(u32::MAX)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.0.next_u32() as usize % from.len()].clone()
    }

    /// Milliseconds, as often few as many.
    fn milliseconds(&mut self) -> f64 {
        let most = self.pick(&[0.0, 10.0, 1000.0, 40_000.0]);
        self.fraction() * most
    }

    fn transports(&mut self) -> Transports {
        let [can_await, can_renew] = [self.one_in(2), self.one_in(2)];
        self.pick(&[
            Transports::Fetch,
            Transports::Library,
            Transports::LibraryAndFetch,
            Transports::NoToken { can_await, can_renew },
        ])
    }

    /// What a portal says of its operating limit, by a clock of its own.
    fn time(&mut self) -> Option<Json> {
        let ends_in = self.pick(&[-100.0, 0.0, 0.5, 20.0, 600.0, 1e300]);
        let time = vec![
            ("finish".into(), Json::Number(5000.0)),
            ("operating_reset_at".into(), Json::Number(5000.0 + ends_in)),
        ];
        self.one_in(4).then_some(Json::Object(time))
    }
}

/// What an operation is to do.
#[derive(Clone, Debug)]
enum Plan {
    Call(CallPlan),
    Bulk(BulkPlan),
}

/// Something that is to happen.
#[derive(Debug)]
enum Event {
    Input(Input),
    /// The token is renewed, and the operation told so where it is the one that asked for it.
    NextToken {
        is_asked_for: bool,
    },
    Transports(Transports),
}

#[derive(Debug)]
struct Timer {
    /// The moment for which it is set.
    at: f64,
    /// The moment at which it fires, a little before or after.
    fires_at: f64,
}

struct History {
    random: Random,
    plan: Plan,
    simulation: Simulation,
    bucket: TokenBucket,
    operation: Operation,
    events: Vec<(f64, Event)>,
    timer: Option<Timer>,
    in_flight: Vec<(RequestId, Request)>,
    requests: u32,
    /// The generations of tokens for which a renewal was asked.
    renewals: Vec<u32>,
    is_renewing: bool,
    has_awaited_library: bool,
    /// Tokens that came without being asked for.
    foreign_tokens: u32,
    /// Users whose card has been changed; 0 for that of a call.
    changed: BTreeSet<u32>,
    /// Those of whom the operation was told so.
    confirmed: BTreeSet<u32>,
    /// Those of whom the operation was told an error.
    refused: BTreeSet<u32>,
    completion: Option<Completion>,
}

impl History {
    fn new(number: u64) -> Self {
        let mut random = Random::new(number);
        let plan = plan(&mut random);
        let knowledge = Knowledge {
            lacks_contact_family: random.one_in(10),
            operating_limit_ends_at: random.one_in(4).then_some(random.milliseconds()),
        };
        let operation = match plan.clone() {
            Plan::Call(plan) => CallPlan::operation(plan, knowledge),
            Plan::Bulk(plan) => BulkPlan::operation(plan, knowledge),
        };
        let mut bucket = TokenBucket::default();
        if random.one_in(5) {
            bucket.mark_full(RateLimit::CLOUD, 0.0);
            for _ in 0..random.number(0..=70) {
                bucket.take_turn(RateLimit::CLOUD, 0.0);
            }
        }
        let simulation = Simulation::default();
        simulation.transports.set(random.transports());
        let mut history = Self {
            random,
            plan,
            simulation,
            bucket,
            operation,
            events: Vec::new(),
            timer: None,
            in_flight: Vec::new(),
            requests: 0,
            renewals: Vec::new(),
            is_renewing: false,
            has_awaited_library: false,
            foreign_tokens: 0,
            changed: BTreeSet::new(),
            confirmed: BTreeSet::new(),
            refused: BTreeSet::new(),
            completion: None,
        };
        history.add_surprises();
        history
    }

    /// What happens whatever the operation does.
    fn add_surprises(&mut self) {
        if self.random.one_in(4) {
            self.add(Event::Input(Input::Cancelled(Error::aborted())));
        }
        for _ in 0..self.random.number(0..=2) {
            let transports = self.random.transports();
            self.add(Event::Transports(transports));
        }
        for _ in 0..self.random.number(0..=1) {
            self.foreign_tokens += 1;
            self.add(Event::NextToken { is_asked_for: false });
        }
        for _ in 0..self.random.number(0..=2) {
            // Of a request that is unknown or has ended.
            let id = RequestId(self.random.number(50..=60) * 1000);
            let reply = Reply { status: Some(200), body: Body::Json(result(Json::Bool(true))) };
            self.add(Event::Input(Input::Replied(id, Ok(reply))));
        }
    }

    fn add(&mut self, event: Event) {
        let at = self.simulation.now.get() + self.random.milliseconds();
        self.events.push((at, event));
    }

    fn run(mut self) {
        self.handle(Input::Started);
        let mut inputs = 1;
        while self.completion.is_none() {
            inputs += 1;
            assert!(inputs < MOST_INPUTS, "it does not end");
            self.check_wait();
            let next =
                (0..self.events.len()).min_by(|one, other| self.events[*one].0.total_cmp(&self.events[*other].0));
            let timer = self.timer.as_ref().expect("it waits for ever").fires_at;
            if let Some(next) = next.filter(|next| self.events[*next].0 <= timer) {
                let (at, event) = self.events.swap_remove(next);
                self.pass(at);
                self.happen(event);
            } else {
                self.timer = None;
                // A test may move the timers and not the clock.
                if !self.random.one_in(10) {
                    self.pass(timer);
                }
                self.handle(Input::TimerFired);
            }
        }
        for input in [Input::TimerFired, Input::LibraryReady, Input::Renewed(Ok(true)), Input::Started] {
            self.handle(input);
        }
        for (id, request) in core::mem::take(&mut self.in_flight) {
            let reply = self.receive(&request).unwrap_or_else(|| Err(Error::network()));
            self.operation.handle(Input::Replied(id, reply), &mut self.bucket, &self.simulation);
            assert!(self.operation.next_action().is_none(), "it goes on after its end");
        }
        self.check_requests();
        match self.completion.take().expect("it has ended") {
            Completion::Call(result) => self.check_call(&result),
            Completion::Bulk(report) => self.check_bulk(&report),
        }
    }

    fn pass(&self, at: f64) {
        self.simulation.now.set(self.simulation.now.get().max(at));
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Input(input) => self.handle(input),
            Event::Transports(transports) => self.simulation.transports.set(transports),
            Event::NextToken { is_asked_for } => {
                self.simulation.token.set(self.simulation.token.get() + 1);
                if is_asked_for {
                    let transports = self.random.transports();
                    self.simulation.transports.set(transports);
                    self.handle(Input::Renewed(Ok(true)));
                }
            }
        }
    }

    /// Hands an input to the operation, and does what it says; sometimes its caller cancels it meanwhile.
    fn handle(&mut self, input: Input) {
        match &input {
            Input::Replied(id, reply) => {
                if let Some(index) = self.in_flight.iter().position(|(other, _)| other == id) {
                    let (_, request) = self.in_flight.swap_remove(index);
                    self.note(&request, reply);
                }
            }
            Input::Renewed(_) => self.is_renewing = false,
            Input::LibraryReady => {
                let transports = self.random.transports();
                self.simulation.transports.set(transports);
            }
            _ => {}
        }
        self.simulation.jitter = self.random.fraction();
        self.operation.handle(input, &mut self.bucket, &self.simulation);
        loop {
            if self.random.one_in(400) {
                self.operation.handle(Input::Cancelled(Error::aborted()), &mut self.bucket, &self.simulation);
            }
            let Some(action) = self.operation.next_action() else { return };
            assert!(self.completion.is_none(), "{action:?} after the end");
            self.perform(action);
        }
    }

    fn perform(&mut self, action: Action) {
        match action {
            Action::AwaitLibrary => {
                assert!(!self.has_awaited_library, "the library is awaited twice");
                self.has_awaited_library = true;
                if !self.random.one_in(4) {
                    self.add(Event::Input(Input::LibraryReady));
                }
            }
            Action::Send(id, request, _) => {
                self.requests += 1;
                assert!(!self.is_renewing, "a request is sent while the token is renewed");
                if let Some(reply) = self.receive(&request) {
                    self.add(Event::Input(Input::Replied(id, reply)));
                }
                self.in_flight.push((id, request));
                let most = match &self.plan {
                    Plan::Call(_) => 1,
                    Plan::Bulk(plan) if plan.limit == RateLimit::ENTERPRISE => 25,
                    Plan::Bulk(_) => 10,
                };
                assert!(self.in_flight.len() <= most, "{} requests in flight", self.in_flight.len());
            }
            Action::Cancel(id) => {
                let index = self.in_flight.iter().position(|(other, _)| *other == id);
                self.in_flight.swap_remove(index.expect("a request is given up that is not in flight"));
                self.events
                    .retain(|(_, event)| !matches!(event, Event::Input(Input::Replied(other, _)) if *other == id));
            }
            Action::Sleep(pause) => {
                assert!(pause >= 0.0 && pause.is_finite(), "a timer of {pause} ms");
                let at = self.simulation.now.get() + pause;
                let late =
                    if self.random.one_in(5) { self.random.milliseconds() } else { self.random.fraction() - 0.5 };
                self.timer = Some(Timer { at, fires_at: at + late });
            }
            Action::RenewToken => {
                let generation = self.simulation.token.get();
                assert!(!self.is_renewing && !self.renewals.contains(&generation), "a token is renewed twice");
                self.renewals.push(generation);
                self.is_renewing = true;
                let transports = self.simulation.transports.get();
                let is_possible = matches!(transports, Transports::NoToken { can_renew: true, .. });
                match self.random.number(0..=5) {
                    0 => {}
                    1 => self.add(Event::Input(Input::Renewed(Err(Error::new(ErrorKind::Auth, "REFRESH_FAILED", ""))))),
                    2 if !is_possible => self.add(Event::Input(Input::Renewed(Ok(false)))),
                    _ => self.add(Event::NextToken { is_asked_for: true }),
                }
            }
            Action::Change(_) => {
                let changes =
                    [Change::Nothing, Change::Save(None), Change::Save(layout(true)), Change::Save(layout(false))];
                let failed = || Error::new(ErrorKind::InvalidArgument, "CHANGE_FAILED", "");
                match self.random.number(0..=8) {
                    0 => {}
                    1 => self.add(Event::Input(Input::Changed(Err(failed())))),
                    _ => {
                        let change = self.random.pick(&changes);
                        self.add(Event::Input(Input::Changed(Ok(change))));
                    }
                }
            }
            Action::Progress(progress) => {
                let report = self.operation.bulk_report().expect("a call has no progress");
                assert_eq!((report.done.len(), report.failed.len()), (progress.done, progress.failed));
                assert!(progress.done + progress.failed <= progress.total);
            }
            Action::Finish(completion) => self.completion = Some(*completion),
        }
    }

    /// The portal receives a request, and does it or not. `None` where it never answers.
    fn receive(&mut self, request: &Request) -> Option<Result<Reply, Error>> {
        let kind = self.random.number(0..=11);
        let subjects = subjects(request);
        // Whether it was done where the answer does not tell.
        let may_change = match kind {
            6..=7 => false,
            8..=11 => self.random.one_in(2),
            _ => return Some(Ok(self.answer(request, &subjects))),
        };
        if may_change {
            self.changed.extend(subjects.iter().filter(|subject| subject.changes).map(|subject| subject.user));
        }
        let (status, fields) = match kind {
            6..=7 => {
                let (status, code) = self.random.pick(&REFUSALS);
                (status, Fields { time: self.random.time(), ..failure(code) })
            }
            8 => (500, failure("INTERNAL_SERVER_ERROR")),
            9 => return None,
            10 => {
                let error = if self.random.one_in(2) { Error::network() } else { Error::lost_response(Some(502)) };
                return Some(Err(error));
            }
            _ => {
                let (status, body) =
                    self.random.pick(&[(200, Body::Empty), (502, Body::NotJson), (200, Body::NotJson)]);
                return Some(Ok(Reply { status: Some(status), body }));
            }
        };
        Some(Ok(Reply { status: Some(status), body: Body::Json(fields) }))
    }

    /// An answer of the portal: mostly what the method promises.
    fn answer(&mut self, request: &Request, subjects: &[Subject]) -> Reply {
        let (mut results, mut errors, mut times) = (Vec::new(), Vec::new(), Vec::new());
        for Subject { key, user, changes } in subjects {
            let (mut is_changed, is_told, error) = match self.random.number(0..=9) {
                0 => (self.random.one_in(2), false, None),
                1 => (false, true, Some(self.random.pick(&REFUSALS).1)),
                2 => (self.random.one_in(2), true, Some("INTERNAL_SERVER_ERROR")),
                _ => (true, true, None),
            };
            is_changed &= *changes;
            if is_changed {
                self.changed.insert(*user);
            }
            let promised = if *changes { Json::Bool(true) } else { self.random.pick(&[Json::Null, sections()]) };
            match error {
                Some(code) => {
                    let error = Json::Object(vec![("error".into(), Json::String(code.into()))]);
                    errors.push((key.clone(), error));
                }
                None if is_told => results.push((key.clone(), promised)),
                // Missing from a batch, and no answer to a call.
                None if request.method == "batch" => {}
                None => results.push((key.clone(), Json::Number(1.0))),
            }
            times.extend(self.random.time().map(|time| (key.clone(), time)));
        }
        let fields = if request.method == "batch" {
            let containers = [("result", results), ("result_error", errors), ("result_time", times)];
            let container = |(name, entries): (&str, Vec<_>)| {
                (name.into(), if entries.is_empty() { Json::Array(vec![]) } else { Json::Object(entries) })
            };
            result(Json::Object(containers.map(container).into()))
        } else {
            let first = |entries: Vec<(String, Json)>| entries.into_iter().next().map(|(_, value)| value);
            let error = first(errors).and_then(|mut error| error.take("error"));
            Fields { error, result: first(results), time: first(times), ..Fields::default() }
        };
        Reply { status: Some(if fields.error.is_some() { 400 } else { 200 }), body: Body::Json(fields) }
    }

    /// Notes what the operation is told of each card.
    fn note(&mut self, request: &Request, reply: &Result<Reply, Error>) {
        let Ok(Reply { body: Body::Json(Fields { result, error, .. }), status }) = reply else { return };
        let is_reading = matches!(&self.plan, Plan::Bulk(BulkPlan { kind: BulkKind::Read, .. }));
        for Subject { key, user, changes } in subjects(request) {
            let (result, error) = if request.method == "batch" {
                let at = |container: &str| result.as_ref()?.get(container)?.get(&key);
                (at("result"), at("result_error"))
            } else {
                (result.as_ref(), error.as_ref())
            };
            match (result, error) {
                (_, Some(_)) => _ = self.refused.insert(user),
                (Some(Json::Bool(true)), None) if changes && *status == Some(200) => _ = self.confirmed.insert(user),
                (Some(Json::Null | Json::Array(_)), None) if is_reading => _ = self.confirmed.insert(user),
                _ => {}
            }
        }
    }

    /// While it has not ended, a timer is set, and none for after the deadline.
    fn check_wait(&self) {
        let timer = self.timer.as_ref().expect("it waits for ever");
        let deadline = match &self.plan {
            Plan::Call(plan) => plan.timeout,
            Plan::Bulk(plan) => plan.total_timeout.unwrap_or(f64::INFINITY),
        };
        assert!(timer.at <= deadline + 1e-6, "it waits until {} ms, and has {deadline} ms", timer.at);
    }

    fn check_requests(&self) {
        let most = match &self.plan {
            Plan::Call(plan) => {
                // An edit reads, and saves and reads at first and after each conflict, with a pause and a reading in between.
                let edits = if plan.is_edit { 3 * (plan.retries + 1) } else { 0 };
                let steps = edits + if plan.backup { 2 } else { 1 };
                // Each step is sent once, has its retries, and is sent again with another token; one is sent again to the
                // other family.
                steps * (plan.retries + 2) + 1
            }
            Plan::Bulk(plan) => {
                let users = u32::try_from(self.confirmed.len().max(self.users())).expect("few");
                let tokens = u32::try_from(self.renewals.len()).expect("few") + self.foreign_tokens;
                // A user is read, reset, asked for again where an answer is missing, asked for by the other family, and sent
                // again after each failure of a batch: two fail together at the most for one of the retries, which begin anew
                // with each user who is done.
                users * (plan.retries + 4 + 2 * (users + 1) * (plan.retries + 1) + tokens)
            }
        };
        assert!(self.requests <= most, "{} requests, and {most} are the most", self.requests);
    }

    fn check_call(&self, result: &Result<Success, Error>) {
        let Plan::Call(plan) = &self.plan else { panic!("a bulk reset ended as a call") };
        match result {
            Ok(Success { result: CallResult::Confirmed, backup, .. }) => {
                assert!(self.confirmed.contains(&0), "done without the portal's word");
                assert_eq!(backup.is_some(), plan.backup);
            }
            Ok(Success { result: CallResult::Layout(_), is_changed, backup, .. }) => {
                assert!(!plan.call.changes_card());
                assert_eq!((is_changed.is_some(), backup.is_some()), (plan.is_edit, plan.is_edit));
                assert!(*is_changed == Some(true) || self.changed.is_empty(), "a change that is not told of");
            }
            Err(error) => {
                assert_eq!(error.attempts, self.requests);
                assert_eq!(error.method.is_some(), self.requests > 0);
                let is_changed = self.changed.contains(&0);
                assert!(!is_changed || error.outcome == Outcome::Unknown, "a change that is not told of: {error:?}");
                assert!(plan.call.changes_card() || plan.is_edit || error.outcome == Outcome::Unchanged);
                let has_backup = (plan.backup || plan.is_edit) && error.outcome == Outcome::Unknown;
                assert_eq!(error.backup.is_some(), has_backup, "{error:?}");
            }
        }
    }

    fn users(&self) -> usize {
        if let Plan::Bulk(plan) = &self.plan { plan.cards.len() } else { 1 }
    }

    fn check_bulk(&self, report: &BulkReport) {
        let Plan::Bulk(plan) = &self.plan else { panic!("a call ended as a bulk reset") };
        let BulkReport { done, failed, pending, cards, backups, stopped, .. } = report;
        let failed_users: Vec<_> = failed.iter().map(|(user, _)| *user).collect();
        let mut everybody = [&done[..], &failed_users, pending].concat();
        everybody.sort_unstable();
        assert!(everybody.iter().eq(plan.cards.iter().map(|(user, _)| user)), "each user once");
        assert_eq!(pending.is_empty(), stopped.is_none(), "{report:?}");
        assert!(done.iter().all(|user| self.confirmed.contains(&user.get())), "done without the portal's word");
        for (user, error) in failed {
            let is_refused = self.refused.contains(&user.get()) || error.kind == ErrorKind::InvalidArgument;
            assert!(is_refused, "failed without the portal's word: {error:?}");
            let is_changed = self.changed.contains(&user.get());
            assert!(!is_changed || error.outcome == Outcome::Unknown, "a change that is not told of: {error:?}");
        }
        let mut saved: Vec<_> = backups.iter().filter_map(|backup| backup.card.user_id()).map(UserId::get).collect();
        saved.sort_unstable();
        assert!(saved.is_sorted_by(|one, other| one < other), "each backup once");
        assert!(!plan.backup || self.changed.iter().all(|user| saved.contains(user)), "a card is lost");
        assert!(plan.backup || saved.is_empty());
        let read: Vec<_> = cards.iter().map(|(user, _)| *user).collect();
        if plan.kind == BulkKind::Read {
            assert_eq!(&read, done);
            assert!(self.changed.is_empty() && failed.iter().all(|(_, error)| error.outcome == Outcome::Unchanged));
            assert_eq!(saved.len(), if plan.backup { done.len() } else { 0 });
        } else {
            assert_eq!(read, []);
        }
    }
}

/// A card that a request is about.
struct Subject {
    key: String,
    /// 0 for that of a call.
    user: u32,
    changes: bool,
}

fn subjects(request: &Request) -> Vec<Subject> {
    let changes = |method: &str| !method.ends_with("get");
    if request.method != "batch" {
        let user = request.parameters.get("userId").and_then(Json::as_f64).and_then(|id| UserId::try_from(id).ok());
        let user = user.map_or(0, UserId::get);
        return vec![Subject { key: String::new(), user, changes: changes(request.method) }];
    }
    let Some(Json::Object(commands)) = request.parameters.get("cmd") else { panic!("a batch without commands") };
    let subject = |(key, command): &(String, Json)| {
        let Json::String(command) = command else { panic!("{command:?} is no command") };
        let (method, query) = command.split_once('?').expect("a query");
        let (_, user) = query.split_once("userId=").expect("a user");
        let user = user.split('&').next().expect("an id");
        Subject { key: key.clone(), user: user.parse().expect("an id"), changes: changes(method) }
    };
    commands.iter().map(subject).collect()
}

fn result(result: Json) -> Fields {
    Fields { result: Some(result), ..Fields::default() }
}

fn failure(code: &str) -> Fields {
    Fields { error: Some(Json::String(code.into())), ..Fields::default() }
}

fn sections() -> Json {
    let text = |text: &str| Json::String(text.into());
    Json::Array(vec![Json::Object(vec![
        ("name".into(), text("main")),
        ("title".into(), text("About")),
        ("elements".into(), Json::Array(vec![])),
    ])])
}

/// A layout that a batch can hold, or one that it cannot.
fn layout(fits_a_batch: bool) -> Option<Layout> {
    let option = if fits_a_batch { Json::String("GB".into()) } else { Json::Number(1.0) };
    Layout::from_sections([Section::new("main", "About").element(Element::new("PHONE").option("key", option))]).ok()
}

fn plan(random: &mut Random) -> Plan {
    let family = random.pick(&[Family::Contact, Family::Item(CardType::CONTACT)]);
    let retries = random.number(0..=4);
    let timeout = 1.0 + random.milliseconds();
    let origin = "https://portal.bitrix24.com".into();
    if random.one_in(3) {
        let most = random.pick(&[1, 4, 60]);
        let users = (1..=random.number(1..=most)).filter_map(|id| UserId::try_from(id).ok());
        let kind = random.pick(&[BulkKind::Read, BulkKind::Reset, BulkKind::Restore]);
        let is_restoring = kind == BulkKind::Restore;
        let layouts = if is_restoring { vec![None, layout(true), layout(false)] } else { vec![None] };
        let cards = users.map(|user| (user, random.pick(&layouts))).collect();
        let backup = !is_restoring && random.one_in(2);
        let total_timeout = random.one_in(2).then_some(1.0 + random.milliseconds() * 3.0);
        let slow = RateLimit::new(2.0, 0.5).expect("a rate limit");
        let limit = random.pick(&[RateLimit::CLOUD, RateLimit::ENTERPRISE, slow]);
        return Plan::Bulk(BulkPlan { kind, cards, backup, origin, family, retries, timeout, total_timeout, limit });
    }
    let card = Card::Personal(None);
    let layout = layout(true).expect("a layout");
    let calls = [Call::Get(card), Call::Set(card, layout), Call::Reset(card), Call::Reset(card), Call::Force];
    let call = random.pick(&calls);
    let backup = matches!(call, Call::Reset(_)) && random.one_in(2);
    let is_edit = matches!(call, Call::Get(_)) && random.one_in(2);
    Plan::Call(CallPlan { call, is_edit, backup, origin, family, retries, timeout })
}

#[test]
fn whatever_happens_an_operation_ends_in_time_and_says_no_more_than_it_knows() {
    let setting = |name| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let numbers = match setting("HISTORY") {
        Some(number) => number..number + 1,
        None => 0..setting("HISTORIES").unwrap_or(HISTORIES),
    };
    for number in numbers {
        let run = std::panic::catch_unwind(|| History::new(number).run());
        if let Err(failure) = run {
            std::eprintln!("history {number} failed");
            std::panic::resume_unwind(failure);
        }
    }
}
