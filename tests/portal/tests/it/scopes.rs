//! The scopes of the application.

use crate::http::Running;
use serde_json::{Value, json};

async fn call(running: &Running, method: &str) -> (u16, Value) {
    let answer = running.call(&format!("/rest/{method}"), json!({ "auth": "tok_admin" })).await;
    (answer.status, answer.json())
}

#[tokio::test]
async fn a_missing_scope_is_named_by_the_code() {
    let running = Running::start().await;
    let all = ["crm", "user", "department", "placement"];
    assert_eq!(call(&running, "scope").await.1["result"], json!(all));
    let refusal = "The request requires higher privileges than provided by the access token";
    for (missing, methods) in [
        ("crm", ["crm.contact.fields", "crm.contact.details.configuration.reset"]),
        ("user", ["user.get", "user.current"]),
        ("department", ["department.get", "department.get"]),
        ("placement", ["placement.get", "placement.list"]),
    ] {
        let scopes: Vec<_> = all.into_iter().filter(|scope| *scope != missing).collect();
        running.put("application", json!({ "scopes": scopes })).await;
        assert_eq!(call(&running, "scope").await.1["result"], json!(scopes));
        for method in methods {
            let (status, answer) = call(&running, method).await;
            assert_eq!((status, &answer["error"]), (401, &json!("insufficient_scope")), "{method}");
            assert_eq!(answer["error_description"], refusal);
        }
        assert_eq!(call(&running, "profile").await.0, 200, "it needs none");
        let webhook = running.admin(methods[0], json!({})).await.1;
        assert_ne!(webhook["error"], "insufficient_scope", "a webhook has its own");
    }
}

#[tokio::test]
async fn a_missing_scope_fails_commands_of_a_batch() {
    let running = Running::start().await;
    running.put("application", json!({ "scopes": ["crm"] })).await;
    let batch = json!({ "auth": "tok_admin", "cmd": { "a": "user.get", "b": "profile" } });
    let answer = running.call("/rest/batch", batch).await.json();
    let missing = json!({ "a": { "error": "insufficient_scope", "error_description": "" } });
    assert_eq!(answer["result"]["result_error"], missing);
    assert_eq!(answer["result"]["result"]["b"]["ID"], "1");
}

#[tokio::test]
async fn with_user_brief_people_cannot_be_reached() {
    let running = Running::start().await;
    assert_eq!(call(&running, "user.current").await.1["result"]["EMAIL"], "anna@portal.example");
    running.put("application", json!({ "scopes": ["user_brief"] })).await;
    let current = call(&running, "user.current").await.1["result"].clone();
    assert_eq!((&current["NAME"], &current["EMAIL"]), (&json!("Anna"), &Value::Null));
    assert_eq!(call(&running, "user.get").await.1["result"][0]["EMAIL"], Value::Null);
}

#[tokio::test]
async fn placements_are_told_the_scopes() {
    let running = Running::start().await;
    running.put("application", json!({ "scopes": ["crm", "user_brief"] })).await;
    let page = running.request("GET", "/placement?app=http://localhost/").send("").await;
    assert!(String::from_utf8_lossy(&page.body).contains(r#""scopes":"crm,user_brief""#));
    let refused = running.request("PUT", "/__portal/application").send(r#"{"scopes":["everything"]}"#).await;
    assert_eq!(refused.status, 400);
    assert!(String::from_utf8_lossy(&refused.body).contains("user_brief"), "what is accepted is said");
}
