//! Calls through a BX24 library, here one made of a few lines; the real stand-in is tried in the placement's page.

use crate::support::{get, js, js_with, json, reset};
use bx24_contact_card::BrowserClock;
use bx24_contact_card::client::Clock as _;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A library that notes its calls and calls back with what `answer`, an expression, gives.
pub(crate) fn library(answer: &str) -> JsValue {
    js(&format!(
        "{{ calls: [], callMethod(method, params, callback) {{ \
           this.calls.push([method, params]); setTimeout(() => callback({answer}), 1) }} }}"
    ))
}

/// An `ajaxResult` as the library makes it of a portal's answer, its error cyclic.
pub(crate) fn ajax(status: u16, answer: &str) -> String {
    format!(
        "(() => {{ const answer = {answer}; if ('error' in answer) {{ const raw = {{ ...answer }}; answer.ex = {{ status: {status}, \
         ex: raw, getError() {{ return raw }}, getStatus: () => {status} }}; raw.ex = answer.ex }} \
         return {{ answer, query: {{}}, status: {status}, data: () => answer.result, error: () => answer.ex, \
         error_description: () => answer.error_description }} }})()"
    )
}

fn through(library: &JsValue, more: &str) -> JsValue {
    js_with(library, &format!("({{ connection: {{ bx24: it }}, {more} }})"))
}

#[wasm_bindgen_test]
async fn what_is_sent() {
    let library = library(&ajax(200, "{ result: true, time: { start: 5, processing: 0 } }"));
    let answer = reset(js("'P'"), js("'6'"), through(&library, "")).await.expect("reset");
    assert_eq!(json(&answer), r#"{"result":true,"time":{"start":5,"processing":0}}"#);
    reset(js("'C'"), JsValue::NULL, through(&library, "family: 'item'")).await.expect("reset");
    reset(JsValue::NULL, JsValue::NULL, through(&library, "")).await.expect("reset");
    let expected = r#"[["crm.contact.details.configuration.reset",{"scope":"P","userId":6}],["crm.item.details.configuration.reset",{"entityTypeId":3,"scope":"C"}],["crm.contact.details.configuration.reset",{"scope":"P"}]]"#;
    assert_eq!(json(&js_with(&library, "it.calls")), expected);
}

#[wasm_bindgen_test]
async fn errors_keep_the_portals_words() {
    let denied = ajax(400, "{ error: '', error_description: 'Access denied.' }");
    let failure = reset(js("'P'"), js("6"), through(&library(&denied), "")).await.expect_err("denied");
    let told = (failure.kind(), failure.text("code"), failure.text("description"), failure.text("outcome"));
    assert_eq!(told, ("access-denied".into(), String::new(), "Access denied.".into(), "unchanged".into()));
    assert_eq!((failure.number("status"), failure.number("attempts")), (400.0, 1.0));

    let expired =
        ajax(401, "{ error: 'insufficient_scope', error_description: 'The request requires higher privileges' }");
    let failure = reset(js("'P'"), js("6"), through(&library(&expired), "")).await.expect_err("scope");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("auth", "insufficient_scope"));
    let numeric = ajax(400, "{ error: 100, error_description: 'Something' }");
    let failure = reset(js("'P'"), js("6"), through(&library(&numeric), "")).await.expect_err("numeric");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("rejected", "100"));
}

