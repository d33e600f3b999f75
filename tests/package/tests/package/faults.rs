//! What happens when the module panics.

use std::env;
use std::path::Path;

use crate::project::{HERE, Project};

page::tests!(blocking a_panic_is_a_rejection_and_harms_no_other_call);

/// `PANICS` asks for more, such as 100000.
fn a_panic_is_a_rejection_and_harms_no_other_call() {
    let folder = Path::new(HERE).join("../../target/faulty").canonicalize();
    let folder = folder.expect("target/faulty is built by `cargo xtask test`");
    let panics = env::var("PANICS").unwrap_or_else(|_| "20000".into());
    let printed = Project::with(&["faults.mjs", "memory.mjs"]).node("faults.mjs", &[folder.to_str().unwrap(), &panics]);
    println!("{printed}");
}
