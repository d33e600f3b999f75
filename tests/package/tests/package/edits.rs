//! Edits, and cards of other kinds. Each script of projects/edits/ asserts by itself.

use std::env;

use crate::project::{Project, seed};
use crate::stage::Stage;

page::tests!(
    awaited cards_of_every_kind_are_changed_without_being_destroyed,
    awaited editors_agree_with_the_portal_however_they_interleave,
);

async fn cards_of_every_kind_are_changed_without_being_destroyed() {
    let stage = Stage::set().await;
    let printed = Project::with(&["edits/edit.mjs", "control.mjs"]).node("edit.mjs", &[stage.portal_url()]);
    assert!(printed.ends_with("done\n"), "{printed}");
}

/// `EDITS` asks for more, such as 1000, `SEED` for the same again.
async fn editors_agree_with_the_portal_however_they_interleave() {
    let runs = env::var("EDITS").unwrap_or_else(|_| "60".into());
    let stage = Stage::set().await;
    let project = Project::with(&["edits/interleavings.mjs", "chance.mjs", "control.mjs"]);
    println!("{}", project.node("interleavings.mjs", &[stage.portal_url(), &runs, &seed()]));
}
