//! A Bitrix24 portal on your own machine: a real HTTP server that answers the REST methods of contact cards the way the
//! recorded portal does, hosts applications in a placement, and lets tests set its state.
//!
//! It is built from the rules of the server, not from its recordings; those are its test. Nothing is shared with the
//! crate it judges.
//!
//! ```no_run
//! # async fn example() -> Result<(), portal::StartError> {
//! let portal = portal::Portal::start(portal::Options::default()).await?;
//! println!("{}/rest/1/adm1secret/crm.contact.details.configuration.get", portal.url());
//! portal.stop().await;
//! # Ok(()) }
//! ```

mod archive;
mod conditions;
mod control;
mod crm;
mod hosting;
mod php;
mod rest;
mod users;
mod web;

use archive::Archive;
use hosting::{Hosted, Hosting};
use rest::Server;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use web::{Identity, Listener, Site};

/// How a portal is started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port, on 127.0.0.1. 0, the default, takes a free one.
    pub port: u16,
    /// The directory of an application, served at `/app/` on an origin of its own.
    pub app_dir: Option<PathBuf>,
    /// The archive of an application that the portal hosts itself, as one that is uploaded.
    pub app_zip: Option<PathBuf>,
    /// The port of the application's origin; 0 takes a free one.
    pub app_port: u16,
    /// HTTPS on both origins, with a certificate made at the start.
    pub tls: bool,
}

/// A running portal. Dropping it stops it at once; [`Portal::stop`] lets requests under way finish.
#[derive(Debug)]
pub struct Portal {
    url: String,
    app_url: Option<String>,
    certificate: Option<String>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Portal {
    /// Starts a portal within the current tokio runtime. When this returns, it accepts requests.
    ///
    /// # Errors
    ///
    /// A port is taken, the application's directory is none, its archive is refused, or no certificate could be made.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        if let Some(directory) = options.app_dir.as_ref().filter(|directory| !directory.is_dir()) {
            return Err(StartError::NoDirectory(directory.clone()));
        }
        let identity = options.tls.then(Identity::generate).transpose().map_err(StartError::Certificate)?;
        let certificate = identity.as_ref().map(|identity| identity.certificate().to_owned());
        let archive = options.app_zip.map(read_archive).transpose()?;
        let portal = listen(options.port, identity.clone()).await?;
        let application = listen(options.app_port, identity).await?;
        let (url, app_url) = (portal.url(), application.url());

        let server = Arc::new(Server::hosting(Hosted::new(app_url.clone(), options.app_dir.is_some())));
        let app_url = (options.app_dir.is_some() || archive.is_some()).then_some(app_url);
        if let Some(archive) = archive {
            server.install(archive, Hosting::Portal);
        }
        let files = web::application_router(Arc::clone(&server), options.app_dir.as_deref());
        let site = Site { server, https: options.tls };
        let (stop, stopped) = watch::channel(false);
        let tasks = vec![
            tokio::spawn(portal.serve(web::portal_router(site), stopped.clone())),
            tokio::spawn(application.serve(files, stopped)),
        ];
        Ok(Self { url, app_url, certificate, stop, tasks })
    }

    /// The portal's origin, such as `http://127.0.0.1:8080`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The application's origin, where the portal was started with one. The files of a directory are below `/app/`.
    #[must_use]
    pub fn app_url(&self) -> Option<&str> {
        self.app_url.as_deref()
    }

    /// With [`Options::tls`], the certificate in PEM, for clients to trust.
    #[must_use]
    pub fn certificate(&self) -> Option<&str> {
        self.certificate.as_deref()
    }

    /// Stops: no new requests, half a second for those under way.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        for task in std::mem::take(&mut self.tasks) {
            // A task that panicked has stopped as well.
            let _ = task.await;
        }
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

fn read_archive(file: PathBuf) -> Result<Archive, StartError> {
    let content = std::fs::read(&file).map_err(|error| error.to_string());
    content.and_then(|zip| Archive::read(&zip)).map_err(|reason| StartError::Archive { file, reason })
}

async fn listen(port: u16, identity: Option<Identity>) -> Result<Listener, StartError> {
    Listener::bind(port, identity).await.map_err(|error| StartError::Port { port, error })
}

/// Why a portal did not start.
#[derive(Debug)]
pub enum StartError {
    /// The port cannot be had, mostly because another program has it.
    Port {
        /// The port asked for.
        port: u16,
        /// What the system says.
        error: std::io::Error,
    },
    /// The application's directory is not there, or is no directory.
    NoDirectory(PathBuf),
    /// The application's archive cannot be read, or is refused.
    Archive {
        /// The archive.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The certificate for HTTPS could not be made.
    Certificate(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, error } if error.kind() == std::io::ErrorKind::AddrInUse => {
                write!(formatter, "port {port} is taken by another program; give another one, or 0 for any free port")
            }
            Self::Port { port, error } => write!(formatter, "port {port} cannot be opened: {error}"),
            Self::NoDirectory(path) => write!(formatter, "'{}' is not a directory", path.display()),
            Self::Archive { file, reason } => write!(formatter, "'{}': {reason}", file.display()),
            Self::Certificate(error) => write!(formatter, "no certificate could be made: {error}"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { error, .. } => Some(error),
            Self::NoDirectory(_) | Self::Archive { .. } | Self::Certificate(_) => None,
        }
    }
}
