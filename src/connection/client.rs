use crate::card::{Backup, Card, Json, Layout, UserId};
use crate::connection::{Clock, Connection};
use crate::portal::{
    Answer, Bulk, Call, Course, Due, Error, Family, Known, Limit, Manner, Pace, Progress, Report, Step, confirmation,
    layout,
};
use alloc::vec::Vec;
use core::cell::Cell;
use core::pin::pin;
use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use futures_util::stream::FuturesUnordered;

/// The time a call gets by default, in milliseconds.
pub(crate) const TIMEOUT: f64 = 30_000.0;
/// The retries a call gets by default.
pub(crate) const RETRIES: u32 = 3;

/// Asks a portal for one thing at a time, with patience: retries where they help, and an end to it.
///
/// Every operation is idempotent, so that asking twice does no more than asking once.
///
/// In a placement it is `Client::new(Bx24::of_page()?, BrowserClock)`; elsewhere in a browser, `Fetch` takes the place of the
/// library.
///
/// ```
/// # use bx24_contact_card::card::{Backup, Card, Json};
/// # use bx24_contact_card::connection::{Client, Clock, Connection};
/// # use bx24_contact_card::portal::{Body, Error, ErrorKind, Fields, Outcome, Reply};
/// # use std::cell::RefCell;
/// # struct Portal(RefCell<Json>);
/// # impl Connection for Portal {
/// #     async fn send(&self, method: &str, mut parameters: Json) -> Result<Reply, Error> {
/// #         let result = match method.rsplit('.').next() {
/// #             Some("get") => self.0.borrow().clone(),
/// #             Some("set") => {
/// #                 self.0.replace(parameters.take("data").unwrap_or(Json::Null));
/// #                 Json::Bool(true)
/// #             }
/// #             _ => {
/// #                 self.0.replace(Json::Null);
/// #                 Json::Bool(true)
/// #             }
/// #         };
/// #         Ok(Reply { status: Some(200), body: Body::Json(Fields { result: Some(result), ..Fields::default() }) })
/// #     }
/// #     fn portal(&self) -> String {
/// #         "https://example.bitrix24.com".into()
/// #     }
/// # }
/// # struct Still;
/// # impl Clock for Still {
/// #     fn now(&self) -> f64 {
/// #         0.0
/// #     }
/// #     fn date(&self) -> String {
/// #         "2026-11-24T10:00:00Z".into()
/// #     }
/// #     async fn sleep(&self, _milliseconds: f64) {
/// #         std::future::pending().await
/// #     }
/// #     fn chance(&self) -> f64 {
/// #         0.5
/// #     }
/// # }
/// # futures_lite::future::block_on(async {
/// # let section = [("name", "main"), ("title", "About")].map(|(key, text)| (key.into(), Json::Text(text.into())));
/// # let saved = RefCell::new(Json::List(vec![Json::Object(section.into())]));
/// let mut client = Client::new(Portal(saved), Still);
/// client.timeout = 10_000.0;
///
/// let own = Card::Personal(None);
/// match client.back_up_and_reset(own).await {
///     Ok((_, backup)) => {
///         assert_eq!(client.get(own).await?.result, None);
///         client.restore(backup).await?;
///     }
///     Err(error) if error.kind == ErrorKind::AccessDenied => eprintln!("The portal says: {}", error.description),
///     Err(error) if error.outcome == Outcome::Unknown => eprintln!("It may have been reset: {:?}", error.backup),
///     Err(error) => return Err(error),
/// }
/// assert!(client.get(own).await?.result.is_some());
/// # Ok::<(), Error>(())
/// # }).unwrap();
/// ```
#[derive(Clone, Debug)]
pub struct Client<C, K> {
    /// Where requests go.
    pub connection: C,
    /// Time and chance.
    pub clock: K,
    /// Which methods; a portal that does not know those for contacts is asked through those for items, from then on.
    pub family: Family,
    /// Milliseconds for a whole call, waits and retries included.
    pub timeout: f64,
    /// Extra attempts where a retry can help.
    pub retries: u32,
    known: Cell<Known>,
    pace: Cell<Pace>,
}

