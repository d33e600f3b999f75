//! Commands of Chromium's `DevTools`, which its driver passes on.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command and its parameters.
#[derive(Debug)]
pub(crate) struct DevTools(pub(crate) String, pub(crate) Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let Self(command, parameters) = self;
        (Method::POST, Some(json!({ "cmd": command, "params": parameters }).to_string()))
    }
}
