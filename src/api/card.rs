use crate::api::abort::{aborted, refuse_aborted};
use crate::api::configure::defaults;
use crate::api::connected::Connected;
use crate::api::options::Options;
use crate::api::{arguments, fence};
use crate::card::{Json, Section};
use crate::connection::{BrowserClock, Client, Tally, Thrown, to_javascript};
use crate::portal::{Answer, Call, Error, ErrorKind, Operation, ResponseTime, confirmation, layout};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec;
use futures_lite::future::or;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue) -> Promise {
    fence::call(&|tally| ask(Operation::Reset, scope, user_id, options, tally))
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue) -> Promise {
    fence::call(&|tally| ask(Operation::Get, scope, user_id, options, tally))
}

fn ask(
    operation: Operation,
    scope: &JsValue,
    user_id: &JsValue,
    options: &JsValue,
    tally: Rc<Tally>,
) -> Result<fence::Work, Error> {
    let call = Call { operation, card: arguments::card(scope, user_id)? };
    let options = Options::read(options)?.or(defaults());
    refuse_aborted(options.signal.as_ref())?;
    let connection = options.connection.map_or_else(Connected::of_page, Ok)?;
    let mut client = Client::new(connection, BrowserClock);
    client.family = options.family.unwrap_or(client.family);
    client.timeout = options.timeout.unwrap_or(client.timeout);
    client.retries = options.retries.unwrap_or(client.retries);
    Ok(Box::pin(async move {
        let answer = or(aborted(options.signal, &tally), client.ask(call, &tally)).await?;
        read(operation, answer).map_err(|error| tally.sign(error))
    }))
}

/// The answer as JavaScript gets it, if it is what the method promises.
fn read(operation: Operation, answer: Answer<Json>) -> Result<JsValue, Error> {
    let result = match operation {
        Operation::Get => layout(answer.result)?
            .map_or(Json::Null, |layout| Json::List(layout.into_iter().map(Section::into_json).collect())),
        Operation::Reset => confirmation(&answer.result).map(|()| Json::Bool(true))?,
    };
    let mut entries = vec![("result".into(), result)];
    entries.extend(answer.time.map(|time| ("time".into(), ResponseTime::into_json(time))));
    to_javascript(&Json::Object(entries)).map_err(|thrown| {
        Error::new(ErrorKind::Internal, "NOT_READ", "The answer could not be handed over.").caused_by(Thrown(thrown))
    })
}
