//! The npm package, from the crate to `pkg/`.

mod bundle;
mod describe;
mod module;
mod page;
pub(crate) mod panic_calls;
mod panic_list;
pub(crate) mod panics;
mod rename;
mod sizes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::setup;
use crate::step::step;

/// Builds `pkg/` and `target/app/`.
pub(crate) fn package(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let work = project.target.join("package");
    empty(&work)?;
    empty(&project.package())?;
    let compiled = step("compile the crate", || module::compile(project, "npm"))?;
    step("look for new panics", || panic_list::check(project, &compiled))?;
    let bound = step("write its JavaScript bindings", || module::bind(&compiled, &work))?;
    let module = step("shrink the module", || module::shrink(project, &bound, &work))?;
    step("bundle the scripts", || bundle::scripts(project, &bound, &module, &work, &project.package()))?;
    step("describe the package", || describe::package(project))?;
    step("assemble the page", || page::assemble(project))?;
    sizes::report(&project.package())
}

/// Builds `target/faulty/`, scripts and module of a package that panics when it is told to: for its tests.
pub(crate) fn faulty(project: &Project) -> Result<()> {
    let (work, folder) = (project.target.join("faulty-work"), project.target.join("faulty"));
    empty(&work)?;
    empty(&folder)?;
    let compiled = module::compile(project, "faults")?;
    let bound = module::bind(&compiled, &work)?;
    let module = module::shrink(project, &bound, &work)?;
    bundle::scripts(project, &bound, &module, &work, &folder)
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

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
