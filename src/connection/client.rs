use crate::card::{Backup, Card, Json, Layout};
use crate::connection::{Clock, Connection};
use crate::portal::{Answer, Call, Course, Error, Family, Known, Step, confirmation, layout};
use core::cell::Cell;
use futures_lite::future::or;

/// The time a call gets by default, in milliseconds.
pub(crate) const TIMEOUT: f64 = 30_000.0;
/// The retries a call gets by default.
pub(crate) const RETRIES: u32 = 3;

/// Asks a portal for one thing at a time, with patience: retries where they help, and an end to it.
///
/// Every operation is idempotent, so that asking twice does no more than asking once.
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
}

impl<C: Connection, K: Clock> Client<C, K> {
    /// A client with the defaults.
    pub fn new(connection: C, clock: K) -> Self {
        let (family, known) = (Family::Contact, Cell::default());
        Self { connection, clock, family, timeout: TIMEOUT, retries: RETRIES, known }
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
            self.ask(course, confirmation).await
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

    async fn change(&self, call: Call) -> Result<Answer<()>, Error> {
        let mut course = self.course(call);
        self.within_time(&mut course, async |course| self.ask(course, confirmation).await).await
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
        let deadline = async {
            self.clock.sleep(self.timeout).await;
            Err(Course::late())
        };
        let done = or(work(&mut *course), deadline).await;
        done.map_err(|error| course.sign(error))
    }

    /// The portal's answer to what is asked now, as `read` understands it.
    async fn ask<T>(&self, course: &mut Course, read: fn(Json) -> Result<T, Error>) -> Result<Answer<T>, Error> {
        loop {
            let renewals = self.connection.renewals();
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
    use super::{Answer, Client, Error, Family};
    use crate::card::{Card, Json};
    use crate::connection::{Clock, Connection};
    use crate::portal::{Body, ErrorKind, Fields, Outcome, Reply, Retry};
    use alloc::collections::VecDeque;
    use alloc::string::{String, ToString};
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
        renewable: bool,
        renewals: Cell<u32>,
    }

    impl Connection for Script {
        async fn send(&self, method: &str, _: Json) -> Result<Reply, Error> {
            self.methods.borrow_mut().push(method.to_string());
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
        Step::Reply(200, Fields { result: Some(Json::Bool(true)), ..Fields::default() })
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
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let script = Script { steps: RefCell::new(steps.into_iter().collect()), ..Script::default() };
            let mut client = Client::new(script, VirtualClock(Instant::now()));
            change(&mut client);
            let outcome = client.reset(Card::Common).await;
            Ran { outcome, milliseconds: client.clock.now(), client }
        })
    }

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
    fn reading_never_changes_a_card() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let error = runtime.block_on(async {
            Client::new(Script::default(), VirtualClock(Instant::now())).get(Card::Common).await.unwrap_err()
        });
        assert_eq!((error.kind, error.outcome), (ErrorKind::Timeout, Outcome::Unchanged));
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
}
