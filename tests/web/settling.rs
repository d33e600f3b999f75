//! Every call settles: in time, when aborted, and after a portal's bad moments.

use crate::support::{
    Failure, PORTAL, cards, faults, fresh_portal, js, js_with, over_webhook, over_webhook_elsewhere, requests, reset,
};
use bx24_contact_card::api::reset_contact_card;
use js_sys::Date;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// The timeout of a call that gives none, in milliseconds.
const BY_DEFAULT: f64 = 30_000.0;

/// Options for every kind of connection, each to a portal that never answers.
fn silent(more: &str) -> [JsValue; 3] {
    [
        over_webhook(more),
        js(&format!("{{ connection: {{ portal: '{PORTAL}', accessToken: 'tok_admin' }}, {more} }}")),
        js(&format!("{{ connection: {{ bx24: {{ callMethod() {{}} }} }}, {more} }}")),
    ]
}

async fn failed(options: JsValue) -> Failure {
    reset(js("'P'"), js("6"), options).await.expect_err("no answer")
}

async fn timed(options: JsValue) -> (Failure, f64) {
    let start = Date::now();
    (failed(options).await, Date::now() - start)
}

#[wasm_bindgen_test]
async fn no_answer_ends_in_time_on_every_connection() {
    fresh_portal().await;
    faults(r#"[{"match":"*","times":9,"then":{"hang":true}}]"#).await;
    for options in silent("timeout: 300") {
        let (failure, milliseconds) = timed(options).await;
        assert_eq!((failure.kind().as_str(), failure.text("name").as_str()), ("timeout", "TimeoutError"));
        assert_eq!((failure.text("outcome").as_str(), failure.number("attempts")), ("unknown", 1.0));
        assert_eq!(failure.field("retryable"), JsValue::TRUE);
        assert!((300.0..BY_DEFAULT).contains(&milliseconds), "{milliseconds} ms");
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn an_aborted_signal_sends_nothing() {
    fresh_portal().await;
    for options in silent("signal: AbortSignal.abort('my reason')") {
        let failure = failed(options).await;
        assert_eq!((failure.kind().as_str(), failure.text("name").as_str()), ("aborted", "AbortError"));
        assert_eq!((failure.text("outcome").as_str(), failure.number("attempts")), ("unchanged", 0.0));
        assert_eq!(failure.text("cause"), "my reason");
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn an_abort_in_the_middle_rejects_at_once() {
    fresh_portal().await;
    faults(r#"[{"match":"*","times":9,"then":{"hang":true}}]"#).await;
    for options in silent("signal: AbortSignal.timeout(100)") {
        let failure = failed(options).await;
        assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("aborted", "unknown"));
        assert_eq!(js_with(&failure.0, "it.cause.name").as_string().as_deref(), Some("TimeoutError"));
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn a_signal_keeps_no_listener() {
    fresh_portal().await;
    let signal = js("(() => { const { signal } = new AbortController(); signal.count = 0; \
        const { addEventListener, removeEventListener } = signal; \
        signal.addEventListener = function (...a) { this.count++; return addEventListener.apply(this, a) }; \
        signal.removeEventListener = function (...a) { this.count--; return removeEventListener.apply(this, a) }; return signal })()");
    let options =
        js_with(&signal, &format!("({{ signal: it, connection: {{ webhook: '{PORTAL}/rest/1/adm1secret/' }} }})"));
    reset(js("'P'"), js("6"), options).await.expect("reset");
    assert_eq!(js_with(&signal, "it.count"), 0);
}

#[wasm_bindgen_test]
async fn a_busy_portal_is_asked_again() {
    fresh_portal().await;
    let busy =
        r#"{"status":503,"body":"{\"error\":\"QUERY_LIMIT_EXCEEDED\",\"error_description\":\"Too many requests\"}"}"#;
    faults(&format!(r#"[{{"match":"*","times":1,"then":{busy}}}]"#)).await;
    reset(js("'P'"), js("6"), over_webhook_elsewhere("")).await.expect("reset");
    assert_eq!((requests().await.len(), cards().await), (2, vec![0, 1, 5]));

    faults(&format!(r#"[{{"match":"*","times":9,"then":{busy}}}]"#)).await;
    let failure = reset(js("'P'"), js("5"), over_webhook_elsewhere("retries: 1")).await.expect_err("busy");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("rate-limit", "QUERY_LIMIT_EXCEEDED"));
    assert_eq!((failure.number("attempts"), failure.text("outcome").as_str()), (2.0, "unchanged"));
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn a_connection_that_breaks() {
    fresh_portal().await;
    for then in [r#"{"reset":true}"#, r#"{"status":503,"body":"<html>","cors":false}"#] {
        faults(&format!(r#"[{{"match":"*","times":9,"then":{then}}}]"#)).await;
        let failure = reset(js("'P'"), js("6"), over_webhook("retries: 1")).await.expect_err("broken");
        assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("network", "unknown"), "{then}");
        assert_eq!((failure.number("attempts"), failure.field("retryable")), (2.0, JsValue::TRUE), "{then}");
        assert!(!failure.everything().contains("adm1secret"));
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn a_page_in_place_of_an_answer() {
    fresh_portal().await;
    for (status, kind) in
        [(200, "unexpected-answer"), (403, "unexpected-answer"), (502, "unavailable"), (503, "rate-limit")]
    {
        faults(&format!(r#"[{{"match":"*","times":9,"then":{{"status":{status},"body":"<html>Sorry</html>"}}}}]"#))
            .await;
        let failure = reset(js("'P'"), js("6"), over_webhook_elsewhere("retries: 0")).await.expect_err("a page");
        assert_eq!((failure.kind().as_str(), failure.number("status")), (kind, f64::from(status)));
        assert_eq!(failure.text("outcome"), "unknown");
    }
    faults("[]").await;
}

/// A fault inside the module: JavaScript that it relies on throws where nothing can throw.
#[wasm_bindgen_test]
async fn a_fault_of_our_own_rejects_and_harms_no_other_call() {
    fresh_portal().await;
    let good = over_webhook("");
    // The glue of a debug build reports each of them.
    let at_start = js("(() => { const { error } = console; console.error = () => {}; \
                       performance.now = () => { throw new Error('mine') }; \
                       return () => { delete performance.now; console.error = error } })()");
    // So many that a stack, or a heap, that is not given back would run out.
    let broken: Vec<_> =
        (0..10_000).map(|_| reset_contact_card(&js("'P'"), &js("6"), &good, &JsValue::UNDEFINED)).collect();
    js_with(&at_start, "it()");
    for promise in broken {
        let failure = Failure(JsFuture::from(promise).await.expect_err("broken"));
        assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("internal", "unchanged"));
        assert_eq!(js_with(&failure.0, "it.cause.message").as_string().as_deref(), Some("mine"));
    }
    assert_eq!(requests().await.len(), 0);

    let busy = js("{ connection: { bx24: { getDomain: () => 'elsewhere', callMethod(method, params, callback) { \
                   setTimeout(() => callback({ status: 503, answer: { error: 'QUERY_LIMIT_EXCEEDED' } }), 20) } } } }");
    faults(r#"[{"match":"*","times":1,"then":{"delayMs":400}}]"#).await;
    let under_way = reset_contact_card(&js("'P'"), &js("6"), &good, &JsValue::UNDEFINED);
    let later = js(
        "(() => { const { random } = Math; Math.random = () => { throw new Error('mine') }; return () => Math.random = random })()",
    );
    let failure = reset(js("'P'"), js("6"), busy).await.expect_err("broken");
    js_with(&later, "it()");
    assert_eq!((failure.kind().as_str(), failure.number("attempts")), ("internal", 1.0));
    JsFuture::from(under_way).await.expect("calls beside it finish");
    reset(js("'P'"), js("5"), good).await.expect("the next call works");
    assert_eq!(cards().await, [0, 1]);
}
