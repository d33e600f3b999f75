//! Every test there is, or some of them by name, and one summary.
//!
//! What waits runs beside what computes: the browsers of the package and of the page wait for portals and for time to pass,
//! while the checks, the host's tests and the fuzzer use the processors that are left.

use std::panic;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::suite::{Filter, Suite, build_for, compile_tests, run_documentation};
use crate::tally::Tally;
use crate::{check, fuzz, reproducible, setup};

/// What is to be run.
#[derive(clap::Args)]
pub(crate) struct Selection {
    /// Only the tests with NAME in their names, such as `firefox::undo` or `bundlers`, and what they need.
    name: Option<String>,
    /// Also what needs frameworks and other runtimes: the placement in Rust, and the package in Jest, Vitest, Next.js, workerd,
    /// Deno, Bun and others; and in Firefox and WebKit what engines have alike, for which Chromium speaks otherwise.
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
    let start = Instant::now();
    let mut rows = vec![set_up("setup", || setup::for_build(project))];
    if rows[0].tally.failed == 0 {
        match filter.name {
            None => everything(project, filter, &mut rows),
            Some(name) => by_name(project, name, filter, &mut rows)?,
        }
    }
    Ok(summarize(&rows, start.elapsed()))
}

/// What reports no number of its own, such as a check, counts as one.
fn everything(project: &Project, filter: Filter<'_>, rows: &mut Vec<Row>) {
    // What is downloaded, what is compiled for browsers, and what for the host: neither waits for the others.
    let prepare = || {
        let tools = set_up("tools of the tests", || setup::for_tests(project));
        vec![tools, measure("build", || once(build_for(&Suite::ALL, project, filter)))]
    };
    let prepared = beside(prepare, || vec![measure("compilation of the tests", || once(compile_tests(project)))]);
    let has_tools = prepared[0].tally.failed == 0;
    rows.extend(prepared);
    if !has_tools {
        return;
    }
    let run = |suite: Suite| measure(suite.title(), || suite.run(project, filter));
    let waiting =
        || beside(|| vec![run(Suite::Package), run(Suite::Module)], || vec![run(Suite::Page), run(Suite::Portal)]);
    let computing = || {
        give_way();
        // One process each. The host's tests come last: they use all processors when the other lines have ended.
        let mut rows = vec![measure("fuzzing", || fuzz::briefly(project))];
        if filter.full {
            rows.push(measure("the same module everywhere", || once(reproducible::check(project))));
        }
        rows.extend(check::checks(project).into_iter().map(|(name, check)| measure(name, || once(check()))));
        rows.push(measure("documentation's examples", || run_documentation(project)));
        rows.push(run(Suite::Host));
        rows
    };
    rows.extend(beside(waiting, computing));
}

/// Does both at the same time.
fn beside(one: impl FnOnce() -> Vec<Row> + Send, other: impl FnOnce() -> Vec<Row> + Send) -> Vec<Row> {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let mut rows = one();
        rows.extend(other.join().unwrap_or_else(|payload| panic::resume_unwind(payload)));
        rows
    })
}

/// Lets the processes that this thread starts from here on have only the processors that others leave.
fn give_way() {
    // Without it tests are late, which they tell.
    let _ = rustix::process::nice(19);
}

/// Says which tests have the name, and runs those.
fn by_name(project: &Project, name: &str, filter: Filter<'_>, rows: &mut Vec<Row>) -> Result<()> {
    setup::for_tests(project)?;
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
    build_for(&found, project, filter)?;
    rows.extend(found.into_iter().map(|suite| measure(suite.title(), || suite.run(project, filter))));
    Ok(())
}

/// Installs something, which counts only where it fails.
fn set_up(name: &'static str, work: impl FnOnce() -> Result<()>) -> Row {
    measure(name, || work().map(|()| Tally::default()))
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

fn summarize(rows: &[Row], took: Duration) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    println!("\n{:24} {:>8} {:>8} {:>9}  slowest", "", "passed", "failed", "seconds");
    for Row { name, tally, took } in rows {
        let slowest = tally.slowest.iter().map(|(test, took)| format!("{test} {:.1}", took.as_secs_f64()));
        let slowest = slowest.collect::<Vec<_>>().join(", ");
        println!("{name:24} {:>8} {:>8} {:>9.1}  {slowest}", tally.passed, tally.failed, took.as_secs_f64());
        passed += tally.passed;
        failed += tally.failed;
    }
    println!("{:42} {:>9.1}", "", took.as_secs_f64());
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
