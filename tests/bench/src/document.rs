//! The page of the documentation, and its charts: what a report says.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::chart;
use crate::report::{Report, Table};

const INTRODUCTION: &str = "\
# Benchmarks

What the package costs and what it gives, beside what people would take instead: `BX24.callMethod` as a promise, a fetch with a timeout that
is written by hand, and the official SDK. `cargo xtask bench` measures all of it on your machine in 20 minutes, and with `--quick` in 4, and
prints these tables. Figures are medians, and in brackets are the quartiles. Nothing fails for a duration.

This page is what one run has measured, whose figures are in [benchmarks.json](benchmarks.json); `cargo xtask bench --write` writes it.
";

const QUICK: &str = "**It was a quick run, of few samples.**";

const COMPARISON: &str = "\
How much the package takes of what each of the others takes: below 1 it is less, above 1 it is more.";

/// Where the charts are, seen from the page.
const CHARTS: &str = "images/benchmarks";

/// Writes the page, its data and its charts into the folder of the documentation.
pub(crate) fn write(report: &Report, docs: &Path) -> Result<()> {
    ensure!(report.is_whole, "not everything was measured: run `cargo xtask bench`");
    let charts = docs.join(CHARTS);
    if charts.exists() {
        fs::remove_dir_all(&charts)?;
    }
    fs::create_dir_all(&charts)?;
    for (file, table) in charts_of(report) {
        fs::write(charts.join(file), chart::of(table))?;
    }
    fs::write(docs.join("benchmarks.json"), serde_json::to_string_pretty(report)? + "\n")?;
    Ok(fs::write(docs.join("benchmarks.md"), page(report))?)
}

/// The files of the charts, and the tables that they are of.
fn charts_of(report: &Report) -> impl Iterator<Item = (String, &Table)> {
    let tables = report.sections.iter().flat_map(|section| &section.tables);
    tables.filter_map(|table| Some((chart::file_of(table)?, table)))
}

/// The page.
fn page(report: &Report) -> String {
    let machine = &report.machine;
    let memory = format!("{:.0} GiB", machine.memory as f64 / f64::from(1 << 30));
    let processor = format!("{} × {}", machine.processors, machine.processor);
    let rows = [
        ("processor", &processor),
        ("memory", &memory),
        ("system", &machine.system),
        ("Node", &machine.node),
        ("browser", &machine.browser),
        ("commit", &machine.commit),
    ];
    let mut page = INTRODUCTION.to_owned();
    // Writing to a String cannot fail.
    if report.is_quick {
        let _ = writeln!(page, "\n{QUICK}");
    }
    let _ = writeln!(page, "\n| | |\n|---|---|");
    for (what, is) in rows {
        let _ = writeln!(page, "| {what} | {is} |");
    }
    let _ = write!(page, "\n## Beside the others\n\n{COMPARISON}\n\n{}", report.comparison());
    let _ = write!(page, "\n## What was aimed at\n\n{}", report.goals());
    for section in &report.sections {
        let _ = write!(page, "\n## {}\n\n{}\n", section.title, section.text);
        for table in &section.tables {
            let _ = write!(page, "\n### {}\n\n", table.title);
            if let Some(file) = chart::file_of(table) {
                let _ = write!(page, "![{}]({CHARTS}/{file})\n\n", table.title);
            }
            let _ = write!(page, "{table}");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    /// With `UPDATE_EXPECT=1` in the environment they are written anew.
    #[test]
    fn the_page_and_its_charts_are_what_was_measured() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        let report: Report = serde_json::from_slice(&fs::read(docs.join("benchmarks.json")).unwrap()).unwrap();
        expect_file![docs.join("benchmarks.md")].assert_eq(&page(&report));
        for (file, table) in charts_of(&report) {
            expect_file![docs.join(CHARTS).join(file)].assert_eq(&chart::of(table));
        }
    }
}
