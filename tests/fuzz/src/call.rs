//! A call ends in time, sends no more than it may, and says no more than it knows: against a portal that does anything,
//! by whatever transports there are.

use std::cell::{Cell, RefCell};
use std::future::pending;
use std::time::Duration;

use arbitrary::{Result as Generated, Unstructured};
use bx24_contact_card::card::Json;
use bx24_contact_card::client::{Clock, Connection};
use bx24_contact_card::protocol::{Reply, Request};
use bx24_contact_card::{
    Answer, Card, CardType, Client, Error, ErrorKind, Family, Layout, Outcome, Transport, Transports,
};

use crate::generate;
use crate::reply::{refusal, success};
use crate::time::{Time, milliseconds};

pub(crate) fn check(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let Ok(case) = TestCase::generate(&mut input) else { return };
    let portal = FakePortal::new(input, &case);
    let mut client = Client::new(&portal, &portal);
    (client.family, client.timeout, client.retries) = (case.family, case.timeout, case.retries);
    let error = if case.reset {
        let answer = portal.time.run(client.reset(case.card));
        answer.map(|Answer { result: (), .. }| assert_eq!(portal.result(), Some(Json::Bool(true)))).err()
    } else {
        let answer = portal.time.run(client.get(case.card));
        answer.map(|Answer { result, .. }| check_layout(result, portal.result())).err()
    };
    case.check_requests(&portal);
    case.check_pauses(&portal);
    if let Some(error) = error {
        case.check_error(&error, &portal);
    }
}

fn check_layout(layout: Option<Layout>, sent: Option<Json>) {
    match (layout, sent) {
        (None, sent) => assert_eq!(sent, Some(Json::Null)),
        (Some(layout), sent) => assert_eq!(sent.map(Layout::read), Some(Ok(layout))),
    }
}

fn parameters_of(card_type: CardType) -> Vec<(String, Json)> {
    let mut parameters = vec![("entityTypeId".to_owned(), card_type.entity_type_id().into())];
    if let Some((name, number)) = card_type.extra() {
        parameters.push(("extras".to_owned(), [(name, number)].into_iter().collect()));
    }
    parameters
}

/// What is asked, and how.
struct TestCase {
    reset: bool,
    card: Card,
    family: Family,
    timeout: Duration,
    retries: u32,
    transports: Transports,
}

impl TestCase {
    fn generate(input: &mut Unstructured<'_>) -> Generated<Self> {
        Ok(Self {
            reset: input.arbitrary()?,
            card: generate::card(input)?,
            family: generate::family(input)?,
            timeout: Duration::from_millis(input.int_in_range(1..=u32::MAX)?.into()),
            retries: input.int_in_range(0..=100)?,
            transports: generate::transports(input)?,
        })
    }

    /// Each request is the one that was asked for, through the family whose turn it is.
    fn check_requests(&self, portal: &FakePortal<'_>) {
        let sent = portal.sent.borrow();
        let mut family = self.family;
        let mut most = self.retries + 1 + portal.renewals.get();
        for SentRequest { method, parameters, response } in &*sent {
            let (name, mut expected) = match family {
                Family::Contact => ("contact", vec![]),
                Family::Item(card_type) => ("item", parameters_of(card_type)),
            };
            let operation = if self.reset { "reset" } else { "get" };
            assert_eq!(**method, format!("crm.{name}.details.configuration.{operation}"));
            expected.push(("scope".to_owned(), Json::String(self.card.scope().code().into())));
            expected.extend(self.card.user_id().map(|id| ("userId".to_owned(), Json::Number(id.get().into()))));
            assert_eq!(*parameters, Json::Object(expected));
            if family == Family::Contact && response.has_code(&["ERROR_METHOD_NOT_FOUND"]) {
                family = Family::Item(CardType::CONTACT);
                most += 1;
            }
        }
        // Once where the portal refuses the token, and before and after that where the library has none.
        assert!(portal.renewals.get() <= 3, "renewed {} times", portal.renewals.get());
        assert!(sent.len() <= most as usize, "{} requests of {most}", sent.len());
    }