/// How the cards of many users are reset.
#[derive(Clone, Copy, Debug)]
pub struct Many {
    /// Whether each card is read before it is reset.
    pub backup: bool,
    /// What the portal takes.
    pub limit: Limit,
    /// Milliseconds for all of it; [`Client::timeout`] is that of each request.
    pub total_timeout: Option<f64>,
}

impl Default for Many {
    /// Without backups and deadline, at the limit of all plans but one.
    fn default() -> Self {
        Self { backup: false, limit: Limit::CLOUD, total_timeout: None }
    }
}

impl<C: Connection, K: Clock> Client<C, K> {
    /// A client with the defaults.
    pub fn new(connection: C, clock: K) -> Self {
        let (known, pace) = (Cell::default(), Cell::new(Pace::new(Limit::CLOUD)));
        Self { connection, clock, family: Family::Contact, timeout: TIMEOUT, retries: RETRIES, known, pace }
    }

    /// The saved layout of a card, or `None` where the portal's default is in force.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being read; see [`ErrorKind`](crate::portal::ErrorKind).
    pub async fn get(&self, card: Card) -> Result<Answer<Option<Layout>>, Error> {
        let mut course = self.course(Call::Get(card));
        self.within_time(&mut course, async |course| self.ask(course, layout).await).await
    }

    /// Saves a layout for a card.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being saved, or from being known to be; see
    /// [`outcome`](crate::portal::Failure::outcome).
    pub async fn set(&self, card: Card, layout: Layout) -> Result<Answer<()>, Error> {
        self.change(Call::Set(card, layout)).await
    }

    /// Throws the saved layout of a card away.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being reset, or from being known to be; see [`ErrorKind`](crate::portal::ErrorKind) and
    /// [`outcome`](crate::portal::Failure::outcome).
    pub async fn reset(&self, card: Card) -> Result<Answer<()>, Error> {
        self.change(Call::Reset(card)).await
    }

    /// Reads a card, then throws its saved layout away. What changes between the two, in the time of one request, is
    /// lost: the portal has no way to do both at once.
    ///
    /// # Errors
    ///
    /// As [`reset`](Self::reset). When the card could not be read, it is not reset; when it may have been reset, the
    /// error has the [`backup`](crate::portal::Failure::backup).
    pub async fn back_up_and_reset(&self, card: Card) -> Result<(Answer<()>, Backup), Error> {
        let mut course = self.course(Call::Get(card));
        let mut backup = None;
        let reset = async |course: &mut Course| {
            let layout = self.ask(course, layout).await?.result;
            backup = Some(Backup { portal: self.connection.portal(), card, taken_at: self.clock.date(), layout });
            course.follow_with(Call::Reset(card));
            self.ask(course, |result| confirmation(&result)).await
        };
        let answer = self.within_time(&mut course, reset).await;
        match (answer, backup) {
            (Ok(answer), Some(backup)) => Ok((answer, backup)),
            (Err(error), backup) => Err(error.with_backup(backup)),
            (Ok(_), None) => Err(Error::fault()),
        }
    }

    /// Puts back what a backup holds; one without a layout resets the card again.
    ///
    /// # Errors
    ///
    /// As [`set`](Self::set); also when the backup is of another portal, and then nothing is sent.
    pub async fn restore(&self, backup: Backup) -> Result<Answer<()>, Error> {
        self.change(Call::restoring(backup, &self.connection.portal())?).await
    }

    /// Throws the saved layouts of all users' personal cards away, so that the common one holds for everybody.
    ///
    /// # Errors
    ///
    /// As [`reset`](Self::reset).
    pub async fn force_common(&self) -> Result<Answer<()>, Error> {
        self.change(Call::Force).await
    }

