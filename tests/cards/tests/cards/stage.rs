//! A portal in this process.

use crate::connection::{Encoding, Http, StoppedClock};
use bx24_contact_card::Client;
use portal::{Options, Portal};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use ureq::Agent;

/// The portal, the runtime it lives in, and a client of plain HTTP.
pub(crate) struct Stage {
    runtime: Runtime,
    portal: Portal,
    pub(crate) agent: Agent,
}

impl Stage {
    pub(crate) fn set() -> Self {
        // The portal answers on threads of its own: the test's waits.
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let portal = runtime.block_on(Portal::start(Options::default())).unwrap();
        Self { runtime, portal, agent: Agent::config_builder().http_status_as_error(false).build().into() }
    }

    pub(crate) fn url(&self) -> &str {
        self.portal.url()
    }

    /// The crate's client, as the administrator.
    pub(crate) fn client(&self, encoding: Encoding) -> Client<Http<'_>, StoppedClock> {
        Client::new(Http { stage: self, encoding }, StoppedClock)
    }

    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// POSTs a request; gives status and body.
    pub(crate) fn post(&self, path: &str, content_type: &str, body: &str) -> (u16, String) {
        let request = self.agent.post(format!("{}{path}", self.url())).header("content-type", content_type);
        let mut answer = request.send(body).unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    pub(crate) fn rows(&self) -> Value {
        self.agent.get(format!("{}/__portal/rows", self.url())).call().unwrap().body_mut().read_json().unwrap()
    }

    pub(crate) fn put_rows(&self, rows: &Value) {
        let answer = self.agent.put(format!("{}/__portal/rows", self.url())).send_json(rows).unwrap();
        assert_eq!(answer.status(), 200, "{rows}");
    }
}

/// A row with these sections; user 0 has the common one.
pub(crate) fn row(user: u32, sections: &Value) -> Value {
    let name = if user == 0 { "contact_details_common" } else { "contact_details" };
    let column = json!({ "name": "default_column", "type": "column", "elements": sections });
    json!({ "user": user, "name": name, "common": user == 0, "value": [column] })
}
