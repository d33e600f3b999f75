//! Bulk resets of the packed package, in Node: under faults, and of very many.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::project::Project;
use crate::stage::Stage;

/// `BULK_RUNS` asks for more, `BULK_SEED` for the same again.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_portal_answers_everybody_is_accounted_for_once() {
    let runs = env::var("BULK_RUNS").unwrap_or_else(|_| "25".into());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos().to_string();
    let seed = env::var("BULK_SEED").unwrap_or(now);
    let stage = Stage::set().await;
    let project = Project::with(&["faulty-runs.mjs"]);
    println!("{}", project.node("faulty-runs.mjs", &[stage.portal_url(), &runs, &seed]));
}

#[test]
fn a_hundred_thousand_fit_into_64_mebibytes() {
    println!("{}", Project::with(&["many.mjs"]).node("many.mjs", &[]));
}
