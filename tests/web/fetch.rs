//! Calls by plain HTTP: webhook and access token.

use crate::support::{
    PORTAL, cards, faults, fresh_portal, get, js, js_with, json, over_token, over_webhook, requests, reset,
};
use bx24_contact_card::api::{refusal, reset_contact_card};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

fn parameters(request: &JsValue) -> String {
    json(&js_with(request, "it.params"))
}

#[wasm_bindgen_test]
async fn a_personal_card_is_reset_and_no_other() {
    fresh_portal().await;
    for user_id in ["6", "'6'"] {
        let answer = reset(js("'P'"), js(user_id), over_webhook("")).await.expect("reset");
        assert!(
            js_with(&answer, "it.result === true && typeof it.time.start === 'number'").is_truthy(),
            "{}",
            json(&answer)
        );
        assert_eq!(cards().await, [0, 1, 5]);
    }
    for request in requests().await {
        assert_eq!(parameters(&request), r#"{"scope":"P","userId":6}"#);
    }
}

#[wasm_bindgen_test]
async fn without_arguments_it_is_the_callers_own() {
    for scope in ["undefined", "null", "'P'"] {
        fresh_portal().await;
        reset(js(scope), JsValue::NULL, over_webhook("")).await.expect("reset");
        assert_eq!(cards().await, [0, 5, 6]);
        assert_eq!(parameters(&requests().await[0]), r#"{"scope":"P"}"#);
    }
}

#[wasm_bindgen_test]
async fn the_common_card() {
    fresh_portal().await;
    reset(js("'C'"), JsValue::UNDEFINED, over_webhook("")).await.expect("reset");
    assert_eq!(cards().await, [1, 5, 6]);
    assert_eq!(parameters(&requests().await[0]), r#"{"scope":"C"}"#);
}

#[wasm_bindgen_test]
async fn a_card_is_read() {
    fresh_portal().await;
    let answer = get(js("'P'"), js("6"), over_webhook("")).await.expect("get");
    let expected = r#"[{"name":"section_1","title":"Personal Data","type":"section","elements":[{"name":"NAME","optionFlags":1},{"name":"PHONE","options":{}}]}]"#;
    assert_eq!(json(&js_with(&answer, "it.result")), expected);
    let answer = get(js("'P'"), js("7"), over_webhook("")).await.expect("get");
    assert!(js_with(&answer, "it.result").is_null());
}

#[wasm_bindgen_test]
async fn families() {
    fresh_portal().await;
    reset(js("'P'"), js("6"), over_webhook("family: 'item'")).await.expect("reset");
    assert_eq!(parameters(&requests().await[0]), r#"{"entityTypeId":3,"scope":"P","userId":6}"#);
    assert_eq!(cards().await, [0, 1, 5]);

    fresh_portal().await;
    let not_found =
        r#"{"status":404,"body":"{\"error\":\"ERROR_METHOD_NOT_FOUND\",\"error_description\":\"Method not found!\"}"}"#;
    faults(&format!(r#"[{{"match":"crm.contact.*","times":9,"then":{not_found}}}]"#)).await;
    reset(js("'P'"), js("6"), over_webhook("retries: 0")).await.expect("reset");
    assert_eq!(cards().await, [0, 1, 5]);
    faults(&format!(r#"[{{"match":"crm.*","times":9,"then":{not_found}}}]"#)).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("")).await.expect_err("no such method");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("rejected", "ERROR_METHOD_NOT_FOUND"));
    assert_eq!((failure.number("attempts"), failure.number("status")), (2.0, 404.0));
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn who_may_not_is_told_so() {
    fresh_portal().await;
    let ordinary_webhook = js(&format!("{{ connection: {{ webhook: new URL('{PORTAL}/rest/5/usr5secret/') }} }}"));
    for options in [ordinary_webhook, over_token("tok_user5")] {
        let failure = reset(js("'P'"), js("6"), options).await.expect_err("not allowed");
        let told = (failure.kind(), failure.text("code"), failure.text("description"), failure.text("outcome"));
        assert_eq!(told, ("access-denied".into(), String::new(), "Access denied.".into(), "unchanged".into()));
        assert_eq!((failure.number("status"), failure.number("attempts")), (400.0, 1.0));
        assert_eq!(failure.text("message"), "Access denied. (HTTP 400, crm.contact.details.configuration.reset)");
    }
    assert_eq!(cards().await, [0, 1, 5, 6]);
}

#[wasm_bindgen_test]
async fn credentials_that_are_not_accepted() {
    let cases = [
        (js(&format!("{{ connection: {{ webhook: '{PORTAL}/rest/1/nosuchcode/' }} }}")), "INVALID_CREDENTIALS"),
        (js(&format!("{{ connection: {{ webhook: '{PORTAL}/rest/1/noscope/' }} }}")), "insufficient_scope"),
        (over_token("tok_expired"), "expired_token"),
        (over_token("tok_noscope"), "insufficient_scope"),
        (over_token("tok_noapp"), "APPLICATION_NOT_FOUND"),
        (over_token("nosuchtoken"), "invalid_token"),
    ];
    for (options, code) in cases {
        let failure = reset(js("'P'"), js("6"), options).await.expect_err(code);
        assert_eq!(
            (failure.kind(), failure.text("code"), failure.number("status")),
            ("auth".into(), code.into(), 401.0)
        );
        let printed = failure.everything();
        assert!(!printed.contains("nosuch") && !printed.contains("tok_"), "{printed}");
    }
}

/// A connection whose token has expired, with a `refresh` that counts its calls.
fn expired(refresh: &str) -> JsValue {
    js(&format!(
        "{{ refreshed: 0, get connection() {{ return this.kept ??= {{ portal: '{PORTAL}/rest/', accessToken: 'tok_expired', \
         refresh: () => {{ this.refreshed++; return ({refresh})(); }} }} }} }}"
    ))
}

fn options_of(expired: &JsValue) -> JsValue {
    js_with(expired, "({ connection: it.connection })")
}

#[wasm_bindgen_test]
async fn an_expired_token_is_renewed_once_for_all() {
    fresh_portal().await;
    let expired = expired("async () => { await new Promise(done => setTimeout(done, 50)); return 'tok_admin' }");
    let (first, second, third) = (
        reset(js("'P'"), js("6"), options_of(&expired)),
        reset(js("'P'"), js("5"), options_of(&expired)),
        reset(js("'C'"), JsValue::NULL, options_of(&expired)),
    );
    let (first, (second, third)) = futures_lite::future::zip(first, futures_lite::future::zip(second, third)).await;
    assert!(first.is_ok() && second.is_ok() && third.is_ok(), "{first:?} {second:?} {third:?}");
    assert_eq!(cards().await, [1]);
    assert_eq!(requests().await.len(), 6);

    reset(JsValue::NULL, JsValue::NULL, options_of(&expired)).await.expect("the new token serves later calls");
    assert_eq!(requests().await.len(), 7);
    assert_eq!(js_with(&expired, "it.refreshed"), 1);
}

#[wasm_bindgen_test]
async fn a_refresh_that_does_not_help() {
    let cases = [
        ("() => 'tok_expired'", "expired_token", 2.0),
        ("() => { throw new Error('mine') }", "REFRESH_FAILED", 1.0),
        ("async () => { throw 'mine' }", "REFRESH_FAILED", 1.0),
        ("() => ''", "REFRESH_FAILED", 1.0),
        ("() => undefined", "REFRESH_FAILED", 1.0),
        ("() => ({ access_token: 'tok_admin' })", "REFRESH_FAILED", 1.0),
    ];
    for (refresh, code, attempts) in cases {
        fresh_portal().await;
        let expired = expired(refresh);
        let failure = reset(js("'P'"), js("6"), options_of(&expired)).await.expect_err(refresh);
        assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("auth", code), "{refresh}");
        assert_eq!(
            (failure.number("attempts"), failure.text("outcome").as_str()),
            (attempts, "unchanged"),
            "{refresh}"
        );
        assert_eq!(js_with(&expired, "it.refreshed"), 1, "{refresh}");
        assert_eq!(cards().await, [0, 1, 5, 6]);
    }
}

/// A token that was read from a file or a response has a line break at its end, with which no portal knows it.
#[wasm_bindgen_test]
async fn tokens_are_trimmed() {
    fresh_portal().await;
    reset(js("'P'"), js("6"), over_token("tok_admin\\n")).await.expect("reset");
    let expired = expired("async () => ' tok_admin\\r\\n'");
    reset(js("'P'"), js("5"), options_of(&expired)).await.expect("reset");
    assert_eq!(cards().await, [0, 1]);
    let failure = reset(js("'P'"), js("6"), over_token(" \\n")).await.expect_err("empty");
    assert_eq!(failure.text("code"), "INVALID_CONNECTION");
}

/// The call that began it has reached its deadline before.
#[wasm_bindgen_test]
async fn a_token_that_comes_late_is_kept() {
    fresh_portal().await;
    let expired = expired("() => new Promise((done) => setTimeout(done, 400, 'tok_admin'))");
    let options = js_with(&expired, "({ connection: it.connection, timeout: 150 })");
    let failure = reset(js("'P'"), js("6"), options).await.expect_err("too late");
    assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("timeout", "unchanged"));
    JsFuture::from(js("new Promise((done) => setTimeout(done, 500))").unchecked_into::<Promise>()).await.expect("time");
    reset(js("'P'"), js("6"), options_of(&expired)).await.expect("reset");
    assert_eq!((js_with(&expired, "it.refreshed"), requests().await.len()), (1.into(), 2));

    // One that the caller has given meanwhile is newer.
    let expired = js(&format!(
        "{{ connection: {{ portal: '{PORTAL}', accessToken: 'tok_expired', \
         refresh: () => new Promise((done) => setTimeout(done, 400, 'tok_noapp')) }} }}"
    ));
    let options = js_with(&expired, "({ connection: it.connection, timeout: 150 })");
    reset(js("'P'"), js("5"), options).await.expect_err("too late");
    js_with(&expired, "it.connection.accessToken = 'tok_admin'");
    reset(js("'P'"), js("5"), options_of(&expired)).await.expect("reset");
    JsFuture::from(js("new Promise((done) => setTimeout(done, 500))").unchecked_into::<Promise>()).await.expect("time");
    reset(js("'P'"), js("5"), options_of(&expired)).await.expect("reset");
}

/// What a refresh throws may hold the token.
#[wasm_bindgen_test]
async fn a_refresh_that_throws_tells_no_token() {
    fresh_portal().await;
    let expired = expired("() => { throw Object.assign(new TypeError('no tok_expired'), { url: 'x?tok_expired' }) }");
    let failure = reset(js("'P'"), js("6"), options_of(&expired)).await.expect_err("threw");
    assert_eq!(failure.text("code"), "REFRESH_FAILED");
    assert_eq!(js_with(&failure.0, "it.cause instanceof TypeError && it.cause.message"), "no ***");
    assert!(!failure.everything().contains("tok_expired") && js_with(&failure.0, "it.cause.url") == "x?***");
}

#[wasm_bindgen_test]
async fn defaults_serve_where_the_options_say_nothing() {
    fresh_portal().await;
    let defaults = over_webhook("family: 'item'");
    assert!(refusal(&defaults).is_undefined());
    let with = async |user_id: &str, options: &str| {
        let promise = reset_contact_card(&js("'P'"), &js(user_id), &js(options), &defaults);
        JsFuture::from(promise).await.expect("reset");
    };
    with("6", "undefined").await;
    with("5", "{ family: 'contact', connection: undefined }").await;
    assert_eq!(cards().await, [0, 1]);
    let families: Vec<bool> =
        requests().await.iter().map(|request| parameters(request).contains("entityTypeId")).collect();
    assert_eq!(families, [true, false]);
}

#[wasm_bindgen_test]
async fn a_redirect_is_not_followed() {
    fresh_portal().await;
    let then = format!(
        r#"{{"status":302,"headers":{{"location":"{PORTAL}/rest/1/adm1secret/crm.contact.details.configuration.reset"}},"body":""}}"#
    );
    faults(&format!(r#"[{{"match":"*","times":1,"then":{then}}}]"#)).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("")).await.expect_err("redirected");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("unexpected-answer", "REDIRECTED"));
    assert_eq!((cards().await, requests().await.len()), (vec![0, 1, 5, 6], 1));
}

#[wasm_bindgen_test]
async fn nothing_but_the_call_is_sent() {
    fresh_portal().await;
    let seen = js("(() => { const seen = [], fetch = globalThis.fetch; globalThis.fetch = (...given) => { \
                   const request = new Request(...given); seen.push(request.clone()); return fetch(request) }; seen.restore = () => globalThis.fetch = fetch; return seen })()");
    reset(js("'P'"), js("6"), over_token("tok_admin")).await.expect("reset");
    js_with(&seen, "it.restore()");
    let request = js_with(&seen, "it[0]");
    let told = js_with(&request, "[it.method, it.url, it.credentials, it.redirect, [...it.headers].join()]");
    let url = format!("{PORTAL}/rest/crm.contact.details.configuration.reset");
    assert_eq!(json(&told), format!(r#"["POST","{url}","omit","manual","content-type,application/json"]"#));
    let body = JsFuture::from(js_with(&request, "it.text()").unchecked_into::<Promise>()).await.expect("body");
    assert_eq!(body.as_string().as_deref(), Some(r#"{"scope":"P","userId":6,"auth":"tok_admin"}"#));
}
