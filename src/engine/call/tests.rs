#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use crate::card::{Backup, Card, CardType, Json, Layout, UserId};
use crate::engine::simulation::{BulkPlan, CallPlan, DATE, Simulation};
use crate::engine::{
    Action, BulkKind, CallResult, Completion, Input, Knowledge, Operation, RateLimit, RequestId, Success, TokenBucket,
    Transport, Transports,
};
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Body, Call, Family, Fields, Reply, Request};
use alloc::collections::VecDeque;
use alloc::vec;
use alloc::vec::Vec;

const GET: &str = "crm.contact.details.configuration.get";
const SET: &str = "crm.contact.details.configuration.set";
const RESET: &str = "crm.contact.details.configuration.reset";
const FORCE: &str = "crm.contact.details.configuration.forceCommonScopeForAll";
const ITEM_GET: &str = "crm.item.details.configuration.get";
const ITEM_RESET: &str = "crm.item.details.configuration.reset";
const ORIGIN: &str = "https://portal.bitrix24.com";

/// Milliseconds from a request or a renewal to its end.
const LATENCY: f64 = 40.0;

/// How one request ends.
#[derive(Debug)]
enum Step {
    Reply(u16, Fields),
    Fail(Error),
    /// Never.
    Silent,
}

/// What an operation did.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Effect {
    AwaitLibrary,
    Send(Transport),
    Cancel,
    RenewToken,
}

/// A call, and everything that happens to it.
struct Scenario {
    simulation: Simulation,
    knowledge: Knowledge,
    bucket: TokenBucket,
    plan: CallPlan,
    steps: VecDeque<Step>,
    /// What can be sent by once the library is ready, which it never is where there is nothing.
    after_ready: Option<Transports>,
    /// How each renewal ends, and what can be sent by afterwards. A renewal without an end never ends.
    renewals: VecDeque<(Result<bool, Error>, Transports)>,
    cancelled_at: f64,
}

/// What came of it.
#[derive(Debug)]
struct Ran {
    result: Result<Success, Error>,
    /// The requests with the moment at which each was sent.
    sent: Vec<(f64, Request)>,
    effects: Vec<Effect>,
    took: f64,
    knowledge: Knowledge,
    bucket: TokenBucket,
}

fn plan(call: Call) -> CallPlan {
    CallPlan {
        call,
        is_edit: false,
        backup: false,
        origin: ORIGIN.into(),
        family: Family::Contact,
        retries: 3,
        timeout: 30_000.0,
    }
}

fn six() -> Card {
    Card::Personal(UserId::try_from(6_u32).ok())
}

fn reset() -> CallPlan {
    plan(Call::Reset(six()))
}

fn reset_with_backup() -> CallPlan {
    CallPlan { backup: true, ..reset() }
}

/// By fetch, from the time 0 on.
fn scenario(plan: CallPlan, steps: impl IntoIterator<Item = Step>) -> Scenario {
    Scenario {
        simulation: Simulation::default(),
        knowledge: Knowledge::default(),
        bucket: TokenBucket::default(),
        plan,
        steps: steps.into_iter().collect(),
        after_ready: None,
        renewals: VecDeque::new(),
        cancelled_at: f64::INFINITY,
    }
}

fn run(plan: CallPlan, steps: impl IntoIterator<Item = Step>) -> Ran {
    scenario(plan, steps).run()
}

impl Scenario {
    fn run(self) -> Ran {
        let Self { simulation, knowledge, mut bucket, plan, mut steps, after_ready, mut renewals, cancelled_at } = self;
        let mut operation = CallPlan::operation(plan, knowledge);
        let (mut sent, mut effects) = (Vec::new(), Vec::new());
        let cancelled = (cancelled_at, Some(Input::Cancelled(Error::aborted())));
        let completion = simulation.run(&mut operation, &mut bucket, cancelled, |action, now| match action {
            Action::AwaitLibrary => {
                effects.push(Effect::AwaitLibrary);
                simulation.transports.set(after_ready?);
                Some((LATENCY, Input::LibraryReady))
            }
            Action::Send(id, request, transport) => {
                effects.push(Effect::Send(transport));
                sent.push((now, request));
                match steps.pop_front().unwrap_or(Step::Silent) {
                    Step::Reply(status, fields) => Some((LATENCY, Input::Replied(id, Ok(reply(status, fields))))),
                    Step::Fail(error) => Some((LATENCY, Input::Replied(id, Err(error)))),
                    Step::Silent => None,
                }
            }
            Action::Cancel(_) => {
                effects.push(Effect::Cancel);
                None
            }
            Action::RenewToken => {
                effects.push(Effect::RenewToken);
                let (outcome, transports) = renewals.pop_front()?;
                simulation.transports.set(transports);
                simulation.token.set(simulation.token.get() + 1);
                Some((LATENCY, Input::Renewed(outcome)))
            }
            action => panic!("{action:?}"),
        });
        let Completion::Call(result) = completion else { panic!("{completion:?}") };
        let (took, knowledge) = (simulation.now.get(), operation.knowledge());
        Ran { result, sent, effects, took, knowledge, bucket }
    }
}

impl Ran {
    fn error(&self) -> &Error {
        self.result.as_ref().unwrap_err()
    }

    fn methods(&self) -> Vec<&str> {
        self.sent.iter().map(|(_, request)| request.method).collect()
    }

    fn sent_at(&self) -> Vec<f64> {
        self.sent.iter().map(|(at, _)| *at).collect()
    }
}

fn reply(status: u16, fields: Fields) -> Reply {
    Reply { status: Some(status), body: Body::Json(fields) }
}

fn gives(result: Json) -> Step {
    Step::Reply(200, Fields { result: Some(result), ..Fields::default() })
}

fn done() -> Step {
    gives(Json::Bool(true))
}

fn failure(code: &str) -> Fields {
    Fields { error: Some(Json::String(code.into())), ..Fields::default() }
}

fn says(status: u16, code: &str) -> Step {
    Step::Reply(status, failure(code))
}

fn busy() -> Step {
    says(503, "QUERY_LIMIT_EXCEEDED")
}

/// A refusal after which a retry can help, and which says nothing of the portal's bucket.
fn overloaded() -> Step {
    says(401, "CONNECTION_ERROR")
}

fn unknown_method() -> Step {
    says(404, "ERROR_METHOD_NOT_FOUND")
}

fn expired() -> Step {
    says(401, "expired_token")
}

fn no_network() -> Step {
    Step::Fail(Error::network())
}

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
}

