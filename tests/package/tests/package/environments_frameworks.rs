//! Frameworks that render on a server and in a page, and every version of Node. `cargo xtask test --full` runs them.

use std::fs;
use std::path::Path;
use std::process::Command;

use page::{Engine, lease};

use crate::compatibility;
use crate::environments_servers::{copy_folder, next, next_start};
use crate::npm_readme;
use crate::project::{HERE, Project};
use crate::server::Server;
use crate::stage::Stage;

page::tests!(
    awaited next_in_a_client_component_and_a_server_action,
    awaited nuxt_on_the_server_and_in_a_page,
    awaited astro_on_the_server_and_in_a_page,
    awaited angular_in_a_page,
    awaited node_18,
    awaited node_20,
    awaited node_22,
    awaited node_24,
    awaited the_newest_node,
    blocking what_was_tried_is_printed,
);

async fn next_in_a_client_component_and_a_server_action() -> page::Result<()> {
    let stage = Stage::set().await;
    let project = next("next");
    let webhook = stage.webhook();
    project.environment("next", &["build"], &[("NEXT_TELEMETRY_DISABLED", "1"), ("WEBHOOK", &webhook)]);
    let server = next_start(&project, &webhook);
    shows_reset(&stage, &server, &format!("client?webhook={webhook}")).await?;

    let stage = Stage::set().await;
    let server = next_start(&project, &stage.webhook());
    let browser = lease(Engine::Chromium).await?;
    browser.goto(&server.url("action")).await?;
    browser.click("button").await?;
    browser.wait_for_text("output", "reset: true").await?;
    stage.assert_reset();
    Ok(())
}

/// With the plugin that the README has.
async fn nuxt_on_the_server_and_in_a_page() -> page::Result<()> {
    let stage = Stage::set().await;
    let project = framework("nuxt");
    fs::create_dir(project.path().join("plugins")).unwrap();
    fs::write(project.path().join("plugins/contact-card.client.ts"), npm_readme::example("ts nuxt")).unwrap();
    project.run(tool("nuxt/bin/nuxt.mjs").args(["build", "--logLevel=silent"]));
    let server = Server::of(&project, node("24"), &[".output/server/index.mjs"], &[("WEBHOOK", &stage.webhook())]);
    assert!(server.get("").contains("<p>About</p>"), "{}", server.get(""));
    shows_reset(&stage, &server, &format!("?webhook={}", stage.webhook())).await
}

async fn astro_on_the_server_and_in_a_page() -> page::Result<()> {
    let stage = Stage::set().await;
    let project = framework("astro");
    project.run(tool("astro/bin/astro.mjs").arg("build").env("WEBHOOK", stage.webhook()));
    let server = served(&project, "dist");
    assert!(server.get("").contains("<p>About</p>"), "{}", server.get(""));
    shows_reset(&stage, &server, &format!("?webhook={}", stage.webhook())).await
}

async fn angular_in_a_page() -> page::Result<()> {
    let stage = Stage::set().await;
    let project = framework("angular");
    project.run(tool("@angular/cli/bin/ng.js").arg("build"));
    let server = served(&project, "out/browser");
    shows_reset(&stage, &server, &format!("?webhook={}", stage.webhook())).await
}

async fn node_18() {
    resets_cards_in("18").await;
}

async fn node_20() {
    resets_cards_in("20").await;
}

async fn node_22() {
    resets_cards_in("22").await;
}

async fn node_24() {
    resets_cards_in("24").await;
}

async fn the_newest_node() {
    resets_cards_in("newest").await;
}

/// With the versions.
fn what_was_tried_is_printed() {
    println!("{}", compatibility::document());
}

async fn resets_cards_in(version: &str) {
    for script in ["import.mjs", "require.cjs", "slim.mjs", "slim.cjs", "global.mjs", "global.cjs"] {
        let stage = Stage::set().await;
        let project = Project::with(&[&format!("node/{script}")]);
        let printed = project.run(Command::new(node(version)).args([script, &stage.webhook()]));
        assert_eq!(printed, "About\ntrue\n", "Node {version}, {script}");
        stage.assert_reset();
    }
}

/// A version of Node that tests/package/environments/package.json pins.
fn node(version: &str) -> String {
    let node = format!("{HERE}/environments/node_modules/node-{version}/bin/node");
    assert!(Path::new(&node).exists(), "tests/package/environments has no {node}: run `cargo xtask test --full`");
    node
}

/// A framework's command, in a version of Node that all of them accept.
fn tool(script: &str) -> Command {
    let mut command = Command::new(node("24"));
    command.arg(format!("{HERE}/environments/node_modules/{script}"));
    command.envs([("NUXT_TELEMETRY_DISABLED", "1"), ("ASTRO_TELEMETRY_DISABLED", "1"), ("NG_CLI_ANALYTICS", "false")]);
    command
}

fn framework(name: &str) -> Project {
    let project = Project::with_environments(&["app/serve.mjs"]);
    copy_folder(&Path::new(HERE).join("projects/environments").join(name), project.path());
    project
}

fn served(project: &Project, folder: &str) -> Server {
    Server::of_node(project, &["serve.mjs", folder], &[])
}

async fn shows_reset(stage: &Stage, server: &Server, path: &str) -> page::Result<()> {
    let browser = lease(Engine::Chromium).await?;
    browser.goto(&server.url(path)).await?;
    browser.wait_for_text("output", "reset: true").await?;
    stage.assert_reset();
    Ok(())
}
