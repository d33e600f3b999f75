//! Faults on real connections.

use crate::http::{Running, card};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const RESET: &str = "/rest/1/adm1secret/crm.contact.details.configuration.reset";

async fn with_fault(then: Value) -> Running {
    let running = Running::start().await;
    running.put("rows", json!([card(1, &json!([]))])).await;
    running.put("faults", json!([{"match": "crm.*.reset", "times": 1, "then": then}])).await;
    running
}

async fn rows_left(running: &Running) -> usize {
    running.get("rows").await.as_array().unwrap().len()
}

#[tokio::test]
async fn an_answer_from_in_front_of_the_portal_is_sent_as_given() {
    let then = json!({"status": 503, "body": "<h1>busy</h1>", "headers": {"Retry-After": "3"}, "cors": false});
    let running = with_fault(then).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!((answer.status, &answer.body[..]), (503, &b"<h1>busy</h1>"[..]));
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    assert_eq!(answer.headers["retry-after"], "3");
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
    assert_eq!(rows_left(&running).await, 1, "the call was not carried out");
    assert_eq!(running.call(RESET, json!({})).await.status, 200, "the fault is used up");
    let log = running.get("log").await;
    assert_eq!((&log[0]["status"], &log[1]["status"]), (&json!(503), &json!(200)));
}

#[tokio::test]
async fn a_body_may_be_json_null_or_nothing() {
    let running = with_fault(json!({"body": null})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!((answer.status, &answer.body[..]), (200, &b"null"[..]));
    let running = with_fault(json!({"status": 200})).await;
    assert!(running.call(RESET, json!({})).await.body.is_empty());
    let running = with_fault(json!({"status": 418, "body": {"error": 7}})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!((answer.status, answer.json()), (418, json!({"error": 7})));
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
}

#[tokio::test]
async fn a_body_need_not_be_text_nor_short() {
    let running = with_fault(json!({"bytes": [0xC3, 0x28]})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!((answer.status, &answer.body[..]), (200, &[0xC3, 0x28][..]));
    let long = "x".repeat(20 << 20);
    let running = with_fault(json!({"body": long})).await;
    assert_eq!(running.call(RESET, json!({})).await.body.len(), long.len());
}

#[tokio::test]
async fn a_text_of_many_letters_is_made_here() {
    let running = with_fault(json!({"letters": 20_000_000})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!((answer.status, answer.json()["result"].as_str().map(str::len)), (200, Some(20_000_000)));
    assert_eq!(rows_left(&running).await, 1, "the call was not carried out");
}

#[tokio::test]
async fn a_system_error_is_worded_as_the_portal_words_it() {
    let running = with_fault(json!({"error": "METHOD_CONFIRM_DENIED"})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json(), json!({"error": "METHOD_CONFIRM_DENIED", "error_description": "Method call denied"}));
    running.put("faults", json!([{"match": "scope", "then": {"error": "ERROR_CORE"}}])).await;
    let batch = running.call("/rest/1/adm1secret/batch", json!({"cmd": ["scope", "scope"]})).await.json();
    assert_eq!(batch["result"]["result_error"][0]["error"], "ERROR_CORE");
    assert!(batch["result"]["result"]["1"].is_array());
}

#[tokio::test]
async fn a_delay_comes_before_the_portal_s_own_answer() {
    let running = with_fault(json!({"delayMs": 300})).await;
    let start = Instant::now();
    assert_eq!(running.call(RESET, json!({})).await.json()["result"], true);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert_eq!(rows_left(&running).await, 0);
}

#[tokio::test]
async fn a_call_is_carried_out_though_its_client_has_gone() {
    let running = with_fault(json!({"delayMs": 200})).await;
    let waiting = tokio::time::timeout(Duration::from_millis(50), running.call(RESET, json!({})));
    assert!(waiting.await.is_err());
    assert_eq!(rows_left(&running).await, 1, "not yet");
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(rows_left(&running).await, 0);
    assert_eq!(running.get("log").await[0]["status"], 200);
}

#[tokio::test]
async fn a_hanging_request_is_never_answered() {
    let running = with_fault(json!({"hang": true})).await;
    let waiting = tokio::time::timeout(Duration::from_millis(300), running.call(RESET, json!({})));
    assert!(waiting.await.is_err());
    assert_eq!(rows_left(&running).await, 1, "the call was not carried out");
    assert_eq!(running.get("log").await[0]["status"], Value::Null);
}

#[tokio::test]
async fn a_reset_connection_gives_no_answer() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let running = with_fault(json!({"reset": true})).await;
    let address = running.portal.url().strip_prefix("http://").unwrap().to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    stream.write_all(format!("POST {RESET} HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    let error = stream.read(&mut [0; 100]).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(rows_left(&running).await, 1, "the call was not carried out");
}

#[tokio::test]
async fn a_truncated_answer_breaks_off_after_the_call_was_carried_out() {
    for bytes in [0, 5] {
        let running = with_fault(json!({"truncate": bytes})).await;
        let broken = running.request("POST", RESET).try_send("").await;
        assert!(broken.is_err(), "{broken:?}");
        assert_eq!(rows_left(&running).await, 0);
    }
}

#[tokio::test]
async fn missing_cors_headers_alone_leave_the_answer_as_it_is() {
    let running = with_fault(json!({"cors": false})).await;
    let answer = running.call(RESET, json!({})).await;
    assert_eq!(answer.json()["result"], true);
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn an_empty_list_clears() {
    let running = with_fault(json!({"status": 500})).await;
    assert_eq!(running.get("faults").await[0]["then"], json!({"status": 500}));
    running.put("faults", json!([])).await;
    assert_eq!(running.call(RESET, json!({})).await.status, 200);
}

#[tokio::test]
async fn a_portal_stops_though_a_request_hangs() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let running = with_fault(json!({"hang": true})).await;
    let address = running.portal.url().strip_prefix("http://").unwrap().to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    stream.write_all(format!("POST {RESET} HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    while running.get("log").await == json!([]) {}
    running.portal.stop().await;
    assert_eq!(stream.read(&mut [0; 100]).await.unwrap_or(0), 0, "closed without an answer");
    assert!(tokio::net::TcpStream::connect(&address).await.is_err(), "nobody listens any more");
}
