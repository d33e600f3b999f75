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
    assert_eq!(first["params"], json!({"x": "1", "auth": "***", "a": {"b": [1]}}));
    assert_eq!((&first["user"], &first["status"]), (&json!(5), &json!(200)));
    assert_eq!((&log[1]["user"], &log[1]["status"]), (&json!(null), &json!(401)));
    assert_eq!(log[1]["path"], "/rest/1/***/profile");
    assert_eq!(running.request("DELETE", "/__portal/log").send("").await.json(), json!([]));
    assert_eq!(running.get("log").await, json!([]));
}

#[tokio::test]
async fn the_log_tells_no_secret() {
    let running = Running::start().await;
    let secrets = ["adm1secret", "tok_admin", "tok_user5"];
    let by_token = json!({"auth": "tok_user5", "Access_Token": "tok_admin"});
    running.call("/rest/profile", by_token).await;
    running.call("/rest/profile?aplogin=1&ap=adm1secret", json!({})).await;
    running.call("/rest/profile?auth[]=tok_admin", json!({})).await;
    let cmd = json!({"a": "profile?%61uth=tok_user5&x=1", "b": ["profile?auth=tok_admin"], "c": "profile"});
    running.call("/rest/1/adm1secret/batch", json!({"CMD": cmd})).await;
    for path in ["/rest/1/adm1secret", "/rest/1/adm1secret/", "/rest/1/adm1secret/profile.json"] {
        running.call(path, json!({})).await;
    }
    let log = running.get("log").await;
    assert_eq!(log.as_array().unwrap().len(), 7);
    assert_eq!(log[3]["params"]["CMD"]["a"], "profile?%61uth=***&x=1");
    assert_eq!(log[3]["commands"][0]["params"], json!({"auth": "***", "x": "1"}));
    for secret in secrets {
        assert!(!log.to_string().contains(secret), "{secret}: {log}");
    }
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
async fn pages_of_any_origin_of_this_machine_may_control_the_portal() {
    let running = Running::start().await;
    let preflight = running.request("OPTIONS", "/__portal/rows").send("").await;
    assert_eq!(preflight.status, 204);
    assert_eq!(preflight.headers["access-control-allow-origin"], "*");
    assert!(preflight.headers["access-control-allow-methods"].to_str().unwrap().contains("PUT"));
    assert_eq!(running.get("users").await[0]["admin"], true);
}

#[tokio::test]
async fn only_this_machine_is_answered() {
    let running = Running::start().await;
    let port = running.portal.url().rsplit_once(':').unwrap().1.to_owned();
    for path in ["/", "/__portal/application", "/placement?app=http://127.0.0.1/", "/rest/1/adm1secret/profile"] {
        for host in ["localhost", "a.localhost", "127.0.0.1", "[::1]"] {
            let answer = running.request("GET", path).header("host", &format!("{host}:{port}")).send("").await;
            assert_eq!(answer.status, 200, "{path} of {host}");
        }
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", ""] {
            let answer = running.request("GET", path).header("host", &format!("{host}:{port}")).send("").await;
            assert_eq!(answer.status, 403, "{path} of {host}");
        }
    }
}

#[tokio::test]
async fn no_website_drives_the_controls() {
    let running = Running::start().await;
    running.put("rows", json!([card(6, &json!([]))])).await;
    let mut refused = 0;
    for origin in ["https://evil.example", "http://localhost.evil.example", "null", "file://"] {
        for (method, path) in [
            ("PUT", "/__portal/rows"),
            ("PUT", "/__portal/application/archive"),
            ("GET", "/__portal/log"),
            ("OPTIONS", "/__portal/faults"),
        ] {
            let answer = running.request(method, path).header("origin", origin).send("[]").await;
            assert_eq!(answer.status, 403, "{method} {path} from {origin}");
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "{origin}");
            refused += 1;
        }
        // A portal's REST interface is for any origin.
        let answer = running.request("POST", "/rest/1/adm1secret/profile").header("origin", origin).send("").await;
        assert_eq!(answer.status, 200);
    }
    assert_eq!((refused, running.get("rows").await), (16, json!([card(6, &json!([]))])));
    for origin in ["http://127.0.0.1:5", "https://localhost", "http://name.localhost:8024"] {
        let answer = running.request("PUT", "/__portal/rows").header("origin", origin).send("[]").await;
        assert_eq!(answer.status, 200, "{origin}");
    }
}

#[tokio::test]
async fn what_a_fault_says_is_no_page_of_the_portal() {
    let running = Running::start().await;
    let policies = |answer: &crate::http::Answer| -> Vec<String> {
        let values = answer.headers.get_all("content-security-policy").iter();
        values.map(|value| value.to_str().unwrap().to_owned()).collect()
    };
    let path = "/rest/1/adm1secret/profile";
    assert!(policies(&running.call(path, json!({})).await).is_empty());
    let html = json!({"status": 200, "body": "<script>alert(1)</script>", "headers": {"content-type": "text/html"}});
    let own = json!({"headers": {"Content-Security-Policy": "default-src *"}});
    for (then, expected) in [(html, vec!["sandbox"]), (own, vec!["sandbox", "default-src *"])] {
        running.put("faults", json!([{"match": "profile", "then": then}])).await;
        assert_eq!(policies(&running.call(path, json!({})).await), expected);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_files_of_an_application_are_served() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("inner")).unwrap();
    for file in ["index.html", "inner/a b.txt", ".env", "inner/.hidden"] {
        std::fs::write(folder.path().join(file), "text").unwrap();
    }
    std::os::unix::fs::symlink(outside.path(), folder.path().join("linked")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), folder.path().join("secret.txt")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("index.html"), folder.path().join("same.html")).unwrap();
    let options = portal::Options { app_dir: Some(folder.path().to_owned()), ..portal::Options::default() };
    let running = Running::start_with(options).await;
    let url = running.portal.app_url().unwrap();
    for path in ["", "index.html", "inner/a%20b.txt", "same.html"] {
        assert_eq!(running.request("GET", &format!("{url}/app/{path}")).send("").await.status, 200, "{path}");
    }
    let hidden =
        [".env", "%2eenv", "inner/.hidden", "linked/secret.txt", "secret.txt", "inner/../.env", "%2e%2e/x", "linked"];
    for path in hidden {
        assert_eq!(running.request("GET", &format!("{url}/app/{path}")).send("").await.status, 404, "{path}");
    }
    let foreign = running.request("GET", &format!("{url}/app/")).header("host", "evil.example").send("").await;
    assert_eq!(foreign.status, 403);
}
