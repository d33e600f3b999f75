//! The types of CRM entities: which exist, which have a card, and under what name it is kept.

use super::extras::Extras;
use crate::rest::Failure;
use std::borrow::Cow;

/// A type of entity that exists on this portal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct EntityType(i64);

/// A type whose card can be configured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Configurable {
    Lead,
    Deal,
    Contact,
    Company,
    Quote,
    SmartInvoice,
    SmartDocument,
    SmartB2eDocument,
    /// A smart process.
    Dynamic(i64),
}

pub(crate) const CONTACT: i64 = 3;

/// The built-in types, without those that have no name: they exist, but an error prints them as ''.
const NAMES: [(i64, &str); 34] = [
    (1, "LEAD"),
    (2, "DEAL"),
    (3, "CONTACT"),
    (4, "COMPANY"),
    (5, "INVOICE"),
    (6, "ACTIVITY"),
    (7, "QUOTE"),
    (8, "REQUISITE"),
    (9, "DEAL_CATEGORY"),
    (10, "CUSTOM_ACTIVITY_TYPE"),
    (12, "CALL_LIST"),
    (13, "DEAL_RECURRING"),
    (14, "ORDER"),
    (15, "ORDER_CHECK"),
    (16, "ORDER_SHIPMENT"),
    (17, "ORDER_PAYMENT"),
    (18, "SUSPENDED_LEAD"),
    (19, "SUSPENDED_DEAL"),
    (20, "SUSPENDED_CONTACT"),
    (21, "SUSPENDED_COMPANY"),
    (22, "SUSPENDED_QUOTE"),
    (23, "SUSPENDED_INVOICE"),
    (24, "SUSPENDED_ORDER"),
    (25, "SUSPENDED_ACTIVITY"),
    (27, "INVOICE_RECURRING"),
    (28, "SCORING"),
    (31, "SMART_INVOICE"),
    (32, "SUSPENDED_SMART_INVOICE"),
    (33, "STORE_DOCUMENT"),
    (34, "SHIPMENT_DOCUMENT"),
    (36, "SMART_DOCUMENT"),
    (37, "SUSPENDED_SMART_DOCUMENT"),
    (39, "SMART_B2E_DOC"),
    (SYSTEM, "SYSTEM"),
];

/// Built-in types are 1 to this one, and the quasi-type "system".
const LAST_BUILT_IN: i64 = 41;
const SYSTEM: i64 = 1024;

/// The smart processes of this portal.
const SMART_PROCESSES: [i64; 1] = [1036];

/// Whether this is the odd twin of a smart process, for its items in the recycle bin (docs/portal.md §1).
fn is_suspended(id: i64) -> bool {
    SMART_PROCESSES.iter().any(|process| process + 1 == id)
}

impl EntityType {
    /// None where no such type exists.
    pub(crate) fn find(id: i64) -> Option<Self> {
        let built_in = (1..=LAST_BUILT_IN).contains(&id) || id == SYSTEM;
        (built_in || SMART_PROCESSES.contains(&id) || is_suspended(id)).then_some(Self(id))
    }

    /// The type's name, `''` for some.
    pub(crate) fn name(self) -> Cow<'static, str> {
        if is_suspended(self.0) {
            return format!("SUS_DYNAMIC_{}", self.0).into();
        }
        NAMES.iter().find(|(id, _)| *id == self.0).map_or("", |(_, name)| name).into()
    }

    /// None where the type has no card.
    pub(crate) fn configurable(self) -> Option<Configurable> {
        match self.0 {
            1 => Some(Configurable::Lead),
            2 => Some(Configurable::Deal),
            CONTACT => Some(Configurable::Contact),
            4 => Some(Configurable::Company),
            7 => Some(Configurable::Quote),
            31 => Some(Configurable::SmartInvoice),
            36 => Some(Configurable::SmartDocument),
            39 => Some(Configurable::SmartB2eDocument),
            id => SMART_PROCESSES.contains(&id).then_some(Configurable::Dynamic(id)),
        }
    }
}

impl Configurable {
    /// The option name of the card: rows are kept under it.
    pub(crate) fn option_name(self, extras: &Extras) -> Result<String, Failure> {
        let category = extras.category(self)?;
        let suffixed = |name: &str, infix: &str| match category {
            Some(id) => format!("{name}{infix}{id}"),
            None => name.to_owned(),
        };
        Ok(match self {
            Self::Lead => suffixed(&lead_name(extras.lead_customer_type()), "_c_"),
            Self::Deal => suffixed("deal_details", "_c_"),
            Self::Contact => suffixed("contact_details", "_c_"),
            Self::Company => suffixed("company_details", "_c_"),
            Self::Quote => suffixed("quote_details", "_c_"),
            Self::SmartInvoice => suffixed("smart_invoice_details", "_c"),
            Self::SmartDocument => suffixed("smart_document_details", "_c"),
            Self::SmartB2eDocument => suffixed("smart_b2e_doc_details", "_c"),
            Self::Dynamic(id) => suffixed(&format!("dynamic_{id}_details"), "_c"),
        })
    }
}

/// A lead's card depends on its customer: 0 and 1 are ordinary, 2 returning; another number has a name that is empty.
fn lead_name(customer_type: i64) -> String {
    match customer_type {
        0 | 1 => "lead_details".to_owned(),
        2 => "returning_lead_details".to_owned(),
        _ => "_lead_details".to_owned(),
    }
}
