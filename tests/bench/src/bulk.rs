//! How long many cards take under a portal's limit.

use std::fs;

use anyhow::{Context, Result};
use futures_util::future::try_join_all;
use portal::{Options, Portal};
use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::contenders::{FULL, SDK};
use crate::report::{Goal, Section, Table, Unit};
use crate::workshop::{Workshop, number, result_of};

const TEXT: &str = "\
Personal cards of 40 fields by webhook, under the limit of a portal that takes 1.3 seconds for an answer to 50 commands. Nothing can be faster
than the floor: the limit's own time, (requests − burst) ÷ rate, and one answer. What is restored was reset with backups before, which is
counted. The package has 10 requests in flight at most by the limit of the cloud, and 25 by that of Enterprise, which takes longer than the
floor where most requests are in the burst. Each run has a process and a portal of its own; those of the package follow each other, beside
those of the official SDK.";

/// How many a batch holds, and the milliseconds that each is given.
const BATCH: u32 = 50;
const COMMAND: u32 = 26;

/// How much longer than the floor ours should take at most.
const PROMISED: f64 = 1.05;

/// What is done by whom.
struct Job {
    title: &'static str,
    /// A key of `clients` in the script.
    what: &'static str,
    package: &'static str,
    /// The requests that 50 users take.
    requests: u32,
}

/// The first is the official SDK's.
static JOBS: [Job; 4] = [
    Job { title: SDK, what: "sdk", package: SDK, requests: 1 },
    Job { title: FULL, what: "reset", package: FULL, requests: 1 },
    Job { title: "bx24-contact-card: read", what: "read", package: FULL, requests: 1 },
    Job { title: "bx24-contact-card: reset, restored", what: "undo", package: FULL, requests: 3 },
];

/// A portal's limit, and enough users for its rate to matter, not only the burst.
#[derive(Clone, Copy)]
struct Plan {
    title: &'static str,
    burst: u32,
    per_second: u32,
    users: u32,
}

const CLOUD: Plan = Plan { title: "50 at once and 2 a second", burst: 50, per_second: 2, users: 10_000 };
const ENTERPRISE: Plan =
    Plan { title: "Enterprise, 250 at once and 5 a second", burst: 250, per_second: 5, users: 20_000 };

impl Plan {
    /// The seconds that nobody can go below.
    fn floor(&self, requests: u32) -> f64 {
        let requests = self.users / BATCH * requests;
        f64::from(requests - self.burst) / f64::from(self.per_second) + f64::from(BATCH * COMMAND) / 1000.0
    }

    /// Runs one job after another: beside each other they would take each other's processors.
    async fn run_all(self, jobs: &[Job], workshop: &Workshop) -> Result<Vec<Value>> {
        let mut results = Vec::new();
        for job in jobs {
            results.push(self.run(job, workshop).await?);
        }
        Ok(results)
    }

    /// Starts a client and its portal, and waits for what it tells.
    async fn run(self, job: &Job, workshop: &Workshop) -> Result<Value> {
        let portal = Portal::start(Options { tls: true, ..Options::default() }).await?;
        let certificate = NamedTempFile::new()?;
        fs::write(certificate.path(), portal.certificate().context("it has a certificate")?)?;
        let limit = json!({ "burst": self.burst, "perSecond": self.per_second }).to_string();
        let then = json!({ "delayMs": BATCH * COMMAND });
        let faults = json!([{ "match": "batch", "times": 1_000_000, "then": then }]).to_string();
        let users = self.users.to_string();
        let mut node = workshop.node("bulk.mjs", &[job.what, job.package, portal.url(), &users, &limit, &faults]);
        node.env("NODE_EXTRA_CA_CERTS", certificate.path());
        result_of(node).await
    }
}

pub(crate) async fn measure(workshop: &Workshop, is_quick: bool) -> Result<Section> {
    let plans = if is_quick { vec![Plan { users: 3_000, ..CLOUD }] } else { vec![CLOUD, ENTERPRISE] };
    let (sdk, ours) = JOBS.split_at(1);
    let runs = plans.iter().flat_map(|plan| [sdk, ours].map(|jobs| plan.run_all(jobs, workshop)));
    let mut results = try_join_all(runs).await?.into_iter().flatten();
    let mut section = Section { title: "Many cards".into(), text: TEXT.into(), ..Section::default() };
    for plan in plans {
        let title = format!("{} cards, {}", plan.users, plan.title);
        let columns = [
            ("time", Unit::Seconds),
            ("floor", Unit::Seconds),
            ("× floor", Unit::Ratio),
            ("memory of the process", Unit::Memory),
        ];
        let mut table = Table::new(&title, &columns);
        for (job, result) in JOBS.iter().zip(&mut results) {
            let (seconds, floor) = (number(&result, "seconds")?, plan.floor(job.requests));
            table.push(job.title, [seconds, floor, seconds / floor, number(&result, "process")?]);
            if job.package == FULL {
                let what = format!("{title}: {} ÷ floor", job.title);
                section.goals.push(Goal { what, at_most: PROMISED, figure: seconds / floor });
            }
        }
        section.tables.push(table);
    }
    Ok(section)
}
