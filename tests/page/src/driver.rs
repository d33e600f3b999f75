use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tokio::net::TcpStream;

use crate::browser::Window;
use crate::error::Doing;
use crate::processes::Processes;
use crate::tools::geckodriver_folder;
use crate::{Engine, Error, Result, until};

/// A running `WebDriver` server, and all it starts.
pub(crate) struct Driver {
    port: u16,
    processes: Processes,
}

impl Driver {
    /// Starts the engine's driver. It fails if another process takes the free port before the driver does.
    pub(crate) async fn start(engine: Engine, window: Window, program: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut processes = Processes::new()?;
        let mut command = engine.command(program, port);
        if engine == Engine::WebKit && window == Window::Hidden {
            command.env("DISPLAY", start_display(&mut processes)?).env("GDK_BACKEND", "x11");
        }
        let log = File::create(log_file(&processes)).doing("making the driver's log")?;
        let stdout = log.try_clone().doing("sharing the driver's log")?;
        let child = processes.start(command.stdout(stdout).stderr(log))?;
        let ended = until(&format!("{} to listen on port {port}", program.display()), async || {
            if let Some(status) = child.try_wait().doing("looking after the driver")? {
                return Ok(Some(Some(status)));
            }
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.ok().map(|_| None))
        })
        .await?;
        let driver = Self { port, processes };
        match ended {
            None => Ok(driver),
            Some(status) => Err(Error::new(format!("{} ended at once, {status}: {}", program.display(), driver.log()))),
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn profile(&self) -> &Path {
        self.processes.home()
    }

    /// What the driver said so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(log_file(&self.processes)).unwrap_or_default()
    }
}

fn log_file(processes: &Processes) -> PathBuf {
    processes.home().join("driver.log")
}

/// Starts an X server that nobody sees; returns its name, for `DISPLAY`.
fn start_display(processes: &mut Processes) -> Result<String> {
    let mut command = Command::new(find(Engine::WebKit, "Xvfb")?);
    // It takes a free number and, once it listens, writes that to its stdout.
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    let child = processes.start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut number = String::new();
    if let Some(stdout) = child.stdout.as_mut() {
        BufReader::new(stdout).read_line(&mut number).doing("reading Xvfb's display number")?;
    }
    match number.trim() {
        "" => Err(Error::new("Xvfb ended before it had a display")),
        number => Ok(format!(":{number}")),
    }
}

/// The file of a program that an engine needs.
pub(crate) fn find(engine: Engine, program: &str) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut files = env::split_paths(&path).chain(geckodriver_folder()).map(|folder| folder.join(program));
    files.find(|file| file.is_file()).ok_or_else(|| {
        let remedy = engine.remedy();
        Error::new(format!(
            "{engine} needs `{program}`, which is neither on PATH nor in the user's cache. To install it: {remedy}"
        ))
    })
}

fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .doing("finding a free port")
}
