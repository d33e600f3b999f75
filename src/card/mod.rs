//! The domain: cards, their kinds, the users they belong to, and their layouts. It is pure: it calls no portal, no clock and no
//! browser.

mod backup;
mod card_type;
mod change;
mod json;
mod layout;
mod rules;
mod scope;
mod section;
mod serialization;
#[cfg(test)]
mod testing;
mod user_id;

pub use backup::{Backup, InvalidBackup};
pub use card_type::{CardType, InvalidCardType};
pub use json::Json;
pub(crate) use layout::string_or_integer;
pub use layout::{ElementRef, InvalidLayout, Layout, SectionRef};
pub(crate) use rules::Rules;
pub use scope::Scope;
pub use section::{Element, Section};
pub use user_id::{InvalidUserId, UserId};

/// Which of a portal's cards of one kind.
///
/// The common card belongs to no user, so that "the common card of user 6" cannot be expressed.
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
///
/// It implements serde's `Serialize` and `Deserialize` as an object with `scope` and, for the card of a given user,
/// `userId`, such as `{"scope":"P","userId":6}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// One user's personal card. Without an id it is the caller's own.
    Personal(Option<UserId>),
    /// The card common to all users.
    Common,
}

impl Card {
    /// The scope by which the portal knows the card.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Personal(_) => Scope::Personal,
            Self::Common => Scope::Common,
        }
    }

    /// The user of a personal card, when one is given.
    #[must_use]
    pub const fn user_id(self) -> Option<UserId> {
        match self {
            Self::Personal(user_id) => user_id,
            Self::Common => None,
        }
    }
}
