//! What the tasks need beside Rust: found in no time where it is there, installed where that can be done safely, and
//! otherwise named, with its purpose and how to get it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{Project, WASM};
use crate::run;
use crate::step::step;

/// Below this Node lacks what the build tools use.
const NODE: u32 = 20;

/// The version of mdBook that `cargo xtask docs` takes.
const MDBOOK: &str = "0.5.4";

/// A program's possible names, the Debian package that has it, and what it is for.
type Program = (&'static [&'static str], &'static str, &'static str);

/// Chromium's come first: the demo needs no others.
const PROGRAMS: [Program; 6] = [
    (&["chromium", "chrome", "google-chrome", "chromium-browser"], "chromium", "tests and the demo run in it"),
    (&["chromedriver"], "chromium-driver", "it drives Chromium"),
    (&["firefox", "firefox-esr"], "firefox-esr", "the page is tested in it"),
    (&["WebKitWebDriver"], "webkit2gtk-driver", "the page is tested in WebKit"),
    (&["Xvfb"], "xvfb", "WebKit has no headless mode"),
    (&["c++"], "g++", "the fuzzer is written in C++"),
];

/// Everything, for all tasks.
pub(crate) fn everything(project: &Project) -> Result<()> {
    for_build(project)?;
    for_tests(project)
}

/// What a build needs: the compilation target, Node, the bundler and wasm-opt.
pub(crate) fn for_build(project: &Project) -> Result<()> {
    wasm_target(project)?;
    node(project)?;
    npm_packages(project, "xtask")
}

/// What the tests need beyond a build: browsers, and the tools in which users will bundle the package.
pub(crate) fn for_tests(project: &Project) -> Result<()> {
    for folder in
        ["tests/package", "tests/package/frameworks", "tests/package/reference", "tests/page", "tests/portal/sdk"]
    {
        npm_packages(project, folder)?;
    }
    programs(project, &PROGRAMS)?;
    headless_shell(project)?;
    geckodriver(project)
}

/// What `cargo xtask test --full` needs beside: test environments, frameworks and runtimes, 2.1 GB.
pub(crate) fn for_environments(project: &Project) -> Result<()> {
    npm_packages(project, "tests/package/environments")
}

/// What the demo needs beyond a build: the first browser.
pub(crate) fn for_demo(project: &Project) -> Result<()> {
    programs(project, &PROGRAMS[..2])
}

/// What the demo would install now.
pub(crate) fn missing_for_demo(project: &Project) -> Result<Vec<String>> {
    let target = (!has_wasm_target(project)?).then(|| format!("the Rust target {WASM}, by rustup"));
    let tools = (!is_installed(project, "xtask")).then(|| "the npm packages of xtask/, by npm".to_owned());
    let programs = missing(&PROGRAMS[..2]);
    let packages = programs.into_iter().map(|(_, package, _)| format!("the program {package}, by apt-get"));
    Ok(target.into_iter().chain(tools).chain(packages).collect())
}

/// What the fuzzer needs.
pub(crate) fn for_fuzzing(project: &Project) -> Result<()> {
    programs(project, &PROGRAMS[5..])
}

/// What a compilation for browsers needs.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    if has_wasm_target(project)? {
        return Ok(());
    }
    if page::on_path("rustup").is_none() {
        bail!(
            "this Rust has no target {WASM}, and there is no rustup to add it. Install it with your Rust's package manager, or Rust by https://rustup.rs"
        );
    }
    step("add the Rust target", || run::show(project.command("rustup").args(["target", "add", WASM])))
}

