//! Whatever a portal says to batches, everybody is in the report once, and nobody is done without the portal's `true`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::future::pending;
use std::time::Duration;

use arbitrary::{Result as Generated, Unstructured};
use bx24_contact_card::card::Json;
use bx24_contact_card::client::{Clock, Connection};
use bx24_contact_card::protocol::{Batch, Body, Fields, Reply, Request};
use bx24_contact_card::{BulkOptions, BulkReport, Card, Client, Error, Family, Progress, RateLimit, Transport, UserId};

use crate::generate;
use crate::reply::success;
use crate::time::{Time, milliseconds};

pub(crate) fn check(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let Ok(case) = TestCase::generate(&mut input) else { return };
    let portal = FakePortal::new(input);
    let mut client = Client::new(&portal, &portal);
    (client.family, client.timeout, client.retries) = (case.family, case.timeout, case.retries);
    let mut heard = Vec::new();
    let users = case.users.iter().filter_map(|id| UserId::try_from(*id).ok());
    let mut reset = client.reset_many(users, case.options);
    portal.time.run(reset.run(|progress, report| {
        assert_eq!((progress.done, progress.failed), (report.done.len(), report.failed.len()));
        heard.push(progress);
    }));
    let report = reset.into_report();
    case.check_report(&report, &portal);
    case.check_progress(&heard, &report);
    if let Some(total) = case.options.total_timeout {
        // A duration has whole nanoseconds only.
        assert!(portal.time.now() < milliseconds(total) + 1e-3, "it took {} ms", portal.time.now());
    }
}

/// What is asked, and how.
struct TestCase {
    users: BTreeSet<u32>,
    options: BulkOptions,
    family: Family,
    timeout: Duration,
    retries: u32,
}

impl TestCase {
    fn generate(input: &mut Unstructured<'_>) -> Generated<Self> {
        let users = (1..=input.int_in_range(1..=120)?).collect();
        let backup = input.arbitrary()?;
        let family = if input.arbitrary()? { Family::Item } else { Family::Contact };
        let timeout = Duration::from_millis(input.int_in_range(1..=60_000)?);
        let total_timeout = if input.arbitrary()? { Some(input.int_in_range(1..=120_000)?) } else { None };
        let total_timeout = total_timeout.map(Duration::from_millis);
        let retries = input.int_in_range(0..=4)?;
        let slow = RateLimit::new(2.0, 0.5).expect("it is a rate limit");
        let limit = if input.arbitrary()? { RateLimit::ENTERPRISE } else { slow };
        Ok(Self { users, options: BulkOptions { backup, limit, total_timeout }, family, timeout, retries })
    }

    fn check_report(&self, report: &BulkReport, portal: &FakePortal<'_>) {
        let failed: Vec<_> = report.failed.iter().map(|(user, _)| *user).collect();
        let everybody = [&report.done, &failed, &report.pending].into_iter().flatten().map(|user| user.get());
        let mut everybody: Vec<_> = everybody.collect();
        everybody.sort_unstable();
        assert!(everybody.iter().eq(&self.users), "{everybody:?}");
        assert_eq!(report.pending.is_empty(), report.stopped.is_none());

        let said = portal.said.borrow();
        let is = |user: &UserId, what: fn(&Said) -> bool| said.get(&user.get()).is_some_and(what);
        assert!(report.done.iter().all(|user| is(user, |said| said.yes)), "done without the portal's word");
        assert!(failed.iter().all(|user| is(user, |said| said.no)), "failed without the portal's word");

        let kept: Vec<_> = report.backups.iter().map(|backup| backup.card).collect();
        if self.options.backup {
            let card = |user: &UserId| Card::Personal(Some(*user));
            assert!(report.done.iter().all(|user| kept.iter().filter(|kept| **kept == card(user)).count() == 1));
            assert!(kept.iter().all(|kept| kept.user_id().is_some_and(|user| is(&user, |said| said.read))));
        } else {
            assert!(kept.is_empty());
        }
    }

    /// It never takes anything back.
    fn check_progress(&self, heard: &[Progress], report: &BulkReport) {
        for (before, after) in heard.iter().zip(heard.iter().skip(1)) {
            assert!(before.done <= after.done && before.failed <= after.failed);
        }
        assert!(heard.iter().all(|progress| progress.total == self.users.len()));
        if let Some(last) = heard.last() {
            assert_eq!((last.done, last.failed), (report.done.len(), report.failed.len()));
        }
    }
}

/// What the portal said of one user, ever.
#[derive(Default)]
struct Said {
    yes: bool,
    no: bool,
    read: bool,
}

/// A portal and the time; what it says is the fuzzer's.
struct FakePortal<'a> {
    input: RefCell<Unstructured<'a>>,
    time: Time,
    requests: Cell<u32>,
    said: RefCell<BTreeMap<u32, Said>>,
}

