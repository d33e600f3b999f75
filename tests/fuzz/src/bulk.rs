//! Whatever a portal says of the cards of many users, that are read, reset or restored, everybody is in the report once, and nobody is done without the portal's `true`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::pending;
use std::time::Duration;

use arbitrary::{Result as Generated, Unstructured};
use bx24_contact_card::card::{Backup, Json, Layout, Section};
use bx24_contact_card::client::{Clock, Connection};
use bx24_contact_card::protocol::{Batch, Body, Fields, Reply, Request};
use bx24_contact_card::{BulkOptions, BulkReport, Card, Client, Error, Family, Progress, RateLimit, Transport, UserId};

use crate::generate;
use crate::reply::{refusal, success};
use crate::time::{Time, milliseconds};

pub(crate) fn check(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let Ok(case) = TestCase::generate(&mut input) else { return };
    let portal = FakePortal::new(input);
    let mut client = Client::new(&portal, &portal);
    (client.family, client.timeout, client.retries) = (case.family, case.timeout, case.retries);
    let mut heard = Vec::new();
    let users = case.cards.keys().filter_map(|id| UserId::try_from(*id).ok());
    let mut operation = match case.kind {
        Kind::Read => client.get_many(users, case.options),
        Kind::Reset => client.reset_many(users, case.options),
        Kind::Restore => {
            let backup = |(user, layout): (UserId, &Option<Layout>)| Backup {
                portal: ORIGIN.into(),
                card_type: case.family.card_type(),
                card: Card::Personal(Some(user)),
                taken_at: String::new(),
                layout: layout.clone(),
            };
            let backups = users.zip(case.cards.values()).map(backup);
            client.restore_many(backups, case.options).expect("each user once, on this portal")
        }
    };
    portal.time.run(operation.run(|progress, report| {
        assert_eq!((progress.done, progress.failed), (report.done.len(), report.failed.len()));
        heard.push(progress);
    }));
    let report = operation.into_report();
    case.check_report(&report, &portal);
    case.check_progress(&heard, &report);
    if let Some(total) = case.options.total_timeout {
        // A duration has whole nanoseconds only.
        assert!(portal.time.now() < milliseconds(total) + 1e-3, "it took {} ms", portal.time.now());
    }
}

/// What is asked, and how.
struct TestCase {
    kind: Kind,
    /// Of a restoring: what is to be saved.
    cards: BTreeMap<u32, Option<Layout>>,
    options: BulkOptions,
    family: Family,
    timeout: Duration,
    retries: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    Reset,
    Restore,
}

const ORIGIN: &str = "https://portal.bitrix24.com";