#[wasm_bindgen_test]
async fn a_library_of_methods_alone() {
    let answer = reset(js("'P'"), js("6"), through(&library("{ data: () => true, error: () => undefined }"), "")).await;
    assert_eq!(json(&answer.expect("reset")), r#"{"result":true}"#);
    let denied = "{ error: () => ({ status: 400, ex: { error: '', error_description: 'Access denied.' } }), data: () => undefined }";
    let failure = reset(js("'P'"), js("6"), through(&library(denied), "")).await.expect_err("denied");
    assert_eq!(
        (failure.kind(), failure.text("description"), failure.number("status")),
        ("access-denied".into(), "Access denied.".into(), 400.0)
    );
    let odd = "{ error: () => ({ ex: null }), error_description: () => 'Odd.' }";
    let failure = reset(js("'P'"), js("6"), through(&library(odd), "")).await.expect_err("odd");
    assert_eq!((failure.kind().as_str(), failure.text("description").as_str()), ("rejected", "Odd."));
}

#[wasm_bindgen_test]
async fn only_true_is_success() {
    let empty = "{ answer: {}, status: 200, data: () => ({}), error: () => undefined }".to_string();
    let answers = [
        empty,
        ajax(200, "{ result: {} }"),
        ajax(200, "{ result: 1 }"),
        ajax(200, "{ result: 'yes' }"),
        ajax(200, "{ result: null }"),
        ajax(200, "{}"),
        "undefined".into(),
        "null".into(),
        "5".into(),
        "{ data() { throw 1 }, error() { throw 2 } }".into(),
        "{ get answer() { throw 1 } }".into(),
        "new Proxy({}, { get() { throw 1 } })".into(),
    ];
    for answer in answers {
        let failure = reset(js("'P'"), js("6"), through(&library(&answer), "")).await.expect_err(&answer);
        assert_eq!(
            (failure.kind().as_str(), failure.text("outcome").as_str()),
            ("unexpected-answer", "unknown"),
            "{answer}"
        );
    }
    let failure = get(JsValue::NULL, JsValue::NULL, through(&library(&ajax(200, "{ result: {} }")), ""))
        .await
        .expect_err("no layout");
    assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("unexpected-answer", "unchanged"));
}

#[wasm_bindgen_test]
async fn a_callback_that_comes_twice() {
    let once = ajax(200, "{ result: true }");
    let twice = js(&format!(
        "{{ thrown: 0, callMethod(method, params, callback) {{ setTimeout(() => {{ callback({once}); \
           try {{ callback(null); callback() }} catch {{ this.thrown++ }} }}, 1) }} }}"
    ));
    reset(js("'P'"), js("6"), through(&twice, "")).await.expect("reset");
    BrowserClock.sleep(Duration::from_millis(20)).await;
    assert_eq!(js_with(&twice, "it.thrown"), 0);
}

#[wasm_bindgen_test]
async fn a_library_that_throws() {
    let failure = reset(js("'P'"), js("6"), through(&js("{ callMethod() { throw new Error('mine') } }"), ""))
        .await
        .expect_err("threw");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("no-connection", "BX24_FAILED"));
    assert_eq!(js_with(&failure.0, "it.cause.message").as_string().as_deref(), Some("mine"));
}

/// The portal's own error tells more than that nobody can renew the token.
#[wasm_bindgen_test]
async fn a_library_that_cannot_renew_its_token() {
    let refusal = "{ error: 'invalid_token', error_description: 'Unable to get application by token' }";
    for more in
        ["", "Object.assign(it, { getAuth: () => ({ access_token: 'tok' }), getDomain: () => 'portal.bitrix24.com' })"]
    {
        let library = library(&ajax(401, refusal));
        if !more.is_empty() {
            js_with(&library, more);
        }
        let failure = reset(js("'P'"), js("6"), through(&library, "")).await.expect_err("refused");
        let told = (failure.kind(), failure.text("code"), failure.text("description"), failure.number("attempts"));
        let text = "Unable to get application by token";
        assert_eq!(told, ("auth".into(), "invalid_token".into(), text.into(), 1.0), "{more}");
    }
}

#[wasm_bindgen_test]
async fn the_library_of_the_page() {
    for absent in ["delete globalThis.BX24", "globalThis.BX24 = null", "globalThis.BX24 = {}"] {
        js(absent);
        let failure = reset(js("'P'"), js("6"), JsValue::UNDEFINED).await.expect_err(absent);
        assert_eq!(
            (failure.kind().as_str(), failure.text("code").as_str()),
            ("no-connection", "NO_CONNECTION"),
            "{absent}"
        );
        assert_eq!((failure.number("attempts"), failure.text("outcome").as_str()), (0.0, "unchanged"));
    }
    let library = library(&ajax(200, "{ result: true }"));
    js_with(&library, "globalThis.BX24 = it");
    let answer = reset(js("'P'"), js("6"), JsValue::UNDEFINED).await;
    js("delete globalThis.BX24");
    answer.expect("reset");
}
