use crate::api::abort::refuse_aborted;
use crate::api::arguments;
use crate::api::options::Options;
use crate::api::running::{self, Running};
use crate::card::{Json, Layout};
use crate::connection::to_javascript;
use crate::portal::{Answer, Call, Error, ErrorKind, Operation, confirmation, layout};
use alloc::vec::Vec;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own. `defaults` are options that were checked.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    running::start(&|callback| prepare(Operation::Reset, [scope, user_id, options, defaults], callback))
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    running::start(&|callback| prepare(Operation::Get, [scope, user_id, options, defaults], callback))
}

fn prepare(operation: Operation, arguments: [&JsValue; 4], callback: Function) -> Result<Running, Error> {
    let [scope, user_id, options, defaults] = arguments;
    let call = Call { operation, card: arguments::card(scope, user_id)? };
    let options = Options::read(options, defaults)?;
    if let Some(signal) = &options.signal {
        refuse_aborted(signal)?;
    }
    Running::new(call, options, callback)
}

/// The answer as JavaScript gets it, if it is what the method promises.
pub(crate) fn read(operation: Operation, answer: Answer<Json>) -> Result<JsValue, Error> {
    let result = match operation {
        Operation::Get => layout(answer.result)?.map_or(Json::Null, Layout::into_json),
        Operation::Reset => confirmation(&answer.result).map(|()| Json::Bool(true))?,
    };
    let mut json = Json::Object(Vec::new());
    json.put("result", result);
    if let Some(time) = answer.time {
        json.put("time", time.into_json());
    }
    to_javascript(&json).map_err(|thrown| {
        Error::new(ErrorKind::Internal, "NOT_READ", "The answer could not be handed over.").caused_by(thrown)
    })
}
