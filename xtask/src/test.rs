//! Every test there is, or some of them by name, and one summary.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::suite::{Filter, Suite, run_documentation};
use crate::tally::Tally;
use crate::{build, check, fuzz, setup};

/// What is to be run.
#[derive(clap::Args)]
pub(crate) struct Selection {
    /// Only the tests with NAME in their names, such as `firefox::undo` or `bundlers`, and what they need.
    name: Option<String>,
    /// Also what needs frameworks and other runtimes: the placement in Rust, and the package in Jest, Vitest, Next.js,
    /// workerd, Deno and Bun.
    #[arg(long)]
    full: bool,
}

/// A line of the summary.
struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs what was selected, whatever fails; the last line is `N passed, N failed`.
pub(crate) fn run(project: &Project, selection: &Selection) -> Result<ExitCode> {
    let filter = Filter { name: selection.name.as_deref(), full: selection.full };
    let mut rows = vec![measure("setup", || setup::everything(project).map(|()| Tally::default()))];
    if rows[0].tally.failed > 0 {
        return Ok(summarize(&rows));
    }
    match filter.name {
        None => everything(project, filter, &mut rows),
        Some(name) => by_name(project, name, filter, &mut rows)?,
    }
    Ok(summarize(&rows))
}

/// What reports no number of its own, such as a check, counts as one.
fn everything(project: &Project, filter: Filter<'_>, rows: &mut Vec<Row>) {
    for (name, check) in check::checks(project) {
        rows.push(measure(name, || once(check())));
    }
    rows.push(measure("build", || once(build::package(project))));
    for suite in Suite::ALL {
        rows.push(measure(suite.title(), || {
            suite.prepare(project, filter)?;
            suite.run(project, filter)
        }));
        if suite == Suite::Host {
            rows.push(measure("documentation's examples", || run_documentation(project)));
            rows.push(measure("fuzzing", || fuzz::briefly(project)));
        }
    }
}

/// Says which tests have the name, and runs those.
fn by_name(project: &Project, name: &str, filter: Filter<'_>, rows: &mut Vec<Row>) -> Result<()> {
    let mut found = Vec::new();
    for suite in Suite::ALL {
        let names = suite.names(project, filter)?;
        if !names.is_empty() {
            println!("{}:\n  {}", suite.title(), names.join("\n  "));
            found.push(suite);
        }
    }
    if found.is_empty() {
        let more = if filter.full { "" } else { ", apart from those of --full" };
        bail!("no test has {name:?} in its name{more}");
    }
    for suite in found {
        rows.push(measure(suite.title(), || {
            suite.prepare(project, filter)?;
            suite.run(project, filter)
        }));
    }
    Ok(())
}

fn measure(name: &'static str, work: impl FnOnce() -> Result<Tally>) -> Row {
    eprintln!("\n▸ {name}");
    let start = Instant::now();
    let tally = work().unwrap_or_else(|error| {
        eprintln!("{name}: {error:#}");
        Tally::one_failed()
    });
    let took = start.elapsed();
    let mark = if tally.failed == 0 { '✓' } else { '✗' };
    eprintln!("{mark} {name}  {:.1} s", took.as_secs_f64());
    Row { name, tally, took }
}

fn once(outcome: Result<()>) -> Result<Tally> {
    outcome.map(|()| Tally::one())
}

fn summarize(rows: &[Row]) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    println!("\n{:24} {:>8} {:>8} {:>9}  slowest", "", "passed", "failed", "seconds");
    for Row { name, tally, took } in rows {
        let slowest = tally.slowest.iter().map(|(test, took)| format!("{test} {:.1}", took.as_secs_f64()));
        let slowest = slowest.collect::<Vec<_>>().join(", ");
        println!("{name:24} {:>8} {:>8} {:>9.1}  {slowest}", tally.passed, tally.failed, took.as_secs_f64());
        passed += tally.passed;
        failed += tally.failed;
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
