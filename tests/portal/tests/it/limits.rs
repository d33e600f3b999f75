//! The two limits.

use crate::http::Running;
use serde_json::{Value, json};

const SCOPE: &str = "/rest/1/adm1secret/scope";

#[tokio::test]
async fn a_burst_is_let_through_and_a_batch_counts_once() {
    let running = Running::start().await;
    running.put("limits", json!({"burst": 3, "perSecond": 0})).await;
    let batch = json!({"cmd": vec!["scope"; 50]});
    assert_eq!(running.call("/rest/1/adm1secret/batch", batch).await.status, 200);
    assert_eq!(running.call(SCOPE, json!({})).await.status, 200);
    assert_eq!(running.call("/rest/nonsense", json!({})).await.status, 404);
    let refused = running.call(SCOPE, json!({})).await;
    assert_eq!(refused.status, 503);
    assert_eq!(refused.json(), json!({"error": "QUERY_LIMIT_EXCEEDED", "error_description": "Too many requests"}));
    assert_eq!(running.get("log").await[3]["status"], 503);
    running.put("limits", Value::Null).await;
    assert_eq!(running.call(SCOPE, json!({})).await.status, 200);
}

#[tokio::test]
async fn the_bucket_leaks() {
    let running = Running::start().await;
    running.put("limits", json!({"burst": 1, "perSecond": 100})).await;
    assert_eq!(running.call(SCOPE, json!({})).await.status, 200);
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    assert_eq!(running.call(SCOPE, json!({})).await.status, 200);
}

#[tokio::test]
async fn run_time_is_metered_for_each_credential_and_method() {
    let running = Running::start().await;
    running.put("limits", json!({"costMs": 200, "operatingSeconds": 0.4, "windowSeconds": 600})).await;
    let first = running.call(SCOPE, json!({})).await.json();
    assert_eq!((&first["time"]["operating"], &first["time"]["processing"]), (&json!(0.2), &json!(0.2)));
    let now = first["time"]["finish"].as_f64().unwrap();
    let reset_at = first["time"]["operating_reset_at"].as_f64().unwrap();
    assert!((599.0..=602.0).contains(&(reset_at - now)), "{first}");
    assert_eq!(running.call(SCOPE, json!({})).await.json()["time"]["operating"], 0.4);
    let refused = running.call(SCOPE, json!({})).await;
    assert_eq!((refused.status, refused.json()["error"].as_str()), (429, Some("OPERATION_TIME_LIMIT")));
    assert_eq!(running.call("/rest/1/adm1secret/profile", json!({})).await.status, 200);
    assert_eq!(running.call("/rest/5/usr5secret/scope", json!({})).await.status, 200);
}

#[tokio::test]
async fn inside_a_batch_the_limit_is_an_error_of_the_command() {
    let running = Running::start().await;
    running.put("limits", json!({"costMs": 150, "operatingSeconds": 0.3})).await;
    let batch = running.call("/rest/1/adm1secret/batch", json!({"cmd": ["scope", "scope", "scope", "profile"]})).await;
    assert_eq!(batch.status, 200);
    let result = &batch.json()["result"];
    assert_eq!(result["result_error"]["2"]["error"], "OPERATION_TIME_LIMIT");
    assert_eq!(result["result"]["3"]["ID"], "1");
    assert_eq!(result["result_time"]["1"]["operating"], 0.3);
}
