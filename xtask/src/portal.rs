//! The local portal as a process beside a task.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};
use portal_control::Control;

use crate::project::Project;
use crate::run;

/// A running portal; ends when dropped.
pub(crate) struct Portal {
    process: Child,
    /// `http://127.0.0.1:PORT`
    pub(crate) url: String,
    /// What it is made to do, and has seen.
    pub(crate) control: Control,
}

impl Portal {
    /// Compiles the portal.
    pub(crate) fn build(project: &Project) -> Result<()> {
        run::show(project.cargo().args(["build", "--quiet", "--package=portal"]))
    }

    /// Starts the portal that was compiled, on a free port, serving the directory `app` on another.
    pub(crate) fn start(project: &Project, app: Option<&Path>) -> Result<Self> {
        let mut command = project.command(project.target.join("debug/portal"));
        command.args(["--port", "0"]);
        if let Some(app) = app {
            command.arg("--app-dir").arg(app);
        }
        let mut process = command.stdout(Stdio::piped()).spawn().context("could not start the local portal")?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout.as_mut() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let url = line.trim().strip_prefix("portal listening on ").unwrap_or_default().to_owned();
        let portal = Self { process, control: Control::of(&url), url };
        if portal.url.is_empty() {
            bail!("the local portal did not say where it listens, but {line:?}");
        }
        Ok(portal)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // Dead already, or now; an error would mean there is nothing to reap.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
