use crate::card::{Layout, UserId};
use crate::client::{Client, Clock, Connection, milliseconds, nothing_to_change};
use crate::engine::{BulkKind, BulkReport, BulkTask, Completion, Operation, Progress, RateLimit, Settings, Task};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::time::Duration;

/// How the cards of many users are read, reset or restored.
#[derive(Clone, Copy, Debug)]
pub struct BulkOptions {
    /// Whether the cards that are read, or those that are reset, are given as backups. The latter are read before. Nothing to a
    /// restoring.
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

/// The personal cards of many users that are read, reset or restored. The report can be had at any time.
///
/// Whatever has happened when its [`run`](Self::run) is dropped is in the report, the backups included.
#[derive(Debug)]
#[must_use = "nothing is done before it runs"]
pub struct BulkOperation<'client, C, K> {
    client: &'client Client<C, K>,
    operation: Operation,
    report: Option<BulkReport>,
    has_run: bool,
}

impl<'client, C: Connection, K: Clock> BulkOperation<'client, C, K> {
    pub(super) fn new(
        client: &'client Client<C, K>,
        kind: BulkKind,
        cards: Vec<(UserId, Option<Layout>)>,
        options: BulkOptions,
    ) -> Self {
        let task = BulkTask {
            kind,
            cards,
            total_timeout: options.total_timeout.map_or(f64::INFINITY, milliseconds),
            limit: options.limit,
        };
        let settings = Settings { backup: options.backup, ..client.settings() };
        let operation = Operation::new(Task::Bulk(task), settings, client.shared.knowledge.get());
        Self { client, operation, report: None, has_run: false }
    }

    /// Does it, for [`Batch::MAX`](crate::protocol::Batch::MAX) users in a request, as fast as the portal's limit allows.
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
        if let Completion::Bulk(report) = self.client.drive(&mut self.operation, tell, nothing_to_change).await {
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

/// Each user once.
pub(super) fn distinct(users: impl IntoIterator<Item = UserId>) -> Vec<(UserId, Option<Layout>)> {
    users.into_iter().collect::<BTreeSet<_>>().into_iter().map(|user| (user, None)).collect()
}
