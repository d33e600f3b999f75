use crate::api::abort::{aborted, refuse_aborted};
use crate::api::options::Options;
use crate::api::{arguments, fence};
use crate::card::{Json, Layout};
use crate::connection::{Tally, to_javascript};
use crate::portal::{Answer, Call, Error, ErrorKind, Operation, ResponseTime, confirmation, layout};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::vec;
use futures_lite::future::or;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own. `defaults` are options that were checked.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    fence::call(&|tally| ask(Operation::Reset, [scope, user_id, options, defaults], tally))
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    fence::call(&|tally| ask(Operation::Get, [scope, user_id, options, defaults], tally))
}

fn ask(operation: Operation, arguments: [&JsValue; 4], tally: Rc<Tally>) -> Result<fence::Work, Error> {
    let [scope, user_id, options, defaults] = arguments;
    let call = Call { operation, card: arguments::card(scope, user_id)? };
    let options = Options::read(options, defaults)?;
    let (client, signal) = options.client()?;
    refuse_aborted(signal.as_ref())?;
    Ok(Box::pin(async move {
        let answer = or(aborted(signal, &tally), client.ask(call, &tally)).await?;
        read(operation, answer).map_err(|error| tally.sign(error))
    }))
}

/// The answer as JavaScript gets it, if it is what the method promises.
fn read(operation: Operation, answer: Answer<Json>) -> Result<JsValue, Error> {
    let result = match operation {
        Operation::Get => layout(answer.result)?.map_or(Json::Null, Layout::into_json),
        Operation::Reset => confirmation(&answer.result).map(|()| Json::Bool(true))?,
    };
    let mut entries = vec![("result".into(), result)];
    entries.extend(answer.time.map(|time| ("time".into(), ResponseTime::into_json(time))));
    to_javascript(&Json::Object(entries)).map_err(|thrown| {
        Error::new(ErrorKind::Internal, "NOT_READ", "The answer could not be handed over.").caused_by(thrown)
    })
}
