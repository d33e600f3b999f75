//! Figures of commits, kept from one run to the next: each run compares its own with those of the commit that was measured before.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::project::Project;
use crate::run;

/// The commits that were measured, oldest first, and this one.
pub(crate) struct History<T> {
    file: PathBuf,
    measured: Vec<(String, T)>,
    /// The commit of the checkout.
    pub(crate) commit: String,
    /// Whether nothing but that commit is in the checkout.
    is_committed: bool,
}

impl<T: DeserializeOwned + Serialize> History<T> {
    /// Reads `target/reports/NAME.json`. What was measured of this very commit is not compared with it.
    pub(crate) fn read(project: &Project, name: &str) -> Result<Self> {
        let commit = run::output(project.command("git").args(["rev-parse", "--short", "HEAD"]))?.trim().to_owned();
        let is_committed = run::output(project.command("git").args(["status", "--porcelain"]))?.is_empty();
        let file = project.target.join("reports").join(name).with_extension("json");
        let mut measured: Vec<(String, T)> =
            fs::read(&file).ok().and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or_default();
        if is_committed {
            measured.retain(|(other, _)| *other != commit);
        }
        Ok(Self { file, measured, commit, is_committed })
    }

    /// The commit that was measured before.
    pub(crate) fn last(&self) -> Option<&(String, T)> {
        self.measured.last()
    }

    /// Keeps the figures of this commit. What is not committed is not kept.
    pub(crate) fn keep(mut self, figures: T) -> Result<()> {
        if !self.is_committed {
            return Ok(());
        }
        self.measured.push((self.commit, figures));
        fs::create_dir_all(self.file.parent().context("a file is in a folder")?)?;
        fs::write(&self.file, serde_json::to_vec(&self.measured)?)
            .with_context(|| format!("could not write {}", self.file.display()))
    }
}
