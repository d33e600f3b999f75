//! The version is the same wherever it is said, and the changelog has it with a date.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::project::{CRATE, Project};

/// Compares Cargo.toml of every member, package.json and CHANGELOG.md.
pub(crate) fn check(project: &Project) -> Result<()> {
    let manifest: Value = serde_json::from_slice(&fs::read(project.package().join("package.json"))?)?;
    let changelog = fs::read_to_string(project.root.join("CHANGELOG.md"))?;
    let version = project.version()?;
    let npm = manifest["version"].as_str().context("package.json says no version")?;
    let said = project.versions().chain([("package.json", npm)]).collect::<Vec<_>>();
    let disagreements = disagreements(version, &said, &changelog);
    ensure!(disagreements.is_empty(), "{}", disagreements.join("; "));
    Ok(())
}

fn disagreements(version: &str, said: &[(&str, &str)], changelog: &str) -> Vec<String> {
    let others = said.iter().filter(|(_, other)| *other != version);
    let mut disagreements =
        others.map(|(name, other)| format!("{CRATE} is {version}, and {name} {other}")).collect::<Vec<_>>();
    match latest(changelog) {
        Some((latest, date)) if latest == version && is_date(date) => {}
        Some((latest, date)) if latest == version => {
            disagreements.push(format!("CHANGELOG.md has {version} with the date {date:?}, which is no YYYY-MM-DD"));
        }
        Some((latest, _)) => {
            disagreements.push(format!("CHANGELOG.md begins with {latest:?}, and not with {version} and its date"));
        }
        None => disagreements.push("CHANGELOG.md has no version".into()),
    }
    disagreements
}

/// What the first heading of a version has for one and for a date: `## 1.2.3 - 2026-01-31`, the version in brackets or not.
fn latest(changelog: &str) -> Option<(&str, &str)> {
    let heading = changelog.lines().find_map(|line| line.strip_prefix("## "))?;
    let (version, date) = heading.split_once(" - ").unwrap_or((heading, ""));
    Some((version.trim_matches(['[', ']']), date))
}

fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-').map(|part| (part.len(), part.parse::<u32>().unwrap_or_default()));
    let [year, month, day] = [(); 3].map(|()| parts.next().unwrap_or_default());
    year.0 == 4 && (month.0, day.0) == (2, 2) && (1..=12).contains(&month.1) && (1..=31).contains(&day.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\nText.\n\n## [1.2.3] - 2026-01-31\n\n- A change.\n\n## 1.2.2 - 2025-12-01\n";

    #[test]
    fn one_version_with_a_date_is_right() {
        let said = [("xtask", "1.2.3"), ("package.json", "1.2.3")];
        assert_eq!(disagreements("1.2.3", &said, CHANGELOG), Vec::<String>::new());
        assert!(disagreements("1.2.3", &said, &CHANGELOG.replace(['[', ']'], "")).is_empty());
    }

    #[test]
    fn a_version_that_differs_is_told() {
        let told = disagreements("1.2.3", &[("xtask", "1.2.3"), ("package.json", "1.2.4")], CHANGELOG);
        assert_eq!(told, ["bx24-contact-card is 1.2.3, and package.json 1.2.4"]);
        let told = disagreements("1.3.0", &[], CHANGELOG);
        assert_eq!(told, ["CHANGELOG.md begins with \"1.2.3\", and not with 1.3.0 and its date"]);
    }

    #[test]
    fn a_changelog_without_version_or_date_is_told() {
        let unreleased = disagreements("1.2.3", &[], "# Changelog\n\n## Unreleased\n\n- A change.\n");
        assert_eq!(unreleased, ["CHANGELOG.md begins with \"Unreleased\", and not with 1.2.3 and its date"]);
        for date in ["", "31.01.2026", "2026-13-01", "2026-01-32", "26-01-31"] {
            let told = disagreements("1.2.3", &[], &CHANGELOG.replace("2026-01-31", date));
            assert_eq!(told.len(), 1, "{date}: {told:?}");
        }
        assert_eq!(disagreements("1.2.3", &[], "# Changelog\n"), ["CHANGELOG.md has no version"]);
    }
}
