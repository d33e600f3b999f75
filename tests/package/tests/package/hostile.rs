//! Surroundings, arguments and answers that are hostile, in Node. Each script of projects/hostile/ asserts by itself.

use std::env;

use crate::project::{Project, seed};

page::tests!(
    blocking a_polluted_page_changes_no_request,
    blocking no_error_shows_a_secret,
    blocking answers_have_a_size,
    blocking requests_go_where_they_were_meant_to_go,
    blocking whatever_is_handed_over_or_answered_every_call_settles,
    blocking nothing_is_left_of_a_call,
);

/// Whatever a page has put on the prototypes, or has frozen.
fn a_polluted_page_changes_no_request() {
    let project = Project::with(&["hostile/polluted.mjs"]);
    for build in ["module", "commonjs", "script"] {
        for kind in
            ["fixed values", "swallowing setters", "values that are read", "fixed values of arrays", "toJSON", "frozen"]
        {
            let said = project.node("polluted.mjs", &[build, kind]);
            assert_eq!(said, "the same\n", "{build}, {kind}");
        }
    }
}

fn no_error_shows_a_secret() {
    assert_done(&Project::with(&["hostile/secrets.mjs"]).node("secrets.mjs", &[]));
}

fn answers_have_a_size() {
    let said = Project::with(&["hostile/sizes.mjs", "memory.mjs"]).node("sizes.mjs", &[]);
    println!("{said}");
    assert_done(&said);
}

fn requests_go_where_they_were_meant_to_go() {
    assert_done(&Project::with(&["hostile/addresses.mjs"]).node("addresses.mjs", &[]));
}

/// `SHAPES_CALLS` asks for more, such as 1000000, `SEED` for the same again.
fn whatever_is_handed_over_or_answered_every_call_settles() {
    let calls = env::var("SHAPES_CALLS").unwrap_or_else(|_| "5000".into());
    let project = Project::with(&["hostile/shapes.mjs", "memory.mjs", "chance.mjs"]);
    let said = project.node("shapes.mjs", &[&calls, &seed()]);
    println!("{said}");
    assert_done(&said);
}

/// `LEFT_CALLS` asks for more, such as 20000.
fn nothing_is_left_of_a_call() {
    let calls = env::var("LEFT_CALLS").unwrap_or_else(|_| "2000".into());
    let said = Project::with(&["hostile/left.mjs", "hostile/kinds.mjs", "memory.mjs"]).node("left.mjs", &[&calls]);
    println!("{said}");
    assert_done(&said);
}

fn assert_done(said: &str) {
    assert!(said.ends_with("done\n"), "{said}");
}
