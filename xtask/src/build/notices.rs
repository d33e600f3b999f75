//! The licences of what the package is made of beside its own code: the crates that are compiled into the module, Rust's standard
//! library among them, and wasm-bindgen's glue around it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use walrus::Module;

use crate::project::{CRATE, Project, WASM};
use crate::run;

/// The file in the package, and beside the page.
pub(crate) const FILE: &str = "NOTICES.md";

const HEAD: &str = "# Notices\n\nThis package has in it, beside its own code, code of the projects below. Each is used under the licence \
    that follows its name.\n";

/// Toolchains do not always come with the library's own licence.
const STANDARD_LIBRARY: &str = include_str!("notices/standard-library.txt");

/// The names of a crate's licence: of several, MIT's.
const LICENCES: [&str; 4] = ["LICENSE-MIT", "LICENSE", "LICENSE.md", "LICENSE.txt"];

/// Writes the notices into a folder. Refuses a module that has functions of a crate without one.
pub(crate) fn write(project: &Project, compiled: &Path, folder: &Path) -> Result<()> {
    let crates = Crates::resolve(project)?;
    crates.check(&Module::from_file(compiled)?)?;
    let library = "the Rust standard library".to_owned();
    let mut by_text = BTreeMap::from([(STANDARD_LIBRARY.trim().to_owned(), vec![library])]);
    for package in &crates.compiled_in {
        let (name, text) = licence(package)?;
        by_text.entry(text).or_default().push(name);
    }
    let mut sections: Vec<_> = by_text.into_iter().map(|(text, names)| (names.join(", "), text)).collect();
    sections.sort();
    let sections = sections.into_iter().map(|(names, text)| section(&names, &text));
    fs::write(folder.join(FILE), HEAD.to_owned() + &sections.collect::<String>()).context("could not write the notices")
}

/// The libraries that are bundled into the application's pages, with their licences.
const LIBRARIES: [(&str, &str); 2] =
    [("lit-html", "xtask/node_modules/lit-html/LICENSE"), ("@fluent/bundle", "LICENSE-APACHE")];

/// The notices of the package, and those of the libraries in the pages.
pub(crate) fn of_pages(project: &Project) -> Result<String> {
    let mut notices = fs::read_to_string(project.package().join(FILE)).context("the package has no notices")?;
    for (library, licence) in LIBRARIES {
        let manifest = project.root.join("xtask/node_modules").join(library).join("package.json");
        let manifest: Value = serde_json::from_slice(&fs::read(manifest)?)?;
        let version = manifest["version"].as_str().with_context(|| format!("{library} has no version"))?;
        let text = fs::read_to_string(project.root.join(licence))?;
        notices.push_str(&section(&format!("{library} {version}"), text.trim()));
    }
    Ok(notices)
}

fn section(name: &str, text: &str) -> String {
    format!("\n## {name}\n\n```text\n{text}\n```\n")
}

/// The crates of the workspace's dependencies.
pub(crate) struct Crates {
    /// The crate's own dependencies and theirs, as cargo resolves them for the module, without what only runs at compile time.
    pub(crate) compiled_in: Vec<Value>,
    /// For each of these, and the crate itself, the ids of those that it depends on.
    pub(crate) dependencies: BTreeMap<String, Vec<String>>,
    /// The names of all others.
    others: Vec<String>,
}

impl Crates {
    pub(crate) fn resolve(project: &Project) -> Result<Self> {
        let mut metadata = project.cargo();
        metadata.args(["metadata", "--format-version=1", "--features", "npm", "--filter-platform", WASM]);
        let metadata: Value =
            serde_json::from_str(&run::output(&mut metadata)?).context("cargo metadata gave no JSON")?;
        let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
        let (root, _) =
            packages.iter().find(|(_, package)| package["name"] == CRATE).context("cargo does not know the crate")?;
        let (mut found, mut open) = (BTreeSet::new(), vec![root.clone()]);
        while let Some(id) = open.pop() {
            let is_macro = list(&packages[&id]["targets"]).any(|target| target["kind"][0] == "proc-macro");
            if is_macro || !found.insert(id.clone()) {
                continue;
            }
            let is_linked = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            open.extend(list(&nodes[&id]["deps"]).filter(is_linked).map(|dependency| dependency["pkg"].to_string()));
        }
        let is_found =
            |dependency: &Value| found.contains(&dependency["pkg"].to_string()).then(|| text(&dependency["pkg"]));
        let dependencies = found.iter().map(|id| {
            let ids = list(&nodes[id]["deps"]).filter_map(is_found).collect();
            (text(&packages[id]["id"]), ids)
        });
        let dependencies = dependencies.collect();
        let (compiled_in, others): (Vec<_>, Vec<_>) = packages
            .into_iter()
            .filter(|(_, package)| package["name"] != CRATE)
            .partition(|(id, _)| found.contains(id));
        let names: BTreeSet<_> = compiled_in.iter().map(|(_, package)| package["name"].to_string()).collect();
        let others = others.into_iter().filter(|(_, package)| !names.contains(&package["name"].to_string()));
        Ok(Self {
            others: others.filter_map(|(_, package)| Some(package["name"].as_str()?.replace('-', "_"))).collect(),
            dependencies,
            compiled_in: compiled_in.into_iter().map(|(_, package)| package).collect(),
        })
    }

    /// Looks for functions of crates that are not known to be compiled in.
    fn check(&self, module: &Module) -> Result<()> {
        // Those of the standard library and its own dependencies are mangled in another way.
        let names: Vec<_> = module.funcs.iter().filter_map(|function| function.name.as_deref()).collect();
        ensure!(
            names.iter().any(|name| name.starts_with("_ZN6js_sys")),
            "the names of functions are mangled otherwise"
        );
        for other in &self.others {
            let parts = [format!("_ZN{}{other}", other.len()), format!("$LT${other}..")];
            let found = names.iter().find(|name| parts.iter().any(|part| name.contains(part)));
            ensure!(found.is_none(), "{other} is compiled in, and has no notice: {found:?}");
        }
        Ok(())
    }
}

fn by_id(values: &Value) -> BTreeMap<String, Value> {
    list(values).map(|value| (value["id"].to_string(), value.clone())).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A crate's name and version, and the text of its licence.
fn licence(package: &Value) -> Result<(String, String)> {
    let [name, version, manifest] = ["name", "version", "manifest_path"].map(|key| package[key].as_str());
    let name = format!("{} {}", name.context("a crate has no name")?, version.context("a crate has no version")?);
    let folder =
        Path::new(manifest.context("a crate has no manifest")?).parent().context("a manifest is in a folder")?;
    let text = LICENCES.iter().find_map(|licence| fs::read_to_string(folder.join(licence)).ok());
    let mut text = text.with_context(|| format!("{name} has no licence beside it"))?;
    // Tables of Unicode have a licence of their own.
    text.extend(fs::read_to_string(folder.join("LICENSE-UNICODE")).map(|unicode| ["\n", &unicode].concat()));
    Ok((name, text.trim().replace("\r\n", "\n")))
}
