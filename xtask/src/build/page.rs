//! The placement page with the package beside it, as a web server would serve them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{copy, empty, notices};
use crate::project::Project;

/// The scripts that pages load: by a script tag, or as a module.
const SCRIPTS: [&str; 2] = ["bx24-contact-card.js", "index.mjs"];

/// The licences of what is in them.
const LICENCES: [&str; 2] = ["LICENSE-MIT", notices::FILE];

/// Writes `target/app/`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let app = project.app();
    empty(&app)?;
    copy_folder(&project.root.join("www"), &app)?;
    let files = SCRIPTS.iter().chain(&LICENCES);
    files.into_iter().try_for_each(|file| copy(&project.package().join(file), &app.join(file)))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("could not read {}", from.display()))? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy_folder(&entry.path(), &copied)? } else { copy(&entry.path(), &copied)? }
    }
    Ok(())
}