    /// It is over in time, and gave the portal a moment before each retry. A portal that was busy once is asked again when the
    /// turn of a request has come, which may be soon.
    fn check_pauses(&self, portal: &FakePortal<'_>) {
        let timeout = milliseconds(self.timeout);
        let was_busy = portal.sent.borrow().iter().any(|sent| sent.response.is_busy());
        assert!(portal.time.now() <= timeout + ROUNDING, "it took {} ms", portal.time.now());
        for (start, pause) in &*portal.pauses.borrow() {
            let is_deadline = (start + pause - timeout).abs() < ROUNDING;
            assert!(*pause > 250.0 - ROUNDING || is_deadline || was_busy, "a pause of {pause} ms");
        }
    }

    fn check_error(&self, error: &Error, portal: &FakePortal<'_>) {
        if let Some(result) = portal.result() {
            let is_promised = if self.reset {
                result == Json::Bool(true)
            } else {
                result == Json::Null || Layout::read(result).is_ok()
            };
            assert!(!is_promised, "{error} in spite of a success");
        }
        let sent = portal.sent.borrow();
        assert_eq!(error.attempts as usize, sent.len());
        assert_eq!(error.method, sent.last().map(|sent| sent.method));
        if !self.reset || sent.iter().all(|sent| sent.response.is_refusal()) {
            assert_eq!(error.outcome, Outcome::Unchanged);
        }
        if self.reset && sent.iter().any(|sent| sent.response.is_doubtful()) {
            assert_eq!(error.outcome, Outcome::Unknown);
        }
        if error.kind == ErrorKind::Timeout {
            let is_over = portal.time.now() > milliseconds(self.timeout) - ROUNDING;
            assert!(is_over, "it gave up after {} ms", portal.time.now());
        } else if portal.renewal_failed.get() {
            assert_eq!(error.code, RENEWAL);
        } else if let Some((code, description)) = sent.last().and_then(|sent| sent.response.words()) {
            assert_eq!((&error.code, &error.description), (&code, &description));
        }
    }
}

/// A duration has whole nanoseconds only; in milliseconds.
const ROUNDING: f64 = 1e-3;

/// A portal, the ways to it, and the time: each does what the fuzzer says.
struct FakePortal<'a> {
    input: RefCell<Unstructured<'a>>,
    time: Time,
    retries: u32,
    transports: Cell<Transports>,
    was_awaited: Cell<bool>,
    sent: RefCell<Vec<SentRequest>>,
    /// When each pause began, and how long it was to be.
    pauses: RefCell<Vec<(f64, f64)>>,
    renewals: Cell<u32>,
    renewal_failed: Cell<bool>,
    tokens: Cell<u32>,
}

/// A request, and the response to it.
struct SentRequest {
    method: &'static str,
    parameters: Json,
    response: Response,
}

enum Response {
    /// Nothing, to the end.
    Nothing,
    Reply(Reply),
    /// An error of the connection's: its code, its text, and what it leaves of the card.
    Error(String, String, Outcome),
}

impl Response {
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

    /// Whether the portal had no room for the request.
    fn is_busy(&self) -> bool {
        matches!(self, Self::Reply(Reply { status: Some(503), .. })) || self.has_code(&["QUERY_LIMIT_EXCEEDED"])
    }

