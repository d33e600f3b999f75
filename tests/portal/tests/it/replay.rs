//! Replays the recordings of a real portal: the rows before, the request, then status, body and the rows after.

use crate::http::Running;
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recording {
    group: String,
    name: String,
    before: String,
    request: RecordedRequest,
    status: u16,
    body: Value,
    after: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RecordedRequest {
    method: String,
    path: String,
    content_type: Option<String>,
    body: Value,
    headers: HashMap<String, String>,
}

fn recordings() -> (Vec<Recording>, HashMap<String, Value>) {
    let vectors = include_str!("../../../recordings/vectors.jsonl");
    let recordings = vectors.lines().map(|line| serde_json::from_str(line).expect("a recording")).collect();
    (recordings, serde_json::from_str(include_str!("../../../recordings/rows.json")).expect("rows"))
}

#[tokio::test]
async fn every_recording_replays() {
    let (recordings, rows) = recordings();
    let running = Running::start().await;
    let mut differing = Vec::new();
    for recording in &recordings {
        if let Err(difference) = replay(&running, recording, &rows).await {
            differing.push(format!("{} / {}: {difference}", recording.group, recording.name));
        }
    }
    println!("{}/{}", recordings.len() - differing.len(), recordings.len());
    assert!(differing.is_empty(), "these differ:\n{}", differing.join("\n"));
}

async fn replay(running: &Running, recording: &Recording, rows: &HashMap<String, Value>) -> Result<(), String> {
    running.put("rows", rows[&recording.before].clone()).await;
    let request = &recording.request;
    let mut sending = running.request(&request.method, &request.path);
    if let Some(content_type) = &request.content_type {
        sending = sending.header("content-type", content_type);
    }
    for (name, value) in &request.headers {
        sending = sending.header(name, value);
    }
    let answer = sending
        .send(match &request.body {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            json => json.to_string(),
        })
        .await;
    if answer.status != recording.status {
        return Err(format!("status {} instead of {}", answer.status, recording.status));
    }
    if recording.body.is_null() {
        if !answer.json().is_null() {
            return Err(format!("body {}", answer.json()));
        }
    } else {
        compare("body", &answer.json(), &recording.body)?;
    }
    let (found, expected) = (running.get("rows").await, &rows[&recording.after]);
    if same_rows(&found, expected) { Ok(()) } else { Err(format!("rows {found}\n  instead of {expected}")) }
}

/// Whether both have the same rows, in any order.
fn same_rows(found: &Value, expected: &Value) -> bool {
    let (found, expected) = (found.as_array().expect("rows"), expected.as_array().expect("rows"));
    found.len() == expected.len() && found.iter().all(|row| expected.contains(row))
}

/// Compares, where `"<T>"` stands for a `time` object and a date for any date.
fn compare(place: &str, found: &Value, expected: &Value) -> Result<(), String> {
    match (found, expected) {
        (time, Value::String(text)) if text == "<T>" => check_time(place, time),
        (Value::String(found), Value::String(expected)) if is_date(expected) && is_date(found) => Ok(()),
        (Value::Object(found), Value::Object(expected)) if found.len() == expected.len() => {
            found.iter().try_for_each(|(key, value)| {
                compare(&format!("{place}.{key}"), value, expected.get(key).unwrap_or(&Value::Null))
            })
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            found.iter().zip(expected).try_for_each(|(found, expected)| compare(place, found, expected))
        }
        _ if found == expected => Ok(()),
        _ => Err(format!("{place} is {found} instead of {expected}")),
    }
}

fn check_time(place: &str, time: &Value) -> Result<(), String> {
    let numbers = ["start", "finish", "duration", "processing"].iter().all(|key| time[key].is_number());
    let dates = ["date_start", "date_finish"].iter().all(|key| time[key].as_str().is_some_and(is_date));
    if numbers && dates { Ok(()) } else { Err(format!("{place} is no time object: {time}")) }
}

/// `2026-11-23T15:37:01+01:00`
fn is_date(text: &str) -> bool {
    let shape: String = text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    shape == "0000-00-00T00:00:00+00:00"
}
