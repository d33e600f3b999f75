//! The placement page with the package beside it, as a web server would serve them.

use anyhow::Result;

use super::{copy, copy_all, empty, notices};
use crate::project::Project;

/// The scripts that pages load: by a script tag, or as a module.
const SCRIPTS: [&str; 2] = ["bx24-contact-card.js", "index.mjs"];

/// The licences of what is in them.
const LICENCES: [&str; 2] = ["LICENSE-MIT", notices::FILE];

/// Writes `target/app/`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let app = project.app();
    empty(&app)?;
    copy_all(&project.root.join("www"), &app)?;
    let files = SCRIPTS.iter().chain(&LICENCES);
    files.into_iter().try_for_each(|file| copy(&project.package().join(file), &app.join(file)))
}
