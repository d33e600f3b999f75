//! A call ends in time, sends no more than it may, and says no more than it knows: against a portal that does anything,
//! and a clock that is put forward and back.

use std::cell::{Cell, RefCell};
use std::future::pending;

use arbitrary::{Result as Made, Unstructured};
use bx24_contact_card::card::{Card, Json, Layout};
use bx24_contact_card::connection::{Client, Clock, Connection};
use bx24_contact_card::protocol::{Answer, Error, ErrorKind, Family, Outcome, Reply};

use crate::made;
use crate::reply::{refusal, success};
use crate::time::Time;

pub(crate) fn check(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let Ok(asked) = Asked::made(&mut input) else { return };
    let world = World::new(input, asked.retries);
    let mut client = Client::new(&world, &world);
    (client.family, client.timeout, client.retries) = (asked.family, asked.timeout, asked.retries);
    let error = if asked.reset {
        let answer = world.time.run(client.reset(asked.card));
        answer.map(|Answer { result: (), .. }| assert_eq!(world.result(), Some(Json::Bool(true)))).err()
    } else {
        let answer = world.time.run(client.get(asked.card));
        answer.map(|Answer { result, .. }| check_layout(result, world.result())).err()
    };
    asked.check_requests(&world);
    asked.check_pauses(&world);
    if let Some(error) = error {
        asked.check_error(&error, &world);
    }
}

fn check_layout(layout: Option<Layout>, sent: Option<Json>) {
    match (layout, sent) {
        (None, sent) => assert_eq!(sent, Some(Json::Null)),
        (Some(layout), sent) => assert_eq!(sent.map(Layout::read), Some(Ok(layout))),
    }
}

/// What is asked, and how.
struct Asked {
    reset: bool,
    card: Card,
    family: Family,
    timeout: f64,
    retries: u32,
}

impl Asked {
    fn made(input: &mut Unstructured<'_>) -> Made<Self> {
        Ok(Self {
            reset: input.arbitrary()?,
            card: made::card(input)?,
            family: if input.arbitrary()? { Family::Item } else { Family::Contact },
            timeout: input.int_in_range(1..=i32::MAX)?.into(),
            retries: input.int_in_range(0..=100)?,
        })
    }

    /// Each request is the one that was asked for, through the family whose turn it is.
    fn check_requests(&self, world: &World<'_>) {
        let sent = world.sent.borrow();
        let mut family = self.family;
        let mut most = self.retries + 1 + world.renewed.get();
        for Sent { method, parameters, came } in &*sent {
            let (name, mut expected) = match family {
                Family::Contact => ("contact", vec![]),
                Family::Item => ("item", vec![("entityTypeId".to_owned(), Json::Number(3.0))]),
            };
            let operation = if self.reset { "reset" } else { "get" };
            assert_eq!(*method, format!("crm.{name}.details.configuration.{operation}"));
            expected.push(("scope".to_owned(), Json::String(self.card.scope().code().into())));
            expected.extend(self.card.user_id().map(|id| ("userId".to_owned(), Json::Number(id.get().into()))));
            assert_eq!(*parameters, Json::Object(expected));
            if family == Family::Contact && came.has_code(&["ERROR_METHOD_NOT_FOUND"]) {
                family = Family::Item;
                most += 1;
            }
        }
        assert!(world.renewed.get() <= 1, "renewed more than once");
        assert!((1..=most as usize).contains(&sent.len()), "{} requests of {most}", sent.len());
    }

    /// It is over in time, and gave the portal a moment before each retry.
    fn check_pauses(&self, world: &World<'_>) {
        assert!(world.time.now() <= self.timeout, "it took {} ms", world.time.now());
        for pause in &*world.pauses.borrow() {
            assert!(*pause >= 250.0 || (*pause - self.timeout).abs() < f64::EPSILON, "a pause of {pause} ms");
        }
    }

    fn check_error(&self, error: &Error, world: &World<'_>) {
        if let Some(result) = world.result() {
            let is_promised = if self.reset {
                result == Json::Bool(true)
            } else {
                result == Json::Null || Layout::read(result).is_ok()
            };
            assert!(!is_promised, "{error} in spite of a success");
        }
        let sent = world.sent.borrow();
        assert_eq!(error.attempts as usize, sent.len());
        assert_eq!(error.method, sent.last().map(|sent| &*sent.method));
        if !self.reset || sent.iter().all(|sent| sent.came.is_refusal()) {
            assert_eq!(error.outcome, Outcome::Unchanged);
        }
        if self.reset && sent.iter().any(|sent| sent.came.is_doubtful()) {
            assert_eq!(error.outcome, Outcome::Unknown);
        }
        if error.kind == ErrorKind::Timeout {
            assert!(world.time.now() >= self.timeout, "it gave up after {} ms", world.time.now());
        } else if world.renewal_failed.get() {
            assert_eq!(error.code, RENEWAL);
        } else if let Some((code, description)) = sent.last().and_then(|sent| sent.came.words()) {
            assert_eq!((&error.code, &error.description), (&code, &description));
        }
    }
}

