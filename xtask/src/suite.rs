//! The test programs, and how each is built, asked what it has, and run.
//!
//! All of the host's are built from the same selection, the whole workspace: with another, cargo would compile what they
//! depend on a second time.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::portal::Portal;
use crate::project::{CRATE, Project, WASM};
use crate::tally::Tally;
use crate::{build, example, run, setup};

/// The address that the module's tests are compiled with. Their browser finds a portal there, wherever that listens.
pub(crate) const MODULES_PORTAL: &str = "http://127.0.0.1:8024";

/// What quick runs leave out: what needs frameworks and other runtimes, gigabytes of them.
const NEED_MORE: [&str; 4] = ["--skip", "environments", "--skip", "rust_placement"];

/// Programs that are built and run together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Suite {
    /// The crate, the portal, the tasks: whatever needs no package.
    Host,
    /// The crate as WebAssembly, in Chromium.
    Module,
    /// The local portal, in Chromium.
    Portal,
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
    pub(crate) const ALL: [Self; 5] = [Self::Host, Self::Module, Self::Portal, Self::Package, Self::Page];

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Host => "crate, portal, tasks",
            Self::Module => "module in Chromium",
            Self::Portal => "portal in Chromium",
            Self::Package => "package",
            Self::Page => "page",
        }
    }

    /// The names of its tests that a filter leaves.
    pub(crate) fn names(self, project: &Project, filter: Filter<'_>) -> Result<Vec<String>> {
        let mut command = if let Some(program) = self.program() {
            program_tests(project, program)?
        } else {
            let mut cargo = if self == Self::Host { host_tests(project) } else { module_tests(project)? };
            // cargo would tell wasm-bindgen's runner to be quiet as well, which it does not know.
            cargo.args((self == Self::Host).then_some("--quiet")).arg("--");
            cargo
        };
        command.args(["--list", "--format=terse"]).args(filter.name).args(self.selection(filter));
        let listed = run::output(&mut command)?;
        Ok(listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    /// Runs what a filter leaves, and counts.
    pub(crate) fn run(self, project: &Project, filter: Filter<'_>) -> Result<Tally> {
        match self.program() {
            Some(program) => {
                let report = project.target.join("reports").join(program).with_extension("xml");
                let mut tests = program_tests(project, program)?;
                tests.args(filter.name).args(self.selection(filter)).env("JUNIT_REPORT", &report);
                reported(self.title(), tests, &report)
            }
            None if self == Self::Module => run_module_tests(project, filter),
            None if page::on_path("cargo-nextest").is_some() => run_with_nextest(project, filter),
            None => {
                eprintln!(
                    "cargo-nextest is not installed: cargo runs one test program after another, which takes longer."
                );
                let mut cargo = host_tests(project);
                cargo.args(["--no-fail-fast", "--"]).args(filter.name);
                counted(self.title(), cargo)
            }
        }
    }

    /// The test programs of the host that share browsers among their tests. nextest would start each test by itself.
    const fn program(self) -> Option<&'static str> {
        match self {
            Self::Host | Self::Module => None,
            Self::Portal => Some("browser"),
            Self::Package => Some("package"),
            Self::Page => Some("pages"),
        }
    }

    /// What tells a program which of its tests to run, beside a name.
    fn selection(self, filter: Filter<'_>) -> Vec<&'static str> {
        let has_browsers = self.program().is_some();
        let need_more = NEED_MORE.into_iter().filter(|_| has_browsers && !filter.full);
        // What engines have alike is ignored in all but one.
        let alike = (has_browsers && (filter.full || filter.name.is_some())).then_some("--include-ignored");
        need_more.chain(alike).collect()
    }
}

/// Builds what the tests of these suites look at.
pub(crate) fn build_for(suites: &[Suite], project: &Project, filter: Filter<'_>) -> Result<()> {
    let [package, page] = [Suite::Package, Suite::Page].map(|suite| suites.contains(&suite));
    if package && filter.full {
        setup::for_environments(project)?;
    }
    // cargo keeps the last module only, and the package is wanted more often.
    if package {
        build::faulty(project)?;
    }
    if package || page {
        build::package(project)?;
    }
    if page && filter.full {
        example::build(project)?;
    }
    Ok(())
}

/// The documentation's examples, which have a runner of their own.
pub(crate) fn run_documentation(project: &Project) -> Result<Tally> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--quiet", "--workspace", "--doc", "--no-fail-fast"]);
    counted("documentation's examples", cargo)
}

