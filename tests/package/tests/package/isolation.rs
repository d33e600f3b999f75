//! Pages that may do less than others: by a policy, in a sandbox, isolated from other origins.

use std::fs;

use page::{Engine, Result, in_every_engine, lease};

use crate::project::{Project, package};
use crate::server::Server;
use crate::stage::Stage;

in_every_engine!([
    a_policy_with_and_without_wasm_unsafe_eval,
    trusted_types,
    a_sandboxed_frame,
    a_page_isolated_by_coop_and_coep
]);

/// Resets a card by a webhook, in a script that a policy allows by its source.
const SCRIPT: &str = "
    const show = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));
    BX24ContactCard.resetContactCard('P', 6, { connection: { webhook: WEBHOOK } }).then(
      ({ result }) => show(`reset: ${result}${globalThis.crossOriginIsolated ? ', isolated' : ''}`),
      ({ code }) => show(code),
    );";

/// What no page needs for the package: other sources, `'unsafe-eval'`, `'unsafe-inline'`.
async fn a_policy_with_and_without_wasm_unsafe_eval(engine: Engine) -> Result<()> {
    for (policy, said) in [
        ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src {portal}", "reset: true"),
        ("default-src 'none'; script-src 'self'; connect-src {portal}", "LOAD_FAILED"),
    ] {
        let stage = stage().await;
        let policy = policy.replace("{portal}", stage.portal_url());
        shows(engine, &stage, &with_policy(&policy), said).await?;
        if said == "reset: true" { stage.assert_reset() } else { stage.assert_untouched() }
    }
    Ok(())
}

/// Engines without them take the directive for none.
async fn trusted_types(engine: Engine) -> Result<()> {
    let stage = stage().await;
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    shows(engine, &stage, &with_policy(policy), "reset: true").await?;
    stage.assert_reset();
    Ok(())
}

/// Its origin is none that a portal could know, and it has no storage.
async fn a_sandboxed_frame(engine: Engine) -> Result<()> {
    let stage = stage().await;
    fs::write(stage.app().join("frame.html"), with_policy("")).unwrap();
    stage.page("<!doctype html><title>A frame</title><body><iframe sandbox='allow-scripts' src='frame.html'></iframe>");
    let browser = lease(engine).await?;
    browser.goto(&format!("{}/app/index.html", stage.app_url())).await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("output", "reset: true").await?;
    stage.assert_reset();
    Ok(())
}

/// As pages are that use shared memory.
async fn a_page_isolated_by_coop_and_coep(engine: Engine) -> Result<()> {
    let stage = stage().await;
    fs::write(stage.app().join("index.html"), with_policy("")).unwrap();
    let project = Project::with(&["pages/serve-isolated.mjs"]);
    let server = Server::of_node(&project, &["serve-isolated.mjs", stage.app().to_str().unwrap()], &[]);
    let browser = lease(engine).await?;
    browser.goto(&server.url("index.html")).await?;
    browser.wait_for_text("output", "reset: true, isolated").await?;
    stage.assert_reset();
    Ok(())
}

/// With the scripts of a page beside it.
async fn stage() -> Stage {
    let stage = Stage::set().await;
    fs::copy(package().join("bx24-contact-card.js"), stage.app().join("bx24-contact-card.js")).unwrap();
    let script = SCRIPT.replace("WEBHOOK", &format!("'{}'", stage.webhook()));
    fs::write(stage.app().join("script.js"), script).unwrap();
    stage
}

fn with_policy(policy: &str) -> String {
    format!(
        "<!doctype html><meta http-equiv='Content-Security-Policy' content=\"{policy}\"><title>A policy</title><body>
         <script src='bx24-contact-card.js'></script><script src='script.js'></script>"
    )
}

async fn shows(engine: Engine, stage: &Stage, html: &str, said: &str) -> Result<()> {
    fs::write(stage.app().join("index.html"), html).unwrap();
    let browser = lease(engine).await?;
    browser.goto(&format!("{}/app/index.html", stage.app_url())).await?;
    browser.wait_for_text("output", said).await?;
    Ok(())
}
