//! Everything a driver starts, ended together.
//!
//! A browser outlives a driver that is killed, and some leave its process group or its tree. What all of them keep is
//! the environment they were born with, so each [`Processes`] has a directory of its own, named there as `TMPDIR`.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};
use tempfile::TempDir;

use crate::error::{Doing, Result};

/// How long killed processes may take to be gone before their directory is removed anyway.
const END: Duration = Duration::from_secs(5);

/// Processes that share a temporary directory, where their profiles and logs go. All of it ends with this value.
pub(crate) struct Processes {
    children: Vec<Child>,
    home: TempDir,
}

impl Processes {
    pub(crate) fn new() -> Result<Self> {
        let home =
            tempfile::Builder::new().prefix("page-").tempdir().doing("making a directory for the browser's profile")?;
        Ok(Self { children: Vec::new(), home })
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Starts `command`, and ends it with the others.
    pub(crate) fn start(&mut self, command: &mut Command) -> Result<&mut Child> {
        let program = command.get_program().display().to_string();
        let child = command
            .env("TMPDIR", self.home())
            .stdin(Stdio::null())
            .spawn()
            .doing(format_args!("starting {program}"))?;
        self.children.push(child);
        Ok(self.children.last_mut().expect("one was just pushed"))
    }

    /// Kills what is alive; says whether there was anything.
    fn kill(&self) -> bool {
        let mut mark = OsString::from("TMPDIR=");
        mark.push(self.home());
        let Ok(mut system) = System::new() else { return false };
        let environment = ProcessRefreshKind::nothing().with_environ(UpdateKind::Always);
        system.refresh_processes_specifics(ProcessesToUpdate::All, true, environment);
        let mut alive = false;
        for process in system.processes().values() {
            if process.environ().contains(&mark) {
                alive = true;
                process.kill();
            }
        }
        alive
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        let start = Instant::now();
        // Again until none is left: one may be starting another at this moment.
        while self.kill() && start.elapsed() < END {
            thread::sleep(Duration::from_millis(10));
        }
        for child in &mut self.children {
            // Reaps it. Dead already, so neither waits; an error would mean there is nothing to reap.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
