//! Formatting, lints and documentation.

use std::process::Command;

use anyhow::Result;

use crate::project::{CRATE, Project, WASM};
use crate::run;
use crate::step::step;

/// Each check with its name.
pub(crate) fn checks(project: &Project) -> Vec<(&'static str, Command)> {
    let cargo = |arguments: &[&str]| {
        let mut cargo = project.cargo();
        cargo.args(arguments);
        cargo
    };
    let mut doc = cargo(&["doc", "--quiet", "--workspace", "--no-deps"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    let host = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    // Not all targets: the crate's own unit tests run on the host.
    let wasm = ["clippy", "--quiet", "--package", CRATE, "--features=npm", "--lib", "--test=web", "--target", WASM];
    let mut wasm = cargo(&[&wasm[..], &["--", "-D", "warnings"]].concat());
    // The tests are compiled for one portal; none is asked here.
    wasm.env("CONTACT_CARD_PORTAL", "http://localhost");
    vec![
        ("formatting", cargo(&["fmt", "--all", "--check"])),
        ("lints", cargo(&host)),
        ("lints of the module", wasm),
        ("documentation", doc),
    ]
}

/// Runs them all up to the first that fails.
pub(crate) fn everything(project: &Project) -> Result<()> {
    checks(project).into_iter().try_for_each(|(name, mut check)| step(name, || run::show(&mut check)))
}
