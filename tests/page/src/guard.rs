//! Ends what a killed test leaves.
//!
//! A test that is interrupted or killed drops nothing. Its end of a pipe closes all the same, and at the other end waits
//! a shell in a process group of its own, which the interrupt does not reach.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::error::{Doing, Result};

/// Reads until the pipe closes, then kills whatever has the directory `$1` as `TMPDIR`, and removes that.
const SCRIPT: &str = r#"
    read -r end
    for environ in $(grep -lsxzF "TMPDIR=$1" /proc/[0-9]*/environ); do
        process=${environ#/proc/}
        kill -9 "${process%/environ}"
    done
    sleep 1
    rm -rf "$1"
"#;

/// A shell that waits for the end of this process.
pub(crate) struct Guard(Child);

impl Guard {
    pub(crate) fn of(home: &Path) -> Result<Self> {
        let child = Command::new("/bin/sh")
            .args(["-c", SCRIPT, "guard"])
            .arg(home)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .doing("starting the browser's guard")?;
        Ok(Self(child))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Killed before its pipe closes: there is nothing left for it to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
