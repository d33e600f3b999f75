//! The control interface.

use crate::http::{Running, card};
use serde_json::json;

#[tokio::test]
async fn the_log_tells_what_came() {
    let running = Running::start().await;
    running.call("/rest/profile?x=1", json!({"auth": "tok_user5", "a": {"b": [1]}})).await;
    running.call("/rest/1/wrong/profile", json!({})).await;
    let log = running.get("log").await;
    assert_eq!(log.as_array().unwrap().len(), 2);
    let first = &log[0];
    assert!(first["at"].is_i64());
    assert_eq!(first["method"], "profile");
    assert_eq!(first["path"], "/rest/profile");
    assert_eq!(first["contentType"], "application/json");
    assert_eq!(first["params"], json!({"x": "1", "auth": "tok_user5", "a": {"b": [1]}}));
    assert_eq!((&first["user"], &first["status"]), (&json!(5), &json!(200)));
    assert_eq!((&log[1]["user"], &log[1]["status"]), (&json!(null), &json!(401)));
    assert_eq!(running.request("DELETE", "/__portal/log").send("").await.json(), json!([]));
    assert_eq!(running.get("log").await, json!([]));
}

#[tokio::test]
async fn rows_come_back_as_they_were_put() {
    let running = Running::start().await;
    let rows = json!([card(7, &json!([{"name": "О карточке </b>", "optionFlags": 1.5}])), card(5, &json!([]))]);
    running.put("rows", rows.clone()).await;
    assert_eq!(running.get("rows").await, rows);
    running.put("rows", json!([])).await;
    assert_eq!(running.get("rows").await, json!([]));
}

#[tokio::test]
async fn a_mistake_is_named_and_changes_nothing() {
    let running = Running::start().await;
    running.put("rows", json!([card(7, &json!([]))])).await;
    for (what, body, part) in [
        ("rows", "{", "accepted: a JSON list"),
        ("rows", r#"[{"user":-1,"name":"n","common":false,"value":1}]"#, "0 or more"),
        ("rows", r#"[{"user":1,"name":"n","common":false}]"#, "accepted"),
        ("faults", r#"{"match":"*"}"#, "accepted: a JSON list"),
        ("faults", r#"[{"match":"*","then":{"sleep":1}}]"#, "unknown field `sleep`"),
        ("faults", r#"[{"match":"*","then":{}}]"#, "'then' is empty"),
        ("limits", r#"{"burst":"x"}"#, "accepted: null"),
        ("limits", r#"{"perSecond":-1}"#, "'perSecond' must be a number from 0"),
        ("limits", r#"{"rate":1}"#, "unknown field `rate`"),
        ("conditions", r#"{"plan":"gold"}"#, "unknown variant `gold`"),
    ] {
        let answer = running.request("PUT", &format!("/__portal/{what}")).send(body).await;
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        assert_eq!(answer.status, 400, "{body}");
        assert!(text.contains(part), "{body}: {text}");
    }
    assert_eq!(running.get("rows").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn pages_of_any_origin_may_control_the_portal() {
    let running = Running::start().await;
    let preflight = running.request("OPTIONS", "/__portal/rows").send("").await;
    assert_eq!(preflight.status, 204);
    assert_eq!(preflight.headers["access-control-allow-origin"], "*");
    assert!(preflight.headers["access-control-allow-methods"].to_str().unwrap().contains("PUT"));
    assert_eq!(running.get("users").await[0]["admin"], true);
}