    /// Whether the request was refused before it ran.
    fn is_refusal(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Reply(reply) => {
                // A server may have failed after the work, and a gateway in front of it may tell of it in its own words.
                let is_servers = reply.status.is_some_and(|status| matches!(status, 408 | 429 | 500..));
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

/// The codes of a server that broke, perhaps after it had done what it was asked (docs/portal.md §2).
const BROKEN: [&str; 2] = ["INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"];

/// The code of a renewal that fails.
const RENEWAL: &str = "RENEWAL";

impl<'a> FakePortal<'a> {
    fn new(input: Unstructured<'a>, case: &TestCase) -> Self {
        Self {
            input: RefCell::new(input),
            time: Time::default(),
            retries: case.retries,
            transports: Cell::new(case.transports),
            was_awaited: Cell::default(),
            sent: RefCell::default(),
            pauses: RefCell::default(),
            renewals: Cell::default(),
            renewal_failed: Cell::default(),
            tokens: Cell::default(),
        }
    }

    /// The result in the last reply, where that is a success.
    fn result(&self) -> Option<Json> {
        match &self.sent.borrow().last()?.response {
            Response::Reply(reply) => success(reply).cloned(),
            Response::Nothing | Response::Error(..) => None,
        }
    }

    fn draw<T>(&self, make: impl FnOnce(&mut Unstructured<'a>) -> Generated<T>) -> Option<T> {
        make(&mut self.input.borrow_mut()).ok()
    }

    /// Waits for some time, or for ever.
    async fn wait(&self) {
        match self.draw(|input| if input.arbitrary()? { input.arbitrary::<u16>() } else { Ok(0) }) {
            Some(milliseconds) => self.time.pass(milliseconds.into()).await,
            None => pending().await,
        }
    }

    /// What comes of a request after some time, if anything does.
    async fn answer(&self) -> Option<Result<Reply, Error>> {
        self.wait().await;
        let reply = self.draw(generate::reply)?;
        match self.draw(|input| input.int_in_range(0..=7))? {
            0..=4 => Some(Ok(reply)),
            5..=6 => Some(Err(Error::network())),
            _ => None,
        }
    }

    fn change_transports(&self) {
        if let Some(transports) = self.draw(generate::transports) {
            self.transports.set(transports);
        }
    }
}

impl Connection for &FakePortal<'_> {
    async fn send(&self, request: Request, transport: Transport) -> Result<Reply, Error> {
        let is_possible = match self.transports.get() {
            Transports::Fetch => transport == Transport::Fetch,
            Transports::Library | Transports::NoToken { .. } => transport == Transport::Library,
            Transports::LibraryAndFetch => true,
        };
        assert!(is_possible, "by {transport:?}, and there is {:?}", self.transports.get());
        let index = self.sent.borrow().len();
        // One for a renewal and one for the other family. Checked here, or a call without pauses would never end.
        assert!(index < self.retries as usize + 3, "too many requests");
        let Request { method, parameters } = request;
        self.sent.borrow_mut().push(SentRequest { method, parameters, response: Response::Nothing });
        let Some(answer) = self.answer().await else { return pending().await };
        self.sent.borrow_mut()[index].response = match &answer {
            Ok(reply) => Response::Reply(reply.clone()),
            Err(error) => Response::Error(error.code.clone(), error.description.clone(), error.outcome),
        };
        answer
    }

    fn origin(&self) -> String {
        "https://portal.bitrix24.com".into()
    }

    fn transports(&self) -> Transports {
        self.transports.get()
    }

    async fn ready(&self) {
        assert!(!self.was_awaited.replace(true), "the library is awaited twice");
        self.wait().await;
        self.change_transports();
    }

    fn token_generation(&self) -> u32 {
        self.tokens.get()
    }

    async fn renew_token(&self) -> Result<bool, Error> {
        self.renewals.set(self.renewals.get() + 1);
        self.wait().await;
        match self.draw(|input| input.int_in_range(0..=3)) {
            Some(0) => Ok(false),
            Some(1) => {
                self.renewal_failed.set(true);
                Err(generate::refused(401, RENEWAL))
            }
            Some(_) => {
                self.tokens.set(self.tokens.get() + 1);
                self.change_transports();
                Ok(true)
            }
            None => pending().await,
        }
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
        self.pauses.borrow_mut().push((self.time.now(), milliseconds(duration)));
        self.time.pass(milliseconds(duration)).await;
    }

    fn jitter(&self) -> f64 {
        f64::from(self.draw(Unstructured::arbitrary::<u8>).unwrap_or_default()) / 255.0
    }
}
