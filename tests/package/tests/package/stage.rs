//! A portal with four cards in it, and an application beside it.

use std::fs;
use std::path::Path;

use page::{Browser, Engine, Window};
use portal::{Options, Portal};
use serde_json::{Value, json};
use tempfile::TempDir;

/// User 6's webhook would do less: this one's owner may reset anyone's card.
const WEBHOOK: &str = "/rest/1/adm1secret/";

/// The portal, and the application's folder, served on an origin of its own.
pub(crate) struct Stage {
    portal: Portal,
    app: TempDir,
}

impl Stage {
    pub(crate) async fn set() -> Self {
        let app = TempDir::new().unwrap();
        let options = Options { app_dir: Some(app.path().into()), ..Options::default() };
        let stage = Self { portal: Portal::start(options).await.unwrap(), app };
        ureq::put(stage.control("rows")).send_json(cards(&[1, 5, 6])).unwrap();
        stage
    }

    /// The application's folder.
    pub(crate) fn app(&self) -> &Path {
        self.app.path()
    }

    /// Writes a page of the application: `html` with its `{portal}` and `{webhook}` filled in.
    pub(crate) fn page(&self, html: &str) {
        let html = html.replace("{portal}", self.portal.url()).replace("{webhook}", &self.webhook());
        fs::write(self.app().join("index.html"), html).unwrap();
    }

    pub(crate) fn webhook(&self) -> String {
        format!("{}{WEBHOOK}", self.portal.url())
    }

    pub(crate) fn portal_url(&self) -> &str {
        self.portal.url()
    }

    /// Opens the application in a placement, as user 1, in Chromium; stays in its frame.
    pub(crate) async fn open_placement(&self) -> page::Result<Browser> {
        self.open_placement_as(1).await
    }

    /// The same as another user.
    pub(crate) async fn open_placement_as(&self, user: u32) -> page::Result<Browser> {
        let browser = Browser::start(Engine::Chromium, Window::Hidden).await?;
        browser.goto(&format!("{}/placement?user={user}", self.portal.url())).await?;
        browser.enter_frame("iframe").await?;
        Ok(browser)
    }

    /// The card of user 6 is gone, and all others are as they were.
    #[track_caller]
    pub(crate) fn assert_reset(&self) {
        assert_eq!(self.rows(), cards(&[1, 5]));
    }

    /// Nothing was reset.
    #[track_caller]
    pub(crate) fn assert_untouched(&self) {
        assert_eq!(self.rows(), cards(&[1, 5, 6]));
    }

    pub(crate) fn rows(&self) -> Value {
        self.read("rows")
    }

    /// Makes the portal store these rows instead, and forget the requests it got.
    pub(crate) fn begin_with(&self, rows: &Value) {
        ureq::put(self.control("rows")).send_json(rows).unwrap();
        ureq::delete(self.control("log")).call().unwrap();
    }

    /// The requests it got since.
    pub(crate) fn requests(&self) -> Vec<Value> {
        self.read("log").as_array().unwrap().clone()
    }

    fn read(&self, what: &str) -> Value {
        ureq::get(self.control(what)).call().unwrap().body_mut().read_json().unwrap()
    }

    fn control(&self, what: &str) -> String {
        format!("{}/__portal/{what}", self.portal.url())
    }
}

/// Rows with a personal card for each of `users`, and the common card.
pub(crate) fn cards(users: &[u32]) -> Value {
    let layout = json!([{ "name": "default_column", "type": "column", "elements": [
        { "type": "section", "name": "main", "title": "About", "elements": [{ "name": "PHONE", "optionFlags": 1 }] },
    ] }]);
    let personal = |user| json!({ "user": user, "name": "contact_details", "common": false, "value": layout });
    let common = json!({ "user": 0, "name": "contact_details_common", "common": true, "value": layout });
    users.iter().map(personal).chain([common]).collect()
}
