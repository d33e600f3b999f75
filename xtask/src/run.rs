//! Running programs: what they print is shown, what they refuse is an error that names them.

use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// Runs `command` to its end, its output shown.
pub(crate) fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs `command` to its end. What it prints is shown line by line behind `title`, as others print at the same time, and
/// given to `read`.
pub(crate) fn show_lines(title: &str, mut command: Command, mut read: impl FnMut(&str)) -> Result<ExitStatus> {
    let (printed, stdout) = io::pipe()?;
    let stderr = stdout.try_clone()?;
    let child = command.stdout(stdout).stderr(stderr).spawn();
    let mut child = child.with_context(|| format!("could not start {}", name(&command)))?;
    // It has the pipe's other end, which is to be closed once the program has ended.
    drop(command);
    for line in BufReader::new(printed).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{title} │ {line}");
        read(&line);
    }
    Ok(child.wait()?)
}

/// Runs `command` to its end and returns what it printed; complaints are shown.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {}", name(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", line(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The program's name, without its folder.
fn name(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

/// The command, as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    [name(command)].into_iter().chain(arguments).collect::<Vec<_>>().join(" ")
}
