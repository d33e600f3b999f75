//! The calls by which the module can panic, held against a list of those that may be there.
//!
//! Which function of a chain makes the call is for the optimizer to say, and changes with what it inlines: the list is of
//! what is in the module now, not of all that could be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::Module;

use super::panic_calls;
use crate::project::Project;

/// One call a line, in groups; above each group, what is to be said for it.
pub(crate) const LIST: &str = "xtask/panic-calls.txt";

/// Fails at a call that is not in the list.
pub(crate) fn check(project: &Project, compiled: &Path) -> Result<()> {
    let calls = calls(compiled)?;
    let list = fs::read_to_string(project.root.join(LIST)).with_context(|| format!("could not read {LIST}"))?;
    let Changes { new, gone } = Changes::between(&list, &calls);
    if !gone.is_empty() {
        eprintln!("{LIST} has calls that are no longer there:\n  {}", gone.join("\n  "));
    }
    ensure!(
        new.is_empty(),
        "the module can panic where {LIST} does not say so:\n  {}\nDo without, or have it accepted by \
         cargo xtask build --accept-panic-calls, and write down why.",
        new.join("\n  ")
    );
    Ok(())
}

/// Brings the list up to date.
pub(crate) fn accept(project: &Project, compiled: &Path) -> Result<()> {
    let list = project.root.join(LIST);
    let accepted = accepted(&fs::read_to_string(&list).unwrap_or_default(), &calls(compiled)?);
    fs::write(list, accepted).with_context(|| format!("could not write {LIST}"))
}

fn calls(compiled: &Path) -> Result<BTreeSet<String>> {
    Ok(panic_calls::of(&Module::from_buffer(&fs::read(compiled)?)?))
}

/// How the list differs from the module.
struct Changes<'a> {
    new: Vec<&'a str>,
    gone: Vec<&'a str>,
}

impl<'a> Changes<'a> {
    fn between(list: &'a str, calls: &'a BTreeSet<String>) -> Self {
        let listed: BTreeSet<_> = list.lines().filter(|line| is_call(line)).collect();
        let new = calls.iter().map(String::as_str).filter(|call| !listed.contains(call)).collect();
        let gone = listed.iter().copied().filter(|call| !calls.contains(*call)).collect();
        Self { new, gone }
    }
}

/// The list without what is gone, and with what is new at its end.
fn accepted(list: &str, calls: &BTreeSet<String>) -> String {
    let Changes { new, gone } = Changes::between(list, calls);
    let kept = list.lines().filter(|line| !gone.contains(line));
    let heading = (!new.is_empty()).then_some(["", "# New; why?"]);
    kept.chain(heading.into_iter().flatten()).chain(new).flat_map(|line| [line, "\n"]).collect()
}

fn is_call(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) const LIST: &str = "# Borrowed twice.\na::b\nc::d\n";

    fn calls(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_is_new_and_what_is_gone_is_told() {
        let calls = calls(&["c::d", "e::f"]);
        let Changes { new, gone } = Changes::between(LIST, &calls);
        assert_eq!((new, gone), (vec!["e::f"], vec!["a::b"]));
    }

    #[test]
    fn accepting_keeps_what_was_written_down() {
        assert_eq!(accepted(LIST, &calls(&["a::b", "c::d"])), LIST);
        let accepted = accepted(LIST, &calls(&["c::d", "e::f"]));
        assert_eq!(accepted, "# Borrowed twice.\nc::d\n\n# New; why?\ne::f\n");
    }
}
