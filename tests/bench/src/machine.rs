//! The machine that measures.

use anyhow::Result;
use page::headless_shell;
use serde::{Deserialize, Serialize};
use sysinfo::System;

use crate::workshop;

/// What figures depend on, beside what is measured.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Machine {
    pub(crate) system: String,
    pub(crate) processor: String,
    pub(crate) processors: usize,
    /// Bytes.
    pub(crate) memory: u64,
    pub(crate) node: String,
    pub(crate) browser: String,
    pub(crate) commit: String,
}

impl Machine {
    /// This machine, and the commit that is measured.
    pub(crate) fn describe(commit: &str) -> Result<Self> {
        let mut system = System::new()?;
        system.refresh_cpu_all();
        system.refresh_memory();
        let processor = system.cpus().first().map(|cpu| cpu.brand().trim().to_owned()).unwrap_or_default();
        Ok(Self {
            system: System::long_os_version().unwrap_or_default(),
            processor,
            processors: system.cpus().len(),
            memory: system.total_memory(),
            node: workshop::output("node", &["--version"])?,
            browser: browser()?,
            commit: commit.to_owned(),
        })
    }
}

/// What draws the pages: Chromium without a window, or the shell that is that and nothing else.
fn browser() -> Result<String> {
    let driver = workshop::output("chromedriver", &["--version"])?;
    let version = driver.split_whitespace().nth(1).unwrap_or_default();
    let browser = if headless_shell().is_some() { "Chromium's headless shell" } else { "Chromium, headless" };
    Ok(format!("{browser} {version}"))
}
