//! The REST server: from parameters to an answer, in the order of checks the real one keeps.

mod answer;
mod app;
mod auth;
mod batch;
mod error;
mod macros;
mod method;
mod page;
mod people;
mod placements;
mod request;
mod scope;
mod server;

pub(crate) use answer::{Operating, Outcome, TimeShape, unix_seconds};
pub(crate) use auth::{Tokens, random_hex};
pub(crate) use batch::commands as batch_commands;
pub(crate) use error::{Failure, RestError};
pub(crate) use method::Caller;
pub(crate) use page::Page;
pub(crate) use placements::{Application, Binding};
pub(crate) use request::Call;
pub(crate) use scope::Scope;
pub(crate) use server::{Executed, Server, lock};
