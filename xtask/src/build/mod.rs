//! The npm package, from the crate to `pkg/`.

mod archive;
mod bundle;
mod describe;
mod glue;
pub(crate) mod module;
pub(crate) mod notices;
pub(crate) mod order;
mod page;
pub(crate) mod panic_calls;
mod panic_list;
pub(crate) mod panics;
mod rename;
pub(crate) mod sizes;
mod stamp;
mod streams;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::run;
use crate::setup;
use crate::step::step;

use self::module::Names;
use self::stamp::Stamp;

/// What the scripts are made of beside the module, and what is in the package beside them.
const SOURCES: [&str; 5] = ["Cargo.toml", "Cargo.lock", "pkg-template", "www", "xtask/package-lock.json"];

/// Builds `pkg/`, `target/app/` and its archive, unless they are there already, made of the same.
pub(crate) fn package(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let compiled = step("compile the crate", || module::compile(project, "npm"))?;
    let sizes = project.target.join("reports/sizes.json");
    let outputs = vec![project.package(), project.app(), project.app_archive(), sizes.clone()];
    let stamp = stamp(project, compiled.clone(), "package", outputs);
    if stamp.is_current() {
        eprintln!("pkg/ and target/app/ are up to date");
    } else {
        make_package(project, &compiled)?;
        sizes::measure(&project.package(), &sizes)?;
        stamp.note()?;
    }
    sizes::report(&sizes)
}

fn make_package(project: &Project, compiled: &Path) -> Result<()> {
    let work = project.target.join("package");
    empty(&work)?;
    empty(&project.package())?;
    step("look for new panics", || panic_list::check(project, compiled))?;
    let bound = step("write its JavaScript bindings", || module::bind(compiled, &work))?;
    let small = step("shrink the module", || module::shrink(project, &bound.module, &work, Names::Stripped))?;
    let ordered = step("order its functions", || module::order(project, &small, &work))?;
    let module = step("shorten its names", || module::rename(project, &bound, &ordered, &work))?;
    step("bundle the scripts", || bundle::scripts(project, &bound, &module, &work, &project.package()))?;
    step("describe the package", || describe::package(project))?;
    step("write the notices", || notices::write(project, compiled, &project.package()))?;
    step("assemble the application", || page::assemble(project))
}

/// The module of the package as `package` has left it before it was shrunk.
pub(crate) fn bound_module(project: &Project) -> PathBuf {
    module::bound_module(&project.target.join("package"))
}

/// Builds `pkg/` though it is there already: fails where its files are not those that were there.
pub(crate) fn package_again(project: &Project) -> Result<()> {
    let files = || -> Result<Vec<_>> {
        let mut names = entries(&project.package())?;
        names.sort();
        names.into_iter().map(|name| Ok((fs::read(project.package().join(&name))?, name))).collect()
    };
    let before = files()?;
    make_package(project, &module::compile(project, "npm")?)?;
    let after = files()?;
    let differ = before.iter().filter(|file| !after.contains(file)).map(|(_, name)| name).collect::<Vec<_>>();
    ensure!(differ.is_empty() && before.len() == after.len(), "two builds differ in {differ:?}");
    Ok(())
}

/// Builds `target/faulty/`, scripts and module of a package that panics when it is told to: for its tests. It is not shrunk.
pub(crate) fn faulty(project: &Project) -> Result<()> {
    let (work, folder) = (project.target.join("faulty-work"), project.target.join("faulty"));
    // Not the compiled module: cargo keeps the package's in its place, and would compile each again after the other.
    let stamp = stamp(project, project.root.join("src"), "faulty", vec![folder.clone()]);
    if stamp.is_current() {
        return Ok(());
    }
    let compiled = module::compile(project, "faults")?;
    empty(&work)?;
    empty(&folder)?;
    let bound = module::bind(&compiled, &work)?;
    let module = module::rename(project, &bound, &bound.module, &work)?;
    bundle::scripts(project, &bound, &module, &work, &folder)?;
    stamp.note()
}

/// `code` is the crate's, or what it was compiled to.
fn stamp(project: &Project, code: PathBuf, name: &str, outputs: Vec<PathBuf>) -> Stamp {
    let sources = SOURCES
        .into_iter()
        .chain(describe::TEXTS)
        .map(|source| project.root.join(source))
        .filter(|source| source.exists());
    // The list of panics is looked at while a package is made.
    let inputs = sources.chain([code, project.root.join(panic_list::LIST)]).collect();
    Stamp::new(project.target.join(name).with_extension("stamp"), inputs, outputs)
}

/// Accepts the panics that are in the module now.
pub(crate) fn accept_panic_calls(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let compiled = step("compile the crate", || module::compile(project, "npm"))?;
    step("accept its panics", || panic_list::accept(project, &compiled))
}

pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

/// Copies a file, or a folder with all in it.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().context("a file is in a folder")?)?;
        return copy(from, to);
    }
    entries(from)?.into_iter().try_for_each(|name| copy_all(&from.join(&name), &to.join(&name)))
}

/// The names of what is in a folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<OsString>> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.file_name())).collect()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
