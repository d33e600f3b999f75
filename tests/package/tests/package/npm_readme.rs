//! The examples of the npm package's own README, run or compiled as they stand there.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::project::{HERE, Project, code_blocks, package};
use crate::stage::{Stage, cards};

page::tests!(
    awaited the_example_for_a_placement,
    awaited the_script_tag_has_the_hash_of_the_script,
    awaited the_example_with_a_webhook,
    blocking the_example_of_a_test,
    blocking the_examples_in_typescript_compile,
);

fn readme() -> String {
    fs::read_to_string(package().join("README.md")).unwrap()
}

/// The one example of a kind.
pub(crate) fn example(kind: &str) -> String {
    let mut examples = code_blocks(&readme(), kind);
    assert_eq!(examples.len(), 1, "{kind}");
    examples.remove(0)
}

async fn the_example_for_a_placement() -> page::Result<()> {
    let stage = Stage::set().await;
    stage.run_example(&example("js placement")).await?;
    stage.assert_reset();
    Ok(())
}

/// A browser does not run a script whose hash is another.
async fn the_script_tag_has_the_hash_of_the_script() -> page::Result<()> {
    let cdn =
        format!("https://cdn.jsdelivr.net/npm/bx24-contact-card@{}/bx24-contact-card.js", env!("CARGO_PKG_VERSION"));
    let example = example("html placement").replace("https://api.bitrix24.com/api/v1/", "{portal}/api/v1/");
    let html = example.replace(&cdn, "bx24-contact-card.js");
    assert_ne!(html, example, "the script comes from a server of others");
    assert!(html.contains("integrity=\"sha384-"), "{html}");
    for (change, said) in [("", "Done."), ("\n", "BX24ContactCard is not defined")] {
        let stage = Stage::set().await;
        let script = fs::read_to_string(package().join("bx24-contact-card.js")).unwrap();
        fs::write(stage.app().join("bx24-contact-card.js"), script + change).unwrap();
        let shown = "<script>addEventListener('error', ({ message }) => document.body.append(message));</script>";
        stage.page(&html.replacen("<script>", &format!("<body>{shown}<script>"), 1));
        let browser = stage.open_placement().await?;
        browser.wait_for_text("body", said).await?;
        if change.is_empty() {
            stage.assert_reset();
        } else {
            stage.assert_untouched();
        }
    }
    Ok(())
}

async fn the_example_with_a_webhook() {
    let stage = Stage::set().await;
    let example = example("js node").replace("https://portal.bitrix24.com/rest/1/code/", &stage.webhook());
    let project = Project::with(&[]);
    fs::write(project.path().join("example.mjs"), example).unwrap();
    project.node("example.mjs", &[]);
    let (mut rows, mut before) = (stage.rows(), cards(&[1, 5, 6]));
    // What is put back has no more than what was read: compared by whose cards there are.
    for rows in [&mut rows, &mut before] {
        let rows = rows.as_array_mut().unwrap();
        for row in rows.iter_mut() {
            *row = row["user"].take();
        }
        rows.sort_by_key(Value::as_i64);
    }
    assert_eq!(rows, before);
    assert_eq!(stage.requests().len(), 3, "it was read, reset and put back");
}

fn the_example_of_a_test() {
    let project = Project::with(&[]);
    fs::write(project.path().join("card.test.mjs"), example("js test")).unwrap();
    let mut node = Command::new("node");
    let printed = project.run(node.args(["--test", "--test-reporter=tap"]));
    assert!(printed.contains("# pass 2"), "{printed}");
}

fn the_examples_in_typescript_compile() {
    let project = Project::with(&[]);
    let [cards, mut strict, mut vue] = <[String; 3]>::try_from(code_blocks(&readme(), "ts")).unwrap();
    strict += "export {};\n";
    vue += "declare const $b24: import('bx24-contact-card').B24Like;\nexport {};\n";
    let nuxt = example("ts nuxt") + "declare function defineNuxtPlugin(plugin: () => object): unknown;\n";
    let examples = [
        ("bundler.ts", example("js bundler")),
        ("cards.ts", cards),
        ("nuxt.ts", nuxt),
        ("react.tsx", example("tsx")),
        ("strict.ts", strict),
        ("vue.ts", vue),
    ];
    for (name, code) in examples {
        fs::write(project.path().join(name), code).unwrap();
    }
    let here = Path::new(HERE);
    let settings = json!({ "compilerOptions": {
        "strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true, "noEmit": true,
        "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "jsx": "react-jsx",
        "lib": ["es2022", "dom"], "types": [],
        // What the declarations of the frameworks hold is theirs.
        "skipLibCheck": true,
        "paths": {
            "vue": [here.join("frameworks/node_modules/vue")],
            "react": [here.join("node_modules/@types/react")],
            "react/*": [here.join("node_modules/@types/react/*")],
        },
    } });
    fs::write(project.path().join("tsconfig.json"), settings.to_string()).unwrap();
    project.tool("../typescript/bin/tsc", &["--pretty", "false"]);
}
