//! The examples of the pages in docs/, run as they stand there, and that no page has others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use serde_json::{Value, json};

use crate::compatibility::names_of_tests;
use crate::project::{HERE, Project, code_blocks};
use crate::server::Server;
use crate::stage::{Stage, cards};

page::tests!(
    awaited the_example_for_a_placement,
    awaited the_examples_of_calls,
    awaited the_example_of_an_edit,
    awaited the_examples_of_many_cards,
    awaited the_examples_of_backups,
    awaited the_examples_of_moving_cards,
    awaited the_examples_of_secrets,
    blocking the_sizes_are_those_of_the_package,
    blocking every_example_is_taken_by_a_test,
);

/// The pages with examples, the words that the examples begin with, and the test that takes them.
const TAKEN: &[(&str, &str, &str)] = &[
    ("docs/backups.md", "js node", "documentation::the_examples_of_backups"),
    ("docs/bulk.md", "js node", "documentation::the_examples_of_many_cards"),
    ("docs/calls.md", "js", "typescript::the_examples_of_pages_and_declarations_compile"),
    ("docs/calls.md", "js node", "documentation::the_examples_of_calls"),
    ("docs/calls.md", "js placement", "documentation::the_example_for_a_placement"),
    ("docs/cards.md", "js node", "documentation::the_example_of_an_edit"),
    ("docs/migrating.md", "js node", "migrating::from_curl"),
    ("docs/migrating.md", "js placement after", "migrating::from_bx24"),
    ("docs/migrating.md", "js placement before", "migrating::from_bx24"),
    ("docs/migrating.md", "js sdk after", "migrating::from_the_sdk"),
    ("docs/migrating.md", "js sdk before", "migrating::from_the_sdk"),
    ("docs/migrating.md", "sh", "migrating::from_curl"),
    ("docs/reference/bx24-contact-card.md", "ts", "typescript::the_examples_of_pages_and_declarations_compile"),
    ("docs/reference/index.md", "js", "typescript::the_examples_of_pages_and_declarations_compile"),
    ("docs/reference/index.md", "ts", "typescript::the_examples_of_pages_and_declarations_compile"),
    ("docs/reference/slim.md", "js", "typescript::the_examples_of_pages_and_declarations_compile"),
    ("docs/security.md", "js node", "documentation::the_examples_of_secrets"),
    ("docs/security.md", "js server", "documentation::the_examples_of_secrets"),
    ("pkg-template/README.md", "html placement", "npm_readme::the_script_tag_has_the_hash_of_the_script"),
    ("pkg-template/README.md", "html slim", "page_scripts::a_page_that_serves_the_module_as_a_file_resets_a_card"),
    ("pkg-template/README.md", "js bundler", "bundlers::vite_with_the_module_as_a_file"),
    ("pkg-template/README.md", "js node", "npm_readme::the_example_with_a_webhook"),
    ("pkg-template/README.md", "js placement", "npm_readme::the_example_for_a_placement"),
    ("pkg-template/README.md", "js test", "npm_readme::the_example_of_a_test"),
    ("pkg-template/README.md", "js worker", "environments_servers::workerd_takes_the_slim_package"),
    ("pkg-template/README.md", "ts", "npm_readme::the_examples_in_typescript_compile"),
    ("pkg-template/README.md", "ts nuxt", "npm_readme::the_examples_in_typescript_compile"),
    ("pkg-template/README.md", "tsx", "npm_readme::the_examples_in_typescript_compile"),
];

/// What is taken elsewhere: by rustdoc, and by the tests of xtask, which know the tasks.
const TAKEN_ELSEWHERE: [&str; 2] = ["rust", "sh"];

/// What nothing runs: texts, and configurations of servers.
const NO_CODE: [&str; 3] = ["apache", "nginx", "text"];

