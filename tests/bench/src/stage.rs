//! A portal, and a contender's page beside it.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result};
use page::{Browser, until};
use portal::{Options, Portal};
use portal_control::Control;
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::contenders::Contender;
use crate::workshop::Workshop;

const PAGE: &str = include_str!("../projects/app.html");

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../package/projects/pages/serve-isolated.mjs");

/// The portal has a card of user 6.
pub(crate) struct Stage {
    portal: Portal,
    pub(crate) control: Control,
    app: TempDir,
}

impl Stage {
    /// `script` is the page's.
    pub(crate) async fn set(workshop: &Workshop, contender: &Contender, script: &Path) -> Result<Self> {
        let app = TempDir::new()?;
        let portal = Portal::start(Options { app_dir: Some(app.path().into()), ..Options::default() }).await?;
        let control = Control::of(portal.url());
        let layout = json!([{ "name": "default_column", "type": "column", "elements": [] }]);
        control.replace_rows(&json!([{ "user": 6, "name": "contact_details", "common": false, "value": layout }]))?;
        fs::copy(script, app.path().join("app.js"))?;
        fs::copy(workshop.module(), app.path().join("bx24-contact-card.wasm"))?;
        let library = format!("<script src=\"{}/api/v1/\"></script>", portal.url());
        let page = PAGE.replace("{library}", if contender.has_library { &library } else { "" });
        fs::write(app.path().join("index.html"), page)?;
        Ok(Self { portal, control, app })
    }

    pub(crate) fn url(&self) -> &str {
        self.portal.url()
    }

    /// The address of the page in a placement.
    pub(crate) fn placement(&self) -> String {
        format!("{}/placement?user=1", self.portal.url())
    }

    /// The address of another page beside it.
    pub(crate) fn add(&self, page: &Path) -> Result<String> {
        let name = page.file_name().context("a page is a file")?;
        fs::copy(page, self.app.path().join(name))?;
        Ok(format!("{}/app/{}", self.portal.app_url().unwrap_or_default(), name.display()))
    }

    /// Opens the page in a placement, and enters it.
    pub(crate) async fn open(&self, browser: &Browser) -> Result<()> {
        browser.goto(&self.placement()).await?;
        Ok(browser.enter_frame("iframe").await?)
    }

    /// Serves the page by itself, without the library. Other origins are kept from it, so that its clock has microseconds.
    pub(crate) async fn isolated(&self) -> Result<Isolated> {
        fs::write(self.app.path().join("index.html"), PAGE.replace("{library}", ""))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut server = Command::new("node");
        server.arg(SERVER).arg(self.app.path()).env("HOST", "127.0.0.1").env("PORT", port.to_string());
        let process = server.stdin(Stdio::null()).kill_on_drop(true).spawn()?;
        until("the server of a page", async || Ok(TcpStream::connect(("127.0.0.1", port)).await.ok())).await?;
        Ok(Isolated { _process: process, url: format!("http://127.0.0.1:{port}/") })
    }
}

/// A server of one page. Ends when dropped.
pub(crate) struct Isolated {
    _process: Child,
    pub(crate) url: String,
}
