use crate::card::{Card, CardType, InvalidLayout, Json, Layout, Rules, Scope, UserId};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The layout of a card before a reset. A restore puts it back. As JSON it can be stored anywhere.
///
/// It holds what a portal answers for a card, the first column of its layout. Which of the two cards a user looks at,
/// the personal or the common one, is not part of it, because no method answers that.
///
/// ```
/// use bx24_contact_card::card::{Backup, Card, CardType, Json};
///
/// let backup = Backup {
///     portal: "https://example.bitrix24.com".into(),
///     card_type: CardType::CONTACT,
///     card: Card::Common,
///     taken_at: "2026-11-24T10:00:00Z".into(),
///     layout: None, // the portal's default was in force: restoring it is a reset
/// };
/// let stored = backup.clone().into_json();
/// assert_eq!(stored.get("scope"), Some(&"C".into()));
/// assert_eq!(Backup::read(stored)?, backup);
/// assert!(Backup::read(Json::Null).is_err());
/// # Ok::<(), bx24_contact_card::card::InvalidBackup>(())
/// ```
///
/// It implements serde's `Serialize` and `Deserialize` as the object that [`into_json`](Self::into_json) returns and
/// [`read`](Self::read) accepts:
///
/// ```
/// # use bx24_contact_card::card::{Backup, Card, CardType};
/// # let backup = Backup {
/// #     portal: "https://example.bitrix24.com".into(),
/// #     card_type: CardType::CONTACT,
/// #     card: Card::Personal("6".parse().ok()),
/// #     taken_at: "2026-11-24T10:00:00Z".into(),
/// #     layout: None,
/// # };
/// let stored = serde_json::to_string(&backup)?;
/// assert_eq!(serde_json::from_str::<Backup>(&stored)?, backup);
/// assert!(stored.starts_with(r#"{"version":1,"portal":"https://example.bitrix24.com","scope":"P","userId":6,"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The portal's origin, such as `https://example.bitrix24.com`.
    pub portal: String,
    /// The kind of card.
    pub card_type: CardType,
    /// The card. Without a user id it is the own card of whoever restores it.
    pub card: Card,
    /// When the layout was read, in ISO 8601.
    pub taken_at: String,
    /// The layout; `None` where the portal's default was in force.
    pub layout: Option<Layout>,
}

/// Why something is not a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidBackup {
    /// Its version is missing or is neither 1 nor 2.
    Version,
    /// The property of this name is missing or is not what a backup has there.
    Field(&'static str),
    /// Its sections are not a layout.
    Layout(InvalidLayout),
}

/// The version of the JSON of a contact's card.
const OF_CONTACT: Json = Json::Number(1.0);
/// The version of the JSON of any other card, which has a `type`. Who reads version 1 is not to take it for a contact's.
const WITH_TYPE: Json = Json::Number(2.0);

impl Backup {
    /// Reads what [`into_json`](Self::into_json) returned. The properties may be in another order.
    ///
    /// # Errors
    ///
    /// [`InvalidBackup`] for anything else.
    pub fn read(mut backup: Json) -> Result<Self, InvalidBackup> {
        let card_type = match (backup.take("version"), backup.take("type")) {
            (Some(OF_CONTACT), None) => CardType::CONTACT,
            (Some(WITH_TYPE), Some(card_type)) => {
                CardType::read(card_type).map_err(|_| InvalidBackup::Field("type"))?
            }
            (Some(OF_CONTACT | WITH_TYPE), _) => return Err(InvalidBackup::Field("type")),
            _ => return Err(InvalidBackup::Version),
        };
        let portal = take_string(&mut backup, "portal")?;
        let card = Card::take(&mut backup)?;
        let taken_at = take_string(&mut backup, "takenAt")?;
        let layout = match backup.take("sections") {
            Some(Json::Null) => None,
            Some(sections) => Some(Layout::check(sections, Rules::Portal).map_err(InvalidBackup::Layout)?),
            None => return Err(InvalidBackup::Field("sections")),
        };
        Ok(Self { portal, card_type, card, taken_at, layout })
    }

    /// The backup as the object that JavaScript gets: `version`, `portal`, `scope`, `userId` (for the card of a given
    /// user), `takenAt`, `sections` (`null` for the portal's default) and, but for a contact's, `type`.
    #[must_use]
    pub fn into_json(self) -> Json {
        let mut json = Json::Object(Vec::new());
        let is_of_contact = self.card_type == CardType::CONTACT;
        json.put("version", if is_of_contact { OF_CONTACT } else { WITH_TYPE });
        json.put("portal", Json::String(self.portal));
        self.card.put_into(&mut json);
        json.put("takenAt", Json::String(self.taken_at));
        json.put("sections", self.layout.map_or(Json::Null, Layout::into_json));
        if !is_of_contact {
            json.put("type", self.card_type.into_json());
        }
        json
    }
}

impl Card {
    /// Takes `scope` and `userId` out of an object.
    // Inlined: the npm module has one caller of it.
    #[inline]
    pub(crate) fn take(object: &mut Json) -> Result<Self, InvalidBackup> {
        let scope = Scope::from_code(object.string_at("scope")).ok_or(InvalidBackup::Field("scope"))?;
        let user_id = match object.take("userId") {
            None => None,
            Some(Json::Number(id)) => Some(UserId::try_from(id).map_err(|_| InvalidBackup::Field("userId"))?),
            Some(_) => return Err(InvalidBackup::Field("userId")),
        };
        match (scope, user_id) {
            (Scope::Personal, user_id) => Ok(Self::Personal(user_id)),
            (Scope::Common, None) => Ok(Self::Common),
            (Scope::Common, Some(_)) => Err(InvalidBackup::Field("userId")),
        }
    }

    /// Puts `scope` and, for the card of a given user, `userId` into an object.
    // Inlined: the npm module has one caller of it.
    #[inline]
    pub(crate) fn put_into(self, object: &mut Json) {
        object.put("scope", Json::String(self.scope().code().into()));
        if let Some(user_id) = self.user_id() {
            object.put("userId", Json::Number(user_id.get().into()));
        }
    }
}

fn take_string(backup: &mut Json, name: &'static str) -> Result<String, InvalidBackup> {
    match backup.take(name) {
        Some(Json::String(string)) => Ok(string),
        _ => Err(InvalidBackup::Field(name)),
    }
}

impl InvalidBackup {
    /// The text of the error, in two parts.
    pub(crate) fn parts(&self) -> [&str; 2] {
        match self {
            Self::Version => ["its version is neither 1 nor 2", ""],
            Self::Field(name) => ["it has no proper ", name],
            Self::Layout(error) => ["", error.message()],
        }
    }
}

impl fmt::Display for InvalidBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().into_iter().try_for_each(|part| f.write_str(part))
    }
}

impl core::error::Error for InvalidBackup {}

#[cfg(test)]
mod tests;
