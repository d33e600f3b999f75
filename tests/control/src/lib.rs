//! The control interface of a local portal, for tests and tasks: what it stores, what it was sent, what goes wrong next.
//!
//! Calls block: a portal in the same process needs a thread of its own.

use std::fmt::{self, Display};
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

/// How long the portal may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// The control interface of one portal.
#[derive(Clone, Debug)]
pub struct Control {
    portal: String,
    agent: Agent,
}

/// What the portal refused and why, or that it did not answer.
#[derive(Debug)]
pub struct Error(String);

impl Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// The outcome of a call.
pub type Result<T> = std::result::Result<T, Error>;

impl Control {
    /// The interface of the portal with this address, `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn of(portal: &str) -> Self {
        // A refusal has a reason, which ureq's own error leaves out.
        let agent = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build();
        Self { portal: portal.to_owned(), agent: agent.into() }
    }

    /// The rows it stores.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn rows(&self) -> Result<Value> {
        self.call("GET", "rows", None)
    }

    /// Has it store these rows instead.
    ///
    /// # Errors
    /// They are no rows.
    pub fn replace_rows(&self, rows: &Value) -> Result<()> {
        self.put("rows", rows)
    }

    /// The faults that requests have yet to meet.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn faults(&self) -> Result<Value> {
        self.call("GET", "faults", None)
    }

    /// Has these faults befall the next requests, and no others.
    ///
    /// # Errors
    /// They are no faults.
    pub fn replace_faults(&self, faults: &Value) -> Result<()> {
        self.put("faults", faults)
    }

    /// Its users.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn users(&self) -> Result<Value> {
        self.call("GET", "users", None)
    }

    /// Has it have these users instead.
    ///
    /// # Errors
    /// They are no users.
    pub fn replace_users(&self, users: &Value) -> Result<()> {
        self.put("users", users)
    }

    /// The application: whether it is installed, its bindings, its scopes and its pages.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn application(&self) -> Result<Value> {
        self.call("GET", "application", None)
    }

    /// Has the application installed and bound like this instead.
    ///
    /// # Errors
    /// It is no application.
    pub fn replace_application(&self, application: &Value) -> Result<()> {
        self.put("application", application)
    }

    /// Uploads the archive of an application that the portal is to host, and tells what [`Self::application`] does.
    ///
    /// # Errors
    /// The portal refuses the archive.
    pub fn upload(&self, archive: Vec<u8>) -> Result<Value> {
        self.call("PUT", "application/archive", Some(archive))
    }

    /// Removes the application that was uploaded.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn remove_application(&self) -> Result<()> {
        self.call("DELETE", "application/archive", None).map(drop)
    }

    /// The requests that it got, oldest first.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn log(&self) -> Result<Vec<Value>> {
        match self.call("GET", "log", None)? {
            Value::Array(requests) => Ok(requests),
            other => Err(Error(format!("the portal's log is no list: {other}"))),
        }
    }

    /// Has it forget the requests that it got.
    ///
    /// # Errors
    /// The portal does not answer.
    pub fn clear_log(&self) -> Result<()> {
        self.call("DELETE", "log", None).map(drop)
    }

    /// The requests that it got and the cards that it stores, for a person to read. A failure to ask is told instead.
    #[must_use]
    pub fn summary(&self) -> String {
        let seen = self.log().map(|log| log.iter().map(line).collect::<String>());
        let users = self.rows().map(|rows| {
            let users = rows.as_array().into_iter().flatten().map(|row| row["user"].to_string());
            users.collect::<Vec<_>>().join(", ")
        });
        let [seen, users] = [seen, users].map(|told| told.unwrap_or_else(|error| error.to_string()));
        format!("the portal {} was sent:{seen}\nit stores cards of the users {users}", self.portal)
    }

    fn put(&self, what: &str, value: &Value) -> Result<()> {
        self.call("PUT", what, Some(value.to_string().into_bytes())).map(drop)
    }

    fn call(&self, method: &str, what: &str, body: Option<Vec<u8>>) -> Result<Value> {
        let failed = |error: &dyn Display| Error(format!("{method} {what} of the portal {}: {error}", self.portal));
        let request = Request::builder().method(method).uri(format!("{}/__portal/{what}", self.portal));
        let request = request.header("content-type", "application/json");
        let request = request.body(body.unwrap_or_default()).map_err(|error| failed(&error))?;
        let mut answer = self.agent.run(request).map_err(|error| failed(&error))?;
        let text = answer.body_mut().with_config().limit(u64::MAX).read_to_string().map_err(|error| failed(&error))?;
        if !answer.status().is_success() {
            return Err(failed(&format_args!("{} {text}", answer.status())));
        }
        serde_json::from_str(&text).map_err(|error| failed(&error))
    }
}

/// The method of a request in the log.
#[must_use]
pub fn method_of(request: &Value) -> &str {
    let path = request["path"].as_str().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().trim_end_matches(".json")
}

/// One request of the log on a line of its own: `profile as user 5: 200`.
fn line(request: &Value) -> String {
    format!("\n  {} as user {}: {}", method_of(request), request["user"], request["status"])
}
