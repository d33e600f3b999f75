//! Faults: what the next requests get instead of, or on the way to, the portal's answer.

use crate::rest::{RestError, Server, lock};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use wildmatch::WildMatchPattern;

/// The faults in force, in the order they were given; the first that matches is used up first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

/// What the next `times` requests to a method get.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// A method name in any case; `*` stands for any text.
    #[serde(rename = "match")]
    pub(crate) pattern: String,
    /// How many requests more.
    #[serde(default = "once")]
    pub(crate) times: u32,
    pub(crate) then: Reply,
}

const fn once() -> u32 {
    1
}

/// What happens to a request. Parts can be combined: a delay before anything else, missing CORS headers on any answer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Reply {
    /// Milliseconds to wait first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) delay_ms: Option<u64>,
    /// Never answer.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) hang: bool,
    /// Reset the connection.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) reset: bool,
    /// Cut the answer's body after so many bytes, and the connection with it. The call is carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) truncate: Option<usize>,
    /// Answer with this status; the call is not carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// The body: text as it is, anything else as JSON. Alone it goes with status 200.
    #[serde(deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<serde_json::Value>,
    /// The body, as bytes that need be no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bytes: Option<Vec<u8>>,
    /// The body is JSON whose result is a text of so many letters: long answers are not sent to the portal first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) letters: Option<usize>,
    /// Headers of the answer.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) headers: BTreeMap<String, String>,
    /// `false`: without CORS headers, as something in front of the portal answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cors: Option<bool>,
    /// Refuse with this system error, worded as the portal words it; commands of a batch included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Keeps a `null` that is written apart from a key that is not there.
fn present<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<serde_json::Value>, D::Error> {
    serde_json::Value::deserialize(reader).map(Some)
}

/// The most of `letters`: an answer is made in memory.
const MOST_LETTERS: usize = 100_000_000;

/// Headers about the length of an answer and about its connection. HTTP libraries panic where they are false.
const FRAMING: [&str; 6] = ["connection", "content-length", "keep-alive", "te", "transfer-encoding", "upgrade"];

impl Reply {
    /// Whether the request is answered without the portal.
    pub(crate) fn is_answer(&self) -> bool {
        self.status.is_some() || self.body.is_some() || self.bytes.is_some() || self.letters.is_some()
    }

    /// Whether the call is carried out.
    pub(crate) fn lets_through(&self) -> bool {
        !(self.is_answer() || self.hang || self.reset || self.error.is_some())
    }

    /// What is wrong with it, for whoever wrote it.
    fn check(&self) -> Result<(), String> {
        if *self == Self::default() {
            return Err(
                "'then' is empty: give delayMs, hang, reset, truncate, status, body, bytes, letters, headers, cors or error"
                    .into(),
            );
        }
        if let Some(status) = self.status.filter(|status| !(200..=599).contains(status)) {
            return Err(format!("'status' is {status}: give a number from 200 to 599"));
        }
        if let Some(letters) = self.letters.filter(|letters| *letters > MOST_LETTERS) {
            return Err(format!("'letters' is {letters}: give {MOST_LETTERS} at most"));
        }
        if let Some(code) = self.error.as_deref().filter(|code| RestError::system(code).is_none()) {
            let known = RestError::codes().collect::<Vec<_>>().join(", ");
            return Err(format!("'error' is '{code}': give one of {known}"));
        }
        for (name, value) in &self.headers {
            if FRAMING.iter().any(|framing| name.eq_ignore_ascii_case(framing)) {
                return Err(format!("'headers' has '{name}', which the server itself decides: give truncate or reset"));
            }
            let valid = hyper::header::HeaderName::try_from(name).is_ok()
                && hyper::header::HeaderValue::try_from(value).is_ok();
            if !valid {
                return Err(format!("'headers' has '{name}: {value}', which is no HTTP header"));
            }
        }
        Ok(())
    }
}

