//! Reads what JavaScript passes. Nothing is coerced: plain typed parameters would turn the user id 2^32 + 5 into 5.

use crate::card::{Backup, Card, CardType, Json, Layout, Rules, Scope, UserId};
use crate::connection::{is_array, is_plain_object, keys, origin_of, property, shown, to_json};
use crate::engine::Change;
use crate::error::{Error, ErrorKind};
use crate::protocol::Call;
use crate::strings::{concat, decimal};
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// Reads each item of an iterable until one gives 0, or, where they are to be distinct, the number of another one, and
    /// closes the iterable then. The result are the distinct numbers that were read, in their order.
    #[wasm_bindgen(catch, js_name = readItems)]
    fn read_items(
        iterable: &JsValue,
        is_distinct: bool,
        read: &mut dyn FnMut(JsValue) -> u32,
    ) -> Result<Array, JsValue>;

    /// A name as a message shows it that is none of those accepted: any but a misspelt one may be a secret.
    fn misspelt(name: &JsValue, accepted: &str) -> String;
}

/// The card meant by `scope` and `userId`; without both, the caller's own.
pub(crate) fn card(scope: &JsValue, user_id: &JsValue) -> Result<Card, Error> {
    let scope = if is_missing(scope) {
        Scope::Personal
    } else {
        let code = scope.as_string();
        code.as_deref().and_then(Scope::from_code).ok_or_else(|| {
            invalid(
                "INVALID_SCOPE",
                &["scope must be 'P' (personal) or 'C' (common to all users), not ", &shown(scope), "."],
            )
        })?
    };
    match (scope, is_missing(user_id)) {
        (Scope::Common, true) => Ok(Card::Common),
        (Scope::Personal, true) => Ok(Card::Personal(None)),
        (Scope::Personal, false) => read_user_id(user_id).map(|user_id| Card::Personal(Some(user_id))),
        (Scope::Common, false) => Err(invalid(
            "USER_ID_OF_COMMON_CARD",
            &["userId must be left out with scope 'C', not ", &shown(user_id), ": a common card belongs to no user."],
        )),
    }
}

fn read_user_id(value: &JsValue) -> Result<UserId, Error> {
    let number = value.as_f64().and_then(|id| UserId::try_from(id).ok());
    number.or_else(|| value.as_string().and_then(|id| id.parse().ok())).ok_or_else(|| {
        let accepted = "userId must be a positive integer up to 2147483647, or its plain decimal string, not ";
        invalid("INVALID_USER_ID", &[accepted, &shown(value), "."])
    })
}

/// A user, and the layout that is to be saved for them.
type UserCard = (UserId, Option<Layout>);

/// The users that an iterable names, each once, in its order. No layout is to be saved for them.
pub(crate) fn user_ids(ids: &JsValue) -> Result<Vec<UserCard>, Error> {
    read_each(ids, &USER_IDS, &mut |id| read_user_id(&id))
}

/// The users and layouts of backups of this kind of card that are put back on the portal of this origin, in their order.
pub(crate) fn backups(backups: &JsValue, portal: &str, card_type: CardType) -> Result<Vec<UserCard>, Error> {
    let mut cards = Vec::new();
    let users = read_each(backups, &BACKUPS, &mut |item| {
        let card = Call::restoring_one_of_many(backup(&item)?, portal, card_type)?;
        let user = card.0;
        cards.push(card);
        Ok(user)
    })?;
    // The reading ended with the second backup of a user.
    if users.len() < cards.len() {
        let index = decimal(users.len() as u64);
        return Err(invalid(BACKUPS.code, &["backups, at index ", &index, ": there is another backup of this user."]));
    }
    Ok(cards)
}

/// An argument that is iterated over.
struct Items {
    /// The code of errors about all of it.
    code: &'static str,
    name: &'static str,
    /// What it must be.
    accepted: &'static str,
    /// Whether no two may be of one user.
    is_distinct: bool,
}

const USER_IDS: Items =
    Items { code: "INVALID_USER_IDS", name: "userIds", accepted: "an iterable of user ids", is_distinct: false };
const BACKUPS: Items =
    Items { code: "INVALID_BACKUPS", name: "backups", accepted: "an iterable of backups", is_distinct: true };

/// More than any portal has users.
const MAX_ITEMS: u32 = 1_000_000;

/// Reads each item of an iterable, and gives the users that they are of, each once, in their order. No layout is theirs yet.
fn read_each(
    iterable: &JsValue,
    Items { code, name, accepted, is_distinct }: &Items,
    read: &mut dyn FnMut(JsValue) -> Result<UserId, Error>,
) -> Result<Vec<UserCard>, Error> {
    let refused = || invalid(code, &[name, " must be ", accepted, ", not ", &shown(iterable), "."]);
    // A string is an iterable too, of its characters, and so is a string object.
    if !iterable.is_object() || property(iterable, "charAt").is_function() {
        return Err(refused());
    }
    let (mut count, mut refusal) = (0_u32, None);
    let users = read_items(iterable, *is_distinct, &mut |item| {
        let user = read(item);
        if let (Ok(user), true) = (&user, count < MAX_ITEMS) {
            count = count.saturating_add(1);
            return user.get();
        }
        refusal = Some(match user {
            Ok(_) => invalid(code, &[name, " must be 1000000 at the most."]),
            Err(error) => {
                invalid(&error.code, &[name, ", at index ", &decimal(count.into()), ": ", &error.description])
            }
        });
        0
    });
    match (refusal, users) {
        (Some(error), _) => Err(error),
        (None, Ok(users)) => {
            let mut cards = Vec::new();
            for user in users.iter() {
                if let Some(user) = user.as_f64().and_then(|user| UserId::try_from(user).ok()) {
                    cards.push((user, None));
                }
            }
            Ok(cards)
        }
        (None, Err(thrown)) if count == 0 => Err(refused().caused_by(thrown)),
        (None, Err(thrown)) => Err(invalid(code, &[name, " cannot be read."]).caused_by(thrown)),
    }
}