/// A card with one field, which has this option.
fn sections(option: Json) -> Json {
    let text = |text: &str| Json::String(text.into());
    let element = object([("name", text("PHONE")), ("options", object([("defaultCountry", option)]))]);
    Json::Array(vec![object([
        ("name", text("main")),
        ("title", text("About")),
        ("type", text("section")),
        ("elements", Json::Array(vec![element])),
    ])])
}

fn saved() -> Json {
    sections(Json::String("GB".into()))
}

fn layout() -> Layout {
    Layout::new(saved()).unwrap()
}

/// A layout that a form would change.
fn layout_with_a_number() -> Layout {
    Layout::new(sections(Json::Number(44.0))).unwrap()
}

fn backup(layout: Option<Layout>) -> Backup {
    Backup { portal: ORIGIN.into(), card_type: CardType::CONTACT, card: six(), taken_at: DATE.into(), layout }
}

/// One operation and one bucket whose inputs the test gives one by one.
struct Manual {
    simulation: Simulation,
    operation: Operation,
    bucket: TokenBucket,
}

impl Manual {
    fn new(plan: CallPlan) -> Self {
        let operation = CallPlan::operation(plan, Knowledge::default());
        Self { simulation: Simulation::default(), operation, bucket: TokenBucket::default() }
    }

    fn start(plan: CallPlan) -> Self {
        let mut manual = Self::new(plan);
        manual.handle(Input::Started);
        manual
    }

    fn handle(&mut self, input: Input) {
        self.operation.handle(input, &mut self.bucket, &self.simulation);
    }

    fn handle_at(&mut self, now: f64, input: Input) {
        self.simulation.now.set(now);
        self.handle(input);
    }

    fn actions(&mut self) -> Vec<Action> {
        core::iter::from_fn(|| self.operation.next_action()).collect()
    }

    /// The result, where the next action is the last one.
    fn result(&mut self) -> Result<Success, Error> {
        result_of(self.actions().pop())
    }
}

/// What a call has ended with.
fn result_of(action: Option<Action>) -> Result<Success, Error> {
    let Some(Action::Finish(completion)) = action else { panic!("it goes on: {action:?}") };
    let Completion::Call(result) = *completion else { panic!("{completion:?}") };
    result
}

fn replied(id: u32, step: Step) -> Input {
    Input::Replied(
        RequestId(id),
        match step {
            Step::Reply(status, fields) => Ok(reply(status, fields)),
            Step::Fail(error) => Err(error),
            Step::Silent => panic!("it never replies"),
        },
    )
}

mod results {
    use super::*;

    #[test]
    fn a_card_is_read() {
        for (answer, expected) in [(saved(), Some(layout())), (Json::Null, None)] {
            let ran = run(plan(Call::Get(six())), [gives(answer)]);
            assert_eq!(ran.methods(), [GET]);
            let Success { result: CallResult::Layout(read), backup, .. } = ran.result.unwrap() else {
                panic!("it is no layout");
            };
            assert_eq!((read, backup), (expected, None));
        }
    }

    #[test]
    fn a_change_is_confirmed_by_true_alone() {
        for (call, method) in [(Call::Reset(six()), RESET), (Call::Set(six(), layout()), SET), (Call::Force, FORCE)] {
            let ran = run(plan(call.clone()), [done()]);
            assert!(matches!(ran.result, Ok(Success { result: CallResult::Confirmed, backup: None, .. })));
            assert_eq!(ran.methods(), [method]);
            for answer in [Json::Null, Json::Bool(false), Json::Number(1.0), saved()] {
                let ran = run(plan(call.clone()), [gives(answer), done()]);
                assert_eq!((ran.error().kind, ran.sent.len()), (ErrorKind::UnexpectedAnswer, 1));
                assert_eq!((ran.error().outcome, ran.error().status), (Outcome::Unknown, Some(200)));
            }
        }
    }

    #[test]
    fn an_answer_that_is_no_layout_is_not_asked_for_again() {
        let ran = run(plan(Call::Get(six())), [gives(object([])), gives(Json::Null)]);
        let error = ran.error();
        assert_eq!((error.kind, error.retryable(), ran.sent.len()), (ErrorKind::UnexpectedAnswer, false, 1));
        assert_eq!(error.description, "The answer is no layout: the card is not a list of sections.");
        assert_eq!(error.status, Some(200));
    }

    #[test]
    fn a_failed_reading_leaves_every_card_as_it_was() {
        for step in [Step::Silent, gives(Json::Bool(true)), no_network(), says(500, "ERROR_CORE")] {
            let ran = run(CallPlan { retries: 0, ..plan(Call::Get(six())) }, [step]);
            let error = ran.error();
            assert_eq!((error.outcome, error.attempts, error.method), (Outcome::Unchanged, 1, Some(GET)), "{error:?}");
        }
    }
}

mod families {
    use super::*;

    #[test]
    fn a_portal_without_contact_methods_is_asked_through_items_at_once_and_that_costs_no_retry() {
        let ran = run(CallPlan { retries: 0, ..reset() }, [unknown_method(), done()]);
        assert_eq!((ran.methods(), ran.sent_at()), (vec![RESET, ITEM_RESET], vec![0.0, LATENCY]));
        assert_eq!(ran.sent[1].1.parameters.get("entityTypeId"), Some(&Json::Number(3.0)));
        assert!(ran.result.is_ok() && ran.knowledge.lacks_contact_family);
    }

    #[test]
    fn a_portal_lacks_the_contact_methods_only_once_it_has_answered_through_items() {
        let ran = run(reset(), [unknown_method(), unknown_method(), done()]);
        let error = ran.error();
        assert_eq!((error.method, error.attempts, error.outcome), (Some(ITEM_RESET), 2, Outcome::Unchanged));
        assert_eq!((error.kind, ran.knowledge.lacks_contact_family), (ErrorKind::Rejected, false));
    }

    #[test]
    fn what_an_earlier_call_learned_spares_the_contact_methods() {
        let knowledge = Knowledge { lacks_contact_family: true, ..Knowledge::default() };
        let ran = Scenario { knowledge, ..scenario(reset(), [done()]) }.run();
        assert_eq!(ran.methods(), [ITEM_RESET]);
    }

    #[test]
    fn item_methods_have_no_fall_back() {
        let ran = run(CallPlan { family: Family::Item(CardType::CONTACT), ..reset() }, [unknown_method(), done()]);
        assert_eq!((ran.error().kind, ran.methods()), (ErrorKind::Rejected, vec![ITEM_RESET]));
        assert!(!ran.knowledge.lacks_contact_family);
    }

    #[test]
    fn another_code_with_the_status_404_is_no_unknown_method() {
        let ran = run(reset(), [says(404, "ERROR_MANIFEST_IS_NOT_AVAILABLE"), done()]);
        assert_eq!((ran.error().kind, ran.methods()), (ErrorKind::Rejected, vec![RESET]));
    }

