use crate::card::{Card, Json, Layout};
use crate::connection::tally::Tally;
use crate::connection::{Clock, Connection};
use crate::portal::{
    Answer, Attempts, Call, Error, ErrorKind, Family, METHOD_NOT_FOUND, Next, Operation, Reply, Retry, confirmation,
    layout,
};
use futures_lite::future::or;

/// Asks a portal for one thing at a time, with patience: retries where they help, and an end to it.
///
/// Every operation is idempotent, so that asking twice does no more than asking once.
#[derive(Clone, Debug)]
pub struct Client<C, K> {
    /// Where requests go.
    pub connection: C,
    /// Time and chance.
    pub clock: K,
    /// Which methods; a portal that does not know those for contacts is asked once more through those for items.
    pub family: Family,
    /// Milliseconds for a whole call, waits and retries included.
    pub timeout: f64,
    /// Extra attempts where a retry can help.
    pub retries: u32,
}

impl<C: Connection, K: Clock> Client<C, K> {
    /// The time a call gets by default, in milliseconds.
    pub const TIMEOUT: f64 = 30_000.0;
    /// The retries a call gets by default.
    pub const RETRIES: u32 = 3;

    /// A client with the defaults.
    pub const fn new(connection: C, clock: K) -> Self {
        Self { connection, clock, family: Family::Contact, timeout: Self::TIMEOUT, retries: Self::RETRIES }
    }

    /// The saved layout of a card, or `None` where the portal's default is in force.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being read; see [`ErrorKind`].
    pub async fn get(&self, card: Card) -> Result<Answer<Option<Layout>>, Error> {
        self.perform(Call { operation: Operation::Get, card }, layout, &Tally::default()).await
    }

    /// Throws the saved layout of a card away.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being reset, or from being known to be; see [`ErrorKind`] and [`Error::outcome`].
    pub async fn reset(&self, card: Card) -> Result<Answer<bool>, Error> {
        self.perform(Call { operation: Operation::Reset, card }, confirmation, &Tally::default()).await
    }

    pub(crate) async fn perform<T>(
        &self,
        call: Call,
        read: fn(Answer<Json>) -> Result<Answer<T>, Error>,
        tally: &Tally,
    ) -> Result<Answer<T>, Error> {
        let work = async { self.ask(call, tally).await.and_then(read) };
        let deadline = async {
            self.clock.sleep(self.timeout).await;
            Err(Error::after_sending(ErrorKind::Timeout, "TIMEOUT", "No answer in the time allowed.", Retry::Backoff))
        };
        or(work, deadline).await.map_err(|error| tally.sign(error))
    }

    async fn ask(&self, call: Call, tally: &Tally) -> Result<Answer<Json>, Error> {
        let deadline = self.clock.now() + self.timeout;
        let mut attempts = Attempts::new(self.retries);
        let mut family = self.family;
        loop {
            let method = call.method(family);
            let renewals = self.connection.renewals();
            tally.sending(method, call.operation.changes_card());
            let reply = self.connection.send(method, call.parameters(family)).await;
            let error = match reply.and_then(Reply::read) {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            tally.failed(&error);
            if family == Family::Contact && error.code == METHOD_NOT_FOUND {
                family = Family::Item;
                continue;
            }
            let now = self.clock.now();
            match attempts.after(&error, now, self.clock.chance()) {
                Next::Wait(pause) if now + pause < deadline => self.clock.sleep(pause).await,
                Next::Renew if self.connection.renew(renewals).await? => {}
                Next::Wait(_) | Next::Renew | Next::GiveUp => return Err(error),
            }
        }
    }
}
