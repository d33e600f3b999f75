//! A portal of one's own for each test, with the page in it.

use std::fs;
use std::path::Path;

use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use page::{Browser, Engine, Error, Result, Window};
use portal::{Options, Portal};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Where `cargo xtask build` puts the page with the package.
const APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/app");

/// The portal's scripts and REST are on another origin, as in the field.
const POLICY: &str = "default-src 'none'; style-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval' http://127.0.0.1:*; connect-src http://127.0.0.1:*";

/// The portal's users, by what they may.
pub(crate) const ADMIN: u32 = 1;
pub(crate) const USER: u32 = 5;
pub(crate) const WITHOUT_CRM: u32 = 9;

/// A portal and a browser. Both end with it.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    portal: Portal,
}

impl Stage {
    /// Starts both; the portal has [`rows`].
    pub(crate) async fn set(engine: Engine) -> Result<Self> {
        Self::set_with(engine, Path::new(APP)).await
    }

    /// The same, with the page under a policy that allows what the package's documentation asks for, and no more.
    pub(crate) async fn set_with_policy(engine: Engine) -> Result<(Self, TempDir)> {
        let failed = |error| Error::new(format!("copying target/app: {error}"));
        let app = copy(Path::new(APP)).map_err(failed)?;
        let index = app.path().join("index.html");
        let page = fs::read_to_string(&index).map_err(failed)?;
        let page = page.replacen(
            "<head>",
            &format!("<head><meta http-equiv='Content-Security-Policy' content=\"{POLICY}\">"),
            1,
        );
        assert!(page.contains(POLICY), "the page has a <head>");
        fs::write(&index, page).map_err(failed)?;
        Ok((Self::set_with(engine, app.path()).await?, app))
    }

    async fn set_with(engine: Engine, app: &Path) -> Result<Self> {
        for file in ["index.html", "bx24-contact-card.js"] {
            if !app.join(file).is_file() {
                return Err(Error::new(format!("target/app/{file} is missing: run `cargo xtask build` first")));
            }
        }
        let options = Options { app_dir: Some(app.to_owned()), ..Options::default() };
        let portal = Portal::start(options).await.map_err(|error| Error::new(error.to_string()))?;
        let stage = Self { browser: Browser::start(engine, Window::Hidden).await?, portal };
        stage.replace_rows(&rows()).await?;
        Ok(stage)
    }

    /// Opens the placement as `user` does, and enters the page in it.
    pub(crate) async fn open(&self, user: u32) -> Result<()> {
        self.open_with(&format!("user={user}")).await
    }

    /// The same, in a portal whose page never tells the frame who is asking.
    pub(crate) async fn open_in_silence(&self) -> Result<()> {
        self.open_with("mute=getInitData").await
    }

    async fn open_with(&self, query: &str) -> Result<()> {
        self.browser.goto(&format!("{}/placement?{query}", self.portal.url())).await?;
        self.browser.enter_frame("iframe").await
    }

    /// The page's own address, with which it is opened outside a portal.
    pub(crate) fn page_address(&self) -> String {
        format!("{}/app/", self.portal.app_url().expect("the portal was started with an application"))
    }

    /// Host and port of the portal.
    pub(crate) fn portal_host(&self) -> &str {
        self.portal.url().trim_start_matches("http://")
    }

    /// Makes the portal store `rows` instead.
    pub(crate) async fn replace_rows(&self, rows: &Value) -> Result<()> {
        self.control("PUT", "rows", rows).await.map(drop)
    }

    /// Makes the next `times` requests to the reading or resetting of a card fail with `then`.
    pub(crate) async fn fail(&self, operation: &str, times: u32, then: Value) -> Result<()> {
        let fault =
            json!([{ "match": format!("crm.*.details.configuration.{operation}"), "times": times, "then": then }]);
        self.control("PUT", "faults", &fault).await.map(drop)
    }

    /// What the portal stores now.
    pub(crate) async fn rows(&self) -> Result<Value> {
        self.control("GET", "rows", &Value::Null).await
    }

    /// How many requests to reset a card have reached the portal.
    pub(crate) async fn resets_sent(&self) -> Result<usize> {
        let log = self.control("GET", "log", &Value::Null).await?;
        let entries = log.as_array().ok_or_else(|| Error::new(format!("the log is no list: {log}")))?;
        let is_reset = |entry: &&Value| entry["path"].as_str().is_some_and(|path| path.contains("configuration.reset"));
        Ok(entries.iter().filter(is_reset).count())
    }

    async fn control(&self, method: &str, name: &str, body: &Value) -> Result<Value> {
        let failed = |error: &dyn std::fmt::Display| Error::new(format!("{method} {name}: {error}"));
        let request = http::Request::builder()
            .method(method)
            .uri(format!("{}/__portal/{name}", self.portal.url()))
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .map_err(|error| failed(&error))?;
        let client = Client::builder(TokioExecutor::new()).build_http();
        let response = client.request(request).await.map_err(|error| failed(&error))?;
        let status = response.status();
        let answer = response.into_body().collect().await.map_err(|error| failed(&error))?.to_bytes();
        if !status.is_success() {
            return Err(failed(&format_args!("{status} {}", String::from_utf8_lossy(&answer))));
        }
        Ok(serde_json::from_slice(&answer).unwrap_or_default())
    }
}

fn copy(folder: &Path) -> std::io::Result<TempDir> {
    let copy = tempfile::tempdir()?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        fs::copy(entry.path(), copy.path().join(entry.file_name()))?;
    }
    Ok(copy)
}

/// Every kind of error the package's types name.
pub(crate) fn error_kinds() -> Vec<String> {
    const TYPES: &str = include_str!("../../../../pkg-template/index.d.ts");
    let (_, kinds) = TYPES.split_once("type ErrorKind =").expect("the types have ErrorKind");
    let (kinds, _) = kinds.split_once("';").expect("a declaration ends");
    kinds
        .lines()
        .filter_map(|line| line.trim().strip_prefix("| '"))
        .filter_map(|line| line.split('\'').next())
        .map(str::to_owned)
        .collect()
}

/// The administrator's card, two users' and the one common to all.
fn rows() -> Value {
    json!([
        row(ADMIN, "contact_details", "About the person"),
        row(USER, "contact_details", "What I sell by"),
        row(6, "contact_details", "Somebody else's"),
        row(0, "contact_details_common", "Everybody's"),
    ])
}

/// What is left of [`rows`] once the `user`'s card is reset.
pub(crate) fn rows_without(user: u32) -> Value {
    rows().as_array().into_iter().flatten().filter(|row| row["user"] != user).cloned().collect()
}

fn row(user: u32, name: &str, title: &str) -> Value {
    let person = json!([
        { "name": "NAME", "optionFlags": 1 },
        { "name": "LAST_NAME", "optionFlags": "1" },
        { "name": "PHONE", "options": { "defaultCountry": "GB" } },
        { "name": "UF_CRM_1700000000" },
    ]);
    let sections = json!([
        { "type": "section", "name": "person", "title": title, "elements": person },
        { "type": "section", "name": "markup", "title": "<b>Not bold</b>", "elements": [{ "name": "COMMENTS" }] },
    ]);
    let value = json!([{ "name": "default_column", "type": "column", "elements": sections }]);
    json!({ "user": user, "name": name, "common": user == 0, "value": value })
}