    #[test]
    fn the_family_that_answered_the_reading_is_asked_to_reset() {
        let ran = run(reset_with_backup(), [unknown_method(), gives(saved()), done()]);
        assert_eq!(ran.methods(), [GET, ITEM_GET, ITEM_RESET]);
        assert!(ran.result.is_ok());
    }
}

mod retries {
    use super::*;

    #[test]
    fn a_busy_portal_is_asked_again_after_pauses_that_double() {
        let ran = run(reset(), [no_network(), no_network(), no_network(), done()]);
        assert!(ran.result.is_ok());
        // Each pause follows a latency of 40.
        assert_eq!(ran.sent_at(), [0.0, 540.0, 1580.0, 3620.0]);
    }

    #[test]
    fn retries_end() {
        let ran = run(reset(), [busy(), busy(), busy(), busy(), done()]);
        let error = ran.error();
        assert_eq!((error.kind, error.attempts, ran.sent.len()), (ErrorKind::RateLimit, 4, 4));
        assert_eq!((error.outcome, error.retryable()), (Outcome::Unchanged, true));

        let ran = run(CallPlan { retries: 0, ..reset() }, [busy(), done()]);
        assert_eq!((ran.error().attempts, ran.sent.len(), ran.took), (1, 1, LATENCY));
    }

    #[test]
    fn a_refusal_that_a_retry_cannot_change_is_final() {
        for code in ["", "INVALID_CREDENTIALS", "ERROR_CORE"] {
            let ran = run(reset(), [says(400, code), done()]);
            assert_eq!((ran.error().attempts, ran.sent.len()), (1, 1), "{code}");
        }
    }

    #[test]
    fn a_pause_must_be_over_before_the_deadline() {
        // A latency of 40 and a pause of 500.
        for (timeout, requests) in [(540.0, 1), (541.0, 2)] {
            let ran = run(CallPlan { timeout, ..reset() }, [overloaded(), Step::Silent]);
            assert_eq!(ran.sent.len(), requests, "{timeout}");
            let (kind, took) =
                if requests == 1 { (ErrorKind::Unavailable, LATENCY) } else { (ErrorKind::Timeout, 541.0) };
            assert_eq!((ran.error().kind, ran.took), (kind, took));
        }
    }

    #[test]
    fn a_full_bucket_makes_the_pause_as_long_as_the_wait_for_room() {
        let ran = run(reset(), [busy(), done()]);
        assert_eq!(ran.sent_at(), [0.0, LATENCY + 1000.0]);
        let bucket = ran.bucket;
        assert!(bucket.is_congested(ran.took), "the others are to wait as well");
    }

    #[test]
    fn a_request_that_may_have_run_leaves_the_outcome_unknown_whatever_a_later_one_is_told() {
        let ran = run(reset(), [no_network(), says(401, "INVALID_CREDENTIALS")]);
        assert_eq!((ran.error().kind, ran.error().outcome), (ErrorKind::Auth, Outcome::Unknown));
        let ran = run(reset(), [busy(), says(401, "INVALID_CREDENTIALS")]);
        assert_eq!((ran.error().kind, ran.error().outcome), (ErrorKind::Auth, Outcome::Unchanged));
        let ran = run(reset(), [unknown_method(), says(400, "")]);
        assert_eq!(ran.error().outcome, Outcome::Unchanged);
    }

    #[test]
    fn a_lost_response_is_asked_for_by_fetch_where_that_is_possible() {
        let by = |transports| {
            let scenario = scenario(reset(), [Step::Fail(Error::lost_response(Some(502))), no_network(), done()]);
            scenario.simulation.transports.set(transports);
            scenario.run()
        };
        let ran = by(Transports::LibraryAndFetch);
        let [library, fetch] = [Transport::Library, Transport::Fetch].map(Effect::Send);
        assert_eq!(ran.effects, [library, fetch, fetch]);
        assert!(ran.result.is_ok());
        assert_eq!(by(Transports::Library).effects, [library; 3]);
    }

    #[test]
    fn another_failure_of_the_library_is_retried_by_the_library() {
        let scenario = scenario(reset(), [no_network(), done()]);
        scenario.simulation.transports.set(Transports::LibraryAndFetch);
        assert_eq!(scenario.run().effects, [Effect::Send(Transport::Library); 2]);
    }
}

mod backups {
    use super::*;

    #[test]
    fn a_card_that_is_read_is_its_backup() {
        for (shown, kept) in [(saved(), Some(layout())), (Json::Null, None)] {
            let ran = run(CallPlan { backup: true, ..plan(Call::Get(six())) }, [gives(shown)]);
            assert_eq!(ran.methods(), [GET]);
            let success = ran.result.unwrap();
            assert!(matches!(&success.result, CallResult::Layout(layout) if *layout == kept));
            assert_eq!(success.backup, Some(backup(kept)));
        }
    }

    #[test]
    fn a_card_is_read_before_it_is_reset() {
        for (shown, kept) in [(saved(), Some(layout())), (Json::Null, None)] {
            let ran = run(reset_with_backup(), [gives(shown), done()]);
            assert_eq!((ran.methods(), ran.took), (vec![GET, RESET], 2.0 * LATENCY));
            assert_eq!(ran.sent[0].1.parameters, ran.sent[1].1.parameters, "of the same card");
            let success = ran.result.unwrap();
            assert!(matches!(success.result, CallResult::Confirmed));
            assert_eq!(success.backup, Some(backup(kept)));
        }
    }

    #[test]
    fn a_card_that_cannot_be_read_is_not_reset() {
        let steps =
            [says(400, ""), says(401, "INVALID_CREDENTIALS"), gives(object([])), gives(Json::Bool(true)), Step::Silent];
        for step in steps {
            let ran = run(reset_with_backup(), [step, done()]);
            let error = ran.error();
            assert_eq!((error.outcome, error.method), (Outcome::Unchanged, Some(GET)), "{error:?}");
            assert_eq!((&error.backup, ran.methods()), (&None, vec![GET]));
        }
    }

    #[test]
    fn a_reset_that_may_have_run_has_the_backup_in_its_error() {
        for step in [Step::Silent, gives(Json::Bool(false)), says(500, "ERROR_CORE"), no_network()] {
            let ran = run(CallPlan { retries: 0, ..reset_with_backup() }, [gives(saved()), step]);
            let error = ran.error();
            assert_eq!((error.outcome, error.attempts, error.method), (Outcome::Unknown, 2, Some(RESET)), "{error:?}");
            assert_eq!(error.backup, Some(backup(Some(layout()))));
        }
    }

