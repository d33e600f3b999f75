use crate::connection::bx24_sys::Library;
use crate::connection::fetch::Fetch;
use crate::connection::session::Session;
use crate::connection::token::Token;
use crate::protocol::InvalidAddress;
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// The address of the official SDK's object, and its `auth`.
    #[wasm_bindgen(catch, js_name = readSdk)]
    fn read_sdk(b24: &JsValue) -> Result<Option<Array>, JsValue>;
}

/// The connection of the official SDK's object (docs/application.md §7). Its token is shared by all calls through the object.
pub(crate) fn fetch_of_sdk(b24: &JsValue) -> Result<Fetch, &'static str> {
    // A reactive proxy has no private members.
    let read = read_sdk(b24).map_err(|_| "no reactive proxy: keep it by shallowRef() or markRaw()")?;
    let [address, auth] =
        read.map(|read| [read.get(0), read.get(1)]).ok_or("an initialised object of the official SDK")?;
    let address = address.as_string().unwrap_or_default();
    // The address of a `B24Hook` is a webhook. What it has for a token is the webhook's code.
    let fetch = Fetch::webhook(&address).or_else(|_| {
        let mut fetch = Fetch::portal(&address)?;
        fetch.set_token(Token::owned(Session::of(b24, fetch.origin()), auth.unchecked_into::<Library>()));
        Ok(fetch)
    });
    fetch.map_err(InvalidAddress::accepted)
}
