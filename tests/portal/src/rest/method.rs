//! The methods of the portal.

use super::{Outcome, Page, Scope, Server, app, batch, people, placements};
use crate::crm;
use crate::php::Array;
use crate::users::User;
use std::sync::Arc;

/// Who calls, and what the credential allows.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) user: Arc<User>,
    pub(crate) scopes: Arc<[Scope]>,
    /// What the operating limit counts by.
    pub(crate) credential: String,
    /// Whether it is an application; a webhook otherwise.
    pub(crate) application: bool,
    /// The parameter `start`, which the transport keeps for itself: how many items of a list are passed over.
    pub(crate) start: i64,
}

impl Caller {
    /// Whether the credential has one of these scopes, where there are any.
    pub(crate) fn has_one_of(&self, scopes: &[Scope]) -> bool {
        Scope::suffice(&self.scopes, scopes)
    }
}

/// A method of the REST API.
#[derive(Clone, Copy)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    /// Each of these is enough; none is needed for what every credential may call.
    pub(crate) scopes: &'static [Scope],
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

const fn method(name: &'static str, scopes: &'static [Scope], run: fn(&Server, &Caller, &Array) -> Outcome) -> Method {
    Method { name, scopes, run: Run::Whole(run) }
}

const fn paged(name: &'static str, scopes: &'static [Scope], run: fn(&Server, &Caller, &Array) -> Page) -> Method {
    Method { name, scopes, run: Run::Paged(run) }
}

const CRM: &[Scope] = &[Scope::Crm];
const PEOPLE: &[Scope] = &[Scope::User, Scope::UserBrief];

/// Everything that can be called, in lower case.
pub(crate) const METHODS: [Method; 23] = [
    method("batch", &[], batch::run),
    method("scope", &[], app::scope),
    method("methods", &[], app::methods),
    method("server.time", &[], app::server_time),
    method("app.info", &[], app::info),
    method("profile", &[], app::profile),
    method("user.current", PEOPLE, app::user_current),
    paged("user.get", PEOPLE, people::user_get),
    paged("department.get", &[Scope::Department], people::department_get),
    method("user.admin", &[], app::user_admin),
    method("placement.list", &[Scope::Placement], placements::list),
    method("placement.get", &[Scope::Placement], placements::get),
    method("placement.bind", &[Scope::Placement], placements::bind),
    method("placement.unbind", &[Scope::Placement], placements::unbind),
    method("crm.contact.fields", CRM, crm::contact_fields),
    method("crm.contact.details.configuration.get", CRM, crm::contact_get),
    method("crm.contact.details.configuration.set", CRM, crm::contact_set),
    method("crm.contact.details.configuration.reset", CRM, crm::contact_reset),
    method("crm.contact.details.configuration.forcecommonscopeforall", CRM, crm::contact_force),
    method("crm.item.details.configuration.get", CRM, crm::item_get),
    method("crm.item.details.configuration.set", CRM, crm::item_set),
    method("crm.item.details.configuration.reset", CRM, crm::item_reset),
    method("crm.item.details.configuration.forcecommonscopeforall", CRM, crm::item_force),
];

/// The method with this name in lower case.
pub(crate) fn find(name: &str) -> Option<Method> {
    METHODS.into_iter().find(|method| method.name == name)
}
