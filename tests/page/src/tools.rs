//! Programs that tests run in, where the system has them, or the user.

use std::env;
use std::path::PathBuf;

/// What Chromium without a window to show is called: by Debian, and by Google.
const HEADLESS_SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

/// The version of geckodriver that is compiled where none is installed.
pub const GECKODRIVER: &str = "0.37.1";

/// Where cargo installs a program that no package of the system has: in the user's cache, by version. Nothing where the user has no folder.
#[must_use]
pub fn root_of(program: &str, version: &str) -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("bx24-contact-card").join(format!("{program}-{version}")))
}

/// The folder of the program itself.
pub(crate) fn geckodriver_folder() -> Option<PathBuf> {
    Some(root_of("geckodriver", GECKODRIVER)?.join("bin"))
}

/// Chromium without what nobody sees in tests, where there is one on `PATH`: it takes a fifth less processor time.
#[must_use]
pub fn headless_shell() -> Option<PathBuf> {
    HEADLESS_SHELLS.into_iter().find_map(on_path)
}

/// The file of a program on `PATH`.
#[must_use]
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
