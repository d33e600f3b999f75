//! Surroundings and answers that are hostile. Each script of projects/hostile/ asserts by itself.

use crate::project::Project;

page::tests!(blocking a_polluted_page_changes_no_request);

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
