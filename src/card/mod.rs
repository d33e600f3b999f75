//! The domain: which card, whose, and what is on it. Pure: nothing here knows of a portal, a clock or a browser.

mod backup;
mod json;
mod layout;
mod rules;
mod scope;
mod user_id;

pub use backup::{Backup, InvalidBackup};
pub use json::Json;
pub(crate) use layout::string_or_integer;
pub use layout::{Element, InvalidLayout, Layout, Section};
pub(crate) use rules::Rules;
pub use scope::Scope;
pub use user_id::{InvalidUserId, UserId};

/// Which of a portal's contact cards.
///
/// A common card belongs to no user, so "the common card of user 6" cannot be written.
///
/// ```
/// use bx24_contact_card::card::{Card, InvalidUserId, UserId};
///
/// let own = Card::Personal(None);
/// let colleague = Card::Personal(Some("6".parse()?));
/// assert_ne!(own, colleague);
/// assert_eq!("6abc".parse::<UserId>(), Err(InvalidUserId)); // a portal would take it for 6
/// # Ok::<(), InvalidUserId>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// One user's personal card; without an id, the caller's own.
    Personal(Option<UserId>),
    /// The card common to all users.
    Common,
}

impl Card {
    /// The scope the portal knows the card by.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Personal(_) => Scope::Personal,
            Self::Common => Scope::Common,
        }
    }

    /// Whose card, when it is a given user's.
    #[must_use]
    pub const fn user_id(self) -> Option<UserId> {
        match self {
            Self::Personal(user_id) => user_id,
            Self::Common => None,
        }
    }
}
