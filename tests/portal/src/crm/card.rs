//! The card methods of both families.

use super::entity_type::{CONTACT, Configurable, EntityType};
use super::extras::{Extras, capitalize, spellings};
use super::layout;
use super::rows::Slot;
use crate::php::{Array, Value, to_int};
use crate::rest::{Caller, Failure, Outcome, RestError, Server, lock};

pub(crate) fn contact_get(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, CONTACT, params)?.get(server)
}

pub(crate) fn contact_set(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, CONTACT, params)?.set(server, params)
}

pub(crate) fn contact_reset(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, CONTACT, params)?.reset(server)
}

pub(crate) fn contact_force(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, CONTACT, params)?.force_common_scope_for_all(server)
}

pub(crate) fn item_get(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, entity_type_id(params), params)?.get(server)
}

pub(crate) fn item_set(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, entity_type_id(params), params)?.set(server, params)
}

pub(crate) fn item_reset(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, entity_type_id(params), params)?.reset(server)
}

pub(crate) fn item_force(server: &Server, caller: &Caller, params: &Array) -> Outcome {
    Request::read(caller, entity_type_id(params), params)?.force_common_scope_for_all(server)
}

/// Two spellings, unlike every other parameter.
fn entity_type_id(params: &Array) -> i64 {
    params.isset("entityTypeId").or_else(|| params.isset("ENTITY_TYPE_ID")).map_or(0, to_int)
}

/// Whose card.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scope {
    Personal(i64),
    Common,
}

/// Which card a call is about, and who calls.
struct Request<'call> {
    caller: &'call Caller,
    entity_type: Configurable,
    scope: Scope,
    extras: Extras,
}

impl<'call> Request<'call> {
    fn read(caller: &'call Caller, entity_type_id: i64, params: &Array) -> Result<Self, Failure> {
        if !caller.user.crm {
            return Err(access_denied());
        }
        let entity_type = EntityType::find(entity_type_id)
            .ok_or_else(|| RestError::method("Parameter 'entityTypeID' is not defined"))?;
        let entity_type = entity_type.configurable().ok_or_else(|| {
            let name = entity_type.name();
            RestError::method(format!("The entity type '{name}' is not supported in current context."))
        })?;
        Ok(Self { caller, entity_type, scope: read_scope(caller, params), extras: Extras::read(params) })
    }

    fn get(&self, server: &Server) -> Outcome {
        self.permit(matches!(self.scope, Scope::Common))?;
        let slot = self.slot()?;
        Ok(lock(&server.rows).get(&slot).map_or(Value::Null, layout::unwrap_column))
    }

    fn set(&self, server: &Server, params: &Array) -> Outcome {
        self.permit(false)?;
        let column = layout::check(resolve_array(params, "data"))?;
        let slot = self.slot()?;
        lock(&server.rows).set(&slot, column);
        Ok(Value::Bool(true))
    }

    fn reset(&self, server: &Server) -> Outcome {
        self.permit(false)?;
        let slot = self.slot()?;
        lock(&server.rows).delete(&slot);
        Ok(Value::Bool(true))
    }

    /// Everybody's own card and the marker of which view is on; the common card stays.
    fn force_common_scope_for_all(&self, server: &Server) -> Outcome {
        if !self.caller.user.settings {
            return Err(access_denied());
        }
        let name = self.entity_type.option_name(&self.extras)?;
        let mut rows = lock(&server.rows);
        rows.delete_named(&name);
        rows.delete_named(&format!("{name}_scope"));
        Ok(Value::Bool(true))
    }

    /// The own card is anyone's to change; another's, and the common one, is for who may change settings.
    fn permit(&self, anyone: bool) -> Result<(), Failure> {
        let own = self.scope == Scope::Personal(self.caller.user.id);
        if anyone || own || self.caller.user.settings { Ok(()) } else { Err(access_denied()) }
    }

    fn slot(&self) -> Result<Slot, Failure> {
        let name = self.entity_type.option_name(&self.extras)?;
        Ok(match self.scope {
            Scope::Personal(user) => Slot::Personal { user, name },
            Scope::Common => Slot::Common { name },
        })
    }
}

fn access_denied() -> Failure {
    RestError::method("Access denied.").into()
}

/// Exactly the string `C` is common; whatever else there is, or is not, means personal.
fn read_scope(caller: &Caller, params: &Array) -> Scope {
    let scope = ["scope", "SCOPE", "Scope"].into_iter().find_map(|name| params.isset(name));
    if scope.is_some_and(|scope| scope.is_exactly("C")) {
        return Scope::Common;
    }
    let user = spellings(&["user", "id"]).into_iter().find_map(|name| params.isset(name.as_str())).map_or(0, to_int);
    Scope::Personal(if user > 0 { user } else { caller.user.id })
}

/// A parameter that should be an array: `data`, `DATA`, `Data` or `arData`.
pub(super) fn resolve_array<'params>(params: &'params Array, name: &str) -> Option<&'params Value> {
    let capitalized = capitalize(name);
    let hungarian = format!("ar{capitalized}");
    [name, &name.to_uppercase(), &capitalized, &hungarian].into_iter().find_map(|name| params.isset(name))
}
