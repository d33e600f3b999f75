//! The examples of docs/migrating.md: what is done by hand, and the same by the package, have the same effect.

use std::fs;
use std::process::Command;

use page::Result;
use portal::{Options, Portal};
use tempfile::NamedTempFile;

use crate::project::{HERE, Project, code_blocks, package};
use crate::sdk::sdk;
use crate::stage::{Stage, cards};

page::tests!(awaited from_bx24, awaited from_the_sdk, awaited from_curl);

const WEBHOOK: &str = "https://portal.bitrix24.com/rest/1/code/";

/// The one example of a kind.
fn example(kind: &str) -> String {
    let text = fs::read_to_string(format!("{HERE}/../../docs/migrating.md")).unwrap();
    let mut examples = code_blocks(&text, kind);
    assert_eq!(examples.len(), 1, "{kind}");
    examples.remove(0)
}

async fn from_bx24() -> Result<()> {
    const SHOWN: &str = "console.log = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));";
    for kind in ["js placement before", "js placement after"] {
        let stage = Stage::set().await;
        fs::copy(package().join("index.mjs"), stage.app().join("index.mjs")).unwrap();
        let script = example(kind).replace("'bx24-contact-card'", "'./index.mjs'");
        stage.page(&format!(
            "<body><script src=\"{{portal}}/api/v1/\"></script><script>{SHOWN}</script><script type=\"module\">{script}</script>"
        ));
        stage.open_placement().await?.wait_for_text("output", "true").await?;
        stage.assert_reset();
    }
    Ok(())
}

/// Its webhooks are https only.
async fn from_the_sdk() {
    let secure = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a portal");
    let trusted = NamedTempFile::new().unwrap();
    fs::write(trusted.path(), secure.certificate().expect("a certificate")).unwrap();
    for kind in ["js sdk before", "js sdk after"] {
        let script = example(kind)
            .replace("'@bitrix24/b24jssdk'", &format!("{:?}", sdk().join("esm/index.mjs").display().to_string()))
            .replace(WEBHOOK, &format!("{}/rest/1/adm1secret/", secure.url()));
        // The cards are set and asked for by Node, which trusts the portal.
        let rows = cards(&[1, 5, 6]).to_string();
        let script = format!(
            "import {{ controlOf }} from './control.mjs';
             const control = controlOf({:?});
             await control('PUT', 'rows', process.argv[2]);
             {script}
             console.log((await control('GET', 'rows')).map(({{ user }}) => user).join());",
            secure.url()
        );
        let project = Project::with(&["control.mjs"]);
        fs::write(project.path().join("example.mjs"), script).unwrap();
        let mut node = Command::new("node");
        let printed = project.run(node.args(["example.mjs", &rows]).env("NODE_EXTRA_CA_CERTS", trusted.path()));
        assert_eq!(printed, "true\n1,5,0\n", "{kind}");
    }
}

async fn from_curl() {
    let stage = Stage::set().await;
    let project = Project::with(&[]);
    let script = example("sh").replace(WEBHOOK, &format!("{}/", stage.webhook().trim_end_matches('/')));
    let printed = project.run(Command::new("sh").args(["-c", &script]));
    assert!(printed.contains("\"result\":true"), "{printed}");
    stage.assert_reset();

    let stage = Stage::set().await;
    let script = example("js node").replace(WEBHOOK, &stage.webhook());
    fs::write(project.path().join("example.mjs"), script).unwrap();
    assert_eq!(project.node("example.mjs", &[]), "true\n");
    stage.assert_reset();
}
