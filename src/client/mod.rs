//! The API for Rust: an async driver of the engine. It runs in browsers, and on the host with a connection of one's own.

#[cfg(target_family = "wasm")]
mod browser;
mod bulk;
mod driver;
mod environment;
#[cfg(test)]
mod tests;

use crate::card::{Backup, Card, InvalidLayout, Layout, UserId};
use crate::engine::{
    BulkKind, CallResult, Change, Completion, Knowledge, Operation, RETRIES, Settings, Success, TIMEOUT, Task,
    TokenBucket,
};
use crate::error::{Error, ErrorKind};
use crate::protocol::{Answer, Call, Family, ResponseTime};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::Cell;
use core::time::Duration;

#[cfg(target_family = "wasm")]
pub use browser::BrowserClock;
use bulk::distinct;
pub use bulk::{BulkOperation, BulkOptions};
pub use environment::{Clock, Connection};

/// Calls a portal, with retries where they help and with a deadline.
///
/// Every operation is idempotent, so that sending it twice does no more than sending it once. Clones share what they know of
/// the portal: how many requests it takes, and which methods it has.
///
/// In a placement it is `Client::new(Bx24::of_page()?, BrowserClock)`; elsewhere in a browser, `Fetch` takes the place of the
/// library.
///
/// ```
/// # use bx24_contact_card::card::Json;
/// # use bx24_contact_card::client::{Clock, Connection};
/// # use bx24_contact_card::protocol::{Body, Fields, Reply, Request};
/// use bx24_contact_card::{Card, Client, Error, ErrorKind, Outcome};
/// # use bx24_contact_card::Transport;
/// # use std::cell::RefCell;
/// use std::time::Duration;
/// # struct Portal(RefCell<Json>);
/// # impl Connection for Portal {
/// #     async fn send(&self, Request { method, mut parameters }: Request, _: Transport) -> Result<Reply, Error> {
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
/// #     fn origin(&self) -> String {
/// #         "https://example.bitrix24.com".into()
/// #     }
/// # }
/// # struct Still;
/// # impl Clock for Still {
/// #     fn now(&self) -> Duration {
/// #         Duration::ZERO
/// #     }
/// #     fn date(&self) -> String {
/// #         "2026-11-24T10:00:00Z".into()
/// #     }
/// #     async fn sleep(&self, _: Duration) {
/// #         std::future::pending().await
/// #     }
/// #     fn jitter(&self) -> f64 {
/// #         0.5
/// #     }
/// # }
/// # futures_lite::future::block_on(async {
/// # let section = [("name", "main"), ("title", "About")].map(|(key, text)| (key.into(), Json::String(text.into())));
/// # let saved = RefCell::new(Json::Array(vec![Json::Object(section.into())]));
/// let mut client = Client::new(Portal(saved), Still);
/// client.timeout = Duration::from_secs(10);
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
    /// Which methods, and the cards of what: [`Family::Item`] has other kinds of cards than the contact's. A portal that does not
    /// know the methods for contacts is asked through those for items, from then on.
    pub family: Family,
    /// The time for a whole call, waits and retries included.
    pub timeout: Duration,
    /// Extra attempts where a retry can help.
    pub retries: u32,
    shared: Rc<Shared>,
}

/// A card that was edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Whether anything was saved.
    pub is_changed: bool,
    /// The layout that was last read; `None` where the portal's default is in force.
    pub layout: Option<Layout>,
    /// The card from before.
    pub backup: Backup,
    /// The portal's account of the last request.
    pub time: Option<ResponseTime>,
}

/// What a client and its clones know of the portal.
#[derive(Debug, Default)]
struct Shared {
    bucket: Cell<TokenBucket>,
    knowledge: Cell<Knowledge>,
}

impl<C: Connection, K: Clock> Client<C, K> {
    /// A client with the defaults.
    pub fn new(connection: C, clock: K) -> Self {
        let timeout = Duration::from_secs_f64(TIMEOUT / 1000.0);
        Self { connection, clock, family: Family::Contact, timeout, retries: RETRIES, shared: Rc::default() }
    }

    /// The saved layout of a card, or `None` where the portal's default is in force.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being read; see [`ErrorKind`].
    pub async fn get(&self, card: Card) -> Result<Answer<Option<Layout>>, Error> {
        let Success { result, time, .. } = self.call(Call::Get(card), false).await?;
        match result {
            CallResult::Layout(layout) => Ok(Answer { result: layout, time }),
            CallResult::Confirmed => Err(Error::internal()),
        }
    }

    /// Saves a layout for a card.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being saved, or from being known to be; see
    /// [`outcome`](crate::ErrorDetails::outcome).
    pub async fn set(&self, card: Card, layout: Layout) -> Result<Answer<()>, Error> {
        self.change(Call::Set(card, layout)).await
    }

    /// Throws the saved layout of a card away.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being reset, or from being known to be; see [`ErrorKind`] and
    /// [`outcome`](crate::ErrorDetails::outcome).
    pub async fn reset(&self, card: Card) -> Result<Answer<()>, Error> {
        self.change(Call::Reset(card)).await
    }

