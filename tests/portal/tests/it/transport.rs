//! HTTP: encodings, methods, headers, authorization.

use crate::http::{Answer, Running};
use serde_json::{Value, json};

const ME: &str = "/rest/5/usr5secret/profile";
const GET: &str = "crm.contact.details.configuration.get";

#[tokio::test]
async fn every_answer_carries_exactly_the_portal_s_headers() {
    let running = Running::start().await;
    for (method, path) in [("POST", ME), ("GET", "/rest/nonsense"), ("OPTIONS", ME), ("POST", "/rest/1/bad/profile")] {
        let answer = running.request(method, path).send("").await;
        let header =
            |name: &str| answer.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(header("access-control-allow-origin"), ["*"]);
        assert_eq!(header("access-control-allow-headers"), ["origin, content-type, accept"]);
        assert_eq!(header("x-content-type-options"), ["nosniff"]);
        assert!(header("access-control-allow-methods").is_empty());
        if method == "OPTIONS" {
            assert_eq!((answer.status, answer.body.len()), (200, 0));
        } else {
            assert_eq!(header("content-type"), ["application/json; charset=utf-8"]);
        }
    }
}

/// The scope of the card that was asked for, told apart by what is stored.
fn scope_of(answer: &Answer) -> &'static str {
    if answer.json()["result"].is_null() { "P" } else { "C" }
}

async fn with_common_card() -> Running {
    let running = Running::start().await;
    let value = json!([{"type": "section", "name": "n", "title": "t", "elements": []}]);
    running.put("rows", json!([{"user": 0, "name": "contact_details_common", "common": true, "value": value}])).await;
    running
}

