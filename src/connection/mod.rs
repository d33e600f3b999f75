//! The ways to send a call, and the patience with which it is sent. Every effect is here: requests, timers, chance.

#[cfg(target_family = "wasm")]
mod browser_clock;
#[cfg(target_family = "wasm")]
mod bx24;
mod client;
#[cfg(target_family = "wasm")]
mod fetch;
#[cfg(target_family = "wasm")]
mod javascript;
#[cfg(target_family = "wasm")]
mod token;
#[cfg(all(target_family = "wasm", feature = "npm"))]
mod watch;

use crate::card::Json;
use crate::portal::{Error, Reply};
use alloc::string::String;
use core::future::{Future, ready};

#[cfg(target_family = "wasm")]
pub use browser_clock::BrowserClock;
#[cfg(target_family = "wasm")]
pub use bx24::Bx24;
pub use client::{Client, Many};
#[cfg(target_family = "wasm")]
pub use fetch::Fetch;
#[cfg(target_family = "wasm")]
pub use token::Token;
#[cfg(all(target_family = "wasm", feature = "npm"))]
pub(crate) use {
    browser_clock::{Timer, date},
    bx24::{beyond_forms, read as read_library, read_batch as read_library_batch},
    client::{RETRIES, TIMEOUT},
    fetch::{Abort, read_body, read_head},
    javascript::{ARGUMENT, deferred, is_list, is_plain, property, to_javascript, to_json},
    token::{Ended, Refresh, Session},
    watch::Watch,
};

/// A way to send one request to a portal.
///
/// Dropping the future gives the request up: nothing may be sent afterwards.
pub trait Connection {
    /// Sends one request, once.
    ///
    /// # Errors
    ///
    /// What kept an answer from coming. An answer that says no is an answer.
    fn send(&self, method: &str, parameters: Json) -> impl Future<Output = Result<Reply, Error>>;

    /// The portal's origin, such as `https://example.bitrix24.com`: a backup is put back only where it came from.
    fn portal(&self) -> String;

    /// How often the credentials were renewed so far.
    fn renewals(&self) -> u32 {
        0
    }

    /// Renews the credentials that were in force after `renewals` renewals, unless another call has done so since, and
    /// says whether there are others now. Called when the portal says that they expired.
    ///
    /// # Errors
    ///
    /// What kept it from renewing them.
    fn renew(&self, renewals: u32) -> impl Future<Output = Result<bool, Error>> {
        let _ = renewals;
        ready(Ok(false))
    }
}

/// Time and chance, so that a test can hold both.
pub trait Clock {
    /// Milliseconds since 1970.
    fn now(&self) -> f64;

    /// Now, in ISO 8601.
    fn date(&self) -> String;

    /// Waits so many milliseconds; dropping the future stops the timer.
    fn sleep(&self, milliseconds: f64) -> impl Future<Output = ()>;

    /// A random number from 0 to 1.
    fn chance(&self) -> f64;
}
