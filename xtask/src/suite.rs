//! The test programs, and how each is built, asked what it has, and run.
//!
//! All of the host's are built from the same selection, the whole workspace: with another, cargo would compile what they
//! depend on a second time, with other features.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::portal::Portal;
use crate::project::{CRATE, Project, WASM};
use crate::tally::Tally;
use crate::{build, example, run, setup};

/// The address that the module's tests are compiled with. Their browser finds a portal there, wherever that listens.
pub(crate) const MODULES_PORTAL: &str = "http://127.0.0.1:8024";

/// The tests that need the placement in Rust, and with it a framework.
const EXAMPLES_TESTS: &str = "rust_placement";

/// The tests of the package that need frameworks and runtimes, gigabytes of them.
const ENVIRONMENTS_TESTS: &str = "environments";

/// Programs that are built and run together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Suite {
    /// The crate, the portal, the tasks: whatever needs no package.
    Host,
    /// The crate as WebAssembly, in Chromium.
    Module,
    /// The packed package.
    Package,
    /// The placement page.
    Page,
}

/// Which of the tests.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Filter<'a> {
    /// Those that have this in their names.
    pub(crate) name: Option<&'a str>,
    /// Also those that need a framework or another runtime.
    pub(crate) full: bool,
}

impl Suite {
    pub(crate) const ALL: [Self; 4] = [Self::Host, Self::Module, Self::Package, Self::Page];

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Host => "crate, portal, tasks",
            Self::Module => "module in Chromium",
            Self::Package => "package",
            Self::Page => "page",
        }
    }

    /// The names of its tests that a filter leaves.
    pub(crate) fn names(self, project: &Project, filter: Filter<'_>) -> Result<Vec<String>> {
        let mut cargo = match self {
            Self::Host => host_tests(project),
            Self::Module => module_tests(project)?,
            Self::Package | Self::Page => self.program(project),
        };
        // cargo would tell wasm-bindgen's runner to be quiet as well, which it does not know.
        cargo.args((self != Self::Module).then_some("--quiet"));
        cargo.args(["--", "--list", "--format=terse"]).args(filter.name).args(self.left_out(filter));
        let listed = run::output(&mut cargo)?;
        Ok(listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    /// Builds what its tests look at.
    pub(crate) fn prepare(self, project: &Project, filter: Filter<'_>) -> Result<()> {
        match self {
            Self::Host | Self::Module => Ok(()),
            Self::Package => {
                if filter.full {
                    setup::for_environments(project)?;
                }
                build::package(project)?;
                build::faulty(project)
            }
            Self::Page if filter.full => {
                build::package(project)?;
                example::build(project)
            }
            Self::Page => build::package(project),
        }
    }

    /// Runs what a filter leaves, and counts.
    pub(crate) fn run(self, project: &Project, filter: Filter<'_>) -> Result<Tally> {
        match self {
            Self::Host if run::find("cargo-nextest").is_some() => run_with_nextest(project, filter),
            Self::Host => {
                eprintln!(
                    "cargo-nextest is not installed: cargo runs one test program after another, which takes longer."
                );
                read(host_tests(project).args(["--no-fail-fast", "--"]).args(filter.name))
            }
            Self::Module => run_module_tests(project, filter),
            Self::Package | Self::Page => {
                let report = project.target.join("reports").join(self.title()).with_extension("xml");
                let mut cargo = self.program(project);
                cargo.arg("--").args(filter.name).args(self.left_out(filter)).env("JUNIT_REPORT", &report);
                reported(&mut cargo, &report)
            }
        }
    }

    /// The suites with one program of their own.
    fn program(self, project: &Project) -> Command {
        let name = if self == Self::Page { "pages" } else { "package" };
        let mut cargo = project.cargo();
        cargo.args(["test", "--workspace", "--test", name]);
        cargo
    }

    fn left_out(self, filter: Filter<'_>) -> &'static [&'static str] {
        match self {
            Self::Page if !filter.full => &["--skip", EXAMPLES_TESTS],
            Self::Package if !filter.full => &["--skip", ENVIRONMENTS_TESTS],
            _ => &[],
        }
    }
}

/// The documentation's examples, which have a runner of their own.
pub(crate) fn run_documentation(project: &Project) -> Result<Tally> {
    read(project.cargo().args(["test", "--quiet", "--workspace", "--doc", "--no-fail-fast"]))
}

/// Builds the portal with the features that the tests' build gives its dependencies.
fn build_portal(project: &Project) -> Result<()> {
    run::show(project.cargo().args(["test", "--quiet", "--workspace", "--test=it", "--no-run"]))
}

/// By cargo alone: the unit tests, and the programs that need no package.
fn host_tests(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--lib", "--bins"]);
    for program in project.test_programs().filter(|program| !OTHERS.contains(program)) {
        cargo.args(["--test", program]);
    }
    cargo
}

/// Test programs of the host that are suites of their own.
const OTHERS: [&str; 2] = ["pages", "package"];

fn run_with_nextest(project: &Project, filter: Filter<'_>) -> Result<Tally> {
    let [page, package] = OTHERS;
    let name = filter.name.map(|name| format!(" and test(~{name})")).unwrap_or_default();
    let mut cargo = project.cargo();
    cargo.args(["nextest", "run", "--workspace", "--no-fail-fast", "--filterset"]);
    cargo.arg(format!("not (binary(={page}) or binary(={package})){name}"));
    reported(&mut cargo, &project.target.join("nextest/default/junit.xml"))
}

/// The crate's wasm-bindgen tests.
fn module_tests(project: &Project) -> Result<Command> {
    let runner = env::current_exe().context("where is this program?")?;
    let runner = format!("target.{WASM}.runner=[{:?}, \"wasm-test-runner\"]", runner.display().to_string());
    let mut cargo = project.cargo();
    cargo.args(["test", "--target", WASM, "--package", CRATE, "--features=npm", "--test=web", "--config", &runner]);
    cargo.env("CONTACT_CARD_PORTAL", MODULES_PORTAL);
    Ok(cargo)
}

/// They call a portal that runs beside them, over real HTTP.
fn run_module_tests(project: &Project, filter: Filter<'_>) -> Result<Tally> {
    build_portal(project)?;
    let portal = Portal::start(project, &project.app())?;
    let mut cargo = module_tests(project)?;
    cargo.arg("--").args(filter.name);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_settings(project, &portal)?);
    // Seconds for all of them together; 20 by default.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    read(&mut cargo)
}

/// Writes what the module's tests ask of Chromium: among others, that it finds `portal` at the address that they know.
fn webdriver_settings(project: &Project, portal: &Portal) -> Result<PathBuf> {
    let settings = fs::read(project.root.join("xtask/webdriver.json"))?;
    let mut settings: Value = serde_json::from_slice(&settings).context("xtask/webdriver.json is not JSON")?;
    let [from, to] = [MODULES_PORTAL, &portal.url].map(|url| url.trim_start_matches("http://"));
    let arguments = settings.pointer_mut("/goog:chromeOptions/args").and_then(Value::as_array_mut);
    let arguments = arguments.context("xtask/webdriver.json has no arguments for Chromium")?;
    // Other names of the portal are other origins to the module.
    let port = from.rsplit(':').next().unwrap_or_default();
    arguments.push(json!(format!("--host-resolver-rules=MAP {from} {to}, MAP *.localhost:{port} {to}")));
    let file = project.target.join("webdriver.json");
    fs::write(&file, settings.to_string())?;
    Ok(file)
}

/// Runs a program that writes a report, and counts what that tells.
fn reported(command: &mut Command, report: &PathBuf) -> Result<Tally> {
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder)?;
    }
    if report.exists() {
        fs::remove_file(report)?;
    }
    let status = command.status().context("could not start cargo")?;
    let mut tally = Tally::of_report(report).with_context(|| format!("{} ended with {status}", run::line(command)))?;
    ensure!(!tally.is_empty(), "{} ran no test", run::line(command));
    if !status.success() && tally.failed == 0 {
        eprintln!("{} ended with {status}", run::line(command));
        tally.failed = 1;
    }
    Ok(tally)
}

/// Runs test programs that write no report, shows what they print as they print it, and counts.
fn read(command: &mut Command) -> Result<Tally> {
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
    if tally.is_empty() {
        bail!("{} ran no test", run::line(command));
    }
    Ok(tally)
}
