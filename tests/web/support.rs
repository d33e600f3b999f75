//! What the tests share: JavaScript values from text, calls, and the portal's control interface.

use bx24_contact_card::api::{
    force_common_contact_card, get_contact_card, reset_contact_card, restore_contact_card, set_contact_card,
};
use gloo_net::http::{Method, RequestBuilder};
use js_sys::{Array, Function, JSON, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Where the local portal listens.
pub(crate) const PORTAL: &str = env!("CONTACT_CARD_PORTAL", "the local portal's address; cargo xtask test sets it");

/// The value of a JavaScript expression.
pub(crate) fn js(expression: &str) -> JsValue {
    let body = format!("'use strict'; return ({expression});");
    Function::new_no_args(&body).call0(&JsValue::UNDEFINED).expect(expression)
}

/// A JavaScript function of one argument, called.
pub(crate) fn js_with(argument: &JsValue, expression: &str) -> JsValue {
    let body = format!("'use strict'; return ({expression});");
    Function::new_with_args("it", &body).call1(&JsValue::UNDEFINED, argument).expect(expression)
}

/// A value as JSON, keys in the order they have.
pub(crate) fn json(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).expect("JSON")
}

pub(crate) async fn reset(scope: JsValue, user_id: JsValue, options: JsValue) -> Result<JsValue, Failure> {
    settled(reset_contact_card(&scope, &user_id, &options, &JsValue::UNDEFINED)).await
}

pub(crate) async fn get(scope: JsValue, user_id: JsValue, options: JsValue) -> Result<JsValue, Failure> {
    settled(get_contact_card(&scope, &user_id, &options, &JsValue::UNDEFINED)).await
}

pub(crate) async fn set(
    sections: JsValue,
    scope: JsValue,
    user_id: JsValue,
    options: JsValue,
) -> Result<JsValue, Failure> {
    settled(set_contact_card(&sections, &scope, &user_id, &options, &JsValue::UNDEFINED)).await
}

pub(crate) async fn restore(backup: &JsValue, options: JsValue) -> Result<JsValue, Failure> {
    settled(restore_contact_card(backup, &options, &JsValue::UNDEFINED)).await
}

pub(crate) async fn force(options: JsValue) -> Result<JsValue, Failure> {
    settled(force_common_contact_card(&options, &JsValue::UNDEFINED)).await
}

async fn settled(promise: Promise) -> Result<JsValue, Failure> {
    JsFuture::from(promise).await.map_err(Failure)
}

/// What a promise rejected with.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) JsValue);

impl Failure {
    pub(crate) fn text(&self, field: &str) -> String {
        let value = Reflect::get(&self.0, &field.into()).expect(field);
        value.as_string().unwrap_or_else(|| panic!("{field} is {value:?}"))
    }

    pub(crate) fn kind(&self) -> String {
        self.text("kind")
    }

    pub(crate) fn field(&self, field: &str) -> JsValue {
        Reflect::get(&self.0, &field.into()).expect(field)
    }

    pub(crate) fn number(&self, field: &str) -> f64 {
        self.field(field).as_f64().unwrap_or_else(|| panic!("{field} is {:?}", self.field(field)))
    }

    /// Everything of the error that could ever be printed, stack and causes included.
    pub(crate) fn everything(&self) -> String {
        let all = "(function all(it) { return it instanceof Object \
                   ? [String(it), it.stack, JSON.stringify(it), all(it.cause)].join(' ') : String(it) })(it)";
        js_with(&self.0, all).as_string().expect("text")
    }
}

/// The administrator's webhook of the local portal.
pub(crate) fn webhook() -> String {
    format!("{PORTAL}/rest/1/adm1secret/")
}

/// Options with the administrator's webhook and whatever else is given.
pub(crate) fn over_webhook(more: &str) -> JsValue {
    js(&format!("{{ connection: {{ webhook: '{}' }}, {more} }}", webhook()))
}

/// The same portal under another name at each call, so that no earlier test has filled its bucket.
pub(crate) fn elsewhere() -> String {
    thread_local! {
        static NAMES: Cell<u32> = const { Cell::new(0) };
    }
    let name = NAMES.replace(NAMES.get() + 1);
    let port = PORTAL.rsplit(':').next().expect("a port");
    format!("http://name{name}.localhost:{port}")
}

/// Options with the administrator's webhook of the portal [`elsewhere`].
pub(crate) fn over_webhook_elsewhere(more: &str) -> JsValue {
    js(&format!("{{ connection: {{ webhook: '{}/rest/1/adm1secret/' }}, {more} }}", elsewhere()))
}

/// Options with an access token.
pub(crate) fn over_token(token: &str) -> JsValue {
    js(&format!("{{ connection: {{ portal: '{PORTAL}', accessToken: '{token}' }} }}"))
}

/// One request to the portal's control interface; the answer as JSON.
async fn control(method: Method, path: &str, body: Option<&str>) -> JsValue {
    let request = RequestBuilder::new(&format!("{PORTAL}/__portal/{path}")).method(method);
    let response = match body {
        Some(body) => request.header("content-type", "application/json").body(body).expect("body").send().await,
        None => request.send().await,
    };
    let response = response.expect("the local portal runs");
    assert!(response.ok(), "{path}: {}", response.status());
    let text = response.text().await.expect("text");
    if text.is_empty() { JsValue::UNDEFINED } else { JSON::parse(&text).expect(&text) }
}

/// Puts the portal into a known state: personal cards of users 1, 5 and 6, a common one, no faults, an empty log.
pub(crate) async fn fresh_portal() {
    let value = r#"[{"name":"default_column","type":"column","elements":[{"type":"section","name":"section_1",
        "title":"Personal Data","elements":[{"name":"NAME","optionFlags":"1"},{"name":"PHONE","options":[]}]}]}]"#;
    let row = |user: u32, name: &str, common: bool| {
        format!(r#"{{"user":{user},"name":"{name}","common":{common},"value":{value}}}"#)
    };
    let personal = [1, 5, 6].map(|user| row(user, "contact_details", false)).join(",");
    let rows = format!("[{personal},{}]", row(0, "contact_details_common", true));
    control(Method::PUT, "rows", Some(&rows)).await;
    control(Method::PUT, "faults", Some("[]")).await;
    control(Method::DELETE, "log", None).await;
}

/// The users whose cards the portal stores, in order; 0 stands for the common card.
pub(crate) async fn cards() -> Vec<u32> {
    let rows: Array = control(Method::GET, "rows", None).await.unchecked_into();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a user's id")]
    let user = |row: JsValue| Reflect::get(&row, &"user".into()).expect("user").as_f64().expect("number") as u32;
    let mut users: Vec<u32> = rows.iter().map(user).collect();
    users.sort_unstable();
    users
}

/// Everything the portal stores, in JSON, in the order of its owners.
pub(crate) async fn rows() -> String {
    let rows = control(Method::GET, "rows", None).await;
    json(&js_with(&rows, "it.sort((one, other) => one.user - other.user || one.name.localeCompare(other.name))"))
}

/// The requests the portal got since [`fresh_portal`].
pub(crate) async fn requests() -> Vec<JsValue> {
    control(Method::GET, "log", None).await.unchecked_into::<Array>().to_vec()
}

pub(crate) async fn faults(faults: &str) {
    control(Method::PUT, "faults", Some(faults)).await;
}
