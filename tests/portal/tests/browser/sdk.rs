//! The official SDK, unmodified from npm, in Chromium and in Node. `npm ci` in `sdk/` installs it.

use crate::http::{Running, card};
use crate::placement;
use page::Result;
use portal::{Options, Portal};
use serde_json::{Value, json};
use std::path::Path;

page::tests!(
    awaited in_the_placement_it_calls_batches_refreshes_and_retries,
    awaited in_node_it_works_by_webhook_over_https,
);

const PREFIX: &str = "crm.contact.details.configuration";

fn sdk() -> &'static Path {
    let directory = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/sdk"));
    assert!(
        directory.join("node_modules/@bitrix24").is_dir(),
        "the SDK is missing: run `npm ci` in {}",
        directory.display()
    );
    directory
}

async fn log_statuses(running: &Running, method: &str) -> Vec<Value> {
    let log = running.get("log").await;
    let of_method = log.as_array().unwrap().iter().filter(|entry| entry["method"] == method);
    of_method.map(|entry| entry["status"].clone()).collect()
}

async fn in_the_placement_it_calls_batches_refreshes_and_retries() -> Result<()> {
    sdk();
    let (running, browser) = placement("sdk.html", 1).await?;
    running.put("rows", json!([card(1, &json!([])), card(6, &json!([]))])).await;
    let call = "
        const b24 = await window.frame;
        const made = await b24.actions.v2.call.make({ method: arguments[0], params: arguments[1], requestId: 'r' });
        return made.isSuccess ? made.getData().result : made.getErrorMessages();
    ";
    let reset = format!("{PREFIX}.reset");
    let params = json!({"scope": "P", "userId": 6});
    assert_eq!(browser.run_async(call, vec![json!(reset), params.clone()]).await?, json!(true));
    assert_eq!(running.get("rows").await.as_array().unwrap().len(), 1);

    let batch = "
        const b24 = await window.frame;
        const made = await b24.actions.v2.batch.make({
            calls: { card: [arguments[0], { scope: 'P' }], me: ['profile', {}] },
            options: { isHaltOnError: true, returnAjaxResult: false, requestId: 'b' },
        });
        return made.getData();
    ";
    let together = browser.run_async(batch, vec![json!(format!("{PREFIX}.get"))]).await?;
    assert_eq!((&together["card"], &together["me"]["ID"]), (&json!([]), &json!("1")));

    let tokens =
        async || browser.run_async("return (await window.frame).auth.getAuthData().access_token;", vec![]).await;
    let before = tokens().await?;
    let expired = json!([{"match": format!("{PREFIX}.reset"), "then": {"error": "expired_token"}}]);
    running.put("faults", expired).await;
    assert_eq!(browser.run_async(call, vec![json!(reset), params.clone()]).await?, json!(true));
    assert_ne!(tokens().await?, before, "a new token came from the parent window");

    running
        .put("faults", json!([{"match": format!("{PREFIX}.reset"), "then": {"error": "QUERY_LIMIT_EXCEEDED"}}]))
        .await;
    assert_eq!(browser.run_async(call, vec![json!(reset), params]).await?, json!(true));
    assert_eq!(log_statuses(&running, &reset).await, [200, 401, 200, 503, 200]);
    Ok(())
}

async fn in_node_it_works_by_webhook_over_https() {
    let directory = sdk();
    let portal = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a portal");
    let trusted = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(trusted.path(), portal.certificate().expect("a certificate")).expect("a file written");
    let output = tokio::process::Command::new("node")
        .arg("hook.mjs")
        .arg(portal.url())
        .current_dir(directory)
        .env("NODE_EXTRA_CA_CERTS", trusted.path())
        .output()
        .await
        .expect("Node.js");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaints}");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found["reset"], true);
    assert_eq!(found["refused"], json!(["Request failed with status code 400"]), "the SDK loses the portal's reason");
    assert_eq!((&found["together"]["card"], &found["together"]["me"]["ID"]), (&Value::Null, &json!("1")));
}
