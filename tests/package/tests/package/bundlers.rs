//! Bundlers as they come, without configuration: each bundles a small app, which then runs in a placement. Those that take the
//! module as a file do so by the line of the README.

use std::fs;
use std::path::{Path, PathBuf};

use crate::npm_readme;
use crate::project::{HERE, Project, package};
use crate::server::Server;
use crate::stage::Stage;

page::tests!(awaited esbuild, awaited rollup, awaited webpack, awaited rspack, awaited vite, awaited parcel, awaited rolldown,
    awaited rsbuild, awaited vite_in_development, awaited webpack_with_the_module_as_a_file, awaited rspack_with_the_module_as_a_file,
    awaited vite_with_the_module_as_a_file);

const WEBPACK: &[&str] = &["--mode=production", "--entry=./main.js", "--output-path=out", "--output-filename=app.js"];
const RSPACK: &[&str] = &["build", "--mode=production", "--entry=./main.js", "--output-path=out"];
const VITE: &[&str] = &["build", "--base=./", "--outDir=out"];

async fn esbuild() -> page::Result<()> {
    runs_in_a_placement("esbuild", &["main.js", "--bundle", "--outfile=out/app.js"]).await
}

async fn rollup() -> page::Result<()> {
    // Its plugins are taken from where it is installed itself.
    let resolve = format!("{HERE}/node_modules/@rollup/plugin-node-resolve/dist/cjs/index.js");
    let arguments = ["main.js", "--plugin", &resolve, "--format=iife", "--file=out/app.js"];
    runs_in_a_placement("rollup", &arguments).await
}

async fn webpack() -> page::Result<()> {
    runs_in_a_placement("webpack", WEBPACK).await
}

async fn rspack() -> page::Result<()> {
    runs_in_a_placement("rspack", RSPACK).await
}

async fn vite() -> page::Result<()> {
    runs_in_a_placement("vite", VITE).await
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
    run_in_a_placement(&project.path().join("dist")).await
}

async fn webpack_with_the_module_as_a_file() -> page::Result<()> {
    slim_runs_in_a_placement("webpack", WEBPACK).await
}

async fn rspack_with_the_module_as_a_file() -> page::Result<()> {
    slim_runs_in_a_placement("rspack", RSPACK).await
}

async fn vite_with_the_module_as_a_file() -> page::Result<()> {
    slim_runs_in_a_placement("vite", VITE).await
}

/// Its server bundles what is imported when it is asked for it.
async fn vite_in_development() -> page::Result<()> {
    let project = Project::with(&["app/served.js"]);
    fs::write(project.path().join("slim.js"), slim("served.js")).unwrap();
    for (page, script) in [("index.html", "served.js"), ("slim.html", "slim.js")] {
        let html = format!(r#"<body><script type="module" src="{script}"></script>"#);
        fs::write(project.path().join(page), html).unwrap();
    }
    let vite = Path::new(HERE).join("node_modules/vite/bin/vite.js");
    let arguments = [vite.to_str().unwrap(), "--host", "127.0.0.1", "--strictPort", "--port", "{port}"];
    let server = Server::of_node(&project, &arguments, &[]);
    let browser = page::lease(page::Engine::Chromium).await?;
    for page in ["", "slim.html"] {
        let stage = Stage::set().await;
        browser.goto(&server.url(&format!("{page}?webhook={}", stage.webhook()))).await?;
        browser.wait_for_text("output", "reset: true").await?;
        stage.assert_reset();
    }
    Ok(())
}

async fn runs_in_a_placement(bundler: &str, arguments: &[&str]) -> page::Result<()> {
    let project = Project::with(&["app/main.js", "app/index.html"]);
    project.tool(bundler, arguments);
    let out = project.path().join("out");
    let scripts = files_in(&out, "js");
    assert_eq!(scripts.len(), 1, "{bundler} made one script: {scripts:?}");
    run_in_a_placement(&out).await
}

/// The script has the functions, and the module is a file beside it.
async fn slim_runs_in_a_placement(bundler: &str, arguments: &[&str]) -> page::Result<()> {
    let project = Project::with(&["app/index.html"]);
    fs::write(project.path().join("main.js"), slim("main.js")).unwrap();
    project.tool(bundler, arguments);
    let out = project.path().join("out");
    let [scripts, modules] = ["js", "wasm"].map(|extension| files_in(&out, extension));
    assert_eq!((scripts.len(), modules.len()), (1, 1), "{bundler} made one of each: {scripts:?} {modules:?}");
    let [script, slim] = [&scripts[0], &package().join("slim.mjs")].map(|file| fs::metadata(file).unwrap().len());
    assert!(script < slim + 1000, "{bundler} made {script} bytes of {slim}");
    run_in_a_placement(&out).await
}

/// An app of projects/app/ with the module as a file, as the README says it.
fn slim(app: &str) -> String {
    let app = fs::read_to_string(format!("{HERE}/projects/app/{app}")).unwrap();
    npm_readme::example("js bundler") + &app.replace("'bx24-contact-card'", "'bx24-contact-card/slim'")
}

/// Opens what a bundler has left in a folder.
async fn run_in_a_placement(out: &Path) -> page::Result<()> {
    let stage = Stage::set().await;
    for module in files_in(out, "wasm") {
        fs::copy(&module, stage.app().join(module.file_name().unwrap())).unwrap();
    }
    let scripts = files_in(out, "js");
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

fn files_in(folder: &Path, wanted: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| if path.is_dir() { files_in(&path, wanted) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == wanted))
        .collect()
}
