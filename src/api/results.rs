//! What promises of this package are fulfilled with.

use crate::api::error::error_without;
use crate::card::{Json, Layout, UserId};
use crate::connection::{append, define, to_javascript};
use crate::engine::{BulkReport, CallResult, Completion, Progress, Success};
use alloc::vec::Vec;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// What a promise is fulfilled or rejected with at the end of an operation. No error shows one of the secrets, which a portal, or a
/// server in front of it, may repeat.
pub(crate) fn completed(completion: Completion, secrets: &JsValue) -> Result<JsValue, JsValue> {
    match completion {
        Completion::Call(result) => result.map(answer).map_err(|error| error_without(error, secrets)),
        Completion::Bulk(report) => Ok(bulk_report(report, secrets)),
    }
}

/// The `Answer` of a call.
fn answer(Success { result, time, backup }: Success) -> JsValue {
    let mut answer = Json::Object(Vec::new());
    answer.put(
        "result",
        match result {
            CallResult::Confirmed => Json::Bool(true),
            CallResult::Layout(layout) => layout.map_or(Json::Null, Layout::into_json),
        },
    );
    if let Some(time) = time {
        answer.put("time", time.into_json());
    }
    if let Some(backup) = backup {
        answer.put("backup", backup.into_json());
    }
    to_javascript(&answer)
}

/// The `BulkProgress` of a bulk reset.
pub(crate) fn progress(progress: Progress) -> JsValue {
    object(&[
        ("total", progress.total.into()),
        ("done", progress.done.into()),
        ("failed", progress.failed.into()),
        ("pending", progress.pending().into()),
    ])
}

/// The `BulkReport` of a bulk reset.
fn bulk_report(report: BulkReport, secrets: &JsValue) -> JsValue {
    let ids = |users: Vec<UserId>| {
        let ids = Array::new();
        for user in users {
            append(&ids, &user.get().into());
        }
        ids.into()
    };
    let (failed, backups) = (Array::new(), Array::new());
    for (user, error) in report.failed {
        append(&failed, &object(&[("userId", user.get().into()), ("error", error_without(error, secrets))]));
    }
    for backup in report.backups {
        append(&backups, &to_javascript(&backup.into_json()));
    }
    object(&[
        ("done", ids(report.done)),
        ("failed", failed.into()),
        ("pending", ids(report.pending)),
        ("backups", backups.into()),
        ("stopped", report.stopped.map_or(JsValue::UNDEFINED, |error| error_without(error, secrets))),
    ])
}

/// A plain object of what is not `undefined`.
fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    for (name, value) in entries.iter().filter(|(_, value)| !value.is_undefined()) {
        define(&object, name, value);
    }
    object
}
