//! Whole cards: saved, kept, put back and removed for all, with the arguments that JavaScript can come up with.

use crate::support::{
    PORTAL, cards, faults, force, fresh_portal, get, js, js_with, json, over_token, over_webhook, requests, reset,
    restore, rows, set,
};
use bx24_contact_card::api::refusal;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A library that sends forms to the portal, as the official one does; `more` are its other methods.
fn library(more: &str) -> JsValue {
    js(&format!(
        "(() => {{
            const encode = (values, prefix) => Object.entries(values).map(([key, value]) => {{
                const name = prefix ? `${{prefix}}[${{encodeURIComponent(key)}}]` : encodeURIComponent(key);
                if (Array.isArray(value) && value.length === 0) return `${{name}}=`;
                return typeof value === 'object' ? encode(value, name) : `${{name}}=${{encodeURIComponent(value)}}`;
            }}).filter(Boolean).join('&');
            return {{ ...{more}, callMethod(method, parameters, callback) {{
                const body = `auth=tok_admin&${{encode(parameters)}}`;
                fetch(`{PORTAL}/rest/${{method}}.json`, {{ method: 'POST', body }}).then(async (response) => {{
                    const answer = await response.json(), {{ status }} = response;
                    const error = 'error' in answer ? {{ status, ex: {{ ...answer }} }} : undefined;
                    callback({{ answer, status, data: () => answer.result, error: () => error }});
                }});
            }} }};
        }})()"
    ))
}

/// What tells where the portal is, and the token; the window's name has to tell that it is plain http.
const TELLS_ALL: &str = "{ getDomain: () => HOST, getAuth: () => ({ access_token: 'tok_admin', domain: HOST }) }";

fn telling_library() -> JsValue {
    let host = PORTAL.strip_prefix("http://").expect("the local portal is plain http");
    js(&format!("globalThis.name = '{host}|0|0123456789abcdef0123456789abcdef'"));
    library(&TELLS_ALL.replace("HOST", &format!("'{host}'")))
}

fn through(library: &JsValue, more: &str) -> JsValue {
    js_with(library, &format!("({{ connection: {{ bx24: it }}, {more} }})"))
}

/// Options for each kind of connection, all as the administrator.
fn every_connection(more: &str) -> [JsValue; 3] {
    let over_token = js_with(&over_token("tok_admin"), &format!("({{ ...it, {more} }})"));
    [over_webhook(more), over_token, through(&telling_library(), more)]
}

const SECTION: &str = "{ name: 'main', title: 'About', type: 'section', elements: [{ name: 'PHONE' }] }";

/// Refuses these sections with this description, before anything is sent.
async fn refuses(sections: &str, description: &str) {
    let failure = set(js(sections), js("'P'"), js("6"), over_webhook("")).await.expect_err(sections);
    let told = (failure.kind(), failure.text("code"), failure.text("description"));
    assert_eq!(told, ("invalid-argument".into(), "INVALID_LAYOUT".into(), description.into()), "{sections}");
    assert_eq!((failure.text("outcome").as_str(), failure.number("attempts")), ("unchanged", 0.0), "{sections}");
}

async fn nothing_was_sent() {
    assert_eq!((requests().await.len(), cards().await), (0, vec![0, 1, 5, 6]));
}

/// A good section, and this one after it.
fn second(section: &str) -> String {
    format!("[{SECTION}, {section}]")
}

/// The same, with a good section of these elements.
fn holding(elements: &str) -> String {
    second(&format!("{{ name: 'b', title: 'B', elements: [{elements}] }}"))
}

#[wasm_bindgen_test]
async fn what_is_no_list_is_no_layout() {
    fresh_portal().await;
    let revoked = "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()";
    for sections in ["undefined", "null", "'[]'", "5", "Symbol()", "() => []", "new Set([1])", revoked, SECTION] {
        refuses(sections, "Parameter 'data' must be array.").await;
    }
    refuses(&format!("{{ 0: {SECTION}, length: 1 }}"), "Parameter 'data' must be array.").await;
    refuses("[]", "There are no data to write.").await;
    nothing_was_sent().await;
}

