//! States of the whole portal that no request can bring about.

use crate::rest::TimeShape;
use serde::{Deserialize, Serialize};

/// `PUT /__portal/conditions`; what is left out is as on a healthy portal.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Conditions {
    /// Every call: `PORTAL_DELETED`.
    pub(crate) deleted: bool,
    /// Every authorized call: `OVERLOAD_LIMIT`.
    pub(crate) overload: bool,
    /// Other than commercial: `ACCESS_DENIED`.
    pub(crate) plan: Plan,
    /// Every token: `CONNECTION_ERROR`.
    pub(crate) no_connection: bool,
    /// Every token: `APPLICATION_NOT_FOUND`.
    pub(crate) no_application: bool,
    /// Every token: `user_access_error`.
    pub(crate) no_application_access: bool,
    /// `ERROR_METHOD_NOT_FOUND` for the contact family, as once it will be.
    pub(crate) no_contact_family: bool,
    /// How `time` is given.
    pub(crate) time: TimeShape,
}

/// What the portal's owner pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Plan {
    #[default]
    Commercial,
    Free,
    NoSubscription,
}
