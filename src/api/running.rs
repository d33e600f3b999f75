//! A call under way, from its first request to its end. At any time it waits for one thing, beside its deadline and its
//! caller's signal.

use crate::api::abort::Listening;
use crate::api::connected::{Connected, Way};
use crate::api::options::Options;
use crate::api::remembered::{known, paced};
use crate::api::steps::{Steps, for_event};
use crate::card::{Backup, Card, Json, Layout};
use crate::connection::{
    Abort, Bx24, Ended, Timer, Token, Watch, date, deferred, read_body, read_head, read_library, read_library_batch,
    to_javascript,
};
use crate::portal::{Answer, Call, Course, Error, ErrorKind, Reply, Step, confirmation, fits_a_form, layout};
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::mem;
use js_sys::{Date, Function, Math, Promise};
use wasm_bindgen::prelude::*;

/// What the function of a call is called back for.
mod event {
    /// What was waited for is there.
    pub(super) const KEPT: u32 = 1;
    /// What was waited for will never be.
    pub(super) const BROKEN: u32 = 2;
    /// The deadline.
    pub(super) const LATE: u32 = 3;
    /// The caller's signal.
    pub(super) const ABORTED: u32 = 4;
    /// An error event of the window.
    pub(super) const ERROR: u32 = 5;
    /// Resource timing entries.
    pub(super) const ENTRIES: u32 = 6;
    /// A moment after such an error.
    pub(super) const JUDGE: u32 = 7;
    /// The time in which the library should have called back.
    pub(super) const SILENCE: u32 = 8;
    /// How many there are.
    pub(super) const COUNT: u32 = 9;
}

/// What a call waits for.
enum Awaited {
    /// Its first step, or the end of a pause.
    Pause,
    /// The answer of the BX24 library.
    Library,
    /// The head of an HTTP answer.
    Response,
    /// Its body; the status was in the head.
    Body(Option<u16>),
    /// Another access token.
    Token(Option<Ended>),
}

pub(crate) fn put(inbox: &Inbox, ticket: u32, answer: Result<Answer<Json>, Error>) {
    let mut answers = inbox.take();
    answers.push((ticket, answer));
    inbox.set(answers);
}

/// A call under way.
pub(crate) struct Running {
    course: Course,
    way: Way,
    owner: JsValue,
    portal: String,
    /// Whether the card is read only to be reset.
    keeps: bool,
    backup: Option<Backup>,
    /// Of a batch: its number, and where its answer goes.
    inbox: Option<(u32, Inbox)>,
    awaited: Awaited,
    /// How many things were waited for: what was given up may still come.
    waits: u32,
    /// Watches while the library is waited for.
    watch: Option<Watch>,
    /// Whether the library lost an answer.
    lost: bool,
    /// How often the token had been renewed when the last request left.
    renewals: u32,
    callback: Function,
    timer: Option<Timer>,
    /// Held for what their ends do.
    abort: Abort,
    listening: Option<Listening>,
    _deadline: Timer,
}

/// Where the answers of batches go, by their numbers.
pub(crate) type Inbox = Rc<Cell<Vec<(u32, Result<Answer<Json>, Error>)>>>;

impl Steps for Running {
    fn step(&mut self, event: u32, value: &JsValue) -> Option<Result<JsValue, Error>> {
        let done = match event {
            event::LATE => Err(Course::late()),
            event::ABORTED => Ok(None),
            _ if event / event::COUNT != self.waits => return None,
            _ => self.proceed(event % event::COUNT, value),
        };
        // Checked at every step: whoever aborts while one is made calls back in vain.
        let done = match (done, &self.listening) {
            (Ok(None), Some(listening)) => listening.check().map(|()| None),
            (done, _) => done,
        };
        let done = done.map_err(|error| self.sign(error)).transpose();
        match (done, &self.inbox) {
            (Some(Err(error)), Some(_)) => Some(Ok(self.hand_over(Err(error)))),
            (done, _) => done,
        }
    }

