//! Errors as people read them. Each script of projects/errors/ asserts by itself.

use std::process::Command;

use crate::project::Project;
use crate::stage::Stage;

page::tests!(
    awaited the_stack_has_the_callers_line,
    blocking errors_are_known_across_copies_and_realms,
    blocking what_nobody_catches_is_printed_in_two_kilobytes,
);

async fn the_stack_has_the_callers_line() {
    let stage = Stage::set().await;
    Project::with(&["errors/stack.mjs"]).node("stack.mjs", &[&stage.webhook()]);
}

fn errors_are_known_across_copies_and_realms() {
    Project::with(&["errors/brand.mjs"]).node("brand.mjs", &[]);
}

fn what_nobody_catches_is_printed_in_two_kilobytes() {
    let project = Project::with(&["errors/uncaught.mjs", "errors/uncaught.cjs"]);
    for script in ["uncaught.mjs", "uncaught.cjs"] {
        for how in ["argument", "network", "load", "slim"] {
            let mut node = Command::new("node");
            let output = node.arg(script).arg(how).current_dir(project.path()).output().unwrap();
            let printed = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success() && printed.contains("ContactCardError: "), "{script} {how}: {printed}");
            assert!(printed.len() <= 2000, "{script} {how} printed {} bytes: {printed}", printed.len());
            assert!(printed.contains(&format!("{script}:")), "{script} {how} names the caller: {printed}");
        }
    }
}
