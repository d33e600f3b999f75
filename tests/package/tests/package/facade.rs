//! The JavaScript around the module. Each script of projects/facade/ asserts by itself.

use crate::project::Project;
use crate::stage::Stage;

page::tests!(
    blocking nothing_runs_at_import,
    blocking a_load_that_failed_is_named_and_tried_again,
    blocking slim_says_what_it_waits_for,
    awaited calls_see_what_was_configured_before_them,
);

fn nothing_runs_at_import() {
    Project::with(&["facade/import.mjs"]).node("import.mjs", &[]);
}

fn a_load_that_failed_is_named_and_tried_again() {
    Project::with(&["facade/load-failed.mjs"]).node("load-failed.mjs", &[]);
}

fn slim_says_what_it_waits_for() {
    Project::with(&["facade/init.mjs"]).node("init.mjs", &[]);
}

async fn calls_see_what_was_configured_before_them() {
    let stage = Stage::set().await;
    Project::with(&["facade/configure.mjs"]).node("configure.mjs", &[&stage.webhook()]);
    stage.assert_untouched();
}
