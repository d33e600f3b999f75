//! Resets of many users' cards: who is accounted for where, whatever the portal answers.

use crate::support::{Failure, PORTAL, cards, faults, fresh_portal, js, js_with, json, requests};
use bx24_contact_card::api::reset_contact_cards;
use js_sys::Date;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A limit that no test meets by accident.
const FAST: &str = "limit: { burst: 1e6, perSecond: 1e6 }";

async fn bulk(user_ids: &str, options: JsValue) -> Result<JsValue, Failure> {
    JsFuture::from(reset_contact_cards(&js(user_ids), &options, &JsValue::UNDEFINED)).await.map_err(Failure)
}

/// Options with a webhook, and whatever else is given.
fn webhook_of(path: &str, more: &str) -> JsValue {
    js(&format!("{{ connection: {{ webhook: '{PORTAL}/rest/{path}/' }}, {FAST}, {more} }}"))
}

fn admin(more: &str) -> JsValue {
    webhook_of("1/adm1secret", more)
}

/// The administrator's webhook of a portal whose bucket no other test fills.
fn elsewhere(more: &str) -> JsValue {
    let portal = crate::support::elsewhere();
    js(&format!("{{ connection: {{ webhook: '{portal}/rest/1/adm1secret/' }}, {FAST}, {more} }}"))
}

/// A report in short: who is where, and why it stopped.
fn told(report: &JsValue) -> String {
    json(&js_with(
        report,
        "({ done: it.done, failed: it.failed.map(({ userId, error }) => [userId, error.kind, error.description]), \
         pending: it.pending, stopped: it.stopped?.kind })",
    ))
}

/// A BX24 library that answers a batch with what `answer` gives, an expression: the entries of its containers.
fn library(answer: &str) -> JsValue {
    js(&format!(
        "{{ connection: {{ bx24: {{ callMethod(method, parameters, callback) {{ \
           if (method !== 'batch' || parameters.halt !== 0) throw new Error(`${{method}} is no batch`); \
           const no = {{ error: '', error_description: 'Access denied.' }}; \
           const reply = (result, result_error = []) => ({{ result, result_error, result_total: [], result_next: [] }}); \
           setTimeout(() => {{ const result = {answer}; callback({{ answer: {{ result }}, status: 200, data: () => result, \
             error: () => undefined }}) }}, 1) }} }} }}, retries: 0, {FAST} }}"
    ))
}

#[wasm_bindgen_test]
async fn every_id_is_checked_before_anything_is_sent() {
    fresh_portal().await;
    let cases = [
        ("'56'", "INVALID_USER_IDS", "not \"56\""),
        ("new String('56')", "INVALID_USER_IDS", "not an object of a class"),
        ("new Number(5)", "INVALID_USER_IDS", "not an object of a class"),
        ("() => [5]", "INVALID_USER_IDS", "not a function"),
        ("5", "INVALID_USER_IDS", "not 5"),
        ("null", "INVALID_USER_IDS", "not null"),
        ("undefined", "INVALID_USER_IDS", "not undefined"),
        ("{ 0: 5, length: 1 }", "INVALID_USER_IDS", "not an object"),
        ("[5, '6abc']", "INVALID_USER_ID", "at index 1"),
        ("[5, 6, 0]", "INVALID_USER_ID", "at index 2"),
        ("[[6]]", "INVALID_USER_ID", "not an array"),
        ("[5, , 6]", "INVALID_USER_ID", "at index 1"),
        ("(function* () { yield 5; throw new Error('mine') })()", "INVALID_USER_IDS", "cannot be read"),
        ("{ [Symbol.iterator]() { throw new Error('mine') } }", "INVALID_USER_IDS", "not an object"),
        ("{ [Symbol.iterator]: 5 }", "INVALID_USER_IDS", "not an object"),
    ];
    for (ids, code, said) in cases {
        let failure = bulk(ids, admin("")).await.expect_err(ids);
        assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", code), "{ids}");
        assert!(failure.text("message").contains(said), "{ids}: {}", failure.text("message"));
    }
    let options = [
        ("{ onProgress: 5 }", "onProgress must be a function"),
        ("{ totalTimeout: 0 }", "totalTimeout must be a number of milliseconds"),
        ("{ limit: 5 }", "limit must be a plain object"),
        ("{ limit: { burst: 50 } }", "limit must be { burst, perSecond }"),
        ("{ limit: { burst: 1, perSecond: 2 } }", "limit must be { burst, perSecond }"),
        ("{ limit: { burst: 50, perSecond: 0 } }", "limit must be { burst, perSecond }"),
        ("{ limit: { burst: 50, perSecond: 2, more: 1 } }", "limit has no \"more\""),
        ("{ totalTimeout: 2 ** 31 }", "totalTimeout must be a number of milliseconds"),
        ("{ totalTimeout: Infinity }", "totalTimeout must be a number of milliseconds"),
        ("{ limit: { burst: 1e6, perSecond: 0.4 } }", "burst / perSecond up to 2147483"),
        ("{ backup: 'yes' }", "backup must be true or false"),
        ("{ tiemout: 5 }", "options has no \"tiemout\""),
    ];
    for (options, said) in options {
        let failure = bulk("[5]", js(options)).await.expect_err(options);
        assert_eq!(failure.text("code"), "INVALID_OPTION", "{options}");
        assert!(failure.text("message").contains(said), "{options}: {}", failure.text("message"));
    }
    assert_eq!(requests().await.len(), 0);
}