/// Compiles every test program.
pub(crate) fn compile_tests(project: &Project) -> Result<()> {
    run::show(&mut host_programs(project))?;
    run::show(module_tests(project)?.args(["--quiet", "--no-run"]))
}

/// Compiles those of the host, and the programs that they are about.
fn host_programs(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["test", "--quiet", "--workspace", "--no-run"]);
    cargo
}

/// By cargo alone: the unit tests, and the programs that need no package.
fn host_tests(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--lib", "--bins"]);
    for program in project.test_programs().filter(|program| suites_programs().all(|other| other != *program)) {
        cargo.args(["--test", program]);
    }
    cargo
}

/// A test program in the folder of its package, as cargo would start it.
fn program_tests(project: &Project, program: &str) -> Result<Command> {
    let printed = run::output(host_programs(project).arg("--message-format=json-render-diagnostics"))?;
    let mut messages = printed.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let is_it = |message: &Value| message["target"]["kind"][0] == "test" && message["target"]["name"] == program;
    let artifact = messages.find(is_it).with_context(|| format!("cargo has compiled no test program {program}"))?;
    let path = |name| artifact[name].as_str().map(Path::new).with_context(|| format!("cargo told no {name}"));
    let mut command = project.command(path("executable")?);
    command.current_dir(path("manifest_path")?.with_file_name(""));
    Ok(command)
}

fn suites_programs() -> impl Iterator<Item = &'static str> {
    Suite::ALL.into_iter().filter_map(Suite::program)
}

fn run_with_nextest(project: &Project, filter: Filter<'_>) -> Result<Tally> {
    let others = suites_programs().map(|program| format!("binary(={program})")).collect::<Vec<_>>().join(" or ");
    let name = filter.name.map(|name| format!(" and test(~{name})")).unwrap_or_default();
    let mut cargo = project.cargo();
    cargo.args(["nextest", "run", "--workspace", "--no-fail-fast", "--filterset"]);
    cargo.arg(format!("not ({others}){name}"));
    reported(Suite::Host.title(), cargo, &project.target.join("nextest/default/junit.xml"))
}

/// The crate's wasm-bindgen tests.
fn module_tests(project: &Project) -> Result<Command> {
    let runner = env::current_exe().context("where is this program?")?;
    let runner = format!("target.{WASM}.runner=[{:?}, \"wasm-test-runner\"]", runner.display().to_string());
    let mut cargo = project.cargo();
    cargo.args(["test", "--target", WASM, "--package", CRATE, "--features=npm", "--test=web", "--config", &runner]);
    cargo.env("CONTACT_CARD_PORTAL", MODULES_PORTAL);
    // More than a third of wasm-bindgen's time would go into rewriting line tables.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
    Ok(cargo)
}

/// They call a portal that runs beside them, over real HTTP. A run that the browser or its driver ends is tried once more.
fn run_module_tests(project: &Project, filter: Filter<'_>) -> Result<Tally> {
    run::show(&mut host_programs(project))?;
    let portal = Portal::start(project, Some(&project.app()))?;
    let settings = webdriver_settings(project, &portal)?;
    let run = || {
        let mut cargo = module_tests(project)?;
        cargo.arg("--").args(filter.name).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings);
        // Seconds for all of them together; 20 by default.
        cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        counted(Suite::Module.title(), cargo)
    };
    run().or_else(|error| {
        eprintln!("the module's tests are run once more: {error:#}");
        run()
    })
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
fn reported(title: &str, command: Command, report: &PathBuf) -> Result<Tally> {
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder)?;
    }
    if report.exists() {
        fs::remove_file(report)?;
    }
    let line = run::line(&command);
    let status = run::show_lines(title, command, |_| {})?;
    let tally = Tally::of_report(report).with_context(|| format!("{line} ended with {status}"))?;
    judged(tally, status, &line)
}

/// Runs test programs that write no report, and counts by what they print.
fn counted(title: &str, command: Command) -> Result<Tally> {
    let line = run::line(&command);
    let mut tally = Tally::default();
    let status = run::show_lines(title, command, |line| tally.read(line))?;
    judged(tally, status, &line)
}

/// A program that ends with an error has failed, though none of its tests did. One that counts no test is an error.
fn judged(mut tally: Tally, status: ExitStatus, line: &str) -> Result<Tally> {
    ensure!(!tally.is_empty(), "{line} ended with {status} and told of no test");
    if !status.success() && tally.failed == 0 {
        eprintln!("{line} ended with {status}");
        tally.failed = 1;
    }
    Ok(tally)
}
