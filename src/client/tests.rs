#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use super::{BulkOptions, Client, Clock, Connection};
use crate::card::{Backup, Card, CardType, Json, Layout, UserId};
use crate::engine::{Progress, Transport, Transports};
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Answer, Body, Fields, Reply, Request};
use alloc::collections::VecDeque;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
use core::future::pending;
use core::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const GET: &str = "crm.contact.details.configuration.get";
const SET: &str = "crm.contact.details.configuration.set";
const RESET: &str = "crm.contact.details.configuration.reset";
const FORCE: &str = "crm.contact.details.configuration.forceCommonScopeForAll";
const ITEM_RESET: &str = "crm.item.details.configuration.reset";
const ORIGIN: &str = "https://portal.bitrix24.com";
const DATE: &str = "2026-11-24T10:00:00.000Z";

/// From a request or a renewal to its end.
const LATENCY: Duration = Duration::from_millis(10);

/// Time that passes only while everybody waits.
#[derive(Clone, Copy)]
struct VirtualClock(Instant);

impl Clock for VirtualClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn date(&self) -> String {
        DATE.into()
    }

    fn sleep(&self, duration: Duration) -> impl Future<Output = ()> {
        sleep(duration)
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

/// What a portal does with one request.
enum Step {
    Reply(u16, Fields),
    Fail(Error),
    /// It never answers.
    Silent,
}

/// A connection that follows a script, and notes what is asked of it.
struct Script {
    steps: RefCell<VecDeque<Step>>,
    transports: Cell<Transports>,
    can_renew: bool,
    tokens: Cell<u32>,
    requests: RefCell<Vec<Request>>,
    /// What was done, and after how many milliseconds.
    log: RefCell<Vec<(u128, String)>>,
    in_flight: Cell<u32>,
    clock: VirtualClock,
}

impl Script {
    fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: RefCell::new(steps.into_iter().collect()),
            transports: Cell::new(Transports::Fetch),
            can_renew: false,
            tokens: Cell::new(0),
            requests: RefCell::default(),
            log: RefCell::default(),
            in_flight: Cell::new(0),
            clock: VirtualClock(Instant::now()),
        }
    }

    fn client(&self) -> TestClient<'_> {
        Client::new(self, self.clock)
    }

    fn note(&self, what: impl Into<String>) {
        self.log.borrow_mut().push((self.clock.now().as_millis(), what.into()));
    }

    fn methods(&self) -> Vec<&'static str> {
        self.requests.borrow().iter().map(|request| request.method).collect()
    }

    fn sent_at(&self) -> Vec<u128> {
        self.log.borrow().iter().map(|(at, _)| *at).collect()
    }
}

type TestClient<'a> = Client<&'a Script, VirtualClock>;

/// Counts a request as in flight while its future lives.
struct InFlight<'a>(&'a Cell<u32>);

