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

/// Between finding a free port and the driver taking it another process may: then the next one is tried.
const TRIES: u8 = 3;

/// A running `WebDriver` server, and all it starts.
pub(crate) struct Driver {
    port: u16,
    processes: Processes,
}

impl Driver {
    pub(crate) async fn start(engine: Engine, window: Window) -> Result<Self> {
        let program = find(engine.driver()).ok_or_else(|| missing(engine, engine.driver()))?;
        let mut tries = 1;
        loop {
            match Self::start_on(free_port()?, engine, window, &program).await {
                Err(_) if tries < TRIES => tries += 1,
                outcome => return outcome,
            }
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

    async fn start_on(port: u16, engine: Engine, window: Window, program: &Path) -> Result<Self> {
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
}

fn log_file(processes: &Processes) -> PathBuf {
    processes.home().join("driver.log")
}

/// Starts an X server that nobody sees; returns its name, for `DISPLAY`.
fn start_display(processes: &mut Processes) -> Result<String> {
    let program = find("Xvfb").ok_or_else(|| missing(Engine::WebKit, "Xvfb"))?;
    let mut command = Command::new(program);
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

fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).chain(geckodriver_folder()).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn missing(engine: Engine, program: &str) -> Error {
    let remedy = engine.remedy();
    Error::new(format!(
        "{engine} needs `{program}`, which is neither on PATH nor in the user's cache. To install it: {remedy}"
    ))
}

fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .doing("finding a free port")
}
