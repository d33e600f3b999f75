//! The benchmarks: a program of its own, `tests/bench`, with optimizations.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::history::History;
use crate::project::Project;
use crate::step::step;
use crate::{build, run, setup};

/// How it is measured.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Takes few samples: 4 minutes, not 20.
    #[arg(long)]
    quick: bool,
    /// Measures nothing: writes docs/benchmarks.md, its data and its charts from what was measured last.
    #[arg(long, conflicts_with_all = ["quick", "subjects"])]
    write: bool,
    /// Only these: bytes, start, calls, waits (many cards, and faults), memory, instructions.
    subjects: Vec<String>,
}

/// Instructions by what was called.
type Instructions = BTreeMap<String, u64>;

/// Measures, or writes what was measured into the documentation.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let report = project.target.join("bench/report.json");
    step("compile the benchmarks", || {
        run::show(project.cargo().args(["build", "--quiet", "--release", "--package=bench"]))
    })?;
    let mut bench = project.command(project.target.join("release/bench"));
    if options.write {
        return run::show(bench.arg("write").arg(&report).arg(project.root.join("docs")));
    }
    setup::everything(project)?;
    build::package(project)?;
    let history = History::<Instructions>::read(project, "instructions")?;
    let before = project.target.join("bench/before.json");
    fs::create_dir_all(before.parent().context("a file is in a folder")?)?;
    fs::write(&before, serde_json::to_vec(&history.last())?)?;
    bench.arg("measure").arg(&report).arg("--before").arg(&before).args(["--commit", &history.commit]);
    run::show(bench.args(options.quick.then_some("--quick")).args(&options.subjects))?;
    let report: Value = serde_json::from_slice(&fs::read(&report)?)?;
    match serde_json::from_value(report["instructions"].clone())? {
        Some(instructions) => history.keep(instructions),
        None => Ok(()),
    }
}