/// The expression of a generator with these statements, whose `finally` is noted.
fn noting(statements: &str) -> String {
    format!(
        "(function* () {{ globalThis.isClosed = false; try {{ {statements} }} finally {{ globalThis.isClosed = true }} }})()"
    )
}

#[wasm_bindgen_test]
async fn an_iterable_is_closed_when_an_id_is_refused() {
    fresh_portal().await;
    let cases = [
        ("yield 5; yield 'x'; yield 6", "INVALID_USER_ID", "at index 1"),
        ("yield 5; throw new Error('mine')", "INVALID_USER_IDS", "cannot be read"),
        ("for (let id = 1; ; id++) yield id", "INVALID_USER_IDS", "1000000 at the most"),
        ("for (;;) yield 5", "INVALID_USER_IDS", "1000000 at the most"),
    ];
    for (statements, code, said) in cases {
        let failure = bulk(&noting(statements), admin("")).await.expect_err(statements);
        assert_eq!(failure.text("code"), code, "{statements}");
        assert!(failure.text("message").contains(said), "{statements}: {}", failure.text("message"));
        assert_eq!(js("globalThis.isClosed"), true, "{statements}");
    }
    // What closing throws changes nothing.
    let closing = "{ [Symbol.iterator]: () => ({ next: () => ({ value: 0 }), return() { throw new Error('mine') } }) }";
    let failure = bulk(closing, admin("")).await.expect_err(closing);
    assert_eq!(failure.text("code"), "INVALID_USER_ID");
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn any_iterable_will_do_and_who_is_there_twice_is_reset_once() {
    for ids in
        ["[6, '5', 6, 5, 7]", "new Set([6, 5, 7])", "(function* () { yield* [6, 5, 7] })()", "Uint8Array.of(6, 5, 7)"]
    {
        fresh_portal().await;
        let report = bulk(ids, admin("")).await.expect(ids);
        assert_eq!(told(&report), r#"{"done":[6,5,7],"failed":[],"pending":[]}"#, "{ids}");
        assert_eq!((cards().await, requests().await.len()), (vec![0, 1], 1), "{ids}");
    }
    let report = bulk("[]", admin("")).await.expect("nobody");
    assert_eq!(told(&report), r#"{"done":[],"failed":[],"pending":[]}"#);
}

#[wasm_bindgen_test]
async fn whom_the_portal_refuses_is_told_one_by_one() {
    fresh_portal().await;
    let report = bulk("[5, 6, 1]", webhook_of("5/usr5secret", "")).await.expect("a report");
    let expected = r#"{"done":[5],"failed":[[6,"access-denied","Access denied."],[1,"access-denied","Access denied."]],"pending":[]}"#;
    assert_eq!(told(&report), expected);
    assert_eq!(cards().await, [0, 1, 6]);
    let error = Failure(js_with(&report, "it.failed[0].error"));
    assert_eq!((error.text("code"), error.text("outcome")), (String::new(), "unchanged".into()));
    assert_eq!(error.text("method"), "crm.contact.details.configuration.reset");
    assert_eq!(error.number("attempts"), 1.0);
}

#[wasm_bindgen_test]
async fn only_the_portals_true_for_this_very_user_makes_one_done() {
    let cases = [
        ("reply({ u5: true, u6: true, u7: true })", "[5,6,7]", "[]"),
        ("reply({ u7: true, extra: true, u6: true, 0: true, u5: true })", "[5,6,7]", "[]"),
        ("reply({ u5: true, u7: true })", "[5,7]", "[6]"),
        ("reply({ u5: true, u6: {}, u7: true })", "[5,7]", "[6]"),
        ("reply({ u5: true, u6: 'true', u7: 1 })", "[5]", "[6,7]"),
        ("reply({ u5: true, u6: null, u7: 5 })", "[5]", "[6,7]"),
        ("reply([true, true, true])", "[]", "[5,6,7]"),
        ("reply({ 5: true, 6: true, 7: true })", "[]", "[5,6,7]"),
        ("{}", "[]", "[5,6,7]"),
        ("null", "[]", "[5,6,7]"),
        ("true", "[]", "[5,6,7]"),
        ("new Proxy({}, { get() { throw 1 } })", "[]", "[5,6,7]"),
    ];
    for (answer, done, pending) in cases {
        let report = bulk("[5, 6, 7]", library(answer)).await.expect(answer);
        let stopped = if pending == "[]" { "" } else { r#","stopped":"unexpected-answer""# };
        let expected = format!(r#"{{"done":{done},"failed":[],"pending":{pending}{stopped}}}"#);
        assert_eq!(told(&report), expected, "{answer}");
    }
    let report =
        bulk("[5, 6, 7]", library("reply({ u5: true, u7: true }, { u6: no, u7: no })")).await.expect("a report");
    let expected = r#"{"done":[5],"failed":[[6,"access-denied","Access denied."],[7,"access-denied","Access denied."]],"pending":[]}"#;
    assert_eq!(told(&report), expected);
}

#[wasm_bindgen_test]
async fn containers_of_any_shape() {
    let body = |result: &str| {
        format!(r#"[{{"match":"batch","times":9,"then":{{"status":200,"body":{{"result":{result}}}}}}}]"#)
    };
    let cases = [
        (r#"{"result":{"u5":true,"u6":true},"result_error":[]}"#, "[5,6]", "[]", "[]"),
        (
            r#"{"result":[],"result_error":{"u6":{"error":"","error_description":"Access denied."},"u5":{"error":"","error_description":"Access denied."}}}"#,
            "[]",
            r#"[[5,"access-denied","Access denied."],[6,"access-denied","Access denied."]]"#,
            "[]",
        ),
        (
            r#"{"result":{"u5":true,"u6":true},"result_error":{"u6":{"error":"","error_description":"Access denied."}}}"#,
            "[5]",
            r#"[[6,"access-denied","Access denied."]]"#,
            "[]",
        ),
        (r#"{"result":[true,true],"result_error":[]}"#, "[]", "[]", "[5,6]"),
        (r#"{"result":{"u5":true,"u6":{}}}"#, "[5]", "[]", "[6]"),
        ("[]", "[]", "[]", "[5,6]"),
        ("true", "[]", "[]", "[5,6]"),
        ("null", "[]", "[]", "[5,6]"),
    ];
    for (result, done, failed, pending) in cases {
        fresh_portal().await;
        faults(&body(result)).await;
        let report = bulk("[5, 6]", admin("retries: 0")).await.expect(result);
        let stopped = if pending == "[]" { "" } else { r#","stopped":"unexpected-answer""# };
        let expected = format!(r#"{{"done":{done},"failed":{failed},"pending":{pending}{stopped}}}"#);
        assert_eq!(told(&report), expected, "{result}");
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn a_batch_that_fails_as_a_whole_is_sent_again_or_left_pending() {
    let helped = [
        r#"{"status":503,"body":"<html>"}"#,
        r#"{"status":500,"body":""}"#,
        r#"{"error":"QUERY_LIMIT_EXCEEDED"}"#,
        r#"{"truncate":40}"#,
        r#"{"status":200,"body":"<html>"}"#,
        r#"{"status":200,"body":"{\"result\":true}","cors":false}"#,
    ];
    for then in helped {
        fresh_portal().await;
        faults(&format!(r#"[{{"match":"batch","times":1,"then":{then}}}]"#)).await;
        let report = bulk("[5, 6]", elsewhere("")).await.expect(then);
        assert_eq!(told(&report), r#"{"done":[5,6],"failed":[],"pending":[]}"#, "{then}");
        assert_eq!(cards().await, [0, 1], "{then}");
    }
    let hopeless = [
        (r#"{"error":"INVALID_CREDENTIALS"}"#, "auth", 1),
        (r#"{"error":"OVERLOAD_LIMIT"}"#, "unavailable", 1),
        (r#"{"status":500,"body":""}"#, "unavailable", 3),
    ];
    for (then, kind, sent) in hopeless {
        fresh_portal().await;
        faults(&format!(r#"[{{"match":"batch","times":9,"then":{then}}}]"#)).await;
        let report = bulk("[5, 6]", admin("")).await.expect(then);
        assert_eq!(told(&report), format!(r#"{{"done":[],"failed":[],"pending":[5,6],"stopped":"{kind}"}}"#), "{then}");
        assert_eq!(requests().await.len(), sent, "{then}");
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn cards_are_kept_before_they_are_reset() {
    fresh_portal().await;
    let report = bulk("[5, 6, 7]", admin("backup: true")).await.expect("a report");
    assert_eq!(told(&report), r#"{"done":[5,6,7],"failed":[],"pending":[]}"#);
    let kept = "it.backups.map(({ version, portal, scope, userId, sections }) => \
                [version, portal.startsWith('http://127.0.0.1:'), scope, userId, sections?.[0].title ?? null])";
    assert_eq!(
        json(&js_with(&report, kept)),
        r#"[[1,true,"P",5,"Personal Data"],[1,true,"P",6,"Personal Data"],[1,true,"P",7,null]]"#
    );

    // What cannot be read is not reset.
    fresh_portal().await;
    faults(r#"[{"match":"*.get","times":9,"then":{"error":"INTERNAL_SERVER_ERROR"}}]"#).await;
    let report = bulk("[5, 6]", admin("backup: true, retries: 1")).await.expect("a report");
    assert_eq!(js_with(&report, "it.done.length"), 0);
    assert_eq!(cards().await, [0, 1, 5, 6]);

    // What may have been reset keeps its backup.
    fresh_portal().await;
    let options = js_with(&admin("backup: true, timeout: 300, retries: 0"), "({ ...it, onProgress() {} })");
    faults(r#"[{"match":"batch","times":1,"then":{"delayMs":1}},{"match":"batch","times":1,"then":{"hang":true}}]"#)
        .await;
    let report = bulk("[5, 6]", options).await.expect("a report");
    let told =
        js_with(&report, "[it.done.length, it.pending, it.backups.map(({ userId }) => userId), it.stopped.kind]");
    assert_eq!(json(&told), r#"[0,[5,6],[5,6],"timeout"]"#);
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn an_abort_settles_with_a_report() {
    let many = "Array.from({ length: 400 }, (_, index) => index + 1)";
    for (when, abort) in
        [("before", "controller.abort('mine')"), ("later", "setTimeout(() => controller.abort('mine'), 60)")]
    {
        fresh_portal().await;
        faults(r#"[{"match":"batch","times":99,"then":{"hang":true}}]"#).await;
        let options = js_with(
            &admin(""),
            &format!(
                "(() => {{ const controller = new AbortController(); {abort}; return {{ ...it, signal: controller.signal }} }})()"
            ),
        );
        let report = bulk(many, options).await.expect("a report");
        let told = js_with(&report, "[it.done.length + it.pending.length, it.stopped.name, it.stopped.cause]");
        assert_eq!((when, json(&told).as_str()), (when, r#"[400,"AbortError","mine"]"#));
        if when == "before" {
            assert_eq!((requests().await.len(), json(&js_with(&report, "it.done"))), (0, "[]".into()));
        }
    }
    fresh_portal().await;
    let within = js_with(
        &admin(""),
        "(() => { const controller = new AbortController(); return { ...it, signal: controller.signal, \
           onProgress() { controller.abort(); throw new Error('ignored') } } })()",
    );
    let report = bulk("Array.from({ length: 2000 }, (_, index) => index + 1)", within).await.expect("a report");
    let told = js_with(&report, "[it.done.length < 2000, it.done.length + it.pending.length, it.stopped.kind]");
    assert_eq!(json(&told), r#"[true,2000,"aborted"]"#);
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn progress_and_the_end_of_all_time() {
    fresh_portal().await;
    let options = js_with(&admin(""), "({ ...it, told: undefined, onProgress: undefined })");
    let options = js_with(
        &options,
        "(() => { const { told, ...options } = it; globalThis.told = []; \
        return { ...options, onProgress: (progress) => globalThis.told.push(progress) } })()",
    );
    bulk("Array.from({ length: 120 }, (_, index) => index + 1)", options).await.expect("a report");
    let told =
        js("globalThis.told.map(({ total, done, failed, pending }) => [total, done + failed + pending, failed])");
    assert_eq!(json(&told), "[[120,120,0],[120,120,0],[120,120,0]]");
    assert_eq!(json(&js("globalThis.told.at(-1)")), r#"{"total":120,"done":120,"failed":0,"pending":0}"#);

    faults(r#"[{"match":"batch","times":9,"then":{"hang":true}}]"#).await;
    let start = Date::now();
    let report = bulk("[5, 6]", admin("totalTimeout: 200")).await.expect("a report");
    assert_eq!(self::told(&report), r#"{"done":[],"failed":[],"pending":[5,6],"stopped":"timeout"}"#);
    assert!(Date::now() - start >= 200.0);
    faults("[]").await;
}
