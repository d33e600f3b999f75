//! What a page downloads.

use anyhow::{Context, Result};

use crate::contenders::{FULL, SDK};
use crate::report::{Section, Table, Unit};
use crate::workshop::{Workshop, number, result_of};

const TEXT: &str = "\
The same small application, `tests/bench/projects/app.mjs`, for each: it resets one card and shows what has come of it. esbuild bundles and
minifies it. `slim` has its module, which the browser caches by itself, in a second file; it is counted. All but the official SDK take the
portal's own script of the BX24 library besides, which is not counted: a portal serves it to all its applications.";

const KINDS: [&str; 3] = ["gzip", "raw", "brotli"];

pub(crate) async fn measure(workshop: &Workshop) -> Result<Section> {
    let columns = [("gzip 9", Unit::Bytes), ("raw", Unit::Bytes), ("brotli 11", Unit::Bytes)];
    let mut application = Table::new("Bytes of the application", &columns);
    for (contender, bundle) in workshop.bundles("app.mjs")? {
        let mut files = vec![bundle];
        if contender.name == "slim" {
            files.push(workshop.module());
        }
        let files: Vec<_> = files.iter().map(|file| file.to_str().context("a path is text")).collect::<Result<_>>()?;
        let sizes = result_of(workshop.node("sizes.mjs", &files)).await?;
        application.push(contender.title, KINDS.map(|kind| number(&sizes, kind).unwrap_or(f64::NAN)));
    }
    let mut package = Table::new("Bytes of the package's files", &columns);
    let sizes = Workshop::sizes()?;
    for (file, sizes) in sizes.as_object().context("the build lists files")? {
        package.push(&format!("`{file}`"), KINDS.map(|kind| number(sizes, kind).unwrap_or(f64::NAN)));
    }
    let mut section = Section { title: "Bytes".into(), text: TEXT.into(), ..Section::default() };
    section.aim(&application, FULL, SDK, 0.57);
    section.tables = vec![application, package];
    Ok(section)
}