impl<'a> InFlight<'a> {
    fn new(count: &'a Cell<u32>) -> Self {
        count.set(count.get() + 1);
        Self(count)
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

impl Connection for &Script {
    async fn send(&self, request: Request, transport: Transport) -> Result<Reply, Error> {
        let _in_flight = InFlight::new(&self.in_flight);
        self.note(format!("send by {transport:?}"));
        self.requests.borrow_mut().push(request);
        let step = self.steps.borrow_mut().pop_front();
        sleep(LATENCY).await;
        match step.unwrap_or(Step::Silent) {
            Step::Reply(status, fields) => Ok(Reply { status: Some(status), body: Body::Json(fields) }),
            Step::Fail(error) => Err(error),
            Step::Silent => pending().await,
        }
    }

    fn origin(&self) -> String {
        ORIGIN.into()
    }

    fn transports(&self) -> Transports {
        self.transports.get()
    }

    async fn ready(&self) {
        self.note("await library");
        sleep(LATENCY).await;
    }

    fn token_generation(&self) -> u32 {
        self.tokens.get()
    }

    async fn renew_token(&self) -> Result<bool, Error> {
        self.note("renew token");
        sleep(LATENCY).await;
        if self.can_renew {
            self.tokens.set(self.tokens.get() + 1);
            self.transports.set(Transports::LibraryAndFetch);
        }
        Ok(self.can_renew)
    }
}

fn gives(result: Json) -> Step {
    Step::Reply(200, Fields { result: Some(result), ..Fields::default() })
}

fn done() -> Step {
    gives(Json::Bool(true))
}

fn says(status: u16, code: &str) -> Step {
    Step::Reply(status, Fields { error: Some(Json::String(code.into())), ..Fields::default() })
}

fn busy() -> Step {
    says(503, "QUERY_LIMIT_EXCEEDED")
}

fn no_network() -> Step {
    Step::Fail(Error::network())
}

fn six() -> Card {
    Card::Personal(UserId::try_from(6_u32).ok())
}

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
}

fn sections() -> Json {
    let text = |text: &str| Json::String(text.into());
    Json::Array(vec![object([
        ("name", text("main")),
        ("title", text("About")),
        ("type", text("section")),
        ("elements", Json::Array(vec![object([("name", text("PHONE"))])])),
    ])])
}

fn layout() -> Layout {
    Layout::new(sections()).unwrap()
}

fn backup(portal: &str, layout: Option<Layout>) -> Backup {
    Backup { portal: portal.into(), card_type: CardType::CONTACT, card: six(), taken_at: DATE.into(), layout }
}

/// Runs a test in virtual time.
fn run(test: impl AsyncFnOnce()) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(test());
}

mod calls {
    use super::*;

    #[test]
    fn each_method_sends_its_request() {
        run(async || {
            let steps = [gives(sections()), gives(Json::Null), done(), done(), done(), gives(sections()), done()];
            let script = Script::new(steps);
            let client = script.client();
            assert_eq!(client.get(six()).await.unwrap().result, Some(layout()));
            assert_eq!(client.get(Card::Common).await.unwrap(), Answer { result: None, time: None });
            client.set(Card::Common, layout()).await.unwrap();
            client.reset(six()).await.unwrap();
            client.force_common().await.unwrap();
            let (_, kept) = client.back_up_and_reset(six()).await.unwrap();
            assert_eq!(kept, backup(ORIGIN, Some(layout())));
            assert_eq!(script.methods(), [GET, GET, SET, RESET, FORCE, GET, RESET]);
            let requests = script.requests.borrow();
            let scope = |code: &str| ("scope", Json::String(code.into()));
            assert_eq!(requests[0].parameters, object([scope("P"), ("userId", Json::Number(6.0))]));
            assert_eq!(requests[2].parameters, object([scope("C"), ("data", sections())]));
        });
    }

    #[test]
    fn a_backup_is_restored_where_it_came_from() {
        run(async || {
            for (layout, method) in [(Some(layout()), SET), (None, RESET)] {
                let script = Script::new([done()]);
                script.client().restore(backup(ORIGIN, layout)).await.unwrap();
                assert_eq!(script.methods(), [method]);
                assert_eq!(script.requests.borrow()[0].parameters.get("userId"), Some(&Json::Number(6.0)));
            }
        });
    }

    #[test]
    fn a_backup_of_another_portal_is_refused_and_nothing_sent() {
        run(async || {
            for other in
                ["https://other.bitrix24.com", "http://portal.bitrix24.com", "https://portal.bitrix24.com:8443", ""]
            {
                let script = Script::new([done()]);
                let error = script.client().restore(backup(other, None)).await.unwrap_err();
                assert_eq!((error.kind, &*error.code), (ErrorKind::InvalidArgument, "OTHER_PORTAL"));
                assert_eq!(error.description, "The backup is of another portal: this is https://portal.bitrix24.com.");
                assert_eq!((error.outcome, error.attempts, script.methods()), (Outcome::Unchanged, 0, vec![]));
            }
        });
    }

