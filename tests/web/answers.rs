//! Whatever a portal, or something in front of it, answers: the kind, what became of the card, and how often it was asked.

use crate::support::{cards, faults, fresh_portal, js, over_webhook, over_webhook_elsewhere, requests, reset};
use wasm_bindgen_test::wasm_bindgen_test;

/// What the portal does with every request, and what a call without retries then says: kind, code, outcome, retryable.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str, bool);

/// What the matrix of `tests/package` does not have, which tries every answer over each connection.
const ROWS: &[Row<'_>] = &[
    (r#"{"status":400,"body":"{\"error\":null}"}"#, "rejected", "", "unchanged", false),
    (r#"{"status":429,"body":""}"#, "rate-limit", "TOO_MANY_REQUESTS", "unknown", true),
    (r#"{"status":500,"body":""}"#, "unavailable", "SERVER_ERROR", "unknown", true),
    (r#"{"status":200,"body":"{\"result\":true}","cors":false}"#, "network", "NETWORK", "unknown", true),
];

#[wasm_bindgen_test]
async fn an_answer_without_words_has_its_meaning() {
    fresh_portal().await;
    for (then, kind, code, outcome, retryable) in ROWS {
        let before = requests().await.len();
        faults(&format!(r#"[{{"match":"*","times":99,"then":{then}}}]"#)).await;
        let failure = reset(js("'P'"), js("6"), over_webhook_elsewhere("retries: 0")).await.expect_err(then);
        let told = (failure.kind(), failure.text("code"), failure.text("outcome"));
        assert_eq!(told, ((*kind).into(), (*code).into(), (*outcome).into()), "{then}");
        assert_eq!(failure.field("retryable").as_bool(), Some(*retryable), "{then}");
        assert_eq!((failure.number("attempts"), requests().await.len() - before), (1.0, 1), "{then}");
        assert!(!failure.everything().contains("adm1secret"), "{then}");
    }
    assert_eq!(cards().await, [0, 1, 5, 6]);
    faults("[]").await;
}

/// The browser itself repeats a request whose connection is reset, and counts it as one.
#[wasm_bindgen_test]
async fn a_connection_that_is_reset() {
    fresh_portal().await;
    faults(r#"[{"match":"*","times":99,"then":{"reset":true}}]"#).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("retries: 0")).await.expect_err("reset");
    assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("network", "unknown"));
    assert_eq!(failure.number("attempts"), 1.0);
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn an_answer_cut_short_may_have_been_carried_out() {
    fresh_portal().await;
    faults(r#"[{"match":"*","times":1,"then":{"truncate":20}}]"#).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("retries: 0")).await.expect_err("cut");
    assert_eq!(failure.text("outcome"), "unknown");
    assert_eq!(cards().await, [0, 1, 5]);
    // Asking again is safe, and tells.
    faults(r#"[{"match":"*","times":1,"then":{"truncate":20}}]"#).await;
    reset(js("'P'"), js("5"), over_webhook("")).await.expect("asked again");
    assert_eq!(cards().await, [0, 1]);
}

#[wasm_bindgen_test]
async fn a_success_without_time_or_with_an_odd_one_is_a_success() {
    fresh_portal().await;
    for body in [r#"{\"result\":true}"#, r#"{\"result\":true,\"time\":[]}"#, r#"{\"result\":true,\"time\":5}"#] {
        faults(&format!(r#"[{{"match":"*","times":1,"then":{{"status":200,"body":"{body}"}}}}]"#)).await;
        let answer = reset(js("'P'"), js("6"), over_webhook("")).await.expect(body);
        assert_eq!(crate::support::json(&answer), r#"{"result":true}"#);
    }
}

#[wasm_bindgen_test]
async fn an_answer_beyond_all_measure() {
    fresh_portal().await;
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let wide = ["[0", &",0".repeat(500_000), "]"].concat();
    for result in [deep, wide] {
        faults(&format!(r#"[{{"match":"*","times":1,"then":{{"status":200,"body":"{{\"result\":{result}}}"}}}}]"#))
            .await;
        let failure = reset(js("'P'"), js("6"), over_webhook("")).await.expect_err("too much");
        assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("unexpected-answer", "unknown"));
    }
}

#[wasm_bindgen_test]
async fn a_broken_server_is_asked_twice_more_and_no_oftener() {
    fresh_portal().await;
    faults(r#"[{"match":"*","times":99,"then":{"status":502,"body":"<html>"}}]"#).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("retries: 9")).await.expect_err("broken");
    assert_eq!((failure.number("attempts"), requests().await.len()), (3.0, 3));
    faults("[]").await;
}
