//! Programs that no package of the system has: compiled once for a user, not once for each checkout.

use std::path::PathBuf;

/// The version of geckodriver that is compiled where none is installed.
pub const GECKODRIVER: &str = "0.37.1";

/// Where cargo installs a program: in the user's cache, by version. Nothing where the user has no folder.
#[must_use]
pub fn root_of(program: &str, version: &str) -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("bx24-contact-card").join(format!("{program}-{version}")))
}

/// The folder of the program itself.
pub(crate) fn geckodriver_folder() -> Option<PathBuf> {
    Some(root_of("geckodriver", GECKODRIVER)?.join("bin"))
}
