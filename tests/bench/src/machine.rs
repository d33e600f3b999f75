//! The machine that measures.

use anyhow::Result;
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
            browser: workshop::output("chromedriver", &["--version"])?
                .split(" (")
                .next()
                .unwrap_or_default()
                .to_owned(),
            commit: commit.to_owned(),
        })
    }
}
