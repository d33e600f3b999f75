//! What the portal stores, compared.

use anyhow::{Context, Result, bail};
use portal_control::Control;
use serde_json::{Value, json};

/// A layout with fields that only the card has, not `crm.contact.fields`: the one of the portal's start page.
const SAMPLE: &str = include_str!("../../../tests/portal/assets/sample-card.json");

/// The rows of a portal: the cards.
#[derive(Clone, PartialEq)]
pub(crate) struct Store(Vec<Value>);

impl Store {
    /// What the portal stores now.
    pub(crate) fn of(control: &Control) -> Result<Self> {
        let rows = control.rows()?.as_array().cloned().context("the portal gave no list of rows")?;
        let mut rows: Vec<_> = rows.into_iter().map(texts).collect();
        rows.sort_by_key(|row| format!("{:>10} {}", row["user"].as_str().unwrap_or_default(), row["name"]));
        Ok(Self(rows))
    }

    /// Has the portal store a card for each of these users, and the common one.
    pub(crate) fn fill(control: &Control, users: impl Iterator<Item = u32>) -> Result<()> {
        let value: Value = serde_json::from_str(SAMPLE).context("the sample card is not JSON")?;
        let card = |user: u32, name: &str| json!({ "user": user, "name": name, "common": user == 0, "value": value });
        let personal = users.map(|user| card(user, "contact_details"));
        control.replace_rows(&personal.chain([card(0, "contact_details_common")]).collect())?;
        Ok(())
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Fails unless this is `before` without the cards of `users`, of which there was one each.
    pub(crate) fn is_without(&self, before: &Self, users: &[u32]) -> Result<()> {
        let is_theirs = |row: &&Value| {
            row["user"].as_str().and_then(|user| user.parse().ok()).is_some_and(|user| users.contains(&user))
        };
        let rest: Vec<_> = before.0.iter().filter(|row| !is_theirs(row)).cloned().collect();
        if rest.len() + users.len() != before.0.len() || self.0 != rest {
            bail!("the portal stores {} cards, and should store {} others as before", self.count(), rest.len());
        }
        Ok(())
    }

    /// Fails unless this is `before`.
    pub(crate) fn is(&self, before: &Self) -> Result<()> {
        if self != before {
            bail!("the portal stores {} cards, and they are not the {} from before", self.count(), before.count());
        }
        Ok(())
    }
}

/// Numbers as their text: `optionFlags` is either, as it was sent.
fn texts(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(number.to_string()),
        Value::Array(items) => items.into_iter().map(texts).collect(),
        Value::Object(entries) => entries.into_iter().map(|(key, value)| (key, texts(value))).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(rows: &Value) -> Store {
        Store(rows.as_array().unwrap().iter().cloned().map(texts).collect())
    }

    #[test]
    fn a_reset_takes_those_cards_and_no_others() {
        let row = |user: u32, flag: Value| json!({ "user": user, "value": [{ "optionFlags": flag }] });
        let before = store(&json!([row(0, json!(1)), row(5, json!(1)), row(6, json!(1))]));
        let after = store(&json!([row(0, json!("1")), row(6, json!(1))]));
        assert!(after.is_without(&before, &[5]).is_ok());
        assert!(after.is_without(&before, &[6]).is_err(), "another's is gone");
        assert!(after.is_without(&before, &[5, 6]).is_err(), "one is left");
        assert!(before.is_without(&before, &[]).is_ok());
        assert!(before.is_without(&before, &[7]).is_err(), "there was none");
        let changed = store(&json!([row(0, json!(0)), row(6, json!(1))]));
        assert!(changed.is_without(&before, &[5]).is_err(), "the rest is as before");
        assert!(before.is(&before).is_ok() && after.is(&before).is_err());
    }
}