    /// Reads a card, then throws its saved layout away. What changes between the two, in the time of one request, is
    /// lost: the portal has no way to do both at once.
    ///
    /// # Errors
    ///
    /// As [`reset`](Self::reset). When the card could not be read, it is not reset; when it may have been reset, the
    /// error has the [`backup`](crate::ErrorDetails::backup).
    pub async fn back_up_and_reset(&self, card: Card) -> Result<(Answer<()>, Backup), Error> {
        let Success { time, backup, .. } = self.call(Call::Reset(card), true).await?;
        Ok((Answer { result: (), time }, backup.ok_or_else(Error::internal)?))
    }

    /// Puts back what a backup holds; one without a layout resets the card again.
    ///
    /// # Errors
    ///
    /// As [`set`](Self::set); also when the backup is of another portal, and then nothing is sent.
    pub async fn restore(&self, backup: Backup) -> Result<Answer<()>, Error> {
        self.change(Call::restoring(backup, &self.connection.origin(), self.family.card_type())?).await
    }

    /// Throws the saved layouts of all users' personal cards away, so that the common one holds for everybody.
    ///
    /// # Errors
    ///
    /// As [`reset`](Self::reset).
    pub async fn force_common(&self) -> Result<Answer<()>, Error> {
        self.change(Call::Force).await
    }

    /// Prepares to read the personal cards of many users; [`BulkOperation::run`] does it.
    pub fn get_many(&self, users: impl IntoIterator<Item = UserId>, options: BulkOptions) -> BulkOperation<'_, C, K> {
        BulkOperation::new(self, BulkKind::Read, distinct(users), options)
    }

    /// Prepares to reset the personal cards of many users; [`BulkOperation::run`] does it.
    pub fn reset_many(&self, users: impl IntoIterator<Item = UserId>, options: BulkOptions) -> BulkOperation<'_, C, K> {
        BulkOperation::new(self, BulkKind::Reset, distinct(users), options)
    }

    /// Prepares to put back what backups of many users' personal cards hold; [`BulkOperation::run`] does it. One without a
    /// layout resets the card again. A card is given to others by backups with their user ids, and to another portal by its
    /// origin.
    ///
    /// # Errors
    ///
    /// `invalid-argument` when a backup is of another portal, of the common card or of nobody named, or when a user is there
    /// twice.
    pub fn restore_many(
        &self,
        backups: impl IntoIterator<Item = Backup>,
        options: BulkOptions,
    ) -> Result<BulkOperation<'_, C, K>, Error> {
        let origin = self.connection.origin();
        let cards =
            backups.into_iter().map(|backup| Call::restoring_one_of_many(backup, &origin, self.family.card_type()));
        let cards = cards.collect::<Result<Vec<_>, _>>()?;
        if distinct(cards.iter().map(|(user, _)| *user)).len() < cards.len() {
            let description = "A user is there twice.";
            return Err(Error::new(ErrorKind::InvalidArgument, "INVALID_BACKUPS", description));
        }
        Ok(BulkOperation::new(self, BulkKind::Restore, cards, options))
    }

    fn settings(&self) -> Settings {
        Settings {
            backup: false,
            origin: self.connection.origin(),
            family: self.family,
            retries: self.retries,
            timeout: milliseconds(self.timeout),
        }
    }

    /// Changes a card without destroying it: reads it, saves what `change` makes of it if that differs, and reads it back. Where
    /// somebody else has saved in between, it begins again with what is there then, [`retries`](Self::retries) times at most.
    ///
    /// `change` gets `None` where the portal's default is in force, of which no method tells what it looks like, and returns `None`
    /// for that. It may be called several times.
    ///
    /// # Errors
    ///
    /// As [`set`](Self::set); also [`Conflict`](ErrorKind::Conflict) when somebody else kept saving, and `invalid-argument` when
    /// `change` makes no layout. Where the card may have been changed, the error has the
    /// [`backup`](crate::ErrorDetails::backup) from before.
    pub async fn edit(
        &self,
        card: Card,
        mut change: impl FnMut(Option<Layout>) -> Result<Option<Layout>, InvalidLayout>,
    ) -> Result<Edit, Error> {
        let change = |layout| {
            let invalid =
                |error: InvalidLayout| Error::new(ErrorKind::InvalidArgument, "INVALID_LAYOUT", error.message());
            change(layout).map(Change::Save).map_err(invalid)
        };
        let Success { result, time, is_changed, backup } = self.perform(Task::Edit(card), false, change).await?;
        match (result, is_changed, backup) {
            (CallResult::Layout(layout), Some(is_changed), Some(backup)) => {
                Ok(Edit { is_changed, layout, backup, time })
            }
            _ => Err(Error::internal()),
        }
    }

    async fn change(&self, call: Call) -> Result<Answer<()>, Error> {
        let Success { time, .. } = self.call(call, false).await?;
        Ok(Answer { result: (), time })
    }

    async fn call(&self, call: Call, backup: bool) -> Result<Success, Error> {
        self.perform(Task::Call(call), backup, nothing_to_change).await
    }

    async fn perform(
        &self,
        task: Task,
        backup: bool,
        change: impl FnMut(Option<Layout>) -> Result<Change, Error>,
    ) -> Result<Success, Error> {
        let settings = Settings { backup, ..self.settings() };
        let mut operation = Operation::new(task, settings, self.shared.knowledge.get());
        match self.drive(&mut operation, |_, _| {}, change).await {
            Completion::Call(result) => result,
            Completion::Bulk(_) => Err(Error::internal()),
        }
    }
}

/// Of operations that are no edits.
fn nothing_to_change(_: Option<Layout>) -> Result<Change, Error> {
    Err(Error::internal())
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