    fn sign(&self, error: Error) -> Error {
        self.course.sign(error).with_backup(self.backup.clone())
    }
}

impl Running {
    /// Prepares a call.
    pub(crate) fn new(
        call: Call,
        connected: Connected,
        options: Options,
        inbox: Option<(u32, Inbox)>,
        callback: Function,
    ) -> Result<Self, Error> {
        let Connected { mut way, owner } = connected;
        if !fits_a_form(&call.parameters(options.family)) {
            way = way.beyond_forms()?;
        }
        let portal = way.portal();
        let family = known(&owner, |known| known.family(options.family));
        Ok(Self {
            course: Course::new(call, family, options.retries, Date::now() + options.timeout),
            way,
            owner,
            portal,
            keeps: options.backup,
            backup: None,
            inbox,
            awaited: Awaited::Pause,
            waits: 0,
            watch: None,
            lost: false,
            renewals: 0,
            timer: None,
            abort: Abort::new()?,
            listening: options.signal.map(|signal| Listening::new(signal, for_event(&callback, event::ABORTED))),
            _deadline: Timer::new(&for_event(&callback, event::LATE), options.timeout),
            callback,
        })
    }

    /// What was waited for is there, or will never be, or there is a hint of it.
    fn proceed(&mut self, event: u32, value: &JsValue) -> Result<Option<JsValue>, Error> {
        let Some(mut watch) = self.watch.take() else { return self.settled(event != event::BROKEN, value) };
        let is_lost = match event {
            event::ERROR => {
                watch.error(value, &self.back_for(event::JUDGE));
                false
            }
            event::ENTRIES => {
                watch.entries(value, &self.back_for(event::SILENCE));
                false
            }
            event::JUDGE => watch.is_lost(),
            event::SILENCE => true,
            _ => {
                drop(watch);
                return self.settled(event != event::BROKEN, value);
            }
        };
        if is_lost {
            self.lost = true;
            return self.answered(Err(watch.lost()));
        }
        self.watch = Some(watch);
        Ok(None)
    }

    /// What was waited for is there, or will never be.
    fn settled(&mut self, kept: bool, value: &JsValue) -> Result<Option<JsValue>, Error> {
        let reply = match mem::replace(&mut self.awaited, Awaited::Pause) {
            Awaited::Pause => return self.send(),
            Awaited::Token(_ended) => {
                if let Some(token) = self.way.token() {
                    token.renewed(self.renewals, kept, value)?;
                }
                return self.send();
            }
            Awaited::Library => Ok(match self.course.call() {
                Call::Batch(batch) => read_library_batch(kept, value, batch),
                _ => read_library(kept, value),
            }),
            Awaited::Response => match read_head(kept, value) {
                Ok((status, body)) => return Ok(self.wait(Awaited::Body(status), &body)),
                Err(error) => Err(error),
            },
            Awaited::Body(status) => read_body(status, kept, value),
        };
        self.answered(reply)
    }

    fn answered(&mut self, reply: Result<Reply, Error>) -> Result<Option<JsValue>, Error> {
        let (now, chance) = (Date::now(), Math::random());
        match known(&self.owner, |known| self.course.answered(reply, known, now, chance)) {
            Step::Done(answer) => self.done(answer),
            Step::Fail(error) => Err(error),
            Step::Send => self.send(),
            Step::Wait(pause) => {
                self.awaited = Awaited::Pause;
                self.waits = self.waits.wrapping_add(1);
                self.timer = Some(Timer::new(&self.back_for(event::KEPT), pause));
                Ok(None)
            }
            Step::Renew(error) => self.renew(error),
        }
    }

