use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use tokio::net::TcpStream;

use crate::browser::Window;
use crate::error::Doing;
use crate::processes::Processes;
use crate::tools::{geckodriver_folder, on_path};
use crate::{Engine, Error, Result, display, until};

/// A running `WebDriver` server, and all it starts.
pub(crate) struct Driver {
    port: u16,
    processes: Processes,
    /// It shows what it does on a display of its own.
    has_display: bool,
}

impl Driver {
    /// Starts the engine's driver. It fails if another process takes the free port before the driver does.
    pub(crate) async fn start(engine: Engine, window: Window, program: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut processes = Processes::new()?;
        let mut command = engine.command(program, port);
        let has_display = engine == Engine::WebKit && window == Window::Hidden;
        if has_display {
            let display = display::start(&find(engine, "Xvfb")?, &mut processes)?;
            // Without a graphics card, drawing by OpenGL takes most of the time. Its driver takes no screenshots without.
            command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
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
        let driver = Self { port, processes, has_display };
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

    /// What its own display shows, as PNG, where it has one.
    pub(crate) fn picture(&self) -> Option<Result<Vec<u8>>> {
        self.has_display.then(|| display::picture(self.processes.home()))
    }

    /// What the driver said so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(log_file(&self.processes)).unwrap_or_default()
    }
}

fn log_file(processes: &Processes) -> PathBuf {
    processes.home().join("driver.log")
}

/// The file of a program that an engine needs.
pub(crate) fn find(engine: Engine, program: &str) -> Result<PathBuf> {
    let in_cache = || geckodriver_folder().map(|folder| folder.join(program)).filter(|file| file.is_file());
    on_path(program).or_else(in_cache).ok_or_else(|| {
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
