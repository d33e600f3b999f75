//! A plain HTTP client for the tests, and a portal to talk to.

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::{HeaderMap, Request};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use portal::{Options, Portal};
use serde_json::{Value, json};

/// A running portal with a client.
pub(crate) struct Running {
    pub(crate) portal: Portal,
    client: Client<HttpConnector, Full<Bytes>>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }
}

/// A request in the making.
pub(crate) struct Send<'running> {
    running: &'running Running,
    builder: hyper::http::request::Builder,
}

impl Running {
    pub(crate) async fn start() -> Self {
        Self::start_with(Options::default()).await
    }

    pub(crate) async fn start_with(options: Options) -> Self {
        let portal = Portal::start(options).await.expect("a free port");
        Self { portal, client: Client::builder(TokioExecutor::new()).build_http() }
    }

    /// Begins a request to a path of the portal, or to a whole URL.
    pub(crate) fn request(&self, method: &str, target: &str) -> Send<'_> {
        let url = if target.starts_with('/') { format!("{}{target}", self.portal.url()) } else { target.to_owned() };
        Send { running: self, builder: Request::builder().method(method).uri(url) }
    }

    /// POSTs JSON.
    pub(crate) async fn call(&self, path: &str, params: Value) -> Answer {
        self.request("POST", path).header("content-type", "application/json").send(params.to_string()).await
    }

    /// Calls a method as CRM admin by webhook, and gives the status and the JSON.
    pub(crate) async fn admin(&self, method: &str, params: Value) -> (u16, Value) {
        let answer = self.call(&format!("/rest/1/adm1secret/{method}"), params).await;
        (answer.status, answer.json())
    }

    /// Sets something through the control interface.
    pub(crate) async fn put(&self, what: &str, value: Value) {
        let answer = self.request("PUT", &format!("/__portal/{what}")).send(value.to_string()).await;
        assert_eq!(answer.status, 200, "{what}: {}", String::from_utf8_lossy(&answer.body));
    }

    /// Reads something through the control interface.
    pub(crate) async fn get(&self, what: &str) -> Value {
        self.request("GET", &format!("/__portal/{what}")).send("").await.json()
    }
}

impl Send<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.builder = self.builder.header(name, value);
        self
    }

    /// Sends; panics where no answer comes.
    pub(crate) async fn send(self, body: impl Into<Bytes>) -> Answer {
        self.try_send(body).await.expect("an answer")
    }

    /// Sends; an error where the connection breaks.
    pub(crate) async fn try_send(self, body: impl Into<Bytes>) -> Result<Answer, String> {
        let request = self.builder.body(Full::new(body.into())).expect("a request");
        let response = self.running.client.request(request).await.map_err(|error| error.to_string())?;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body })
    }
}

/// One user's own card, as a row.
pub(crate) fn card(user: i64, sections: &Value) -> Value {
    json!({"user": user, "name": "contact_details", "common": false, "value": column(sections)})
}

/// What a layout is stored as.
pub(crate) fn column(sections: &Value) -> Value {
    json!([{"name": "default_column", "type": "column", "elements": sections}])
}
