use crate::card::UserId;
use crate::client::{Client, Clock, Connection, milliseconds};
use crate::engine::{BulkReport, BulkTask, Completion, Operation, Progress, RateLimit, Settings, Task};
use alloc::vec::Vec;
use core::time::Duration;

/// How the cards of many users are reset.
#[derive(Clone, Copy, Debug)]
pub struct BulkOptions {
    /// Whether each card is read before it is reset, so that the reset can be undone.
    pub backup: bool,
    /// How many requests the portal takes.
    pub limit: RateLimit,
    /// The time for all of it; [`Client::timeout`] is that of each request.
    pub total_timeout: Option<Duration>,
}

impl Default for BulkOptions {
    /// Without backups and deadline, at the limit of all plans but Enterprise.
    fn default() -> Self {
        Self { backup: false, limit: RateLimit::CLOUD, total_timeout: None }
    }
}

/// A bulk reset, of which the report can be had at any time.
///
/// Whatever has happened when its [`run`](Self::run) is dropped is in the report, the backups included.
#[derive(Debug)]
#[must_use = "nothing is reset before it runs"]
pub struct BulkReset<'client, C, K> {
    client: &'client Client<C, K>,
    operation: Operation,
    report: Option<BulkReport>,
    has_run: bool,
}

impl<'client, C: Connection, K: Clock> BulkReset<'client, C, K> {
    pub(super) fn new(
        client: &'client Client<C, K>,
        users: impl IntoIterator<Item = UserId>,
        options: BulkOptions,
    ) -> Self {
        let mut users: Vec<_> = users.into_iter().collect();
        users.sort_unstable();
        users.dedup();
        let task = BulkTask {
            users,
            total_timeout: options.total_timeout.map_or(f64::INFINITY, milliseconds),
            limit: options.limit,
        };
        let settings = Settings { backup: options.backup, ..client.settings() };
        let operation = Operation::new(Task::ResetMany(task), settings, client.shared.knowledge.get());
        Self { client, operation, report: None, has_run: false }
    }

    /// Resets the cards, [`Batch::MAX`](crate::protocol::Batch::MAX) in a request, as fast as the portal's limit allows.
    /// `on_progress` gets the counts, and what has become of whom so far: its users are done or failed.
    ///
    /// It runs once. When it is dropped before its end, no request follows.
    pub async fn run(&mut self, mut on_progress: impl FnMut(Progress, &BulkReport)) {
        if core::mem::replace(&mut self.has_run, true) {
            return;
        }
        let tell = |progress, operation: &Operation| {
            if let Some(report) = operation.bulk_report() {
                on_progress(progress, report);
            }
        };
        if let Completion::Bulk(report) = self.client.drive(&mut self.operation, tell).await {
            self.report = Some(report);
        }
    }

    /// What has become of whom. It has each user exactly once.
    #[must_use]
    pub fn into_report(mut self) -> BulkReport {
        match self.report.take() {
            Some(report) => report,
            None => match self.client.cancel(&mut self.operation) {
                Some(Completion::Bulk(report)) => report,
                _ => BulkReport::default(),
            },
        }
    }
}
