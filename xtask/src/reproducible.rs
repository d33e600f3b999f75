//! The module is the same wherever it is compiled: in another folder, and with or without the sources of the standard library.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build::{self, copy_all, empty, entries};
use crate::project::Project;
use crate::run;

/// What compiling the module takes of the checkout.
const SOURCES: [&str; 5] = ["Cargo.toml", "Cargo.lock", "README.md", "src", "tests/web"];

/// Compiles the module in two folders, in one of them with a toolchain that has the standard library's sources, and compares.
pub(crate) fn check(project: &Project) -> Result<()> {
    let work = project.target.join("reproducible");
    let plain = compile_in(project, &work.join("one"), None)?;
    let rustc = with_sources(project, &work.join("toolchain"))?;
    let other = compile_in(project, &work.join("another/folder of some other name"), Some(&rustc))?;
    let [one, another] = [&plain, &other].map(|module| fs::read(module).context("cargo built no module"));
    ensure!(one? == another?, "{} and {} differ", plain.display(), other.display());
    Ok(())
}

fn compile_in(project: &Project, folder: &Path, rustc: Option<&Path>) -> Result<PathBuf> {
    empty(folder)?;
    for source in SOURCES {
        copy_all(&project.root.join(source), &folder.join(source))?;
    }
    // The other members of the workspace are no part of it.
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    let (before, rest) = text.split_once("members = [").context("Cargo.toml names no members")?;
    let (_, after) = rest.split_once(']').context("the list of members has no end")?;
    fs::write(&manifest, format!("{before}members = []{after}"))?;
    build::module::compile(&project.moved(folder, rustc), "npm")
}

/// A compiler whose toolchain has the sources of the standard library, or looks as if it had: the compiler looks for one file.
fn with_sources(project: &Project, toolchain: &Path) -> Result<PathBuf> {
    empty(toolchain)?;
    let sysroot = PathBuf::from(run::output(project.command("rustc").args(["--print", "sysroot"]))?.trim());
    let library = toolchain.join("lib/rustlib/src/rust/library/std/src");
    fs::create_dir_all(&library)?;
    fs::write(library.join("lib.rs"), "")?;
    link_all(&sysroot.join("lib"), &toolchain.join("lib"))?;
    link_all(&sysroot.join("lib/rustlib"), &toolchain.join("lib/rustlib"))?;
    let rustc = toolchain.join("rustc");
    let script = format!(
        "#!/bin/sh\nexec '{}' --sysroot '{}' \"$@\"\n",
        sysroot.join("bin/rustc").display(),
        toolchain.display()
    );
    fs::write(&rustc, script)?;
    run::show(Command::new("chmod").arg("+x").arg(&rustc))?;
    Ok(rustc)
}

/// Links what is in one folder and not yet in the other.
fn link_all(from: &Path, to: &Path) -> Result<()> {
    for name in entries(from)?.into_iter().filter(|name| !to.join(name).exists()) {
        symlink(from.join(&name), to.join(&name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    #[ignore = "it compiles the module twice; `cargo xtask test --full` does it"]
    fn the_module_is_the_same_everywhere() {
        super::check(&crate::project::Project::read().unwrap()).unwrap();
    }
}