impl Faults {
    /// Replaces the faults, or says what is wrong with the new ones.
    pub(crate) fn replace(&mut self, faults: Vec<Fault>) -> Result<(), String> {
        for (index, fault) in faults.iter().enumerate() {
            fault.then.check().map_err(|wrong| format!("fault {index}: {wrong}"))?;
        }
        self.0 = faults.into_iter().filter(|fault| fault.times > 0).collect();
        Ok(())
    }

    /// Those with requests left to hit.
    pub(crate) fn remaining(&self) -> &[Fault] {
        &self.0
    }

    /// Uses up one hit of the first fault for this method.
    pub(crate) fn take(&mut self, method: &str) -> Option<Reply> {
        self.take_if(method, |_| true)
    }

    fn take_if(&mut self, method: &str, wanted: impl Fn(&Reply) -> bool) -> Option<Reply> {
        let fault = self.0.iter_mut().find(|fault| fault.times > 0 && wanted(&fault.then) && fault.matches(method))?;
        fault.times -= 1;
        let reply = fault.then.clone();
        self.0.retain(|fault| fault.times > 0);
        Some(reply)
    }
}

impl Fault {
    fn matches(&self, method: &str) -> bool {
        wildcard(&self.pattern.to_lowercase(), method)
    }
}

impl Server {
    /// The error a fault has for a command of a batch; the other faults are about requests.
    pub(crate) fn command_fault(&self, method: &str) -> Option<RestError> {
        let reply = lock(&self.faults).take_if(method, |reply| reply.error.is_some())?;
        reply.error.as_deref().and_then(RestError::system)
    }
}

/// Whether `text` is `pattern`, where `*` stands for any text.
fn wildcard(pattern: &str, text: &str) -> bool {
    WildMatchPattern::<'*', '\0'>::new(pattern).matches(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        let matches = wildcard;
        assert!(matches("*", ""));
        assert!(matches("crm.*.reset", "crm.contact.details.configuration.reset"));
        assert!(matches("crm.contact*", "crm.contact"));
        assert!(!matches("crm.*.reset", "crm.contact.details.configuration.get"));
        assert!(!matches("crm", "crm.contact"));
        assert!(!matches("crm?contact", "crm.contact"));
        // One star after the other takes no longer.
        assert!(!matches(&"*a".repeat(5_000), &"a".repeat(4_000)));
    }

    #[test]
    fn a_fault_is_used_up_and_gone() {
        let mut faults = Faults::default();
        let fault = |pattern: &str, times, status| Fault {
            pattern: pattern.into(),
            times,
            then: Reply { status: Some(status), ..Reply::default() },
        };
        faults.replace(vec![fault("CRM.*", 2, 503), fault("*", 1, 500)]).unwrap();
        let statuses: Vec<_> =
            (0..4).map(|_| faults.take("crm.contact.fields").and_then(|reply| reply.status)).collect();
        assert_eq!(statuses, [Some(503), Some(503), Some(500), None]);
        assert!(faults.remaining().is_empty());
    }

    #[test]
    fn a_fault_that_says_nothing_or_nonsense_is_refused() {
        let refused = |json: &str| {
            let fault: Fault = serde_json::from_str(json).unwrap();
            Faults::default().replace(vec![fault]).unwrap_err()
        };
        assert!(refused(r#"{"match":"*","then":{}}"#).contains("'then' is empty"));
        assert!(refused(r#"{"match":"*","then":{"status":99}}"#).contains("from 200 to 599"));
        assert!(refused(r#"{"match":"*","then":{"error":"nope"}}"#).contains("expired_token"));
        assert!(refused(r#"{"match":"*","then":{"status":200,"headers":{"a b":"c"}}}"#).contains("no HTTP header"));
        let length = r#"{"match":"*","then":{"status":200,"headers":{"Content-Length":"5"}}}"#;
        assert!(refused(length).contains("which the server itself decides"));
    }
}
