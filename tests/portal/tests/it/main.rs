//! The portal over real HTTP.

mod application;
mod batch;
mod card;
mod control;
mod endurance;
mod faults;
mod http;
mod limits;
mod people;
mod placement;
mod program;
mod replay;
mod scopes;
mod transport;
mod upload;