#[wasm_bindgen_test]
async fn a_layout_that_breaks_a_rule_is_refused_with_its_place() {
    fresh_portal().await;
    let section = |what: &str| format!("Section at index 1 {what}");
    let element = |index: u32, what: &str| format!("Element at index {index} in section at index 1 {what}");
    let cases = [
        (second("null"), section("does not have name.")),
        (second("'b'"), section("does not have name.")),
        (second("[]"), section("does not have name.")),
        (second("{ title: 'B' }"), section("does not have name.")),
        (second("{ name: 5, title: 'B' }"), section("does not have name.")),
        (second("{ name: ' \\n', title: 'B' }"), section("does not have name.")),
        (second("{ name: 'b' }"), section("does not have title.")),
        (second("{ name: 'b', title: 5 }"), section("does not have title.")),
        (second("{ name: 'b', title: '' }"), section("has an empty title.")),
        (second("{ name: 'main', title: 'B' }"), section("has the name of another section, 'main'.")),
        (
            second("{ name: 'b', title: 'B', type: 'column' }"),
            section("have type 'column'. The expected type is 'section'."),
        ),
        (second("{ name: 'b', title: 'B', elements: 'NAME' }"), section("has elements that are not a list.")),
        (second("{ name: 'b', title: 'B', tilte: 'B' }"), section("has an unknown property 'tilte'.")),
        (holding("'NAME'"), element(0, "does not have name.")),
        (holding("{ name: 'NAME' }, {}"), element(1, "does not have name.")),
        (holding("{ name: 'NAME' }, { name: 'PHONE' }"), element(1, "is on the card twice, 'PHONE'.")),
        (holding("{ name: 'NAME', optionFlags: '1' }"), element(0, "has optionFlags that are neither 0 nor 1.")),
        (holding("{ name: 'NAME', options: [] }"), element(0, "has options that are not an object.")),
        (
            holding("{ name: 'NAME', options: { deep: {} } }"),
            element(0, "has options with an object that the portal makes a list of."),
        ),
        (holding("{ name: 'NAME', optionFlag: 1 }"), element(0, "has an unknown property 'optionFlag'.")),
    ];
    for (sections, expected) in cases {
        refuses(&sections, &expected).await;
    }
    nothing_was_sent().await;
}

#[wasm_bindgen_test]
async fn what_json_cannot_hold_is_named_by_its_path() {
    fresh_portal().await;
    let sections = [
        ("undefined", " is undefined"),
        // A hole in the list.
        (",", " is undefined"),
        ("Symbol()", " is a symbol"),
        ("() => 1", " is a function"),
        ("1n", " is a bigint"),
        ("NaN", " is NaN"),
        ("new Map([['name', 'b'], ['title', 'B']])", " is an object of a class"),
        ("new Date(0)", " is an object of a class"),
        ("new (class { name = 'b'; title = 'B' })()", " is an object of a class"),
        ("{ name: 'b', title: 'B', toJSON() { return {} } }", ".toJSON is a function"),
        ("{ name: 'b', get title() { throw new Error('mine') } }", ".title cannot be read"),
        ("{ name: new String('b'), title: 'B' }", ".name is an object of a class"),
        ("{ name: 'b', title: '\\ud83d' }", ".title is no text that can be sent"),
        ("{ name: 'b', title: '\\udc00B' }", ".title is no text that can be sent"),
        ("new Proxy({}, { get() { throw 1 }, ownKeys() { throw 2 } })", " cannot be read"),
        ("new Proxy({}, { getPrototypeOf() { throw 3 } })", " is an object of a class"),
        (
            "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
            " is an object of a class",
        ),
        (
            "(() => { const cyclic = { name: 'b', title: 'B' }; cyclic.options = cyclic; return cyclic })()",
            ".options is nested without end",
        ),
    ];
    let deep = ["[".repeat(40), "]".repeat(40)].concat();
    let far_in = [&"[0]".repeat(26), " is nested without end"].concat();
    let in_options = [
        ("NaN", " is NaN"),
        ("Infinity", " is Infinity"),
        ("undefined", " is undefined"),
        ("Symbol('hidden')", " is a symbol"),
        ("new Map()", " is an object of a class"),
        ("new Uint8Array(4)", " is an object of a class"),
        ("new Number(5)", " is an object of a class"),
        ("/x/", " is an object of a class"),
        ("document.body", " is an object of a class"),
        ("Object.create({ inherited: 1 })", " is an object of a class"),
        ("{ '\\ud83d': 'half a character' }", ".\u{fffd} is no text that can be sent"),
        ("{ seen: [1, { x() {} }] }", ".seen[1].x is a function"),
        ("JSON.parse('{\"__proto__\":{\"a\":\"b\"}}')", ".__proto__ is no text that can be sent"),
        (&deep, &far_in),
    ];
    let in_options = in_options.map(|(value, said)| {
        let sections = holding(&format!("{{ name: 'A', options: {{ deep: [{value}] }} }}"));
        (sections, [".elements[0].options.deep[0]", said].concat())
    });
    let throwing = format!(
        "new Proxy([{SECTION}, {SECTION}], {{ get(list, key) {{ if (key === '1') throw 1; return list[key] }} }})"
    );
    let more = [(holding(", { name: 'NAME' }"), ".elements[0] is undefined"), (throwing, " cannot be read")];
    let cases = sections.map(|(section, said)| (second(section), said.to_string())).into_iter().chain(in_options);
    for (sections, said) in cases.chain(more.map(|(sections, said)| (sections, said.into()))) {
        refuses(&sections, &format!("sections[1]{said}.")).await;
    }
    refuses("new Array(2 ** 32 - 1)", "sections is one value too many: 20000 are the most.").await;
    refuses("[,]", "sections[0] is undefined.").await;
    let large = |name: &str| {
        let elements = format!("Array.from({{ length: 9000 }}, (_, index) => ({{ name: `{name}${{index}}` }}))");
        format!("{{ name: '{name}', title: 'Large', elements: {elements} }}")
    };
    let expected = "sections[1].elements is one value too many: 20000 are the most.";
    refuses(&format!("[{}, {}]", large("a"), large("b")), expected).await;
    nothing_was_sent().await;
}

