//! What has changed in the types since the release before: the declarations of that release are kept in `xtask/released/`.
//!
//! Declarations are compared by their text, without comments and white space. Whether a change breaks anybody is for people to
//! tell; that there is one takes a version that may have it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use semver::Version;

use crate::build::entries;
use crate::project::Project;

/// The file beside the kept declarations that has their version.
const VERSION: &str = "VERSION";

/// What may come before the name of what is declared.
const KEYWORDS: [&str; 9] = ["export", "declare", "default", "function", "interface", "type", "const", "class", "var"];

/// Where the declarations of the last release are.
pub(crate) fn released(project: &Project) -> PathBuf {
    project.root.join("xtask/released")
}

/// Names the changes. Refuses them in a version that is compatible with the last one by all rules.
pub(crate) fn check(project: &Project) -> Result<()> {
    let released = released(project);
    let Ok(last) = fs::read_to_string(released.join(VERSION)) else {
        println!("nothing was released yet: every declaration is new");
        return Ok(());
    };
    let mut changes = Vec::new();
    for file in declaration_files(project)? {
        let [before, now] = [&released, &project.package()].map(|folder| fs::read_to_string(folder.join(&file)));
        let found = compare(&before.unwrap_or_default(), &now?);
        changes.extend(found.into_iter().map(|change| format!("{file}: {change}")));
    }
    for change in &changes {
        println!("{change}");
    }
    allow(&changes, last.trim(), project.version()?)
}

/// Keeps the declarations of the package for the next release.
pub(crate) fn keep(project: &Project) -> Result<()> {
    let released = released(project);
    for file in declaration_files(project)? {
        fs::copy(project.package().join(&file), released.join(&file))?;
    }
    fs::write(released.join(VERSION), project.version()?)?;
    Ok(())
}

/// The others, for ES modules, are made of them.
fn declaration_files(project: &Project) -> Result<Vec<String>> {
    let names = entries(&project.package())?.into_iter().map(|name| name.to_string_lossy().into_owned());
    Ok(names.filter(|name| name.ends_with(".d.ts")).collect())
}

/// Refuses changes where the version says that there are none: in a patch, or in the version itself.
fn allow(changes: &[String], last: &str, now: &str) -> Result<()> {
    let [before, after] = [last, now].map(Version::parse);
    let (before, after) = (before.context("the kept version is none")?, after.context("Cargo.toml's version is none")?);
    ensure!(after > before, "{now} does not come after {last}");
    let is_patch = (before.major, before.minor) == (after.major, after.minor);
    ensure!(changes.is_empty() || !is_patch, "{now} is a patch of {last}, and {} changed", changes.join(", "));
    Ok(())
}

/// What has become of each declaration.
fn compare(before: &str, now: &str) -> Vec<String> {
    let (before, now) = (declarations(before), declarations(now));
    let names = before.keys().chain(now.keys().filter(|name| !before.contains_key(*name)));
    let changes = names.filter_map(|name| match (before.get(name), now.get(name)) {
        (Some(before), Some(now)) => (before != now).then(|| format!("{name} is another")),
        (Some(_), None) => Some(format!("{name} is gone")),
        _ => Some(format!("{name} is new")),
    });
    changes.collect()
}

/// The texts of what a file declares, by name. A declaration begins where a line does, with `export` or `declare`.
fn declarations(file: &str) -> BTreeMap<String, String> {
    let code = without_comments(file);
    let mut declarations = BTreeMap::<String, String>::new();
    let mut name = "";
    for line in code.lines() {
        if line.starts_with("export ") || line.starts_with("declare ") || line.starts_with("import ") {
            let words = line.split(|character: char| !character.is_alphanumeric() && character != '_');
            let mut words = words.filter(|word| !word.is_empty() && !KEYWORDS.contains(word));
            name = words.next().unwrap_or(line);
        }
        let text = declarations.entry(name.to_owned()).or_default();
        for word in line.split_whitespace() {
            text.extend([word, " "]);
        }
    }
    declarations.retain(|_, text| !text.is_empty());
    declarations
}

fn without_comments(file: &str) -> String {
    let parts = file.split("/*").enumerate();
    let code = parts.map(|(index, part)| match part.split_once("*/") {
        Some((_, code)) if index > 0 => code,
        _ => part,
    });
    let code = code.collect::<String>();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "/** Whose. */\nexport type Scope = 'P' | 'C';\n\n/** Does it. */\nexport function reset(\n  scope?: Scope,\n): void;\nexport interface Old {\n  /** One. */\n  a: 1;\n}\n";

    #[test]
    fn a_comment_and_white_space_are_no_change() {
        let now = BEFORE.replace("Does it.", "Does it well.").replace("Scope =", "Scope\n  =");
        assert_eq!(compare(BEFORE, &now), Vec::<String>::new());
    }

    #[test]
    fn a_changed_type_is_told() {
        let now = BEFORE.replace("a: 1;", "a: 1 | 2;");
        assert_eq!(compare(BEFORE, &now), ["Old is another"]);
        assert_eq!(compare(BEFORE, &BEFORE.replace("interface Old", "interface New")), ["Old is gone", "New is new"]);
        assert_eq!(compare(BEFORE, &BEFORE.replace("Scope = 'P' | 'C'", "Scope = 'P'")), ["Scope is another"]);
        assert_eq!(compare(BEFORE, BEFORE), Vec::<String>::new());
    }

    #[test]
    fn a_change_takes_more_than_a_patch() {
        let change = ["index.d.ts: Old is gone".to_owned()];
        assert!(allow(&change, "0.1.0", "0.1.1").unwrap_err().to_string().contains("Old is gone"));
        assert!(allow(&change, "0.1.0", "0.1.0").is_err());
        assert!(allow(&[], "0.1.0", "0.1.0").is_err(), "it was released already");
        assert!(allow(&change, "0.1.0", "0.2.0").is_ok());
        assert!(allow(&[], "0.1.0", "0.1.1").is_ok());
    }

    #[test]
    fn the_declarations_of_the_package_have_their_names() {
        let template = concat!(env!("CARGO_MANIFEST_DIR"), "/../pkg-template/index.d.ts");
        let found = declarations(&fs::read_to_string(template).unwrap());
        for name in ["Scope", "CardSection", "resetContactCard", "crmCard", "ContactCardError", "ErrorKind"] {
            assert!(found.contains_key(name), "{name}: {:?}", found.keys());
        }
    }
}
