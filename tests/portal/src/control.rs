//! The control interface below `/__portal/`: what tests set and look at.

mod faults;
mod http;
mod limits;
mod log;

pub(crate) use faults::{Faults, Reply};
pub(crate) use http::router;
pub(crate) use limits::{Limits, OperatingUse};
pub(crate) use log::{Entry, Log};