    #[test]
    fn a_reset_that_may_have_run_has_the_backup_in_its_error() {
        run(async || {
            let script = Script::new([gives(sections()), Step::Silent]);
            let error = script.client().back_up_and_reset(six()).await.unwrap_err();
            assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unknown, 2));
            assert_eq!(error.backup, Some(backup(ORIGIN, Some(layout()))));
        });
    }
}

mod timers {
    use super::*;

    #[test]
    fn pauses_are_slept_through() {
        run(async || {
            let script = Script::new([no_network(), no_network(), done()]);
            script.client().reset(six()).await.unwrap();
            assert_eq!(script.sent_at(), [0, 10 + 500, 510 + 10 + 1000]);
        });
    }

    #[test]
    fn a_request_without_an_answer_is_dropped_at_the_deadline() {
        run(async || {
            let script = Script::new([no_network(), Step::Silent]);
            let client = Client { timeout: Duration::from_millis(700), ..script.client() };
            let error = client.reset(six()).await.unwrap_err();
            assert_eq!((error.kind, error.attempts, client.clock.now().as_millis()), (ErrorKind::Timeout, 2, 700));
            assert_eq!(script.in_flight.get(), 0);
        });
    }

    #[test]
    fn as_many_retries_as_the_caller_allows() {
        run(async || {
            let script = Script::new([busy(), done()]);
            let client = Client { retries: 0, ..script.client() };
            assert_eq!(client.reset(six()).await.unwrap_err().attempts, 1);
        });
    }

    #[test]
    fn a_timeout_longer_than_any_timer_does_not_end_a_call_at_once() {
        // Timers of browsers take 2^31 - 1 milliseconds at the most.
        for long in [Duration::from_mins(50_000), Duration::MAX] {
            run(async || {
                let script = Script::new([no_network(), done(), Step::Silent]);
                let client = Client { timeout: long, ..script.client() };
                client.reset(six()).await.unwrap();
                assert!(timeout(Duration::from_hours(24), client.reset(six())).await.is_err(), "{long:?}");
            });
        }
    }

    #[test]
    fn a_call_without_time_sends_nothing() {
        run(async || {
            let script = Script::new([done()]);
            let client = Client { timeout: Duration::ZERO, ..script.client() };
            let error = client.reset(six()).await.unwrap_err();
            assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unchanged, 0));
            assert!(script.methods().is_empty());
        });
    }
}

mod tokens {
    use super::*;

    #[test]
    fn an_expired_token_is_renewed_and_the_request_sent_again() {
        run(async || {
            let script = Script { can_renew: true, ..Script::new([says(401, "expired_token"), done()]) };
            script.client().reset(six()).await.unwrap();
            let log = script.log.borrow();
            let expected = [(0, "send by Fetch"), (10, "renew token"), (20, "send by Library")];
            assert!(log.iter().map(|(at, what)| (*at, what.as_str())).eq(expected), "{log:?}");
        });
    }

    #[test]
    fn a_token_that_nobody_can_renew_ends_the_call() {
        run(async || {
            let script = Script::new([says(401, "expired_token"), done()]);
            let error = script.client().reset(six()).await.unwrap_err();
            assert_eq!((&*error.code, script.methods().len()), ("expired_token", 1));
        });
    }

    #[test]
    fn the_library_is_awaited_and_its_token_renewed_before_anything_is_sent() {
        run(async || {
            let script = Script { can_renew: true, ..Script::new([done()]) };
            script.transports.set(Transports::NoToken { can_await: true, can_renew: true });
            script.client().reset(six()).await.unwrap();
            let log = script.log.borrow();
            let expected = [(0, "await library"), (10, "renew token"), (20, "send by Library")];
            assert!(log.iter().map(|(at, what)| (*at, what.as_str())).eq(expected), "{log:?}");
        });
    }
}

mod sharing {
    use super::*;

