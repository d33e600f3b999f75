//! The method `batch`: commands one after the other, results by key in containers.

use super::macros::{CONTAINERS, expand_all};
use super::method::Caller;
use super::{Failure, Outcome, RestError, Server, auth};
use crate::php::{Array, Key, Value, parse_str, truthy};
use std::time::SystemTime;

/// The 51st command and later ones get an error each.
const MAX_COMMANDS: usize = 50;

/// Runs `cmd`, stopping at the first error where `halt` is truthy.
pub(crate) fn run(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    let params = params.upper_case_keys();
    let halt = params.isset("HALT").is_some_and(truthy);
    let mut containers: Array = CONTAINERS.into_iter().map(|name| (name, Array::new())).collect();
    let commands = params.isset("CMD").and_then(Value::as_array).cloned().unwrap_or_default();
    for (position, (key, command)) in commands.iter().enumerate() {
        let answer = if position >= MAX_COMMANDS {
            Err(RestError::known("ERROR_BATCH_LENGTH_EXCEEDED").into())
        } else if let Some(command) = command.as_text() {
            run_command(server, caller, command, &containers)
        } else {
            continue;
        };
        let failed = answer.is_err();
        record(&mut containers, key, answer)?;
        if failed && halt {
            break;
        }
    }
    Ok(Value::Array(renamed(containers)))
}

/// Puts an answer into the containers. What PHP dies of takes the whole batch along.
fn record(containers: &mut Array, key: &Key, answer: Result<Array, Failure>) -> Result<(), Failure> {
    match answer {
        Ok(answer) => {
            for (container, value) in answer.iter() {
                containers.array_at(container).insert(key.clone(), value.clone());
            }
        }
        Err(Failure::Error(error)) => {
            containers.array_at(&Key::from("error")).insert(key.clone(), error.to_array());
        }
        Err(Failure::Crash) => return Err(Failure::Crash),
    }
    Ok(())
}

/// The containers under the names they are answered with.
fn renamed(mut containers: Array) -> Array {
    [
        ("result", "result"),
        ("result_error", "error"),
        ("result_total", "total"),
        ("result_next", "next"),
        ("result_time", "time"),
    ]
    .into_iter()
    .map(|(name, container)| (name, containers.remove(container).unwrap_or_default()))
    .collect()
}

/// Runs one command `method?query`.
fn run_command(server: &Server, caller: &Caller, command: &[u8], containers: &Array) -> Result<Array, Failure> {
    let start = SystemTime::now();
    let (name, query) = split_url(command);
    // Compared before the case is folded: `BATCH` nests.
    if [&b"batch"[..], b"download", b"upload"].contains(&name) {
        return Err(RestError::known("ERROR_BATCH_METHOD_NOT_ALLOWED").into());
    }
    let name = String::from_utf8_lossy(name).to_lowercase();
    let mut params = expand_all(&parse_query(query), containers)?;
    let caller = &Caller { start: auth::start_of(&params), ..caller.clone() };
    auth::strip(&mut params);
    if let Some(error) = server.command_fault(&name) {
        return Err(error.into());
    }
    let method = server.method(&name)?;
    if !caller.has_one_of(method.scopes) {
        return Err(RestError::known("insufficient_scope").described("").into());
    }
    server.run(method, caller, &params, start)
}

/// The commands of a batch as they were sent, for the log: key, method in lower case, parameters before expansion.
pub(crate) fn commands(params: &Array) -> Vec<(Key, String, Array)> {
    let params = params.upper_case_keys();
    let commands = params.isset("CMD").and_then(Value::as_array);
    let texts = commands.into_iter().flat_map(Array::iter).filter_map(|(key, value)| Some((key, value.as_text()?)));
    texts
        .map(|(key, command)| {
            let (name, query) = split_url(command);
            (key.clone(), String::from_utf8_lossy(name).to_lowercase(), parse_query(query))
        })
        .collect()
}

/// PHP takes `"0"` for no query at all.
fn parse_query(query: &[u8]) -> Array {
    if query == b"0" { Array::new() } else { parse_str(query) }
}

/// Path and query, as PHP's `parse_url` finds them: a fragment is cut off, a scheme and host are not part of the path.
fn split_url(url: &[u8]) -> (&[u8], &[u8]) {
    let url = url.split(|byte| *byte == b'#').next().unwrap_or_default();
    let mut halves = url.splitn(2, |byte| *byte == b'?');
    let path = halves.next().unwrap_or_default();
    (without_origin(path), halves.next().unwrap_or_default())
}

