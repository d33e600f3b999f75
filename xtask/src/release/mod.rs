//! What has to hold before a version is published, and publishing it.

mod licences;
mod sbom;
mod types;
mod versions;

use std::fs;

use anyhow::{Result, bail, ensure};

use crate::check::Check;
use crate::identity::Identity;
use crate::project::{CRATE, Project};
use crate::step::step;
use crate::{build, reproducible, run};

/// Tries every check, whatever fails. Where all hold, and nobody wants to see only that, publishes both packages.
pub(crate) fn run(project: &Project, dry_run: bool) -> Result<()> {
    build::package(project)?;
    let checks: [Check<'_>; 8] = [
        ("author and addresses", Box::new(|| identity(&Identity::of(project)))),
        ("one version, and its date", Box::new(|| versions::check(project))),
        ("licences of what is compiled in", Box::new(|| licences::check(project))),
        ("changes of the types", Box::new(|| types::check(project))),
        ("bill of materials", Box::new(|| sbom::write(project))),
        ("two builds of the package are the same", Box::new(|| build::package_again(project))),
        ("the module is the same in other folders", Box::new(|| reproducible::check(project))),
        ("what is published", Box::new(|| list(project, dry_run))),
    ];
    let failures = checks.into_iter().filter_map(|(name, check)| step(name, check).err());
    let failures = failures.map(|failure| format!("  {failure:#}")).collect::<Vec<_>>();
    if !failures.is_empty() {
        bail!("{} of the checks failed:\n{}", failures.len(), failures.join("\n"));
    }
    if dry_run { Ok(()) } else { publish(project) }
}

fn identity(identity: &Identity) -> Result<()> {
    let missing = identity.missing();
    ensure!(missing.is_empty(), "Cargo.toml says nothing of: {}", missing.join(", "));
    Ok(())
}

/// Lists the files of both packages. Cargo refuses what is not committed; without publishing, that may be there.
fn list(project: &Project, dry_run: bool) -> Result<()> {
    run::show(project.command("npm").args(["pack", "--dry-run"]).arg(project.package()))?;
    let mut cargo = project.cargo();
    cargo.args(["package", "--list", "--package", CRATE]).args(dry_run.then_some("--allow-dirty"));
    run::show(&mut cargo)
}

/// npm's package, the crate, and then the types for the next release to be compared with.
fn publish(project: &Project) -> Result<()> {
    step("npm publish", || run::show(project.command("npm").arg("publish").arg(project.package())))?;
    step("cargo publish", || run::show(project.cargo().args(["publish", "--package", CRATE])))?;
    fs::create_dir_all(types::released(project))?;
    step("keep the types", || types::keep(project))
}
