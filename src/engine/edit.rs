//! An edit of a card: what is saved, and whether somebody else has saved in between.

use crate::card::{Card, Layout};
use crate::engine::Environment;
use crate::engine::retry::{RetryDecision, RetryPolicy};
use crate::error::{Error, ErrorKind, Retry};
use crate::protocol::Call;
use core::mem;

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
/// is changed and saved again: at once the first time, and then after pauses, so that many editors of one card come to an end.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) card: Card,
    /// Something is being saved, or was.
    pub(super) is_changed: bool,
    /// What that is.
    saved: Option<Layout>,
    conflicts: RetryPolicy,
    has_conflict: bool,
    has_paused: bool,
}

/// What comes after a reading.
pub(super) enum EditStep {
    /// The caller is asked what becomes of the card.
    Ask,
    /// The card is read again after so many milliseconds.
    Pause(f64),
    /// The card is as it was saved.
    Finish,
    /// It never is.
    Fail(Error),
}

impl Edit {
    /// An edit during which others may save so many times.
    pub(super) const fn new(card: Card, conflicts: u32) -> Self {
        let conflicts = RetryPolicy::new(conflicts);
        Self { card, is_changed: false, saved: None, conflicts, has_conflict: false, has_paused: false }
    }

    /// What comes after this was read.
    pub(super) fn next(&mut self, read: Option<&Layout>, environment: &dyn Environment) -> EditStep {
        if !self.is_changed {
            return EditStep::Ask;
        }
        if self.saved.as_ref() == read {
            return EditStep::Finish;
        }
        if mem::take(&mut self.has_paused) {
            return EditStep::Ask;
        }
        let conflict = conflict();
        match self.conflicts.decide(&conflict, false, None, || environment.jitter()) {
            RetryDecision::Wait(_) if !mem::replace(&mut self.has_conflict, true) => EditStep::Ask,
            RetryDecision::Wait(pause) => {
                self.has_paused = true;
                EditStep::Pause(pause)
            }
            _ => EditStep::Fail(conflict),
        }
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
    let description = "After each attempt the card read otherwise than it was saved: somebody else keeps saving it.";
    Error::new(ErrorKind::Conflict, "CONFLICT", description).with_retry(Retry::Backoff)
}

#[cfg(test)]
mod tests;