#[wasm_bindgen_test]
async fn whose_card_is_checked_as_for_a_reset() {
    fresh_portal().await;
    let sections = || js(&format!("[{SECTION}]"));
    let cases = [
        ("'c'", "undefined", "INVALID_SCOPE"),
        ("''", "6", "INVALID_SCOPE"),
        ("'P'", "'6abc'", "INVALID_USER_ID"),
        ("'P'", "2 ** 32 + 6", "INVALID_USER_ID"),
        ("'C'", "6", "USER_ID_OF_COMMON_CARD"),
    ];
    for (scope, user_id, code) in cases {
        let failure = set(sections(), js(scope), js(user_id), over_webhook("")).await.expect_err(code);
        assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", code));
        let failure = get(js(scope), js(user_id), over_webhook("")).await.expect_err(code);
        assert_eq!(failure.text("code"), code);
    }
    assert_eq!(requests().await.len(), 0);
}

#[wasm_bindgen_test]
async fn whatever_has_the_properties_of_a_layout_is_one() {
    let main = r#"[{"name":"main","title":"About","type":"section","elements":[{"name":"PHONE"}]}]"#;
    let cases = [
        format!("Object.freeze([Object.freeze({SECTION})])"),
        format!("[Object.assign(Object.create(null), {SECTION})]"),
        format!("[{{ ...{SECTION}, [Symbol('mine')]: () => 1 }}]"),
        format!("[Object.defineProperty({SECTION}, 'toJSON', {{ value: () => ({{}}) }})]"),
        format!(
            "[Object.defineProperties({SECTION}, {{ observer: {{ value: window }}, title: {{ get: () => 'About' }} }})]"
        ),
        format!("new Proxy([new Proxy({SECTION}, {{}})], {{}})"),
        format!("Object.assign([{SECTION}], {{ more: 5 }})"),
        format!("new (class extends Array {{}})({SECTION})"),
        "[{ name: 'main', title: 'About', type: undefined, elements: [{ name: 'PHONE', options: undefined }] }]".into(),
        // Read once, like every property: a second reading would find another card.
        format!(
            "(() => {{ let reads = 0; return [{{ ...{SECTION}, get name() {{ return reads++ ? 5 : 'main' }} }}] }})()"
        ),
        // Of another realm.
        format!(
            "(() => {{ const frame = document.createElement('iframe'); document.body.append(frame); \
             const sections = frame.contentWindow.eval(`[{SECTION}]`); frame.remove(); return sections }})()"
        ),
    ];
    for sections in cases {
        fresh_portal().await;
        set(js(&sections), js("'P'"), js("6"), over_webhook("")).await.expect(&sections);
        let answer = get(js("'P'"), js("6"), over_webhook("")).await.expect("get");
        assert_eq!(json(&js_with(&answer, "it.result")), main, "{sections}");
    }
}

#[wasm_bindgen_test]
async fn a_layout_is_left_as_it_was_and_shares_nothing_with_what_is_sent() {
    fresh_portal().await;
    let sections = js(&format!("[{SECTION}]"));
    let before = json(&sections);
    for options in every_connection("") {
        let saving = set(sections.clone(), js("'P'"), js("6"), options);
        saving.await.expect("set");
        assert_eq!(json(&sections), before);
    }
}

