//! What promises of this package are fulfilled with.

use crate::api::error::error_without;
use crate::card::{Json, Layout, UserId};
use crate::connection::{append, define, to_javascript};
use crate::engine::{BulkKind, BulkReport, CallResult, Completion, Progress, Success};
use alloc::vec::Vec;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// What a promise is fulfilled or rejected with at the end of an operation. No error shows one of the secrets, which a portal, or a
/// server in front of it, may repeat.
pub(crate) fn completed(completion: Completion, secrets: &JsValue) -> Result<JsValue, JsValue> {
    match completion {
        Completion::Call(result) => result.map(answer).map_err(|mut error| error_without(&mut error, secrets)),
        Completion::Bulk(report) => Ok(bulk_report(report, secrets)),
    }
}

/// The `Answer` of a call, or the `EditAnswer` of an edit.
fn answer(Success { result, time, is_changed, backup }: Success) -> JsValue {
    let mut answer = Json::Object(Vec::new());
    let result = match result {
        CallResult::Confirmed => Json::Bool(true),
        CallResult::Layout(layout) => sections(layout),
    };
    answer.put(if is_changed.is_some() { "sections" } else { "result" }, result);
    if let Some(is_changed) = is_changed {
        answer.put("changed", Json::Bool(is_changed));
    }
    if let Some(time) = time {
        answer.put("time", time.into_json());
    }
    if let Some(backup) = backup {
        answer.put("backup", backup.into_json());
    }
    to_javascript(&answer)
}

/// `null` where the portal's default is in force.
pub(crate) fn sections(layout: Option<Layout>) -> Json {
    layout.map_or(Json::Null, Layout::into_json)
}

/// The `BulkProgress` of a bulk operation.
pub(crate) fn progress(progress: Progress) -> JsValue {
    object(&[
        ("total", progress.total.into()),
        ("done", progress.done.into()),
        ("failed", progress.failed.into()),
        ("pending", progress.pending().into()),
    ])
}

/// The `BulkReport` of a bulk operation.
fn bulk_report(mut report: BulkReport, secrets: &JsValue) -> JsValue {
    let ids = |users: &[UserId]| {
        let ids = Array::new();
        for user in users {
            append(&ids, &user.get().into());
        }
        ids.into()
    };
    let of_user = |user: UserId, name, value| object(&[("userId", user.get().into()), (name, value)]);
    let (failed, cards, backups) = (Array::new(), Array::new(), Array::new());
    for (user, error) in &mut report.failed {
        append(&failed, &of_user(*user, "error", error_without(error, secrets)));
    }
    for (user, layout) in &mut report.cards {
        append(&cards, &of_user(*user, "sections", to_javascript(&sections(layout.take()))));
    }
    for backup in &report.backups {
        append(&backups, &to_javascript(&backup.clone().into_json()));
    }
    let given = |is_given, list: Array| if is_given { list.into() } else { JsValue::UNDEFINED };
    object(&[
        ("done", ids(&report.done)),
        ("failed", failed.into()),
        ("pending", ids(&report.pending)),
        ("cards", given(report.kind == BulkKind::Read, cards)),
        ("backups", given(report.kind != BulkKind::Restore, backups)),
        ("stopped", report.stopped.map_or(JsValue::UNDEFINED, |mut error| error_without(&mut error, secrets))),
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