    /// Resets the personal cards of many users, [`Batch::MOST`](crate::portal::Batch::MOST) in a request, as fast as the
    /// portal's limit allows. Whatever happens is in the report, which has each user exactly once.
    pub async fn reset_many(
        &self,
        users: impl IntoIterator<Item = UserId>,
        many: Many,
        mut on_progress: impl FnMut(Progress),
    ) -> Report {
        let mut users: Vec<_> = users.into_iter().collect();
        users.sort_unstable();
        users.dedup();
        let mut bulk = Bulk::new(
            users,
            Manner {
                portal: self.connection.portal(),
                family: self.known.get().family(self.family),
                keeps: many.backup,
                retries: self.retries,
                patience: self.timeout,
                deadline: many.total_timeout.map(|total| self.clock.now() + total),
            },
        );
        let mut pace = self.pace.get();
        pace.limit = many.limit;
        self.pace.set(pace);
        let whole = self.follow(&mut bulk, &mut on_progress);
        let in_time = match many.total_timeout {
            None => {
                whole.await;
                true
            }
            Some(total) => matches!(select(pin!(whole), pin!(self.clock.sleep(total))).await, Either::Left(_)),
        };
        if !in_time {
            bulk.stop(Course::late());
        }
        let mut known = self.known.get();
        known.items_only |= bulk.switched();
        self.known.set(known);
        bulk.report()
    }

    /// Does what is due until there is nothing more.
    async fn follow(&self, bulk: &mut Bulk, on_progress: &mut impl FnMut(Progress)) {
        let mut under_way = FuturesUnordered::new();
        loop {
            let answered = match bulk.due(self.pace.get(), self.clock.now()) {
                Due::Send(ticket, batch, family) => {
                    self.count();
                    under_way.push(async move {
                        let mut course = Course::new(Call::Batch(batch), family, 0, self.clock.now() + self.timeout);
                        (ticket, self.within_time(&mut course, async |course| self.ask(course, Ok).await).await)
                    });
                    None
                }
                Due::Wait(pause) if under_way.is_empty() => {
                    self.clock.sleep(pause).await;
                    None
                }
                Due::Wait(pause) => match select(pin!(self.clock.sleep(pause)), under_way.next()).await {
                    Either::Left(_) => None,
                    Either::Right((answered, _)) => answered,
                },
                Due::Idle => under_way.next().await,
                Due::Over => return,
            };
            if let Some((ticket, answer)) = answered {
                let (mut pace, now) = (self.pace.get(), self.clock.now());
                bulk.answered(ticket, answer, &mut pace, now, &self.clock.date(), self.clock.chance());
                self.pace.set(pace);
                on_progress(bulk.progress());
            }
        }
    }

    /// A request leaves.
    fn count(&self) {
        let mut pace = self.pace.get();
        pace.count(self.clock.now());
        self.pace.set(pace);
    }

    async fn change(&self, call: Call) -> Result<Answer<()>, Error> {
        let mut course = self.course(call);
        self.within_time(&mut course, async |course| self.ask(course, |result| confirmation(&result)).await).await
    }

    fn course(&self, call: Call) -> Course {
        let family = self.known.get().family(self.family);
        Course::new(call, family, self.retries, self.clock.now() + self.timeout)
    }

    /// Does what a course is for in the time allowed; an error is signed by the course.
    async fn within_time<T>(
        &self,
        course: &mut Course,
        work: impl AsyncFnOnce(&mut Course) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let done = match select(pin!(work(&mut *course)), pin!(self.clock.sleep(self.timeout))).await {
            Either::Left((done, _)) => done,
            Either::Right(_) => Err(Course::late()),
        };
        done.map_err(|error| course.sign(error))
    }

