//! The harness, and the pages in it.

mod harness;
mod placement;
mod rust_placement;
mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [placement::tests(), rust_placement::tests(), harness::tests()];
    page::suite::run(tests.into_iter().flatten())
}
