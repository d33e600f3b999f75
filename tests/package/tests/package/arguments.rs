//! Arguments as applications and frameworks make them. Each script of projects/arguments/ asserts by itself.

use std::path::Path;

use crate::project::{HERE, Project};

page::tests!(
    blocking objects_of_frameworks_are_read_as_plain_ones,
    blocking many_cards_are_asked_for_and_given_back_by_any_iterable,
    blocking what_callers_hand_over_ends_no_process_and_hangs_no_call,
);

fn objects_of_frameworks_are_read_as_plain_ones() {
    let frameworks = Path::new(HERE).join("frameworks");
    assert!(frameworks.join("node_modules").exists(), "there are no frameworks: run `cargo xtask setup`");
    let project = Project::with(&["arguments/frameworks.mjs"]);
    project.node("frameworks.mjs", &[frameworks.to_str().unwrap()]);
}

fn many_cards_are_asked_for_and_given_back_by_any_iterable() {
    let printed = Project::with(&["arguments/many.mjs"]).node("many.mjs", &[]);
    assert!(printed.ends_with("done\n"), "{printed}");
}

fn what_callers_hand_over_ends_no_process_and_hangs_no_call() {
    let printed = Project::with(&["arguments/callers.mjs"]).node("callers.mjs", &[]);
    assert!(printed.ends_with("done\n"), "{printed}");
}
