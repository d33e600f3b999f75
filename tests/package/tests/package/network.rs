//! Failures of fetch: each keeps its reason, and no secret.

use std::fs;

use page::{Engine, Result, in_every_engine, lease};
use portal::{Options, Portal};
use serde_json::{Value, json};

use crate::project::{Project, package};
use crate::server::Server;
use crate::stage::Stage;

in_every_engine!(
    a_policy_is_named_in_a_page,
    a_policy_is_named_in_a_worker,
    one_preflight_serves_many_calls,
    violations_of_others_are_not_taken_for_its_own;
    awaited what_fetch_does_in_node,
);

async fn what_fetch_does_in_node() {
    let stage = Stage::set().await;
    let untrusted = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a portal");
    Project::with(&["network.mjs"]).node("network.mjs", &[&stage.webhook(), untrusted.url()]);
    stage.assert_untouched();
}

/// Resets a card, and says what has become of that.
const RESETS: &str = "
    const resets = (webhook) => BX24ContactCard.resetContactCard('P', 6, { connection: { webhook } }).then(
      ({ result }) => ({ result }),
      ({ kind, code, outcome, attempts, retryable, message, cause }) => ({
        kind, code, outcome, attempts, retryable, cause: cause.name, isNamed: message.includes('connect-src'),
        isTold: [message, cause, cause.stack].join().includes('adm1secret'),
      }),
    );";

fn blocked() -> Value {
    json!({
        "kind": "network", "code": "BLOCKED_BY_POLICY", "outcome": "unchanged", "attempts": 1, "retryable": false,
        "cause": "TypeError", "isNamed": true, "isTold": false,
    })
}

/// Runs the body of an async function in a page with a policy.
async fn told_in(engine: Engine, policy: &str, body: &str) -> Result<Value> {
    let stage = Stage::set().await;
    fs::copy(package().join("bx24-contact-card.js"), stage.app().join("bx24-contact-card.js")).unwrap();
    let policy = format!("<meta http-equiv='Content-Security-Policy' content=\"{policy}\">");
    stage.page(&format!("<!doctype html>{policy}<title>A policy</title><script src='bx24-contact-card.js'></script>"));
    let browser = lease(engine).await?;
    let app = stage.app_url();
    browser.goto(&format!("{app}/app/index.html")).await?;
    let told = browser.run_async(&[RESETS, body].concat(), vec![json!(stage.webhook()), json!(app)]).await?;
    if told["result"] != true {
        stage.assert_untouched();
    }
    Ok(told)
}

async fn a_policy_is_named_in_a_page(engine: Engine) -> Result<()> {
    const BODY: &str = "return resets(arguments[0]);";
    for policy in ["connect-src 'self'", "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'"] {
        assert_eq!(told_in(engine, policy, BODY).await?, blocked(), "{engine}: {policy}");
    }
    assert_eq!(told_in(engine, "connect-src *", BODY).await?, json!({ "result": true }), "{engine}");
    Ok(())
}

/// Nor is a violation of a policy that only reports, of which a browser tells in the same way.
async fn violations_of_others_are_not_taken_for_its_own(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const connection = { webhook: 'http://127.0.0.1:1/rest/1/code/' };
        const call = BX24ContactCard.resetContactCard('P', 6, { connection, retries: 0 });
        fetch('http://127.0.0.1:2/').catch(() => {});
        document.dispatchEvent(Object.assign(new Event('securitypolicyviolation', { bubbles: true }), {
          disposition: 'report', effectiveDirective: 'connect-src', blockedURI: 'http://127.0.0.1:1',
        }));
        return call.catch(({ kind, code }) => ({ kind, code }));";
    let told = told_in(engine, "connect-src http://127.0.0.1:1", BODY).await?;
    assert_eq!(told, json!({ "kind": "network", "code": "NETWORK" }), "{engine}");
    Ok(())
}

/// WebKit's workers have no such event.
async fn a_policy_is_named_in_a_worker(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const [webhook, app] = arguments;
        const script = `importScripts('${app}/app/bx24-contact-card.js');
          const resets = ${resets};
          resets('${webhook}').then(postMessage);`;
        const worker = new Worker(URL.createObjectURL(new Blob([script])));
        return new Promise((told, failed) => {
          worker.onmessage = ({ data }) => told(data);
          worker.onerror = ({ message }) => failed(new Error(message));
        });";
    if engine != Engine::WebKit {
        assert_eq!(told_in(engine, "connect-src 'none'", BODY).await?, blocked(), "{engine}");
    }
    Ok(())
}

/// Browsers remember for 5 seconds at least what a preflight was answered.
async fn one_preflight_serves_many_calls(engine: Engine) -> Result<()> {
    const CALLS: u32 = 8;
    let project = Project::with(&["preflights.mjs"]);
    let portal = Server::of_node(&project, &["preflights.mjs"], &[]);
    let calls = format!(
        "const options = {{ connection: {{ webhook: '{}' }} }};
        for (let calls = 0; calls < {CALLS}; ++calls) await BX24ContactCard.resetContactCard('P', 6, options);
        return {{ result: true }};",
        portal.url("rest/1/adm1secret/"),
    );
    told_in(engine, "connect-src *", &calls).await?;
    let preflights: u32 = portal.get("").parse().expect("a number");
    assert!((1..CALLS).contains(&preflights), "{engine}: {preflights}");
    Ok(())
}
