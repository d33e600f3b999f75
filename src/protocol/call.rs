use crate::card::{Backup, Card, CardType, Json, Layout, UserId};
use crate::error::{Error, ErrorKind};
use crate::protocol::catalogue::METHOD_NOT_FOUND;
use crate::strings::concat;
use alloc::vec::Vec;

/// One thing asked of a portal's cards. Each may be asked again without doing more than the first time.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// Read the saved layout of a card.
    Get(Card),
    /// Save a layout for a card.
    Set(Card, Layout),
    /// Remove the saved layout of a card.
    Reset(Card),
    /// Remove the saved layouts of all users' personal cards, and show everybody the common card.
    Force,
}

/// The two families of methods over the same store (docs/portal.md §1), and the kind of cards that they are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    /// `crm.contact.details.configuration.*`, which Bitrix24 no longer develops, and every portal knows.
    #[default]
    Contact,
    /// `crm.item.details.configuration.*`, its successor, for cards of any kind.
    Item(CardType),
}

/// One request to a portal, whatever carries it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The method's name, such as `crm.contact.details.configuration.reset`.
    pub method: &'static str,
    /// The method's parameters, an object.
    pub parameters: Json,
}

impl Family {
    /// The kind of cards.
    #[must_use]
    pub const fn card_type(self) -> CardType {
        match self {
            Self::Contact => CardType::CONTACT,
            Self::Item(card_type) => card_type,
        }
    }

    /// The family of items for the same kind of cards.
    pub(crate) const fn of_items(self) -> Self {
        Self::Item(self.card_type())
    }

    /// Whether a portal that was asked through this family says that it has no such methods, so that the other one is left.
    pub(crate) fn is_missing(self, error: &Error) -> bool {
        self == Self::Contact && error.code == METHOD_NOT_FOUND
    }
}

impl Call {
    /// The call that puts a card of this kind back on the portal of this origin; a backup without a layout stands for a reset.
    ///
    /// # Errors
    ///
    /// `invalid-argument` when the backup is of another portal or of another kind of card.
    pub fn restoring(backup: Backup, portal: &str, card_type: CardType) -> Result<Self, Error> {
        if backup.portal != portal {
            // Not shown: whoever has changed it by hand may have put a webhook there.
            let description = ["The backup is of another portal: this is ", portal, "."];
            return Err(Error::new(ErrorKind::InvalidArgument, "OTHER_PORTAL", &concat(&description)));
        }
        if backup.card_type != card_type {
            let description = "The backup is of another kind of card.";
            return Err(Error::new(ErrorKind::InvalidArgument, "OTHER_CARD_TYPE", description));
        }
        Ok(match backup.layout {
            Some(layout) => Self::Set(backup.card, layout),
            None => Self::Reset(backup.card),
        })
    }

    /// The user and the layout of a backup that is put back together with others, on the portal of this origin.
    ///
    /// # Errors
    ///
    /// As [`restoring`](Self::restoring); also when the backup is not of a named user's personal card.
    pub(crate) fn restoring_one_of_many(
        backup: Backup,
        portal: &str,
        card_type: CardType,
    ) -> Result<(UserId, Option<Layout>), Error> {
        match Self::restoring(backup, portal, card_type)? {
            Self::Set(Card::Personal(Some(user)), layout) => Ok((user, Some(layout))),
            Self::Reset(Card::Personal(Some(user))) => Ok((user, None)),
            _ => {
                let description = "The backup is not of a named user's personal card.";
                Err(Error::new(ErrorKind::InvalidArgument, "INVALID_BACKUP", description))
            }
        }
    }

    /// Whether the portal's cards can differ afterwards.
    #[must_use]
    pub const fn changes_card(&self) -> bool {
        !matches!(self, Self::Get(_))
    }

    /// The request that asks for it.
    #[must_use]
    pub fn request(&self, family: Family) -> Request {
        Request { method: self.method(family), parameters: self.parameters(family) }
    }

