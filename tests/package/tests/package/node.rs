//! Node, as an ES module and as `CommonJS`.

use crate::project::Project;
use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn an_es_module_resets_a_card() {
    resets_a_card("import.mjs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn commonjs_resets_a_card() {
    resets_a_card("require.cjs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slim_package_resets_a_card() {
    resets_a_card("slim.mjs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slim_package_resets_a_card_from_commonjs() {
    resets_a_card("slim.cjs").await;
}

async fn resets_a_card(script: &str) {
    let stage = Stage::set().await;
    let project = Project::with(&[&format!("node/{script}")]);
    assert_eq!(project.node(script, &[&stage.webhook()]), "About\ntrue\n");
    stage.assert_reset();
}