    /// The portal's answer to what is asked now, as `read` understands it.
    async fn ask<T>(&self, course: &mut Course, read: fn(Json) -> Result<T, Error>) -> Result<Answer<T>, Error> {
        loop {
            let renewals = self.connection.renewals();
            // A batch is counted by whoever has many of them.
            if !matches!(course.call(), Call::Batch(_)) {
                self.count();
            }
            let (method, parameters) = course.request();
            let reply = self.connection.send(method, parameters).await;
            let mut known = self.known.get();
            let step = course.answered(reply, &mut known, self.clock.now(), self.clock.chance());
            self.known.set(known);
            match step {
                Step::Done(Answer { result, time }) => return Ok(Answer { result: read(result)?, time }),
                Step::Fail(error) => return Err(error),
                Step::Send => {}
                Step::Wait(pause) => self.clock.sleep(pause).await,
                Step::Renew(error) => {
                    if !self.connection.renew(renewals).await? {
                        return Err(error);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Client, Error, Family, Many, Progress, Report};
    use crate::card::{Backup, Card, Json, Layout, UserId};
    use crate::connection::{Clock, Connection};
    use crate::portal::{Body, ErrorKind, Fields, Outcome, Reply, Retry};
    use alloc::collections::VecDeque;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use core::cell::{Cell, RefCell};
    use core::time::Duration;
    use tokio::time::{Instant, sleep};

    /// Time that passes only while everybody waits; chance that is always in the middle.
    struct VirtualClock(Instant);

    impl Clock for VirtualClock {
        fn now(&self) -> f64 {
            self.0.elapsed().as_secs_f64() * 1000.0
        }

        fn date(&self) -> String {
            "2026-11-24T10:00:00.000Z".into()
        }

        fn sleep(&self, milliseconds: f64) -> impl Future<Output = ()> {
            sleep(Duration::from_secs_f64(milliseconds / 1000.0))
        }

        fn chance(&self) -> f64 {
            0.5
        }
    }

    /// What a scripted portal does with one request.
    enum Step {
        Reply(u16, Fields),
        Fail(Error),
        Hang,
    }

    #[derive(Default)]
    struct Script {
        steps: RefCell<VecDeque<Step>>,
        methods: RefCell<Vec<String>>,
        parameters: RefCell<Vec<Json>>,
        renewable: bool,
        renewals: Cell<u32>,
    }

    impl Connection for Script {
        async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
            self.methods.borrow_mut().push(method.to_string());
            self.parameters.borrow_mut().push(parameters);
            sleep(Duration::from_millis(10)).await;
            let step = self.steps.borrow_mut().pop_front();
            match step.unwrap_or(Step::Hang) {
                Step::Reply(status, body) => Ok(Reply { status: Some(status), body: Body::Json(body) }),
                Step::Fail(error) => Err(error),
                Step::Hang => core::future::pending().await,
            }
        }

        fn portal(&self) -> String {
            "https://portal.bitrix24.com".into()
        }

        fn renewals(&self) -> u32 {
            self.renewals.get()
        }

        async fn renew(&self, renewals: u32) -> Result<bool, Error> {
            self.renewals.set(renewals.wrapping_add(1));
            Ok(self.renewable)
        }
    }

    fn done() -> Step {
        gives(Json::Bool(true))
    }

    fn gives(result: Json) -> Step {
        Step::Reply(200, Fields { result: Some(result), ..Fields::default() })
    }

    fn says(status: u16, code: &str) -> Step {
        Step::Reply(status, Fields { error: Some(Json::Text(code.into())), ..Fields::default() })
    }

    fn no_network() -> Step {
        Step::Fail(Error::new(ErrorKind::Network, "NETWORK", "").in_doubt().helped_by(Retry::Backoff))
    }

    struct Ran {
        outcome: Result<Answer<()>, Error>,
        milliseconds: f64,
        client: Client<Script, VirtualClock>,
    }

    impl Ran {
        fn error(&self) -> &Error {
            self.outcome.as_ref().unwrap_err()
        }

        fn requests(&self) -> usize {
            self.client.connection.methods.borrow().len()
        }
    }

    /// Resets a card against a script, in virtual time.
    fn reset(steps: impl IntoIterator<Item = Step>, change: impl FnOnce(&mut Client<Script, VirtualClock>)) -> Ran {
        let mut milliseconds = 0.0;
        let (outcome, client) = asked(steps, change, async |client| {
            let outcome = client.reset(Card::Common).await;
            milliseconds = client.clock.now();
            outcome
        });
        Ran { outcome, milliseconds, client }
    }

    /// Asks a script for anything, in virtual time.
    fn asked<T>(
        steps: impl IntoIterator<Item = Step>,
        change: impl FnOnce(&mut Client<Script, VirtualClock>),
        work: impl AsyncFnOnce(&Client<Script, VirtualClock>) -> T,
    ) -> (T, Client<Script, VirtualClock>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let script = Script { steps: RefCell::new(steps.into_iter().collect()), ..Script::default() };
            let mut client = Client::new(script, VirtualClock(Instant::now()));
            change(&mut client);
            let done = work(&client).await;
            (done, client)
        })
    }

    fn sent(client: &Client<Script, VirtualClock>) -> Vec<String> {
        client.connection.methods.borrow().clone()
    }

    const GET: &str = "crm.contact.details.configuration.get";
    const SET: &str = "crm.contact.details.configuration.set";
    const RESET: &str = "crm.contact.details.configuration.reset";
    const FORCE: &str = "crm.contact.details.configuration.forceCommonScopeForAll";

    fn six() -> Card {
        Card::Personal(UserId::try_from(6_u32).ok())
    }

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
    }