impl<'a> FakePortal<'a> {
    fn new(input: Unstructured<'a>) -> Self {
        Self { input: RefCell::new(input), time: Time::default(), requests: Cell::default(), said: RefCell::default() }
    }

    fn draw<T>(&self, make: impl FnOnce(&mut Unstructured<'a>) -> Generated<T>) -> Option<T> {
        make(&mut self.input.borrow_mut()).ok()
    }

    /// The answer to commands, by their keys: mostly what the method promises, or nothing would ever be done.
    fn answer(&self, commands: &[Command]) -> Option<Reply> {
        let (mut results, mut errors) = (Vec::new(), Vec::new());
        for Command { key, reads, .. } in commands {
            let promised = if *reads { Json::Null } else { Json::Bool(true) };
            match self.draw(|input| input.int_in_range(0..=9)).unwrap_or_default() {
                0 => {}
                1 => results.push((key.clone(), self.draw(generate::json)?)),
                2 => errors.push((key.clone(), self.draw(generate::error)?)),
                3 => {
                    results.push((key.clone(), promised));
                    errors.push((key.clone(), self.draw(generate::json)?));
                }
                _ => results.push((key.clone(), promised)),
            }
        }
        let container = |entries: Vec<_>| if entries.is_empty() { Json::Array(vec![]) } else { Json::Object(entries) };
        let result = vec![("result".into(), container(results)), ("result_error".into(), container(errors))];
        let fields = Fields { result: Some(Json::Object(result)), ..Fields::default() };
        Some(Reply { status: Some(200), body: Body::Json(fields) })
    }

    /// Notes what a reply says of each user: an error wins over a result.
    fn note(&self, commands: &[Command], reply: &Reply) {
        let Some(containers) = success(reply) else { return };
        let entry = |container: &str, key: &str| containers.get(container)?.get(key);
        for Command { key, user, reads } in commands {
            let mut all = self.said.borrow_mut();
            let said = all.entry(*user).or_default();
            match (entry("result_error", key), entry("result", key)) {
                (Some(_), _) => said.no = true,
                (None, Some(_)) if *reads => said.read = true,
                (None, Some(Json::Bool(true))) => said.yes = true,
                _ => {}
            }
        }
    }
}

/// One command of a batch.
struct Command {
    key: String,
    user: u32,
    reads: bool,
}

impl Command {
    fn read(key: &str, command: &Json) -> Self {
        let Json::String(command) = command else { panic!("{command:?} is no text") };
        let (method, query) = command.split_once('?').expect("a query string");
        let operation = method.rsplit('.').next().expect("a name");
        assert!(["get", "reset"].contains(&operation), "{method}");
        assert!(query.split('&').any(|pair| pair == "scope=P"), "{query}");
        let user = query.split('&').find_map(|pair| pair.strip_prefix("userId=")).expect("a user");
        Self { key: key.into(), user: user.parse().expect("an id"), reads: operation == "get" }
    }
}

impl Connection for &FakePortal<'_> {
    async fn send(&self, Request { method, parameters }: Request, _: Transport) -> Result<Reply, Error> {
        assert_eq!(method, "batch");
        self.requests.set(self.requests.get() + 1);
        assert!(self.requests.get() < 200, "too many requests");
        let Some(Json::Object(commands)) = parameters.get("cmd") else { panic!("no commands") };
        let commands: Vec<_> = commands.iter().map(|(key, command)| Command::read(key, command)).collect();
        assert!((1..=Batch::MAX).contains(&commands.len()));
        let wait = self.draw(|input| if input.arbitrary()? { input.arbitrary::<u16>() } else { Ok(0) });
        let Some(wait) = wait else { return pending().await };
        self.time.pass(wait.into()).await;
        let reply = match self.draw(|input| input.int_in_range(0..=7)) {
            Some(0) => self.draw(generate::reply),
            Some(1) => return Err(Error::network()),
            Some(2) | None => None,
            Some(_) => self.answer(&commands),
        };
        let Some(reply) = reply else { return pending().await };
        self.note(&commands, &reply);
        Ok(reply)
    }

    fn origin(&self) -> String {
        "https://portal.bitrix24.com".into()
    }
}

impl Clock for &FakePortal<'_> {
    fn now(&self) -> Duration {
        self.time.since_start()
    }

    fn date(&self) -> String {
        "2026-11-24T10:00:00.000Z".into()
    }

    async fn sleep(&self, duration: Duration) {
        self.time.pass(milliseconds(duration)).await;
    }

    fn jitter(&self) -> f64 {
        f64::from(self.draw(Unstructured::arbitrary::<u8>).unwrap_or_default()) / 255.0
    }
}
