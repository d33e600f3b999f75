use crate::card::Json;
use crate::portal::retry::{Attempts, Next};
use crate::portal::{Answer, Call, Error, ErrorKind, Family, METHOD_NOT_FOUND, Outcome, Reply, Retry};

/// The course of one call: what has been sent, and what comes next.
///
/// It decides and does nothing: whoever follows it sends, waits and renews, each in its own way. It outlives the work,
/// so that a call that is cut short by its deadline, its caller or a fault still says truly what may have happened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course {
    call: Call,
    family: Family,
    attempts: Attempts,
    deadline: f64,
    sent: u32,
    in_flight: bool,
    in_doubt: bool,
}

/// What is to be done next.
pub(crate) enum Step {
    /// Nothing: it is answered.
    Done(Answer<Json>),
    /// Nothing: it failed.
    Fail(Error),
    /// Send a request.
    Send,
    /// Wait so many milliseconds, then send a request.
    Wait(f64),
    /// Renew the access token, then send a request; where there is no renewing it, fail for this.
    Renew(Error),
}

impl Course {
    /// A call with as many retries, to be over at `deadline`, in milliseconds since 1970.
    pub(crate) const fn new(call: Call, family: Family, retries: u32, deadline: f64) -> Self {
        let attempts = Attempts::new(retries);
        Self { call, family, attempts, deadline, sent: 0, in_flight: false, in_doubt: false }
    }

    /// A request is about to leave: its method and parameters.
    pub(crate) fn request(&mut self) -> (&'static str, Json) {
        self.sent = self.sent.saturating_add(1);
        self.in_flight = true;
        (self.method(), self.call.parameters(self.family))
    }

    /// It came back. `now` is in milliseconds since 1970, `chance` a random number from 0 to 1.
    pub(crate) fn answered(&mut self, reply: Result<Reply, Error>, now: f64, chance: f64) -> Step {
        let error = match reply.and_then(Reply::read) {
            Ok(answer) => return Step::Done(answer),
            Err(error) => error,
        };
        self.in_flight = false;
        self.in_doubt |= error.outcome == Outcome::Unknown;
        if self.family == Family::Contact && error.code == METHOD_NOT_FOUND {
            self.family = Family::Item;
            return Step::Send;
        }
        match self.attempts.after(&error, now, chance) {
            Next::Wait(pause) if now + pause < self.deadline => Step::Wait(pause),
            Next::Renew => Step::Renew(error),
            Next::Wait(_) | Next::GiveUp => Step::Fail(error),
        }
    }

    /// The error of a call that reached its deadline.
    pub(crate) fn late() -> Error {
        Error::new(ErrorKind::Timeout, "TIMEOUT", "No answer in the time allowed.").helped_by(Retry::Backoff)
    }

    /// The error as its caller gets it. A request that may have run leaves the outcome unknown, whatever a later one
    /// was told; one that only reads leaves every card as it was.
    pub(crate) fn sign(&self, mut error: Error) -> Error {
        let doubt = error.outcome == Outcome::Unknown || self.in_flight || self.in_doubt;
        let changes_card = self.sent > 0 && self.call.operation.changes_card();
        error.outcome = if doubt && changes_card { Outcome::Unknown } else { Outcome::Unchanged };
        error.method = if self.sent > 0 { Some(self.method()) } else { None };
        error.attempts = self.sent;
        error
    }

    const fn method(&self) -> &'static str {
        self.call.method(self.family)
    }
}
