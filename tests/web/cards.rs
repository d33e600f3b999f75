//! Cards that are saved, kept, put back and removed for all.

use crate::support::{Failure, PORTAL, cards, faults, fresh_portal, get, js, js_with, json, over_webhook, requests};
use bx24_contact_card::api::{force_common_contact_card, reset_contact_card, restore_contact_card, set_contact_card};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

async fn settled(promise: Promise) -> Result<JsValue, Failure> {
    JsFuture::from(promise).await.map_err(Failure)
}

async fn set(sections: &JsValue, scope: &str, user_id: &str, options: JsValue) -> Result<JsValue, Failure> {
    settled(set_contact_card(sections, &js(scope), &js(user_id), &options, &JsValue::UNDEFINED)).await
}

async fn restore(backup: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    settled(restore_contact_card(backup, options, &JsValue::UNDEFINED)).await
}

async fn reset_kept(user_id: &str, options: JsValue) -> Result<JsValue, Failure> {
    settled(reset_contact_card(&js("'P'"), &js(user_id), &options, &JsValue::UNDEFINED)).await
}

/// Options of each connection by plain HTTP, and whatever else is given.
fn connections(more: &str) -> [JsValue; 2] {
    [over_webhook(more), js(&format!("{{ connection: {{ portal: '{PORTAL}', accessToken: 'tok_admin' }}, {more} }}"))]
}

const LAYOUT: &str = r#"[
    { name: 'about', title: 'О контакте <b>\'"&</b> 😀 $result[x]', type: 'section', elements: [
        { name: 'NAME', optionFlags: 1 }, { name: 'PHONE', optionFlags: 0, options: { defaultCountry: 'GB' } },
        { name: 'ADDRESS', options: { defaultAddressType: 11, more: [true, null, { a: 'b' }] } }, { name: 'WEB', options: {} } ] },
    { name: 'empty', title: 'Empty', type: 'section', elements: [] },
]"#;

#[wasm_bindgen_test]
async fn a_layout_comes_back_as_it_was_saved() {
    for options in connections("") {
        for more in ["{}", "{ family: 'item' }"] {
            fresh_portal().await;
            let options = js_with(&options, &format!("({{ ...it, ...{more} }})"));
            let layout = js(LAYOUT);
            for (scope, user_id) in [("'P'", "7"), ("'C'", "null"), ("null", "undefined")] {
                let answer = set(&layout, scope, user_id, options.clone()).await.expect(scope);
                assert_eq!(js_with(&answer, "it.result"), true);
                let read = get(js(scope), js(user_id), options.clone()).await.expect(scope);
                assert_eq!(json(&js_with(&read, "it.result")), json(&layout), "{scope}");
            }
            assert_eq!(cards().await, [0, 1, 5, 6, 7]);
        }
    }
}

