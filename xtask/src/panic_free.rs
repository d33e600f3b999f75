//! The pure rooms have no panic in them: proved by the optimizer, which removes what cannot be reached.
//!
//! `tests/panic-free` is those rooms as a module by themselves. Its panics call an import, which must be gone once the
//! module is linked. Arithmetic that overflows is a panic there as well, though not in the module that ships.
//!
//! One exception is made, the want of memory: see `panic_calls::is_out_of_memory`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use walrus::Module;

use crate::build::{panic_calls, panics};
use crate::project::{Project, WASM};
use crate::run;

/// The import that panics call.
const IMPORT: &str = "panicked";

/// Links the rooms, and looks for panics; then once more with a panic, to see that it would have been found.
pub(crate) fn check(project: &Project) -> Result<()> {
    let module = link(project, &project.target, &[])?;
    if panics_remain(&module) {
        let calls: Vec<_> = panic_calls::of(&module).into_iter().collect();
        bail!("the pure rooms can panic:\n  {}", calls.join("\n  "));
    }
    let control = link(project, &project.target.join("panic-control"), &["--features=control"])?;
    ensure!(panics_remain(&control), "the check finds no panic even where there is one: it proves nothing");
    Ok(())
}

/// The rooms as a module, without what the exception keeps in it.
///
/// Each set of features has a target folder of its own: in one, cargo keeps the last module only, and builds both each time.
fn link(project: &Project, target: &Path, features: &[&str]) -> Result<Module> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--quiet", "--package=panic-free", "--profile=panic-free", "--target", WASM]).args(features);
    run::show(cargo.arg("--target-dir").arg(target))?;
    let linked = target.join(WASM).join("panic-free/panic_free.wasm");
    let mut module = Module::from_buffer(&fs::read(&linked).context("cargo built no module")?)?;
    let exceptions =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| panic_calls::is_out_of_memory(&module, *id));
    for id in exceptions.collect::<Vec<_>>() {
        panics::make_trap(&mut module, id);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module)
}

fn panics_remain(module: &Module) -> bool {
    module.imports.iter().any(|import| import.name == IMPORT)
}
