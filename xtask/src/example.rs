//! The Rust example, as a web server would serve it.

use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result};

use crate::project::{EXAMPLE, Project, WASM};
use crate::{run, setup};

/// Builds `examples/rust-placement/` into `target/rust-app/`.
///
/// Without optimizations: it is not for download, and shares its dependencies with the module's tests.
pub(crate) fn build(project: &Project) -> Result<()> {
    setup::wasm_target(project)?;
    run::show(project.cargo().args(["build", "--quiet", "--package", EXAMPLE, "--target", WASM]))?;
    let module = project.target.join(WASM).join("debug").join(EXAMPLE).with_extension("wasm");
    let app = project.target.join("rust-app");
    let arguments = ["wasm-bindgen", "--target=web", "--no-typescript", "--out-dir"].map(OsString::from);
    let arguments = arguments.into_iter().chain([(&app).into(), module.into()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments).context("wasm-bindgen refused the example")?;
    for file in ["examples/rust-placement/index.html", "www/src/portal.js", "www/src/sources.js"] {
        let from = project.root.join(file);
        let to = app.join(from.file_name().context("a file has a name")?);
        fs::copy(&from, &to).with_context(|| format!("could not copy {file}"))?;
    }
    Ok(())
}
