use crate::card::Json;
use crate::portal::known::Known;
use crate::portal::retry::{Attempts, Next};
use crate::portal::{Answer, Call, Error, ErrorKind, Family, METHOD_NOT_FOUND, Outcome, Reply, Retry};

/// The course of one call, or of several that its caller asked for as one: what has been sent, and what comes next.
///
/// It decides and does nothing: whoever follows it sends, waits and renews, each in its own way. It outlives the work,
/// so that a call that is cut short by its deadline, its caller or a fault still says truly what may have happened.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    call: Call,
    family: Family,
    switched: bool,
    retries: u32,
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
        Self { call, family, switched: false, retries, attempts, deadline, sent: 0, in_flight: false, in_doubt: false }
    }

    /// What is asked now.
    #[cfg(all(target_family = "wasm", feature = "npm"))]
    pub(crate) const fn call(&self) -> &Call {
        &self.call
    }

    /// Which methods are asked.
    #[cfg(all(target_family = "wasm", feature = "npm"))]
    pub(crate) const fn family(&self) -> Family {
        self.family
    }

    /// The call was answered, and another one follows it, with retries of its own and the same deadline.
    pub(crate) fn follow_with(&mut self, call: Call) {
        self.call = call;
        self.attempts = Attempts::new(self.retries);
        self.in_flight = false;
        self.in_doubt = false;
    }

    /// A request is about to leave: its method and parameters.
    pub(crate) fn request(&mut self) -> (&'static str, Json) {
        self.sent = self.sent.saturating_add(1);
        self.in_flight = true;
        (self.method(), self.call.parameters(self.family))
    }

    /// It came back. `now` is in milliseconds since 1970, `chance` a random number from 0 to 1.
    pub(crate) fn answered(&mut self, reply: Result<Reply, Error>, known: &mut Known, now: f64, chance: f64) -> Step {
        let mut error = match reply.and_then(Reply::read) {
            Ok(answer) => {
                known.keep(answer.time.as_ref());
                known.items_only |= self.switched;
                return Step::Done(answer);
            }
            Err(error) => error,
        };
        self.in_flight = false;
        self.in_doubt |= error.outcome == Outcome::Unknown;
        if self.family == Family::Contact && error.code == METHOD_NOT_FOUND {
            self.family = Family::Item;
            self.switched = true;
            return Step::Send;
        }
        error.free_at = error.free_at.or(known.free_at);
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
        error.outcome =
            if doubt && self.sent > 0 && self.call.changes_card() { Outcome::Unknown } else { Outcome::Unchanged };
        error.method = if self.sent > 0 { Some(self.method()) } else { None };
        error.attempts = self.sent;
        error
    }

    const fn method(&self) -> &'static str {
        self.call.method(self.family)
    }
}
