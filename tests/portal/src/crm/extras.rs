//! The parameter `extras`: which of several cards of one type is meant.

use super::entity_type::Configurable;
use crate::php::{Array, Parameter, Value, to_int};
use crate::rest::Failure;

/// What `extras` holds; nothing where it is not an array.
#[derive(Debug)]
pub(crate) struct Extras(Array);

impl Extras {
    pub(crate) fn read(params: &Array) -> Self {
        Self(super::card::resolve_array(params, "extras").and_then(Value::as_array).cloned().unwrap_or_default())
    }

    /// The category, if it is one above 0. Something that is no number makes PHP fail.
    ///
    /// The server moves a friendly spelling to the raw key of its type, `CATEGORY_ID` or for deals `DEAL_CATEGORY_ID`, and
    /// then reads the raw keys in this order, whatever the type.
    pub(crate) fn category(&self, entity_type: Configurable) -> Result<Option<i64>, Failure> {
        let (for_any, for_deals) = match entity_type {
            Configurable::Dynamic(_) => (self.spelled(&["category", "id"]), None),
            Configurable::Deal => (None, self.spelled(&["deal", "category", "id"])),
            _ => (None, None),
        };
        let value =
            for_any.or_else(|| self.0.isset("CATEGORY_ID")).or(for_deals).or_else(|| self.0.isset("DEAL_CATEGORY_ID"));
        let id = value.map(Parameter::int).transpose().map_err(|_| Failure::Crash)?;
        Ok(id.filter(|id| *id > 0))
    }

    /// 0 where it is not given.
    pub(crate) fn lead_customer_type(&self) -> i64 {
        let spelled = self.spelled(&["lead", "customer", "type"]);
        spelled.or_else(|| self.0.isset("LEAD_CUSTOMER_TYPE")).map_or(0, to_int)
    }

    /// A key of several words, in one of the spellings accepted: `categoryid`, `CATEGORYID`, `categoryId`, `CategoryId`.
    fn spelled(&self, words: &[&str]) -> Option<&Value> {
        spellings(words).into_iter().find_map(|key| self.0.isset(key.as_str()))
    }
}

/// The accepted spellings of a name of several words, in the order they are looked for.
pub(super) fn spellings(words: &[&str]) -> [String; 4] {
    let joined = words.concat();
    let capitalized: String = words.iter().map(|word| capitalize(word)).collect();
    let camel = words
        .first()
        .map_or(String::new(), |first| format!("{first}{}", capitalized.get(first.len()..).unwrap_or_default()));
    [joined.clone(), joined.to_uppercase(), camel, capitalized]
}

pub(super) fn capitalize(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
