//! What is in the tarball.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::project::package;

page::tests!(
    blocking has_these_files_and_no_other,
    blocking package_json_names_only_files_that_are_there,
    blocking its_pages_link_to_what_is_there,
    blocking version_and_license_are_the_crates,
    blocking what_is_compiled_in_has_a_notice,
    blocking the_module_names_no_folder_of_the_machine_it_was_built_on,
);

const FILES: [&str; 22] = [
    "ANSWERS.md",
    "CHANGELOG.md",
    "ERRORS.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICES.md",
    "README.md",
    "SECURITY.md",
    "bx24-contact-card.d.ts",
    "bx24-contact-card.js",
    "bx24-contact-card.wasm",
    "bx24-contact-card.wasm.d.mts",
    "bx24-contact-card.wasm.d.ts",
    "index.cjs",
    "index.d.mts",
    "index.d.ts",
    "index.mjs",
    "package.json",
    "slim.cjs",
    "slim.d.mts",
    "slim.d.ts",
    "slim.mjs",
];

fn has_these_files_and_no_other() {
    let output = Command::new("npm").args(["pack", "--dry-run", "--json"]).arg(package()).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    // npm 10 and before: a list of packages; since then: an object of them by name.
    let report = report.get(0).or_else(|| report.get("bx24-contact-card")).expect("npm reports on the package");
    let files = report["files"].as_array().unwrap().iter();
    let mut files: Vec<_> = files.map(|file| file["path"].as_str().unwrap()).collect();
    files.sort_unstable();
    assert_eq!(files, FILES);
}

fn package_json_names_only_files_that_are_there() {
    let package = package();
    let manifest: Value = serde_json::from_slice(&std::fs::read(package.join("package.json")).unwrap()).unwrap();
    let mut named = Vec::new();
    texts(&manifest, &mut named);
    let paths: Vec<_> = named.into_iter().filter(|text| text.starts_with("./")).collect();
    assert!(paths.len() > 10, "main, types and exports name files: {paths:?}");
    for path in paths {
        // Turbopack looks for the request with its query: `….wasm?module`.
        let path = path.trim_end_matches('*');
        assert!(package.join(path).is_file(), "package.json names {path}");
    }
}

/// On npm's site a link is to a file of the package, or to another site.
fn its_pages_link_to_what_is_there() {
    let is_page = |file: &&str| Path::new(file).extension().is_some_and(|extension| extension == "md");
    for page in FILES.into_iter().filter(is_page) {
        let text = std::fs::read_to_string(package().join(page)).unwrap();
        assert!(!text.contains("{{"), "something in {page} was not filled in");
        let links: Vec<_> = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).collect();
        assert!(page != "README.md" || links.len() > 4, "{links:?}");
        for link in links.into_iter().filter(|link| !link.is_empty() && !link.starts_with("https://")) {
            assert!(FILES.contains(&link), "{page} links to {link}");
        }
    }
}

fn version_and_license_are_the_crates() {
    let manifest: Value = serde_json::from_slice(&std::fs::read(package().join("package.json")).unwrap()).unwrap();
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest["license"], env!("CARGO_PKG_LICENSE"));
    assert!(manifest["description"].as_str().is_some_and(|text| text.contains("Bitrix24")));
}

/// The build refuses a module with functions of a crate that has none.
fn what_is_compiled_in_has_a_notice() {
    let notices = std::fs::read_to_string(package().join("NOTICES.md")).unwrap();
    for name in ["the Rust standard library", "js-sys ", "talc ", "wasm-bindgen ", "web-sys "] {
        assert!(notices.contains(name), "{name}");
    }
    for line in ["Copyright (c) 2014 Alex Crichton", "Shaun Beautement", "The Rust Project Contributors"] {
        assert!(notices.contains(line), "{line}");
    }
    for section in notices.split("\n## ").skip(1) {
        assert!(section.contains("Permission is hereby granted"), "{section}");
    }
}

fn the_module_names_no_folder_of_the_machine_it_was_built_on() {
    let module = std::fs::read(package().join("bx24-contact-card.wasm")).unwrap();
    let module = String::from_utf8_lossy(&module);
    let home = std::env::var("HOME").unwrap();
    assert!(!module.contains(&format!("{home}/")), "the module has {home}/ in it");
}

fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(values) => values.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}