#[tokio::test]
async fn a_body_is_read_by_its_content_type() {
    let running = with_common_card().await;
    let path = format!("/rest/1/adm1secret/{GET}");
    let form = "--b\r\nContent-Disposition: form-data; name=\"scope\"\r\n\r\nC\r\n--b--\r\n";
    for (content_type, body, scope) in [
        ("application/json", r#"{"scope":"C"}"#, "C"),
        ("application/json; charset=utf-8", " {\"scope\":\"C\"}\n", "C"),
        ("application/json-patch+json", r#"{"scope":"C"}"#, "C"),
        ("application/json", "scope=C", "P"),
        ("application/json", r#"{"scope":"C"} x"#, "P"),
        ("application/json", r#""C""#, "P"),
        ("application/json", "", "P"),
        ("application/json", "\u{feff}{\"scope\":\"C\"}", "P"),
        ("application/x-www-form-urlencoded", "scope=C", "C"),
        ("application/x-www-form-urlencoded", "scope=P&scope=%43", "C"),
        ("application/x-www-form-urlencoded", "scope[]=C", "P"),
        ("text/plain", "a=1&scope=C", "C"),
        ("text/plain;charset=UTF-8", r#"{"scope":"C"}"#, "P"),
        ("application/octet-stream", "scope=C", "C"),
        ("multipart/form-data; boundary=b", form, "C"),
        ("multipart/form-data; boundary=other", form, "P"),
    ] {
        let answer = running.request("POST", &path).header("content-type", content_type).send(body).await;
        assert_eq!(answer.status, 200);
        assert_eq!(scope_of(&answer), scope, "{content_type} {body}");
    }
}

#[tokio::test]
async fn body_beats_query_and_only_post_has_a_body() {
    let running = with_common_card().await;
    for (method, query, body, scope) in [
        ("POST", "?scope=C", "", "C"),
        ("POST", "?scope=C", r#"{"scope":"P"}"#, "P"),
        ("POST", "?scope=C", r#"{"scope":null}"#, "P"),
        ("POST", "?scope=P", r#"{"scope":"C"}"#, "C"),
        ("GET", "?scope=C", "", "C"),
        ("PUT", "", r#"{"scope":"C"}"#, "P"),
        ("PATCH", "?scope=C", r#"{"scope":"P"}"#, "C"),
        ("DELETE", "?scope=C", "", "C"),
    ] {
        let path = format!("/rest/1/adm1secret/{GET}{query}");
        let answer = running.request(method, &path).header("content-type", "application/json").send(body).await;
        assert_eq!(scope_of(&answer), scope, "{method} {query} {body}");
    }
}

#[tokio::test]
async fn head_has_no_body_and_paths_come_in_many_forms() {
    let running = Running::start().await;
    let head = running.request("HEAD", ME).send("").await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    for path in ["/rest/5/usr5secret/PROFILE.JSON/", "/rest/5/usr5secret/%70rofile", "/rest/5/usr5secret/profile?x"] {
        assert_eq!(running.call(path, json!({})).await.json()["result"]["ID"], "5", "{path}");
    }
    for path in [
        "/rest",
        "/rest/",
        "/rest/5/usr5secret",
        "/rest/5/usr5secret/",
        "/rest/5/usr5secret/profile.xml",
        "/rest/5/usr5secret/profile/x",
        "/rest//profile",
    ] {
        let answer = running.call(path, json!({})).await;
        assert_eq!((answer.status, answer.json()["error"].as_str()), (404, Some("ERROR_METHOD_NOT_FOUND")), "{path}");
    }
}

async fn error_of(running: &Running, path: &str, params: Value) -> (u16, String, String) {
    let answer = running.call(path, params).await;
    let json = answer.json();
    let text = |key: &str| json[key].as_str().unwrap_or("none").to_owned();
    assert!(json.get("time").is_none() || answer.status == 200);
    (answer.status, text("error"), text("error_description"))
}

#[tokio::test]
async fn authorization_refuses_in_its_order() {
    let running = Running::start().await;
    let token = |token: &str| json!({"auth": token});
    for (path, params, status, code) in [
        ("/rest/nonsense", json!({}), 404, "ERROR_METHOD_NOT_FOUND"),
        ("/rest/profile", json!({}), 401, "NO_AUTH_FOUND"),
        ("/rest/profile", json!({"auth": ["tok_admin"]}), 401, "NO_AUTH_FOUND"),
        ("/rest/profile", json!({"auth": ""}), 401, "NO_AUTH_FOUND"),
        ("/rest/profile", token("nonsense"), 401, "invalid_token"),
        ("/rest/profile", token("tok_noconn"), 401, "CONNECTION_ERROR"),
        ("/rest/profile", token("tok_noapp"), 401, "APPLICATION_NOT_FOUND"),
        ("/rest/profile", token("tok_expired"), 401, "expired_token"),
        ("/rest/user.current", token("tok_noscope"), 401, "insufficient_scope"),
        ("/rest/profile", token("tok_nouser"), 401, "authorization_error"),
        ("/rest/profile", token("tok_noaccess"), 401, "user_access_error"),
        ("/rest/5/adm1secret/profile", json!({}), 401, "INVALID_CREDENTIALS"),
        ("/rest/01/adm1secret/profile", json!({}), 401, "INVALID_CREDENTIALS"),
        ("/rest/1/noscope/user.current", json!({}), 401, "insufficient_scope"),
    ] {
        let (found_status, found, text) = error_of(&running, path, params.clone()).await;
        assert_eq!((found_status, found.as_str()), (status, code), "{path} {params}");
        assert!(!text.is_empty());
    }
    let plain = running.request("POST", "/rest/5/wrong/profile").header("x-forwarded-proto", "http").send("").await;
    assert_eq!(plain.json()["error"], "INVALID_REQUEST", "checked before the credentials");
}

#[tokio::test]
async fn the_portal_s_conditions_refuse_in_their_order() {
    let running = Running::start().await;
    for (conditions, path, params, status, code) in [
        (json!({"deleted": true, "overload": true}), "/rest/nonsense", json!({}), 403, "PORTAL_DELETED"),
        (json!({"overload": true, "plan": "free"}), ME, json!({}), 401, "OVERLOAD_LIMIT"),
        (json!({"overload": true}), "/rest/5/wrong/profile", json!({}), 401, "INVALID_CREDENTIALS"),
        (json!({"plan": "free"}), ME, json!({}), 401, "ACCESS_DENIED"),
        (json!({"plan": "noSubscription"}), "/rest/profile", json!({"auth": "tok_expired"}), 401, "ACCESS_DENIED"),
        (
            json!({"noConnection": true, "overload": true}),
            "/rest/profile",
            json!({"auth": "tok_admin"}),
            401,
            "CONNECTION_ERROR",
        ),
        (json!({"noApplication": true}), "/rest/profile", json!({"auth": "tok_expired"}), 401, "APPLICATION_NOT_FOUND"),
        (json!({"noApplicationAccess": true}), "/rest/profile", json!({"auth": "tok_admin"}), 401, "user_access_error"),
    ] {
        running.put("conditions", conditions.clone()).await;
        let (found_status, found, _) = error_of(&running, path, params).await;
        assert_eq!((found_status, found.as_str()), (status, code), "{conditions}");
    }
    running.put("conditions", json!({"plan": "noSubscription"})).await;
    assert_eq!(error_of(&running, ME, json!({})).await.2, "REST is available only by subscription.");
    running.put("conditions", json!({"noContactFamily": true})).await;
    assert_eq!(error_of(&running, &format!("/rest/1/adm1secret/{GET}"), json!({})).await.0, 404);
    let item = "/rest/1/adm1secret/crm.item.details.configuration.get";
    assert_eq!(running.call(item, json!({"entityTypeId": 3})).await.status, 200);
}

#[tokio::test]
async fn a_token_may_come_in_five_places() {
    let running = Running::start().await;
    let who = |answer: Answer| answer.json()["result"]["ID"].clone();
    assert_eq!(who(running.call("/rest/profile", json!({"auth": "tok_user5"})).await), "5");
    assert_eq!(who(running.call("/rest/profile", json!({"access_token": "tok_user5"})).await), "5");
    assert_eq!(who(running.call("/rest/profile?access_token=tok_user5", json!({})).await), "5");
    let bearer = running.request("GET", "/rest/profile").header("authorization", "BEARER tok_user5").send("").await;
    assert_eq!(who(bearer), "5");
    let body = "ap=usr5secret&aplogin=5";
    assert_eq!(who(running.request("POST", "/rest/profile").send(body).await), "5");
    let basic = running.request("GET", "/rest/profile").header("authorization", "Basic tok_user5").send("").await;
    assert_eq!(basic.json()["error"], "NO_AUTH_FOUND");
}

#[tokio::test]
async fn what_belongs_to_the_transport_never_reaches_a_method() {
    let running = Running::start().await;
    let params = json!({"start": 1, "state": 2, "sessid": 3, "token": 4, "method": "x", "scope": "C"});
    assert_eq!(running.call(&format!("/rest/1/adm1secret/{GET}"), params).await.status, 200);
}

#[tokio::test]
async fn text_that_is_not_utf8_is_stored_but_cannot_be_answered() {
    let running = Running::start().await;
    let set = "/rest/1/adm1secret/crm.contact.details.configuration.set";
    let body = "data[0][name]=n&data[0][title]=%FF";
    assert_eq!(running.request("POST", set).send(body).await.status, 200);
    let (status, code, text) = error_of(&running, &format!("/rest/1/adm1secret/{GET}"), json!({})).await;
    assert_eq!((status, code.as_str(), text.as_str()), (200, "WRONG_ENCODING", "Wrong request encoding"));
    assert_eq!(running.get("rows").await.as_array().unwrap().len(), 1, "the rows can be looked at all the same");
}

#[tokio::test]
async fn time_comes_in_the_shape_chosen() {
    let running = Running::start().await;
    let time = running.call(ME, json!({})).await.json()["time"].clone();
    assert!(time["start"].is_f64() && time.get("operating").is_none());
    running.put("conditions", json!({"time": {"integerStart": true, "operating": true}})).await;
    let time = running.call(ME, json!({})).await.json()["time"].clone();
    assert!(time["start"].is_i64() && time["processing"] == 0, "{time}");
    assert!(time["operating"].is_number() && time["operating_reset_at"].is_i64(), "{time}");
}

#[tokio::test]
async fn applications_learn_about_themselves_and_their_user() {
    let running = Running::start().await;
    let result = |method: &'static str, token: &'static str| {
        let running = &running;
        async move { running.call(&format!("/rest/{method}"), json!({"auth": token})).await.json()["result"].clone() }
    };
    assert_eq!(result("user.current", "tok_user5").await["ID"], "5");
    assert_eq!(result("profile", "tok_admin").await["ADMIN"], true);
    assert_eq!(result("scope", "tok_noscope").await, json!([]));
    assert_eq!(result("scope", "tok_admin").await[0], "crm");
    assert_eq!(result("app.info", "tok_admin").await["STATUS"], "L");
    assert_eq!(result("crm.contact.fields", "tok_user5").await["PHONE"]["title"], "Phone");
    let webhook = running.call("/rest/1/adm1secret/app.info", json!({})).await.json();
    assert_eq!(webhook["result"]["SCOPE"][0], "crm");
    let methods = result("methods", "tok_noscope").await;
    assert!(methods.as_array().unwrap().iter().all(|method| !method.as_str().unwrap().starts_with("crm.")));
}
