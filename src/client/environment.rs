use crate::engine::{Transport, Transports};
use crate::error::Error;
use crate::protocol::{Reply, Request};
use alloc::string::String;
use core::future::{Future, ready};
use core::time::Duration;

/// A way to a portal: what carries a request, and who renews the access token.
///
/// Dropping a future gives its request up: nothing may be sent afterwards.
///
/// A portal for tests, which lets nobody do anything:
///
/// ```
/// use bx24_contact_card::card::Json;
/// use bx24_contact_card::client::Connection;
/// use bx24_contact_card::protocol::{Body, Fields, Reply, Request};
/// use bx24_contact_card::{Error, Transport};
///
/// struct Strict;
///
/// impl Connection for Strict {
///     async fn send(&self, _request: Request, _transport: Transport) -> Result<Reply, Error> {
///         let error = Some(Json::String(String::new()));
///         let error_description = Some(Json::String("Access denied.".into()));
///         Ok(Reply { status: Some(400), body: Body::Json(Fields { error, error_description, ..Fields::default() }) })
///     }
///
///     fn origin(&self) -> String {
///         "https://strict.bitrix24.com".into()
///     }
/// }
/// ```
pub trait Connection {
    /// Sends one request, once, by one of the [`transports`](Self::transports).
    ///
    /// # Errors
    ///
    /// What kept an answer from coming. An answer that says no is an answer.
    fn send(&self, request: Request, transport: Transport) -> impl Future<Output = Result<Reply, Error>>;

    /// The portal's origin, such as `https://example.bitrix24.com`: a backup is put back only where it came from.
    fn origin(&self) -> String;

    /// What requests can be sent by at the moment.
    fn transports(&self) -> Transports {
        Transports::Fetch
    }

    /// Waits until the BX24 library has been initialised. Called where [`transports`](Self::transports) says that this can be
    /// awaited.
    fn ready(&self) -> impl Future<Output = ()> {
        ready(())
    }

    /// Which access token is in force: another number for each token.
    fn token_generation(&self) -> u32 {
        0
    }

    /// Renews the access token, and tells whether there is another one now. Called when the token has expired; calls that
    /// find it expired at the same time share one renewal.
    ///
    /// # Errors
    ///
    /// What kept it from being renewed.
    fn renew_token(&self) -> impl Future<Output = Result<bool, Error>> {
        ready(Ok(false))
    }
}

/// Time and chance, so that a test can control both.
///
/// In browsers it is `BrowserClock`. For tests, one whose time passes only by waiting:
///
/// ```
/// use bx24_contact_card::client::Clock;
/// use std::cell::Cell;
/// use std::time::Duration;
///
/// #[derive(Default)]
/// struct Hasty(Cell<Duration>);
///
/// impl Clock for Hasty {
///     fn now(&self) -> Duration {
///         self.0.get()
///     }
///
///     fn date(&self) -> String {
///         "2026-11-24T10:00:00Z".into()
///     }
///
///     async fn sleep(&self, duration: Duration) {
///         self.0.set(self.0.get() + duration);
///     }
///
///     fn jitter(&self) -> f64 {
///         0.5
///     }
/// }
///
/// # futures_lite::future::block_on(async {
/// let clock = Hasty::default();
/// clock.sleep(Duration::from_millis(500)).await;
/// assert_eq!(clock.now(), Duration::from_millis(500));
/// # });
/// ```
pub trait Clock {
    /// Monotonic time from any origin: setting the clock of the machine does not change it.
    fn now(&self) -> Duration;

    /// The date and time, in ISO 8601.
    fn date(&self) -> String;

    /// Waits, neither shorter nor much longer; dropping the future stops the timer.
    fn sleep(&self, duration: Duration) -> impl Future<Output = ()>;

    /// A random number from 0 to 1.
    fn jitter(&self) -> f64;
}