    #[test]
    fn clones_share_which_methods_the_portal_has() {
        run(async || {
            let script = Script::new([says(404, "ERROR_METHOD_NOT_FOUND"), done(), done(), done()]);
            let client = script.client();
            let clone = client.clone();
            client.reset(six()).await.unwrap();
            clone.reset(six()).await.unwrap();
            script.client().reset(six()).await.unwrap();
            assert_eq!(script.methods(), [RESET, ITEM_RESET, ITEM_RESET, RESET], "another client knows nothing");
        });
    }

    #[test]
    fn clones_share_how_much_room_the_portal_has() {
        run(async || {
            let script = Script::new([busy(), done(), done()]);
            let client = Client { retries: 0, ..script.client() };
            let clone = client.clone();
            client.reset(six()).await.unwrap_err();
            script.client().reset(six()).await.unwrap();
            clone.reset(six()).await.unwrap();
            assert_eq!(script.sent_at(), [0, 10, 10 + 1000], "another client does not wait");
        });
    }

    #[test]
    fn clones_wait_for_the_operating_limit_that_another_was_told_of() {
        run(async || {
            let time = object([("finish", Json::Number(100.0)), ("operating_reset_at", Json::Number(107.0))]);
            let told = Fields { result: Some(Json::Bool(true)), time: Some(time), ..Fields::default() };
            let script = Script::new([Step::Reply(200, told), says(429, "OPERATION_TIME_LIMIT"), done()]);
            let client = script.client();
            client.reset(six()).await.unwrap();
            client.clone().reset(six()).await.unwrap();
            assert_eq!(script.sent_at(), [0, 10, 10 + 7000 + 500]);
        });
    }
}

mod dropping {
    use super::*;

    #[test]
    fn a_call_that_is_dropped_gives_its_request_up() {
        run(async || {
            let script = Script::new([Step::Silent, done()]);
            let client = script.client();
            let dropped = timeout(Duration::from_millis(50), client.reset(six())).await;
            assert!(dropped.is_err());
            assert_eq!((script.in_flight.get(), script.methods().len()), (0, 1));
        });
    }

    #[test]
    fn a_call_that_is_dropped_while_it_pauses_sends_nothing_more() {
        run(async || {
            let script = Script::new([no_network(), done()]);
            let client = script.client();
            assert!(timeout(Duration::from_millis(50), client.reset(six())).await.is_err());
            sleep(Duration::from_mins(1)).await;
            assert_eq!(script.methods().len(), 1);
        });
    }

    #[test]
    fn a_call_that_never_begins_sends_nothing() {
        run(async || {
            let script = Script::new([done()]);
            let client = script.client();
            drop(client.reset(six()));
            assert!(script.methods().is_empty());
        });
    }
}

mod bulk {
    use super::*;

    /// Does whatever batches say, after a while; some batches are never answered.
    #[derive(Default)]
    struct Portal {
        latency: Duration,
        /// The numbers of the requests without an answer.
        silent: Vec<u32>,
        requests: Cell<u32>,
        commands: Cell<usize>,
        in_flight: Cell<u32>,
        most_in_flight: Cell<u32>,
    }

    impl Connection for &Portal {
        async fn send(&self, request: Request, transport: Transport) -> Result<Reply, Error> {
            assert_eq!((request.method, transport), ("batch", Transport::Fetch));
            let _in_flight = InFlight::new(&self.in_flight);
            self.most_in_flight.set(self.most_in_flight.get().max(self.in_flight.get()));
            let number = self.requests.replace(self.requests.get() + 1);
            let Some(Json::Object(commands)) = request.parameters.get("cmd") else { panic!("no commands") };
            self.commands.set(self.commands.get() + commands.len());
            sleep(self.latency).await;
            if self.silent.contains(&number) {
                return pending().await;
            }
            let answer = |(key, command): &(String, Json)| {
                let is_reset = matches!(command, Json::String(command) if command.contains(".reset?"));
                (key.clone(), if is_reset { Json::Bool(true) } else { Json::Null })
            };
            let results = Json::Object(commands.iter().map(answer).collect());
            let result = Some(object([("result", results)]));
            Ok(Reply { status: Some(200), body: Body::Json(Fields { result, ..Fields::default() }) })
        }

