//! The placement without a browser: its page, its tokens, the application's origin.

use crate::http::Running;
use portal::Options;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

pub(crate) fn settings(page: &[u8]) -> Value {
    let page = std::str::from_utf8(page).unwrap();
    let (_, rest) = page.split_once("id=\"settings\">").expect("settings");
    serde_json::from_str(rest.split_once("</script>").expect("their end").0).expect("JSON")
}

#[tokio::test]
async fn a_placement_belongs_to_its_user() {
    let running = Running::start().await;
    let page = running.request("GET", "/placement?app=http%3A%2F%2Flocalhost%3A1%2F&placement=X&user=6").send("").await;
    let settings = settings(&page.body);
    assert_eq!(
        (&settings["placement"], &settings["user"], &settings["isAdmin"]),
        (&json!("X"), &json!(6), &json!(false))
    );
    assert_eq!(settings["sid"].as_str().unwrap().len(), 32);
    let token = settings["auth"]["AUTH_ID"].as_str().unwrap();
    assert_eq!(running.call("/rest/profile", json!({"auth": token})).await.json()["result"]["ID"], "6");

    let form = format!("auth={token}&user=6");
    let renewed = running.request("POST", "/placement/refresh").send(form.clone()).await.json();
    let new = renewed["AUTH_ID"].as_str().unwrap();
    assert_ne!(new, token);
    assert_eq!(running.call("/rest/profile", json!({"auth": token})).await.json()["error"], "expired_token");
    assert_eq!(running.call("/rest/profile", json!({"auth": new})).await.json()["result"]["ID"], "6");

    running.put("faults", json!([{"match": "refreshAuth", "then": {"status": 500}}])).await;
    assert_eq!(running.request("POST", "/placement/refresh").send(form).await.status, 503);
}

/// A token the portal gave to user 6, and the form that renews it.
async fn token(running: &Running) -> (String, String) {
    let page = running.request("GET", "/placement?app=http://localhost/&user=6").send("").await;
    let token = settings(&page.body)["auth"]["AUTH_ID"].as_str().unwrap().to_owned();
    let form = format!("auth={token}&user=6");
    (token, form)
}

#[tokio::test]
async fn a_fault_that_replaces_the_answer_makes_a_renewal_fail() {
    let running = Running::start().await;
    let (token, form) = token(&running).await;
    let renew = async || running.request("POST", "/placement/refresh").send(form.clone()).await;
    for then in [
        json!({"status": 200}),
        json!({"body": {"AUTH_ID": "x"}}),
        json!({"bytes": []}),
        json!({"error": "CONNECTION_ERROR"}),
        json!({"hang": true}),
        json!({"reset": true}),
        json!({"delayMs": 300, "status": 500}),
    ] {
        running.put("faults", json!([{"match": "refreshAuth", "then": then}])).await;
        let start = Instant::now();
        assert_eq!(renew().await.status, 503, "{then}");
        assert!(then.get("delayMs").is_none() || start.elapsed() >= Duration::from_millis(300));
        assert_eq!(running.get("faults").await, json!([]), "used up");
        assert_eq!(running.call("/rest/profile", json!({"auth": token})).await.status, 200, "not renewed: {then}");
    }
    assert_eq!(renew().await.status, 200);
}

#[tokio::test]
async fn a_fault_that_leaves_the_answer_lets_a_renewal_happen() {
    let running = Running::start().await;
    for then in [
        json!({"delayMs": 300}),
        json!({"cors": false}),
        json!({"headers": {"X-Late": "1"}}),
        json!({"delayMs": 300, "truncate": 9}),
    ] {
        let (token, form) = token(&running).await;
        running.put("faults", json!([{"match": "refreshAuth", "then": then}])).await;
        let start = Instant::now();
        let answer = running.request("POST", "/placement/refresh").try_send(form).await;
        assert!(then.get("delayMs").is_none() || start.elapsed() >= Duration::from_millis(300));
        assert_eq!(answer.is_err(), then.get("truncate").is_some(), "{then}");
        if let Ok(answer) = answer {
            assert_eq!(answer.status, 200, "{then}");
            assert_eq!(answer.headers.contains_key("x-late"), then.get("headers").is_some());
            let new = answer.json()["AUTH_ID"].clone();
            assert_eq!(running.call("/rest/profile", json!({"auth": new})).await.json()["result"]["ID"], "6");
        }
        let old = running.call("/rest/profile", json!({"auth": token})).await;
        assert_eq!(old.json()["error"], "expired_token", "renewed: {then}");
    }
}

