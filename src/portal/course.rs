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
    /// Of the answer, once there is one that is no error.
    status: Option<u16>,
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
        Self {
            call,
            family,
            switched: false,
            retries,
            attempts,
            deadline,
            sent: 0,
            in_flight: false,
            in_doubt: false,
            status: None,
        }
    }

    /// What is asked now.
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
        let status = reply.as_ref().map_or(None, |reply| reply.status);
        let mut error = match reply.and_then(Reply::read) {
            Ok(answer) => {
                self.status = status;
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
        if error.kind == ErrorKind::UnexpectedAnswer {
            error.status = error.status.or(self.status);
        }
        error.method = if self.sent > 0 { Some(self.method()) } else { None };
        error.attempts = self.sent;
        error
    }

    const fn method(&self) -> &'static str {
        self.call.method(self.family)
    }
}

#[cfg(test)]
mod tests {
    use super::{Course, Step};
    use crate::card::{Card, Json};
    use crate::portal::{Body, Call, Error, ErrorKind, Family, Fields, Known, Outcome, Reply, confirmation};
    use alloc::vec;

    const CONTACT_RESET: &str = "crm.contact.details.configuration.reset";
    const ITEM_RESET: &str = "crm.item.details.configuration.reset";

    fn resetting(family: Family) -> Course {
        Course::new(Call::Reset(Card::Common), family, 3, 30_000.0)
    }

    fn says(status: u16, code: &str) -> Reply {
        Reply {
            status: Some(status),
            body: Body::Json(Fields { error: Some(Json::Text(code.into())), ..Fields::default() }),
        }
    }

    fn yes() -> Reply {
        Reply { status: Some(200), body: Body::Json(Fields { result: Some(Json::Bool(true)), ..Fields::default() }) }
    }

    /// A request leaves and comes back, at the time 0.
    fn exchange(course: &mut Course, reply: Reply, known: &mut Known) -> Step {
        course.request();
        course.answered(Ok(reply), known, 0.0, 0.5)
    }

    fn denied() -> Error {
        Error::new(ErrorKind::AccessDenied, "", "Access denied.")
    }

    #[test]
    fn a_family_that_is_not_known_is_remembered_once_the_other_has_answered() {
        let (mut course, mut known) = (resetting(Family::Contact), Known::default());
        assert_eq!(course.request().0, CONTACT_RESET);
        let step = course.answered(Ok(says(404, "ERROR_METHOD_NOT_FOUND")), &mut known, 0.0, 0.5);
        assert!(matches!(step, Step::Send) && !known.items_only, "not yet: it may know neither");
        assert_eq!(course.request().0, ITEM_RESET);
        assert!(matches!(course.answered(Ok(yes()), &mut known, 0.0, 0.5), Step::Done(_)));
        assert!(known.items_only);
    }

    #[test]
    fn a_portal_that_knows_neither_family_is_not_remembered_for_it() {
        let (mut course, mut known) = (resetting(Family::Contact), Known::default());
        exchange(&mut course, says(404, "ERROR_METHOD_NOT_FOUND"), &mut known);
        let Step::Fail(error) = exchange(&mut course, says(404, "ERROR_METHOD_NOT_FOUND"), &mut known) else {
            panic!("there is no third family");
        };
        assert!(!known.items_only);
        let error = course.sign(error);
        assert_eq!((error.method, error.attempts, error.outcome), (Some(ITEM_RESET), 2, Outcome::Unchanged));
    }

    #[test]
    fn asking_through_items_needs_no_fall_back() {
        let (mut course, mut known) = (resetting(Family::Item), Known::default());
        assert!(matches!(exchange(&mut course, says(404, "ERROR_METHOD_NOT_FOUND"), &mut known), Step::Fail(_)));
        assert!(!known.items_only);
    }

    #[test]
    fn another_code_with_the_status_404_is_no_unknown_method() {
        let (mut course, mut known) = (resetting(Family::Contact), Known::default());
        let step = exchange(&mut course, says(404, "ERROR_MANIFEST_IS_NOT_AVAILABLE"), &mut known);
        assert!(matches!(step, Step::Fail(_)));
    }

    #[test]
    fn what_follows_an_answer_has_retries_of_its_own_and_no_doubt_of_the_first() {
        let mut known = Known::default();
        let mut course = Course::new(Call::Get(Card::Common), Family::Contact, 1, 30_000.0);
        course.request();
        assert!(matches!(course.answered(Err(Error::no_answer()), &mut known, 0.0, 0.5), Step::Wait(_)));
        assert!(matches!(exchange(&mut course, yes(), &mut known), Step::Done(_)));

        course.follow_with(Call::Reset(Card::Common));
        // Nothing that changes a card has left yet.
        assert_eq!(course.sign(Course::late()).outcome, Outcome::Unchanged);
        assert!(matches!(exchange(&mut course, says(503, "QUERY_LIMIT_EXCEEDED"), &mut known), Step::Wait(_)));
        let refused = course.sign(denied());
        assert_eq!((refused.outcome, refused.attempts, refused.method), (Outcome::Unchanged, 3, Some(CONTACT_RESET)));
        course.request();
        assert_eq!(course.sign(Course::late()).outcome, Outcome::Unknown);
    }

    #[test]
    fn the_family_that_answered_the_reading_is_asked_to_reset() {
        let mut known = Known::default();
        let mut course = Course::new(Call::Get(Card::Common), Family::Contact, 3, 30_000.0);
        exchange(&mut course, says(404, "ERROR_METHOD_NOT_FOUND"), &mut known);
        exchange(&mut course, yes(), &mut known);
        course.follow_with(Call::Reset(Card::Common));
        let parameters = vec![("entityTypeId".into(), Json::Number(3.0)), ("scope".into(), Json::Text("C".into()))];
        assert_eq!(course.request(), (ITEM_RESET, Json::Object(parameters)));
    }

    #[test]
    fn before_a_request_nothing_is_in_doubt() {
        for error in [Course::late(), Error::no_answer()] {
            let error = resetting(Family::Contact).sign(error);
            assert_eq!((error.outcome, error.method, error.attempts), (Outcome::Unchanged, None, 0));
        }
    }

    #[test]
    fn a_pause_must_be_over_before_the_deadline() {
        for (deadline, waits) in [(500.0, false), (501.0, true)] {
            let mut course = Course::new(Call::Reset(Card::Common), Family::Contact, 3, deadline);
            let step = exchange(&mut course, says(503, "QUERY_LIMIT_EXCEEDED"), &mut Known::default());
            assert_eq!(matches!(step, Step::Wait(500.0)), waits, "{deadline}");
        }
    }

    #[test]
    fn an_answer_that_is_not_what_was_asked_for_keeps_its_status() {
        let (mut course, mut known) = (resetting(Family::Contact), Known::default());
        assert!(matches!(exchange(&mut course, yes(), &mut known), Step::Done(_)));
        let not_true = confirmation(&Json::Null).unwrap_err();
        assert_eq!(course.sign(not_true).status, Some(200));
        assert_eq!(course.sign(Course::late()).status, None, "it is no answer");
    }

    #[test]
    fn reading_is_never_in_doubt() {
        let mut course = Course::new(Call::Get(Card::Common), Family::Contact, 3, 30_000.0);
        course.request();
        assert_eq!(course.sign(Course::late()).outcome, Outcome::Unchanged);
    }
}