fn every_example_is_taken_by_a_test() {
    let tests = names_of_tests();
    let mut taken = BTreeSet::new();
    for (page, kind, test) in TAKEN {
        assert!(tests.contains(*test), "no test is {test}");
        taken.insert(((*page).to_owned(), (*kind).to_owned()));
    }
    let root = Path::new(HERE).join("../..");
    let mut there = BTreeSet::new();
    for page in pages(&root) {
        let text = fs::read_to_string(root.join(&page)).unwrap();
        for block in text.split("```").skip(1).step_by(2) {
            let kind = block.lines().next().unwrap().to_owned();
            let example = (page.clone(), kind);
            let is_taken_elsewhere = TAKEN_ELSEWHERE.contains(&&*example.1) && !taken.contains(&example);
            if !is_taken_elsewhere && !NO_CODE.contains(&&*example.1) {
                there.insert(example);
            }
        }
    }
    let astray: Vec<_> = there.symmetric_difference(&taken).collect();
    assert!(astray.is_empty(), "no test takes it, or it is not there: {astray:?}");
}

/// Every page of the documentation, from the project's folder.
fn pages(root: &Path) -> Vec<String> {
    const FOLDERS: [&str; 7] =
        ["", "docs", "docs/reference", "pkg-template", "tests", "tests/portal", "tests/recordings"];
    let files = FOLDERS.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    let pages = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "md"));
    pages.map(|file| file.strip_prefix(root).unwrap().to_str().unwrap().to_owned()).collect()
}

async fn the_example_for_a_placement() -> page::Result<()> {
    let [example] = examples("calls", "js placement");
    let stage = Stage::set().await;
    stage.run_example(&example).await?;
    // User 1 is an administrator: the own card, user 6's and the common one are gone.
    let left = cards(&[5]).as_array().unwrap()[..1].iter().cloned().collect::<Value>();
    assert_eq!(stage.rows(), left);
    Ok(())
}

async fn the_examples_of_calls() {
    let [webhook, token] = examples("calls", "js node");
    for (example, printed) in [(webhook, "About\n"), (token, "")] {
        let stage = Stage::set().await;
        assert_eq!(run_in_node(&example, &stage), printed);
        stage.assert_reset();
    }
}

/// Of the common card of a funnel, which is there and has nothing of the application.
async fn the_example_of_an_edit() {
    let [edit] = examples("cards", "js node");
    let stage = Stage::set().await;
    let of_funnel = common_of_funnel();
    stage.begin_with(&json!([of_funnel]));
    assert_eq!(run_in_node(&edit, &stage), "installed\n");
    assert_eq!(stage.rows(), json!([of_funnel]));
    let saved: Vec<_> =
        stage.requests().into_iter().filter(|request| request["method"].as_str().unwrap().ends_with("set")).collect();
    assert_eq!(saved.len(), 2);
    assert_eq!(saved[0]["params"]["data"].as_array().unwrap().last().unwrap()["name"], "my_app");
}

async fn the_examples_of_many_cards() {
    let [many, undo] = examples("bulk", "js node");
    let stage = Stage::set().await;
    assert_eq!(run_in_node(&many, &stage), "0 of 3\n3 of 3\n3 done, 0 failed, 0 pending\n");
    assert_eq!(stage.rows(), cards(&[1]));

    let stage = Stage::set().await;
    assert_eq!(run_in_node(&undo, &stage), "with a card of their own: [ 5, 6 ]\n");
    let restored = fields(&stage.rows());
    assert_eq!(restored.keys().copied().collect::<Vec<_>>(), [0, 1, 5, 6, 7, 8]);
    assert!([7, 8].iter().all(|user| restored[user] == restored[&6]));
}

async fn the_examples_of_backups() {
    let [backup, kinds, ..] = examples::<4>("backups", "js node");
    let stage = Stage::set().await;
    assert_eq!(run_in_node(&backup, &stage), "");
    let mut expected = fields(&cards(&[1, 5, 6]));
    let more = json!({ "name": "more", "title": "More", "type": "section", "elements": [{ "name": "WEB" }] });
    expected.get_mut(&0).and_then(Value::as_array_mut).unwrap().push(more);
    assert_eq!(fields(&stage.rows()), expected);

    let stage = Stage::set().await;
    stage.begin_with(&json!([common_of_funnel()]));
    assert_eq!(run_in_node(&kinds, &stage), "2 { entityTypeId: 2, dealCategoryId: 7 }\n");
    assert_eq!(fields(&stage.rows()), fields(&json!([common_of_funnel()])));
    assert_eq!(stage.rows()[0]["name"], "deal_details_c_7_common");
    assert_eq!(stage.requests().len(), 3, "it was read, reset and put back");
}

