//! An edit of a card: what is saved, and whether somebody else has saved in between.

use crate::card::{Card, Layout};
use crate::error::{Error, ErrorKind, Retry};
use crate::protocol::Call;

/// What a caller's function makes of a layout; without one, the portal's default is in force.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// The card stays as it is.
    #[cfg_attr(not(any(test, feature = "npm")), expect(dead_code, reason = "in Rust, what was given is given back"))]
    Nothing,
    /// This is to be saved instead.
    Save(Option<Layout>),
}

/// An edit of a card under way. The card is read, changed, saved and read again. When it reads otherwise than it was saved, that
/// is changed and saved again.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) card: Card,
    /// How often somebody else may save in between.
    conflicts_left: u32,
    /// Something is being saved, or was.
    pub(super) is_changed: bool,
    /// What that is.
    saved: Option<Layout>,
}

impl Edit {
    pub(super) const fn new(card: Card, conflicts: u32) -> Self {
        Self { card, conflicts_left: conflicts, is_changed: false, saved: None }
    }

    /// Whether what was read ends the edit: it is what was saved.
    pub(super) fn is_done(&mut self, read: Option<&Layout>) -> Result<bool, Error> {
        if !self.is_changed || self.saved.as_ref() == read {
            return Ok(self.is_changed);
        }
        self.conflicts_left = self.conflicts_left.checked_sub(1).ok_or_else(conflict)?;
        Ok(false)
    }

    /// The call that makes a card of this layout one of another; `None` where it stays as it is.
    pub(super) fn call(&mut self, read: Option<&Layout>, change: Change) -> Option<Call> {
        let Change::Save(layout) = change else { return None };
        if layout.as_ref() == read {
            return None;
        }
        self.is_changed = true;
        self.saved = layout;
        Some(self.saved.as_ref().map_or(Call::Reset(self.card), |layout| Call::Set(self.card, layout.clone())))
    }
}

fn conflict() -> Error {
    let description = "Somebody else has saved this card after each attempt.";
    Error::new(ErrorKind::Conflict, "CONFLICT", description).with_retry(Retry::Backoff)
}

#[cfg(test)]
mod tests;
