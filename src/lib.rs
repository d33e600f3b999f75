#![doc = include_str!("../README.md")]
#![no_std]
// A panic in the shipped module would be a promise that hangs.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_in_result,
    clippy::unwrap_used
)]

// Without the standard library's prelude, so that the pure rooms (`card`, `error`, `protocol`, `engine`) build where there
// is none.
extern crate alloc;
extern crate std;

#[cfg(all(target_family = "wasm", feature = "npm"))]
pub mod api;
pub mod card;
pub mod client;
#[cfg(target_family = "wasm")]
mod connection;
mod engine;
mod error;
pub mod protocol;
mod strings;

pub use card::{Backup, Card, CardType, Element, Layout, Scope, Section, UserId};
#[cfg(target_family = "wasm")]
pub use client::BrowserClock;
pub use client::{BulkOperation, BulkOptions, Client, Edit};
#[cfg(target_family = "wasm")]
pub use connection::{Bx24, Fetch, Token};
pub use engine::{BulkReport, InvalidRateLimit, Progress, RateLimit, Transport, Transports};
pub use error::{Error, ErrorDetails, ErrorKind, Outcome};
pub use protocol::{Answer, Family};
