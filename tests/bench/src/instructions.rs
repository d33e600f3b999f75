//! What a call takes of the processor in the crate's own code: instructions, which are the same in each run. valgrind counts them.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::future::pending;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use bx24_contact_card::card::Json;
use bx24_contact_card::client::{Clock, Connection};
use bx24_contact_card::protocol::{Batch, Body, Fields, Reply, Request};
use bx24_contact_card::{BulkOptions, Card, Client, Error, RateLimit, Transport, UserId};
use clap::ValueEnum;
use futures_lite::future::block_on;

use crate::report::{Cell, Section, Table, Unit};

const TEXT: &str = "\
What the crate itself does for a call, with an optimized build for this machine: the engine, the protocol and the domain, driven through the
Rust API, with a connection that answers at once. A simulated processor counts the instructions, so that the same code gives the same figure.";

/// Without it nothing is counted.
const VALGRIND: &str = "valgrind";

/// Calls that are made by two runs. Their difference is without what a process does at its start and end.
const TIMES: [u32; 2] = [200, 400];

/// Figures of the commit measured before: its name, and instructions by what was called.
pub(crate) type Before = (String, Instructions);

/// Instructions by what is called.
pub(crate) type Instructions = BTreeMap<String, u64>;

/// What is called.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum HotPath {
    Reset,
    Read,
    Batch,
}

impl HotPath {
    fn title(self) -> &'static str {
        match self {
            Self::Reset => "a reset",
            Self::Read => "a card of 40 fields, read",
            Self::Batch => "a batch of 50 resets",
        }
    }

    /// Makes this call so many times.
    pub(crate) fn run(self, times: u32) -> Result<()> {
        let client = Client::new(Portal { card: card() }, Still);
        let user = UserId::try_from(6)?;
        let users: Vec<_> = (1..=50).map(UserId::try_from).collect::<Result<_, _>>()?;
        let limit = RateLimit::new(1e6, 1e6)?;
        let one = async || match self {
            Self::Reset => client.reset(Card::Personal(Some(user))).await.is_ok(),
            Self::Read => client.get(Card::Personal(Some(user))).await.is_ok_and(|answer| answer.result.is_some()),
            Self::Batch => {
                let options = BulkOptions { limit, ..BulkOptions::default() };
                let mut bulk = client.reset_many(users.iter().copied(), options);
                bulk.run(|_, _| {}).await;
                bulk.into_report().done.len() == users.len()
            }
        };
        block_on(async {
            for _ in 0..times {
                ensure!(black_box(one().await), "{} failed", self.title());
            }
            Ok(())
        })
    }

    /// The instructions of one call.
    fn count(self) -> Result<u64> {
        let [few, many] = TIMES.map(|times| self.count_of(times));
        Ok((many? - few?) / u64::from(TIMES[1] - TIMES[0]))
    }

    fn count_of(self, times: u32) -> Result<u64> {
        let mut valgrind = Command::new(VALGRIND);
        valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        let value = self.to_possible_value().context("it has a name")?;
        valgrind.arg(env::current_exe()?).args(["hot-path", value.get_name(), &times.to_string()]);
        let output = valgrind.output()?;
        ensure!(output.status.success(), "{valgrind:?}: {}", output.status);
        let told = String::from_utf8_lossy(&output.stderr);
        let count = told.lines().find_map(|line| line.split_once("I refs:").or_else(|| line.split_once("I   refs:")));
        let (_, count) = count.with_context(|| format!("{VALGRIND} counted nothing: {told}"))?;
        Ok(count.trim().replace(',', "").parse()?)
    }
}

/// The instructions of each call. Nothing where there is no valgrind.
pub(crate) fn count() -> Result<Option<Instructions>> {
    if Command::new(VALGRIND).arg("--version").output().is_err() {
        eprintln!(
            "Instructions are not counted: valgrind is missing. On Debian and Ubuntu: sudo apt-get install valgrind"
        );
        return Ok(None);
    }
    let counts = HotPath::value_variants().iter().map(|path| Ok((path.title().to_owned(), path.count()?)));
    counts.collect::<Result<_>>().map(Some)
}

/// The counts beside those of the commit before.
pub(crate) fn section(counts: &Instructions, before: Option<&Before>) -> Section {
    let commit = before.map_or("before", |(commit, _)| commit.as_str());
    let columns = [("instructions", Unit::Count), (commit, Unit::Count), ("change", Unit::Count)];
    let mut table = Table::new("Instructions of a call", &columns);
    for (path, count) in counts {
        let count = *count as f64;
        let old = before.and_then(|(_, counts)| counts.get(path)).map(|old| *old as f64);
        let [old, change] = [old, old.map(|old| count - old)].map(|cell| cell.map_or(Cell::Nothing, Cell::Number));
        table.push(path, [count.into(), old, change]);
    }
    Section { title: "Instructions".into(), text: TEXT.into(), tables: vec![table], ..Section::default() }
}

/// The figures before, where there are any.
pub(crate) fn before(file: &Path) -> Result<Option<Before>> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

/// A portal that does as it is told.
struct Portal {
    card: Json,
}

impl Connection for Portal {
    async fn send(&self, request: Request, _: Transport) -> Result<Reply, Error> {
        let confirmed = Json::Bool(true);
        let result = if request.method == Batch::METHOD {
            let Some(Json::Object(commands)) = request.parameters.get("cmd") else { return pending().await };
            let result = Json::Object(commands.iter().map(|(key, _)| (key.clone(), confirmed.clone())).collect());
            Json::Object(vec![("result".into(), result), ("result_error".into(), Json::Array(Vec::new()))])
        } else if request.method.rsplit('.').next() == Some("get") {
            self.card.clone()
        } else {
            confirmed
        };
        Ok(Reply { status: Some(200), body: Body::Json(Fields { result: Some(result), ..Fields::default() }) })
    }

    fn origin(&self) -> String {
        "https://portal.bitrix24.com".into()
    }
}

/// A card of 40 fields.
fn card() -> Json {
    let object = |entries: Vec<(&str, Json)>| entries.into_iter().collect::<Json>();
    let field = |number: u32| object(vec![("name", format!("UF_CRM_{number}").into()), ("optionFlags", 1.into())]);
    let fields = (1_700_000_000..1_700_000_040).map(field).collect::<Json>();
    let section = object(vec![
        ("name", "main".into()),
        ("title", "About".into()),
        ("type", "section".into()),
        ("elements", fields),
    ]);
    [section].into_iter().collect()
}

/// Time that stands still: nobody waits.
struct Still;

impl Clock for Still {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn date(&self) -> String {
        "2026-11-24T10:00:00.000Z".into()
    }

    async fn sleep(&self, _: Duration) {
        pending::<()>().await;
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

#[cfg(test)]
mod tests {
    use super::HotPath;
    use clap::ValueEnum;

    #[test]
    fn each_call_succeeds() {
        for path in HotPath::value_variants() {
            path.run(3).unwrap();
        }
    }
}
