use super::Change;
use crate::card::{Backup, Card, CardType, Element, Json, Layout, Section};
use crate::engine::simulation::{CallPlan, DATE, Simulation};
use crate::engine::{Action, CallResult, Completion, Input, Knowledge, Success, TokenBucket};
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Body, Call, Family, Fields, Reply, Request};
use alloc::vec;
use alloc::vec::Vec;

const ORIGIN: &str = "https://portal.bitrix24.com";

/// A portal with one card, on which others save too.
#[derive(Default)]
struct Portal {
    row: Option<Layout>,
    /// What others save right after each change, one after the other.
    others: Vec<Option<Layout>>,
    methods: Vec<&'static str>,
    /// The request of this number, and how it is refused.
    refused: Option<(usize, u16, &'static str)>,
    /// The request of this number is done, and its answer lost.
    lost: Option<usize>,
    is_silent_from: Option<usize>,
}

impl Portal {
    fn receive(&mut self, mut request: Request) -> Option<Reply> {
        let number = self.methods.len();
        let method = request.method.rsplit('.').next()?;
        self.methods.push(method);
        if self.is_silent_from.is_some_and(|from| number >= from) {
            return None;
        }
        if let Some((refused, status, code)) = self.refused
            && refused == number
        {
            let error = Some(Json::String(code.into()));
            return Some(Reply { status: Some(status), body: Body::Json(Fields { error, ..Fields::default() }) });
        }
        let result = match method {
            "get" => self.row.clone().map_or(Json::Null, Layout::into_json),
            "set" => {
                self.row = request.parameters.take("data").and_then(|data| Layout::new(data).ok());
                Json::Bool(true)
            }
            _ => {
                self.row = None;
                Json::Bool(true)
            }
        };
        if method != "get" && !self.others.is_empty() {
            self.row = self.others.remove(0);
        }
        let body = Body::Json(Fields { result: Some(result), ..Fields::default() });
        Some(if self.lost == Some(number) {
            Reply { status: Some(502), body: Body::NotJson }
        } else {
            Reply { status: Some(200), body }
        })
    }
}

fn plan() -> CallPlan {
    let call = Call::Get(Card::Common);
    let family = Family::Contact;
    CallPlan { call, is_edit: true, backup: false, origin: ORIGIN.into(), family, retries: 3, timeout: 30_000.0 }
}

/// Edits the card. `change` answers after a second; where it has no answer, never.
fn edit(
    portal: &mut Portal,
    plan: CallPlan,
    mut change: impl FnMut(Option<Layout>) -> Option<Result<Change, Error>>,
) -> Result<Success, Error> {
    let (simulation, mut bucket) = (Simulation::default(), TokenBucket::default());
    let mut operation = CallPlan::operation(plan, Knowledge::default());
    let never = (f64::INFINITY, None);
    let completion = simulation.run(&mut operation, &mut bucket, never, |action, _| match action {
        Action::Send(id, request, _) => portal.receive(request).map(|reply| (40.0, Input::Replied(id, Ok(reply)))),
        Action::Change(layout) => change(layout).map(|change| (1000.0, Input::Changed(change))),
        Action::Cancel(_) => None,
        action => panic!("{action:?}"),
    });
    match completion {
        Completion::Call(result) => result,
        Completion::Bulk(report) => panic!("{report:?}"),
    }
}

fn layout(names: &[&str]) -> Option<Layout> {
    let sections = names.iter().map(|name| Section::new(*name, "About").element(Element::new(name.to_uppercase())));
    Layout::from_sections(sections).ok()
}

/// Adds a section, unless it is there.
fn add(layout: Option<Layout>, name: &str) -> Change {
    let mut sections = layout.map_or(Vec::new(), |layout| layout.to_sections());
    if sections.iter().all(|section| section.name != name) {
        sections.push(Section::new(name, "About").element(Element::new(name.to_uppercase())));
    }
    Change::Save(Layout::from_sections(sections).ok())
}

fn told(result: Result<Success, Error>) -> (bool, Option<Layout>, Option<Layout>) {
    let Success { result: CallResult::Layout(layout), is_changed: Some(is_changed), backup: Some(backup), .. } =
        result.unwrap()
    else {
        panic!("it is no edit");
    };
    let from_before = Backup {
        portal: ORIGIN.into(),
        card_type: CardType::CONTACT,
        card: Card::Common,
        taken_at: DATE.into(),
        layout: backup.layout.clone(),
    };
    assert_eq!(backup, from_before);
    (is_changed, layout, backup.layout)
}

#[test]
fn what_differs_is_saved_and_read_back() {
    let mut portal = Portal { row: layout(&["a"]), ..Portal::default() };
    let result = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine"))));
    assert_eq!(told(result), (true, layout(&["a", "mine"]), layout(&["a"])));
    assert_eq!((portal.row.clone(), &portal.methods[..]), (layout(&["a", "mine"]), &["get", "set", "get"][..]));

    // The second time it writes nothing.
    portal.methods.clear();
    let result = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine"))));
    assert_eq!(told(result), (false, layout(&["a", "mine"]), layout(&["a", "mine"])));
    assert_eq!(portal.methods, ["get"]);
}

#[test]
fn the_default_is_no_layout() {
    let mut portal = Portal::default();
    let result = edit(&mut portal, plan(), |read| {
        assert_eq!(read, None);
        Some(Ok(add(read, "mine")))
    });
    assert_eq!(told(result), (true, layout(&["mine"]), None));
    portal.methods.clear();
    let result = edit(&mut portal, plan(), |_| Some(Ok(Change::Save(None))));
    assert_eq!(told(result), (true, None, layout(&["mine"])));
    assert_eq!(portal.methods, ["get", "reset", "get"]);
    for change in [Change::Save(None), Change::Nothing] {
        portal.methods.clear();
        let result = edit(&mut portal, plan(), |_| Some(Ok(change.clone())));
        assert_eq!((told(result), &portal.methods[..]), ((false, None, None), &["get"][..]));
    }
}

#[test]
fn what_somebody_else_has_saved_in_between_is_changed_in_turn() {
    // Without the section, and with it.
    let others = vec![layout(&["b"]), layout(&["c", "mine"])];
    let mut portal = Portal { row: layout(&["a"]), others, ..Portal::default() };
    let mut read = Vec::new();
    let result = edit(&mut portal, plan(), |layout| {
        read.push(layout.clone());
        Some(Ok(add(layout, "mine")))
    });
    assert_eq!(told(result), (true, layout(&["c", "mine"]), layout(&["a"])));
    assert_eq!(read, [layout(&["a"]), layout(&["b"]), layout(&["c", "mine"])]);
    // After the second conflict there is a pause, and another reading.
    assert_eq!(portal.methods, ["get", "set", "get", "set", "get", "get"]);
}

#[test]
fn who_keeps_saving_wins() {
    for retries in [0, 2] {
        let others = vec![layout(&["b"]), None, layout(&["c"])];
        let mut portal = Portal { row: layout(&["a"]), others, ..Portal::default() };
        let error = edit(&mut portal, CallPlan { retries, ..plan() }, |read| Some(Ok(add(read, "mine")))).unwrap_err();
        assert_eq!((error.kind, error.code.as_str(), error.retryable()), (ErrorKind::Conflict, "CONFLICT", true));
        assert_eq!(error.outcome, Outcome::Unknown);
        assert_eq!(error.backup.as_ref().unwrap().layout, layout(&["a"]));
        // After the second conflict, and each one more, it is read once more before it is changed.
        assert_eq!(error.attempts, 1 + 2 * (retries + 1) + retries.saturating_sub(1));
    }
}

#[test]
fn a_change_that_fails_writes_nothing() {
    let failed = || Error::new(ErrorKind::InvalidArgument, "CHANGE_FAILED", "");
    let mut portal = Portal { row: layout(&["a"]), ..Portal::default() };
    let error = edit(&mut portal, plan(), |_| Some(Err(failed()))).unwrap_err();
    assert_eq!((error.outcome, error.attempts, error.method.is_some()), (Outcome::Unchanged, 1, true));
    assert!(error.backup.is_none());
    assert_eq!(portal.methods, ["get"]);

    // But the first time it may have written.
    let mut portal = Portal { row: layout(&["a"]), others: vec![layout(&["b"])], ..Portal::default() };
    let mut is_first = true;
    let change = |read| if core::mem::take(&mut is_first) { Some(Ok(add(read, "mine"))) } else { Some(Err(failed())) };
    let error = edit(&mut portal, plan(), change).unwrap_err();
    assert_eq!((error.outcome, error.backup.is_some()), (Outcome::Unknown, true));
}

#[test]
fn all_of_it_has_one_deadline() {
    // `change` never answers, or takes too long each time.
    let mut portal = Portal::default();
    let error = edit(&mut portal, plan(), |_| None).unwrap_err();
    assert_eq!((error.kind, error.outcome, error.attempts), (ErrorKind::Timeout, Outcome::Unchanged, 1));

    let mut portal = Portal { others: (0..100).map(|_| None).collect(), ..Portal::default() };
    let error = edit(&mut portal, CallPlan { retries: 90, ..plan() }, |read| Some(Ok(add(read, "mine")))).unwrap_err();
    assert_eq!((error.kind, error.outcome), (ErrorKind::Timeout, Outcome::Unknown));
}

/// Sent again, the change would undo what others have saved since.
#[test]
fn a_change_whose_answer_is_lost_is_read_and_not_sent_again() {
    let cases = [(None, layout(&["a", "mine"])), (Some(layout(&["mine", "b"])), layout(&["mine", "b"]))];
    for (other, left) in cases {
        let others = other.into_iter().collect();
        let mut portal = Portal { row: layout(&["a"]), others, lost: Some(1), ..Portal::default() };
        let result = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine"))));
        assert_eq!(told(result), (true, left.clone(), layout(&["a"])));
        assert_eq!((portal.row, &portal.methods[..]), (left, &["get", "set", "get"][..]));
    }
    // And what was not done is done then.
    let refused = Some((1, 500, "INTERNAL_SERVER_ERROR"));
    let mut portal = Portal { row: layout(&["a"]), refused, ..Portal::default() };
    let result = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine"))));
    assert_eq!(told(result), (true, layout(&["a", "mine"]), layout(&["a"])));
    assert_eq!(portal.methods, ["get", "set", "get", "set", "get"]);
}

#[test]
fn what_was_saved_is_told_of_whatever_comes_after() {
    // The answer to the change is lost; to what reads it back there is none, or a refusal.
    for number in [1, 2] {
        let mut portal = Portal { row: layout(&["a"]), is_silent_from: Some(number), ..Portal::default() };
        let error = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine")))).unwrap_err();
        assert_eq!((error.kind, error.outcome), (ErrorKind::Timeout, Outcome::Unknown), "{number}");
        assert_eq!(error.backup.as_ref().unwrap().layout, layout(&["a"]));
    }
    let mut portal = Portal { row: layout(&["a"]), refused: Some((2, 400, "")), ..Portal::default() };
    let error = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine")))).unwrap_err();
    assert_eq!((error.kind, error.outcome), (ErrorKind::Rejected, Outcome::Unknown));
    // A change that is refused was none.
    let mut portal = Portal { row: layout(&["a"]), refused: Some((1, 400, "")), ..Portal::default() };
    let error = edit(&mut portal, plan(), |read| Some(Ok(add(read, "mine")))).unwrap_err();
    assert_eq!((error.outcome, error.backup.is_none(), portal.row), (Outcome::Unchanged, true, layout(&["a"])));
}