    fn sections() -> Json {
        let text = |text: &str| Json::Text(text.into());
        Json::List(vec![object([
            ("name", text("main")),
            ("title", text("About")),
            ("type", text("section")),
            ("elements", Json::List(vec![object([("name", text("PHONE"))])])),
        ])])
    }

    fn layout() -> Layout {
        Layout::new(sections()).unwrap()
    }

    fn backup(portal: &str, layout: Option<Layout>) -> Backup {
        Backup { portal: portal.into(), card: six(), taken_at: "2026-11-24T10:00:00.000Z".into(), layout }
    }

    const PORTAL: &str = "https://portal.bitrix24.com";

    #[test]
    fn a_busy_portal_is_asked_again_after_pauses_that_grow() {
        let ran = reset([says(503, "QUERY_LIMIT_EXCEEDED"), says(503, "QUERY_LIMIT_EXCEEDED"), done()], |_| {});
        assert!(ran.outcome.is_ok());
        assert_eq!((ran.requests(), ran.milliseconds.round()), (3, 500.0 + 1000.0 + 30.0));
    }

    #[test]
    fn retries_end() {
        let busy = || says(503, "QUERY_LIMIT_EXCEEDED");
        let ran = reset([busy(), busy(), busy(), busy(), done()], |_| {});
        let error = ran.error();
        assert_eq!((error.kind, error.attempts, ran.requests()), (ErrorKind::RateLimit, 4, 4));
        assert_eq!((error.outcome, error.retryable()), (Outcome::Unchanged, true));

        let ran = reset([busy(), done()], |client| client.retries = 0);
        assert_eq!((ran.error().attempts, ran.requests()), (1, 1));
    }

    #[test]
    fn a_pause_that_does_not_fit_ends_the_call_with_its_reason() {
        let ran = reset([says(429, "OPERATION_TIME_LIMIT"), done()], |client| client.timeout = 9000.0);
        assert_eq!((ran.error().kind, ran.milliseconds.round()), (ErrorKind::RateLimit, 10.0));
        let ran = reset([says(429, "OPERATION_TIME_LIMIT"), done()], |_| {});
        assert!(ran.outcome.is_ok());
    }

    #[test]
    fn what_cannot_help_is_not_tried() {
        for code in ["", "INVALID_CREDENTIALS", "ERROR_CORE"] {
            let ran = reset([says(400, code), done()], |_| {});
            assert_eq!((ran.error().attempts, ran.requests()), (1, 1), "{code}");
        }
    }

