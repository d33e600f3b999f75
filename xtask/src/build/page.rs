//! The application: its pages with the package beside them, as a portal or a web server serves them, and the same in an archive.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Crc;

use super::{archive, copy, empty, notices, run, sizes};
use crate::project::Project;

/// The pages that a portal opens.
const PAGES: [&str; 2] = ["index.html", "install.html"];

/// What the pages load, each bundled with what it imports. What several import is in chunks of its own.
const ENTRIES: [&str; 4] = ["src/index.js", "src/install.js", "styles/index.css", "styles/install.css"];

/// Loaded by a plain script tag, so that nothing runs before it.
const FIRST: &str = "src/policy.js";

/// The package's script.
const SCRIPT: &str = "bx24-contact-card.js";

/// What everybody downloads of the application, beside the package, and the bytes that it may have after gzip, texts in English among them.
const OWN: [&str; 3] = ["index.js", "index.css", "policy.js"];
const BUDGET: usize = 40 * 1024;

/// How the names of scripts and styles end.
const LOADED: [&str; 2] = [".js", ".css"];

const LICENCE: &str = "LICENSE-MIT";

/// Writes `target/app/` and the archive of it.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let app = project.app();
    empty(&app)?;
    bundle(project, &ENTRIES, &["--format=esm", "--splitting", "--chunk-names=chunk-[hash]", "--loader:.ftl=text"])?;
    bundle(project, &[FIRST], &["--format=iife"])?;
    weigh(&app)?;
    [SCRIPT, LICENCE].iter().try_for_each(|file| copy(&project.package().join(file), &app.join(file)))?;
    fs::write(app.join(notices::FILE), notices::of_pages(project)?)?;
    for page in PAGES {
        let html = fs::read_to_string(project.root.join("www").join(page))?;
        let html = html.replace("{{version}}", project.version()?);
        fs::write(app.join(page), with_contents_named(&html, &app).with_context(|| format!("www/{page}"))?)?;
    }
    archive::write(&app, &project.app_archive())
}

fn bundle(project: &Project, entries: &[&str], options: &[&str]) -> Result<()> {
    let mut esbuild = project.build_tool("esbuild");
    esbuild.args(entries.iter().map(|entry| format!("www/{entry}"))).args(options);
    esbuild.args(["--bundle", "--minify", "--target=es2022", "--charset=utf8"]);
    esbuild.args(["--legal-comments=none", "--log-level=warning", "--entry-names=[name]"]);
    let mut outdir = OsStr::new("--outdir=").to_owned();
    outdir.push(project.app());
    // The libraries of the pages lie beside the bundler.
    run::show(esbuild.arg(outdir).env("NODE_PATH", project.root.join("xtask/node_modules")))
}

/// Fails where the application is over its budget.
fn weigh(app: &Path) -> Result<()> {
    let script = fs::read_to_string(app.join(OWN[0]))?;
    // What it always loads. Texts in other languages are loaded by `import()`.
    let chunks = script.split("from\"./").skip(1).filter_map(|rest| rest.split('"').next());
    let files = OWN.into_iter().chain(chunks);
    let spent = files.map(|file| sizes::gzip(&fs::read(app.join(file))?)).sum::<Result<usize>>()?;
    ensure!(
        spent <= BUDGET,
        "the application is {spent} bytes with gzip, {} over its budget of {BUDGET}",
        spent - BUDGET
    );
    println!("the application: {spent} of {BUDGET} bytes with gzip");
    Ok(())
}

/// The page with a checksum in the address of each script and style, so that a browser does not take an earlier version's.
fn with_contents_named(html: &str, app: &Path) -> Result<String> {
    let parts = html.split('"').enumerate().map(|(index, part)| {
        // Every second part is between quotes.
        if index % 2 == 0 || !LOADED.iter().any(|ending| part.ends_with(ending)) {
            return Ok(part.to_owned());
        }
        let mut checksum = Crc::new();
        checksum.update(&fs::read(app.join(part)).with_context(|| format!("there is no {part}"))?);
        Ok(format!("{part}?{:08x}", checksum.sum()))
    });
    Ok(parts.collect::<Result<Vec<_>>>()?.join("\""))
}

#[cfg(test)]
mod tests {
    use super::with_contents_named;
    use std::fs;

    #[test]
    fn a_page_loads_what_it_was_made_with() {
        let app = tempfile::tempdir().unwrap();
        fs::write(app.path().join("index.js"), "one").unwrap();
        let page = r#"<script src="index.js" type="module"></script>"#;
        let one = with_contents_named(page, app.path()).unwrap();
        assert_eq!(one, r#"<script src="index.js?7a6c86f1" type="module"></script>"#);
        fs::write(app.path().join("index.js"), "another").unwrap();
        assert!(!with_contents_named(page, app.path()).unwrap().contains("7a6c86f1"));
        assert!(with_contents_named(r#"<script src="other.js">"#, app.path()).is_err());
    }
}