    #[test]
    fn a_reset_that_was_refused_leaves_nothing_to_restore() {
        let ran = run(reset_with_backup(), [gives(saved()), says(400, "")]);
        let error = ran.error();
        assert_eq!((error.outcome, &error.backup, error.attempts), (Outcome::Unchanged, &None, 2));
    }

    #[test]
    fn a_reading_without_an_answer_leaves_no_doubt_about_the_reset() {
        let ran = run(reset_with_backup(), [no_network(), gives(saved()), says(400, "")]);
        let error = ran.error();
        assert_eq!((error.outcome, error.attempts, error.method), (Outcome::Unchanged, 3, Some(RESET)));
    }

    #[test]
    fn reading_and_resetting_have_retries_each() {
        let fails = || [no_network(), no_network(), no_network()];
        let steps = fails().into_iter().chain([gives(saved())]).chain(fails()).chain([done()]);
        let ran = run(reset_with_backup(), steps);
        assert!(ran.result.is_ok());
        assert_eq!(ran.methods(), [GET, GET, GET, GET, RESET, RESET, RESET, RESET]);
    }

    #[test]
    fn reading_and_resetting_share_one_deadline() {
        let steps = [no_network(), gives(saved()), Step::Silent];
        let ran = run(CallPlan { timeout: 700.0, ..reset_with_backup() }, steps);
        let error = ran.error();
        assert_eq!((error.kind, error.outcome, ran.took), (ErrorKind::Timeout, Outcome::Unknown, 700.0));
        assert!(error.backup.is_some());
        assert_eq!(ran.methods(), [GET, GET, RESET]);
    }

    #[test]
    fn an_answer_at_the_deadline_is_too_late_for_the_reset() {
        let ran = run(CallPlan { timeout: LATENCY, ..reset_with_backup() }, [gives(saved()), done()]);
        assert_eq!((ran.error().kind, ran.error().outcome), (ErrorKind::Timeout, Outcome::Unchanged));
        assert_eq!(ran.methods(), [GET]);
    }

    #[test]
    fn only_a_reset_is_backed_up() {
        for call in [Call::Set(six(), layout()), Call::Force] {
            let ran = run(CallPlan { backup: true, ..plan(call) }, [done()]);
            assert_eq!((ran.sent.len(), ran.result.unwrap().backup), (1, None));
        }
    }
}

mod deadlines {
    use super::*;

    #[test]
    fn a_request_without_an_answer_is_given_up_at_the_deadline() {
        let ran = run(CallPlan { timeout: 700.0, ..reset() }, [Step::Silent]);
        let error = ran.error();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unknown, 1));
        assert_eq!((error.method, error.status, ran.took), (Some(RESET), None, 700.0));
        assert_eq!(ran.effects, [Effect::Send(Transport::Fetch), Effect::Cancel]);
        assert!(error.retryable());
    }

    #[test]
    fn a_timer_that_fires_early_is_the_deadline_all_the_same() {
        let mut call = Manual::start(CallPlan { timeout: 700.0, ..reset() });
        call.actions();
        call.handle_at(699.0, Input::TimerFired);
        assert_eq!(call.result().unwrap_err().kind, ErrorKind::Timeout);
    }

    #[test]
    fn a_timer_that_fires_late_is_the_deadline_all_the_same() {
        let mut call = Manual::start(CallPlan { timeout: 700.0, ..reset() });
        call.actions();
        call.handle_at(99_000.0, Input::TimerFired);
        assert_eq!(call.result().unwrap_err().kind, ErrorKind::Timeout);
    }

    #[test]
    fn a_pause_is_over_when_the_timer_fires_on_a_clock_that_stands_still() {
        let mut call = Manual::start(CallPlan { timeout: 700.0, ..reset() });
        call.actions();
        call.handle_at(40.0, replied(0, no_network()));
        assert!(matches!(call.actions()[..], [Action::Sleep(500.0)]));
        call.handle(Input::TimerFired);
        let actions = call.actions();
        assert!(matches!(actions[..], [Action::Send(RequestId(1), ..), Action::Sleep(160.0)]), "{actions:?}");
        call.handle(Input::TimerFired);
        assert_eq!(call.result().unwrap_err().kind, ErrorKind::Timeout);
    }

    #[test]
    fn a_pause_that_a_late_timer_ends_after_the_deadline_ends_the_call() {
        let mut call = Manual::start(CallPlan { timeout: 700.0, ..reset() });
        call.actions();
        call.handle_at(40.0, replied(0, overloaded()));
        call.actions();
        call.handle_at(701.0, Input::TimerFired);
        let error = call.result().unwrap_err();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unchanged, 1));
    }

    #[test]
    fn a_success_that_comes_late_is_a_success() {
        let mut call = Manual::start(CallPlan { timeout: 700.0, ..reset() });
        call.actions();
        call.handle_at(800.0, replied(0, done()));
        assert!(call.result().is_ok());
    }

    #[test]
    fn inputs_that_are_not_awaited_change_nothing() {
        let mut call = Manual::start(reset());
        assert!(matches!(call.actions()[..], [Action::Send(RequestId(0), ..), Action::Sleep(30_000.0)]));
        call.handle_at(10.0, replied(7, done()));
        call.handle_at(20.0, Input::LibraryReady);
        call.handle_at(30.0, Input::Renewed(Ok(true)));
        assert!(call.actions().is_empty());
        call.handle_at(40.0, replied(0, no_network()));
        assert!(matches!(call.actions()[..], [Action::Sleep(500.0)]));
        call.handle_at(50.0, replied(0, done()));
        assert!(call.actions().is_empty(), "a request has one end");
        call.handle_at(60.0, Input::LibraryReady);
        call.handle_at(70.0, Input::Renewed(Ok(true)));
        assert!(call.actions().is_empty(), "a pause goes on");
        call.handle_at(540.0, Input::TimerFired);
        assert!(matches!(call.actions()[..], [Action::Send(RequestId(1), ..), Action::Sleep(29_460.0)]));
        call.handle_at(580.0, replied(1, done()));
        assert!(call.result().is_ok());
        for input in [replied(1, done()), Input::TimerFired, Input::Started, Input::Cancelled(Error::aborted())] {
            call.handle(input);
            assert!(call.actions().is_empty(), "it has ended");
        }
    }

    #[test]
    fn an_operation_that_is_cut_short_says_what_may_have_happened() {
        let mut call = Manual::start(reset());
        call.actions();
        let error = call.operation.annotate(Error::internal());
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Internal, Outcome::Unknown, 1));
        assert_eq!(error.method, Some(RESET));
        call.handle(replied(0, done()));
        assert_eq!(call.operation.annotate(Error::internal()).outcome, Outcome::Unknown, "the card has been reset");
        let unsent = Manual::new(reset()).operation.annotate(Error::internal());
        assert_eq!((unsent.outcome, unsent.attempts), (Outcome::Unchanged, 0));
    }
}

