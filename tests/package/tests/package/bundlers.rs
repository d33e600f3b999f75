//! Bundlers as they come, without configuration: each bundles a small app, which then runs in a placement.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::stage::Stage;

page::tests!(awaited esbuild, awaited rollup, awaited webpack, awaited rspack, awaited vite, awaited parcel);

async fn esbuild() -> page::Result<()> {
    runs_in_a_placement("esbuild", &["main.js", "--bundle", "--outfile=out/app.js"]).await
}

async fn rollup() -> page::Result<()> {
    // Its plugins are taken from where it is installed itself.
    let resolve = format!("{}/node_modules/@rollup/plugin-node-resolve/dist/cjs/index.js", crate::project::HERE);
    let arguments = ["main.js", "--plugin", &resolve, "--format=iife", "--file=out/app.js"];
    runs_in_a_placement("rollup", &arguments).await
}

async fn webpack() -> page::Result<()> {
    let arguments = ["--mode=production", "--entry=./main.js", "--output-path=out", "--output-filename=app.js"];
    runs_in_a_placement("webpack", &arguments).await
}

async fn rspack() -> page::Result<()> {
    runs_in_a_placement("rspack", &["build", "--mode=production", "--entry=./main.js", "--output-path=out"]).await
}

async fn vite() -> page::Result<()> {
    runs_in_a_placement("vite", &["build", "--base=./", "--outDir=out"]).await
}

async fn parcel() -> page::Result<()> {
    runs_in_a_placement("parcel", &["build", "index.html", "--public-url=.", "--dist-dir=out"]).await
}

async fn runs_in_a_placement(bundler: &str, arguments: &[&str]) -> page::Result<()> {
    let stage = Stage::set().await;
    let project = Project::with(&["app/main.js", "app/index.html"]);
    project.tool(bundler, arguments);

    let scripts = scripts_in(&project.path().join("out"));
    assert_eq!(scripts.len(), 1, "{bundler} made one script: {scripts:?}");
    fs::copy(&scripts[0], stage.app().join("app.js")).unwrap();
    stage.page(r#"<body><script src="{portal}/api/v1/"></script><script type="module" src="app.js"></script>"#);
    let browser = stage.open_placement().await?;
    assert_eq!(browser.text("output").await?, "reset: true");
    stage.assert_reset();
    Ok(())
}

fn scripts_in(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| if path.is_dir() { scripts_in(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .collect()
}
