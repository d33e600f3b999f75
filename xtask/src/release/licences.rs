//! The licences of the crates that are compiled into the module are among those that deny.toml allows.

use std::fs;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::build::notices::Crates;
use crate::project::Project;

/// What deny.toml says of licences: cargo-deny goes by the same.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

/// Licences that one crate may have besides.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

/// Names what is compiled in with its licence.
pub(crate) fn check(project: &Project) -> Result<()> {
    let rules: Rules = toml::from_str(&fs::read_to_string(project.root.join("deny.toml"))?)?;
    let crates = Crates::resolve(project)?.compiled_in;
    let refused = refused(&crates, &rules.licenses);
    ensure!(refused.is_empty(), "deny.toml does not allow: {}", refused.join(", "));
    println!("{}", crates.iter().map(named).collect::<Vec<_>>().join(", "));
    Ok(())
}

/// The crates whose licences are not allowed. One that says none is among them.
fn refused(crates: &[Value], rules: &Licences) -> Vec<String> {
    let is_allowed = |package: &&Value| {
        let of_crate = rules.exceptions.iter().filter(|exception| package["name"] == exception.name.as_str());
        let allowed: Vec<_> = rules.allow.iter().chain(of_crate.flat_map(|exception| &exception.allow)).collect();
        let licence = package["license"].as_str().unwrap_or_default();
        Expression::parse_mode(licence, ParseMode::LAX)
            .is_ok_and(|expression| expression.evaluate(|part| allowed.contains(&&part.to_string())))
    };
    crates.iter().filter(|package| !is_allowed(package)).map(named).collect()
}

fn named(package: &Value) -> String {
    let [name, licence] = ["name", "license"].map(|field| package[field].as_str().unwrap_or("none"));
    format!("{name}: {licence}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_licence_that_is_not_allowed_is_told() {
        let crates = [
            json!({ "name": "both", "license": "MIT AND Unicode-3.0" }),
            json!({ "name": "either", "license": "GPL-3.0-only OR MIT" }),
            json!({ "name": "old", "license": "MIT/Apache-2.0" }),
            json!({ "name": "copyleft", "license": "GPL-3.0-only" }),
            json!({ "name": "none", "license": null }),
        ];
        let exception = Exception { name: "both".into(), allow: vec!["Unicode-3.0".into()] };
        let mut rules = Licences { allow: vec!["MIT".into()], exceptions: vec![exception] };
        assert_eq!(refused(&crates, &rules), ["copyleft: GPL-3.0-only", "none: none"]);
        rules.exceptions.clear();
        assert_eq!(refused(&crates, &rules)[0], "both: MIT AND Unicode-3.0");
    }
}