mod cancelling {
    use super::*;

    fn cancelled_at(at: f64, plan: CallPlan, steps: impl IntoIterator<Item = Step>) -> Ran {
        Scenario { cancelled_at: at, ..scenario(plan, steps) }.run()
    }

    #[test]
    fn a_call_that_is_cancelled_before_it_begins_sends_nothing() {
        let mut operation = CallPlan::operation(reset(), Knowledge::default());
        operation.handle(Input::Cancelled(Error::aborted()), &mut TokenBucket::default(), &Simulation::default());
        let error = result_of(operation.next_action()).unwrap_err();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Aborted, Outcome::Unchanged, 0));
        assert!(error.method.is_none() && operation.next_action().is_none());
    }

    #[test]
    fn a_backup_of_a_reading_reads_once() {
        let ran = run(CallPlan { backup: true, ..plan(Call::Get(six())) }, [gives(saved())]);
        assert_eq!(ran.methods(), [GET]);
    }

    #[test]
    fn an_error_names_the_method_of_the_last_request() {
        // The card is read, and the call is aborted before a driver sends the reset.
        let mut call = Manual::start(reset_with_backup());
        call.handle(replied(0, gives(saved())));
        call.handle(Input::Cancelled(Error::aborted()));
        let error = result_of(call.actions().pop()).unwrap_err();
        assert_eq!((error.method, error.attempts, error.outcome), (Some(GET), 1, Outcome::Unchanged));
    }

    #[test]
    fn a_request_that_no_driver_has_sent_yet_is_no_attempt() {
        let mut call = Manual::start(reset());
        call.handle(Input::Cancelled(Error::aborted()));
        let mut actions = call.actions();
        let error = result_of(actions.pop()).unwrap_err();
        assert!(actions.is_empty(), "{actions:?}");
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Aborted, Outcome::Unchanged, 0));
        assert_eq!(error.method, None);
    }

    #[test]
    fn a_retry_that_no_driver_has_sent_yet_leaves_the_doubt_of_the_attempt_before() {
        for (step, outcome) in [(no_network(), Outcome::Unknown), (overloaded(), Outcome::Unchanged)] {
            let mut call = Manual::start(reset());
            call.actions();
            call.handle_at(40.0, replied(0, step));
            call.actions();
            call.handle_at(540.0, Input::TimerFired);
            call.handle_at(540.0, Input::Cancelled(Error::aborted()));
            let error = call.result().unwrap_err();
            assert_eq!((error.attempts, error.outcome), (1, outcome));
        }
    }

    #[test]
    fn a_request_in_flight_is_given_up() {
        let ran = cancelled_at(20.0, reset(), [done()]);
        let error = ran.error();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Aborted, Outcome::Unknown, 1));
        assert_eq!((ran.effects.last(), ran.took), (Some(&Effect::Cancel), 20.0));
    }

    #[test]
    fn a_pause_ends_at_once() {
        for (step, outcome) in [(busy(), Outcome::Unchanged), (no_network(), Outcome::Unknown)] {
            let ran = cancelled_at(100.0, reset(), [step, done()]);
            let error = ran.error();
            assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Aborted, outcome, 1));
            assert_eq!((ran.sent.len(), ran.took), (1, 100.0));
            assert!(!ran.effects.contains(&Effect::Cancel), "nothing is under way");
        }
    }

    #[test]
    fn between_reading_and_resetting_the_card_is_as_it_was() {
        let mut call = Manual::start(reset_with_backup());
        call.actions();
        call.handle_at(40.0, replied(0, gives(saved())));
        call.handle_at(40.0, Input::Cancelled(Error::aborted()));
        let error = call.result().unwrap_err();
        assert_eq!((error.outcome, error.attempts, &error.backup), (Outcome::Unchanged, 1, &None));
    }
}

mod operating_limit {
    use super::*;

    /// The portal's clock, which is off by so many seconds, in an answer that came now.
    fn portal_time(offset: f64, now: f64, resets_at: f64) -> Json {
        let clock = |milliseconds: f64| Json::Number(1_795_514_400.0 + offset + milliseconds / 1000.0);
        object([("finish", clock(now)), ("operating_reset_at", clock(resets_at))])
    }

    #[test]
    fn it_is_waited_for_by_the_portals_own_clock() {
        for offset in [-3600.0, 0.0, 3600.0] {
            let blocked = Fields { time: Some(portal_time(offset, 40.0, 20_040.0)), ..failure("OPERATION_TIME_LIMIT") };
            let ran = run(reset(), [Step::Reply(429, blocked), done()]);
            assert!(ran.result.is_ok());
            assert_eq!(ran.sent_at(), [0.0, 40.0 + 20_000.0 + 500.0], "{offset}");
        }
    }

    #[test]
    fn an_earlier_answer_tells_when_it_ends_where_the_refusal_does_not() {
        for offset in [-3600.0, 0.0, 3600.0] {
            let time = Some(portal_time(offset, 40.0, 15_040.0));
            let read = Step::Reply(200, Fields { result: Some(Json::Null), time, ..Fields::default() });
            let ran = run(reset_with_backup(), [read, says(429, "OPERATION_TIME_LIMIT"), done()]);
            assert!(ran.result.is_ok());
            // The refusal came at 80: the limit ends at 15,040, and the pause of a retry follows.
            assert_eq!(ran.sent_at(), [0.0, 40.0, 15_540.0], "{offset}");
            assert_eq!(ran.knowledge.operating_limit_ends_at, Some(15_040.0));
        }
    }

    #[test]
    fn an_earlier_call_tells_when_it_ends() {
        let knowledge = Knowledge { operating_limit_ends_at: Some(7000.0), ..Knowledge::default() };
        let ran = Scenario { knowledge, ..scenario(reset(), [says(429, "OPERATION_TIME_LIMIT"), done()]) }.run();
        assert_eq!(ran.sent_at(), [0.0, 7500.0]);
    }

    #[test]
    fn it_is_given_some_time_where_the_portal_does_not_tell_or_it_should_be_over() {
        for ends_at in [None, Some(-3000.0)] {
            let knowledge = Knowledge { operating_limit_ends_at: ends_at, ..Knowledge::default() };
            let ran = Scenario { knowledge, ..scenario(reset(), [says(429, "OPERATION_TIME_LIMIT"), done()]) }.run();
            assert_eq!(ran.sent_at(), [0.0, 40.0 + 10_000.0 + 500.0]);
        }
    }

