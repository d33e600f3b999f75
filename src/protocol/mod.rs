//! The protocol of a portal: what is sent to it, what it answers, and what its errors mean. Pure: no I/O and no clock.
//!
//! The facts behind it are in the repository: `docs/portal.md` for the server, `docs/bx24.md` for the BX24 library.

mod address;
mod answer;
mod batch;
mod call;
mod catalogue;
mod form;
mod time;

#[cfg(target_family = "wasm")]
pub(crate) use address::origin;
pub use address::{InvalidAddress, portal_endpoint, webhook_endpoint};
pub use answer::{Answer, Body, Fields, Reply};
pub(crate) use answer::{read_confirmation, read_layout};
pub(crate) use batch::take_answer;
pub use batch::{Batch, BatchCommand};
pub use call::{Call, Family, Request};
pub(crate) use form::{fits_a_form, not_for_a_form};
pub use time::ResponseTime;
