//! The official SDK's `$b24` as a connection: a webhook and OAuth in Node, and a frame in a placement.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use page::{Engine, Result, in_every_engine, lease};
use portal::{Options, Portal};
use serde_json::json;
use tempfile::NamedTempFile;

use crate::project::{HERE, Project, package};
use crate::stage::{Stage, cards};

in_every_engine!([in_a_placement_it_resets_and_renews]; awaited in_node_its_webhooks_and_tokens_reset);

/// The SDK that the portal's own tests install.
pub(crate) fn sdk() -> PathBuf {
    let folder = Path::new(HERE).join("../portal/sdk/node_modules/@bitrix24/b24jssdk/dist");
    folder.canonicalize().expect("the SDK is missing: run `cargo xtask setup`")
}

async fn in_node_its_webhooks_and_tokens_reset() {
    let stage = Stage::set().await;
    let secure = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a portal");
    let trusted = NamedTempFile::new().unwrap();
    fs::write(trusted.path(), secure.certificate().expect("a certificate")).unwrap();
    let rows = cards(&[1, 5, 6]).to_string();
    let project = Project::with(&["sdk.mjs", "control.mjs"]);
    let mut node = Command::new("node");
    node.arg("sdk.mjs").arg(sdk().join("esm/index.mjs")).args([stage.portal_url(), secure.url(), &rows]);
    project.run(node.env("NODE_EXTRA_CA_CERTS", trusted.path()));
}

async fn in_a_placement_it_resets_and_renews(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const { resetContactCard, resetContactCards } = BX24ContactCard;
        const b24 = await window.frame;
        const connection = { b24 };
        const told = ({ kind, code, message }) => [kind, code, message.includes('{ b24: $b24 }')].join(' ');
        const refused = await resetContactCard('P', 6, { connection: { bx24: b24 } }).catch(told);
        const uninitialised = new B24Js.B24Frame({ DOMAIN: location.host, PROTOCOL: 0, APP_SID: 'x', LANG: 'en' });
        const early = await resetContactCard('P', 6, { connection: { b24: uninitialised } }).catch(told);
        const isExpired = b24.auth.getAuthData() === false;
        const calls = await Promise.all([1, 6].map((user) => resetContactCard('P', user, { connection })));
        const token = b24.auth.getAuthData().access_token;
        const { done } = await resetContactCards([5], { connection });
        return {
          refused, early, isExpired, done, results: calls.map(({ result }) => result),
          isRenewed: token !== b24.auth.getAuthData().access_token,
        };";
    let stage = Stage::set().await;
    for (script, from) in
        [("sdk.js", sdk().join("umd/index.min.js")), ("card.js", package().join("bx24-contact-card.js"))]
    {
        fs::copy(from, stage.app().join(script)).unwrap();
    }
    stage.page(
        "<!doctype html><title>The official SDK</title><script src='sdk.js'></script><script src='card.js'></script>\
         <script>window.frame = B24Js.initializeB24Frame();</script>",
    );
    let browser = lease(engine).await?;
    for (expires, is_expired) in [("3600", false), ("0", true)] {
        stage.begin_with(&cards(&[1, 5, 6]));
        browser.goto(&format!("{}/placement?user=1&expires={expires}", stage.portal_url())).await?;
        browser.enter_frame("iframe").await?;
        let told = browser.run_async(BODY, vec![]).await?;
        let refused = "invalid-argument INVALID_CONNECTION";
        let expected = json!({
            "refused": format!("{refused} true"), "early": format!("{refused} false"), "isExpired": is_expired, "done": [5],
            "results": [true, true], "isRenewed": false,
        });
        assert_eq!(told, expected, "{engine}");
        assert_eq!(stage.rows(), cards(&[]), "{engine}");
        let requests: Vec<_> = stage.requests().iter().map(|request| request["method"].clone()).collect();
        let renewals = requests.iter().filter(|method| *method == "refreshAuth").count();
        assert_eq!(
            (renewals, requests.len()),
            (usize::from(is_expired), 3 + usize::from(is_expired)),
            "{engine}: {requests:?}"
        );
    }
    Ok(())
}
