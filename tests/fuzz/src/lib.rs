//! What must hold whatever comes: each target makes a value of a fuzzer's bytes, hands it to the crate, and compares.
//!
//! The comparisons are written from `docs/portal.md`, not from the crate. Inputs worth keeping lie in `corpus/`, in a
//! folder for each target; `cargo test` tries those, `cargo xtask fuzz` finds more.

mod address;
mod bulk;
mod call;
mod generate;
mod identity;
mod layout;
mod reply;
mod time;

/// A target's name, and the check of one input, which panics where something does not hold.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 6] = [
    ("address", address::check),
    ("bulk", bulk::check),
    ("call", call::check),
    ("identity", identity::check),
    ("layout", layout::check),
    ("reply", reply::check),
];
