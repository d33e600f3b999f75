//! `placement.*`: where an application is embedded (docs/application.md §1).

use super::{Caller, Failure, Outcome, RestError, Scope, Server, lock};
use crate::php::{Array, Value, readable_text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The places that this portal has. Those of CRM take its scope as well.
const PLACEMENTS: [&str; 6] = [
    "CRM_CONTACT_DETAIL_TAB",
    "CRM_CONTACT_DETAIL_TOOLBAR",
    "CRM_CONTACT_LIST_TOOLBAR",
    "CRM_DEAL_DETAIL_TAB",
    "LEFT_MENU",
    "USER_PROFILE_TOOLBAR",
];

/// The longest address of a handler, in bytes.
const MAX_HANDLER: usize = 255;

/// The application that the portal's tokens are of.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Application {
    /// Whether its installation is finished. Until then only administrators can open it, and nobody sees where it is bound.
    pub(crate) installed: bool,
    pub(crate) bindings: Vec<Binding>,
    /// The scopes of its tokens.
    pub(crate) scopes: Vec<Scope>,
}

impl Default for Application {
    fn default() -> Self {
        Self { installed: true, bindings: Vec::new(), scopes: Scope::USUAL.to_vec() }
    }
}

/// A place that opens a page of the application.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Binding {
    pub(crate) placement: String,
    /// The page's address.
    pub(crate) handler: String,
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) description: String,
    /// Title and description by language.
    #[serde(default)]
    pub(crate) languages: BTreeMap<String, (String, String)>,
}

impl Binding {
    /// The title in a language, else the one for all of them, else that of English.
    pub(crate) fn title_in(&self, language: &str) -> &str {
        let own = self.languages.get(language).map(|(title, _)| title.as_str());
        let english = self.languages.get("en").map(|(title, _)| title.as_str());
        own.or(Some(&*self.title)).filter(|title| !title.is_empty()).or(english).unwrap_or_default()
    }
}

/// The places that the application may be bound to.
pub(super) fn list(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    refuse_webhooks(caller)?;
    Ok(Value::Array((0..).zip(available(caller)).collect()))
}

/// The application's own bindings.
pub(super) fn get(server: &Server, caller: &Caller, _: &Array) -> Outcome {
    refuse_others(caller)?;
    let application = lock(&server.application);
    let describe = |binding: &Binding| -> Array {
        let languages = binding.languages.iter().map(|(language, (title, description))| {
            let texts: Array = [("TITLE", title), ("DESCRIPTION", description)]
                .into_iter()
                .map(|(name, text)| (name, Value::from(text.clone())))
                .collect();
            (language.as_str(), Value::Array(texts))
        });
        [
            ("placement", Value::from(binding.placement.clone())),
            ("userId", Value::from(0)),
            ("handler", Value::from(binding.handler.clone())),
            ("options", Value::Array(Array::new())),
            ("title", Value::from(binding.title.clone())),
            ("description", Value::from(binding.description.clone())),
            ("langAll", Value::Array(languages.collect())),
        ]
        .into_iter()
        .collect()
    };
    Ok(Value::Array((0..).zip(application.bindings.iter().map(describe)).collect()))
}

/// Binds a place to a page.
pub(super) fn bind(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    refuse_others(caller)?;
    let params = params.upper_case_keys();
    let placement = required(&params, "PLACEMENT")?.to_uppercase();
    let handler = required(&params, "HANDLER")?;
    if !available(caller).any(|available| available == placement) {
        return Err(RestError::known("ERROR_PLACEMENT_NOT_FOUND").into());
    }
    check_handler(&handler)?;
    let mut application = lock(&server.application);
    let is_same = |binding: &Binding| binding.placement == placement && binding.handler == handler;
    if application.bindings.iter().any(is_same) {
        return Err(RestError::known("ERROR_CORE")
            .described("Unable to set placement handler: Handler already binded")
            .into());
    }
    let languages = params.isset("LANG_ALL").and_then(Value::as_array).into_iter().flat_map(Array::iter);
    let languages = languages.filter_map(|(language, texts)| {
        let texts = texts.as_array()?.upper_case_keys();
        let language = String::from_utf8(language.to_bytes()).ok()?;
        Some((language, (text(&texts, "TITLE"), text(&texts, "DESCRIPTION"))))
    });
    let (title, description) = (text(&params, "TITLE"), text(&params, "DESCRIPTION"));
    application.bindings.push(Binding { languages: languages.collect(), placement, handler, title, description });
    Ok(true.into())
}

/// Takes bindings of a place away, or the one to this page.
pub(super) fn unbind(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    refuse_others(caller)?;
    let params = params.upper_case_keys();
    let placement = required(&params, "PLACEMENT")?.to_uppercase();
    let handler = text(&params, "HANDLER");
    let mut application = lock(&server.application);
    let before = application.bindings.len();
    application
        .bindings
        .retain(|binding| binding.placement != placement || !handler.is_empty() && binding.handler != handler);
    let count = i64::try_from(before - application.bindings.len()).unwrap_or_default();
    Ok(Value::Array([("count", Value::from(count))].into_iter().collect()))
}

fn available(caller: &Caller) -> impl Iterator<Item = &'static str> {
    let has_crm = caller.scopes.contains(&Scope::Crm);
    PLACEMENTS.into_iter().filter(move |placement| has_crm || !placement.starts_with("CRM_"))
}

/// A webhook is no application.
fn refuse_webhooks(caller: &Caller) -> Result<(), Failure> {
    if caller.application {
        return Ok(());
    }
    let description = "Current authorization type is denied for this method Application context required";
    Err(RestError::known("WRONG_AUTH_TYPE").described(description).into())
}

/// Only administrators bind.
fn refuse_others(caller: &Caller) -> Result<(), Failure> {
    refuse_webhooks(caller)?;
    if caller.user.admin {
        return Ok(());
    }
    Err(RestError { status: 403, ..RestError::known("ACCESS_DENIED") }
        .described("Access denied! Administrator authorization required")
        .into())
}

fn required(params: &Array, name: &str) -> Result<String, Failure> {
    let text = text(params, name);
    if text.is_empty() {
        let description = format!("Argument '{name}' is null or empty").into_bytes().into();
        return Err(RestError { description, ..RestError::known("ERROR_ARGUMENT") }.into());
    }
    Ok(text)
}

fn text(params: &Array, name: &str) -> String {
    readable_text(params.isset(name))
}

/// Absolute, http or https, of a host with a dot in it, and not too long.
fn check_handler(handler: &str) -> Result<(), Failure> {
    let Some(rest) = handler.strip_prefix("https://").or_else(|| handler.strip_prefix("http://")) else {
        return Err(RestError::known("ERROR_UNSUPPORTED_PROTOCOL").into());
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if !host.contains('.') || handler.len() > MAX_HANDLER {
        return Err(RestError::known("ERROR_WRONG_HANDLER_URL").into());
    }
    Ok(())
}
