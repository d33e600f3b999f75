//! The log of REST requests.

use crate::php::{Array, Key, Value, encode, readable};
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
            ("path", Value::from(self.path.as_str())),
            ("contentType", self.content_type.as_deref().map_or(Value::Null, Value::from)),
            ("params", Value::Array(readable(&self.params))),
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
                [("key", key), ("method", Value::from(method.as_str())), ("params", readable(params).into())]
                    .into_iter()
                    .collect()
            });
            entry.insert("commands", Value::Array((0..).zip(commands).collect()));
        }
        entry
    }
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
