//! What the npm package costs and gives, beside what people would take instead, on this machine: `cargo xtask bench`.

#![expect(clippy::cast_precision_loss, reason = "counts, far below 2^53")]

mod bulk;
mod bytes;
mod calls;
mod chart;
mod contenders;
mod document;
mod faults;
mod instructions;
mod machine;
mod memory;
mod progress;
mod report;
mod stage;
mod start;
mod statistics;
mod table;
mod workshop;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};

use instructions::{Before, HotPath};
use machine::Machine;
use report::{Report, Table};
use workshop::Workshop;

/// Measures the npm package beside what people would take instead.
#[derive(Parser)]
enum Task {
    /// Measures, prints, and keeps the report.
    Measure {
        /// Where the report is kept, in JSON.
        report: PathBuf,
        /// The commit that is measured.
        #[arg(long)]
        commit: String,
        /// What was counted of the commit before, in JSON.
        #[arg(long)]
        before: Option<PathBuf>,
        /// Takes few samples.
        #[arg(long)]
        quick: bool,
        /// Only these.
        subjects: Vec<Subject>,
    },
    /// Writes the page of the documentation, its data and its charts from a report.
    Write {
        /// The report.
        report: PathBuf,
        /// The folder of the documentation.
        docs: PathBuf,
    },
    /// What is run by the simulated processor.
    #[command(hide = true)]
    HotPath { path: HotPath, times: u32 },
}

/// What sections are about. Faults and many cards wait most of the time, and go on beside each other.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Subject {
    Bytes,
    Start,
    Calls,
    Waits,
    Memory,
    Instructions,
}

fn main() -> ExitCode {
    match perform(Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::HotPath { path, times } => path.run(times),
        Task::Write { report, docs } => {
            let report = fs::read(&report).context("nothing was measured yet: run `cargo xtask bench`")?;
            let report: Report = serde_json::from_slice(&report)?;
            document::write(&report, &docs)
        }
        Task::Measure { report: file, commit, before, quick, subjects } => {
            let before = before.map(|file| instructions::before(&file)).transpose()?.flatten();
            let mut report = Report {
                machine: Machine::describe(&commit)?,
                is_quick: quick,
                is_whole: subjects.is_empty(),
                instructions: None,
                sections: Vec::new(),
            };
            let runtime = tokio::runtime::Runtime::new()?;
            runtime.block_on(measure(&mut report, before.as_ref(), &subjects))?;
            [report.comparison(), report.goals()].iter().for_each(show);
            fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
            fs::write(&file, serde_json::to_vec_pretty(&report)?)?;
            println!("{}", file.display());
            Ok(())
        }
    }
}

async fn measure(report: &mut Report, before: Option<&Before>, chosen: &[Subject]) -> Result<()> {
    let workshop = Workshop::open()?;
    let is_quick = report.is_quick;
    for subject in Subject::value_variants().iter().filter(|subject| chosen.is_empty() || chosen.contains(subject)) {
        let start = Instant::now();
        eprintln!("▸ {subject:?}");
        let sections = match subject {
            Subject::Bytes => vec![bytes::measure(&workshop).await?],
            Subject::Start => vec![start::measure(&workshop, is_quick).await?],
            Subject::Calls => vec![calls::measure(&workshop, is_quick).await?],
            Subject::Waits => {
                let (bulk, faults) = tokio::try_join!(bulk::measure(&workshop, is_quick), faults::measure(&workshop))?;
                vec![bulk, faults]
            }
            Subject::Memory => vec![memory::measure(&workshop).await?],
            Subject::Instructions => {
                report.instructions = instructions::count()?;
                report.instructions.iter().map(|counts| instructions::section(counts, before)).collect()
            }
        };
        eprintln!("✓ {subject:?}  {:.1} s", start.elapsed().as_secs_f64());
        sections.iter().flat_map(|section| &section.tables).for_each(show);
        report.sections.extend(sections);
    }
    Ok(())
}

fn show(table: &Table) {
    if !table.rows.is_empty() {
        println!("\n{}\n\n{table}", table.title);
    }
}
