//! The reference in docs/reference, which typedoc makes of the declarations.

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect_file;
use tempfile::TempDir;

use crate::project::HERE;

page::tests!(blocking the_reference_is_that_of_the_declarations);

/// With `UPDATE_EXPECT=1` in the environment the pages are written anew.
fn the_reference_is_that_of_the_declarations() {
    let made = TempDir::new().unwrap();
    let folder = Path::new(HERE).join("reference");
    let mut typedoc = Command::new(folder.join("node_modules/.bin/typedoc"));
    typedoc.current_dir(&folder).args(["--logLevel", "Warn", "--out"]).arg(made.path());
    let output = typedoc.output().expect("typedoc is missing: run `cargo xtask setup`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // A list of the pages, which docs/SUMMARY.md has too.
    fs::remove_file(made.path().join("README.md")).unwrap();
    let reference = Path::new(HERE).join("../../docs/reference");
    let pages = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    for page in pages(made.path()) {
        expect_file![reference.join(&page)].assert_eq(&fs::read_to_string(made.path().join(&page)).unwrap());
    }
    assert_eq!(pages(&reference), pages(made.path()));
}