#[wasm_bindgen_test]
async fn a_polluted_prototype_adds_nothing_to_a_card() {
    fresh_portal().await;
    js("Object.assign(Object.prototype, { optionFlags: 1, options: { a: 'b' }, elements: [], scope: 'C', more: 5 })");
    let saved = set(js("[{ name: 'main', title: 'About' }]"), js("'P'"), js("6"), over_webhook("")).await;
    let read = get(js("'P'"), js("6"), over_webhook("")).await;
    js("['optionFlags', 'options', 'elements', 'scope', 'more'].forEach(key => delete Object.prototype[key])");
    saved.expect("set");
    let read = js_with(&read.expect("get"), "it.result");
    assert_eq!(json(&read), r#"[{"name":"main","title":"About","type":"section","elements":[]}]"#);
    assert_eq!(cards().await, [0, 1, 5, 6]);
}

/// A card with whatever options can hold.
const OPTIONS: &str = r#"[{"name":"about","title":"About","type":"section","elements":[{"name":"NAME","optionFlags":1},{"name":"PHONE","optionFlags":0,"options":{"defaultCountry":"GB"}},{"name":"ADDRESS","options":{"defaultAddressType":11,"more":[true,null,-1.5,1e+21,{"a":"b"},[],""]}},{"name":"WEB","options":{}}]},{"name":"empty","title":"Empty","type":"section","elements":[]}]"#;

#[wasm_bindgen_test]
async fn a_layout_comes_back_as_it_was_saved_over_every_connection_and_family() {
    for options in every_connection("").into_iter().chain(every_connection("family: 'item'")) {
        fresh_portal().await;
        for (scope, user_id) in [("'P'", "7"), ("'C'", "null"), ("null", "undefined")] {
            let answer = set(js(OPTIONS), js(scope), js(user_id), options.clone()).await.expect(scope);
            assert!(js_with(&answer, "it.result === true && typeof it.time.start === 'number'").is_truthy());
            let read = get(js(scope), js(user_id), options.clone()).await.expect(scope);
            assert_eq!(json(&js_with(&read, "it.result")), OPTIONS, "{scope}");
        }
        assert_eq!(cards().await, [0, 1, 5, 6, 7]);
    }
}

/// A card of texts that mean something to somebody on the way.
const TEXTS: &str = r#"[{"name":"основное","title":"О контакте <b>'\"&</b> 😀 👩‍👩‍👧‍👦","type":"section","elements":[{"name":"NAME","optionFlags":1},{"name":"$result[x]","optionFlags":0,"options":{"1":"one","a.b c":"%41+&x=y","list":["$error[a][b]","\n\t\u0000"]}}]},{"name":" both ends ","title":"$result[get][0][title] {{x}} \\ ﷽","type":"section","elements":[]}]"#;

#[wasm_bindgen_test]
async fn every_text_comes_back_over_every_connection() {
    for options in every_connection("") {
        fresh_portal().await;
        set(js(TEXTS), js("'P'"), js("6"), options.clone()).await.expect("set");
        let answer = get(js("'P'"), js("6"), options).await.expect("get");
        let expected = js_with(&answer, &format!("JSON.stringify(it.result) === JSON.stringify({TEXTS})"));
        assert!(expected.is_truthy(), "{}", json(&answer));
    }
}

const BEYOND_FORMS: [&str; 4] = ["{ n: 1 }", "{ yes: true }", "{ none: null }", "{ list: [] }"];

fn with_options(options: &str) -> JsValue {
    js(&format!("[{{ name: 'main', title: 'About', elements: [{{ name: 'PHONE', options: {options} }}] }}]"))
}

#[wasm_bindgen_test]
async fn what_a_form_cannot_carry_goes_by_fetch() {
    for options in BEYOND_FORMS {
        fresh_portal().await;
        let library = telling_library();
        set(with_options(options), js("'P'"), js("6"), through(&library, "")).await.expect(options);
        let sent = js_with(&requests().await[0], "[it.contentType, it.user]");
        assert_eq!(json(&sent), r#"["application/json",1]"#, "{options}");
        let answer = get(js("'P'"), js("6"), through(&library, "")).await.expect("get");
        let same = js_with(
            &answer,
            &format!("JSON.stringify(it.result[0].elements[0].options) === JSON.stringify({options})"),
        );
        assert!(same.is_truthy(), "{options}: {}", json(&answer));
    }
    fresh_portal().await;
    set(with_options("{ text: '1' }"), js("'P'"), js("6"), through(&telling_library(), "")).await.expect("a text");
    assert_eq!(json(&js_with(&requests().await[0], "it.contentType")), r#""text/plain;charset=UTF-8""#);
}

#[wasm_bindgen_test]
async fn what_a_form_cannot_carry_is_refused_where_there_is_no_other_way() {
    fresh_portal().await;
    let many =
        "[{ name: 'main', title: 'About', elements: Array.from({ length: 600 }, (_, i) => ({ name: `F${i}` })) }]";
    let layouts = BEYOND_FORMS.map(with_options).into_iter().chain([js(many)]);
    for sections in layouts {
        for silent in ["{}", "{ getAuth: () => false }", "{ getAuth() { throw 1 } }"] {
            let options = through(&library(silent), "");
            let failure = set(sections.clone(), js("'P'"), js("6"), options).await.expect_err(silent);
            let told = (failure.kind(), failure.text("code"), failure.text("outcome"));
            assert_eq!(told, ("invalid-argument".into(), "INVALID_LAYOUT".into(), "unchanged".into()));
            assert!(failure.text("description").contains("without getAuth cannot send this layout unchanged"));
        }
    }
    assert_eq!(requests().await.len(), 0);
}

/// What [`fresh_portal`] has for user 6, kept; the time apart.
fn kept() -> String {
    format!(
        r#"{{"version":1,"portal":"{PORTAL}","scope":"P","userId":6,"sections":[{{"name":"section_1","title":"Personal Data","type":"section","elements":[{{"name":"NAME","optionFlags":1}},{{"name":"PHONE","options":{{}}}}]}}]}}"#
    )
}

fn without_time(backup: &JsValue) -> String {
    json(&js_with(backup, "(({ takenAt, ...rest }) => rest)(it)"))
}

#[wasm_bindgen_test]
async fn a_card_is_kept_and_put_back_over_every_connection() {
    for options in every_connection("backup: true") {
        fresh_portal().await;
        let answer = reset(js("'P'"), js("6"), options.clone()).await.expect("reset");
        assert!(js_with(&answer, "it.result === true && typeof it.time.start === 'number'").is_truthy());
        let backup = js_with(&answer, "it.backup");
        assert_eq!(without_time(&backup), kept());
        let taken =
            js_with(&backup, "Math.abs(Date.parse(it.takenAt) - Date.now()) < 60_000 && it.takenAt.endsWith('Z')");
        assert!(taken.is_truthy(), "{}", json(&backup));
        assert_eq!(cards().await, [0, 1, 5]);

        let backup = js_with(&backup, "JSON.parse(JSON.stringify(it))");
        let options = js_with(&options, "(({ backup, ...rest }) => rest)(it)");
        restore(&backup, options.clone()).await.expect("restore");
        assert_eq!(cards().await, [0, 1, 5, 6]);
        let read = get(js("'P'"), js("6"), options).await.expect("get");
        assert_eq!(json(&js_with(&read, "it.result")), json(&js_with(&backup, "it.sections")));
    }
}

/// What the portal stores, flags as numbers: it takes texts for the same.
async fn stored() -> String {
    rows().await.replace(r#""optionFlags":"1""#, r#""optionFlags":1"#)
}

#[wasm_bindgen_test]
async fn a_card_at_its_default_is_kept_as_that() {
    fresh_portal().await;
    let answer = reset(js("'P'"), js("7"), over_webhook("backup: true")).await.expect("reset");
    let backup = js_with(&answer, "it.backup");
    assert_eq!(
        without_time(&backup),
        format!(r#"{{"version":1,"portal":"{PORTAL}","scope":"P","userId":7,"sections":null}}"#)
    );
    set(js(&format!("[{SECTION}]")), js("'P'"), js("7"), over_webhook("")).await.expect("set");
    restore(&backup, over_webhook("")).await.expect("restore");
    assert_eq!(cards().await, [0, 1, 5, 6]);

    for (scope, user, expected) in
        [("'C'", 0, r#""scope":"C","sections""#), ("undefined", 1, r#""scope":"P","sections""#)]
    {
        let before = stored().await;
        let answer = reset(js(scope), JsValue::UNDEFINED, over_webhook("backup: true")).await.expect("reset");
        assert!(!cards().await.contains(&user));
        let backup = js_with(&answer, "it.backup");
        assert!(without_time(&backup).contains(expected), "{}", json(&backup));
        restore(&backup, over_webhook("")).await.expect("restore");
        assert_eq!(stored().await, before);
    }
}

#[wasm_bindgen_test]
async fn a_card_that_cannot_be_read_is_not_reset() {
    let denied = r#"{"status":400,"body":"{\"error\":\"\",\"error_description\":\"Access denied.\"}"}"#;
    for (then, kind) in [
        (denied, "access-denied"),
        (r#"{"status":200,"body":"{\"result\":{}}"}"#, "unexpected-answer"),
        (r#"{"status":200,"body":"{\"result\":[5]}"}"#, "unexpected-answer"),
        (r#"{"status":200,"body":"{\"result\":true}"}"#, "unexpected-answer"),
        (r#"{"hang":true}"#, "timeout"),
    ] {
        for options in every_connection("backup: true, retries: 0, timeout: 400") {
            fresh_portal().await;
            faults(&format!(r#"[{{"match":"*.get","times":9,"then":{then}}}]"#)).await;
            let failure = reset(js("'P'"), js("6"), options).await.expect_err(then);
            assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), (kind, "unchanged"), "{then}");
            assert_eq!(failure.text("method"), "crm.contact.details.configuration.get");
            assert!(failure.field("backup").is_undefined());
            assert_eq!((requests().await.len(), cards().await), (1, vec![0, 1, 5, 6]), "{then}");
        }
    }
    faults("[]").await;
}

#[wasm_bindgen_test]
async fn the_error_of_a_reset_that_may_have_run_has_the_backup() {
    for (then, kind) in [(r#"{"status":200,"body":"{}"}"#, "unexpected-answer"), (r#"{"hang":true}"#, "timeout")] {
        for options in every_connection("backup: true, retries: 0, timeout: 400") {
            fresh_portal().await;
            faults(&format!(r#"[{{"match":"*.reset","times":9,"then":{then}}}]"#)).await;
            let failure = reset(js("'P'"), js("6"), options).await.expect_err(then);
            assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), (kind, "unknown"), "{then}");
            assert_eq!(
                (failure.text("method").as_str(), failure.number("attempts")),
                ("crm.contact.details.configuration.reset", 2.0)
            );
            assert_eq!(without_time(&failure.field("backup")), kept());
        }
    }
    // It is what the user needs when the card is gone: an answer cut short, after the reset.
    fresh_portal().await;
    faults(r#"[{"match":"*.reset","times":1,"then":{"truncate":20}}]"#).await;
    let failure = reset(js("'P'"), js("6"), over_webhook("backup: true, retries: 0")).await.expect_err("cut");
    assert_eq!(cards().await, [0, 1, 5]);
    restore(&failure.field("backup"), over_webhook("")).await.expect("restore");
    assert_eq!(cards().await, [0, 1, 5, 6]);
}

#[wasm_bindgen_test]
async fn a_reset_that_was_refused_leaves_nothing_to_put_back() {
    for options in every_connection("backup: true") {
        fresh_portal().await;
        faults(r#"[{"match":"*.reset","times":1,"then":{"status":400,"body":"{\"error\":\"\",\"error_description\":\"Access denied.\"}"}}]"#).await;
        let failure = reset(js("'P'"), js("6"), options).await.expect_err("denied");
        assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("access-denied", "unchanged"));
        assert!(failure.field("backup").is_undefined());
        assert_eq!(cards().await, [0, 1, 5, 6]);
    }
}

#[wasm_bindgen_test]
async fn a_card_that_is_read_is_its_backup() {
    for options in every_connection("backup: true") {
        fresh_portal().await;
        let answer = get(js("'P'"), js("6"), options).await.expect("read");
        assert_eq!(without_time(&js_with(&answer, "it.backup")), kept());
        assert_eq!(json(&js_with(&answer, "it.result")), json(&js_with(&answer, "it.backup.sections")));
        let answer = get(js("'P'"), js("6"), over_webhook("")).await.expect("read");
        assert!(js_with(&answer, "'backup' in it").is_falsy());
    }
}

#[wasm_bindgen_test]
async fn backup_is_a_switch_of_what_reads() {
    fresh_portal().await;
    for backup in ["'yes'", "1", "0", "null", "{}", "''"] {
        let options = over_webhook(&format!("backup: {backup}"));
        let failure = reset(js("'P'"), js("6"), options).await.expect_err(backup);
        assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", "INVALID_OPTION"));
        assert!(failure.text("description").starts_with("backup must be true or false, not "), "{backup}");
    }
    let sections = js(&format!("[{SECTION}]"));
    let failure = set(sections, js("'P'"), js("6"), over_webhook("backup: true")).await.expect_err("set");
    assert!(failure.text("description").starts_with("options has no \"backup\""));
    assert!(!refusal(&js("{ backup: true }")).is_undefined(), "no default");
    assert_eq!(requests().await.len(), 0);

    reset(js("'P'"), js("6"), over_webhook("backup: false")).await.expect("reset");
    let answer = reset(js("'P'"), js("5"), over_webhook("backup: undefined")).await.expect("reset");
    assert!(js_with(&answer, "'backup' in it").is_falsy());
    assert_eq!(requests().await.len(), 2);
}

#[wasm_bindgen_test]
async fn what_is_no_backup_is_refused() {
    fresh_portal().await;
    let version = "backup must be what a reset or a reading gave: its version is neither 1 nor 2.";
    let with = |change: &str| format!("{{ ...{}, takenAt: '2026-11-24T10:00:00.000Z', {change} }}", kept());
    let cases = [
        ("undefined".into(), "backup must be what a reset or a reading gave: backup is undefined."),
        ("null".into(), version),
        ("5".into(), version),
        ("JSON.stringify({ version: 1 })".into(), version),
        ("[]".into(), version),
        ("{}".into(), version),
        (
            "new Map([['version', 1]])".into(),
            "backup must be what a reset or a reading gave: backup is an object of a class.",
        ),
        ("() => 1".into(), "backup must be what a reset or a reading gave: backup is a function."),
        (
            "Promise.resolve({ version: 1 })".into(),
            "backup must be what a reset or a reading gave: backup is an object of a class.",
        ),
        (
            "new Proxy({}, { ownKeys() { throw 1 } })".into(),
            "backup must be what a reset or a reading gave: backup cannot be read.",
        ),
        (
            "{ get version() { throw 1 } }".into(),
            "backup must be what a reset or a reading gave: backup.version cannot be read.",
        ),
        (with("version: 3"), version),
        (with("version: '1'"), version),
        (with("version: undefined"), version),
        (with("portal: undefined"), "backup must be what a reset or a reading gave: it has no proper portal."),
        (
            with("portal: new URL('https://a.b')"),
            "backup must be what a reset or a reading gave: backup.portal is an object of a class.",
        ),
        (with("scope: 'c'"), "backup must be what a reset or a reading gave: it has no proper scope."),
        (with("scope: 'C'"), "backup must be what a reset or a reading gave: it has no proper userId."),
        (with("userId: '6'"), "backup must be what a reset or a reading gave: it has no proper userId."),
        (with("userId: 2 ** 32 + 6"), "backup must be what a reset or a reading gave: it has no proper userId."),
        (with("takenAt: undefined"), "backup must be what a reset or a reading gave: it has no proper takenAt."),
        (
            with("takenAt: new Date()"),
            "backup must be what a reset or a reading gave: backup.takenAt is an object of a class.",
        ),
        (with("sections: undefined"), "backup must be what a reset or a reading gave: it has no proper sections."),
        (with("sections: []"), "backup must be what a reset or a reading gave: There are no data to write."),
        (
            with("sections: [5]"),
            "backup must be what a reset or a reading gave: Section at index 0 does not have name.",
        ),
    ];
    for (backup, expected) in cases {
        let failure = restore(&js(&backup), over_webhook("")).await.expect_err(&backup);
        assert_eq!(
            (failure.kind().as_str(), failure.text("code").as_str()),
            ("invalid-argument", "INVALID_BACKUP"),
            "{backup}"
        );
        assert_eq!(failure.text("description"), expected, "{backup}");
    }
    assert_eq!((requests().await.len(), cards().await), (0, vec![0, 1, 5, 6]));
}

#[wasm_bindgen_test]
async fn a_backup_of_another_portal_is_refused() {
    fresh_portal().await;
    for other in ["https://other.bitrix24.com", "", "http://127.0.0.1:1"] {
        let backup = format!("{{ ...{}, takenAt: '2026-11-24T10:00:00.000Z', portal: '{other}' }}", kept());
        for options in every_connection("") {
            let failure = restore(&js(&backup), options).await.expect_err(other);
            assert_eq!((failure.kind().as_str(), failure.text("code").as_str()), ("invalid-argument", "OTHER_PORTAL"));
            let expected = format!("The backup is of another portal: this is {PORTAL}.");
            assert_eq!((failure.text("description"), failure.number("attempts")), (expected, 0.0));
        }
    }
    assert_eq!(requests().await.len(), 0);
}

/// The origin that a backup names over a library that gives this domain, in a window of this name.
async fn origin_of(domain: &str, window: &str) -> String {
    js(&format!("globalThis.name = '{window}'"));
    let options = js(&format!(
        "{{ backup: true, connection: {{ bx24: {{ getDomain: () => {domain}, callMethod(method, parameters, callback) {{ \
         callback({{ answer: {{ result: method.endsWith('get') ? null : true }}, status: 200 }}) }} }} }} }}"
    ));
    let answer = reset(js("'P'"), js("6"), options).await.expect(domain);
    js_with(&answer, "it.backup.portal").as_string().expect("text")
}

#[wasm_bindgen_test]
async fn a_portal_has_one_name_whatever_spells_it() {
    let cases = [
        ("'Portal.Example.COM'", "", "https://portal.example.com"),
        ("'портал.рф'", "", "https://xn--80awhdgm.xn--p1ai"),
        ("'portal.example.com:443'", "portal.example.com:443|1|0", "https://portal.example.com"),
        ("'portal.example.com:8443'", "", "https://portal.example.com:8443"),
        ("'portal.example.com:80'", "portal.example.com:80|0|0", "http://portal.example.com"),
        ("'PORTAL.example.com:80'", "PORTAL.example.com:80|0|0", "http://portal.example.com"),
        ("'[no host'", "", "https://[no host"),
        ("null", "", ""),
        ("(() => { throw 1 })()", "", ""),
    ];
    for (domain, window, expected) in cases {
        assert_eq!(origin_of(domain, window).await, expected, "{domain}");
    }
}

#[wasm_bindgen_test]
async fn a_backup_restores_whatever_spells_its_portal() {
    let spellings = [PORTAL.to_uppercase(), format!("{PORTAL}/"), PORTAL.replacen("http://", "HTTP:\\\\", 1)];
    for portal in spellings {
        fresh_portal().await;
        let backup = format!("{{ ...{}, takenAt: '2026-11-24T10:00:00.000Z', portal: '{portal}' }}", kept());
        for options in every_connection("") {
            restore(&js(&backup), options).await.expect(&portal);
        }
    }
}

#[wasm_bindgen_test]
async fn everybody_is_made_to_see_the_common_card_over_every_connection() {
    for options in every_connection("") {
        fresh_portal().await;
        let answer = force(options).await.expect("force");
        assert!(js_with(&answer, "it.result === true && typeof it.time.start === 'number'").is_truthy());
        assert_eq!(cards().await, [0]);
        let requests = requests().await;
        let parameters = json(&js_with(&requests[0], "Object.keys(it.params).filter((name) => name !== 'auth')"));
        assert_eq!(parameters, "[]", "nobody is named");
    }
    fresh_portal().await;
    let ordinary = js(&format!("{{ connection: {{ webhook: '{PORTAL}/rest/5/usr5secret/' }} }}"));
    let failure = force(ordinary).await.expect_err("not allowed");
    assert_eq!((failure.kind().as_str(), failure.text("outcome").as_str()), ("access-denied", "unchanged"));
    assert_eq!(failure.text("method"), "crm.contact.details.configuration.forceCommonScopeForAll");
    assert_eq!(cards().await, [0, 1, 5, 6]);
}

async fn methods() -> Vec<String> {
    let operation = |request: &JsValue| js_with(request, "it.method.split('.details.configuration.').join(' ')");
    requests().await.iter().map(|request| operation(request).as_string().expect("text")).collect()
}

#[wasm_bindgen_test]
async fn every_operation_has_both_families() {
    for options in every_connection("family: 'item'") {
        fresh_portal().await;
        let (personal, six) = (|| js("'P'"), || js("6"));
        let keeping = js_with(&options, "({ ...it, backup: true })");
        let answer = reset(personal(), six(), keeping).await.expect("reset");
        restore(&js_with(&answer, "it.backup"), options.clone()).await.expect("restore");
        set(js(&format!("[{SECTION}]")), personal(), six(), options.clone()).await.expect("set");
        get(personal(), six(), options.clone()).await.expect("get");
        force(options).await.expect("force");
        let expected = ["get", "reset", "set", "set", "get", "forcecommonscopeforall"];
        assert_eq!(methods().await, expected.map(|operation| format!("crm.item {operation}")));
        for request in requests().await {
            assert!(js_with(&request, "Number(it.params.entityTypeId) === 3").is_truthy(), "{}", json(&request));
        }
        assert_eq!(cards().await, [0]);
    }
}

#[wasm_bindgen_test]
async fn the_family_a_portal_knows_is_remembered_with_its_connection() {
    let unknown =
        r#"{"status":404,"body":"{\"error\":\"ERROR_METHOD_NOT_FOUND\",\"error_description\":\"Method not found!\"}"}"#;
    for options in every_connection("") {
        fresh_portal().await;
        faults(&format!(r#"[{{"match":"crm.contact.*","times":99,"then":{unknown}}}]"#)).await;
        let keeping = js_with(&options, "({ ...it, backup: true })");
        let answer = reset(js("'P'"), js("6"), keeping).await.expect("reset");
        restore(&js_with(&answer, "it.backup"), options.clone()).await.expect("restore");
        force(options).await.expect("force");
        let expected =
            ["crm.contact get", "crm.item get", "crm.item reset", "crm.item set", "crm.item forcecommonscopeforall"];
        assert_eq!(methods().await, expected);
    }
    // Another connection to the same portal asks for itself.
    fresh_portal().await;
    reset(js("'P'"), js("6"), over_webhook("")).await.expect("reset");
    assert_eq!(methods().await, ["crm.contact reset"]);
}
