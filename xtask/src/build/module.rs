//! The WebAssembly module and its bindings.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::{CRATE, Project, WASM};
use crate::run;

/// WebAssembly features that Rust's target has by default: engines of 2021 and later have them all. Named one by one:
/// `--all-features` makes modules that Node refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-bindgen wrote.
pub(crate) struct Bound {
    /// The bindings' folder.
    pub(crate) folder: PathBuf,
    /// The glue around the module.
    pub(crate) glue: PathBuf,
    module: PathBuf,
}

/// Compiles the crate with what only the npm package needs.
pub(crate) fn compile(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--profile=wasm", "--lib", "--features=npm", "--target", WASM, "--package", CRATE]);
    run::show(cargo.env("CARGO_ENCODED_RUSTFLAGS", anonymous_paths(project)))?;
    Ok(project.target.join(WASM).join("wasm").join(file_stem()).with_extension("wasm"))
}

/// The builder's folders stay out of the module: they are nobody's business, and make every machine's build another.
fn anonymous_paths(project: &Project) -> OsString {
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(&project.root);
    flags.push("=.");
    let home = env::var_os("CARGO_HOME").or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo").into()));
    if let Some(home) = home {
        flags.push("\x1f--remap-path-prefix=");
        flags.push(home);
        flags.push("=cargo");
    }
    flags
}

/// Writes the bindings. The module's place is not assumed: each script brings its own.
pub(crate) fn bind(compiled: &Path, work: &Path) -> Result<Bound> {
    let folder = work.join("bindings");
    let arguments =
        ["wasm-bindgen", "--target=web", "--omit-default-module-path", "--no-typescript", "--remove-producers-section"];
    let arguments = arguments.iter().map(OsString::from).chain(["--out-dir".into(), (&folder).into(), compiled.into()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments).context("wasm-bindgen refused the module")?;
    let stem = file_stem();
    Ok(Bound { glue: folder.join(&stem).with_extension("js"), module: folder.join(format!("{stem}_bg.wasm")), folder })
}

/// Lets wasm-opt repeat its passes until nothing more can be saved.
pub(crate) fn shrink(project: &Project, bound: &Bound, work: &Path) -> Result<PathBuf> {
    let module = work.join(CRATE).with_extension("wasm");
    let mut optimizer = project.build_tool("wasm-opt");
    optimizer.args(["-Oz", "--converge", "--strip-debug", "--strip-producers"]).args(FEATURES);
    run::show(optimizer.arg(&bound.module).arg("-o").arg(&module))?;
    Ok(module)
}

fn file_stem() -> String {
    CRATE.replace('-', "_")
}
