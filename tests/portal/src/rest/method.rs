//! The methods of the portal.

use super::{Outcome, Page, Server, app, batch, people, placements};
use crate::crm;
use crate::php::Array;
use crate::users::User;
use std::sync::Arc;

/// Who calls, and what the credential allows.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) user: Arc<User>,
    pub(crate) scopes: &'static [&'static str],
    /// What the operating limit counts by.
    pub(crate) credential: String,
    /// Whether it is an application; a webhook otherwise.
    pub(crate) application: bool,
    /// The parameter `start`, which the transport keeps for itself: how many items of a list are passed over.
    pub(crate) start: i64,
}

/// A method of the REST API.
#[derive(Clone, Copy)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    /// The scope it belongs to; none for what every credential may call.
    pub(crate) scope: Option<&'static str>,
    pub(crate) run: Run,
}

/// What a method gives.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// A result.
    Whole(fn(&Server, &Caller, &Array) -> Outcome),
    /// A page of a list.
    Paged(fn(&Server, &Caller, &Array) -> Page),
}

const fn method(
    name: &'static str,
    scope: Option<&'static str>,
    run: fn(&Server, &Caller, &Array) -> Outcome,
) -> Method {
    Method { name, scope, run: Run::Whole(run) }
}

const fn paged(name: &'static str, scope: Option<&'static str>, run: fn(&Server, &Caller, &Array) -> Page) -> Method {
    Method { name, scope, run: Run::Paged(run) }
}

/// Everything that can be called, in lower case.
pub(crate) const METHODS: [Method; 23] = [
    method("batch", None, batch::run),
    method("scope", None, app::scope),
    method("methods", None, app::methods),
    method("server.time", None, app::server_time),
    method("app.info", None, app::info),
    method("profile", None, app::profile),
    method("user.current", Some("user"), app::user_current),
    paged("user.get", Some("user"), people::user_get),
    paged("department.get", Some("department"), people::department_get),
    method("user.admin", None, app::user_admin),
    method("placement.list", Some("placement"), placements::list),
    method("placement.get", Some("placement"), placements::get),
    method("placement.bind", Some("placement"), placements::bind),
    method("placement.unbind", Some("placement"), placements::unbind),
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
