//! Every decision of a call, in one place and without I/O: what to send, by which transport, when to retry, when to renew
//! the access token, when to give up, and what is then known of the card.
//!
//! An [`Operation`] is told what has happened and answers what is to be done. A driver performs the [`Action`]s and reports
//! back: the async one in `client`, the callback one in `api`. Neither of them decides anything.
//!
//! ```text
//! driver                          engine
//!   │  handle(Input::Started)        │
//!   ├───────────────────────────────▶│
//!   │  next_action() → Send(1)       │
//!   │◀───────────────────────────────┤
//!   │  handle(Input::Replied(1, …))  │
//!   ├───────────────────────────────▶│
//!   │  next_action() → Finish(…)     │
//!   │◀───────────────────────────────┤
//! ```

mod bulk;
mod call;
mod edit;
#[cfg(test)]
mod histories;
mod knowledge;
mod operation;
mod retry;
#[cfg(test)]
mod simulation;
mod token_bucket;
mod transport;

use crate::card::{Backup, Card, Layout};
use crate::error::Error;
use crate::protocol::{Call, Family, Reply, Request, ResponseTime};
use alloc::boxed::Box;
use alloc::string::String;

pub(crate) use bulk::{BulkKind, BulkTask};
pub use bulk::{BulkReport, Progress};
pub(crate) use edit::Change;
pub(crate) use knowledge::Knowledge;
pub(crate) use operation::Operation;
pub(crate) use token_bucket::TokenBucket;
pub use token_bucket::{InvalidRateLimit, RateLimit};
pub use transport::{Transport, Transports};

/// The time a call gets by default, in milliseconds.
pub(crate) const TIMEOUT: f64 = 30_000.0;
/// The retries a call gets by default.
pub(crate) const RETRIES: u32 = 3;

/// What an operation is to do.
#[derive(Clone, Debug)]
pub(crate) enum Task {
    /// Make a call.
    Call(Call),
    /// Change a card, by what the caller makes of its layout.
    Edit(Card),
    /// Read, reset or restore the personal cards of many users.
    Bulk(BulkTask),
}

/// How an operation is to be done.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Whether a card that is reset is read before, and one that is read given as a backup too. An edit always gives one.
    pub(crate) backup: bool,
    /// The portal's origin, for the backups.
    pub(crate) origin: String,
    /// The family of methods to begin with.
    pub(crate) family: Family,
    /// Extra attempts of a request.
    pub(crate) retries: u32,
    /// Milliseconds for a call, or for each request of a bulk operation.
    pub(crate) timeout: f64,
}

impl Settings {
    /// The backup of a card that was read just now.
    fn backup_of(&self, card: Card, layout: Option<Layout>, environment: &dyn Environment) -> Backup {
        let card_type = self.family.card_type();
        Backup { portal: self.origin.clone(), card_type, card, taken_at: environment.date(), layout }
    }
}

/// Tells the requests of one operation apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RequestId(pub(crate) u32);

/// What has happened.
#[derive(Debug)]
pub(crate) enum Input {
    /// The operation begins.
    Started,
    /// The BX24 library has been initialised.
    LibraryReady,
    /// A request has ended, with a reply or without one.
    Replied(RequestId, Result<Reply, Error>),
    /// The renewal of the access token has ended: with another token, or, with `false`, where nobody can renew it.
    Renewed(Result<bool, Error>),
    /// What the caller made of a layout, or why nothing.
    Changed(Result<Change, Error>),
    /// The timer has fired.
    TimerFired,
    /// The caller no longer wants it; the error says why.
    Cancelled(Error),
}

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Action {
    /// Report [`Input::LibraryReady`] once the BX24 library has been initialised.
    AwaitLibrary,
    /// Send a request, and report [`Input::Replied`].
    Send(RequestId, Request, Transport),
    /// Give up a request. Its reply is not wanted any more.
    Cancel(RequestId),
    /// Set the timer to so many milliseconds; it replaces the one before.
    Sleep(f64),
    /// Renew the access token, and report [`Input::Renewed`].
    RenewToken,
    /// Ask the caller what becomes of a layout, and report [`Input::Changed`].
    Change(Option<Layout>),
    /// Tell the caller how far a bulk operation is.
    Progress(Progress),
    /// Nothing more: the operation has ended.
    Finish(Box<Completion>),
}

/// How an operation has ended.
#[derive(Debug)]
pub(crate) enum Completion {
    /// A call.
    Call(Result<Success, Error>),
    /// A bulk operation.
    Bulk(BulkReport),
}

/// A call that did what it promises.
#[derive(Debug)]
pub(crate) struct Success {
    pub(crate) result: CallResult,
    pub(crate) time: Option<ResponseTime>,
    /// Of an edit: whether anything was saved. Its result is the layout that was last read.
    pub(crate) is_changed: Option<bool>,
    /// The card as it was before it was reset or edited.
    pub(crate) backup: Option<Backup>,
}

/// What the method of a call promises.
#[derive(Debug)]
pub(crate) enum CallResult {
    /// The card was changed.
    Confirmed,
    /// The layout that was read, or `None` where the portal's default is in force.
    Layout(Option<Layout>),
}

/// What the engine asks of its surroundings, which are the driver's.
///
/// It is asked rather than told at each input: chance and dates cost something, and some servers forbid them where nothing
/// needs them.
pub(crate) trait Environment {
    /// Monotonic milliseconds from any origin: a clock that is set does not change them.
    fn now(&self) -> f64;

    /// The date, in ISO 8601.
    fn date(&self) -> String;

    /// A random number from 0 to 1.
    fn jitter(&self) -> f64;

    /// What requests can be sent by at the moment.
    fn transports(&self) -> Transports;

    /// Which access token is in force: another number for each one.
    fn token_generation(&self) -> u32;
}
