//! What promises of this package are fulfilled with.

use crate::card::{Json, Layout, UserId};
use crate::connection::to_javascript;
use crate::engine::{BulkKind, BulkReport, CallResult, Completion, Progress, Success};
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
fn bulk_report(report: BulkReport) -> JsValue {
    let ids = |users: Vec<UserId>| array(users.into_iter().map(|user| user.get().into()));
    let of_user = |user: UserId, name, value| object(&[("userId", user.get().into()), (name, value)]);
    let told = object(&[
        ("done", ids(report.done)),
        ("failed", array(report.failed.into_iter().map(|(user, error)| of_user(user, "error", error.into())))),
        ("pending", ids(report.pending)),
    ]);
    // A fresh object takes every property.
    let tell = |name, value: JsValue| _ = Reflect::set(&told, &JsValue::from_str(name), &value);
    if report.kind == BulkKind::Read {
        let cards = report.cards.into_iter();
        let sections = |layout: Option<Layout>| json(&layout.map_or(Json::Null, Layout::into_json));
        tell("cards", array(cards.map(|(user, layout)| of_user(user, "sections", sections(layout)))));
    }
    if report.kind != BulkKind::Restore {
        tell("backups", array(report.backups.into_iter().map(|backup| json(&backup.into_json()))));
    }
    if let Some(error) = report.stopped {
        tell("stopped", error.into());
    }
    told
}

fn array(items: impl Iterator<Item = JsValue>) -> JsValue {
    items.collect::<Array>().into()
}

fn json(json: &Json) -> JsValue {
    to_javascript(json).unwrap_or_default()
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
