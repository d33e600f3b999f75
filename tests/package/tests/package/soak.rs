//! Many calls of every sort, in Node, of which nothing may be left.

use crate::project::{Project, seed};
use crate::stage::Stage;

/// `SEED` asks for the same again.
#[tokio::test(flavor = "multi_thread")]
async fn of_ten_thousand_calls_all_settle_and_nothing_is_left() {
    let stage = Stage::set().await;
    println!(
        "{}",
        Project::with(&["soak.mjs", "chance.mjs", "memory.mjs"]).node("soak.mjs", &[stage.portal_url(), &seed()])
    );
}
