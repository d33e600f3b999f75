//! A placement in Rust alone: the caller's contact card, a button that resets it and one that puts it back.
//!
//! `cargo xtask example` builds it into `target/rust-app/`, for `cargo run -p portal -- --app-dir target/rust-app`.

#[cfg(target_family = "wasm")]
mod placement;

#[cfg(target_family = "wasm")]
fn main() {
    yew::Renderer::<placement::Placement>::new().render();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("This runs in a browser: cargo xtask example");
}