impl TestCase {
    fn generate(input: &mut Unstructured<'_>) -> Generated<Self> {
        let kind = *input.choose(&[Kind::Read, Kind::Reset, Kind::Restore])?;
        let users = 1..=input.int_in_range(1..=120)?;
        let layout = |input: &mut Unstructured<'_>| {
            let titles = ["Title", "$result[x]", "A & B", "€"];
            let title =
                if kind == Kind::Restore { titles.get(usize::from(input.int_in_range(0..=4_u8)?)) } else { None };
            Ok(title.and_then(|title| Layout::from_sections([Section::new("main", *title)]).ok()))
        };
        let cards = users.map(|user| Ok((user, layout(input)?))).collect::<Generated<_>>()?;
        let backup = input.arbitrary()?;
        let family = generate::family(input)?;
        let timeout = Duration::from_millis(input.int_in_range(1..=60_000)?);
        let total_timeout = if input.arbitrary()? { Some(input.int_in_range(1..=120_000)?) } else { None };
        let total_timeout = total_timeout.map(Duration::from_millis);
        let retries = input.int_in_range(0..=4)?;
        let slow = RateLimit::new(2.0, 0.5).expect("it is a rate limit");
        let limit = if input.arbitrary()? { RateLimit::ENTERPRISE } else { slow };
        Ok(Self { kind, cards, options: BulkOptions { backup, limit, total_timeout }, family, timeout, retries })
    }

    fn check_report(&self, report: &BulkReport, portal: &FakePortal<'_>) {
        let failed: Vec<_> = report.failed.iter().map(|(user, _)| *user).collect();
        let everybody = [&report.done, &failed, &report.pending].into_iter().flatten().map(|user| user.get());
        let mut everybody: Vec<_> = everybody.collect();
        everybody.sort_unstable();
        assert!(everybody.iter().eq(self.cards.keys()), "{everybody:?}");
        assert_eq!(report.pending.is_empty(), report.stopped.is_none());

        let said = portal.said.borrow();
        let is = |user: &UserId, what: fn(&Said) -> bool| said.get(&user.get()).is_some_and(what);
        let is_done = |said: &Said| if self.kind == Kind::Read { said.read } else { said.yes };
        assert!(
            report.done.iter().all(|user| said.get(&user.get()).is_some_and(is_done)),
            "done without the portal's word"
        );
        let read = report.cards.iter().map(|(user, _)| user);
        assert!(if self.kind == Kind::Read { read.eq(&report.done) } else { report.cards.is_empty() });
        assert!(failed.iter().all(|user| is(user, |said| said.no)), "failed without the portal's word");

        let kept: Vec<_> = report.backups.iter().map(|backup| backup.card).collect();
        if self.options.backup && self.kind != Kind::Restore {
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
        assert!(heard.iter().all(|progress| progress.total == self.cards.len()));
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
        if let [Command { key, .. }] = commands
            && key.is_empty()
        {
            let fields = match self.draw(|input| input.int_in_range(0..=9)).unwrap_or_default() {
                0 => Fields::default(),
                1 => Fields { result: Some(self.draw(generate::json)?), ..Fields::default() },
                2 => {
                    let mut error = self.draw(generate::error)?;
                    let mut take = |name: &str| error.take(name);
                    Fields { error: take("error"), error_description: take("error_description"), ..Fields::default() }
                }
                _ => Fields { result: Some(Json::Bool(true)), ..Fields::default() },
            };
            let status = if fields.error.is_some() { 400 } else { 200 };
            return Some(Reply { status: Some(status), body: Body::Json(fields) });
        }
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
        if let [Command { key, user, .. }] = commands
            && key.is_empty()
        {
            let mut all = self.said.borrow_mut();
            let said = all.entry(*user).or_default();
            said.no |= refusal(reply).is_some();
            said.yes |= success(reply) == Some(&Json::Bool(true));
            return;
        }
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

/// One command of a batch, or a request for one card.
struct Command {
    /// Empty outside a batch.
    key: String,
    user: u32,
    reads: bool,
}

impl Command {
    fn read(key: &str, command: &Json) -> Self {
        let Json::String(command) = command else { panic!("{command:?} is no text") };
        let (method, query) = command.split_once('?').expect("a query string");
        let operation = method.rsplit('.').next().expect("a name");
        assert!(["get", "set", "reset"].contains(&operation), "{method}");
        assert!(query.split('&').any(|pair| pair == "scope=P"), "{query}");
        let user = query.split('&').find_map(|pair| pair.strip_prefix("userId=")).expect("a user");
        Self { key: key.into(), user: user.parse().expect("an id"), reads: operation == "get" }
    }
}

impl Connection for &FakePortal<'_> {
    async fn send(&self, Request { method, parameters }: Request, _: Transport) -> Result<Reply, Error> {
        self.requests.set(self.requests.get() + 1);
        assert!(self.requests.get() < 200, "too many requests");
        let commands: Vec<_> = if method == Batch::METHOD {
            let Some(Json::Object(commands)) = parameters.get("cmd") else { panic!("no commands") };
            commands.iter().map(|(key, command)| Command::read(key, command)).collect()
        } else {
            assert!(method.rsplit('.').next() == Some("set"), "{method} goes alone");
            let user = parameters.get("userId").and_then(Json::as_f64).and_then(|id| UserId::try_from(id).ok());
            vec![Command { key: String::new(), user: user.expect("a user").get(), reads: false }]
        };
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
        ORIGIN.into()
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
