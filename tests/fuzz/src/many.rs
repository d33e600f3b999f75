//! Whatever a portal says to batches, everybody is in the report once, and nobody is done without the portal's `true`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::future::pending;

use arbitrary::{Result as Made, Unstructured};
use bx24_contact_card::card::{Card, Json, UserId};
use bx24_contact_card::connection::{Client, Clock, Connection, Many};
use bx24_contact_card::protocol::{Batch, Body, Error, Family, Fields, Limit, Progress, Reply, Report};

use crate::made;
use crate::reply::success;
use crate::time::Time;

pub(crate) fn check(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let Ok(asked) = Asked::made(&mut input) else { return };
    let portal = Portal::new(input);
    let mut client = Client::new(&portal, &portal);
    (client.family, client.timeout, client.retries) = (asked.family, asked.timeout, asked.retries);
    let many = Many { backup: asked.backup, limit: asked.limit, total_timeout: asked.total_timeout };
    let mut heard = Vec::new();
    let users = asked.users.iter().filter_map(|id| UserId::try_from(*id).ok());
    let report = portal.time.run(client.reset_many(users, many, |progress| heard.push(progress)));
    asked.check_report(&report, &portal);
    asked.check_progress(&heard, &report);
    if let Some(total) = asked.total_timeout {
        assert!(portal.time.now() <= total, "it took {} ms", portal.time.now());
    }
}

/// What is asked, and how.
struct Asked {
    users: BTreeSet<u32>,
    backup: bool,
    family: Family,
    timeout: f64,
    total_timeout: Option<f64>,
    retries: u32,
    limit: Limit,
}

impl Asked {
    fn made(input: &mut Unstructured<'_>) -> Made<Self> {
        Ok(Self {
            users: (1..=input.int_in_range(1..=120)?).collect(),
            backup: input.arbitrary()?,
            family: if input.arbitrary()? { Family::Item } else { Family::Contact },
            timeout: input.int_in_range(1..=60_000)?.into(),
            total_timeout: if input.arbitrary()? { Some(input.int_in_range(1..=120_000)?.into()) } else { None },
            retries: input.int_in_range(0..=4)?,
            limit: if input.arbitrary()? { Limit::ENTERPRISE } else { Limit { burst: 2.0, per_second: 0.5 } },
        })
    }

    fn check_report(&self, report: &Report, portal: &Portal<'_>) {
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
        if self.backup {
            let card = |user: &UserId| Card::Personal(Some(*user));
            assert!(report.done.iter().all(|user| kept.iter().filter(|kept| **kept == card(user)).count() == 1));
            assert!(kept.iter().all(|kept| kept.user_id().is_some_and(|user| is(&user, |said| said.read))));
        } else {
            assert!(kept.is_empty());
        }
    }

    /// It never takes anything back.
    fn check_progress(&self, heard: &[Progress], report: &Report) {
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
struct Portal<'a> {
    input: RefCell<Unstructured<'a>>,
    time: Time,
    requests: Cell<u32>,
    said: RefCell<BTreeMap<u32, Said>>,
}

impl<'a> Portal<'a> {
    fn new(input: Unstructured<'a>) -> Self {
        Self { input: RefCell::new(input), time: Time::default(), requests: Cell::default(), said: RefCell::default() }
    }

    fn draw<T>(&self, make: impl FnOnce(&mut Unstructured<'a>) -> Made<T>) -> Option<T> {
        make(&mut self.input.borrow_mut()).ok()
    }

    /// The answer to commands, by their keys: mostly what the method promises, or nothing would ever be done.
    fn answer(&self, commands: &[Command]) -> Option<Reply> {
        let (mut results, mut errors) = (Vec::new(), Vec::new());
        for Command { key, reads, .. } in commands {
            let promised = if *reads { Json::Null } else { Json::Bool(true) };
            match self.draw(|input| input.int_in_range(0..=9)).unwrap_or_default() {
                0 => {}
                1 => results.push((key.clone(), self.draw(made::json)?)),
                2 => errors.push((key.clone(), self.draw(made::error)?)),
                3 => {
                    results.push((key.clone(), promised));
                    errors.push((key.clone(), self.draw(made::json)?));
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

impl Connection for &Portal<'_> {
    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
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
            Some(0) => self.draw(made::reply),
            Some(1) => return Err(Error::network()),
            Some(2) | None => None,
            Some(_) => self.answer(&commands),
        };
        let Some(reply) = reply else { return pending().await };
        self.note(&commands, &reply);
        Ok(reply)
    }

    fn portal(&self) -> String {
        "https://portal.bitrix24.com".into()
    }

    fn renewals(&self) -> u32 {
        0
    }

    async fn renew(&self, _: u32) -> Result<bool, Error> {
        Ok(false)
    }
}

impl Clock for &Portal<'_> {
    fn now(&self) -> f64 {
        self.time.now()
    }

    fn date(&self) -> String {
        "2026-11-24T10:00:00.000Z".into()
    }

    async fn sleep(&self, milliseconds: f64) {
        self.time.pass(milliseconds).await;
    }

    fn chance(&self) -> f64 {
        f64::from(self.draw(Unstructured::arbitrary::<u8>).unwrap_or_default()) / 255.0
    }
}
