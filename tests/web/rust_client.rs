//! The client for Rust, over the connections of browsers.

use crate::bx24::{ajax, library};
use crate::support::{PORTAL, faults, fresh_portal, js, js_with, webhook};
use bx24_contact_card::client::Connection;
use bx24_contact_card::{BrowserClock, Bx24, Card, Client, Error, Fetch, Token};
use wasm_bindgen_test::wasm_bindgen_test;

async fn refusal_over(connection: impl Connection) -> Error {
    Client::new(connection, BrowserClock).reset(Card::Common).await.expect_err("it is refused")
}

#[wasm_bindgen_test]
async fn a_secret_that_an_error_repeats_is_not_shown() {
    fresh_portal().await;
    let then = r#"{"status":403,"body":{"error":"NO_adm1secret","error_description":"tok_admin and adm1secret"}}"#;
    faults(&format!(r#"[{{"match":"*","times":2,"then":{then}}}]"#)).await;
    let error = refusal_over(Fetch::webhook(&webhook()).expect("an address")).await;
    assert_eq!((error.code.as_str(), error.description.as_str()), ("NO_***", "tok_admin and ***"));
    let token = Token::new("tok_admin", None);
    let error = refusal_over(Fetch::oauth(PORTAL, token).expect("an address")).await;
    assert_eq!((error.code.as_str(), error.description.as_str()), ("NO_adm1secret", "*** and adm1secret"));
    faults("[]").await;

    let library = library(&ajax(403, "{ error: 'NO', error_description: 'tok_renewed is not tok_admin' }"));
    js_with(
        &library,
        "Object.assign(it, { getAuth: () => ({ access_token: it.calls.length ? 'tok_renewed' : 'tok_admin' }) })",
    );
    let error = refusal_over(Bx24::new(library).expect("a library")).await;
    assert_eq!(error.description, "*** is not ***");
    assert!(!format!("{error:?} {error}").contains("tok_"));
    let bare = Bx24::new(js("{ callMethod(method, params, callback) { callback() } }")).expect("a library");
    assert_eq!(refusal_over(bare).await.code, "UNEXPECTED_ANSWER");
}
