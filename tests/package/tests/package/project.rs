//! A throwaway project in which the packed package is installed.

use std::borrow::BorrowMut;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use tempfile::TempDir;

/// This crate's folder.
pub(crate) const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// A folder with a package.json, some files of projects/, and the package from its tarball. Vanishes when dropped.
pub(crate) struct Project(TempDir);

impl Project {
    /// `files` are named relative to projects/, and go to the project's top.
    pub(crate) fn with(files: &[&str]) -> Self {
        Self(TempDir::new().unwrap()).furnished(files)
    }

    /// The same beside the tools of environments/, which its scripts can import.
    pub(crate) fn with_environments(files: &[&str]) -> Self {
        Self(TempDir::new_in(Path::new(HERE).join("environments")).unwrap()).furnished(files)
    }

    fn furnished(self, files: &[&str]) -> Self {
        let mut copy = Command::new("cp");
        copy.arg("-R").arg(installed().join(".")).arg(self.path());
        run_in(self.path(), &mut copy);
        for file in files {
            let from = Path::new(HERE).join("projects").join(file);
            fs::copy(&from, self.path().join(from.file_name().unwrap())).unwrap();
        }
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs Node on one of the project's files.
    pub(crate) fn node(&self, script: &str, arguments: &[&str]) -> String {
        let mut node = Command::new("node");
        node.arg(script).args(arguments);
        self.run(node)
    }

    /// Runs a tool that tests/package/package.json pins.
    pub(crate) fn tool(&self, name: &str, arguments: &[&str]) -> String {
        self.run(tool(name, arguments))
    }

    /// Runs a tool of environments/, one after another: some start a process for every processor, and wait for it.
    pub(crate) fn environment(&self, name: &str, arguments: &[&str], variables: &[(&str, &str)]) -> String {
        static TURN: Mutex<()> = Mutex::new(());
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tool = environment(name);
        tool.args(arguments).envs(variables.iter().copied());
        self.run(tool)
    }

    /// The same for a tool that is to refuse: what it printed.
    pub(crate) fn refusal_of(&self, name: &str, arguments: &[&str]) -> String {
        let output = tool(name, arguments).current_dir(self.path()).output().unwrap();
        assert!(!output.status.success(), "{name} {arguments:?} accepted the project");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command in the project's folder.
    pub(crate) fn run(&self, mut command: impl BorrowMut<Command>) -> String {
        run_in(self.path(), command.borrow_mut())
    }
}

fn run_in(folder: &Path, command: &mut Command) -> String {
    // Where `CI` is set, many tools print colours into pipes too.
    let output = command.current_dir(folder).env("NO_COLOR", "1").output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{printed}\n{complaints}", output.status);
    printed
}

/// A tool that tests/package/environments/package.json pins.
pub(crate) fn environment(name: &str) -> Command {
    let program = Path::new(HERE).join("environments/node_modules/.bin").join(name);
    assert!(program.exists(), "tests/package/environments has no {name}: run `cargo xtask test --full`");
    Command::new(program)
}

fn tool(name: &str, arguments: &[&str]) -> Command {
    let program = Path::new(HERE).join("node_modules/.bin").join(name);
    assert!(program.exists(), "tests/package has no {name}: run `cargo xtask setup`");
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// The package's folder, as the build left it.
pub(crate) fn package() -> PathBuf {
    let package = Path::new(HERE).join("../../pkg");
    assert!(package.join("package.json").exists(), "there is no package in pkg/: run `cargo xtask build`");
    package
}

/// The code blocks of a text that begin with these words.
pub(crate) fn code_blocks(text: &str, kind: &str) -> Vec<String> {
    let blocks = text.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n').map(str::to_owned)).collect()
}

/// What chance begins with: another each time, or what `SEED` says.
pub(crate) fn seed() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos();
    env::var("SEED").unwrap_or_else(|_| now.to_string())
}

/// A folder in which `npm install` has put the package from the tarball that `npm pack` makes of it: once for all tests, as
/// npm takes as long as some of them.
fn installed() -> &'static Path {
    static INSTALLED: OnceLock<PathBuf> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let parent = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = parent.join("installed");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("package.json"), r#"{ "private": true }"#).unwrap();
        let mut pack = Command::new("npm");
        let tarball = run_in(parent, pack.args(["pack", "--loglevel=error"]).arg(package()));
        let tarball = parent.join(tarball.trim());
        let mut install = Command::new("npm");
        install.args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"]).arg(tarball);
        run_in(&folder, &mut install);
        folder
    })
}
