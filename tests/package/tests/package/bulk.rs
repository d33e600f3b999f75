//! Bulk resets of the packed package, in Node: under faults, and of very many.

use std::env;

use crate::project::{Project, seed};
use crate::stage::Stage;

page::tests!(
    awaited whatever_the_portal_answers_everybody_is_accounted_for_once,
    blocking a_hundred_thousand_fit_into_64_mebibytes,
);

/// `BULK_RUNS` asks for more, `SEED` for the same again.
async fn whatever_the_portal_answers_everybody_is_accounted_for_once() {
    let runs = env::var("BULK_RUNS").unwrap_or_else(|_| "10".into());
    let stage = Stage::set().await;
    let project = Project::with(&["faulty-runs.mjs", "chance.mjs", "control.mjs"]);
    println!("{}", project.node("faulty-runs.mjs", &[stage.portal_url(), &runs, &seed()]));
}

/// `BULK_READ` asks for more cards that are read.
fn a_hundred_thousand_fit_into_64_mebibytes() {
    let read = env::var("BULK_READ").unwrap_or_else(|_| "2000".into());
    println!("{}", Project::with(&["many.mjs", "memory.mjs"]).node("many.mjs", &[&read]));
}