    #[test]
    fn it_ends_the_call_at_once_where_the_deadline_comes_first() {
        for (timeout, ends_in) in [(9000.0, None), (30_000.0, Some(600_000.0))] {
            let time = ends_in.map(|ends_in| portal_time(0.0, 40.0, 40.0 + ends_in));
            let blocked = Fields { time, ..failure("OPERATION_TIME_LIMIT") };
            let ran = run(CallPlan { timeout, ..reset() }, [Step::Reply(429, blocked), done()]);
            let error = ran.error();
            assert_eq!((error.kind, error.outcome), (ErrorKind::RateLimit, Outcome::Unchanged));
            assert_eq!((&*error.code, ran.took), ("OPERATION_TIME_LIMIT", LATENCY));
        }
    }

    #[test]
    fn it_concerns_nobody_elses_requests() {
        let ran = run(reset(), [says(429, "OPERATION_TIME_LIMIT"), done()]);
        let bucket = ran.bucket;
        assert!(!bucket.is_congested(ran.took));
    }
}

mod transports {
    use super::*;

    const READY: Effect = Effect::AwaitLibrary;
    const RENEW: Effect = Effect::RenewToken;
    const LIBRARY: Effect = Effect::Send(Transport::Library);
    const FETCH: Effect = Effect::Send(Transport::Fetch);

    const fn no_token(can_await: bool, can_renew: bool) -> Transports {
        Transports::NoToken { can_await, can_renew }
    }

    /// The effects of an operation. The library is ready, and the token renewed, after a while each; both leave these
    /// transports.
    fn effects(operation: &mut Operation, before: Transports, ready: Transports, renewed: Transports) -> Vec<Effect> {
        let simulation = Simulation::default();
        simulation.transports.set(before);
        let mut effects = Vec::new();
        simulation.run(operation, &mut TokenBucket::default(), (f64::INFINITY, None), |action, _| {
            let (effect, input) = match action {
                Action::AwaitLibrary => {
                    simulation.transports.set(ready);
                    (READY, Input::LibraryReady)
                }
                Action::RenewToken => {
                    simulation.transports.set(renewed);
                    simulation.token.set(simulation.token.get() + 1);
                    (RENEW, Input::Renewed(Ok(true)))
                }
                Action::Send(id, _, transport) => {
                    (Effect::Send(transport), Input::Replied(id, Ok(reply(400, failure("")))))
                }
                _ => return None,
            };
            effects.push(effect);
            Some((LATENCY, input))
        });
        effects
    }

    #[test]
    fn every_request_goes_by_the_transport_that_carries_it_unchanged() {
        use Transports::{Fetch, Library, LibraryAndFetch};
        type Effects = &'static [Effect];
        // What there is at first, once the library is ready and once the token is renewed; and what is done for a call that
        // fits a form, for a layout that does not, and for a batch.
        let rows: [([Transports; 3], [Effects; 3]); 11] = [
            ([Fetch; 3], [&[FETCH], &[FETCH], &[FETCH]]),
            ([Library; 3], [&[LIBRARY], &[], &[LIBRARY]]),
            ([LibraryAndFetch; 3], [&[LIBRARY], &[FETCH], &[FETCH]]),
            ([no_token(false, false); 3], [&[LIBRARY], &[], &[LIBRARY]]),
            (
                [no_token(true, false), LibraryAndFetch, LibraryAndFetch],
                [&[READY, LIBRARY], &[READY, FETCH], &[READY, FETCH]],
            ),
            ([no_token(true, false), Library, Library], [&[READY, LIBRARY], &[READY], &[READY, LIBRARY]]),
            ([no_token(true, false); 3], [&[READY, LIBRARY], &[READY], &[READY, LIBRARY]]),
            (
                [no_token(false, true), LibraryAndFetch, LibraryAndFetch],
                [&[RENEW, LIBRARY], &[RENEW, FETCH], &[RENEW, FETCH]],
            ),
            ([no_token(false, true); 3], [&[RENEW, LIBRARY], &[RENEW], &[RENEW, LIBRARY]]),
            (
                [no_token(true, true), no_token(true, true), LibraryAndFetch],
                [&[READY, RENEW, LIBRARY], &[READY, RENEW, FETCH], &[READY, RENEW, FETCH]],
            ),
            ([no_token(true, true); 3], [&[READY, RENEW, LIBRARY], &[READY, RENEW], &[READY, RENEW, LIBRARY]]),
        ];
        let bulk = || BulkPlan {
            kind: BulkKind::Reset,
            cards: vec![(UserId::try_from(6_u32).unwrap(), None)],
            backup: false,
            origin: ORIGIN.into(),
            family: Family::Contact,
            retries: 0,
            timeout: 30_000.0,
            total_timeout: None,
            limit: RateLimit::CLOUD,
        };
        let known = Knowledge::default();
        for ([before, ready, renewed], expected) in rows {
            let operations = [
                CallPlan::operation(reset(), known),
                CallPlan::operation(plan(Call::Set(six(), layout_with_a_number())), known),
                BulkPlan::operation(bulk(), known),
            ];
            let done = operations.map(|mut operation| effects(&mut operation, before, ready, renewed));
            assert_eq!(done.each_ref().map(|effects| &effects[..]), expected, "{before:?} {ready:?} {renewed:?}");
        }
    }

    #[test]
    fn a_layout_that_nothing_carries_unchanged_is_refused_and_nothing_sent() {
        let scenario = scenario(plan(Call::Set(six(), layout_with_a_number())), [done()]);
        scenario.simulation.transports.set(Transports::Library);
        let ran = scenario.run();
        let error = ran.error();
        assert_eq!((error.kind, &*error.code), (ErrorKind::InvalidArgument, "INVALID_LAYOUT"));
        assert_eq!((error.outcome, error.attempts, ran.sent.len()), (Outcome::Unchanged, 0, 0));
    }

    #[test]
    fn nothing_is_sent_before_the_library_is_ready_and_the_token_renewed() {
        let scenario = Scenario {
            after_ready: Some(no_token(true, true)),
            renewals: [(Ok(true), Transports::LibraryAndFetch)].into(),
            ..scenario(reset(), [done()])
        };
        scenario.simulation.transports.set(no_token(true, true));
        let ran = scenario.run();
        assert!(ran.result.is_ok());
        assert_eq!((ran.effects, ran.sent[0].0), (vec![READY, RENEW, LIBRARY], 2.0 * LATENCY));
    }

