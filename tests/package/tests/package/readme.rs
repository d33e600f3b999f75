//! The README's examples, run as they stand there.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use expect_test::expect_file;
use serde_json::{Value, json};

use crate::project::{HERE, Project, code_blocks, package};
use crate::stage::{Stage, cards};

page::tests!(
    awaited the_example_for_a_placement,
    awaited the_example_with_script_tags,
    awaited the_examples_for_node,
    blocking the_sizes_are_those_of_the_package,
);

async fn the_example_for_a_placement() -> page::Result<()> {
    let [example] = &examples("js placement")[..] else { panic!("one example is expected") };
    let example = example.replace("'bx24-contact-card'", "'./index.mjs'");
    let done = "document.body.append(Object.assign(document.createElement('output'), { textContent: 'done' }));";
    let html = format!("<script src=\"{{portal}}/api/v1/\"></script><script type=\"module\">{example}{done}</script>");
    let (stage, browser) = shown(&html, "index.mjs").await?;
    browser.wait_for_text("output", "done").await?;
    // User 1 is an administrator: the own card, user 6's and the common one are gone.
    let left = cards(&[5]).as_array().unwrap()[..1].iter().cloned().collect::<Value>();
    assert_eq!(stage.rows(), left);
    Ok(())
}

async fn the_example_with_script_tags() -> page::Result<()> {
    let [example] = &examples("html placement")[..] else { panic!("one example is expected") };
    assert!(example.contains("https://api.bitrix24.com/api/v1/"), "the example loads the library");
    let html = example.replace("https://api.bitrix24.com/api/v1/", "{portal}/api/v1/");
    let (stage, browser) = shown(&html, "bx24-contact-card.js").await?;
    browser.wait_for_text("body", "Done.").await?;
    stage.assert_reset();
    Ok(())
}

async fn the_examples_for_node() {
    let [webhook, token, backup, edit, many, undo] = &examples("js node")[..] else {
        panic!("six examples are expected")
    };
    for (example, printed) in [(webhook, "About\n"), (token, "")] {
        let stage = Stage::set().await;
        assert_eq!(run_in_node(example, &stage), printed);
        stage.assert_reset();
    }

    let stage = Stage::set().await;
    assert_eq!(run_in_node(backup, &stage), "");
    let sections = |rows: &Value| -> BTreeMap<_, _> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| (row["user"].as_i64().unwrap(), row["value"][0]["elements"].clone())).collect()
    };
    let mut expected = sections(&cards(&[1, 5, 6]));
    let more = json!({ "name": "more", "title": "More", "type": "section", "elements": [{ "name": "WEB" }] });
    expected.get_mut(&0).and_then(Value::as_array_mut).unwrap().push(more);
    assert_eq!(sections(&stage.rows()), expected);

    // Of the common card of a funnel, which is there and has nothing of the application.
    let stage = Stage::set().await;
    let mut of_funnel = cards(&[])[0].take();
    of_funnel["name"] = json!("deal_details_c_7_common");
    stage.begin_with(&json!([of_funnel]));
    assert_eq!(run_in_node(edit, &stage), "installed\n");
    assert_eq!(stage.rows(), json!([of_funnel]));
    let saved: Vec<_> =
        stage.requests().into_iter().filter(|request| request["method"].as_str().unwrap().ends_with("set")).collect();
    assert_eq!(saved.len(), 2);
    assert_eq!(saved[0]["params"]["data"].as_array().unwrap().last().unwrap()["name"], "my_app");

    let stage = Stage::set().await;
    assert_eq!(run_in_node(many, &stage), "0 of 3\n3 of 3\n3 done, 0 failed, 0 pending\n");
    assert_eq!(stage.rows(), cards(&[1]));

    let [stage, other] = [Stage::set().await, Stage::set().await];
    other.begin_with(&json!([]));
    let example = undo
        .replace("https://other.bitrix24.com", other.portal_url())
        .replace("${portal}/rest/1/code/", &other.webhook());
    assert_eq!(run_in_node(&example, &stage), "with a card of their own: [ 5, 6 ]\n");
    let restored = sections(&stage.rows());
    assert_eq!(restored.keys().copied().collect::<Vec<_>>(), [0, 1, 5, 6, 7, 8]);
    assert!([7, 8].iter().all(|user| restored[user] == restored[&6]));
    assert_eq!(sections(&other.rows()), BTreeMap::from([(1, restored[&6].clone())]));
}

/// With `UPDATE_EXPECT=1` in the environment the table is written anew.
fn the_sizes_are_those_of_the_package() {
    const HEAD: &str = "| bytes | raw | gzip | brotli |\n|---|---|---|---|\n";
    let file = format!("{HERE}/../../README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let sizes = fs::read(format!("{HERE}/../../target/reports/sizes.json")).expect("`cargo xtask build` writes it");
    let sizes: Value = serde_json::from_slice(&sizes).unwrap();
    let (before, after) = readme.split_once(HEAD).expect("there is a table of sizes");
    let (table, after) = after.split_once("\n\n").expect("it ends");
    let rows = table.lines().map(|row| {
        let title = row.trim_start_matches("| ").split(" | ").next().unwrap();
        let size = &sizes[title.split('`').nth(1).expect("a row begins with a file")];
        let [raw, gzip, brotli] =
            ["raw", "gzip", "brotli"].map(|kind| with_commas(size[kind].as_u64().expect("a size")));
        format!("| {title} | {raw} | {gzip} | {brotli} |")
    });
    let table = rows.collect::<Vec<_>>().join("\n");
    expect_file![file].assert_eq(&format!("{before}{HEAD}{table}\n\n{after}"));
}

/// 62136 as `62,136`.
fn with_commas(number: u64) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands == 0 { rest.to_string() } else { format!("{thousands},{rest:03}") }
}

/// What an example prints, run against the stage's portal.
fn run_in_node(example: &str, stage: &Stage) -> String {
    let example = example
        .replace("https://portal.bitrix24.com/rest/1/code/", &stage.webhook())
        .replace("https://portal.bitrix24.com", stage.portal_url())
        .replace("'expired token'", "'tok_expired'")
        .replace("'access token'", "'tok_admin'");
    let project = Project::with(&[]);
    fs::write(project.path().join("example.mjs"), example).unwrap();
    project.node("example.mjs", &[])
}

/// Opens a page of the application with one of the package's scripts beside it.
async fn shown(html: &str, script: &str) -> page::Result<(Stage, Arc<page::Browser>)> {
    let stage = Stage::set().await;
    fs::copy(package().join(script), stage.app().join(script)).unwrap();
    stage.page(html);
    let browser = stage.open_placement().await?;
    Ok((stage, browser))
}

/// The README's code blocks of one kind.
fn examples(kind: &str) -> Vec<String> {
    let readme = fs::read_to_string(format!("{HERE}/../../README.md")).unwrap();
    code_blocks(&readme, kind)
}
