use crate::card::{Card, InvalidLayout, Json, Layout, Rules, Scope, UserId};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

#[cfg(test)]
mod tests;

/// What a card was like before it was reset, to be put back by a restore. As JSON it can be kept anywhere.
///
/// It holds what the portal tells of a card: the first column of its layout. Which of the two cards a user looks at, the
/// personal or the common one, is not part of it, and the portal tells that to nobody.
///
/// ```
/// use bx24_contact_card::card::{Backup, Card, Json};
///
/// let backup = Backup {
///     portal: "https://example.bitrix24.com".into(),
///     card: Card::Common,
///     taken_at: "2026-11-24T10:00:00Z".into(),
///     layout: None, // the portal's default was in force: restoring it is a reset
/// };
/// let kept = backup.clone().into_json();
/// assert_eq!(kept.get("scope"), Some(&Json::String("C".into())));
/// assert_eq!(Backup::read(kept)?, backup);
/// assert!(Backup::read(Json::Null).is_err());
/// # Ok::<(), bx24_contact_card::card::InvalidBackup>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The portal's origin, such as `https://example.bitrix24.com`.
    pub portal: String,
    /// The card. Without a user id it is the own card of whoever restores it.
    pub card: Card,
    /// When it was read, in ISO 8601.
    pub taken_at: String,
    /// The layout; `None` where the portal's default was in force.
    pub layout: Option<Layout>,
}

/// Why something is no backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidBackup {
    /// It has another version, or none.
    Version,
    /// What it has under this name is not what a backup has there.
    Field(&'static str),
    /// Its sections are no layout.
    Layout(InvalidLayout),
}

/// The form of a backup. Another form will have another number.
const VERSION: f64 = 1.0;

impl Backup {
    /// Reads what [`into_json`](Self::into_json) wrote; the order of properties may have changed.
    ///
    /// # Errors
    ///
    /// [`InvalidBackup`] when it is not that.
    pub fn read(mut backup: Json) -> Result<Self, InvalidBackup> {
        if backup.take("version") != Some(Json::Number(VERSION)) {
            return Err(InvalidBackup::Version);
        }
        let portal = read_text(&mut backup, "portal")?;
        let scope = Scope::from_code(backup.string_at("scope")).ok_or(InvalidBackup::Field("scope"))?;
        let user_id = match backup.take("userId") {
            None => None,
            Some(Json::Number(id)) => Some(UserId::try_from(id).map_err(|_| InvalidBackup::Field("userId"))?),
            Some(_) => return Err(InvalidBackup::Field("userId")),
        };
        let card = match (scope, user_id) {
            (Scope::Personal, user_id) => Card::Personal(user_id),
            (Scope::Common, None) => Card::Common,
            (Scope::Common, Some(_)) => return Err(InvalidBackup::Field("userId")),
        };
        let taken_at = read_text(&mut backup, "takenAt")?;
        let layout = match backup.take("sections") {
            Some(Json::Null) => None,
            Some(sections) => Some(Layout::check(sections, Rules::Portal).map_err(InvalidBackup::Layout)?),
            None => return Err(InvalidBackup::Field("sections")),
        };
        Ok(Self { portal, card, taken_at, layout })
    }

    /// The backup as JavaScript gets it and [`read`](Self::read) takes it.
    #[must_use]
    pub fn into_json(self) -> Json {
        let mut json = Json::Object(Vec::new());
        json.put("version", Json::Number(VERSION));
        json.put("portal", Json::String(self.portal));
        json.put("scope", Json::String(self.card.scope().code().into()));
        if let Some(user_id) = self.card.user_id() {
            json.put("userId", Json::Number(user_id.get().into()));
        }
        json.put("takenAt", Json::String(self.taken_at));
        json.put("sections", self.layout.map_or(Json::Null, Layout::into_json));
        json
    }
}

fn read_text(backup: &mut Json, name: &'static str) -> Result<String, InvalidBackup> {
    match backup.take(name) {
        Some(Json::String(text)) => Ok(text),
        _ => Err(InvalidBackup::Field(name)),
    }
}

impl InvalidBackup {
    /// What is wrong, in parts of one sentence.
    pub(crate) fn parts(&self) -> [&str; 2] {
        match self {
            Self::Version => ["its version is not 1", ""],
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
