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
mod silence;
#[cfg(target_family = "wasm")]
mod token;
#[cfg(target_family = "wasm")]
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
///
/// A portal for tests, which lets nobody do anything:
///
/// ```
/// use bx24_contact_card::card::Json;
/// use bx24_contact_card::connection::Connection;
/// use bx24_contact_card::portal::{Body, Error, Fields, Reply};
///
/// struct Strict;
///
/// impl Connection for Strict {
///     async fn send(&self, _method: &str, _parameters: Json) -> Result<Reply, Error> {
///         let error = Some(Json::Text(String::new()));
///         let error_description = Some(Json::Text("Access denied.".into()));
///         Ok(Reply { status: Some(400), body: Body::Json(Fields { error, error_description, ..Fields::default() }) })
///     }
///
///     fn portal(&self) -> String {
///         "https://strict.bitrix24.com".into()
///     }
/// }
/// ```
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
///
/// In browsers it is `BrowserClock`. For tests, one whose time passes only by waiting:
///
/// ```
/// use bx24_contact_card::connection::Clock;
/// use std::cell::Cell;
///
/// #[derive(Default)]
/// struct Hasty(Cell<f64>);
///
/// impl Clock for Hasty {
///     fn now(&self) -> f64 {
///         self.0.get()
///     }
///
///     fn date(&self) -> String {
///         "2026-11-24T10:00:00Z".into()
///     }
///
///     async fn sleep(&self, milliseconds: f64) {
///         self.0.set(self.0.get() + milliseconds);
///     }
///
///     fn chance(&self) -> f64 {
///         0.5
///     }
/// }
///
/// # futures_lite::future::block_on(async {
/// let clock = Hasty::default();
/// clock.sleep(500.0).await;
/// assert_eq!(clock.now(), 500.0);
/// # });
/// ```
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