    #[test]
    fn no_answer_ends_in_time_and_nothing_follows() {
        let ran = reset([Step::Hang], |client| client.timeout = 700.0);
        let error = ran.error();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unknown, 1));
        assert_eq!(error.method, Some("crm.contact.details.configuration.reset"));
        assert_eq!((ran.requests(), ran.milliseconds.round()), (1, 700.0));
    }

    #[test]
    fn a_doubt_stays_whatever_a_later_attempt_is_told() {
        let ran = reset([no_network(), says(401, "INVALID_CREDENTIALS")], |_| {});
        assert_eq!((ran.error().kind, ran.error().outcome), (ErrorKind::Auth, Outcome::Unknown));
        let ran = reset([says(503, "QUERY_LIMIT_EXCEEDED"), says(401, "INVALID_CREDENTIALS")], |_| {});
        assert_eq!((ran.error().kind, ran.error().outcome), (ErrorKind::Auth, Outcome::Unchanged));
    }

    #[test]
    fn a_card_is_read() {
        let (read, client) = asked(
            [gives(sections()), gives(Json::Null)],
            |_| {},
            async |client| (client.get(six()).await.unwrap().result, client.get(Card::Common).await.unwrap().result),
        );
        assert_eq!(read, (Some(layout()), None));
        assert_eq!(sent(&client), [GET, GET]);
        let scope = |code: &str| ("scope", Json::Text(code.into()));
        let expected = [object([scope("P"), ("userId", Json::Number(6.0))]), object([scope("C")])];
        assert_eq!(*client.connection.parameters.borrow(), expected);
    }

    #[test]
    fn reading_never_changes_a_card() {
        for step in [Step::Hang, gives(Json::Bool(true)), gives(object([])), no_network(), says(500, "ERROR_CORE")] {
            let (read, _) = asked([step], |client| client.retries = 0, async |client| client.get(six()).await);
            let error = read.unwrap_err();
            assert_eq!((error.outcome, error.attempts, error.method), (Outcome::Unchanged, 1, Some(GET)), "{error:?}");
        }
    }

    #[test]
    fn what_is_no_layout_is_not_asked_for_again() {
        let (read, client) = asked([gives(object([]))], |_| {}, async |client| client.get(six()).await);
        let error = read.unwrap_err();
        assert_eq!((error.kind, error.retryable()), (ErrorKind::UnexpectedAnswer, false));
        assert_eq!(error.description, "The answer is no layout: the card is not a list of sections.");
        assert_eq!(sent(&client), [GET]);
    }

    #[test]
    fn a_layout_is_saved() {
        let (saved, client) = asked([done()], |_| {}, async |client| client.set(Card::Common, layout()).await);
        assert!(saved.is_ok());
        assert_eq!(sent(&client), [SET]);
        let expected = object([("scope", Json::Text("C".into())), ("data", sections())]);
        assert_eq!(*client.connection.parameters.borrow(), [expected]);

        for (answer, outcome) in [(gives(Json::Null), Outcome::Unknown), (says(400, ""), Outcome::Unchanged)] {
            let (saved, _) = asked([answer], |_| {}, async |client| client.set(six(), layout()).await);
            assert_eq!(saved.unwrap_err().outcome, outcome);
        }
    }

    #[test]
    fn everybody_is_made_to_see_the_common_card() {
        let (forced, client) = asked([done()], |_| {}, async |client| client.force_common().await);
        assert!(forced.is_ok());
        assert_eq!((sent(&client), client.connection.parameters.take()), (vec![FORCE.into()], vec![object([])]));

        let (forced, _) = asked([Step::Hang], |_| {}, async |client| client.force_common().await);
        let error = forced.unwrap_err();
        assert_eq!((error.kind, error.outcome, error.method), (ErrorKind::Timeout, Outcome::Unknown, Some(FORCE)));
    }

    #[test]
    fn a_card_is_read_before_it_is_reset() {
        for (shown, kept) in [(sections(), Some(layout())), (Json::Null, None)] {
            let (done, client) =
                asked([gives(shown), done()], |_| {}, async |client| client.back_up_and_reset(six()).await);
            assert_eq!(done.unwrap().1, backup(PORTAL, kept));
            assert_eq!(sent(&client), [GET, RESET]);
            let parameters = client.connection.parameters.borrow();
            assert_eq!(parameters[0], parameters[1], "of the same card");
        }
    }

    #[test]
    fn a_card_that_cannot_be_read_is_not_reset() {
        let steps =
            [says(400, ""), says(401, "INVALID_CREDENTIALS"), gives(object([])), gives(Json::Bool(true)), Step::Hang];
        for step in steps {
            let (done, client) = asked([step], |_| {}, async |client| client.back_up_and_reset(six()).await);
            let error = done.unwrap_err();
            assert_eq!(
                (error.outcome, error.method, &error.backup),
                (Outcome::Unchanged, Some(GET), &None),
                "{error:?}"
            );
            assert_eq!(sent(&client), [GET]);
        }
    }

    #[test]
    fn of_a_reset_that_may_have_run_the_backup_is_in_the_error() {
        for step in [Step::Hang, gives(Json::Bool(false)), says(500, "ERROR_CORE"), no_network()] {
            let (done, client) = asked(
                [gives(sections()), step],
                |client| client.retries = 0,
                async |client| client.back_up_and_reset(six()).await,
            );
            let error = done.unwrap_err();
            assert_eq!((error.outcome, error.attempts, error.method), (Outcome::Unknown, 2, Some(RESET)), "{error:?}");
            assert_eq!(error.backup, Some(backup(PORTAL, Some(layout()))));
            assert_eq!(sent(&client), [GET, RESET]);
        }
    }

    #[test]
    fn of_a_reset_that_was_refused_nothing_is_left_to_put_back() {
        let steps = [gives(sections()), says(400, "")];
        let (done, _) = asked(steps, |_| {}, async |client| client.back_up_and_reset(six()).await);
        let error = done.unwrap_err();
        assert_eq!((error.outcome, &error.backup, error.attempts), (Outcome::Unchanged, &None, 2));
    }

    #[test]
    fn reading_and_resetting_share_one_deadline_and_have_retries_each() {
        let busy = || says(503, "QUERY_LIMIT_EXCEEDED");
        let steps = [busy(), busy(), busy(), gives(sections()), busy(), busy(), busy(), done()];
        let (done, client) = asked(steps, |_| {}, async |client| client.back_up_and_reset(six()).await);
        assert!(done.is_ok());
        assert_eq!(sent(&client), [GET, GET, GET, GET, RESET, RESET, RESET, RESET]);

        let steps = [busy(), gives(sections()), Step::Hang];
        let (late, _) = asked(
            steps,
            |client| client.timeout = 700.0,
            async |client| (client.back_up_and_reset(six()).await.unwrap_err(), client.clock.now().round()),
        );
        let (error, milliseconds) = late;
        assert_eq!((error.kind, error.outcome, milliseconds), (ErrorKind::Timeout, Outcome::Unknown, 700.0));
        assert!(error.backup.is_some());
    }

    #[test]
    fn a_backup_is_put_back_where_it_came_from() {
        for (layout, method) in [(Some(layout()), SET), (None, RESET)] {
            let (restored, client) =
                asked([done()], |_| {}, async |client| client.restore(backup(PORTAL, layout)).await);
            assert!(restored.is_ok());
            assert_eq!(sent(&client), [method]);
            assert_eq!(client.connection.parameters.borrow()[0].get("userId"), Some(&Json::Number(6.0)));
        }
    }

    #[test]
    fn a_backup_of_another_portal_is_refused_and_nothing_sent() {
        for other in
            ["https://other.bitrix24.com", "http://portal.bitrix24.com", "https://portal.bitrix24.com:8443", ""]
        {
            let (restored, client) = asked([], |_| {}, async |client| client.restore(backup(other, None)).await);
            let error = restored.unwrap_err();
            assert_eq!((error.kind, error.code.as_str()), (ErrorKind::InvalidArgument, "OTHER_PORTAL"));
            let expected = ["The backup is of another portal, ", other, ": this is https://portal.bitrix24.com."];
            assert_eq!(error.description, expected.concat());
            assert_eq!((error.outcome, error.attempts, sent(&client)), (Outcome::Unchanged, 0, vec![]));
        }
    }

    #[test]
    fn the_family_that_a_portal_knows_is_remembered() {
        let unknown = || says(404, "ERROR_METHOD_NOT_FOUND");
        let steps = [unknown(), gives(sections()), done(), done(), done()];
        let ((), client) = asked(
            steps,
            |_| {},
            async |client| {
                client.back_up_and_reset(six()).await.unwrap();
                client.set(six(), layout()).await.unwrap();
                client.force_common().await.unwrap();
            },
        );
        let item = |operation| ["crm.item.details.configuration.", operation].concat();
        let expected = [GET.into(), item("get"), item("reset"), item("set"), item("forceCommonScopeForAll")];
        assert_eq!(sent(&client), expected);
        let parameters = client.connection.parameters.borrow();
        assert!(parameters[1..].iter().all(|sent| sent.get("entityTypeId") == Some(&Json::Number(3.0))));
    }

    #[test]
    fn a_portal_that_knows_neither_family_is_asked_for_both_again() {
        let unknown = || says(404, "ERROR_METHOD_NOT_FOUND");
        let ((), client) = asked(
            [unknown(), unknown(), done()],
            |_| {},
            async |client| {
                client.reset(six()).await.unwrap_err();
                client.reset(six()).await.unwrap();
            },
        );
        assert_eq!(sent(&client), [RESET, "crm.item.details.configuration.reset", RESET]);
    }

    #[test]
    fn a_stale_token_is_renewed_once() {
        let stale = || says(401, "expired_token");
        let ran = reset([stale(), done()], |client| client.connection.renewable = true);
        assert!(ran.outcome.is_ok());
        assert_eq!(ran.requests(), 2);

        let ran = reset([stale(), stale(), done()], |client| client.connection.renewable = true);
        assert_eq!((ran.error().code.as_str(), ran.error().attempts, ran.requests()), ("expired_token", 2, 2));

        let ran = reset([stale(), done()], |_| {});
        assert_eq!((ran.error().code.as_str(), ran.requests()), ("expired_token", 1));
    }

    #[test]
    fn a_portal_without_the_contact_method_is_asked_through_items() {
        let unknown = || says(404, "ERROR_METHOD_NOT_FOUND");
        let ran = reset([unknown(), done()], |client| client.retries = 0);
        assert!(ran.outcome.is_ok());
        let item = "crm.item.details.configuration.reset";
        assert_eq!(*ran.client.connection.methods.borrow(), ["crm.contact.details.configuration.reset", item]);

        let ran = reset([unknown(), unknown(), done()], |_| {});
        assert_eq!((ran.error().kind, ran.error().method, ran.requests()), (ErrorKind::Rejected, Some(item), 2));

        let ran = reset([unknown(), done()], |client| client.family = Family::Item);
        assert_eq!(ran.requests(), 1);
    }

    /// Resets what it is asked to after a while, and counts.
    #[derive(Default)]
    struct Willing {
        commands: Cell<usize>,
        requests: Cell<usize>,
    }

    impl Connection for Willing {
        async fn send(&self, _: &str, parameters: Json) -> Result<Reply, Error> {
            sleep(Duration::from_millis(1300)).await;
            let Some(Json::Object(commands)) = parameters.get("cmd") else { panic!("no commands: {parameters:?}") };
            self.commands.set(self.commands.get().wrapping_add(commands.len()));
            self.requests.set(self.requests.get().wrapping_add(1));
            let results = commands.iter().map(|(key, _)| (key.clone(), Json::Bool(true))).collect();
            let result = Some(Json::Object(vec![("result".into(), Json::Object(results))]));
            Ok(Reply { status: Some(200), body: Body::Json(Fields { result, ..Fields::default() }) })
        }

        fn portal(&self) -> String {
            "https://portal.bitrix24.com".into()
        }
    }

    /// Resets the cards of so many users, and returns the report, what was told on the way, and the milliseconds it took.
    fn reset_many(users: u32, many: Many) -> (Report, Vec<Progress>, f64, Willing) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let client = Client::new(Willing::default(), VirtualClock(Instant::now()));
            let users = (1..=users).chain([1, 2]).map(|id| UserId::try_from(id).unwrap());
            let mut told = Vec::new();
            let report = client.reset_many(users, many, |progress| told.push(progress)).await;
            (report, told, client.clock.now(), client.connection)
        })
    }

    #[test]
    fn many_are_reset_at_the_limit_of_the_portal() {
        let (report, told, milliseconds, portal) = reset_many(10_000, Many::default());
        assert_eq!((report.done.len(), report.failed.len(), report.pending.len()), (10_000, 0, 0));
        assert!(report.stopped.is_none());
        assert_eq!((portal.requests.get(), portal.commands.get()), (200, 10_000));
        assert_eq!(told.last(), Some(&Progress { total: 10_000, done: 10_000, failed: 0 }));
        assert_eq!(told.len(), 200);
        // 200 requests at 50 at once and 2 a second.
        assert!((75_000.0..75_000.0 * 1.05).contains(&milliseconds), "{milliseconds}");
    }

    #[test]
    fn many_end_at_their_deadline() {
        let (report, _, milliseconds, portal) =
            reset_many(10_000, Many { total_timeout: Some(20_000.0), ..Many::default() });
        assert!((20_000.0..20_100.0).contains(&milliseconds), "{milliseconds}");
        assert_eq!(report.stopped.map(|error| error.kind), Some(ErrorKind::Timeout));
        assert_eq!(report.done.len(), portal.commands.get());
        assert_eq!(report.done.len().wrapping_add(report.pending.len()), 10_000);
    }
}
