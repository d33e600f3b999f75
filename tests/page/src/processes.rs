//! Everything a driver starts, ended together.
//!
//! A browser outlives a driver that is killed, and leaves its process group and, once the driver is dead, its tree. What
//! it keeps is the environment it was born with, so each [`Processes`] has a directory of its own, named there as
//! `TMPDIR`. Chromium's inner processes write their titles over it, so children count as well.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{Pid, Process, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, System, UpdateKind};
use tempfile::TempDir;

use crate::error::{Doing, Result};
use crate::guard::Guard;

/// How long killed processes may take to be gone before their directory is removed anyway.
const END: Duration = Duration::from_secs(5);

/// Processes that share a temporary directory, where their profiles and logs go. All of it ends with this value.
pub(crate) struct Processes {
    children: Vec<Child>,
    home: TempDir,
    _guard: Guard,
}

impl Processes {
    pub(crate) fn new() -> Result<Self> {
        let home =
            tempfile::Builder::new().prefix("page-").tempdir().doing("making a directory for the browser's profile")?;
        let guard = Guard::of(home.path())?;
        Ok(Self { children: Vec::new(), home, _guard: guard })
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
    fn kill(&self, known: &mut HashSet<Pid>) -> bool {
        let Ok(mut system) = System::new() else { return false };
        let environment = ProcessRefreshKind::nothing().with_environ(UpdateKind::Always);
        system.refresh_processes_specifics(ProcessesToUpdate::All, true, environment);
        self.find(&system, known);
        let mut alive = false;
        for process in known.iter().filter_map(|id| system.process(*id)) {
            // Where nobody waits for orphans, the dead stay in the table.
            if process.status() != ProcessStatus::Zombie {
                alive = true;
                process.kill();
            }
        }
        alive
    }

    /// Adds to `known` the marked processes and all they started.
    fn find(&self, system: &System, known: &mut HashSet<Pid>) {
        let mut mark = OsString::from("TMPDIR=");
        mark.push(self.home());
        let processes = system.processes();
        known.extend(processes.iter().filter(|(_, process)| process.environ().contains(&mark)).map(|(id, _)| *id));
        let is_child = |known: &HashSet<Pid>, process: &Process| process.parent().is_some_and(|id| known.contains(&id));
        loop {
            let children: Vec<Pid> = processes
                .iter()
                .filter(|(id, process)| !known.contains(id) && is_child(known, process))
                .map(|(id, _)| *id)
                .collect();
            if children.is_empty() {
                return;
            }
            known.extend(children);
        }
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        let start = Instant::now();
        let mut known = HashSet::new();
        // Again until none is left: one may be starting another at this moment.
        while self.kill(&mut known) && start.elapsed() < END {
            thread::sleep(Duration::from_millis(10));
        }
        for child in &mut self.children {
            // Reaps it. Dead already, so neither waits; an error would mean there is nothing to reap.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
