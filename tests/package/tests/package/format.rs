//! The format of the package, and that every entry of it resolves to code and types of one kind, as the tools of the field see it.

use crate::project::{Project, package};

page::tests!(blocking publint_has_no_remark, blocking every_entry_has_types_of_its_own_kind);

fn publint_has_no_remark() {
    let printed = Project::with(&[]).tool("publint", &["--strict", package().to_str().unwrap()]);
    assert!(printed.trim_end().ends_with("All good!"), "{printed}");
}

/// By "Are the types wrong?", which resolves each entry as `TypeScript` does: in bundlers, in Node, from both kinds of modules.
fn every_entry_has_types_of_its_own_kind() {
    const ENTRIES: [&str; 4] = ["", "/slim", "/bx24-contact-card.js", "/bx24-contact-card.wasm"];
    let printed = Project::with(&[]).tool("attw", &["--format=ascii", "--pack", package().to_str().unwrap()]);
    assert!(printed.contains("No problems found"), "{printed}");
    for entry in ENTRIES {
        let (_, resolutions) = printed.split_once(&format!("\"bx24-contact-card{entry}\"")).expect("it is looked at");
        let (resolutions, _) = resolutions.split_once("\n***").expect("it ends");
        let resolutions: Vec<_> = resolutions.split_whitespace().filter(|word| !word.is_ascii()).collect();
        assert_eq!(resolutions, ["🟢"; 4], "{entry}: {printed}");
    }
}