        fn origin(&self) -> String {
            ORIGIN.into()
        }
    }

    fn portal() -> Portal {
        Portal { latency: Duration::from_millis(1300), ..Portal::default() }
    }

    fn client(portal: &Portal) -> Client<&Portal, VirtualClock> {
        Client::new(portal, VirtualClock(Instant::now()))
    }

    fn users(count: u32) -> impl Iterator<Item = UserId> {
        (1..=count).filter_map(|id| UserId::try_from(id).ok())
    }

    fn with_backup() -> BulkOptions {
        BulkOptions { backup: true, ..BulkOptions::default() }
    }

    #[test]
    fn many_cards_are_reset_at_the_limit_of_the_portal() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let mut told = Vec::new();
            let mut reset = client.reset_many(users(10_000), BulkOptions::default());
            reset.run(|progress, _| told.push(progress)).await;
            let report = reset.into_report();
            assert_eq!((report.done.len(), report.failed.len(), report.pending.len()), (10_000, 0, 0));
            assert!(report.stopped.is_none());
            assert_eq!((portal.requests.get(), portal.commands.get()), (200, 10_000));
            assert_eq!((told.len(), told.last()), (200, Some(&Progress { total: 10_000, done: 10_000, failed: 0 })));
            // 200 requests at 50 at once and 2 a second.
            let took = client.clock.now().as_millis();
            assert!((75_000..78_750).contains(&took), "{took}");
            assert_eq!((portal.most_in_flight.get(), portal.in_flight.get()), (10, 0));
        });
    }

    #[test]
    fn each_user_is_reset_once_and_in_order() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let ids = [7_u32, 3, 7, 3, 5].into_iter().filter_map(|id| UserId::try_from(id).ok());
            let mut reset = client.reset_many(ids, BulkOptions::default());
            reset.run(|_, _| {}).await;
            let done: Vec<_> = reset.into_report().done.into_iter().map(UserId::get).collect();
            assert_eq!((done, portal.commands.get()), (vec![3, 5, 7], 3));
        });
    }

    #[test]
    fn progress_comes_with_who_is_done_so_far() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let mut told = Vec::new();
            let mut reset = client.reset_many(users(120), with_backup());
            reset
                .run(|progress, report| {
                    assert_eq!((progress.done, progress.failed), (report.done.len(), report.failed.len()));
                    assert_eq!(report.backups.len(), report.done.len());
                    told.push(progress.done);
                })
                .await;
            assert_eq!(told, [0, 0, 0, 50, 100, 120], "three batches read, and three reset");
        });
    }

    #[test]
    fn many_cards_are_read_and_restored() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let mut reading = client.get_many(users(120), with_backup());
            reading.run(|_, _| {}).await;
            let report = reading.into_report();
            assert!(
                report
                    .cards
                    .iter()
                    .map(|(user, layout)| (*user, layout.is_none()))
                    .eq(users(120).map(|user| (user, true)))
            );
            let mut restoring = client.restore_many(report.backups, with_backup()).unwrap();
            restoring.run(|_, _| {}).await;
            let report = restoring.into_report();
            assert_eq!((report.done, report.cards.len(), report.backups.len()), (users(120).collect(), 0, 0));
            assert_eq!((portal.requests.get(), portal.commands.get()), (6, 240));
        });
    }

    #[test]
    fn backups_that_are_not_of_this_portal_and_of_one_user_each_are_refused() {
        let portal = portal();
        let backup = |portal: &str, card| Backup {
            portal: portal.into(),
            card_type: CardType::CONTACT,
            card,
            taken_at: String::new(),
            layout: None,
        };
        let user = |id: u32| Card::Personal(UserId::try_from(id).ok());
        let good = backup(ORIGIN, user(5));
        for (refused, code) in [
            (backup("https://other.bitrix24.com", user(6)), "OTHER_PORTAL"),
            (backup(ORIGIN, Card::Common), "INVALID_BACKUP"),
            (backup(ORIGIN, Card::Personal(None)), "INVALID_BACKUP"),
            (good.clone(), "INVALID_BACKUPS"),
        ] {
            run(async || {
                let error =
                    client(&portal).restore_many([good.clone(), refused], BulkOptions::default()).err().unwrap();
                assert_eq!((error.kind, &*error.code), (ErrorKind::InvalidArgument, code));
            });
        }
        assert_eq!(portal.requests.get(), 0);
    }

    #[test]
    fn a_bulk_reset_ends_at_its_deadline() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let options = BulkOptions { total_timeout: Some(Duration::from_secs(20)), ..BulkOptions::default() };
            let mut reset = client.reset_many(users(10_000), options);
            reset.run(|_, _| {}).await;
            let report = reset.into_report();
            assert_eq!(client.clock.now().as_millis(), 20_000);
            assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Timeout));
            assert_eq!(report.done.len() + report.pending.len(), 10_000);
            assert!(report.done.len() >= 40 * 50, "{}", report.done.len());
            assert_eq!(portal.in_flight.get(), 0);
        });
    }

    #[test]
    fn a_batch_without_an_answer_is_dropped_and_sent_again() {
        run(async || {
            let portal = Portal { silent: vec![0], ..portal() };
            let client = client(&portal);
            let mut reset = client.reset_many(users(5), BulkOptions::default());
            reset.run(|_, _| {}).await;
            assert_eq!((reset.into_report().done.len(), portal.requests.get()), (5, 2));
            assert_eq!(portal.most_in_flight.get(), 1, "never both at once");
            assert_eq!(client.clock.now().as_millis(), 30_000 + 500 + 1300);
        });
    }

    #[test]
    fn a_run_that_is_dropped_keeps_the_report_and_the_backups() {
        run(async || {
            // 100 cards are read in two requests, and reset in two more, of which the second is never answered.
            let portal = Portal { silent: vec![3], ..portal() };
            let client = client(&portal);
            let mut reset = client.reset_many(users(100), with_backup());
            assert!(timeout(Duration::from_secs(10), reset.run(|_, _| {})).await.is_err());
            assert_eq!((portal.requests.get(), portal.in_flight.get()), (4, 0));
            reset.run(|_, _| panic!("it runs once")).await;
            let report = reset.into_report();
            assert_eq!(report.done, users(50).collect::<Vec<_>>());
            assert_eq!(report.pending, users(100).skip(50).collect::<Vec<_>>());
            assert_eq!(report.backups.len(), 100, "those in flight may have been reset");
            assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Aborted));
            sleep(Duration::from_mins(1)).await;
            assert_eq!(portal.requests.get(), 4, "nothing follows");
        });
    }

    #[test]
    fn a_bulk_reset_that_never_runs_has_everybody_pending() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let report = client.reset_many(users(70), with_backup()).into_report();
            assert_eq!((report.pending.len(), report.backups.len(), portal.requests.get()), (70, 0, 0));
            assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Aborted));
        });
    }

    #[test]
    fn bulk_resets_and_calls_share_the_bucket_of_the_portal() {
        run(async || {
            let portal = portal();
            let client = client(&portal);
            let mut first = client.reset_many(users(49 * 50), BulkOptions::default());
            first.run(|_, _| {}).await;
            let ended = client.clock.now();
            assert!(ended < Duration::from_secs(9), "{ended:?}");
            let other = client.clone();
            let mut second = other.reset_many(users(49 * 50), BulkOptions::default());
            second.run(|_, _| {}).await;
            let took = client.clock.now().saturating_sub(ended);
            assert!(took > Duration::from_secs(15), "the first has left little room: {took:?}");
        });
    }
}
