//! Node, as an ES module and as `CommonJS`.

use crate::project::Project;
use crate::stage::Stage;

page::tests!(
    awaited an_es_module_resets_a_card,
    awaited commonjs_resets_a_card,
    awaited the_slim_package_resets_a_card,
    awaited the_slim_package_resets_a_card_from_commonjs,
    awaited the_script_for_script_tags_can_be_imported,
    awaited the_script_for_script_tags_can_be_required,
    awaited bundlers_keep_an_import_of_the_script_for_script_tags,
);

async fn an_es_module_resets_a_card() {
    resets_a_card("import.mjs").await;
}

async fn commonjs_resets_a_card() {
    resets_a_card("require.cjs").await;
}

async fn the_slim_package_resets_a_card() {
    resets_a_card("slim.mjs").await;
}

async fn the_slim_package_resets_a_card_from_commonjs() {
    resets_a_card("slim.cjs").await;
}

async fn the_script_for_script_tags_can_be_imported() {
    resets_a_card("global.mjs").await;
}

async fn the_script_for_script_tags_can_be_required() {
    resets_a_card("global.cjs").await;
}

/// It exports nothing, and the package says of all other scripts that they can be left out.
async fn bundlers_keep_an_import_of_the_script_for_script_tags() {
    let resolve = format!("{}/node_modules/@rollup/plugin-node-resolve/dist/cjs/index.js", crate::project::HERE);
    let bundlers: [(&str, &[&str]); 3] = [
        ("esbuild", &["--bundle", "--platform=node", "--outfile=out/bundle.cjs"]),
        ("rollup", &["--plugin", &resolve, "--format=cjs", "--file=out/bundle.cjs"]),
        ("webpack", &["--mode=production", "--target=node", "--output-path=out", "--output-filename=bundle.cjs"]),
    ];
    for (bundler, arguments) in bundlers {
        let stage = Stage::set().await;
        let project = Project::with(&["node/global.mjs"]);
        let entry = if bundler == "webpack" { "--entry=./global.mjs" } else { "global.mjs" };
        project.tool(bundler, &[&[entry], arguments].concat());
        assert_eq!(project.node("out/bundle.cjs", &[&stage.webhook()]), "About\ntrue\n", "{bundler}");
        stage.assert_reset();
    }
}

async fn resets_a_card(script: &str) {
    let stage = Stage::set().await;
    let project = Project::with(&[&format!("node/{script}")]);
    assert_eq!(project.node(script, &[&stage.webhook()]), "About\ntrue\n");
    stage.assert_reset();
}
