//! The effects: requests by the BX24 library and by `fetch`, access tokens, timers, and JSON in JavaScript's form.
//!
//! Nothing here decides when to send what. The `engine` does, and the drivers in `client` and `api` carry it out.

#[cfg(feature = "npm")]
mod b24;
mod bx24_sys;
mod clock;
mod deferred;
mod fetch;
mod javascript;
mod library;
mod lost_response;
mod session;
mod token;

#[cfg(feature = "npm")]
pub(crate) use b24::fetch_of_sdk;
#[cfg(feature = "npm")]
pub(crate) use bx24_sys::Thenable;
pub(crate) use clock::{LONGEST, Timer, date, jitter, monotonic_now};
pub(crate) use deferred::Deferred;
pub use fetch::Fetch;
#[cfg(feature = "npm")]
pub(crate) use fetch::{AbortGuard, read_response};
#[cfg(feature = "npm")]
pub(crate) use javascript::{
    append, define, is_array, is_plain_object, keys, origin_of, property, shown, to_javascript, to_json,
};
pub use library::Bx24;
pub(crate) use library::{LibraryCall, read_result};
pub(crate) use lost_response::LostResponseDetector;
#[cfg(feature = "npm")]
pub(crate) use session::Session;
pub use token::Token;
#[cfg(feature = "npm")]
pub(crate) use token::{Refresh, Renewal};
