//! Progress: each step says when it starts, when it ended and how long it took.

use std::time::Instant;

use anyhow::{Context, Result};

/// Does `work`, saying so.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {name}");
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    eprintln!("{mark} {name}  {:.1} s", start.elapsed().as_secs_f64());
    outcome.with_context(|| format!("{name}: failed"))
}
