use crate::portal::{Error, Outcome};
use core::cell::Cell;

/// What has been sent so far for one call. It outlives the work itself, so that a call that is cut short by its
/// deadline, its caller or a fault still says truly what may have happened.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    changes_card: Cell<bool>,
    method: Cell<Option<&'static str>>,
    attempts: Cell<u32>,
    in_flight: Cell<bool>,
    in_doubt: Cell<bool>,
}

impl Tally {
    /// A request is about to leave.
    pub(crate) fn sending(&self, method: &'static str, changes_card: bool) {
        self.changes_card.set(changes_card);
        self.method.set(Some(method));
        self.attempts.set(self.attempts.get().saturating_add(1));
        self.in_flight.set(true);
    }

    /// It came back without success.
    pub(crate) fn failed(&self, error: &Error) {
        self.in_flight.set(false);
        self.in_doubt.set(self.in_doubt.get() || error.outcome == Outcome::Unknown);
    }

    /// The error as its caller gets it. A request that may have run leaves the outcome unknown, whatever a later one
    /// was told; one that only reads leaves every card as it was.
    pub(crate) fn sign(&self, mut error: Error) -> Error {
        let doubt = error.outcome == Outcome::Unknown || self.in_flight.get() || self.in_doubt.get();
        error.outcome = if doubt && self.changes_card.get() { Outcome::Unknown } else { Outcome::Unchanged };
        error.method = self.method.get();
        error.attempts = self.attempts.get();
        error
    }
}
