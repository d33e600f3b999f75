//! How many tests passed and failed.

use std::fs;
use std::ops::AddAssign;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use quick_junit::{Report, TestCaseStatus};

/// Numbers of tests.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    /// Those that held.
    pub(crate) passed: u32,
    /// Those that did not.
    pub(crate) failed: u32,
    /// The names and times of those that took longest, where the runner tells.
    pub(crate) slowest: Vec<(String, Duration)>,
}

/// Of how many tests it is shown that they took long.
const SLOWEST: usize = 3;

impl Tally {
    /// One thing that held.
    pub(crate) fn one() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One thing that did not.
    pub(crate) fn one_failed() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    /// Whether there was nothing to count.
    pub(crate) fn is_empty(&self) -> bool {
        self.passed + self.failed == 0
    }

    /// What a `JUnit` report tells.
    pub(crate) fn of_report(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("there is no report {}", file.display()))?;
        Self::of_junit(&text).with_context(|| format!("{} is no JUnit report", file.display()))
    }

    fn of_junit(text: &str) -> Result<Self> {
        let report = Report::deserialize_from_str(text)?;
        let mut tally = Self::default();
        for case in report.test_suites.iter().flat_map(|suite| &suite.test_cases) {
            match case.status {
                TestCaseStatus::Success { .. } => tally.passed += 1,
                TestCaseStatus::NonSuccess { .. } => tally.failed += 1,
                TestCaseStatus::Skipped { .. } => continue,
            }
            tally.slowest.push((case.name.to_string(), case.time.unwrap_or_default()));
        }
        tally.keep_slowest();
        Ok(tally)
    }

    /// Counts one line of a runner that writes no report, if it is the summary of a test program:
    /// `test result: ok. 3 passed; 0 failed; …`.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((_, summary)) = line.split_once("test result: ") else { return };
        self.passed += count(summary, "passed");
        self.failed += count(summary, "failed");
    }

    fn keep_slowest(&mut self) {
        self.slowest.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
        self.slowest.truncate(SLOWEST);
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.slowest.extend(other.slowest);
        self.keep_slowest();
    }
}

/// The number before `word`.
fn count(summary: &str, word: &str) -> u32 {
    let mut before = "";
    for part in summary.split([' ', ';']) {
        if part == word {
            return before.parse().unwrap_or(0);
        }
        before = part;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_the_summaries_of_several_programs() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test that_2_passed ... ok",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 12 passed; 4 failed; 0 ignored; 0 measured; 7 filtered out; finished in 2.10s",
        ] {
            tally.read(line);
        }
        assert_eq!((tally.passed, tally.failed), (15, 4));
    }

    #[test]
    fn counts_the_cases_of_a_report() {
        let case = |name: &str, seconds: u32, inside: &str| {
            format!(r#"<testcase name="{name}" time="{seconds}.000">{inside}</testcase>"#)
        };
        let cases = [
            case("quick", 1, ""),
            case("slow", 9, ""),
            case("slower", 10, r#"<failure message="no">no</failure>"#),
            case("other", 2, ""),
            case("left out", 0, "<skipped/>"),
        ];
        let suite =
            format!(r#"<testsuite name="one" tests="5" failures="1" errors="0">{}</testsuite>"#, cases.concat());
        let report = format!(r#"<testsuites name="all" tests="5" failures="1" errors="0">{suite}</testsuites>"#);
        let tally = Tally::of_junit(&report).unwrap();
        assert_eq!((tally.passed, tally.failed), (3, 1));
        let slowest: Vec<_> = tally.slowest.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(slowest, ["slower", "slow", "other"]);
        assert!(Tally::of_junit("no XML").is_err());
    }
}
