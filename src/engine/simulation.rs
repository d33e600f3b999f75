//! Runs operations on a virtual clock: time passes only from one event to the next.

use crate::card::{Layout, UserId};
use crate::engine::{
    Action, BulkKind, BulkTask, Completion, Environment, Input, Knowledge, Operation, RateLimit, Settings, Task,
    TokenBucket, Transports,
};
use crate::protocol::{Call, Family};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;

/// The date of every moment.
pub(super) const DATE: &str = "2026-11-24T10:00:00.000Z";

/// The surroundings of operations.
pub(super) struct Simulation {
    pub(super) now: Cell<f64>,
    pub(super) transports: Cell<Transports>,
    pub(super) token: Cell<u32>,
    pub(super) jitter: f64,
}

impl Default for Simulation {
    /// A portal by fetch, at the time 0, with a jitter in the middle.
    fn default() -> Self {
        Self { now: Cell::new(0.0), transports: Cell::new(Transports::Fetch), token: Cell::new(0), jitter: 0.5 }
    }
}

impl Environment for Simulation {
    fn now(&self) -> f64 {
        self.now.get()
    }

    fn date(&self) -> String {
        DATE.into()
    }

    fn jitter(&self) -> f64 {
        self.jitter
    }

    fn transports(&self) -> Transports {
        self.transports.get()
    }

    fn token_generation(&self) -> u32 {
        self.token.get()
    }
}

impl Simulation {
    /// Runs an operation to its end. `perform` does what an action says, and tells in how many milliseconds which input comes of
    /// it; `until` is when the caller cancels it, with the second error.
    pub(super) fn run(
        &self,
        operation: &mut Operation,
        bucket: &mut TokenBucket,
        (until, mut cancelled): (f64, Option<Input>),
        mut perform: impl FnMut(Action, f64) -> Option<(f64, Input)>,
    ) -> Completion {
        let mut inputs: Vec<(f64, Input)> = Vec::new();
        let mut timer = None;
        operation.handle(Input::Started, bucket, self);
        loop {
            while let Some(action) = operation.next_action() {
                match action {
                    Action::Sleep(pause) => timer = Some(self.now.get() + pause),
                    Action::Finish(completion) => return *completion,
                    action => {
                        let now = self.now.get();
                        inputs.extend(perform(action, now).map(|(after, input)| (now + after, input)));
                    }
                }
            }
            // The first of those that come first, as in an event loop.
            let first = (0..inputs.len()).min_by(|one, other| inputs[*one].0.total_cmp(&inputs[*other].0));
            let next = first.map_or(f64::INFINITY, |first| inputs[first].0).min(timer.unwrap_or(f64::INFINITY));
            assert!(next.is_finite() || until.is_finite(), "it waits for nothing");
            let input = if until <= next {
                self.now.set(until);
                cancelled.take().expect("it ends when it is cancelled")
            } else if timer.is_some_and(|timer| timer <= next) {
                timer = None;
                self.now.set(next);
                Input::TimerFired
            } else {
                self.now.set(next);
                inputs.remove(first.expect("there is one")).1
            };
            operation.handle(input, bucket, self);
        }
    }
}

/// A call, and how it is made.
#[derive(Clone, Debug)]
pub(super) struct CallPlan {
    /// Of an edit, the reading that it begins with.
    pub(super) call: Call,
    pub(super) is_edit: bool,
    pub(super) backup: bool,
    pub(super) origin: String,
    pub(super) family: Family,
    pub(super) retries: u32,
    pub(super) timeout: f64,
}

impl CallPlan {
    pub(super) fn operation(self, knowledge: Knowledge) -> Operation {
        let Self { call, is_edit, backup, origin, family, retries, timeout } = self;
        let task = match call {
            Call::Get(card) if is_edit => Task::Edit(card),
            call => Task::Call(call),
        };
        Operation::new(task, Settings { backup, origin, family, retries, timeout }, knowledge)
    }
}

/// A bulk operation, and how it is made.
#[derive(Clone, Debug)]
pub(super) struct BulkPlan {
    pub(super) kind: BulkKind,
    pub(super) cards: Vec<(UserId, Option<Layout>)>,
    pub(super) backup: bool,
    pub(super) origin: String,
    pub(super) family: Family,
    pub(super) retries: u32,
    pub(super) timeout: f64,
    pub(super) total_timeout: Option<f64>,
    pub(super) limit: RateLimit,
}

impl BulkPlan {
    pub(super) fn operation(self, knowledge: Knowledge) -> Operation {
        let Self { kind, cards, backup, origin, family, retries, timeout, total_timeout, limit } = self;
        let settings = Settings { backup, origin, family, retries, timeout };
        Operation::new(
            Task::Bulk(BulkTask { kind, cards, total_timeout: total_timeout.unwrap_or(f64::INFINITY), limit }),
            settings,
            knowledge,
        )
    }
}
