//! The portal's language: what is asked of it, what it answers, and what its errors mean. Pure: no I/O and no clock.

mod address;
mod answer;
mod batch;
mod bulk;
mod call;
mod catalogue;
mod course;
mod error;
mod form;
mod known;
mod pace;
mod retry;
mod time;

#[cfg(target_family = "wasm")]
pub(crate) use address::origin;
pub use address::{InvalidAddress, portal_endpoint, webhook_endpoint};
pub use answer::{Answer, Body, Fields, Reply};
pub(crate) use answer::{confirmation, layout};
pub use batch::{Batch, What};
pub(crate) use bulk::{Bulk, Due, Manner};
pub use bulk::{Progress, Report};
pub use call::{Call, Family};
pub(crate) use catalogue::METHOD_NOT_FOUND;
pub(crate) use course::{Course, Step};
pub(crate) use error::Retry;
pub use error::{Error, ErrorKind, Failure, Outcome};
pub use form::fits_a_form;
pub(crate) use known::Known;
pub use pace::Limit;
pub(crate) use pace::Pace;
pub use time::ResponseTime;