    /// The method's name.
    #[must_use]
    pub const fn method(&self, family: Family) -> &'static str {
        match (family, self) {
            (Family::Contact, Self::Get(_)) => "crm.contact.details.configuration.get",
            (Family::Contact, Self::Set(..)) => "crm.contact.details.configuration.set",
            (Family::Contact, Self::Reset(_)) => "crm.contact.details.configuration.reset",
            (Family::Contact, Self::Force) => "crm.contact.details.configuration.forceCommonScopeForAll",
            (Family::Item(_), Self::Get(_)) => "crm.item.details.configuration.get",
            (Family::Item(_), Self::Set(..)) => "crm.item.details.configuration.set",
            (Family::Item(_), Self::Reset(_)) => "crm.item.details.configuration.reset",
            (Family::Item(_), Self::Force) => "crm.item.details.configuration.forceCommonScopeForAll",
        }
    }

    /// The method's parameters, an object.
    ///
    /// The scope is always sent, and the user id as a number or not at all: the portal takes anything else, `null` and
    /// the string `"undefined"` included, for the caller.
    #[must_use]
    pub fn parameters(&self, family: Family) -> Json {
        let mut parameters = Json::Object(Vec::new());
        if let Family::Item(card_type) = family {
            parameters.put("entityTypeId", card_type.entity_type_id().into());
            if let Some((name, value)) = card_type.extra() {
                let mut extras = Json::Object(Vec::new());
                extras.put(name, value.into());
                parameters.put("extras", extras);
            }
        }
        let (Self::Get(card) | Self::Set(card, _) | Self::Reset(card)) = self else { return parameters };
        parameters.put("scope", Json::String(card.scope().code().into()));
        if let Some(user_id) = card.user_id() {
            parameters.put("userId", Json::Number(user_id.get().into()));
        }
        if let Self::Set(_, layout) = self {
            parameters.put("data", layout.clone().into_json());
        }
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Family};
    use crate::card::{Backup, Card, CardType, Json, Layout, UserId};
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    fn object(entries: Vec<(&str, Json)>) -> Json {
        Json::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    fn text(text: &str) -> Json {
        Json::String(text.into())
    }

    const PORTAL: &str = "https://b.bitrix24.com";

    fn backup(portal: &str, card_type: CardType) -> Backup {
        Backup { portal: portal.into(), card_type, card: Card::Common, taken_at: String::new(), layout: None }
    }

    fn layout() -> Layout {
        let main = [("name", text("main")), ("title", text("About")), ("elements", Json::Array(vec![]))];
        Layout::new(Json::Array(vec![object(main.into())])).unwrap()
    }

    #[test]
    fn a_backup_of_elsewhere_is_refused_without_what_it_says() {
        for portal in ["https://a.bitrix24.com", "s3cretc0de", "https://a.bitrix24.com/rest/1/s3cretc0de/", ""] {
            let error = Call::restoring(backup(portal, CardType::CONTACT), PORTAL, CardType::CONTACT).unwrap_err();
            assert_eq!(error.description, "The backup is of another portal: this is https://b.bitrix24.com.");
        }
    }

    #[test]
    fn a_backup_of_another_kind_of_card_is_refused() {
        let kinds = [CardType::CONTACT, CardType::DEAL, CardType::deal(5), CardType::COMPANY];
        for (of, on) in kinds.iter().flat_map(|of| kinds.iter().map(move |on| (*of, *on))) {
            let call = Call::restoring(backup(PORTAL, of), PORTAL, on);
            match call {
                Ok(call) => assert_eq!((of, call), (on, Call::Reset(Card::Common))),
                Err(error) => assert_eq!((of != on, error.code.as_str()), (true, "OTHER_CARD_TYPE")),
            }
        }
    }

    #[test]
    fn backups_of_named_users_personal_cards_are_put_back_together() {
        let six = UserId::try_from(6_u32).ok();
        let restoring = |card, layout| {
            let backup = Backup { card, layout, ..backup(PORTAL, CardType::CONTACT) };
            Call::restoring_one_of_many(backup, PORTAL, CardType::CONTACT).map_err(|error| error.code.clone())
        };
        for layout in [None, Some(layout())] {
            assert_eq!(restoring(Card::Personal(six), layout.clone()), Ok((six.unwrap(), layout.clone())));
            for card in [Card::Personal(None), Card::Common] {
                assert_eq!(restoring(card, layout.clone()).unwrap_err(), "INVALID_BACKUP");
            }
        }
    }

    #[test]
    fn a_kind_of_card_says_what_the_portal_tells_it_by() {
        let cases = [
            (CardType::CONTACT, 3.0, None),
            (CardType::LEAD, 1.0, None),
            (CardType::REPEAT_LEAD, 1.0, Some(("leadCustomerType", 2.0))),
            (CardType::deal(0), 2.0, None),
            (CardType::deal(5), 2.0, Some(("dealCategoryId", 5.0))),
            (CardType::smart_process(1036, Some(9)).unwrap(), 1036.0, Some(("categoryId", 9.0))),
        ];
        for (card_type, entity_type_id, extra) in cases {
            let mut expected = vec![("entityTypeId", Json::Number(entity_type_id))];
            expected.extend(extra.map(|(name, value)| ("extras", object(vec![(name, Json::Number(value))]))));
            assert_eq!(Call::Force.parameters(Family::Item(card_type)), object(expected));
        }
    }

    #[test]
    fn every_parameter_is_explicit() {
        let six = UserId::try_from(6_u32).ok();
        let layout = layout();
        let sections = layout.clone().into_json();
        let cases = [
            (Call::Reset(Card::Personal(None)), vec![("scope", text("P"))]),
            (Call::Get(Card::Personal(six)), vec![("scope", text("P")), ("userId", Json::Number(6.0))]),
            (Call::Reset(Card::Common), vec![("scope", text("C"))]),
            (Call::Set(Card::Common, layout), vec![("scope", text("C")), ("data", sections)]),
            (Call::Force, vec![]),
        ];
        for (call, expected) in cases {
            assert_eq!(call.parameters(Family::Contact), object(expected.clone()));
            let mut with_type = vec![("entityTypeId", Json::Number(3.0))];
            with_type.extend(expected);
            assert_eq!(call.parameters(Family::Item(CardType::CONTACT)), object(with_type));
        }
    }
}
