//! Every test there is, and one summary.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::portal::Portal;
use crate::project::{CRATE, Project, WASM};
use crate::tally::Tally;
use crate::{build, check, example, fuzz, run, setup};

/// A line of the summary.
struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs everything, whatever fails; the last line is `N passed, N failed`. What reports no number of its own, such as a
/// check, counts as one.
pub(crate) fn everything(project: &Project) -> Result<ExitCode> {
    setup::everything(project)?;
    let mut rows = Vec::new();
    for (name, check) in check::checks(project) {
        rows.push(measure(name, || once(check())));
    }
    rows.push(measure("build", || once(build::package(project))));
    rows.push(measure("crate, portal, tasks", || suite(&mut host_tests(project))));
    rows.push(measure("fuzzing", || fuzz::briefly(project)));
    rows.push(measure("module in Chromium", || module_tests(project)));
    rows.push(measure("package", || {
        build::faulty(project)?;
        suite(&mut package_tests(project))
    }));
    rows.push(measure("build of the Rust example", || once(example::build(project))));
    rows.push(measure("page", || suite(project.cargo().args(["test", "--package=page", "--no-fail-fast"]))));
    Ok(summarize(&rows))
}

/// Two at a time for each processor, since they wait more than they work; those of the page work.
fn package_tests(project: &Project) -> Command {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut cargo = project.cargo();
    cargo.args(["test", "--package=package-tests", "--no-fail-fast"]);
    cargo.env("RUST_TEST_THREADS", (2 * processors).to_string());
    cargo
}

fn host_tests(project: &Project) -> Command {
    let mut cargo = project.cargo();
    // These two need the built package: they come later.
    cargo.args(["test", "--workspace", "--no-fail-fast", "--exclude=package-tests", "--exclude=page"]);
    cargo
}

/// The crate's wasm-bindgen tests, over real HTTP to a portal that runs beside them.
fn module_tests(project: &Project) -> Result<Tally> {
    let portal = Portal::start(project, &project.app())?;
    let runner = env::current_exe().context("where is this program?")?;
    let runner = format!("target.{WASM}.runner=[{:?}, \"wasm-test-runner\"]", runner.display().to_string());
    let mut cargo = project.cargo();
    cargo.args(["test", "--target", WASM, "--package", CRATE, "--features=npm", "--test=web", "--config", &runner]);
    cargo.env("CONTACT_CARD_PORTAL", &portal.url);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project.root.join("xtask/webdriver.json"));
    // Seconds for all of them together; 20 by default.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    suite(&mut cargo)
}

fn measure(name: &'static str, work: impl FnOnce() -> Result<Tally>) -> Row {
    eprintln!("\n▸ {name}");
    let start = Instant::now();
    let tally = work().unwrap_or_else(|error| {
        eprintln!("{name}: {error:#}");
        Tally { passed: 0, failed: 1 }
    });
    let took = start.elapsed();
    let mark = if tally.failed == 0 { '✓' } else { '✗' };
    eprintln!("{mark} {name}  {:.1} s", took.as_secs_f64());
    Row { name, tally, took }
}

fn once(outcome: Result<()>) -> Result<Tally> {
    outcome.map(|()| Tally { passed: 1, failed: 0 })
}

/// Runs test binaries, shows what they print as they print it, and counts.
fn suite(command: &mut Command) -> Result<Tally> {
    let mut runner = command.stdout(Stdio::piped()).spawn().context("could not start cargo")?;
    let mut tally = Tally::default();
    let stdout = runner.stdout.take().context("its output is piped")?;
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.read(&line);
    }
    let status = runner.wait()?;
    if !status.success() && tally.failed == 0 {
        eprintln!("{} ended with {status}", run::line(command));
        tally.failed = 1;
    }
    if tally == Tally::default() {
        bail!("{} ran no test", run::line(command));
    }
    Ok(tally)
}

fn summarize(rows: &[Row]) -> ExitCode {
    let mut total = Tally::default();
    println!("\n{:24} {:>8} {:>8} {:>9}", "", "passed", "failed", "seconds");
    for Row { name, tally, took } in rows {
        println!("{name:24} {:>8} {:>8} {:>9.1}", tally.passed, tally.failed, took.as_secs_f64());
        total += *tally;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