async fn the_examples_of_moving_cards() {
    let [.., one, many] = examples::<4>("backups", "js node");
    let [stage, other] = [Stage::set().await, Stage::set().await];
    let mut rows = cards(&[5, 6]);
    let own = json!({ "name": "UF_CRM_1700000000" });
    rows[1]["value"][0]["elements"][0]["elements"].as_array_mut().unwrap().push(own);
    stage.begin_with(&rows);
    other.begin_with(&json!([]));
    let moved = |example: &str| example.replace("https://other.bitrix24.com", other.portal_url());
    let one = moved(&one).replace(&format!("{}/rest/1/code/", other.portal_url()), &other.webhook());
    assert_eq!(run_in_node(&one, &stage), "OTHER_PORTAL\n");
    assert_eq!(names(&other.rows()), BTreeMap::from([(0, vec!["PHONE"])]), "without the portal's own field");

    other.begin_with(&json!([]));
    let many = moved(&many).replace("${portal}/rest/1/code/", &other.webhook());
    assert_eq!(run_in_node(&many, &stage), "moved to 1 and 8\n");
    let expected = BTreeMap::from([(1, vec!["PHONE"]), (8, vec!["PHONE", "UF_CRM_1700000000"])]);
    assert_eq!(names(&other.rows()), expected);
}

async fn the_examples_of_secrets() {
    let [token] = examples("security", "js node");
    let stage = Stage::set().await;
    assert_eq!(run_in_node(&token, &stage), "");
    stage.assert_reset();

    let [server] = examples("security", "js server");
    let project = Project::with(&[]);
    let session = "const signedIn = async ({ headers }) => headers.cookie === 'session=6' && { portalId: 6 };\n";
    fs::write(project.path().join("server.mjs"), server + session).unwrap();
    let stage = Stage::set().await;
    let server = Server::of_node(&project, &["server.mjs"], &[("WEBHOOK", &stage.webhook())]);
    let ask = |cookie: &str| {
        let script = "fetch(process.argv[1], { method: 'POST', headers: { cookie: process.argv[2] } })
            .then(async (answer) => console.log(answer.status, await answer.text()));";
        project.node("--eval", &[script, &server.url(""), cookie])
    };
    assert_eq!(ask("session=5"), "403 \n");
    stage.assert_untouched();
    assert_eq!(ask("session=6"), "200 The card is reset.\n");
    stage.assert_reset();
}

/// The rows' users with the names of the fields in the first section of their cards.
fn names(rows: &Value) -> BTreeMap<i64, Vec<&str>> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| {
        let fields = row["value"][0]["elements"][0]["elements"].as_array().unwrap().iter();
        (row["user"].as_i64().unwrap(), fields.map(|field| field["name"].as_str().unwrap()).collect())
    })
    .collect()
}

/// The rows' users with what is on their cards.
fn fields(rows: &Value) -> BTreeMap<i64, Value> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (row["user"].as_i64().unwrap(), row["value"][0]["elements"].clone())).collect()
}

/// The common card of the deals of a funnel.
fn common_of_funnel() -> Value {
    let mut of_funnel = cards(&[])[0].take();
    of_funnel["name"] = json!("deal_details_c_7_common");
    of_funnel
}

/// With `UPDATE_EXPECT=1` in the environment the table is written anew.
fn the_sizes_are_those_of_the_package() {
    const HEAD: &str = "| bytes | raw | gzip | brotli |\n|---|---|---|---|\n";
    let file = format!("{HERE}/../../docs/measured.md");
    let page = fs::read_to_string(&file).unwrap();
    let sizes = fs::read(format!("{HERE}/../../target/reports/sizes.json")).expect("`cargo xtask build` writes it");
    let sizes: Value = serde_json::from_slice(&sizes).unwrap();
    let (before, after) = page.split_once(HEAD).expect("there is a table of sizes");
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

/// The code blocks of one kind on a page of docs/, which are as many as are asked for.
fn examples<const N: usize>(page: &str, kind: &str) -> [String; N] {
    let text = fs::read_to_string(format!("{HERE}/../../docs/{page}.md")).unwrap();
    code_blocks(&text, kind).try_into().unwrap_or_else(|found: Vec<_>| panic!("{} examples on {page}", found.len()))
}
