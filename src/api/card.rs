use crate::api::abort::refuse_aborted;
use crate::api::arguments;
use crate::api::options::{CALL, Options, RESET};
use crate::api::running::Running;
use crate::api::steps::{Steps, start};
use crate::portal::{Call, Error};
use alloc::boxed::Box;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own. `defaults` are options that were checked.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let card = arguments::card(scope, user_id)?;
        let options = Options::read(options, defaults, RESET)?;
        let call = if options.backup { Call::Get(card) } else { Call::Reset(card) };
        begin(call, options, callback)
    })
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let card = arguments::card(scope, user_id)?;
        begin(Call::Get(card), Options::read(options, defaults, CALL)?, callback)
    })
}

/// Saves `sections` for the card of `scope` and `userId`.
#[wasm_bindgen(js_name = setContactCard)]
pub fn set_contact_card(
    sections: &JsValue,
    scope: &JsValue,
    user_id: &JsValue,
    options: &JsValue,
    defaults: &JsValue,
) -> Promise {
    start(&|callback| {
        let call = Call::Set(arguments::card(scope, user_id)?, arguments::layout(sections)?);
        begin(call, Options::read(options, defaults, CALL)?, callback)
    })
}

/// Puts back what `backup` holds.
#[wasm_bindgen(js_name = restoreContactCard)]
pub fn restore_contact_card(backup: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let backup = arguments::backup(backup)?;
        let options = Options::read(options, defaults, CALL)?;
        let portal = options.connected()?.way.portal();
        begin(Call::restoring(backup, &portal)?, options, callback)
    })
}

/// Removes all users' personal cards.
#[wasm_bindgen(js_name = forceCommonContactCard)]
pub fn force_common_contact_card(options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| begin(Call::Force, Options::read(options, defaults, CALL)?, callback))
}

fn begin(call: Call, options: Options, callback: Function) -> Result<Box<dyn Steps>, Error> {
    if let Some(signal) = &options.signal {
        refuse_aborted(signal)?;
    }
    Ok(Box::new(Running::new(call, options.connected()?, options, None, callback)?))
}
