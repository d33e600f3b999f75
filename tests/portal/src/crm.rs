//! The CRM: card layouts of contacts and other entities, and the fields of a contact.

mod card;
mod contact;
mod entity_type;
mod extras;
mod layout;
mod rows;

pub(crate) use card::{
    contact_force, contact_get, contact_reset, contact_set, item_force, item_get, item_reset, item_set,
};
pub(crate) use contact::fields as contact_fields;
pub(crate) use rows::{Row, Rows};