    #[test]
    fn a_call_that_ends_while_it_waits_for_the_library_or_a_token_has_sent_nothing() {
        for transports in [no_token(true, true), no_token(false, true)] {
            for (cancelled_at, kind) in [(f64::INFINITY, ErrorKind::Timeout), (500.0, ErrorKind::Aborted)] {
                let scenario = Scenario { cancelled_at, ..scenario(CallPlan { timeout: 700.0, ..reset() }, []) };
                scenario.simulation.transports.set(transports);
                let ran = scenario.run();
                let error = ran.error();
                assert_eq!((error.kind, error.outcome, error.attempts), (kind, Outcome::Unchanged, 0));
                assert_eq!((error.method, ran.sent.len(), ran.took), (None, 0, cancelled_at.min(700.0)));
                assert_eq!(ran.effects.len(), 1, "{:?}", ran.effects);
            }
        }
    }

    #[test]
    fn a_library_that_is_ready_too_late_is_not_used() {
        let mut call = Manual::new(CallPlan { timeout: 700.0, ..reset() });
        call.simulation.transports.set(no_token(true, false));
        call.handle(Input::Started);
        assert!(matches!(call.actions()[..], [Action::AwaitLibrary, Action::Sleep(250.0)]));
        call.handle_at(701.0, Input::LibraryReady);
        let error = call.result().unwrap_err();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unchanged, 0));
    }

    /// Within an installation a library is initialised long before it says so.
    #[test]
    fn a_library_that_has_a_token_is_not_awaited_any_longer() {
        let mut call = Manual::new(reset());
        call.simulation.transports.set(no_token(true, true));
        call.handle(Input::Started);
        call.actions();
        call.handle_at(250.0, Input::TimerFired);
        assert!(matches!(call.actions()[..], [Action::Sleep(250.0)]), "it is looked at again");
        call.simulation.transports.set(Transports::LibraryAndFetch);
        call.handle_at(500.0, Input::TimerFired);
        assert!(matches!(call.actions()[..], [Action::Send(_, _, Transport::Library), Action::Sleep(29_500.0)]));
        // It says so later, while its token has expired.
        call.simulation.transports.set(no_token(true, true));
        call.handle_at(540.0, replied(0, says(503, "QUERY_LIMIT_EXCEEDED")));
        call.handle_at(1600.0, Input::TimerFired);
        assert!(call.actions().iter().any(|action| matches!(action, Action::RenewToken)));
        call.handle_at(1700.0, Input::LibraryReady);
        assert!(!call.actions().iter().any(|action| matches!(action, Action::Send(..))), "the renewal is awaited");
    }

    #[test]
    fn a_token_that_cannot_be_renewed_ends_the_call_unsent() {
        let failed = Error::new(ErrorKind::Auth, "REFRESH_FAILED", "");
        let renewals = [(Err(failed), no_token(false, true))].into();
        let scenario = Scenario { renewals, ..scenario(reset(), [done()]) };
        scenario.simulation.transports.set(no_token(false, true));
        let ran = scenario.run();
        let error = ran.error();
        assert_eq!((&*error.code, error.outcome, error.attempts), ("REFRESH_FAILED", Outcome::Unchanged, 0));
    }
}

mod tokens {
    use super::*;

    const RENEW: Effect = Effect::RenewToken;
    const SEND: Effect = Effect::Send(Transport::Fetch);

    fn renewing(steps: impl IntoIterator<Item = Step>, renewals: impl IntoIterator<Item = Result<bool, Error>>) -> Ran {
        let renewals = renewals.into_iter().map(|outcome| (outcome, Transports::Fetch)).collect();
        Scenario { renewals, ..scenario(CallPlan { retries: 0, ..reset() }, steps) }.run()
    }

    #[test]
    fn an_expired_token_is_renewed_and_costs_no_retry() {
        let ran = renewing([expired(), done()], [Ok(true)]);
        assert!(ran.result.is_ok());
        assert_eq!((ran.effects, ran.took), (vec![SEND, RENEW, SEND], 3.0 * LATENCY));
    }

    #[test]
    fn a_token_that_is_refused_after_its_renewal_ends_the_call() {
        let ran = renewing([expired(), expired(), done()], [Ok(true), Ok(true)]);
        let error = ran.error();
        assert_eq!((&*error.code, error.attempts, error.outcome), ("expired_token", 2, Outcome::Unchanged));
        assert_eq!(ran.effects, [SEND, RENEW, SEND]);
    }

    #[test]
    fn a_token_that_nobody_can_renew_ends_the_call_with_the_portals_words() {
        let ran = renewing([expired(), done()], [Ok(false)]);
        assert_eq!((&*ran.error().code, ran.error().status), ("expired_token", Some(401)));
        assert_eq!(ran.effects, [SEND, RENEW]);
    }

    #[test]
    fn a_renewal_that_fails_ends_the_call_with_its_own_words() {
        let ran = renewing([expired(), done()], [Err(Error::new(ErrorKind::Auth, "REFRESH_FAILED", ""))]);
        let error = ran.error();
        assert_eq!((&*error.code, error.attempts, error.method), ("REFRESH_FAILED", 1, Some(RESET)));
        assert_eq!(error.outcome, Outcome::Unchanged);
    }

    #[test]
    fn a_renewal_that_never_ends_ends_with_the_deadline() {
        let ran = renewing([expired(), done()], []);
        let error = ran.error();
        assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unchanged, 1));
        assert_eq!((ran.effects, ran.took), (vec![SEND, RENEW], 30_000.0));
    }

    #[test]
    fn a_token_that_another_call_has_renewed_meanwhile_is_not_renewed_again() {
        let mut call = Manual::start(reset());
        call.actions();
        call.simulation.token.set(1);
        call.handle_at(40.0, replied(0, expired()));
        let actions = call.actions();
        assert!(matches!(actions[..], [Action::Send(RequestId(1), ..)]), "{actions:?}");
        call.handle_at(80.0, replied(1, expired()));
        assert_eq!(&*call.result().unwrap_err().code, "expired_token", "once is enough");
    }

    #[test]
    fn a_token_that_others_renew_again_and_again_is_followed_for_as_long_as_there_are_retries() {
        let mut call = Manual::start(CallPlan { retries: 1, ..reset() });
        call.actions();
        for (id, at) in [(0, 40.0), (1, 80.0)] {
            call.simulation.token.set(id + 1);
            call.handle_at(at, replied(id, expired()));
            let actions = call.actions();
            assert!(matches!(actions[..], [Action::Send(RequestId(next), ..)] if next == id + 1), "{actions:?}");
        }
        call.simulation.token.set(3);
        call.handle_at(120.0, replied(2, expired()));
        assert_eq!(&*call.result().unwrap_err().code, "expired_token");
    }

    #[test]
    fn reading_and_resetting_may_each_find_the_token_expired() {
        let renewals = [(Ok(true), Transports::Fetch), (Ok(true), Transports::Fetch)].into();
        let steps = [expired(), gives(saved()), expired(), done()];
        let ran = Scenario { renewals, ..scenario(reset_with_backup(), steps) }.run();
        assert!(ran.result.is_ok());
        assert_eq!(ran.effects, [SEND, RENEW, SEND, SEND, RENEW, SEND]);
    }
}

