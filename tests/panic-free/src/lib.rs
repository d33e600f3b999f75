//! The pure rooms (`card`, `error`, `protocol`, `engine`, `strings`) as a module by themselves, whose panic handler calls an
//! import. Where that import is gone from the linked module, the optimizer has found that no export can lead to a panic; `cargo xtask check`
//! looks for it.
//!
//! Each export takes what only its caller knows, so that nothing is worked out beforehand. None is forgotten: what no
//! export leads to is dead code, and an error here.
//!
//! This says nothing of implementations of foreign traits that are derived (`Debug`) or left to their user (`Serialize`,
//! which is generic), of loops that never end, and of a stack that overflows, which is a trap.

#![cfg_attr(target_family = "wasm", no_std)]
// Elsewhere there is a standard library, with a panic handler of its own.
#![cfg(target_family = "wasm")]
#![deny(dead_code)]
#![expect(unreachable_pub, reason = "in their own crate they are reachable")]

extern crate alloc;

#[path = "../../../src/card/mod.rs"]
mod card;
#[path = "../../../src/engine/mod.rs"]
mod engine;
#[path = "../../../src/error.rs"]
mod error;
mod exports;
#[path = "../../../src/protocol/mod.rs"]
mod protocol;
mod runtime;
#[path = "../../../src/strings.rs"]
mod strings;