fn without_origin(path: &[u8]) -> &[u8] {
    let colon = path.iter().position(|byte| *byte == b':').filter(|colon| *colon > 0);
    let rest = match colon.and_then(|colon| path.split_at_checked(colon)) {
        Some((scheme, rest)) if scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)) => {
            rest.get(1..).unwrap_or_default()
        }
        _ => path,
    };
    match rest.strip_prefix(b"//") {
        Some(authority) => {
            let slash = authority.iter().position(|byte| *byte == b'/').unwrap_or(authority.len());
            authority.get(slash..).unwrap_or_default()
        }
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::php::{encode, to_text};
    use crate::rest::Scope;
    use crate::users::Company;
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn admin() -> Caller {
        let user = Company::default().find(1).unwrap();
        Caller { user, scopes: Arc::new([Scope::Crm]), credential: "test".into(), application: false, start: 0 }
    }

    /// Parameters as a query string, the way clients build it: every value encoded once.
    fn to_query(params: &Array, prefix: &str) -> String {
        let pairs = params.iter().map(|(key, value)| {
            let key = String::from_utf8(key.to_bytes()).unwrap();
            let key = utf8_percent_encode(&key, NON_ALPHANUMERIC);
            let name = if prefix.is_empty() { key.to_string() } else { format!("{prefix}[{key}]") };
            match value {
                Value::Array(array) => to_query(array, &name),
                scalar => {
                    let text = String::from_utf8(to_text(scalar).unwrap()).unwrap();
                    format!("{name}={}", utf8_percent_encode(&text, NON_ALPHANUMERIC))
                }
            }
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    fn params() -> impl Strategy<Value = Array> {
        let leaf = any::<String>().prop_map(Value::from);
        let value = leaf.prop_recursive(4, 24, 4, |inner| {
            prop::collection::vec(("[a-z0-9 .-]{1,5}x?", inner), 1..4).prop_map(|pairs| {
                Value::Array(pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect())
            })
        });
        // `[ ]` appends, so a blank alone is no key.
        let named = |pairs: Vec<(String, Value)>| -> Array {
            pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
        };
        prop::collection::vec(("[a-z][a-z0-9]{0,5}", value), 0..5)
            .prop_map(named)
            .prop_filter("blank keys", no_blank_keys)
    }

    fn no_blank_keys(array: &Array) -> bool {
        array.iter().all(|(key, value)| key.to_bytes() != b" " && value.as_array().is_none_or(no_blank_keys))
    }

    /// The keys of a container in JSON, none where it is a list.
    fn keys(container: &Value) -> Option<Vec<String>> {
        let json: serde_json::Value = serde_json::from_slice(&encode(container).unwrap()).unwrap();
        json.as_object().map(|object| object.keys().cloned().collect())
    }

    proptest! {
        #[test]
        fn what_a_client_encodes_a_command_decodes(params in params()) {
            let command = format!("crm.method?{}", to_query(&params, ""));
            let (name, query) = split_url(command.as_bytes());
            prop_assert_eq!(name, b"crm.method");
            prop_assert_eq!(parse_query(query), params);
        }

        #[test]
        fn each_container_has_the_shape_of_its_own_keys(fails in prop::collection::vec(any::<bool>(), 0..8), named: bool) {
            let key = |index: usize| if named { format!("k{index}") } else { index.to_string() };
            let command = |fails: bool| if fails { "nonsense" } else { "server.time" };
            let cmd: Array = fails.iter().enumerate().map(|(index, fails)| (Key::from(key(index).as_str()), command(*fails))).collect();
            let params: Array = [("cmd", cmd)].into_iter().collect();
            let answer = run(&Server::default(), &admin(), &params).unwrap();
            let answer = answer.as_array().unwrap();
            for (name, wanted) in [("result", Some(false)), ("result_time", Some(false)), ("result_error", Some(true)), ("result_total", None)] {
                let expected: Vec<String> = fails.iter().enumerate().filter(|(_, fails)| Some(**fails) == wanted).map(|(index, _)| key(index)).collect();
                let consecutive = expected.iter().enumerate().all(|(index, key)| *key == index.to_string());
                let found = keys(answer.get(name).unwrap());
                prop_assert_eq!(found, (!consecutive).then_some(expected), "{}", name);
            }
        }

        #[test]
        fn no_command_makes_it_panic(command: Vec<u8>, params in params()) {
            let cmd: Array = [(0, Value::Text(command))].into_iter().collect();
            let mut all = params;
            all.insert("cmd", cmd);
            prop_assert!(run(&Server::default(), &admin(), &all).is_ok());
        }
    }
}