/// The layout that `sections` are.
pub(crate) fn layout(sections: &JsValue, rules: Rules) -> Result<Layout, Error> {
    let json = if is_array(sections) { to_json(sections, "sections") } else { Ok(Json::Null) };
    let json = json.map_err(|fault| invalid(INVALID_LAYOUT, &[&fault]))?;
    Layout::check(json, rules).map_err(|error| invalid(INVALID_LAYOUT, &[error.message()]))
}

/// The code of every error about a layout.
const INVALID_LAYOUT: &str = "INVALID_LAYOUT";

/// A backup that a reset gave.
pub(crate) fn backup(backup: &JsValue) -> Result<Backup, Error> {
    let refused = |why: [&str; 2]| {
        let end = if why[1].ends_with('.') { "" } else { "." };
        invalid("INVALID_BACKUP", &["backup must be what a reset or a reading gave: ", why[0], why[1], end])
    };
    let json = to_json(backup, "backup").map_err(|fault| refused(["", &fault]))?;
    let mut backup = Backup::read(json).map_err(|error| refused(error.parts()))?;
    backup.portal = origin_of(&backup.portal);
    Ok(backup)
}

/// The kind of card that `crmCard` was asked for.
pub(crate) fn card_type(card_type: &JsValue) -> Result<CardType, Error> {
    let json = to_json(card_type, "type").unwrap_or(Json::Null);
    CardType::read(json).map_err(|error| {
        let [what, accepted] = error.parts();
        invalid("INVALID_CARD_TYPE", &["type: ", what, accepted, "."])
    })
}

/// What the function of an edit has made of a layout. It may leave faults that the layout had.
pub(crate) fn change(result: Result<&JsValue, &JsValue>, rules: Rules) -> Result<Change, Error> {
    let sections = result.map_err(|thrown| {
        invalid("CHANGE_FAILED", &["change has thrown, or its promise is rejected."]).caused_by(thrown.clone())
    })?;
    Ok(match sections {
        sections if sections.is_undefined() => Change::Nothing,
        sections if sections.is_null() => Change::Save(None),
        sections => Change::Save(Some(
            layout(sections, rules)
                .map_err(|error| invalid(INVALID_LAYOUT, &["What change returned: ", &error.description]))?,
        )),
    })
}

/// The own enumerable properties of plain objects, each read once. What is `undefined` is not there.
pub(crate) struct Properties(Vec<(&'static str, JsValue)>);

impl Properties {
    /// Those of `object`, as [`add`](Self::add) reads them.
    pub(crate) fn read(object: &JsValue, what: &str, accepted: &[&'static str]) -> Result<Self, Error> {
        let mut properties = Self::none();
        properties.add(object, what, accepted)?;
        Ok(properties)
    }

    /// Adds those of `object`, in place of others of the same names. Anything but a plain object is refused, and so are unknown
    /// names: a misspelt option is not to be ignored.
    pub(crate) fn add(&mut self, object: &JsValue, what: &str, accepted: &[&'static str]) -> Result<(), Error> {
        if !is_plain_object(object) {
            // A string in the place of a connection is a secret, however short.
            let given = if object.is_string() { "a string".into() } else { shown(object) };
            return Err(invalid(INVALID_OPTION, &[what, " must be a plain object, not ", &given, "."]));
        }
        let unreadable = |thrown| invalid(INVALID_OPTION, &[what, " cannot be read."]).caused_by(thrown);
        for key in keys(object).map_err(unreadable)?.iter() {
            let value = Reflect::get(object, &key).map_err(unreadable)?;
            if value.is_undefined() {
                continue;
            }
            let name = key.as_string().unwrap_or_default();
            let Some(name) = accepted.iter().find(|accepted| **accepted == name) else {
                let mut list = String::new();
                for name in accepted {
                    list.push(' ');
                    list.push_str(name);
                }
                return Err(invalid(
                    INVALID_OPTION,
                    &[what, " has no ", &misspelt(&key, &list), "; it has:", &list, "."],
                ));
            };
            self.0.push((name, value));
        }
        Ok(())
    }

    /// No properties.
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// The value of that name, the last that was added; `undefined` when it is not there.
    pub(crate) fn get(&self, name: &str) -> JsValue {
        let found = self.0.iter().rev().find(|(other, _)| *other == name);
        found.map_or(JsValue::UNDEFINED, |(_, value)| value.clone())
    }
}

/// The code of every error about an option.
pub(crate) const INVALID_OPTION: &str = "INVALID_OPTION";

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// An error about an argument; nothing was sent.
pub(crate) fn invalid(code: &str, description: &[&str]) -> Error {
    Error::new(ErrorKind::InvalidArgument, code, &concat(description))
}
