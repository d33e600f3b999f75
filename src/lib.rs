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

// Without the standard library's prelude, so that the pure rooms (`card`, `portal`) build where there is none.
extern crate alloc;
extern crate std;

#[cfg(all(target_family = "wasm", feature = "npm"))]
pub mod api;
pub mod card;
pub mod connection;
pub mod portal;
mod text;
