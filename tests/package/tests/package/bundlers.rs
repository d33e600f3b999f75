//! Bundlers as they come, without configuration: each bundles a small app, which then runs in a placement.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::server::Server;
use crate::stage::Stage;

page::tests!(awaited esbuild, awaited rollup, awaited webpack, awaited rspack, awaited vite, awaited parcel, awaited rolldown,
    awaited rsbuild, awaited vite_in_development);

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

async fn rolldown() -> page::Result<()> {
    runs_in_a_placement("rolldown", &["main.js", "--format=iife", "--file=out/app.js"]).await
}

async fn rsbuild() -> page::Result<()> {
    let project = Project::with(&["app/main.js"]);
    // Where it looks for what is to be bundled.
    fs::create_dir(project.path().join("src")).unwrap();
    fs::rename(project.path().join("main.js"), project.path().join("src/index.js")).unwrap();
    project.tool("rsbuild", &["build"]);
    // It puts what is larger than others into a script of its own.
    run_in_a_placement(&scripts_in(&project.path().join("dist"))).await
}

/// Its server bundles what is imported when it is asked for it.
async fn vite_in_development() -> page::Result<()> {
    let stage = Stage::set().await;
    let project = Project::with(&["app/served.js"]);
    fs::write(project.path().join("index.html"), "<body><script type=\"module\" src=\"served.js\"></script>").unwrap();
    let vite = Path::new(crate::project::HERE).join("node_modules/vite/bin/vite.js");
    let arguments = [vite.to_str().unwrap(), "--host", "127.0.0.1", "--strictPort", "--port", "{port}"];
    let server = Server::of_node(&project, &arguments, &[]);
    let browser = page::lease(page::Engine::Chromium).await?;
    browser.goto(&server.url(&format!("?webhook={}", stage.webhook()))).await?;
    browser.wait_for_text("output", "reset: true").await?;
    stage.assert_reset();
    Ok(())
}

async fn runs_in_a_placement(bundler: &str, arguments: &[&str]) -> page::Result<()> {
    let project = Project::with(&["app/main.js", "app/index.html"]);
    project.tool(bundler, arguments);
    let scripts = scripts_in(&project.path().join("out"));
    assert_eq!(scripts.len(), 1, "{bundler} made one script: {scripts:?}");
    run_in_a_placement(&scripts).await
}

async fn run_in_a_placement(scripts: &[PathBuf]) -> page::Result<()> {
    let stage = Stage::set().await;
    let tags = scripts.iter().enumerate().map(|(index, script)| {
        fs::copy(script, stage.app().join(format!("app{index}.js"))).unwrap();
        format!(r#"<script type="module" src="app{index}.js"></script>"#)
    });
    stage.page(&format!(r#"<body><script src="{{portal}}/api/v1/"></script>{}"#, tags.collect::<String>()));
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