fn has_wasm_target(project: &Project) -> Result<bool> {
    let sysroot = run::output(project.command("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir())
}

fn node(project: &Project) -> Result<()> {
    if page::on_path("node").is_none() || page::on_path("npm").is_none() {
        bail!(
            "node and npm are needed: the package is bundled by esbuild. Install Node {NODE} or later from https://nodejs.org"
        );
    }
    let version = run::output(project.command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node {NODE} or later is needed, and this is {}. Get it from https://nodejs.org", version.trim());
    }
    Ok(())
}

/// Installs what the folder's lock file says, where it has one and that is not what was installed last.
///
/// Not by `npm ci`, which refuses a lock file without the optional packages of all other platforms, and registries exist
/// that do not have them all; `--no-save` leaves the lock file as it is.
fn npm_packages(project: &Project, folder: &str) -> Result<()> {
    if is_installed(project, folder) {
        return Ok(());
    }
    let folder_path = project.root.join(folder);
    step(&format!("npm install in {folder}"), || {
        let mut npm = project.command("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder_path);
        run::show(&mut npm)?;
        fs::copy(folder_path.join(LOCK), folder_path.join(STAMP)).context("could not note what is installed")?;
        Ok(())
    })
}

const LOCK: &str = "package-lock.json";

/// The lock file of what was installed last.
const STAMP: &str = "node_modules/.installed";

/// Whether what the folder's lock file says was installed last, or there is none.
fn is_installed(project: &Project, folder: &str) -> bool {
    let folder = project.root.join(folder);
    let Ok(wanted) = fs::read(folder.join(LOCK)) else { return true };
    fs::read(folder.join(STAMP)).is_ok_and(|installed| installed == wanted)
}

fn missing(wanted: &[Program]) -> Vec<&Program> {
    wanted.iter().filter(|(names, ..)| names.iter().all(|name| page::on_path(name).is_none())).collect()
}

fn programs(project: &Project, wanted: &[Program]) -> Result<()> {
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<_> = missing.iter().map(|(_, package, _)| *package).collect();
    if !installs_packages(project)? {
        let reasons: Vec<_> = missing.iter().map(|(names, _, reason)| format!("  {}: {reason}", names[0])).collect();
        bail!(
            "programs that the tests need are missing:\n{}\nOn Debian and Ubuntu: sudo apt-get install {}",
            reasons.join("\n"),
            packages.join(" ")
        );
    }
    install(project, &packages)
}

/// Chromium itself does where there is none.
fn headless_shell(project: &Project) -> Result<()> {
    if page::headless_shell().is_none() && installs_packages(project)? {
        // The driver is for one version of it.
        let outcome = install(project, &["chromium-headless-shell", "chromium-driver"]);
        outcome.unwrap_or_else(|error| eprintln!("The tests run in Chromium itself, which takes longer: {error:#}"));
    }
    Ok(())
}

fn installs_packages(project: &Project) -> Result<bool> {
    Ok(page::on_path("apt-get").is_some() && run::output(project.command("id").arg("-u"))?.trim() == "0")
}

fn install(project: &Project, packages: &[&str]) -> Result<()> {
    step(&format!("install {}", packages.join(", ")), || {
        run::show(project.command("apt-get").args(["-qq", "update"]))?;
        let mut install = project.command("apt-get");
        install.args(["-qq", "install", "--yes", "--no-install-recommends"]).args(packages);
        run::show(install.env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

/// No registry has a current build of it.
fn geckodriver(project: &Project) -> Result<()> {
    if page::on_path("geckodriver").is_some() {
        return Ok(());
    }
    // Not optimized: it hands messages on, and is compiled in half the time.
    compiled(project, "geckodriver", page::GECKODRIVER, &["--debug"]).map(drop)
}

/// mdBook without its server: what makes the site of the documentation.
pub(crate) fn mdbook(project: &Project) -> Result<PathBuf> {
    compiled(project, "mdbook", MDBOOK, &["--debug", "--no-default-features", "--features=search"])
}

/// A program that cargo compiles once for a user, not once for each checkout.
fn compiled(project: &Project, program: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let root = page::root_of(program, version).with_context(|| format!("the user has no folder for {program}"))?;
    let file = root.join("bin").join(program);
    if file.is_file() {
        return Ok(file);
    }
    step(&format!("compile {program} into {}, once for all checkouts", root.display()), || {
        let mut cargo = project.cargo();
        cargo.args(["install", "--quiet", "--locked", program, "--version", version]).args(options);
        run::show(cargo.arg("--root").arg(&root).env("CARGO_PROFILE_DEV_DEBUG", "false"))
    })?;
    Ok(file)
}
