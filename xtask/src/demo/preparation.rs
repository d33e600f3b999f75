//! What the demo needs, made by another process whose output goes to a file.

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write as _};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::progress::Line;
use crate::portal::Portal;
use crate::project::Project;
use crate::step::step;
use crate::{build, setup};

/// The file for the output of compilers and installers, from the checkout.
pub(crate) const LOG: &str = "target/demo.log";

/// How many lines of the output are shown when it fails.
const LAST: usize = 15;

/// Installs and builds, in this process.
pub(crate) fn prepare(project: &Project) -> Result<()> {
    setup::for_demo(project)?;
    build::package(project)?;
    step("compile the local portal", || Portal::build(project))
}

/// Has another process do that: what it prints is kept in [`LOG`], and its steps are shown.
pub(crate) fn prepare_apart(project: &Project, line: &Line) -> Result<()> {
    let mut log = File::create(project.root.join(LOG)).with_context(|| format!("could not write {LOG}"))?;
    let (printed, stdout) = io::pipe()?;
    let stderr = stdout.try_clone()?;
    let mut command = Command::new(env::current_exe()?);
    command.arg("prepare-demo").current_dir(&project.root).stdout(stdout).stderr(stderr);
    let mut child = command.spawn().context("could not start the preparation")?;
    // It has the pipe's other end, which is to be closed once the program has ended.
    drop(command);
    let mut last = Vec::new();
    for text in BufReader::new(printed).split(b'\n') {
        let text = String::from_utf8_lossy(&text?).into_owned();
        writeln!(log, "{text}")?;
        if let Some(doing) = text.strip_prefix("▸ ") {
            line.say(doing);
        }
        last.push(text);
        last.drain(..last.len().saturating_sub(LAST));
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("the preparation ended with {status}. Its last output, of {LOG}:\n{}", last.join("\n"));
    }
    Ok(())
}