/// A portal, the way to it, and the clock on the wall: each does what the fuzzer says.
struct World<'a> {
    input: RefCell<Unstructured<'a>>,
    time: Time,
    /// How far the clock on the wall is from the time that passed.
    skew: Cell<f64>,
    retries: u32,
    sent: RefCell<Vec<Sent>>,
    pauses: RefCell<Vec<f64>>,
    renewed: Cell<u32>,
    renewal_failed: Cell<bool>,
}

/// A request, and what came of it.
struct Sent {
    method: String,
    parameters: Json,
    came: Came,
}

enum Came {
    /// Nothing, to the end.
    Nothing,
    Reply(Reply),
    /// An error of the connection's: its code, its text, and what it leaves of the card.
    Error(String, String, Outcome),
}

impl Came {
    /// The code and the text of an error.
    fn words(&self) -> Option<(String, String)> {
        match self {
            Self::Nothing => None,
            Self::Reply(reply) => refusal(reply),
            Self::Error(code, description, _) => Some((code.clone(), description.clone())),
        }
    }

    fn has_code(&self, wanted: &[&str]) -> bool {
        self.words().is_some_and(|(code, _)| wanted.contains(&&*code))
    }

    /// Whether the request was refused before it ran.
    fn is_refusal(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Reply(reply) => {
                let is_servers = reply.status.is_some_and(|status| status >= 500);
                !is_servers && refusal(reply).is_some() && !self.has_code(&BROKEN)
            }
            Self::Error(.., outcome) => *outcome == Outcome::Unchanged,
        }
    }

    /// Whether the request may have run, and nobody knows.
    fn is_doubtful(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Reply(reply) => refusal(reply).is_none() || self.has_code(&BROKEN),
            Self::Error(.., outcome) => *outcome == Outcome::Unknown,
        }
    }
}

/// The codes of a server that broke, perhaps after it had done what it was asked (portal facts §2).
const BROKEN: [&str; 2] = ["INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"];

/// The code of a renewal that fails.
const RENEWAL: &str = "RENEWAL";

impl<'a> World<'a> {
    fn new(input: Unstructured<'a>, retries: u32) -> Self {
        Self {
            input: RefCell::new(input),
            time: Time::default(),
            skew: Cell::default(),
            retries,
            sent: RefCell::default(),
            pauses: RefCell::default(),
            renewed: Cell::default(),
            renewal_failed: Cell::default(),
        }
    }

    /// The result in the last reply, where that is a success.
    fn result(&self) -> Option<Json> {
        match &self.sent.borrow().last()?.came {
            Came::Reply(reply) => success(reply).cloned(),
            Came::Nothing | Came::Error(..) => None,
        }
    }

    fn draw<T>(&self, make: impl FnOnce(&mut Unstructured<'a>) -> Made<T>) -> Option<T> {
        make(&mut self.input.borrow_mut()).ok()
    }

    /// What comes of a request after some time, if anything does.
    async fn answer(&self) -> Option<Result<Reply, Error>> {
        let wait = self.draw(|input| if input.arbitrary()? { input.arbitrary::<u16>() } else { Ok(0) })?;
        self.time.pass(wait.into()).await;
        let skew = self.draw(|input| if input.arbitrary()? { input.arbitrary::<i32>() } else { Ok(0) })?;
        self.skew.set(skew.into());
        let reply = self.draw(made::reply)?;
        match self.draw(|input| input.int_in_range(0..=7))? {
            0..=4 => Some(Ok(reply)),
            // There is no other way to make an error outside of the crate.
            5..=6 => Some(match reply.clone().read() {
                Err(mut error) => {
                    error.kind = ErrorKind::Network;
                    Err(error)
                }
                Ok(_) => Ok(reply),
            }),
            _ => None,
        }
    }
}

impl Connection for &World<'_> {
    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        let index = self.sent.borrow().len();
        // One for a renewal and one for the other family. Checked here, or a call without pauses would never end.
        assert!(index < self.retries as usize + 3, "too many requests");
        self.sent.borrow_mut().push(Sent { method: method.to_owned(), parameters, came: Came::Nothing });
        let Some(answer) = self.answer().await else { return pending().await };
        self.sent.borrow_mut()[index].came = match &answer {
            Ok(reply) => Came::Reply(reply.clone()),
            Err(error) => Came::Error(error.code.clone(), error.description.clone(), error.outcome),
        };
        answer
    }

    fn portal(&self) -> String {
        "https://portal.bitrix24.com".into()
    }

    fn renewals(&self) -> u32 {
        self.renewed.get()
    }

    async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        assert_eq!(renewals, self.renewed.get());
        self.renewed.set(renewals + 1);
        match self.draw(|input| input.int_in_range(0..=3)) {
            Some(0) => Ok(false),
            Some(1) => {
                self.renewal_failed.set(true);
                Err(made::refused(401, RENEWAL))
            }
            Some(_) => Ok(true),
            None => pending().await,
        }
    }
}

impl Clock for &World<'_> {
    fn now(&self) -> f64 {
        self.time.now() + self.skew.get()
    }

    fn date(&self) -> String {
        "2026-11-24T10:00:00.000Z".into()
    }

    async fn sleep(&self, milliseconds: f64) {
        self.pauses.borrow_mut().push(milliseconds);
        self.time.pass(milliseconds).await;
    }

    fn chance(&self) -> f64 {
        f64::from(self.draw(Unstructured::arbitrary::<u8>).unwrap_or_default()) / 255.0
    }
}
