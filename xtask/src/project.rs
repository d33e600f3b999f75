//! Where things lie, and what cargo knows about the package.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The crate that becomes the npm package.
pub(crate) const CRATE: &str = "bx24-contact-card";

/// The placement in Rust alone.
pub(crate) const EXAMPLE: &str = "rust-placement";

/// The module's compilation target.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The checkout, and the package's own entry in Cargo.toml.
pub(crate) struct Project {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// The compiler, where it is not the toolchain's own.
    rustc: Option<PathBuf>,
    package: Value,
    /// Every package of the workspace.
    packages: Vec<Value>,
    /// The table `[workspace.metadata]`.
    metadata: Value,
}

impl Project {
    /// Asks cargo.
    pub(crate) fn read() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask/ lies in the project")?.to_owned();
        let mut metadata = cargo();
        metadata.args(["metadata", "--no-deps", "--format-version=1"]).current_dir(&root);
        let metadata: Value =
            serde_json::from_str(&run::output(&mut metadata)?).context("cargo metadata gave no JSON")?;
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        let package = packages.iter().find(|package| package["name"] == CRATE).cloned();
        let package = package.context("Cargo.toml has lost its package")?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
        let target = target.into();
        let own = metadata["metadata"].clone();
        Ok(Self { root, target, rustc: None, package, packages, metadata: own })
    }

    /// A copy of the checkout in another folder, which another compiler may compile.
    pub(crate) fn moved(&self, root: &Path, rustc: Option<&Path>) -> Self {
        Self {
            root: root.into(),
            target: root.join("target"),
            rustc: rustc.map(Into::into),
            package: self.package.clone(),
            packages: self.packages.clone(),
            metadata: self.metadata.clone(),
        }
    }

    /// The test programs of the host: those that no feature is needed for.
    pub(crate) fn test_programs(&self) -> impl Iterator<Item = &str> {
        let targets = self.packages.iter().flat_map(|package| package["targets"].as_array().into_iter().flatten());
        let tests = targets.filter(|target| target["kind"][0] == "test" && target.get("required-features").is_none());
        tests.filter_map(|target| target["name"].as_str())
    }

    /// A text of the crate's `[package]` table; `null` where it has none.
    pub(crate) fn field(&self, name: &str) -> Value {
        self.package[name].clone()
    }

    /// The crate's version, which is that of both packages.
    pub(crate) fn version(&self) -> Result<&str> {
        self.package["version"].as_str().context("Cargo.toml says no version")
    }

    /// A text of the table `[workspace.metadata]`; `null` where it has none.
    pub(crate) fn metadata(&self, name: &str) -> Value {
        self.metadata[name].clone()
    }

    /// The names and versions of the workspace's packages.
    pub(crate) fn versions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.packages.iter().filter_map(|package| Some((package["name"].as_str()?, package["version"].as_str()?)))
    }

    /// The npm package, ready for `npm pack`.
    pub(crate) fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The application, ready for the portal's `--app-dir`.
    pub(crate) fn app(&self) -> PathBuf {
        self.target.join("app")
    }

    /// What is in [`app`](Self::app), in the form in which portals take it.
    pub(crate) fn app_archive(&self) -> PathBuf {
        self.target.join("bx24-contact-card-app.zip")
    }

    /// cargo, in the checkout.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = self.command(cargo().get_program());
        cargo.envs(self.rustc.as_ref().map(|rustc| ("RUSTC", rustc)));
        // What cargo tells a program that it runs: build scripts would run again wherever it is another.
        for (name, _) in env::vars_os() {
            if ["CARGO_MANIFEST_", "CARGO_PKG_"].iter().any(|prefix| name.to_string_lossy().starts_with(prefix)) {
                cargo.env_remove(name);
            }
        }
        cargo
    }

    /// The compiler, in the checkout.
    pub(crate) fn rustc(&self) -> Command {
        self.command(self.rustc.clone().unwrap_or_else(|| "rustc".into()))
    }

    /// A program, in the checkout.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A program that `npm ci` put under xtask/.
    pub(crate) fn build_tool(&self, name: &str) -> Command {
        self.command(self.root.join("xtask/node_modules/.bin").join(name))
    }
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Otherwise cargo compiles it twice, and the tasks with it.
    #[test]
    fn what_the_tasks_are_made_of_has_the_features_that_the_tests_ask_for() {
        let project = Project::read().unwrap();
        let tree = |selection: &[&str]| {
            let mut tree = project.cargo();
            tree.args(["tree", "--no-dedupe", "--prefix=none", "--format={p} {f}"]).args(selection);
            run::output(&mut tree).unwrap().lines().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let [tasks, all] = [tree(&["--package=xtask", "--edges=normal,build"]), tree(&["--workspace"])];
        assert!(tasks.len() > 100, "{tasks:?}");
        let other: Vec<_> = tasks.difference(&all).collect();
        assert!(other.is_empty(), "ask for more of these in xtask/Cargo.toml: {other:#?}");
    }
}
