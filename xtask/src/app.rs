//! The application's archive, built and listed.

use std::fs;

use anyhow::Result;

use crate::build;
use crate::project::Project;

/// Builds the archive. Prints its path, its bytes and those of each file in it.
pub(crate) fn run(project: &Project) -> Result<()> {
    build::package(project)?;
    let archive = project.app_archive();
    let mut names = build::entries(&project.app())?;
    names.sort();
    for name in names {
        println!("{:24} {:>9}", name.to_string_lossy(), fs::metadata(project.app().join(&name))?.len());
    }
    println!("{}: {} bytes", archive.display(), fs::metadata(&archive)?.len());
    Ok(())
}
