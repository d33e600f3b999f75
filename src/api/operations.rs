//! The exported operations. Each reads its arguments at once, and refuses what it cannot send.

use crate::api::arguments::{self, invalid};
use crate::api::connection::ConnectionHandle;
use crate::api::driver::Driver;
use crate::api::options::{BACKUP, BULK, BULK_BACKUP, CALL, Options};
use crate::api::task::start;
use crate::card::Rules;
use crate::connection::shown;
use crate::engine::{BulkKind, BulkTask, Operation, Settings, Task};
use crate::error::Error;
use crate::protocol::Call;
use alloc::vec::Vec;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Resets the card of `scope` and `userId`; without both, the caller's own. `defaults` are options that were checked.
#[wasm_bindgen(js_name = resetContactCard)]
pub fn reset_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let card = arguments::card(scope, user_id)?;
        begin(Task::Call(Call::Reset(card)), Options::read(options, defaults, BACKUP)?, callback)
    })
}

/// Reads the saved layout of the card of `scope` and `userId`; `null` where the portal's default is in force.
#[wasm_bindgen(js_name = getContactCard)]
pub fn get_contact_card(scope: &JsValue, user_id: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let card = arguments::card(scope, user_id)?;
        begin(Task::Call(Call::Get(card)), Options::read(options, defaults, BACKUP)?, callback)
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
        let call = Call::Set(arguments::card(scope, user_id)?, arguments::layout(sections, Rules::Strict)?);
        begin(Task::Call(call), Options::read(options, defaults, CALL)?, callback)
    })
}

/// Puts back what `backup` holds.
#[wasm_bindgen(js_name = restoreContactCard)]
pub fn restore_contact_card(backup: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let backup = arguments::backup(backup)?;
        let mut options = Options::read(options, defaults, CALL)?;
        let connection = options.take_connection()?;
        let call = Call::restoring(backup, &connection.origin(), options.family.card_type())?;
        Ok(over(connection, Task::Call(call), options, callback))
    })
}

/// Saves what `change` makes of the card of `scope` and `userId`.
#[wasm_bindgen(js_name = editContactCard)]
pub fn edit_contact_card(
    change: &JsValue,
    scope: &JsValue,
    user_id: &JsValue,
    options: &JsValue,
    defaults: &JsValue,
) -> Promise {
    start(&|callback| {
        let Some(change) = change.dyn_ref::<Function>() else {
            return Err(invalid("INVALID_CHANGE", &["change must be a function, not ", &shown(change), "."]));
        };
        let task = Task::Edit(arguments::card(scope, user_id)?);
        let mut options = Options::read(options, defaults, CALL)?;
        options.listener = Some(change.clone());
        begin(task, options, callback)
    })
}

/// Removes all users' personal cards.
#[wasm_bindgen(js_name = forceCommonContactCard)]
pub fn force_common_contact_card(options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| begin(Task::Call(Call::Force), Options::read(options, defaults, CALL)?, callback))
}

/// Resets the personal cards of many users, and reports what has become of each.
#[wasm_bindgen(js_name = resetContactCards)]
pub fn reset_contact_cards(user_ids: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| begin_bulk(BulkKind::Reset, user_ids, options, defaults, callback))
}

/// Reads the personal cards of many users, and reports what has become of each.
#[wasm_bindgen(js_name = getContactCards)]
pub fn get_contact_cards(user_ids: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| begin_bulk(BulkKind::Read, user_ids, options, defaults, callback))
}

/// Puts back what backups of many users' personal cards hold, and reports what has become of each.
#[wasm_bindgen(js_name = restoreContactCards)]
pub fn restore_contact_cards(backups: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| begin_bulk(BulkKind::Restore, backups, options, defaults, callback))
}

fn begin(task: Task, mut options: Options, callback: Function) -> Result<Driver, Error> {
    Ok(over(options.take_connection()?, task, options, callback))
}

/// `items` are user ids, or the backups that are restored.
fn begin_bulk(
    kind: BulkKind,
    items: &JsValue,
    options: &JsValue,
    defaults: &JsValue,
    callback: Function,
) -> Result<Driver, Error> {
    let is_restoring = kind == BulkKind::Restore;
    let mut cards = if is_restoring { Vec::new() } else { arguments::user_ids(items)? };
    let mut options = Options::read(options, defaults, if is_restoring { BULK } else { BULK_BACKUP })?;
    let connection = options.take_connection()?;
    if is_restoring {
        cards = arguments::backups(items, &connection.origin(), options.family.card_type())?;
    }
    let task = BulkTask { kind, cards, total_timeout: options.total_timeout, limit: options.limit };
    Ok(over(connection, Task::Bulk(task), options, callback))
}

fn over(connection: ConnectionHandle, task: Task, options: Options, callback: Function) -> Driver {
    let settings = Settings {
        backup: options.backup,
        origin: connection.origin(),
        family: options.family,
        retries: options.retries,
        timeout: options.timeout,
    };
    Driver::new(Operation::new(task, settings, connection.knowledge()), connection, options, callback)
}
