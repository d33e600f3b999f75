//! A portal with four cards in it, and an application beside it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use page::{Browser, Engine, console_recorder, lease, on_failure};
use portal::{Options, Portal};
use portal_control::Control;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::project::package;

/// User 6's webhook would do less: this one's owner may reset anyone's card.
const WEBHOOK: &str = "/rest/1/adm1secret/";

/// The portal, and the application's folder, served on an origin of its own.
pub(crate) struct Stage {
    portal: Arc<Portal>,
    control: Control,
    app: TempDir,
}

impl Stage {
    pub(crate) async fn set() -> Self {
        let app = TempDir::new().unwrap();
        let options = Options { app_dir: Some(app.path().into()), ..Options::default() };
        let (portal, control) = start(options).await.unwrap();
        control.replace_rows(&cards(&[1, 5, 6])).unwrap();
        Self { portal, control, app }
    }

    /// The application's folder.
    pub(crate) fn app(&self) -> &Path {
        self.app.path()
    }

    /// Writes a page of the application: `html` with its `{portal}` and `{webhook}` filled in. What it prints is kept.
    pub(crate) fn page(&self, html: &str) {
        let html = html.replace("{portal}", self.portal.url()).replace("{webhook}", &self.webhook());
        // Not before the document's type, without which it would be taken for one of the nineties.
        let (doctype, html) =
            html.split_at(html.find("<!doctype html>").map_or(0, |start| start + "<!doctype html>".len()));
        let html = [doctype, &console_recorder(), html].concat();
        fs::write(self.app().join("index.html"), html).unwrap();
    }

    pub(crate) fn webhook(&self) -> String {
        format!("{}{WEBHOOK}", self.portal.url())
    }

    /// The origin that serves the application's folder.
    pub(crate) fn app_url(&self) -> &str {
        self.portal.app_url().expect("it was started with an application")
    }

    pub(crate) fn portal_url(&self) -> &str {
        self.portal.url()
    }

    /// Opens the application in a placement, as user 1, in Chromium; stays in its frame.
    pub(crate) async fn open_placement(&self) -> page::Result<Arc<Browser>> {
        self.open_placement_as(1).await
    }

    /// The same as another user.
    pub(crate) async fn open_placement_as(&self, user: u32) -> page::Result<Arc<Browser>> {
        let browser = lease(Engine::Chromium).await?;
        browser.goto(&format!("{}/placement?user={user}", self.portal.url())).await?;
        browser.enter_frame("iframe").await?;
        Ok(browser)
    }

    /// Runs an example of the documentation, a module, to its end in a placement.
    pub(crate) async fn run_example(&self, example: &str) -> page::Result<()> {
        let example = example.replace("'bx24-contact-card'", "'./index.mjs'");
        let done = "document.body.append(Object.assign(document.createElement('output'), { textContent: 'done' }));";
        fs::copy(package().join("index.mjs"), self.app().join("index.mjs")).unwrap();
        self.page(&format!(
            "<script src=\"{{portal}}/api/v1/\"></script><script type=\"module\">{example}{done}</script>"
        ));
        self.open_placement().await?.wait_for_text("output", "done").await?;
        Ok(())
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
        self.control.rows().unwrap()
    }

    /// Makes the portal store these rows instead, and forget the requests it got.
    pub(crate) fn begin_with(&self, rows: &Value) {
        self.control.replace_rows(rows).unwrap();
        self.control.clear_log().unwrap();
    }

    /// The requests it got since.
    pub(crate) fn requests(&self) -> Vec<Value> {
        self.control.log().unwrap()
    }
}

/// Starts a portal; should the test fail, it is told what the portal has seen.
pub(crate) async fn start(options: Options) -> page::Result<(Arc<Portal>, Control)> {
    let portal = Portal::start(options).await.map_err(|error| page::Error::new(error.to_string()))?;
    let (control, portal) = (Control::of(portal.url()), Arc::new(portal));
    // The portal is to be there still when it is asked.
    let (seen, running) = (control.clone(), Arc::clone(&portal));
    on_failure(move || {
        let _running = running;
        seen.summary()
    });
    Ok((portal, control))
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