#[wasm_bindgen_test]
async fn what_may_be_left_out_is_filled_in() {
    fresh_portal().await;
    set(&js("[{ name: 'a', title: 'A', elements: undefined }]"), "'P'", "6", over_webhook("")).await.expect("set");
    let read = get(js("'P'"), js("6"), over_webhook("")).await.expect("get");
    assert_eq!(json(&js_with(&read, "it.result")), r#"[{"name":"a","title":"A","type":"section","elements":[]}]"#);
}

#[wasm_bindgen_test]
async fn a_layout_that_is_none_is_refused_and_named() {
    fresh_portal().await;
    let not_json = "Section at index 1 is not made of what JSON can hold.";
    let second = |section: &str| format!("[{{ name: 'a', title: 'A' }}, {section}]");
    let cases = [
        ("undefined".into(), "Parameter 'data' must be array."),
        ("{}".into(), "Parameter 'data' must be array."),
        ("'x'".into(), "Parameter 'data' must be array."),
        ("new Set([1])".into(), "Parameter 'data' must be array."),
        (
            "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()".into(),
            "Parameter 'data' must be array.",
        ),
        ("[]".into(), "There are no data to write."),
        (second("{ title: 'B' }"), "Section at index 1 does not have name."),
        (second("{ name: 5, title: 'B' }"), "Section at index 1 does not have name."),
        (second("{ name: ' \\n', title: 'B' }"), "Section at index 1 does not have name."),
        (second("{ name: 'b' }"), "Section at index 1 does not have title."),
        (second("{ name: 'b', title: 5 }"), "Section at index 1 does not have title."),
        (second("{ name: 'b', title: '' }"), "Section at index 1 has an empty title."),
        (second("{ name: 'a', title: 'B' }"), "Section at index 1 has the name of another section, 'a'."),
        (
            second("{ name: 'b', title: 'B', type: 'column' }"),
            "Section at index 1 have type 'column'. The expected type is 'section'.",
        ),
        (second("{ name: 'b', title: 'B', elements: 'NAME' }"), "Section at index 1 has elements that are not a list."),
        (second("{ name: 'b', title: 'B', tilte: 'B' }"), "Section at index 1 has an unknown property 'tilte'."),
        (
            second("{ name: 'b', title: 'B', elements: [{ name: 'NAME' }, {}] }"),
            "Element at index 1 in section at index 1 does not have name.",
        ),
        (
            second("{ name: 'b', title: 'B', elements: [{ name: 'NAME' }, { name: 'NAME' }] }"),
            "Element at index 1 in section at index 1 is on the card twice, 'NAME'.",
        ),
        (
            second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', optionFlags: '1' }] }"),
            "Element at index 0 in section at index 1 has optionFlags that are neither 0 nor 1.",
        ),
        (
            second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', options: [] }] }"),
            "Element at index 0 in section at index 1 has options that are not an object.",
        ),
        (second("{ name: 'b', get title() { throw new Error('mine') } }"), not_json),
        (second("new Proxy({}, { ownKeys() { throw 1 } })"), not_json),
        (second("new Map([['name', 'b']])"), not_json),
        (second("new (class { name = 'b'; title = 'B' })()"), not_json),
        (second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', options: { a: () => 1 } }] }"), not_json),
        (second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', options: { a: NaN } }] }"), not_json),
        (second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', options: { a: 1n } }] }"), not_json),
        (second("{ name: 'b', title: 'B', elements: [{ name: 'NAME', options: { a: new Date() } }] }"), not_json),
        (second("{ name: 'b', title: 'B', elements: [, { name: 'NAME' }] }"), not_json),
        (second("{ name: 'b', title: '\\ud800' }"), not_json),
        (
            second("(() => { const a = { name: 'b', title: 'B', elements: [] }; a.elements.push(a); return a })()"),
            not_json,
        ),
    ];
    for (sections, said) in cases {
        let failure = set(&js(&sections), "'P'", "6", over_webhook("")).await.expect_err(&sections);
        assert_eq!(
            (failure.kind().as_str(), failure.text("code").as_str()),
            ("invalid-argument", "INVALID_LAYOUT"),
            "{sections}"
        );
        assert_eq!(
            (failure.text("description").as_str(), failure.text("outcome").as_str()),
            (said, "unchanged"),
            "{sections}"
        );
    }
    for (scope, user_id, code) in
        [("'X'", "6", "INVALID_SCOPE"), ("'P'", "'6abc'", "INVALID_USER_ID"), ("'C'", "6", "USER_ID_OF_COMMON_CARD")]
    {
        let failure = set(&js(LAYOUT), scope, user_id, over_webhook("")).await.expect_err(scope);
        assert_eq!(failure.text("code"), code);
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn objects_of_another_realm_and_frozen_ones_will_do() {
    fresh_portal().await;
    let foreign = js("(() => { const frame = document.body.appendChild(document.createElement('iframe')); \
        return frame.contentWindow.eval(`[{ name: 'a', title: 'A', type: 'section', elements: [{ name: 'NAME' }] }]`) })()");
    let frozen =
        js("Object.freeze([Object.freeze({ name: 'a', title: 'A', type: 'section', elements: Object.freeze([]) })])");
    js("Object.assign(Object.prototype, { optionFlags: 1, tilte: 'x' })");
    let outcomes =
        [set(&foreign, "'P'", "6", over_webhook("")).await, set(&frozen, "'P'", "5", over_webhook("")).await];
    js("['optionFlags', 'tilte'].forEach((key) => delete Object.prototype[key])");
    for outcome in outcomes {
        outcome.expect("set");
    }
    let read = get(js("'P'"), js("6"), over_webhook("")).await.expect("get");
    assert_eq!(
        json(&js_with(&read, "it.result")),
        r#"[{"name":"a","title":"A","type":"section","elements":[{"name":"NAME"}]}]"#
    );
}

#[wasm_bindgen_test]
async fn a_card_is_kept_and_put_back() {
    for options in connections("backup: true") {
        fresh_portal().await;
        let plain = js_with(&options, "({ connection: it.connection })");
        let before = get(js("'P'"), js("6"), plain.clone()).await.expect("get");
        let answer = reset_kept("6", options.clone()).await.expect("reset");
        assert_eq!((js_with(&answer, "it.result"), cards().await), (JsValue::TRUE, vec![0, 1, 5]));
        let backup = js_with(&answer, "JSON.parse(JSON.stringify(it.backup))");
        assert_eq!(
            json(&js_with(
                &backup,
                "({ ...it, takenAt: new Date(it.takenAt).toISOString() === it.takenAt, sections: 0 })"
            )),
            format!(r#"{{"version":1,"portal":"{PORTAL}","scope":"P","userId":6,"takenAt":true,"sections":0}}"#)
        );
        restore(&backup, &plain).await.expect("restore");
        let after = get(js("'P'"), js("6"), plain.clone()).await.expect("get");
        assert_eq!(json(&js_with(&after, "it.result")), json(&js_with(&before, "it.result")));
        assert_eq!(cards().await, [0, 1, 5, 6]);

        // Where nothing was saved, restoring resets again.
        let answer = reset_kept("7", options).await.expect("reset");
        set(&js(LAYOUT), "'P'", "7", plain.clone()).await.expect("set");
        restore(&js_with(&answer, "it.backup"), &plain).await.expect("restore");
        assert_eq!(cards().await, [0, 1, 5, 6]);
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_not_reset_and_what_may_be_gone_is_kept() {
    fresh_portal().await;
    for then in [r#"{"status":200,"body":"{\"result\":[5]}"}"#, r#"{"error":"INVALID_CREDENTIALS"}"#] {
        faults(&format!(r#"[{{"match":"*.get","times":9,"then":{then}}}]"#)).await;
        let failure = reset_kept("6", over_webhook("backup: true, retries: 0")).await.expect_err(then);
        assert_eq!((failure.text("outcome").as_str(), failure.number("attempts")), ("unchanged", 1.0), "{then}");
        assert_eq!(js_with(&failure.0, "'backup' in it"), false);
    }
    faults(r#"[{"match":"*.reset","times":1,"then":{"truncate":20}}]"#).await;
    let failure = reset_kept("6", over_webhook("backup: true, retries: 0")).await.expect_err("cut");
    assert_eq!(
        (failure.text("outcome").as_str(), failure.number("attempts"), cards().await),
        ("unknown", 2.0, vec![0, 1, 5])
    );
    restore(&failure.field("backup"), &over_webhook("")).await.expect("restore");
    assert_eq!(cards().await, [0, 1, 5, 6]);

    faults(r#"[{"match":"*.reset","times":1,"then":{"status":400,"body":"{\"error\":\"\",\"error_description\":\"Access denied.\"}"}}]"#).await;
    let failure = reset_kept("6", over_webhook("backup: true")).await.expect_err("denied");
    assert_eq!((failure.kind().as_str(), js_with(&failure.0, "'backup' in it")), ("access-denied", JsValue::FALSE));
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn a_backup_that_is_none_or_of_another_portal_is_refused() {
    fresh_portal().await;
    let backup = |change: &str| {
        format!(
            "{{ version: 1, portal: '{PORTAL}', scope: 'P', userId: 6, takenAt: '2026-11-24T10:00:00.000Z', sections: null, {change} }}"
        )
    };
    let cases = [
        ("undefined".into(), "INVALID_BACKUP", "not undefined"),
        ("'x'".into(), "INVALID_BACKUP", "version is not 1"),
        ("[]".into(), "INVALID_BACKUP", "version is not 1"),
        ("new Map()".into(), "INVALID_BACKUP", "not an object"),
        (backup("version: 2"), "INVALID_BACKUP", "version is not 1"),
        (backup("version: '1'"), "INVALID_BACKUP", "version is not 1"),
        (backup("portal: undefined"), "INVALID_BACKUP", "no proper portal"),
        (backup("scope: 'c'"), "INVALID_BACKUP", "no proper scope"),
        (backup("userId: '6'"), "INVALID_BACKUP", "no proper userId"),
        (backup("userId: 0"), "INVALID_BACKUP", "no proper userId"),
        (backup("scope: 'C'"), "INVALID_BACKUP", "no proper userId"),
        (backup("takenAt: 5"), "INVALID_BACKUP", "no proper takenAt"),
        (backup("sections: undefined"), "INVALID_BACKUP", "no proper sections"),
        (backup("sections: []"), "INVALID_BACKUP", "There are no data to write."),
        (backup("sections: [{ name: 'a' }]"), "INVALID_BACKUP", "Section at index 0 does not have title."),
        (backup("get portal() { throw new Error('mine') }"), "INVALID_BACKUP", "not an object"),
        (backup("portal: 'https://other.bitrix24.com'"), "OTHER_PORTAL", "https://other.bitrix24.com"),
    ];
    for (backup, code, said) in cases {
        let failure = restore(&js(&backup), &over_webhook("")).await.expect_err(&backup);
        assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", code), "{backup}");
        assert!(failure.text("message").contains(said), "{backup}: {}", failure.text("message"));
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn the_common_card_is_forced_on_all() {
    for more in ["", "family: 'item'"] {
        for options in connections(more) {
            fresh_portal().await;
            let answer = settled(force_common_contact_card(&options, &JsValue::UNDEFINED)).await.expect("force");
            assert_eq!((js_with(&answer, "it.result"), cards().await), (JsValue::TRUE, vec![0]));
        }
    }
    fresh_portal().await;
    let ordinary = js(&format!("{{ connection: {{ webhook: '{PORTAL}/rest/5/usr5secret/' }} }}"));
    let failure = settled(force_common_contact_card(&ordinary, &JsValue::UNDEFINED)).await.expect_err("no right");
    assert_eq!((failure.kind().as_str(), cards().await), ("access-denied", vec![0, 1, 5, 6]));
}

#[wasm_bindgen_test]
async fn what_a_form_would_change_does_not_go_through_the_library() {
    fresh_portal().await;
    let closed = js("{ connection: { bx24: { callMethod() { throw new Error('called') } } } }");
    let failure = set(&js(LAYOUT), "'P'", "6", closed).await.expect_err("no other way");
    assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", "INVALID_LAYOUT"));
    assert_eq!(requests().await.len(), 0);
}
