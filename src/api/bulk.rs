use crate::api::abort::{Listening, refuse_aborted};
use crate::api::arguments;
use crate::api::connected::Connected;
use crate::api::options::{BULK, Options};
use crate::api::remembered::{known, paced};
use crate::api::running::{Inbox, Running, put};
use crate::api::steps::{Place, Steps, begin, closure, for_event, start};
use crate::card::{Backup, UserId};
use crate::connection::{Timer, date, to_javascript};
use crate::portal::{Bulk, Call, Course, Due, Error, Family, Manner, Progress, Report};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;
use js_sys::{Array, Date, Function, Math, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

/// Resets the personal cards of many users, and reports what became of each.
#[wasm_bindgen(js_name = resetContactCards)]
pub fn reset_contact_cards(user_ids: &JsValue, options: &JsValue, defaults: &JsValue) -> Promise {
    start(&|callback| {
        let users = arguments::user_ids(user_ids)?;
        let options = Options::read(options, defaults, BULK)?;
        Ok(Box::new(Bulking::new(users, options, callback)?))
    })
}

/// What the function of a bulk reset is called back for, beside its beginning.
mod event {
    /// A pause is over.
    pub(super) const ON: u32 = 1;
    /// A batch has been answered: its answer is in the inbox.
    pub(super) const ANSWERED: u32 = 2;
    /// The deadline of the whole.
    pub(super) const LATE: u32 = 3;
    /// The caller's signal.
    pub(super) const ABORTED: u32 = 4;
}

/// A bulk reset under way.
struct Bulking {
    bulk: Option<Bulk>,
    connected: Connected,
    portal: String,
    options: Options,
    inbox: Inbox,
    under_way: Vec<(u32, Place)>,
    callback: Function,
    timer: Option<Timer>,
    listening: Option<Listening>,
    _deadline: Option<Timer>,
}

impl Bulking {
    fn new(users: Vec<UserId>, mut options: Options, callback: Function) -> Result<Self, Error> {
        let mut connected = options.connected()?;
        connected.way = connected.way.for_batches()?;
        let portal = connected.way.portal();
        if let Some(limit) = options.limit {
            paced(&portal, |pace| pace.limit = limit);
        }
        let signal = options.signal.take();
        if let Some(signal) = &signal {
            refuse_aborted(signal)?;
        }
        let manner = Manner {
            portal: portal.clone(),
            family: known(&connected.owner, |known| known.family(options.family)),
            keeps: mem::take(&mut options.backup),
            retries: mem::take(&mut options.retries),
            patience: options.timeout,
            deadline: options.total_timeout.map(|total| Date::now() + total),
        };
        Ok(Self {
            bulk: Some(Bulk::new(users, manner)),
            connected,
            portal,
            inbox: Inbox::default(),
            under_way: Vec::new(),
            timer: None,
            listening: signal.map(|signal| Listening::new(signal, for_event(&callback, event::ABORTED))),
            _deadline: options.total_timeout.map(|total| Timer::new(&for_event(&callback, event::LATE), total)),
            options,
            callback,
        })
    }

    /// Takes in the answers that came.
    fn hear(&mut self, bulk: &mut Bulk) {
        for (ticket, answer) in self.inbox.take() {
            self.under_way.retain(|(other, _)| *other != ticket);
            if answer.as_ref().is_err_and(|error| error.code == Error::SILENT)
                && let Some(fetch) = self.connected.way.by_fetch()
            {
                self.connected.way = fetch;
            }
            let (now, date, chance) = (Date::now(), date(), Math::random());
            paced(&self.portal, |pace| bulk.answered(ticket, answer, pace, now, &date, chance));
            self.tell(bulk.progress());
        }
    }

    /// Sends what is due. Batches that fail at once are heard at once.
    fn go_on(&mut self, bulk: &mut Bulk) -> bool {
        loop {
            self.hear(bulk);
            if self.aborted().is_some() {
                return false;
            }
            match bulk.due(paced(&self.portal, |pace| *pace), Date::now()) {
                Due::Send(ticket, batch, family) => {
                    let place = self.send(ticket, &Call::Batch(batch), family);
                    self.under_way.push((ticket, place));
                }
                Due::Wait(pause) => {
                    self.timer = Some(Timer::new(&for_event(&self.callback, event::ON), pause));
                    return false;
                }
                Due::Idle => return false,
                Due::Over => return true,
            }
        }
    }

    fn send(&self, ticket: u32, call: &Call, family: Family) -> Place {
        let answered = for_event(&self.callback, event::ANSWERED);
        let (inbox, heard) = (self.inbox.clone(), answered.clone());
        // After a fault of this package a batch does not answer by itself.
        let broken = closure(move |_, _| {
            put(&inbox, ticket, Err(Error::fault().in_doubt()));
            let _ = heard.call0(&JsValue::UNDEFINED);
        });
        begin([answered, broken], &|callback| {
            let mut options = self.options.clone();
            options.family = family;
            let inbox = Some((ticket, self.inbox.clone()));
            Ok(Box::new(Running::new(call.clone(), self.connected.clone(), options, inbox, callback)?))
        })
    }

    fn aborted(&self) -> Option<Error> {
        self.listening.as_ref()?.check().err()
    }

    /// Whatever the caller's function throws is the caller's.
    fn tell(&self, progress: Progress) {
        if let Some(on_progress) = &self.options.on_progress {
            let told = object(&[
                ("total", progress.total.into()),
                ("done", progress.done.into()),
                ("failed", progress.failed.into()),
                ("pending", progress.pending().into()),
            ]);
            let _ = on_progress.call1(&JsValue::UNDEFINED, &told);
        }
    }
}

impl Steps for Bulking {
    fn step(&mut self, event: u32, _: &JsValue) -> Option<Result<JsValue, Error>> {
        let mut bulk = self.bulk.take()?;
        let late = (event == event::LATE).then(Course::late);
        // Twice: nothing is sent after an abort, and whoever is told how far it is may abort it.
        let ended = match late.or_else(|| self.aborted()) {
            None if self.go_on(&mut bulk) => None,
            None => match self.aborted() {
                None => {
                    self.bulk = Some(bulk);
                    return None;
                }
                aborted => aborted,
            },
            ended => ended,
        };
        if let Some(error) = ended {
            bulk.stop(error);
        }
        // What is still under way is given up.
        for (_, place) in mem::take(&mut self.under_way) {
            drop(place.take());
        }
        if bulk.switched() {
            known(&self.connected.owner, |known| known.items_only = true);
        }
        Some(Ok(report(bulk.report())))
    }

    fn sign(&self, error: Error) -> Error {
        error.in_doubt()
    }
}

fn report(report: Report) -> JsValue {
    let ids = |users: Vec<UserId>| users.iter().map(|user| JsValue::from(user.get())).collect::<Array>().into();
    let failed = report
        .failed
        .into_iter()
        .map(|(user, error)| object(&[("userId", user.get().into()), ("error", error.into())]));
    let backups = report.backups.into_iter().map(Backup::into_json);
    let told = object(&[
        ("done", ids(report.done)),
        ("failed", failed.collect::<Array>().into()),
        ("pending", ids(report.pending)),
        ("backups", backups.map(|backup| to_javascript(&backup).unwrap_or_default()).collect::<Array>().into()),
    ]);
    if let Some(error) = report.stopped {
        // A fresh object takes every property.
        let _ = Reflect::set(&told, &"stopped".into(), &error.into());
    }
    told
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}
