//! The functions that JavaScript calls, in a browser, over real HTTP against the local portal.
//!
//! The portal's address is given at build time by `CONTACT_CARD_PORTAL`; `cargo xtask test` starts it and sets that.
#![cfg(target_family = "wasm")]
#![expect(clippy::float_cmp, reason = "counts and statuses, which JavaScript has as numbers")]

mod answers;
mod arguments;
mod bulk;
mod bx24;
mod cards;
mod fetch;
mod rust_client;
mod serialization;
mod settling;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
