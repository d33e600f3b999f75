//! Formatting, lints, documentation, and that the pure rooms cannot panic.

use std::process::Command;

use anyhow::Result;

use crate::project::{CRATE, EXAMPLE, Project, WASM};
use crate::step::step;
use crate::suite::MODULES_PORTAL;
use crate::{panic_free, run};

/// A check with its name.
pub(crate) type Check<'a> = (&'static str, Box<dyn FnOnce() -> Result<()> + 'a>);

/// Each of them.
pub(crate) fn checks(project: &Project) -> Vec<Check<'_>> {
    let cargo = |arguments: &[&str]| {
        let mut cargo = project.cargo();
        cargo.args(arguments);
        cargo
    };
    let doc = |arguments: &[&str]| {
        let mut doc = cargo(&[&["doc", "--quiet", "--no-deps"], arguments].concat());
        doc.env("RUSTDOCFLAGS", "-D warnings");
        doc
    };
    let host = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    // Not all targets: the crate's own unit tests run on the host.
    let wasm = ["clippy", "--quiet", "--package", CRATE, "--features=npm", "--lib", "--test=web", "--target", WASM];
    let mut wasm = cargo(&[&wasm[..], &["--", "-D", "warnings"]].concat());
    // The tests are compiled for one portal; none is asked here.
    wasm.env("CONTACT_CARD_PORTAL", MODULES_PORTAL);
    let pure = cargo(&["clippy", "--quiet", "--package=panic-free", "--target", WASM, "--", "-D", "warnings"]);
    // What is there in a browser only, as Rust front ends get it and as the npm package is made of it.
    let front_end = ["clippy", "--quiet", "--package", CRATE, "--package", EXAMPLE, "--target", WASM];
    let in_browser = ["--package", CRATE, "--target", WASM];
    vec![
        command("formatting", cargo(&["fmt", "--all", "--check"])),
        command("lints", cargo(&host)),
        command("lints of the module", wasm),
        command("lints of the pure rooms alone", pure),
        command("lints of Rust front ends", cargo(&[&front_end[..], &["--", "-D", "warnings"]].concat())),
        command("documentation", doc(&["--workspace"])),
        command("documentation, in browsers", doc(&in_browser)),
        command("documentation, in npm", doc(&[&in_browser[..], &["--features=npm"]].concat())),
        ("no panic in the pure rooms", Box::new(|| panic_free::check(project))),
    ]
}

fn command<'a>(name: &'static str, mut command: Command) -> Check<'a> {
    (name, Box::new(move || run::show(&mut command)))
}

/// Runs them all up to the first that fails.
pub(crate) fn everything(project: &Project) -> Result<()> {
    checks(project).into_iter().try_for_each(|(name, check)| step(name, check))
}
