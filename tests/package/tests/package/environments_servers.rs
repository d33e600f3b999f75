//! Runtimes of servers: Next.js, edge runtimes, workerd, Deno, Bun. `cargo xtask test --full` runs them.

use std::fs;
use std::path::Path;

use crate::npm_readme;
use crate::project::{HERE, Project, environment, package};
use crate::server::Server;
use crate::stage::Stage;

page::tests!(
    awaited next_renders_a_card_ahead_of_time,
    blocking next_at_the_edge_takes_the_slim_package,
    blocking the_edge_runtime_is_told_what_to_take,
    awaited workerd_takes_the_slim_package,
    awaited deno,
    awaited bun,
);

const QUIET: &[(&str, &str)] = &[("NEXT_TELEMETRY_DISABLED", "1")];

async fn next_renders_a_card_ahead_of_time() {
    let stage = Stage::set().await;
    let project = next("next");
    let webhook = stage.webhook();
    project.environment("next", &["build"], &[QUIET[0], ("WEBHOOK", &webhook)]);
    let server = next_start(&project, &webhook);
    for page in ["suspended", "cached"] {
        assert!(server.get(page).contains("<p>About</p>"), "{page}: {}", server.get(page));
    }
    assert!(server.get("refused").contains("<p>INVALID_SCOPE</p>"));
}

fn next_at_the_edge_takes_the_slim_package() {
    let project = next("next-edge");
    project.environment("next", &["build"], QUIET);
    let server = next_start(&project, "");
    let whole = server.get("whole");
    assert!(whole.contains("LOAD_FAILED") && whole.contains("bx24-contact-card/slim"), "{whole}");
    assert_eq!(server.get("slim"), "INVALID_SCOPE");
}

fn the_edge_runtime_is_told_what_to_take() {
    Project::with_environments(&["environments/edge-runtime.mjs"]).node("edge-runtime.mjs", &[]);
}

async fn workerd_takes_the_slim_package() {
    let stage = Stage::set().await;
    let project = Project::with_environments(&["environments/worker.mjs", "environments/worker.capnp"]);
    for file in ["index.mjs", "slim.mjs", "bx24-contact-card.wasm"] {
        fs::copy(package().join(file), project.path().join(file)).unwrap();
    }
    // As the README says it.
    let example =
        npm_readme::example("js worker").replace("https://portal.bitrix24.com/rest/1/code/", &stage.webhook());
    fs::write(project.path().join("example.mjs"), example).unwrap();
    project.environment("workerd", &["test", "worker.capnp"], &[]);
    stage.assert_reset();
}

async fn deno() {
    for script in ["node/import.mjs", "node/slim.mjs"] {
        // The scripts read the file of the module; the package itself needs nothing but the network.
        resets_a_card("deno", &["run", "--allow-net", "--allow-read"], script).await;
    }
}

async fn bun() {
    for script in ["node/import.mjs", "node/require.cjs", "node/slim.mjs", "node/slim.cjs"] {
        resets_a_card("bun", &["run"], script).await;
    }
}

async fn resets_a_card(runtime: &str, arguments: &[&str], script: &str) {
    let stage = Stage::set().await;
    let project = Project::with_environments(&[script, "environments/uncaught.mjs"]);
    let name = script.split_once('/').unwrap().1;
    let printed = project.environment(runtime, &[arguments, &[name, &stage.webhook()]].concat(), &[]);
    assert_eq!(printed, "About\ntrue\n", "{runtime} {script}");
    stage.assert_reset();

    let mut uncaught = environment(runtime);
    let output = uncaught.args(arguments).arg("uncaught.mjs").current_dir(project.path()).output().unwrap();
    let printed = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && printed.contains("INVALID_SCOPE"), "{runtime}: {printed}");
    assert!(printed.contains("save") && printed.contains("uncaught.mjs"), "{runtime} names the caller: {printed}");
    assert!(printed.len() <= 2000, "{runtime} printed {} bytes: {printed}", printed.len());
}

/// A project from a folder of projects/environments/. It lies beside Next, whose root has to hold both.
pub(crate) fn next(name: &str) -> Project {
    let project = Project::with_environments(&[]);
    copy_folder(&Path::new(HERE).join("projects/environments").join(name), project.path());
    project
}

pub(crate) fn next_start(project: &Project, webhook: &str) -> Server {
    // Node itself, not the script that starts it: it is what is ended.
    let next = Path::new(HERE).join("environments/node_modules/next/dist/bin/next");
    let arguments = [next.to_str().unwrap(), "start", "--hostname", "127.0.0.1", "--port", "{port}"];
    Server::of_node(project, &arguments, &[QUIET[0], ("WEBHOOK", webhook)])
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
