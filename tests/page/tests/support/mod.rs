//! A portal of one's own for each test, with the page in it.
#![allow(dead_code, reason = "each of the test programs uses a part of it")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use page::{Browser, Engine, Error, Result, Window, until};
use portal::{Options, Portal};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Where `cargo xtask build` puts the page with the package.
const APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/app");

/// Where `cargo xtask example` puts the placement in Rust.
const RUST_APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/rust-app");

/// The portal's scripts and REST are on another origin, as in the field.
const POLICY: &str = "default-src 'none'; style-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval' http://127.0.0.1:*; connect-src http://127.0.0.1:*";

/// The portal's users, by what they may.
pub(crate) const ADMIN: u32 = 1;
pub(crate) const USER: u32 = 5;
pub(crate) const WITHOUT_CARD: u32 = 7;
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
        Self::set_with_head(engine, &format!("<meta http-equiv='Content-Security-Policy' content=\"{POLICY}\">")).await
    }

    /// The same, with the page in a browser that lets nobody else's frame store anything.
    pub(crate) async fn set_without_storage(engine: Engine) -> Result<(Self, TempDir)> {
        let denied = "get() { throw new DOMException('Denied.', 'SecurityError') }";
        let script = format!("Object.defineProperty(window, 'sessionStorage', {{ {denied} }})");
        Self::set_with_head(engine, &format!("<script>{script}</script>")).await
    }

    /// The same, with `more` at the beginning of the page's head.
    async fn set_with_head(engine: Engine, more: &str) -> Result<(Self, TempDir)> {
        let failed = |error| Error::new(format!("copying target/app: {error}"));
        let app = copy(Path::new(APP)).map_err(failed)?;
        let index = app.path().join("index.html");
        let page = fs::read_to_string(&index).map_err(failed)?;
        let page = page.replacen("<head>", &format!("<head>{more}"), 1);
        assert!(page.contains(more), "the page has a <head>");
        fs::write(&index, page).map_err(failed)?;
        Ok((Self::set_with(engine, app.path()).await?, app))
    }

    /// The same, with the placement in Rust in place of the page.
    pub(crate) async fn set_in_rust(engine: Engine) -> Result<Self> {
        if !Path::new(RUST_APP).join("index.html").is_file() {
            return Err(Error::new("target/rust-app is missing: run `cargo xtask example` first"));
        }
        Self::start(engine, Path::new(RUST_APP)).await
    }

    async fn set_with(engine: Engine, app: &Path) -> Result<Self> {
        for file in ["index.html", "bx24-contact-card.js"] {
            if !app.join(file).is_file() {
                return Err(Error::new(format!("target/app/{file} is missing: run `cargo xtask build` first")));
            }
        }
        Self::start(engine, app).await
    }

    async fn start(engine: Engine, app: &Path) -> Result<Self> {
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

    /// Makes the next `times` requests of an operation on a card, or of any (`*`), fail with `then`.
    pub(crate) async fn fail(&self, operation: &str, times: u32, then: Value) -> Result<()> {
        let fault =
            json!([{ "match": format!("crm.*.details.configuration.{operation}"), "times": times, "then": then }]);
        self.control("PUT", "faults", &fault).await.map(drop)
    }

    /// Makes the portal work again.
    pub(crate) async fn mend(&self) -> Result<()> {
        self.control("PUT", "faults", &json!([])).await.map(drop)
    }

    /// What the portal stores now.
    pub(crate) async fn rows(&self) -> Result<Value> {
        self.control("GET", "rows", &Value::Null).await
    }

    /// How many requests to reset a card have reached the portal.
    pub(crate) async fn resets_sent(&self) -> Result<usize> {
        self.count(|entry| method(entry).ends_with("configuration.reset")).await
    }

    /// Waits until the portal has told the page which user is asking, and the page has had a moment to act on it.
    pub(crate) async fn profile_told(&self, user: u32) -> Result<()> {
        let asked = |entry: &Value| method(entry) == "profile" && entry["user"] == user;
        until("the page to ask who is asking", async || Ok((self.count(asked).await? > 0).then_some(()))).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(())
    }

    async fn count(&self, counts: impl Fn(&Value) -> bool) -> Result<usize> {
        let log = self.control("GET", "log", &Value::Null).await?;
        let entries = log.as_array().ok_or_else(|| Error::new(format!("the log is no list: {log}")))?;
        Ok(entries.iter().filter(|entry| counts(entry)).count())
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

/// The method of a request in the portal's log.
fn method(entry: &Value) -> &str {
    let path = entry["path"].as_str().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().trim_end_matches(".json")
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

/// The same rows in one order, and their flags as texts: a row that was put back is the newest, a portal stores a flag as it
/// came, and the BX24 library sends nothing but texts.
pub(crate) fn comparable(mut rows: Value) -> Value {
    if let Some(rows) = rows.as_array_mut() {
        rows.sort_by_key(|row| row["user"].as_u64());
    }
    for row in rows.as_array_mut().into_iter().flatten() {
        for section in row["value"][0]["elements"].as_array_mut().into_iter().flatten() {
            for element in section["elements"].as_array_mut().into_iter().flatten() {
                if let Some(flag) = element.get_mut("optionFlags").filter(|flag| flag.is_number()) {
                    *flag = json!(flag.to_string());
                }
            }
        }
    }
    rows
}

/// A card of forty sections.
pub(crate) fn long_row(user: u32) -> Value {
    let title =
        |number| format!("Section {number} with a title that needs more than one line, as some people's titles do");
    let section =
        |number| json!({ "type": "section", "name": format!("s{number}"), "title": title(number), "elements": [] });
    let sections: Vec<_> = (1..=40).map(section).collect();
    let value = json!([{ "name": "default_column", "type": "column", "elements": sections }]);
    json!({ "user": user, "name": "contact_details", "common": false, "value": value })
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
