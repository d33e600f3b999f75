//! What the package weighs on the wire.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, json};

/// The script the budget is about, and its bytes after gzip.
const BUDGET: (&str, usize) = ("index.mjs", 40_402);

/// Prints every script's size in bytes: raw, with gzip 9, with brotli 11, and writes them into `file` for the documentation's test.
/// Over the budget, the build fails.
pub(crate) fn report(package: &Path, file: &Path) -> Result<()> {
    println!("\n{:24} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    let mut names: Vec<_> = fs::read_dir(package)?.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>()?;
    names.sort();
    let mut sizes = Map::new();
    for name in names.iter().map(|name| name.to_string_lossy()).filter(|name| is_code(name)) {
        let bytes = fs::read(package.join(&*name))?;
        let [raw, gzip, brotli] = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
        println!("{name:24} {raw:>9} {gzip:>9} {brotli:>9}");
        sizes.insert(name.into_owned(), json!({ "raw": raw, "gzip": gzip, "brotli": brotli }));
    }
    let spent = sizes.get(BUDGET.0).and_then(|size| usize::try_from(size["gzip"].as_u64()?).ok());
    fs::create_dir_all(file.parent().context("the file is in a folder")?)?;
    fs::write(file, serde_json::to_vec(&sizes)?)?;
    match (spent, BUDGET) {
        (Some(spent), (name, budget)) if spent <= budget => {
            println!("{name}: {spent} of {budget} bytes with gzip\n");
            Ok(())
        }
        (Some(spent), (name, budget)) => {
            bail!("{name} is {spent} bytes with gzip, {} over its budget of {budget}", spent - budget)
        }
        (None, (name, _)) => bail!("the build made no {name}"),
    }
}

fn is_code(name: &str) -> bool {
    [".mjs", ".cjs", ".js", ".wasm"].iter().any(|ending| name.ends_with(ending))
}

/// How many bytes are left of these with gzip.
pub(crate) fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &brotli::enc::BrotliEncoderParams::default())?;
    Ok(compressed.len())
}
