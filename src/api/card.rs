use crate::api::abort::{aborted, refuse_aborted};
use crate::api::configure::defaults;
use crate::api::connected::Connected;
use crate::api::options::Options;
use crate::api::{arguments, fence};
use crate::card::Json;
use crate::connection::{BrowserClock, Client, Thrown, to_javascript};
use crate::portal::{Answer, Call, Error, ErrorKind, Operation, confirmation, layout};
use futures_lite::future::or;
use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue) -> Promise {
    ask(Operation::Reset, confirmation, scope, user_id, options)
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue) -> Promise {
    ask(Operation::Get, layout, scope, user_id, options)
}

fn ask<T: Serialize + 'static>(
    operation: Operation,
    read: fn(Answer<Json>) -> Result<Answer<T>, Error>,
    scope: &JsValue,
    user_id: &JsValue,
    options: &JsValue,
) -> Promise {
    fence::call(|tally| {
        let call = Call { operation, card: arguments::card(scope, user_id)? };
        let options = Options::read(options)?.or(defaults());
        refuse_aborted(options.signal.as_ref())?;
        let connection = options.connection.map_or_else(Connected::of_page, Ok)?;
        let mut client = Client::new(connection, BrowserClock);
        client.family = options.family.unwrap_or(client.family);
        client.timeout = options.timeout.unwrap_or(client.timeout);
        client.retries = options.retries.unwrap_or(client.retries);
        Ok(async move {
            let abort = async { Err(tally.sign(aborted(options.signal).await)) };
            let answer = or(abort, client.perform(call, read, &tally)).await?;
            to_javascript(&answer).map_err(|error| {
                let description = "The answer could not be handed over.";
                tally.sign(Error::new(ErrorKind::Internal, "NOT_READ", description).caused_by(Thrown(error.into())))
            })
        })
    })
}
