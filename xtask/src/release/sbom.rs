//! The bill of materials of the npm package, in `CycloneDX`: the crates that are compiled into the module, Rust's standard
//! library among them. It has neither a time nor a number of its own: of one version there is one.

use std::fs;

use anyhow::{Context, Result, ensure};
use cyclonedx_bom::external_models::normalized_string::NormalizedString;
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::Purl;
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::prelude::{Bom, SpecVersion, Validate};
use serde_json::Value;

use crate::build::notices::Crates;
use crate::project::{CRATE, Project};
use crate::run;

/// Writes it into `target/release-files/`.
pub(crate) fn write(project: &Project) -> Result<()> {
    let compiler = run::output(project.rustc().arg("--version"))?;
    let compiler = compiler.split_whitespace().nth(1).context("rustc says no version")?;
    let text = text(&bom(project, compiler)?)?;
    let folder = project.target.join("release-files");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{CRATE}-{}.cdx.json", project.version()?));
    fs::write(&file, text)?;
    println!("{}", file.display());
    Ok(())
}

fn bom(project: &Project, compiler: &str) -> Result<Bom> {
    let crates = Crates::resolve(project)?;
    let package = Value::Object(
        ["name", "version", "license"].into_iter().map(|field| (field.to_owned(), project.field(field))).collect(),
    );
    let own = component("npm", &package)?;
    let library = serde_json::json!({ "name": "std", "version": compiler, "license": "MIT OR Apache-2.0" });
    let mut components = vec![component("generic", &library)?];
    for package in &crates.compiled_in {
        components.push(component("cargo", package)?);
    }
    let reference = |component: &Component| component.bom_ref.clone().unwrap_or_default();
    let reference_of = |id: &str| {
        let index = crates.compiled_in.iter().position(|package| package["id"] == id);
        // After the standard library.
        reference(index.map_or(&own, |index| &components[index + 1]))
    };
    let standard_library = reference(&components[0]);
    let mut dependencies: Vec<_> = crates
        .dependencies
        .iter()
        .map(|(id, ids)| Dependency {
            dependency_ref: reference_of(id),
            dependencies: ids.iter().map(|id| reference_of(id)).chain([standard_library.clone()]).collect(),
        })
        .collect();
    dependencies.push(Dependency { dependency_ref: standard_library, dependencies: vec![] });
    Ok(Bom {
        spec_version: SpecVersion::V1_5,
        metadata: Some(Metadata { component: Some(own), ..Metadata::default() }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        serial_number: None,
        ..Bom::default()
    })
}

/// Of what cargo tells of a package.
fn component(kind: &str, package: &Value) -> Result<Component> {
    let text = |name: &str| package[name].as_str().with_context(|| format!("a package has no {name}: {package}"));
    let purl = Purl::new(kind, text("name")?, text("version")?)?;
    let mut component =
        Component::new(Classification::Library, text("name")?, text("version")?, Some(purl.to_string()));
    // Some have the separator of old.
    let licence = SpdxExpression::new(&text("license")?.replace('/', " OR "));
    component.licenses = Some(Licenses(vec![LicenseChoice::Expression(licence)]));
    component.description = package["description"].as_str().map(|text| NormalizedString::new(text.trim()));
    component.purl = Some(purl);
    Ok(component)
}

/// As JSON, by the rules of the format.
fn text(bom: &Bom) -> Result<Vec<u8>> {
    let validation = bom.validate_version(SpecVersion::V1_5);
    ensure!(validation.passed(), "the bill of materials is not by the rules: {validation:?}");
    let mut text = Vec::new();
    bom.clone().output_as_json_v1_5(&mut text)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_compiled_in_is_listed_by_the_rules() {
        let project = Project::read().unwrap();
        let bom: Value = serde_json::from_slice(&text(&bom(&project, "1.95.0").unwrap()).unwrap()).unwrap();
        let own = format!("pkg:npm/{CRATE}@{}", env!("CARGO_PKG_VERSION"));
        assert_eq!(bom["metadata"]["component"]["purl"], own);
        let names: Vec<_> = bom["components"].as_array().unwrap().iter().map(|part| part["name"].as_str()).collect();
        for name in ["std", "js-sys", "talc", "wasm-bindgen", "web-sys", "serde"] {
            assert!(names.contains(&Some(name)), "{name}: {names:?}");
        }
        assert!(!names.contains(&Some("syn")), "it runs at compile time");
        let dependencies = bom["dependencies"].as_array().unwrap();
        let of_package = dependencies.iter().find(|dependency| dependency["ref"] == own).unwrap();
        let direct = of_package["dependsOn"].to_string();
        assert!(direct.contains("pkg:cargo/talc@") && direct.contains("pkg:generic/std@1.95.0"), "{direct}");
        assert_eq!(dependencies.len(), names.len() + 1);
    }
}
