//! What applications ask about themselves and their user.
#![expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]

use super::answer::iso8601;
use super::method::{Caller, METHODS};
use super::people::describe;
use super::{Outcome, Server, lock};
use crate::php::{Array, Value};
use std::time::SystemTime;

fn list(items: impl IntoIterator<Item = impl Into<Value>>) -> Value {
    (0..).zip(items).collect::<Array>().into()
}

/// The scopes of the credential.
pub(crate) fn scope(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    Ok(list(caller.scopes.iter().map(|scope| scope.name())))
}

/// The names of the methods the credential may call.
pub(crate) fn methods(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    let allowed = METHODS.iter().filter(|method| caller.has_one_of(method.scopes));
    Ok(list(allowed.map(|method| method.name)))
}

/// The portal's clock.
pub(crate) fn server_time(_: &Server, _: &Caller, _: &Array) -> Outcome {
    Ok(iso8601(SystemTime::now()).into())
}

/// The application, or for a webhook its scopes and the plan.
pub(crate) fn info(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    if !caller.application {
        let info: Array =
            [("SCOPE", scope(server, caller, params)?), ("LICENSE", Value::from("en_pro"))].into_iter().collect();
        return Ok(info.into());
    }
    let info: Array = [
        ("ID", Value::from(1)),
        ("CODE", Value::from("local.contact.card")),
        ("VERSION", Value::from(1)),
        ("STATUS", Value::from("L")),
        ("INSTALLED", Value::from(lock(&server.application).installed)),
        ("PAYMENT_EXPIRED", Value::from("N")),
        ("DAYS", Value::Null),
        ("LANGUAGE_ID", Value::from("en")),
        ("LICENSE", Value::from("en_pro")),
        ("LICENSE_TYPE", Value::from("pro")),
        ("LICENSE_FAMILY", Value::from("pro")),
    ]
    .into_iter()
    .collect();
    Ok(info.into())
}

/// The caller, without any scope.
pub(crate) fn profile(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    let user = &caller.user;
    let profile: Array = [
        ("ID", Value::from(user.id.to_string())),
        ("ADMIN", Value::from(user.admin)),
        ("NAME", Value::from(user.name.clone())),
        ("LAST_NAME", Value::from(user.last_name.clone())),
        ("PERSONAL_GENDER", Value::from("")),
        ("TIME_ZONE", Value::from("")),
        ("TIME_ZONE_OFFSET", Value::from(10_800)),
    ]
    .into_iter()
    .collect();
    Ok(profile.into())
}

/// Whether the caller administers the portal; not the same as the CRM right to change settings.
pub(crate) fn user_admin(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    Ok(caller.user.admin.into())
}

/// The caller.
pub(crate) fn user_current(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    Ok(describe(&caller.user, caller).into())
}
