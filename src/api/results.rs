//! What promises of this package are fulfilled with.

use crate::card::{Backup, Json, Layout, UserId};
use crate::connection::to_javascript;
use crate::engine::{BulkReport, CallResult, Completion, Progress, Success};
use crate::error::{Error, ErrorKind};
use alloc::vec::Vec;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// What a promise is settled with at the end of an operation.
pub(crate) fn completed(completion: Completion) -> Result<JsValue, Error> {
    match completion {
        Completion::Call(result) => result.and_then(answer),
        Completion::Bulk(report) => Ok(bulk_report(report)),
    }
}

/// The `Answer` of a call.
fn answer(Success { result, time, backup }: Success) -> Result<JsValue, Error> {
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
    to_javascript(&answer).map_err(|thrown| {
        Error::new(ErrorKind::Internal, "NOT_READ", "The answer could not be handed over.").caused_by(thrown)
    })
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
fn bulk_report(report: BulkReport) -> JsValue {
    let ids = |users: Vec<UserId>| users.iter().map(|user| JsValue::from(user.get())).collect::<Array>().into();
    let failed = report
        .failed
        .into_iter()
        .map(|(user, error)| object(&[("userId", user.get().into()), ("error", error.into())]));
    let backups = report.backups.into_iter().map(Backup::into_json);
    let told = object(&[
        ("done", ids(report.done)),
        ("failed", failed.collect::<Array>().into()),
        ("pending", ids(report.pending)),
        ("backups", backups.map(|backup| to_javascript(&backup).unwrap_or_default()).collect::<Array>().into()),
    ]);
    if let Some(error) = report.stopped {
        // A fresh object takes every property.
        let _ = Reflect::set(&told, &"stopped".into(), &error.into());
    }
    told
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
