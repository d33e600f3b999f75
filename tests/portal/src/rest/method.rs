//! The methods of the portal.

use super::{Outcome, Server, app, batch};
use crate::crm;
use crate::php::Array;
use crate::users::User;

/// Who calls, and what the credential allows.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) user: &'static User,
    pub(crate) scopes: &'static [&'static str],
    /// What the operating limit counts by.
    pub(crate) credential: String,
    /// Whether it is an application; a webhook otherwise.
    pub(crate) application: bool,
}

/// A method of the REST API.
#[derive(Clone, Copy)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    /// The scope it belongs to; none for what every credential may call.
    pub(crate) scope: Option<&'static str>,
    pub(crate) run: fn(&Server, &Caller, &Array) -> Outcome,
}

const fn method(
    name: &'static str,
    scope: Option<&'static str>,
    run: fn(&Server, &Caller, &Array) -> Outcome,
) -> Method {
    Method { name, scope, run }
}

/// Everything that can be called, in lower case.
pub(crate) const METHODS: [Method; 18] = [
    method("batch", None, batch::run),
    method("scope", None, app::scope),
    method("methods", None, app::methods),
    method("server.time", None, app::server_time),
    method("app.info", None, app::info),
    method("profile", None, app::profile),
    method("user.current", Some("user"), app::user_current),
    method("user.get", Some("user"), app::user_get),
    method("user.admin", None, app::user_admin),
    method("crm.contact.fields", Some("crm"), crm::contact_fields),
    method("crm.contact.details.configuration.get", Some("crm"), crm::contact_get),
    method("crm.contact.details.configuration.set", Some("crm"), crm::contact_set),
    method("crm.contact.details.configuration.reset", Some("crm"), crm::contact_reset),
    method("crm.contact.details.configuration.forcecommonscopeforall", Some("crm"), crm::contact_force),
    method("crm.item.details.configuration.get", Some("crm"), crm::item_get),
    method("crm.item.details.configuration.set", Some("crm"), crm::item_set),
    method("crm.item.details.configuration.reset", Some("crm"), crm::item_reset),
    method("crm.item.details.configuration.forcecommonscopeforall", Some("crm"), crm::item_force),
];

/// The method with this name in lower case.
pub(crate) fn find(name: &str) -> Option<Method> {
    METHODS.into_iter().find(|method| method.name == name)
}
