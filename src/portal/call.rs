use crate::card::{Card, Json};
use alloc::vec::Vec;

/// What is asked of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Read the saved layout.
    Get,
    /// Throw the saved layout away.
    Reset,
}

impl Operation {
    /// Whether the portal's cards can differ afterwards.
    #[must_use]
    pub const fn changes_card(self) -> bool {
        match self {
            Self::Get => false,
            Self::Reset => true,
        }
    }
}

/// The two families of methods over the same cards (portal facts §1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    /// `crm.contact.details.configuration.*`, which Bitrix24 no longer develops, and every portal knows.
    #[default]
    Contact,
    /// `crm.item.details.configuration.*`, its successor, with `entityTypeId` 3 for contacts.
    Item,
}

impl Family {
    /// `entityTypeId` of contacts.
    const CONTACT: f64 = 3.0;
}

/// One thing asked of one card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// What is asked.
    pub operation: Operation,
    /// Of which card.
    pub card: Card,
}

impl Call {
    /// The method's name.
    #[must_use]
    pub const fn method(self, family: Family) -> &'static str {
        match (family, self.operation) {
            (Family::Contact, Operation::Get) => "crm.contact.details.configuration.get",
            (Family::Contact, Operation::Reset) => "crm.contact.details.configuration.reset",
            (Family::Item, Operation::Get) => "crm.item.details.configuration.get",
            (Family::Item, Operation::Reset) => "crm.item.details.configuration.reset",
        }
    }

    /// The method's parameters, an object.
    ///
    /// The scope is always sent, and the user id as a number or not at all: the portal takes anything else, `null` and
    /// the string `"undefined"` included, for the caller.
    #[must_use]
    pub fn parameters(self, family: Family) -> Json {
        let mut parameters = Json::Object(Vec::new());
        if family == Family::Item {
            parameters.put("entityTypeId", Json::Number(Family::CONTACT));
        }
        parameters.put("scope", Json::Text(self.card.scope().code().into()));
        if let Some(user_id) = self.card.user_id() {
            parameters.put("userId", Json::Number(user_id.get().into()));
        }
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Family, Operation};
    use crate::card::{Card, Json, UserId};
    use alloc::vec;

    #[test]
    fn every_parameter_is_explicit() {
        let six = UserId::try_from(6_u32).ok();
        let cases = [
            (Card::Personal(None), vec![("scope", Json::Text("P".into()))]),
            (Card::Personal(six), vec![("scope", Json::Text("P".into())), ("userId", Json::Number(6.0))]),
            (Card::Common, vec![("scope", Json::Text("C".into()))]),
        ];
        for (card, expected) in cases {
            let call = Call { operation: Operation::Reset, card };
            let object = |entries: vec::Vec<(&str, Json)>| {
                Json::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
            };
            assert_eq!(call.parameters(Family::Contact), object(expected.clone()));
            let mut with_type = vec![("entityTypeId", Json::Number(3.0))];
            with_type.extend(expected);
            assert_eq!(call.parameters(Family::Item), object(with_type));
        }
    }
}
