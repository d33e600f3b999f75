//! The log of REST requests.

use crate::php::{Array, Key, Value, encode, percent_decode, readable};
use std::collections::VecDeque;

/// Older requests are forgotten beyond so many, or so many bytes, so that a portal can run for days.
const MAX_ENTRIES: usize = 5_000;
const MAX_BYTES: usize = 16 << 20;

/// The latest requests, each as it is shown: its JSON.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: VecDeque<Box<[u8]>>,
    bytes: usize,
}

/// A request as the log tells it.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) content_type: Option<String>,
    pub(crate) params: Array,
    /// Who called, where that was found out.
    pub(crate) user: Option<i64>,
    /// HTTP status; none where there was no answer.
    pub(crate) status: Option<u16>,
    /// Of a batch: key, method and parameters of each command.
    pub(crate) commands: Option<Vec<(Key, String, Array)>>,
}

impl Entry {
    fn to_array(&self) -> Array {
        let mut entry: Array = [
            ("at", Value::Int(self.at)),
            ("method", Value::from(self.method.as_str())),
            ("path", Value::from(without_code(&self.path))),
            ("contentType", self.content_type.as_deref().map_or(Value::Null, Value::from)),
            ("params", Value::Array(readable(&without_secrets(&self.params)))),
            ("user", self.user.map_or(Value::Null, Value::Int)),
            ("status", self.status.map_or(Value::Null, |status| Value::Int(status.into()))),
        ]
        .into_iter()
        .collect();
        if let Some(commands) = &self.commands {
            let commands = commands.iter().map(|(key, method, params)| -> Array {
                let key = match key {
                    Key::Index(index) => Value::Int(*index),
                    Key::Name(name) => Value::from(String::from_utf8_lossy(name).into_owned()),
                };
                [
                    ("key", key),
                    ("method", Value::from(method.as_str())),
                    ("params", readable(&without_secrets(params)).into()),
                ]
                .into_iter()
                .collect()
            });
            entry.insert("commands", Value::Array((0..).zip(commands).collect()));
        }
        entry
    }
}

/// What stands in the place of a secret.
const SECRET: &str = "***";

/// The parameters that hold a token, or a webhook's code.
const SECRETS: [&str; 3] = ["auth", "access_token", "ap"];

/// A path whose webhook, if it has one, is without its code: `/rest/1/***/profile`.
fn without_code(path: &str) -> String {
    let mut parts: Vec<_> = path.split('/').collect();
    match parts.as_mut_slice() {
        ["", "rest", _, code, ..] if !code.is_empty() => *code = SECRET,
        _ => {}
    }
    parts.join("/")
}

/// Parameters without what they authorize by, in any case of their names, and without that of a batch's commands.
fn without_secrets(params: &Array) -> Array {
    let hide = |(key, value): (&Key, &Value)| {
        let name = key.to_bytes();
        let value = match value {
            _ if is_secret(&name) => Value::from(SECRET),
            commands if name.eq_ignore_ascii_case(b"cmd") => without_query_secrets(commands),
            other => other.clone(),
        };
        (key.clone(), value)
    };
    params.iter().map(hide).collect()
}

/// Commands `method?query`, as they were sent but for what they authorize by.
fn without_query_secrets(commands: &Value) -> Value {
    if let Value::Array(commands) = commands {
        return Value::Array(
            commands.iter().map(|(key, command)| (key.clone(), without_query_secrets(command))).collect(),
        );
    }
    let Some((method, query)) = commands.as_text().and_then(|text| split_at_byte(text, b'?')) else {
        return commands.clone();
    };
    let pairs = query.split(|byte| *byte == b'&').map(|pair| match split_at_byte(pair, b'=') {
        Some((name, _)) if is_secret(&percent_decode(name)) => [name, SECRET.as_bytes()].join(&b'='),
        _ => pair.to_vec(),
    });
    Value::Text([method, &pairs.collect::<Vec<_>>().join(&b'&')].join(&b'?'))
}

fn split_at_byte(text: &[u8], separator: u8) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|byte| *byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

fn is_secret(name: &[u8]) -> bool {
    SECRETS.iter().any(|secret| name.eq_ignore_ascii_case(secret.as_bytes()))
}

impl Log {
    /// Adds a request.
    pub(crate) fn add(&mut self, entry: &Entry) {
        // What cannot be written is nested deeper than PHP reads JSON: a query string cannot be.
        let Ok(json) = encode(&Value::Array(entry.to_array())) else { return };
        self.bytes += json.len();
        self.entries.push_back(json.into());
        while self.entries.len() > MAX_ENTRIES || self.bytes > MAX_BYTES {
            let Some(oldest) = self.entries.pop_front() else { break };
            self.bytes -= oldest.len();
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// A JSON list, oldest first.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut json = vec![b'['];
        for (position, entry) in self.entries.iter().enumerate() {
            if position > 0 {
                json.push(b',');
            }
            json.extend(entry);
        }
        json.push(b']');
        json
    }
}
