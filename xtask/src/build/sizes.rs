//! What the package weighs on the wire.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use crate::build;

/// The script the budget is about, and its bytes after gzip.
const BUDGET: (&str, usize) = ("index.mjs", 40_402);

/// The scripts by their names.
type Sizes = BTreeMap<String, Size>;

/// Bytes of a script.
#[derive(Deserialize, Serialize)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Writes into `file` what every script weighs, in bytes: raw, with gzip 9, with brotli 11.
pub(crate) fn measure(package: &Path, file: &Path) -> Result<()> {
    let mut sizes = Sizes::new();
    for name in build::entries(package)?.iter().map(|name| name.to_string_lossy()).filter(|name| is_code(name)) {
        let bytes = fs::read(package.join(&*name))?;
        let size = Size { raw: bytes.len(), gzip: gzip(&bytes)?, brotli: brotli(&bytes)? };
        sizes.insert(name.into_owned(), size);
    }
    fs::create_dir_all(file.parent().context("the file is in a folder")?)?;
    Ok(fs::write(file, serde_json::to_vec(&sizes)?)?)
}

/// Prints what was measured. Over the budget, the build fails.
pub(crate) fn report(file: &Path) -> Result<()> {
    let sizes: Sizes = serde_json::from_slice(&fs::read(file)?)?;
    println!("\n{:24} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    for (name, Size { raw, gzip, brotli }) in &sizes {
        println!("{name:24} {raw:>9} {gzip:>9} {brotli:>9}");
    }
    let (name, budget) = BUDGET;
    let spent = sizes.get(name).with_context(|| format!("the build made no {name}"))?.gzip;
    ensure!(spent <= budget, "{name} is {spent} bytes with gzip, {} over its budget of {budget}", spent - budget);
    println!("{name}: {spent} of {budget} bytes with gzip\n");
    Ok(())
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
