//! Pictures of the application's states, for whoever changes its look, and a page that has them side by side.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::Result;

use crate::build;
use crate::project::Project;
use crate::run;
use crate::step::step;

/// The tests of the application's page that are no pictures of it, and the engines that take none.
const WITHOUT_PICTURES: [&str; 7] = ["firefox", "webkit", "harness", "install", "rust_placement", "modules", "app::"];

/// Lets the page's tests take pictures of what they see, and writes `target/screenshots/index.html`.
pub(crate) fn take(project: &Project) -> Result<()> {
    build::package(project)?;
    let folder = project.target.join("screenshots");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--test", "pages", "--", "--include-ignored"]);
    cargo.args(WITHOUT_PICTURES.iter().flat_map(|name| ["--skip", name]));
    let outcome = step("take the pictures", || run::show(cargo.env("SCREENSHOTS", "1")));
    let files = fs::read_dir(&folder)?.map(|file| Ok(file?.file_name().to_string_lossy().into_owned()));
    let sheet = folder.join("index.html");
    fs::write(&sheet, sheet_of(&files.collect::<Result<Vec<_>>>()?))?;
    println!("{}", sheet.display());
    // A test that fails has taken pictures as well.
    outcome
}

/// The page. A file is named by state, width and colours: `backups-900-light.png`.
fn sheet_of(files: &[String]) -> String {
    let mut states = BTreeMap::<_, Vec<_>>::new();
    for file in files {
        let mut parts = file.rsplitn(3, '-');
        let (colours, width, state) = (parts.next(), parts.next(), parts.next());
        states.entry(state.unwrap_or(file)).or_default().push((
            colours.is_some_and(|name| name.starts_with("dark")),
            width,
            file,
        ));
    }
    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Contact sheet</title><style>
body { font: 1rem system-ui, sans-serif; } section { break-inside: avoid; }
div { display: flex; gap: 1rem; align-items: start; } img { max-height: 48rem; border: 1px solid #8888; }
</style>\n",
    );
    for (state, mut pictures) in states {
        pictures.sort_unstable();
        // Writing to a String cannot fail.
        let _ = write!(page, "<section><h2>{state}</h2><div>");
        for (_, _, file) in pictures {
            let _ = write!(page, "<img src=\"{file}\" alt=\"{file}\" loading=\"lazy\">");
        }
        page.push_str("</div></section>\n");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::sheet_of;

    #[test]
    fn pictures_of_a_state_are_side_by_side() {
        let files = ["view-de-900-light.png", "view-900-dark.png", "view-320-light.png"].map(str::to_owned);
        let page = sheet_of(&files);
        let places = ["<h2>view</h2>", "view-320-light.png", "view-900-dark.png", "<h2>view-de</h2>", "view-de-900"];
        let places = places.map(|text| page.find(text).expect(text));
        assert!(places.is_sorted(), "{page}");
    }
}
