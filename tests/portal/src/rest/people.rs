//! `user.get` and `department.get`: lists by filter (docs/application.md §4).

use super::{Caller, Page, Scope, Server, lock};
use crate::php::{Array, Value, readable_text, to_int, truthy};
use crate::users::{Department, User};
use std::cmp::Ordering;

/// Users by `FILTER`, or by the same keys beside it, in the order that `SORT` and `ORDER` say.
pub(super) fn user_get(server: &Server, caller: &Caller, params: &Array) -> Page {
    let params = params.upper_case_keys();
    let filter = filter_of(&params);
    let company = lock(&server.company);
    let mut users: Vec<_> = company.users().iter().filter(|user| is_meant(user, &filter)).collect();
    let sort = readable_text(params.isset("SORT")).to_uppercase();
    users.sort_by(|one, other| compare(one, other, &sort));
    if readable_text(params.isset("ORDER")).eq_ignore_ascii_case("desc") {
        users.reverse();
    }
    Page::of(&users, caller.start, |user| describe(user, caller))
}

/// Departments by `ID`, `NAME` and `PARENT`.
pub(super) fn department_get(server: &Server, caller: &Caller, params: &Array) -> Page {
    let filter = filter_of(&params.upper_case_keys());
    let company = lock(&server.company);
    let is_meant = |department: &&Department| {
        filter.iter().all(|(key, value)| match key.to_bytes().as_slice() {
            b"ID" => has(value, department.id),
            b"PARENT" => has(value, department.parent.unwrap_or_default()),
            b"NAME" => matches(value, &department.name),
            _ => true,
        })
    };
    let departments: Vec<_> = company.departments.iter().filter(is_meant).collect();
    Page::of(&departments, caller.start, |department| {
        let parent = department.parent.map(|parent| ("PARENT", Value::from(parent.to_string())));
        let head = department.head.map(|head| ("UF_HEAD", Value::from(head.to_string())));
        let fields = [
            ("ID", Value::from(department.id.to_string())),
            ("NAME", Value::from(department.name.clone())),
            ("SORT", Value::from(500)),
        ];
        fields.into_iter().chain(parent).chain(head).collect()
    })
}

/// `FILTER`, or the parameters themselves.
fn filter_of(params: &Array) -> Array {
    params.isset("FILTER").and_then(Value::as_array).map_or_else(|| params.clone(), Array::upper_case_keys)
}

/// Whether a user is among those that a filter lets through. Keys that it does not know are ignored, as by the portal.
fn is_meant(user: &User, filter: &Array) -> bool {
    filter.iter().all(|(key, value)| {
        let key = key.to_bytes();
        let (searches, key) = match key.strip_prefix(b"%") {
            Some(key) => (true, key.to_vec()),
            None => (false, key),
        };
        let name = |name: &str| if searches { contains(value, name) } else { matches(value, name) };
        match key.as_slice() {
            b"ID" => has(value, user.id),
            b"ACTIVE" => user.active == (truthy(value) && !value.is_exactly("N") && !value.is_exactly("false")),
            b"UF_DEPARTMENT" => user.departments.iter().any(|department| has(value, *department)),
            b"NAME" => name(&user.name),
            b"LAST_NAME" => name(&user.last_name),
            b"WORK_POSITION" => name(&user.position),
            b"EMAIL" => name(&user.email()),
            b"FIND" | b"NAME_SEARCH" => contains(value, &user.full_name()),
            _ => true,
        }
    })
}

/// Whether a number is the value, or one of its items.
fn has(value: &Value, number: i64) -> bool {
    match value {
        Value::Array(items) => items.values().any(|item| to_int(item) == number),
        value => to_int(value) == number,
    }
}

/// Whether a text is the value, in any case; a `%` at either end stands for anything.
fn matches(value: &Value, found: &str) -> bool {
    let (wanted, found) = (readable_text(Some(value)).to_lowercase(), found.to_lowercase());
    match (wanted.strip_prefix('%'), wanted.strip_suffix('%')) {
        (Some(_), Some(_)) => found.contains(wanted.trim_matches('%')),
        (Some(end), None) => found.ends_with(end),
        (None, Some(beginning)) => found.starts_with(beginning),
        (None, None) => found == wanted,
    }
}

fn contains(value: &Value, found: &str) -> bool {
    found.to_lowercase().contains(&readable_text(Some(value)).to_lowercase())
}

fn compare(one: &User, other: &User, sort: &str) -> Ordering {
    let by_id = one.id.cmp(&other.id);
    match sort {
        "NAME" => one.name.cmp(&other.name).then(by_id),
        "LAST_NAME" => one.last_name.cmp(&other.last_name).then(by_id),
        "WORK_POSITION" => one.position.cmp(&other.position).then(by_id),
        _ => by_id,
    }
}

/// A user as `user.get` and `user.current` give one. Who has the scope `user_brief` alone is not told how to reach them.
pub(super) fn describe(user: &User, caller: &Caller) -> Array {
    let mut fields: Array = [
        ("ID", Value::from(user.id.to_string())),
        ("ACTIVE", Value::from(user.active)),
        ("NAME", Value::from(user.name.clone())),
        ("LAST_NAME", Value::from(user.last_name.clone())),
        ("SECOND_NAME", Value::from("")),
        ("EMAIL", Value::from(user.email())),
        ("WORK_POSITION", Value::from(user.position.clone())),
        ("PERSONAL_PHOTO", Value::from("")),
        ("UF_DEPARTMENT", Value::Array((0..).zip(user.departments.iter().copied()).collect())),
        ("TIME_ZONE_OFFSET", Value::from("0")),
        ("USER_TYPE", Value::from("employee")),
    ]
    .into_iter()
    .collect();
    if !caller.scopes.contains(&Scope::User) {
        fields.remove("EMAIL");
    }
    fields
}
