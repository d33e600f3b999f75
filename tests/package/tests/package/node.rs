//! Node, as an ES module and as `CommonJS`.

use crate::project::Project;
use crate::stage::Stage;

page::tests!(
    awaited an_es_module_resets_a_card,
    awaited commonjs_resets_a_card,
    awaited the_slim_package_resets_a_card,
    awaited the_slim_package_resets_a_card_from_commonjs,
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

async fn resets_a_card(script: &str) {
    let stage = Stage::set().await;
    let project = Project::with(&[&format!("node/{script}")]);
    assert_eq!(project.node(script, &[&stage.webhook()]), "About\ntrue\n");
    stage.assert_reset();
}
