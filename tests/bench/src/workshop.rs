//! The folder in which contenders are tried, and the programs that try them.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::Command;

use crate::contenders::{ALL, Contender};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// npm packages by their names, and where they are installed, or built.
const PACKAGES: [(&str, &str); 2] =
    [("bx24-contact-card", "../../pkg"), ("@bitrix24/b24jssdk", "../portal/sdk/node_modules/@bitrix24/b24jssdk")];

/// A project that has the contenders' packages installed. Vanishes when dropped.
pub(crate) struct Workshop(TempDir);

impl Workshop {
    pub(crate) fn open() -> Result<Self> {
        let folder = TempDir::new()?;
        for projects in ["projects", "projects/contenders", "../package/projects"] {
            let to = folder.path().join(if projects.ends_with("contenders") { "contenders" } else { "" });
            fs::create_dir_all(&to)?;
            for file in fs::read_dir(Path::new(HERE).join(projects))? {
                let file = file?.path();
                if file.is_file() {
                    fs::copy(&file, to.join(file.file_name().context("a file has a name")?))?;
                }
            }
        }
        for (name, from) in PACKAGES {
            let from = Path::new(HERE).join(from);
            let from = from
                .canonicalize()
                .with_context(|| format!("{}: run `cargo xtask setup` and `cargo xtask build`", from.display()))?;
            let to = folder.path().join("node_modules").join(name);
            fs::create_dir_all(to.parent().context("a package is in a folder")?)?;
            symlink(from, to)?;
        }
        Ok(Self(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The build's own report of the sizes of the package's files.
    pub(crate) fn sizes() -> Result<Value> {
        let file = Path::new(HERE).join("../../target/reports/sizes.json");
        Ok(serde_json::from_slice(&fs::read(&file).with_context(|| file.display().to_string())?)?)
    }

    /// A script around each contender, minified and in one file. What it exports is the page's `contender`.
    pub(crate) fn bundles(&self, entry: &str) -> Result<Vec<(&'static Contender, PathBuf)>> {
        ALL.iter().map(|contender| Ok((contender, self.bundle(entry, contender)?))).collect()
    }

    fn bundle(&self, entry: &str, contender: &Contender) -> Result<PathBuf> {
        let bundle = self.path().join(format!("{}-{entry}", contender.name));
        let esbuild = Path::new(HERE).join("../../xtask/node_modules/.bin/esbuild").canonicalize();
        let mut esbuild = process::Command::new(esbuild.context("run `cargo xtask setup`")?);
        esbuild.arg(entry).args([
            "--bundle",
            "--minify",
            "--format=iife",
            "--global-name=contender",
            "--target=es2022",
        ]);
        esbuild.args(["--legal-comments=none", "--log-level=error"]).arg(format!("--outfile={}", bundle.display()));
        esbuild.arg(format!("--alias:#contender=./contenders/{}.mjs", contender.name));
        let status = esbuild.current_dir(self.path()).status()?;
        ensure!(status.success(), "esbuild: {status}");
        Ok(bundle)
    }

    /// The module as a file.
    pub(crate) fn module(&self) -> PathBuf {
        self.path().join("node_modules/bx24-contact-card/bx24-contact-card.wasm")
    }

    /// Node with one of the scripts.
    pub(crate) fn node(&self, script: &str, arguments: &[&str]) -> Command {
        let mut node = Command::new("node");
        node.args(["--expose-gc", script]).args(arguments).current_dir(self.path()).stderr(Stdio::inherit());
        node
    }
}

/// Runs a script that ends by printing JSON.
pub(crate) async fn result_of(mut node: Command) -> Result<Value> {
    let output = node.output().await?;
    ensure!(output.status.success(), "{node:?}: {}", output.status);
    let printed = String::from_utf8(output.stdout)?;
    Ok(serde_json::from_str(printed.lines().last().context("a script printed nothing")?)?)
}

/// What a program prints.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let output = process::Command::new(program).args(arguments).output().with_context(|| program.to_owned())?;
    ensure!(output.status.success(), "{program}: {}", output.status);
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// A figure of a script's.
pub(crate) fn number(told: &Value, name: &str) -> Result<f64> {
    told[name].as_f64().with_context(|| format!("a script told no {name}: {told}"))
}
