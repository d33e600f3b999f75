//! The one table behind all cards.

use crate::php::Value;
use indexmap::IndexMap;

/// A row as the control interface shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// The owner; 0 for a common row.
    pub(crate) user: i64,
    pub(crate) name: String,
    pub(crate) common: bool,
    pub(crate) value: Value,
}

/// Values by owner, name and whether they are common.
#[derive(Debug, Default)]
pub(crate) struct Rows(IndexMap<(i64, String, bool), Value>);

impl Rows {
    pub(crate) fn get(&self, slot: &Slot) -> Option<&Value> {
        self.0.get(&slot.key())
    }

    pub(crate) fn set(&mut self, slot: &Slot, value: Value) {
        self.0.insert(slot.key(), value);
    }

    pub(crate) fn delete(&mut self, slot: &Slot) {
        self.0.shift_remove(&slot.key());
    }

    /// Deletes every row with this name, whoever owns it.
    pub(crate) fn delete_named(&mut self, name: &str) {
        self.0.retain(|(_, known, _), _| known != name);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Row> {
        self.0.iter().map(|((user, name, common), value)| Row {
            user: *user,
            name: name.clone(),
            common: *common,
            value: value.clone(),
        })
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        Self(rows.into_iter().map(|row| ((row.user, row.name, row.common), row.value)).collect())
    }
}

/// Where a card is kept.
#[derive(Debug)]
pub(crate) enum Slot {
    /// One user's card of the entity with this option name.
    Personal { user: i64, name: String },
    /// The card common to all.
    Common { name: String },
}

impl Slot {
    fn key(&self) -> (i64, String, bool) {
        match self {
            Self::Personal { user, name } => (*user, name.clone(), false),
            Self::Common { name } => (0, format!("{name}_common"), true),
        }
    }
}
