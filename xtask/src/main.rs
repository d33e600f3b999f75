//! The project's tasks, from a fresh clone to a package that is ready to publish: `cargo xtask --help`.

mod app;
mod bench;
mod build;
mod check;
mod demo;
mod docs;
mod example;
mod fuzz;
mod history;
mod identity;
mod panic_free;
mod portal;
mod project;
mod release;
mod reproducible;
mod run;
mod screenshots;
mod setup;
mod size;
mod step;
mod suite;
mod tally;
mod test;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use project::Project;
use step::step;

/// The project's tasks.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
enum Task {
    /// Installs what the tasks need and this machine lacks. The other tasks do it by themselves.
    Setup,
    /// Builds the npm package into pkg/, the application into target/app/ and a zip, and prints their sizes.
    Build {
        /// Builds only the package that panics on demand, into target/faulty/.
        #[arg(long)]
        faulty: bool,
        /// Accepts the calls by which the module can panic now: writes them into xtask/panic-calls.txt.
        #[arg(long)]
        accept_panic_calls: bool,
    },
    /// Builds the application for portals, target/bx24-contact-card-app.zip, and lists what is in it.
    App,
    /// Checks, builds, and runs every test, or some by name; ends with a summary.
    Test(test::Selection),
    /// Formatting, lints, documentation, and that the pure rooms cannot panic: what `test` does first.
    Check,
    /// Installs the application in a local portal, resets cards in it and over a webhook, and checks what the portal stores.
    Demo {
        /// Without a window.
        #[arg(long)]
        headless: bool,
    },
    /// Takes pictures of the application in each of its states, and writes target/screenshots/index.html, which has them side by side.
    Screenshots,
    /// Installs and builds what the demo needs.
    #[command(hide = true)]
    PrepareDemo,
    /// Makes the site of the documentation, target/docs/index.html, and checks that it links to what is there and loads nothing else.
    Docs,
    /// Builds the placement in Rust alone into target/rust-app/, for the portal's --app-dir.
    Example,
    /// Measures what the module's bytes are made of, and how that differs from the commit measured before.
    Size,
    /// Measures what the package costs and gives, beside what people would take instead; prints it, and keeps target/bench/report.json.
    Bench(bench::Options),
    /// Lets a fuzzer make up inputs for the pure rooms and for whole calls; fails at the first that breaks a promise.
    Fuzz {
        /// How many, for all targets together.
        #[arg(long, default_value_t = 10_000_000)]
        inputs: u64,
        /// Keeps what reached something new: brings tests/fuzz/corpus/ up to date.
        #[arg(long)]
        keep: bool,
    },
    /// Checks what would be published: versions, addresses, bytes, licences, types; then publishes it.
    Release {
        /// Publishes nothing: says what would be published, and whatever is in the way.
        #[arg(long)]
        dry_run: bool,
    },
    /// What cargo runs WebAssembly tests with.
    #[command(hide = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    match perform(Task::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> anyhow::Result<ExitCode> {
    let project = Project::read()?;
    match task {
        Task::Setup => setup::everything(&project)?,
        Task::Build { faulty: true, .. } => step("build the package that panics", || build::faulty(&project))?,
        Task::Build { accept_panic_calls, .. } => {
            if accept_panic_calls {
                build::accept_panic_calls(&project)?;
            }
            build::package(&project)?;
        }
        Task::App => app::run(&project)?,
        Task::Test(selection) => return test::run(&project, &selection),
        Task::Check => check::everything(&project)?,
        Task::Demo { headless } => return demo::run(&project, headless),
        Task::Screenshots => screenshots::take(&project)?,
        Task::PrepareDemo => demo::prepare(&project)?,
        Task::Docs => docs::run(&project)?,
        Task::Example => step("build the Rust example", || example::build(&project))?,
        Task::Size => size::report(&project)?,
        Task::Bench(options) => bench::run(&project, &options)?,
        Task::Fuzz { inputs, keep } => fuzz::everything(&project, inputs, keep)?,
        Task::Release { dry_run } => release::run(&project, dry_run)?,
        Task::WasmTestRunner { arguments } => {
            let name = OsString::from("wasm-bindgen-test-runner");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args([name].into_iter().chain(arguments))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
