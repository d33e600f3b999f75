//! The site of the documentation: the pages that docs/SUMMARY.md lists, which mdBook makes into target/docs/.
//!
//! The pages lie where a code host shows them, in docs/ and beside what they describe. The site has them in the same folders, so that
//! their links to each other hold; what a page links to and the site does not have is named there without a link.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::project::Project;
use crate::step::step;
use crate::{build, run, setup};

/// The list of the pages.
const SUMMARY: &str = "docs/SUMMARY.md";

/// The page that the site begins with, as it is before a build.
const FIRST: &str = "pkg-template/README.md";

/// Makes the site.
pub(crate) fn run(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    build::package(project)?;
    let mdbook = setup::mdbook(project)?;
    let [book, site] = ["docs-source", "docs"].map(|folder| project.target.join(folder));
    step("gather the pages", || gather(project, &book))?;
    step("make the site", || run::show(project.command(mdbook).arg("build").arg(&book).arg("--dest-dir").arg(&site)))?;
    let figures = step("check the site", || check(&site))?;
    println!("{figures}: {}", site.join("index.html").display());
    Ok(())
}

/// Where the pages are in the site, by their paths in the project.
struct Pages(BTreeMap<PathBuf, PathBuf>);

impl Pages {
    fn listed_in(summary: &str) -> Self {
        let listed = links(summary).into_iter().map(|link| beside(Path::new(SUMMARY), &link.to));
        let places = listed.map(|page| {
            let place = if page == Path::new(FIRST) { "index.md".into() } else { page.clone() };
            (page, place)
        });
        Self(places.collect())
    }

    /// A page as the site has it: `page` is its path in the project, `place` its path in the site.
    ///
    /// `files` are brought along: what is no page and yet is shown.
    fn placed(&self, text: &str, page: &Path, place: &Path, files: &mut BTreeSet<PathBuf>) -> String {
        let mut placed = text.to_owned();
        // From the end, so that the places of the others stay.
        for link in links(text).into_iter().rev() {
            let (path, anchor) =
                link.to.split_once('#').map_or((&*link.to, None), |(path, anchor)| (path, Some(anchor)));
            if path.is_empty() || path.contains("://") {
                continue;
            }
            let to = beside(page, path);
            if link.is_image {
                files.insert(to);
            } else if let Some(to) = self.0.get(&to) {
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                let source = &text[link.at.clone()];
                let (shown, _) = source.rsplit_once("](").unwrap_or((source, ""));
                placed.replace_range(link.at, &format!("{shown}]({}{anchor})", from(place, to).display()));
            } else {
                let source = &text[link.at.clone()];
                let shown = source.rsplit_once("](").map_or(source, |(shown, _)| shown.trim_start_matches('['));
                placed.replace_range(link.at, shown);
            }
        }
        placed
    }
}

/// Writes what mdBook is given.
fn gather(project: &Project, book: &Path) -> Result<()> {
    if book.exists() {
        fs::remove_dir_all(book)?;
    }
    let read = |path: &Path| {
        fs::read_to_string(project.root.join(path)).with_context(|| format!("could not read {}", path.display()))
    };
    let write = |place: &Path, content: &[u8]| -> Result<()> {
        let file = book.join("src").join(place);
        fs::create_dir_all(file.parent().context("a page is in a folder")?)?;
        Ok(fs::write(file, content)?)
    };
    let summary = read(Path::new(SUMMARY))?;
    let pages = Pages::listed_in(&summary);
    let mut files = BTreeSet::new();
    let place = Path::new("SUMMARY.md");
    write(place, pages.placed(&summary, Path::new(SUMMARY), place, &mut files).as_bytes())?;
    for (page, place) in &pages.0 {
        // As npm shows it: with the version and the hash, and with links from the package's top.
        let page = if page == Path::new(FIRST) { Path::new("README.md") } else { page };
        let text = if place == Path::new("index.md") { read(Path::new("pkg/README.md"))? } else { read(page)? };
        write(place, pages.placed(&text, page, place, &mut files).as_bytes())?;
    }
    for file in files {
        write(&file, &fs::read(project.root.join(&file))?)?;
    }
    for file in ["book.toml", "site.css"] {
        fs::copy(project.root.join("docs").join(file), book.join(file))?;
    }
    Ok(())
}

/// A link or a picture of a page.
struct Link {
    to: String,
    at: Range<usize>,
    is_image: bool,
}

fn links(text: &str) -> Vec<Link> {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter();
    let links = events.filter_map(|(event, at)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(Link { to: dest_url.into_string(), at, is_image: false }),
        Event::Start(Tag::Image { dest_url, .. }) => Some(Link { to: dest_url.into_string(), at, is_image: true }),
        _ => None,
    });
    links.collect()
}

/// What a page at `page` means by a path.
fn beside(page: &Path, path: &str) -> PathBuf {
    let mut found = page.parent().map(Path::to_owned).unwrap_or_default();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => drop(found.pop()),
            Component::Normal(name) => found.push(name),
            _ => {}
        }
    }
    found
}

/// The path by which a page at `page` means `to`.
fn from(page: &Path, to: &Path) -> PathBuf {
    let above = page.parent().into_iter().flat_map(Path::components).map(|_| Component::ParentDir);
    above.chain(to.components()).collect()
}

/// That each page of the site links to what is there, and that it loads nothing from elsewhere. Says how many there are.
fn check(site: &Path) -> Result<String> {
    let mut files = Vec::new();
    list(site, &mut files)?;
    let is = |file: &Path, extension: &str| file.extension() == Some(OsStr::new(extension));
    let mut pages = BTreeMap::new();
    for file in files.iter().filter(|file| is(file, "html")) {
        pages.insert(file.clone(), fs::read_to_string(file)?);
    }
    let mut faults = Vec::new();
    let mut checked = 0;
    for (page, html) in &pages {
        for (tag, to) in references(html) {
            let is_elsewhere = to.contains("://") || to.starts_with("//");
            let (path, anchor) = to.split_once('#').unwrap_or((to, ""));
            let file = if path.is_empty() { page.clone() } else { beside(page, path) };
            let is_there = pages.get(&file).map_or_else(|| file.is_file(), |html| has_anchor(html, anchor));
            if if is_elsewhere { tag != "a" } else { !to.starts_with("data:") && !is_there } {
                faults.push(format!("{}: <{tag}> {to}", page.display()));
            }
            checked += 1;
        }
    }
    for file in files.iter().filter(|file| is(file, "css")) {
        if fs::read_to_string(file)?
            .split("url(")
            .skip(1)
            .any(|url| url.trim_start_matches(['"', '\'']).starts_with("http"))
        {
            faults.push(file.display().to_string());
        }
    }
    ensure!(faults.is_empty(), "what is not there, or is elsewhere:\n{}", faults.join("\n"));
    Ok(format!("{} pages, {checked} references", pages.len()))
}

fn has_anchor(html: &str, anchor: &str) -> bool {
    anchor.is_empty() || html.contains(&format!("id=\"{anchor}\""))
}

/// The addresses in a page, each with the name of its element.
fn references(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split('<').filter_map(|tag| {
        let (tag, _) = tag.split_once('>')?;
        let (name, attributes) = tag.split_once(char::is_whitespace)?;
        let (_, address) = attributes.split_once("href=\"").or_else(|| attributes.split_once("src=\""))?;
        Some((name, address.split_once('"')?.0))
    })
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
