//! Many calls of every sort, in Node, of which nothing may be left.

use std::env;

use crate::project::{Project, seed};
use crate::stage::Stage;

page::tests!(awaited all_calls_settle_and_nothing_is_left_of_them);

/// `SOAK_CALLS` asks for more, such as 10000, `SEED` for the same again.
async fn all_calls_settle_and_nothing_is_left_of_them() {
    let calls = env::var("SOAK_CALLS").unwrap_or_else(|_| "2000".into());
    let stage = Stage::set().await;
    let project = Project::with(&["soak.mjs", "chance.mjs", "control.mjs", "memory.mjs"]);
    println!("{}", project.node("soak.mjs", &[stage.portal_url(), &calls, &seed()]));
}