    /// The answer is there: the end, or, of a card that is read only to be reset, the middle.
    fn done(&mut self, answer: Answer<Json>) -> Result<Option<JsValue>, Error> {
        if self.inbox.is_some() {
            return Ok(Some(self.hand_over(Ok(answer))));
        }
        let Answer { result, time } = answer;
        let result = match *self.course.call() {
            Call::Get(card) => {
                let layout = layout(result)?;
                if self.keeps {
                    return self.reset(card, layout);
                }
                layout.map_or(Json::Null, Layout::into_json)
            }
            _ => confirmation(&result).map(|()| Json::Bool(true))?,
        };
        let mut json = Json::Object(Vec::new());
        json.put("result", result);
        if let Some(time) = time {
            json.put("time", time.into_json());
        }
        if let Some(backup) = self.backup.take() {
            json.put("backup", backup.into_json());
        }
        to_javascript(&json).map(Some).map_err(|thrown| {
            Error::new(ErrorKind::Internal, "NOT_READ", "The answer could not be handed over.").caused_by(thrown)
        })
    }

    /// The end of a batch: its answer is nothing that JavaScript sees.
    fn hand_over(&mut self, answer: Result<Answer<Json>, Error>) -> JsValue {
        if let Some((ticket, inbox)) = &self.inbox {
            put(inbox, *ticket, answer);
        }
        JsValue::UNDEFINED
    }

    /// Resets the card that was read.
    fn reset(&mut self, card: Card, layout: Option<Layout>) -> Result<Option<JsValue>, Error> {
        self.backup = Some(Backup { portal: self.portal.clone(), card, taken_at: date(), layout });
        self.course.follow_with(Call::Reset(card));
        self.send()
    }

    fn send(&mut self) -> Result<Option<JsValue>, Error> {
        // What the library does not tell, the portal does.
        if self.lost
            && let Some(fetch) = self.way.by_fetch()
        {
            self.way = fetch;
        }
        self.renewals = self.way.token().map_or(0, Token::renewals);
        paced(&self.portal, |pace| pace.count(Date::now()));
        let (method, parameters) = self.course.request();
        let sent = match &self.way {
            Way::Bx24(library) => {
                let library = library.clone();
                return self.call_library(&library, method, &parameters);
            }
            Way::Fetch(fetch) => fetch.begin(method, parameters, &self.abort),
        };
        match sent {
            Ok(response) => Ok(self.wait(Awaited::Response, &response)),
            Err(error) => self.answered(Err(error)),
        }
    }

    fn call_library(&mut self, library: &Bx24, method: &str, parameters: &Json) -> Result<Option<JsValue>, Error> {
        let (answer, [resolve, _]) = deferred();
        self.wait(Awaited::Library, &answer);
        if library.is_open() {
            let on_error = self.back_for(event::ERROR);
            self.watch = Some(Watch::new(&self.portal, method, on_error, &self.back_for(event::ENTRIES)));
        }
        let begun = match self.course.call() {
            Call::Batch(batch) => library.begin_batch(batch, self.course.family(), &resolve),
            _ => library.begin(method, parameters, &resolve),
        };
        match begun {
            Ok(()) => Ok(None),
            Err(error) => {
                self.watch = None;
                self.answered(Err(error))
            }
        }
    }

    fn renew(&mut self, error: Error) -> Result<Option<JsValue>, Error> {
        let Some(token) = self.way.token() else { return Err(error) };
        if token.renewals() != self.renewals {
            return self.send();
        }
        match token.begin()? {
            Some((renewal, ended)) => Ok(self.wait(Awaited::Token(ended), &renewal)),
            None => Err(error),
        }
    }

    fn wait(&mut self, awaited: Awaited, promise: &Promise) -> Option<JsValue> {
        self.awaited = awaited;
        self.waits = self.waits.wrapping_add(1);
        let promise = promise.unchecked_ref::<Promised>();
        promise.then(&self.back_for(event::KEPT), &self.back_for(event::BROKEN));
        None
    }

    /// The function to call back for an event of what is waited for now.
    fn back_for(&self, event: u32) -> Function {
        for_event(&self.callback, self.waits.wrapping_mul(event::COUNT).wrapping_add(event))
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Promise`, but for the one method whose declaration asks for more than this needs.
    type Promised;

    #[wasm_bindgen(method)]
    fn then(this: &Promised, kept: &Function, broken: &Function) -> JsValue;
}
