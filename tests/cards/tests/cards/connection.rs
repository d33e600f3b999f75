//! Connections that send what the package's own do. Their encodings are written anew from the portal's facts and the BX24
//! library's, for the package's own are made of the browser's parts.

use crate::json::{from_value, to_value};
use crate::stage::Stage;
use bx24_contact_card::card::Json;
use bx24_contact_card::client::{Clock, Connection};
use bx24_contact_card::protocol::{Body, Fields, Reply, Request};
use bx24_contact_card::{Error, Transport, Transports};
use serde_json::{Value, json};
use std::time::Duration;

/// How parameters travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// In JSON, as by webhook or token.
    Json,
    /// In a form, as the BX24 library sends them.
    Form,
    /// Readings and resets as commands of a batch; layouts in JSON, since a batch would expand `$result[x]` in them.
    Batch,
    /// As the transport says, in a placement that has both.
    Placement,
}

/// A connection to a portal.
pub(crate) struct Http<'stage> {
    pub(crate) stage: &'stage Stage,
    pub(crate) encoding: Encoding,
}

const WEBHOOK: &str = "/rest/1/adm1secret";

impl Connection for Http<'_> {
    async fn send(&self, Request { method, parameters }: Request, transport: Transport) -> Result<Reply, Error> {
        Ok(match self.encoding {
            _ if transport == Transport::Library => self.by_form(method, &parameters),
            Encoding::Batch if parameters.get("data").is_none() => self.in_batch(method, &parameters),
            _ => self.by_json(method, &to_value(&parameters)),
        })
    }

    fn origin(&self) -> String {
        self.stage.url().into()
    }

    /// The client sends no layout by the library that a form would change.
    fn transports(&self) -> Transports {
        match self.encoding {
            Encoding::Form => Transports::Library,
            Encoding::Json | Encoding::Batch => Transports::Fetch,
            Encoding::Placement => Transports::LibraryAndFetch,
        }
    }
}

impl Http<'_> {
    fn by_json(&self, method: &str, parameters: &Value) -> Reply {
        let (status, body) =
            self.stage.post(&format!("{WEBHOOK}/{method}"), "application/json", &parameters.to_string());
        reply(status, read(&body))
    }

    fn by_form(&self, method: &str, parameters: &Json) -> Reply {
        let body =
            form(&[("auth".into(), Json::String("tok_admin".into()))], "") + "&" + &form(entries(parameters), "");
        let path = format!("/rest/{}.json", encode_component(method));
        let (status, body) = self.stage.post(&path, "text/plain;charset=UTF-8", &body);
        reply(status, read(&body))
    }

    fn in_batch(&self, method: &str, parameters: &Json) -> Reply {
        let command = format!("{method}?{}", form(entries(parameters), ""));
        let batch = json!({ "halt": 0, "cmd": { "it": command } }).to_string();
        let (status, body) = self.stage.post(&format!("{WEBHOOK}/batch"), "application/json", &batch);
        let containers = read(&body).map(|mut whole| whole["result"].take());
        let of_it = |container: &str| containers.as_ref().and_then(|all| all.get(container)?.get("it")).cloned();
        let answer = match of_it("result_error") {
            Some(error) => error,
            None => {
                json!({ "result": of_it("result").expect("the key of a null is kept"), "time": of_it("result_time") })
            }
        };
        reply(status, Some(answer))
    }
}

fn read(body: &str) -> Option<Value> {
    serde_json::from_str(body).ok()
}

fn reply(status: u16, answer: Option<Value>) -> Reply {
    let body = match answer {
        Some(Value::Object(mut fields)) => {
            let mut field = |name: &str| fields.remove(name).map(from_value);
            Body::Json(Fields {
                result: field("result"),
                error: field("error"),
                error_description: field("error_description"),
                time: field("time"),
            })
        }
        Some(_) => Body::Json(Fields::default()),
        None => Body::NotJson,
    };
    Reply { status: Some(status), body }
}

/// What the BX24 library makes of an object: every value becomes text, `null` and `{}` vanish, `[]` is the empty text.
fn form(entries: &[(String, Json)], prefix: &str) -> String {
    let pair = |key: &str, value: &Json| {
        let key = encode_component(key);
        let name = if prefix.is_empty() { key } else { format!("{prefix}[{key}]") };
        match value {
            Json::Null => String::new(),
            Json::Bool(value) => format!("{name}={value}"),
            Json::Number(_) => format!("{name}={}", to_value(value)),
            Json::String(text) => format!("{name}={}", encode_component(text)),
            Json::Array(items) if items.is_empty() => format!("{name}="),
            Json::Array(items) => {
                let items: Vec<_> =
                    items.iter().enumerate().map(|(index, item)| (index.to_string(), item.clone())).collect();
                form(&items, &name)
            }
            Json::Object(entries) => form(entries, &name),
        }
    };
    let pairs = entries.iter().map(|(key, value)| pair(key, value)).filter(|pair| !pair.is_empty());
    pairs.collect::<Vec<_>>().join("&")
}

fn entries(object: &Json) -> &[(String, Json)] {
    match object {
        Json::Object(entries) => entries,
        _ => panic!("parameters are an object, not {object:?}"),
    }
}

/// `encodeURIComponent`
fn encode_component(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// A clock whose deadline never comes: requests here wait for their answers themselves.
pub(crate) struct StoppedClock;

impl Clock for StoppedClock {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn date(&self) -> String {
        "2026-11-24T10:00:00.000Z".into()
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending::<()>().await;
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}
