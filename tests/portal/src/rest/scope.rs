//! What a credential may be used for.

use serde::{Deserialize, Serialize};

/// A permission that an administrator ticks for a webhook or an application.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    /// CRM, its cards included.
    Crm,
    /// Users, with how to reach them.
    User,
    /// Users, without how to reach them.
    UserBrief,
    Department,
    /// Where an application is embedded.
    Placement,
}

impl Scope {
    /// The scopes of every credential that is not lacking them on purpose.
    pub(crate) const USUAL: [Self; 4] = [Self::Crm, Self::User, Self::Department, Self::Placement];

    /// The name in REST.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Crm => "crm",
            Self::User => "user",
            Self::UserBrief => "user_brief",
            Self::Department => "department",
            Self::Placement => "placement",
        }
    }

    /// Whether one of the needed scopes is there, where any is needed.
    pub(crate) fn suffice(scopes: &[Self], needed: &[Self]) -> bool {
        needed.is_empty() || needed.iter().any(|scope| scopes.contains(scope))
    }
}
