//! What is refused before anything is sent.

use crate::support::{Failure, PORTAL, fresh_portal, js, over_webhook, requests, reset};
use bx24_contact_card::api::refusal;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

async fn refused(scope: &str, user_id: &str, options: JsValue) -> Failure {
    let failure = reset(js(scope), js(user_id), options).await.expect_err(&format!("{scope}, {user_id}"));
    assert_eq!(failure.kind(), "invalid-argument", "{scope}, {user_id}: {}", failure.text("message"));
    assert_eq!(failure.text("name"), "ContactCardError");
    assert_eq!(failure.text("outcome"), "unchanged");
    assert_eq!(failure.number("attempts"), 0.0);
    assert_eq!(failure.field("retryable"), JsValue::FALSE);
    failure
}

#[wasm_bindgen_test]
async fn scopes() {
    fresh_portal().await;
    let cases = [
        ("'c'", "not \"c\""),
        ("'p'", "not \"p\""),
        ("''", "not \"\""),
        ("' C'", "not \" C\""),
        ("'common'", "not \"common\""),
        ("'С'", "not \"С\""),
        ("0", "not 0"),
        ("true", "not true"),
        ("['C']", "not an array"),
        ("{}", "not an object"),
        ("new String('C')", "not an object"),
        ("Symbol('C')", "not a symbol"),
        ("() => 'C'", "not a function"),
        ("1n", "not a bigint"),
        ("new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })", "not an object"),
        ("(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()", "not an object"),
        ("{ toString() { throw 1 }, valueOf() { throw 2 } }", "not an object"),
    ];
    for (scope, what_came) in cases {
        let failure = refused(scope, "undefined", over_webhook("")).await;
        assert_eq!(failure.text("code"), "INVALID_SCOPE", "{scope}");
        let message = failure.text("message");
        assert!(message.contains(what_came) && message.contains("'P'") && message.contains("'C'"), "{message}");
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn user_ids() {
    fresh_portal().await;
    let cases = [
        "0",
        "-0",
        "-1",
        "1.5",
        "NaN",
        "Infinity",
        "2147483648",
        "2 ** 32 + 5",
        "1e30",
        "'0'",
        "'-1'",
        "'+6'",
        "'6abc'",
        "' 6'",
        "'6 '",
        "'06'",
        "'0x6'",
        "'1e1'",
        "'6.0'",
        "''",
        "'undefined'",
        "'4294967301'",
        "true",
        "false",
        "[6]",
        "[]",
        "{}",
        "6n",
        "new Number(6)",
        "{ valueOf: () => 6 }",
        "Symbol()",
        "() => 6",
        "new Date(6)",
    ];
    for user_id in cases {
        let failure = refused("'P'", user_id, over_webhook("")).await;
        assert_eq!(failure.text("code"), "INVALID_USER_ID", "{user_id}");
        assert!(failure.text("message").starts_with("userId must be a positive integer up to 2147483647"), "{user_id}");
    }
    let failure = refused("'C'", "6", over_webhook("")).await;
    assert_eq!(failure.text("code"), "USER_ID_OF_COMMON_CARD");
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn options() {
    fresh_portal().await;
    let cases = [
        ("null", "options must be a plain object, not null"),
        ("5", "options must be a plain object, not 5"),
        ("'x'", "options must be a plain object"),
        ("[]", "options must be a plain object, not an array"),
        ("new Map([['timeout', 5]])", "options must be a plain object"),
        ("new (class { get timeout() { return 5 } })()", "options must be a plain object"),
        ("{ tiemout: 5 }", "options has no \"tiemout\"; it has: connection family signal timeout retries"),
        ("new (class { timeout = 5 })()", "options must be a plain object, not an object of a class"),
        ("new String('x')", "options must be a plain object, not an object of a class"),
        ("{ timeout: new Number(5) }", "timeout must be"),
        ("{ family: new String('item') }", "family must be"),
        ("{ timeout: 0 }", "timeout must be a number of milliseconds"),
        ("{ timeout: -1 }", "timeout must be"),
        ("{ timeout: NaN }", "timeout must be"),
        ("{ timeout: Infinity }", "timeout must be"),
        ("{ timeout: 2 ** 31 }", "timeout must be"),
        ("{ timeout: '5' }", "timeout must be"),
        ("{ timeout: null }", "timeout must be"),
        ("{ retries: -1 }", "retries must be a whole number"),
        ("{ retries: 1.5 }", "retries must be"),
        ("{ retries: '1' }", "retries must be"),
        ("{ retries: 2 ** 32 }", "retries must be"),
        ("{ family: 'contacts' }", "family must be 'contact' or 'item', not \"contacts\""),
        ("{ family: 3 }", "family must be"),
        ("{ signal: {} }", "signal must be an AbortSignal"),
        ("{ signal: true }", "signal must be"),
        ("{ signal: new AbortController() }", "signal must be"),
        ("{ get timeout() { throw new Error('mine') } }", "options cannot be read"),
        ("new Proxy({}, { ownKeys() { throw 1 } })", "options cannot be read"),
    ];
    for (options, expected) in cases {
        let failure = refused("'P'", "6", js(options)).await;
        assert_eq!(failure.text("code"), "INVALID_OPTION", "{options}");
        assert!(failure.text("message").contains(expected), "{options}: {}", failure.text("message"));
        assert!(!refusal(&js(options)).is_undefined(), "{options}");
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn options_are_their_own_enumerable_string_keys() {
    fresh_portal().await;
    let webhook = crate::support::webhook();
    let changes = [
        "it[Symbol('mine')] = () => 1",
        "it.tiemout = it.onProgress = it.signal = undefined",
        "Object.defineProperty(it, 'observer', { value: window })",
        "Object.defineProperty(it, 'connection', { get: (connection => () => connection)(it.connection), enumerable: true })",
    ];
    for change in changes {
        let options = js(&format!("(it => ({change}, it))({{ connection: {{ webhook: '{webhook}' }} }})"));
        reset(js("'P'"), js("6"), options).await.expect(change);
        let options = js(&format!("{{ connection: (it => ({change}, it))({{ webhook: '{webhook}' }}) }}"));
        if !change.contains("'connection'") {
            reset(js("'P'"), js("6"), options).await.expect(change);
        }
    }
    assert_eq!(requests().await.len(), 7);
}

#[wasm_bindgen_test]
async fn connections() {
    fresh_portal().await;
    let cases = [
        "{}".to_string(),
        "null".to_string(),
        "'https://portal.bitrix24.com/rest/1/secret12345/'".to_string(),
        "{ bx24: null }".to_string(),
        "{ bx24: {} }".to_string(),
        "{ bx24: { callMethod: 5 } }".to_string(),
        "{ webhook: 5 }".to_string(),
        "{ webhook: '' }".to_string(),
        "{ webhook: '/rest/1/secret12345/' }".to_string(),
        "{ webhook: 'https://portal.bitrix24.com/' }".to_string(),
        "{ webhook: 'https://portal.bitrix24.com/rest/1/' }".to_string(),
        "{ webhook: 'https://portal.bitrix24.com/rest/1/secret12345/profile.json' }".to_string(),
        "{ webhook: 'https://portal.bitrix24.com/rest/1/secret12345/?auth=1' }".to_string(),
        "{ webhook: 'https://user:pass@portal.bitrix24.com/rest/1/secret12345/' }".to_string(),
        "{ webhook: 'http://portal.bitrix24.com/rest/1/secret12345/' }".to_string(),
        "{ webhook: 'http://127.0.0.1.evil.com/rest/1/secret12345/' }".to_string(),
        "{ portal: 'https://portal.bitrix24.com' }".to_string(),
        "{ accessToken: 'secret12345' }".to_string(),
        "{ portal: 'portal.bitrix24.com', accessToken: 'secret12345' }".to_string(),
        "{ portal: 'http://portal.bitrix24.com', accessToken: 'secret12345' }".to_string(),
        "{ portal: 'https://portal.bitrix24.com/rest/1/secret12345/', accessToken: 'secret12345' }".to_string(),
        "{ portal: 'https://portal.bitrix24.com', accessToken: '' }".to_string(),
        "{ portal: 'https://portal.bitrix24.com', accessToken: 5 }".to_string(),
        "{ portal: 'https://portal.bitrix24.com', accessToken: 'secret12345', refresh: 'secret12345' }".to_string(),
        format!("{{ webhook: '{PORTAL}/rest/1/adm1secret/', portal: '{PORTAL}', accessToken: 'secret12345' }}"),
        format!("{{ webhook: '{PORTAL}/rest/1/adm1secret/', bx24: {{ callMethod() {{}} }} }}"),
        format!("{{ webhook: '{PORTAL}/rest/1/adm1secret/', refresh() {{}} }}"),
    ];
    for connection in cases {
        let failure = refused("'P'", "6", js(&format!("{{ connection: {connection} }}"))).await;
        assert!(failure.text("code").starts_with("INVALID_"), "{connection}");
        let printed = failure.everything();
        assert!(!printed.contains("secret12345") && !printed.contains("adm1secret"), "{printed}");
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn a_secret_passed_by_mistake_is_not_shown() {
    for (scope, user_id) in
        [("'https://portal.bitrix24.com/rest/1/secret12345/'", "6"), ("'P'", "'1/secret12345/profile'")]
    {
        let printed = refused(scope, user_id, over_webhook("")).await.everything();
        assert!(!printed.contains("secret12345"), "{printed}");
    }
}

#[wasm_bindgen_test]
async fn a_polluted_prototype_changes_nothing() {
    fresh_portal().await;
    js("Object.assign(Object.prototype, { scope: 'C', userId: 6, timeout: 'x', connection: 5, error: 'x' })");
    let answer = reset(js("'P'"), js("5"), over_webhook("")).await;
    js("['scope', 'userId', 'timeout', 'connection', 'error'].forEach(key => delete Object.prototype[key])");
    assert!(answer.is_ok(), "{answer:?}");
    assert_eq!(crate::support::cards().await, [0, 1, 6]);
}

#[wasm_bindgen_test]
async fn an_error_is_an_error() {
    let failure = refused("'X'", "6", JsValue::UNDEFINED).await;
    assert!(failure.0.is_instance_of::<js_sys::Error>());
    assert!(
        crate::support::js_with(&failure.0, "it.stack.includes('ContactCardError') || !it.stack.includes('Error')")
            .is_truthy()
    );
    assert!(
        crate::support::js_with(&failure.0, "it.status === undefined && !('cause' in it) && it.method === undefined")
            .is_truthy()
    );
}
