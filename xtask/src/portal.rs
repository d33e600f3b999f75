//! The local portal as a process beside a task.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::run;

/// A running portal; ends when dropped.
pub(crate) struct Portal {
    process: Child,
    /// `http://127.0.0.1:PORT`
    pub(crate) url: String,
}

impl Portal {
    /// Compiles the portal, and starts it on a free port, serving `app` on another.
    pub(crate) fn start(project: &Project, app: &Path) -> Result<Self> {
        run::show(project.cargo().args(["build", "--quiet", "--package=portal"]))?;
        let mut process = project
            .command(project.target.join("debug/portal"))
            .args(["--port", "0", "--app-dir"])
            .arg(app)
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the local portal")?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout.as_mut() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let mut portal = Self { process, url: String::new() };
        let Some(url) = line.trim().strip_prefix("portal listening on ") else {
            bail!("the local portal did not say where it listens, but {line:?}");
        };
        url.clone_into(&mut portal.url);
        Ok(portal)
    }

    /// Reads from the control interface.
    pub(crate) fn get(&self, what: &str) -> Result<Value> {
        let answer = ureq::get(self.control(what)).call().and_then(|mut answer| answer.body_mut().read_json());
        answer.with_context(|| format!("could not read the portal's {what}"))
    }

    /// Writes to the control interface.
    pub(crate) fn put(&self, what: &str, value: &Value) -> Result<()> {
        ureq::put(self.control(what)).send_json(value).with_context(|| format!("could not set the portal's {what}"))?;
        Ok(())
    }

    /// Clears what the control interface can clear.
    pub(crate) fn delete(&self, what: &str) -> Result<()> {
        ureq::delete(self.control(what)).call().with_context(|| format!("could not clear the portal's {what}"))?;
        Ok(())
    }

    fn control(&self, what: &str) -> String {
        format!("{}/__portal/{what}", self.url)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // Dead already, or now; an error would mean there is nothing to reap.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
