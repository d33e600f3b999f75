//! `crm.contact.fields`.

use crate::php::{Array, Value};
use crate::rest::{Caller, Outcome, RestError, Server};

/// Name, type, and title in the portal's language; those a card most often shows.
const FIELDS: [(&str, &str, &str); 30] = [
    ("ID", "integer", "ID"),
    ("HONORIFIC", "crm_status", "Salutation"),
    ("NAME", "string", "First name"),
    ("SECOND_NAME", "string", "Second name"),
    ("LAST_NAME", "string", "Last name"),
    ("PHOTO", "file", "Photo"),
    ("BIRTHDATE", "date", "Date of birth"),
    ("TYPE_ID", "crm_status", "Contact type"),
    ("SOURCE_ID", "crm_status", "Source"),
    ("SOURCE_DESCRIPTION", "string", "Source information"),
    ("POST", "string", "Position"),
    ("ADDRESS", "string", "Address"),
    ("COMMENTS", "string", "Comment"),
    ("OPENED", "char", "Available to everyone"),
    ("EXPORT", "char", "Include in export"),
    ("HAS_PHONE", "char", "Has phone"),
    ("HAS_EMAIL", "char", "Has e-mail"),
    ("ASSIGNED_BY_ID", "user", "Responsible person"),
    ("CREATED_BY_ID", "user", "Created by"),
    ("MODIFY_BY_ID", "user", "Modified by"),
    ("DATE_CREATE", "datetime", "Created on"),
    ("DATE_MODIFY", "datetime", "Modified on"),
    ("COMPANY_ID", "crm_company", "Company"),
    ("COMPANY_IDS", "crm_company", "Companies"),
    ("LEAD_ID", "crm_lead", "Lead"),
    ("PHONE", "crm_multifield", "Phone"),
    ("EMAIL", "crm_multifield", "E-mail"),
    ("WEB", "crm_multifield", "Website"),
    ("IM", "crm_multifield", "Messenger"),
    ("LINK", "crm_multifield", "Link"),
];

/// The portal fills these itself.
const READ_ONLY: [&str; 7] =
    ["ID", "HAS_PHONE", "HAS_EMAIL", "CREATED_BY_ID", "MODIFY_BY_ID", "DATE_CREATE", "DATE_MODIFY"];

/// Every field with its description.
pub(crate) fn fields(_: &Server, caller: &Caller, _: &Array) -> Outcome {
    if !caller.user.crm {
        return Err(RestError::method("Access denied.").into());
    }
    let fields = FIELDS.into_iter().map(|(name, kind, title)| {
        let multiple = kind == "crm_multifield" || name == "COMPANY_IDS";
        let description: Array = [
            ("type", Value::from(kind)),
            ("isRequired", Value::from(false)),
            ("isReadOnly", Value::from(READ_ONLY.contains(&name))),
            ("isImmutable", Value::from(false)),
            ("isMultiple", Value::from(multiple)),
            ("isDynamic", Value::from(false)),
            ("title", Value::from(title)),
        ]
        .into_iter()
        .collect();
        (name, description)
    });
    Ok(Value::Array(fields.collect()))
}
