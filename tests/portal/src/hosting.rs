//! The uploaded application: where it is served, and how it is opened.

use crate::archive::{Archive, INDEX, INSTALL};
use crate::rest::{Application, Server, lock};
use serde::Serialize;
use std::sync::{Arc, Mutex};

/// Who serves the files of an uploaded application.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Hosting {
    /// The portal: a static application, opened by GET below a path that names its content.
    Portal,
    /// A server of the application's own: at `/app/`, opened by POST.
    Server,
}

impl Hosting {
    /// The value of the query's `hosting`.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        match name {
            "portal" => Some(Self::Portal),
            "server" => Some(Self::Server),
            _ => None,
        }
    }
}

/// An application that was uploaded.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) archive: Arc<Archive>,
    pub(crate) hosting: Hosting,
}

impl Upload {
    /// The path below which its files are, with slashes around it.
    pub(crate) fn path(&self) -> String {
        match self.hosting {
            Hosting::Portal => format!("/app_local/{}/", self.archive.hash()),
            Hosting::Server => "/app/".to_owned(),
        }
    }
}

/// Where the application's pages are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Pages {
    pub(crate) hosting: Hosting,
    /// The page that is opened.
    pub(crate) index: String,
    /// The page that installs it, where it has one.
    pub(crate) install: Option<String>,
}

/// The application's own origin, and what is served there.
#[derive(Debug, Default)]
pub(crate) struct Hosted {
    /// `http://127.0.0.1:PORT`.
    pub(crate) origin: String,
    /// Whether a directory is served at `/app/` while nothing is uploaded.
    pub(crate) has_directory: bool,
    upload: Mutex<Option<Upload>>,
}

impl Hosted {
    pub(crate) fn new(origin: String, has_directory: bool) -> Self {
        Self { origin, has_directory, upload: Mutex::default() }
    }

    /// The application that was uploaded last, unless it was taken away.
    pub(crate) fn upload(&self) -> Option<Upload> {
        lock(&self.upload).clone()
    }

    /// The pages of the uploaded application, else those of the directory.
    pub(crate) fn pages(&self) -> Option<Pages> {
        let origin = &self.origin;
        match self.upload() {
            Some(upload) => {
                let base = format!("{origin}{}", upload.path());
                Some(Pages {
                    hosting: upload.hosting,
                    index: format!("{base}{INDEX}"),
                    install: upload.archive.has_installer().then(|| format!("{base}{INSTALL}")),
                })
            }
            None => self.has_directory.then(|| Pages {
                hosting: Hosting::Server,
                index: format!("{origin}/app/"),
                install: None,
            }),
        }
    }

    /// Whether a page is opened by GET: a portal opens so what it hosts itself.
    pub(crate) fn opens_by_get(&self, page: &str) -> bool {
        self.upload().is_some_and(|upload| {
            upload.hosting == Hosting::Portal && page.starts_with(&format!("{}{}", self.origin, upload.path()))
        })
    }
}

impl Server {
    /// Has another application in the place of the one before, of which no binding is left. With an installation page it
    /// is not installed yet.
    pub(crate) fn install(&self, archive: Archive, hosting: Hosting) {
        let installed = !archive.has_installer();
        *lock(&self.hosted.upload) = Some(Upload { archive: Arc::new(archive), hosting });
        let mut application = lock(&self.application);
        application.installed = installed;
        application.bindings.clear();
    }

    /// Takes the uploaded application away, with its bindings.
    pub(crate) fn uninstall(&self) {
        *lock(&self.hosted.upload) = None;
        *lock(&self.application) = Application::default();
    }
}
