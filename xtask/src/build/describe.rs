//! What a package has beside its code: package.json, types, texts.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};

use super::{copy, sizes};
use crate::identity::Identity;
use crate::project::Project;

/// What people read, where the checkout has it; the package's tests hold the exact list.
pub(super) const TEXTS: [&str; 6] =
    ["ANSWERS.md", "CHANGELOG.md", "ERRORS.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// The script that pages load from a server of others.
const SCRIPT: &str = "bx24-contact-card.js";

/// The files whose sizes the README gives.
const WEIGHED: [&str; 3] = ["index.mjs", "slim.mjs", "bx24-contact-card.wasm"];

/// Fields of package.json that Cargo.toml decides.
const FIELDS: [&str; 3] = ["version", "description", "license"];

/// Writes package.json and the types, and copies the texts.
pub(crate) fn package(project: &Project) -> Result<()> {
    manifest(project)?;
    types(project)?;
    readme(project)?;
    for text in TEXTS.into_iter().filter(|text| project.root.join(text).exists()) {
        copy(&project.root.join(text), &project.package().join(text))?;
    }
    Ok(())
}

fn manifest(project: &Project) -> Result<()> {
    let template = fs::read_to_string(project.root.join("pkg-template/package.json"))?;
    let mut manifest: Value = serde_json::from_str(&template).context("pkg-template/package.json is not JSON")?;
    for field in FIELDS {
        manifest[field] = project.field(field);
    }
    Identity::of(project).describe(&mut manifest);
    let text = serde_json::to_string_pretty(&manifest)? + "\n";
    fs::write(project.package().join("package.json"), text).context("could not write package.json")
}

/// What npm's site shows. It tells pages the hash of the script that they load from elsewhere, and what each way to take the package weighs.
fn readme(project: &Project) -> Result<()> {
    let readme = fs::read_to_string(project.root.join("pkg-template/README.md"))?;
    let script = fs::read(project.package().join(SCRIPT))?;
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(script)));
    let mut readme = readme.replace("{{version}}", project.version()?).replace("{{integrity}}", &integrity);
    for file in WEIGHED {
        let bytes = sizes::gzip(&fs::read(project.package().join(file))?)?;
        readme = readme.replace(&format!("{{{{gzip of {file}}}}}"), &kilobytes(bytes));
    }
    fs::write(project.package().join("README.md"), readme)?;
    Ok(())
}

/// 5239 as `5.2 KB`.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// ES modules need declarations of their own; their text is the same, but for the extension they import each other by.
fn types(project: &Project) -> Result<()> {
    let template = project.root.join("pkg-template");
    for name in ["index", "slim", "bx24-contact-card.wasm"] {
        let types = fs::read_to_string(template.join(format!("{name}.d.ts")))?;
        let module = types.replace("'./index.js'", "'./index.mjs'").replace("'./slim.js'", "'./slim.mjs'");
        fs::write(project.package().join(format!("{name}.d.ts")), types)?;
        fs::write(project.package().join(format!("{name}.d.mts")), module)?;
    }
    let global = "bx24-contact-card.d.ts";
    copy(&template.join(global), &project.package().join(global))
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn bytes_are_rounded_to_tenths() {
        assert_eq!([5_249, 5_250, 40_951, 99].map(kilobytes), ["5.2 KB", "5.3 KB", "41.0 KB", "0.1 KB"]);
    }
}