mod side_by_side {
    use super::*;

    /// A portal with a bucket of its own.
    struct Portal {
        limit: RateLimit,
        level: f64,
        updated_at: f64,
        refused_at: Vec<f64>,
    }

    impl Portal {
        fn receive(&mut self, now: f64) -> Reply {
            self.level = (self.level - (now - self.updated_at) / 1000.0 * self.limit.per_second()).max(0.0);
            self.updated_at = now;
            // A rounding error is no request.
            if self.level + 1.0 > self.limit.burst() + 1e-6 {
                self.refused_at.push(now);
                return reply(503, failure("QUERY_LIMIT_EXCEEDED"));
            }
            self.level += 1.0;
            reply(200, Fields { result: Some(Json::Null), ..Fields::default() })
        }
    }

    struct Reading {
        operation: Operation,
        starts_at: f64,
        timer: f64,
        result: Option<(f64, Result<Success, Error>)>,
    }

    /// Reads cards side by side: each begins at its moment and has 30 s. Jitter spreads evenly.
    fn read_cards(
        portal: &mut Portal,
        starts: impl IntoIterator<Item = f64>,
    ) -> Vec<(f64, f64, Result<Success, Error>)> {
        let mut simulation = Simulation::default();
        let mut bucket = TokenBucket::default();
        let mut readings: Vec<_> = starts
            .into_iter()
            .map(|starts_at| Reading {
                operation: CallPlan::operation(plan(Call::Get(six())), Knowledge::default()),
                starts_at,
                timer: f64::INFINITY,
                result: None,
            })
            .collect();
        // When what is told whom.
        let mut inputs: Vec<(f64, usize, Input)> = Vec::new();
        inputs.extend(readings.iter().enumerate().map(|(index, reading)| (reading.starts_at, index, Input::Started)));
        while readings.iter().any(|reading| reading.result.is_none()) {
            let first = (0..inputs.len()).min_by(|one, other| inputs[*one].0.total_cmp(&inputs[*other].0));
            let timer = (0..readings.len())
                .filter(|index| readings[*index].result.is_none())
                .min_by(|one, other| readings[*one].timer.total_cmp(&readings[*other].timer))
                .expect("one has not ended");
            let fires = first.is_none_or(|first| readings[timer].timer < inputs[first].0);
            let (at, index, input) = if fires {
                (core::mem::replace(&mut readings[timer].timer, f64::INFINITY), timer, Input::TimerFired)
            } else {
                inputs.remove(first.expect("there is one"))
            };
            assert!(at.is_finite(), "it waits for nothing");
            simulation.now.set(at);
            simulation.jitter = (simulation.jitter + 0.618_034).fract();
            let reading = &mut readings[index];
            reading.operation.handle(input, &mut bucket, &simulation);
            while let Some(action) = reading.operation.next_action() {
                match action {
                    Action::Send(id, ..) => {
                        inputs.push((at + LATENCY, index, Input::Replied(id, Ok(portal.receive(at)))));
                    }
                    Action::Sleep(pause) => reading.timer = at + pause,
                    finish @ Action::Finish(_) => reading.result = Some((at, result_of(Some(finish)))),
                    Action::Cancel(_) => {}
                    action => panic!("{action:?}"),
                }
            }
        }
        let ended = |Reading { starts_at, result, .. }| {
            let (at, result) = result.expect("it has ended");
            (starts_at, at, result)
        };
        readings.into_iter().map(ended).collect()
    }

    fn cloud() -> Portal {
        Portal { limit: RateLimit::CLOUD, level: 0.0, updated_at: 0.0, refused_at: Vec::new() }
    }

    #[test]
    fn more_calls_than_the_portal_takes_wait_for_their_turns() {
        let mut portal = cloud();
        let ended = read_cards(&mut portal, [0.0; 120]);
        let first_wave = portal.refused_at.iter().filter(|at| **at == 0.0).count();
        assert_eq!(first_wave, 120 - 50, "nobody can know before the first refusal");
        assert!(portal.refused_at.len() - first_wave <= 5, "{:?}", portal.refused_at);
        assert!(ended.iter().all(|(start, end, _)| end - start <= 30_000.0));
        let (read, failed): (Vec<_>, Vec<_>) = ended.iter().partition(|(.., result)| result.is_ok());
        // 50 at once, and two in each of the 29 seconds that are left after the first one.
        assert!((106..=110).contains(&read.len()), "{}", read.len());
        for (_, end, result) in failed {
            let error = result.as_ref().unwrap_err();
            assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::RateLimit, Outcome::Unchanged, 1));
            assert_eq!((*end, error.retryable()), (LATENCY, true), "what cannot fit is told at once");
        }
    }

    #[test]
    fn calls_that_begin_while_others_wait_take_their_turns_behind_them() {
        let mut portal = cloud();
        // 80 at once, then one in each second.
        let starts = (0..100_u8).map(|index| f64::from(index.saturating_sub(79)) * 1000.0 + 100.0);
        let ended = read_cards(&mut portal, starts);
        assert!(ended.iter().all(|(start, end, result)| result.is_ok() && end - start <= 30_000.0));
        assert!(portal.refused_at.iter().filter(|at| **at > 100.0).count() <= 5, "{:?}", portal.refused_at);
    }

    #[test]
    fn a_call_whose_turn_has_come_is_sent_at_once() {
        let mut call = Manual::new(plan(Call::Get(six())));
        call.bucket.mark_full(RateLimit::CLOUD, 0.0);
        call.handle_at(10_000.0, Input::Started);
        assert!(call.bucket.is_congested(10_000.0));
        assert!(matches!(call.actions()[..], [Action::Send(..), Action::Sleep(30_000.0)]));
    }

    #[test]
    fn a_call_for_which_there_is_no_room_before_its_deadline_is_not_sent() {
        let mut call = Manual::new(plan(Call::Get(six())));
        call.bucket.mark_full(RateLimit::CLOUD, 0.0);
        let waits: Vec<_> = (0..60).map(|_| call.bucket.take_turn(RateLimit::CLOUD, 0.0)).collect();
        assert_eq!(waits[58..], [30_000.0, 30_500.0]);
        call.handle(Input::Started);
        let error = call.result().unwrap_err();
        assert_eq!((error.kind, error.attempts, &*error.code), (ErrorKind::RateLimit, 0, "TOO_MANY_REQUESTS"));
        assert!(error.retryable() && error.method.is_none());
    }
}