#[tokio::test]
async fn a_renewal_is_in_the_log_without_its_tokens() {
    let running = Running::start().await;
    let (_, form) = token(&running).await;
    running.request("POST", "/placement/refresh").send(form.clone()).await;
    running.put("faults", json!([{"match": "*", "then": {"status": 500}}])).await;
    running.request("POST", "/placement/refresh").send(form).await;
    let mut log = running.get("log").await;
    for (entry, status) in log.as_array_mut().unwrap().iter_mut().zip([200, 503]) {
        assert!(entry.as_object_mut().unwrap().remove("at").unwrap().is_number());
        assert_eq!(
            *entry,
            json!({
                "method": "refreshAuth", "path": "/placement/refresh", "contentType": null, "params": [], "user": 6,
                "status": status,
            })
        );
    }
    assert_eq!(log.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_token_may_look_shorter_lived_than_it_is() {
    let running = Running::start().await;
    let page = running.request("GET", "/placement?app=http://localhost/&user=6&expires=0").send("").await;
    let auth = &settings(&page.body)["auth"];
    assert_eq!(auth["AUTH_EXPIRES"], 0);
    let token = auth["AUTH_ID"].as_str().unwrap();
    assert_eq!(running.call("/rest/profile", json!({"auth": token})).await.status, 200, "the portal still takes it");
    let renewed = running.request("POST", "/placement/refresh").send(format!("auth={token}&user=6")).await.json();
    assert_eq!(renewed["AUTH_EXPIRES"], 3600);
}

#[tokio::test]
async fn what_is_wrong_with_a_placement_s_address_is_said() {
    let running = Running::start().await;
    for (query, part) in [
        ("", "'app' is missing"),
        ("?app=index.html", "give an absolute URL"),
        ("?app=javascript:alert(1)", "give an absolute URL"),
        ("?app=http://localhost/&user=2", "such as 1, 5, 6"),
        ("?app=http://localhost/&expires=soon", "'expires' is 'soon': give a number of seconds"),
        ("?app=http://localhost/&expires=-1", "'expires' is '-1': give a number of seconds"),
        ("?app=http://localhost/&delay=getInitData", "'delay' has 'getInitData': give a command and milliseconds"),
        ("?app=http://localhost/&delay=a:1,b:x", "'delay' has 'b:x': give a command and milliseconds"),
        ("?app=http://localhost/&install=yes", "'install' is 'yes': give 1 or wizard"),
    ] {
        let answer = running.request("GET", &format!("/placement{query}")).send("").await;
        assert_eq!(answer.status, 400);
        assert!(String::from_utf8_lossy(&answer.body).contains(part), "{query}");
    }
}

#[tokio::test]
async fn text_from_the_address_cannot_leave_the_settings() {
    let running = Running::start().await;
    let app = "/placement?app=http://localhost/&placement=%3C/script%3E%3Cscript%3E";
    let page = running.request("GET", app).send("").await;
    assert_eq!(settings(&page.body)["placement"], "</script><script>");
}

#[tokio::test]
async fn the_application_has_an_origin_of_its_own() {
    let directory = std::env::temp_dir().join(format!("portal-app-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    for (name, text) in
        [("index.html", "<h1>app</h1>"), ("a.js", "1"), ("a.mjs", "1"), ("a.wasm", "w"), ("a.css", "a{}")]
    {
        std::fs::write(directory.join(name), text).unwrap();
    }
    let running = Running::start_with(Options { app_dir: Some(directory.clone()), ..Options::default() }).await;
    let app = running.portal.app_url().unwrap().to_owned();
    assert_ne!(app, running.portal.url());
    for (path, kind) in [
        ("/app/", "text/html"),
        ("/app/a.js", "text/javascript"),
        ("/app/a.mjs", "text/javascript"),
        ("/app/a.wasm", "application/wasm"),
        ("/app/a.css", "text/css"),
    ] {
        for method in ["GET", "POST"] {
            let answer = running.request(method, &format!("{app}{path}?DOMAIN=x")).send("").await;
            assert_eq!(answer.status, 200, "{method} {path}");
            assert!(answer.headers["content-type"].to_str().unwrap().starts_with(kind), "{path}");
        }
    }
    assert_eq!(running.request("GET", &format!("{app}/app/none")).send("").await.status, 404);
    assert_eq!(running.request("GET", &format!("{app}/app/../../etc/passwd")).send("").await.status, 404);
    let page = running.request("GET", "/placement").send("").await;
    assert_eq!(settings(&page.body)["app"], format!("{app}/app/"));
    std::fs::remove_dir_all(directory).unwrap();
}

#[tokio::test]
async fn an_application_s_directory_must_be_one() {
    let error =
        portal::Portal::start(Options { app_dir: Some("/no/such".into()), ..Options::default() }).await.unwrap_err();
    assert_eq!(error.to_string(), "'/no/such' is not a directory");
}
