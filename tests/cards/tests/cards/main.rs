//! The crate's own Rust API against the local portal: what it accepts, and what comes back.

mod connection;
mod json;
mod layouts;
mod recordings;
mod round_trip;
mod rules;
mod stage;
