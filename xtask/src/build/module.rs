//! The WebAssembly module and its bindings.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{glue, order, panics, rename};
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

/// Passes that shrink. Low memory is the far end of the stack, to which no pointer points: so addresses are added up at no
/// cost. Functions with one caller are inlined up to a size only, and common subexpressions are left alone, because both
/// would make the code longer once it is deflated: the three together save 1.3 KB of it.
const SHRINKING: [&str; 5] =
    ["-Oz", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=25", "--skip-pass=local-cse"];

/// What wasm-bindgen wrote.
pub(crate) struct Bound {
    /// The bindings' folder.
    pub(crate) folder: PathBuf,
    /// The glue around the module.
    pub(crate) glue: PathBuf,
    /// The module, as large as it was compiled.
    pub(crate) module: PathBuf,
}

/// Compiles the crate with what only the npm package needs, or its tests.
pub(crate) fn compile(project: &Project, features: &str) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--profile=wasm", "--lib", "--features", features, "--target", WASM, "--package", CRATE]);
    run::show(cargo.env("CARGO_ENCODED_RUSTFLAGS", anonymous_paths(project)?))?;
    Ok(project.target.join(WASM).join("wasm").join(file_stem()).with_extension("wasm"))
}

/// The builder's folders stay out of the module: they are nobody's business, and make every machine's build another. Where the
/// sources of the standard library are installed, its paths are those of that folder, else they begin with the compiler's
/// commit.
fn anonymous_paths(project: &Project) -> Result<OsString> {
    let sysroot = PathBuf::from(run::output(project.rustc().args(["--print", "sysroot"]))?.trim());
    let version = run::output(project.rustc().arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let standard_library = format!("/rustc/{}", commit.context("rustc does not tell its commit")?);
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    // Of those that match, the last one counts.
    let folders = [
        (Some(project.root.clone()), "."),
        (home, "cargo"),
        (Some(sysroot.clone()), "rust"),
        (Some(sysroot.join("lib/rustlib/src/rust")), &standard_library),
    ];
    let flags = folders.into_iter().filter_map(|(folder, name)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder?);
        flag.push("=");
        flag.push(name);
        Some(flag)
    });
    // Cargo's separator, so that a folder's name may have a space in it.
    Ok(flags.collect::<Vec<_>>().join("\x1f".as_ref()))
}

/// Writes the bindings. The module's place is not assumed: each script brings its own.
pub(crate) fn bind(compiled: &Path, work: &Path) -> Result<Bound> {
    let folder = work.join("bindings");
    let mute = work.join(file_stem()).with_extension("wasm");
    fs::write(&mute, panics::muted(&fs::read(compiled)?)?)?;
    let arguments =
        ["wasm-bindgen", "--target=web", "--omit-default-module-path", "--no-typescript", "--remove-producers-section"];
    let arguments = arguments.iter().map(OsString::from).chain(["--out-dir".into(), (&folder).into(), mute.into()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments).context("wasm-bindgen refused the module")?;
    let stem = file_stem();
    Ok(Bound { glue: folder.join(&stem).with_extension("js"), module: bound_module(work), folder })
}

/// Where the module lies that `bind` has written.
pub(crate) fn bound_module(work: &Path) -> PathBuf {
    work.join("bindings").join(format!("{}_bg.wasm", file_stem()))
}

/// Whether functions keep their names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Names {
    Kept,
    Stripped,
}

/// Lets wasm-opt repeat its passes until nothing more can be saved.
pub(crate) fn shrink(project: &Project, bound: &Path, work: &Path, names: Names) -> Result<PathBuf> {
    let (smaller, small) = (work.join("smaller.wasm"), work.join("small.wasm"));
    let first = ["--flatten", "--rereloop", "--strip-producers", "--strip-target-features"];
    let names: &[&str] = if names == Names::Kept { &["--debuginfo"] } else { &["--strip-debug"] };
    // The second run finds what the first has made possible.
    run::show(&mut wasm_opt(project, bound, &smaller, &[&first, names, &SHRINKING].concat()))?;
    run::show(&mut wasm_opt(project, &smaller, &small, &[names, &SHRINKING].concat()))?;
    Ok(small)
}

/// Brings the functions into the order in which they deflate best.
pub(crate) fn order(project: &Project, small: &Path, work: &Path) -> Result<PathBuf> {
    let (named, ordered) = (work.join("named.wasm"), work.join("ordered.wasm"));
    fs::write(&named, order::with_ordered_names(&fs::read(small)?)?)?;
    run::show(&mut wasm_opt(project, &named, &ordered, &["--reorder-functions-by-name"]))?;
    Ok(ordered)
}

/// Shortens the names that a module and the glue share. After the passes: with `--converge` the names would be shortened
/// twice, and the second time reported.
pub(crate) fn rename(project: &Project, bound: &Bound, small: &Path, work: &Path) -> Result<PathBuf> {
    let module = work.join(CRATE).with_extension("wasm");
    let report = run::output(&mut wasm_opt(project, small, &module, &["--minify-imports-and-exports-and-modules"]))?;
    let glue = rename::in_glue(&fs::read_to_string(&bound.glue)?, &report);
    let glue = glue.context("wasm-opt did not report the names it gave")?;
    fs::write(&bound.glue, glue::tailored(&glue).context("the glue is not what wasm-bindgen used to write")?)?;
    Ok(module)
}

fn wasm_opt(project: &Project, from: &Path, to: &Path, passes: &[&str]) -> Command {
    let mut command = project.build_tool("wasm-opt");
    command.args(FEATURES).args(passes).arg(from).arg("-o").arg(to);
    command
}

fn file_stem() -> String {
    CRATE.replace('-', "_")
}
