//! Resets the Bitrix24 CRM contact card.
#![no_std]

// Without the standard library's prelude, so that the pure rooms (`card`, `portal`) build where there is none.
extern crate alloc;
extern crate std;

#[cfg(all(target_family = "wasm", feature = "npm"))]
pub mod api;
pub mod card;
pub mod connection;
pub mod portal;
