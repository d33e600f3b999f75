use crate::card::{Json, UserId};
use alloc::vec::Vec;
use core::fmt;

/// A kind of card: the type of the CRM's items that it shows and, where a type has several cards, which of them
/// (docs/portal.md §1).
///
/// The portal ignores what a type does not have, and answers for another card. So a type is made with what it has only:
///
/// ```
/// use bx24_contact_card::card::CardType;
///
/// let deals_of_a_funnel = CardType::deal(5);
/// assert_ne!(deals_of_a_funnel, CardType::DEAL);
/// assert_eq!(CardType::deal(0), CardType::DEAL); // the default funnel
/// let smart_process = CardType::smart_process(1036, Some(9)).unwrap();
/// assert_eq!(smart_process.entity_type_id(), 1036);
/// assert_eq!(CardType::smart_process(1037, None), None); // its items in the recycle bin have no card
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardType {
    entity_type_id: u32,
    /// Which of the type's cards; 0 is the first one.
    variant: u32,
}

impl CardType {
    /// The card of leads.
    pub const LEAD: Self = Self::only(1);
    /// The card of leads of customers who have bought before.
    pub const REPEAT_LEAD: Self = Self { entity_type_id: 1, variant: REPEAT };
    /// The card of deals in the default funnel.
    pub const DEAL: Self = Self::only(2);
    /// The card of contacts.
    pub const CONTACT: Self = Self::only(3);
    /// The card of companies.
    pub const COMPANY: Self = Self::only(4);
    /// The card of quotes.
    pub const QUOTE: Self = Self::only(7);
    /// The card of smart invoices.
    pub const SMART_INVOICE: Self = Self::only(31);
    /// The card of smart documents.
    pub const SMART_DOCUMENT: Self = Self::only(36);
    /// The card of documents to be signed by employees.
    pub const SMART_B2E_DOCUMENT: Self = Self::only(39);

    /// The card of deals in the funnel of this id; 0 is the default one.
    #[must_use]
    pub const fn deal(funnel: u32) -> Self {
        Self { entity_type_id: 2, variant: funnel }
    }

    /// The card of a smart process, or of one of its categories. `None` where the id of the type is not that of a smart process
    /// (128 to 191, and even numbers from 1030), and for category 0, which the portal takes for none.
    #[must_use]
    pub const fn smart_process(entity_type_id: u32, category: Option<u32>) -> Option<Self> {
        match category {
            Some(0) => None,
            _ if !is_smart_process(entity_type_id) => None,
            Some(variant) => Some(Self { entity_type_id, variant }),
            None => Some(Self::only(entity_type_id)),
        }
    }

    const fn only(entity_type_id: u32) -> Self {
        Self { entity_type_id, variant: 0 }
    }

    /// The type's number in the portal, such as 3 for contacts.
    #[must_use]
    pub const fn entity_type_id(self) -> u32 {
        self.entity_type_id
    }

    /// What the portal calls the variant, and its number; `None` for the first card of a type.
    #[must_use]
    pub fn extra(self) -> Option<(&'static str, u32)> {
        extra_of(self.entity_type_id).filter(|_| self.variant > 0).map(|extra| (extra.name, self.variant))
    }

    /// Reads `entityTypeId` and what the type has beside it.
    ///
    /// # Errors
    ///
    /// [`InvalidCardType`] for anything else, which the portal would ignore.
    pub fn read(mut json: Json) -> Result<Self, InvalidCardType> {
        let entity_type_id = json.take("entityTypeId").as_ref().and_then(whole_number).filter(|id| is_supported(*id));
        let mut read = Self::only(entity_type_id.ok_or(InvalidCardType::EntityTypeId)?);
        let extra = extra_of(read.entity_type_id);
        let invalid = Err(InvalidCardType::Extra(extra.map_or("nothing", |extra| extra.accepted)));
        let mut numbers = 1;
        if let Some((extra, given)) = extra.and_then(|extra| Some((extra, json.take(extra.name)?))) {
            read.variant = match whole_number(&given) {
                Some(variant) if (extra.least..=extra.most).contains(&variant) => variant,
                _ => return invalid,
            };
            numbers = 2;
        }
        match json {
            Json::Object(entries) if entries.len() == numbers => Ok(read.normalized()),
            _ => invalid,
        }
    }

    /// A simple lead is what the portal takes a lead for.
    const fn normalized(self) -> Self {
        if self.entity_type_id == 1 && self.variant != REPEAT { Self::LEAD } else { self }
    }

    /// The type as the object that [`read`](Self::read) reads.
    #[must_use]
    pub fn into_json(self) -> Json {
        let mut json = Json::Object(Vec::with_capacity(2));
        json.put("entityTypeId", self.entity_type_id.into());
        if let Some((name, variant)) = self.extra() {
            json.put(name, variant.into());
        }
        json
    }
}

/// `leadCustomerType` of customers who have bought before.
const REPEAT: u32 = 2;

/// What tells the cards of one type apart.
struct Extra {
    name: &'static str,
    least: u32,
    most: u32,
    /// The extra in words.
    accepted: &'static str,
}

static LEAD_CUSTOMER_TYPE: Extra =
    Extra { name: "leadCustomerType", least: 1, most: REPEAT, accepted: "only leadCustomerType, 1 or 2" };
static DEAL_CATEGORY_ID: Extra = Extra {
    name: "dealCategoryId",
    least: 0,
    most: UserId::MAX,
    accepted: "only dealCategoryId, a whole number from 0",
};
static CATEGORY_ID: Extra =
    Extra { name: "categoryId", least: 1, most: UserId::MAX, accepted: "only categoryId, a whole number from 1" };

/// `None` where a type has one card.
const fn extra_of(entity_type_id: u32) -> Option<&'static Extra> {
    match entity_type_id {
        1 => Some(&LEAD_CUSTOMER_TYPE),
        2 => Some(&DEAL_CATEGORY_ID),
        id if is_smart_process(id) => Some(&CATEGORY_ID),
        _ => None,
    }
}

const fn is_smart_process(entity_type_id: u32) -> bool {
    matches!(entity_type_id, 128..=191)
        || (matches!(entity_type_id, 1030..=UserId::MAX) && entity_type_id.is_multiple_of(2))
}

const fn is_supported(entity_type_id: u32) -> bool {
    matches!(entity_type_id, 1..=4 | 7 | 31 | 36 | 39) || is_smart_process(entity_type_id)
}

/// 0, or a number that the portal keeps an id in.
fn whole_number(json: &Json) -> Option<u32> {
    let number = json.as_f64()?;
    if number == 0.0 { Some(0) } else { UserId::try_from(number).ok().map(UserId::get) }
}

/// Why something is not a kind of card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidCardType {
    /// Its `entityTypeId` is missing, or is of no type that has a card.
    EntityTypeId,
    /// It has something beside `entityTypeId` that the type does not have. The text says what it has.
    Extra(&'static str),
}

impl InvalidCardType {
    /// The text of the error, in two parts.
    pub(crate) const fn parts(self) -> [&'static str; 2] {
        match self {
            Self::EntityTypeId => [
                "entityTypeId must be 1, 2, 3, 4, 7, 31, 36, 39, a number from 128 to 191, or an even one from 1030",
                "",
            ],
            Self::Extra(accepted) => ["beside this entityTypeId there is ", accepted],
        }
    }
}

impl fmt::Display for InvalidCardType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().into_iter().try_for_each(|part| f.write_str(part))
    }
}

impl core::error::Error for InvalidCardType {}

#[cfg(test)]
mod tests;
