//! The portal over real HTTP.

mod batch;
mod card;
mod control;
mod endurance;
mod faults;
mod http;
mod limits;
mod placement;
mod program;
mod replay;
mod transport;
