use std::collections::HashMap;

use clap::Parser as _;
use pulldown_cmark::{CodeBlockKind, TagEnd};

use super::*;
use crate::Task;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn read(page: &Path) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}

fn pages() -> Pages {
    Pages::listed_in(&read(Path::new(SUMMARY)))
}

#[test]
fn every_page_is_listed() {
    let Pages(pages) = pages();
    for folder in ["docs", "docs/reference", "tests", "tests/portal", "tests/recordings", ""] {
        for file in fs::read_dir(root().join(folder)).unwrap() {
            let file = Path::new(folder).join(file.unwrap().file_name());
            let is_page = file.extension() == Some(OsStr::new("md")) && file != Path::new(SUMMARY);
            assert!(!is_page || pages.contains_key(&file), "{SUMMARY} does not list {}", file.display());
        }
    }
}

/// Those of the package's README are from the package's top, and checked there.
#[test]
fn every_link_leads_to_what_is_there() {
    let Pages(pages) = pages();
    let mut checked = 0;
    for page in pages.keys().filter(|page| *page != Path::new(FIRST)) {
        for Link { to, .. } in links(&read(page)).into_iter().filter(|link| !link.to.contains("://")) {
            let (path, anchor) = to.split_once('#').unwrap_or((&to, ""));
            let file = if path.is_empty() { page.clone() } else { beside(page, path) };
            assert!(root().join(&file).exists(), "{}: {to}", page.display());
            if !anchor.is_empty() {
                assert!(anchors(&read(&file)).contains(anchor), "{}: {to}", page.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

/// What a code host makes of a page's headings, and what the page names itself.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut counts = HashMap::new();
    let mut heading = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let words = heading.take().unwrap_or_default().to_lowercase().replace(' ', "-");
                let anchor: String = words.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
                let count: &mut u32 = counts.entry(anchor.clone()).or_default();
                anchors.insert(if *count == 0 { anchor } else { format!("{anchor}-{count}") });
                *count += 1;
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                anchors.extend(html.split("id=\"").skip(1).filter_map(|id| Some(id.split_once('"')?.0.to_owned())));
            }
            _ => {}
        }
    }
    anchors
}

/// The lines of `sh` are commands that there are: tasks with their options, packages of the workspace.
#[test]
fn every_command_is_one() {
    let project = Project::read().unwrap();
    let packages: BTreeSet<_> = project.versions().map(|(name, _)| name).collect();
    let mut checked = 0;
    let Pages(pages) = pages();
    for page in pages.keys() {
        for line in shell(&read(page)) {
            let command = line.split('#').next().unwrap_or_default();
            for part in command.split("&&") {
                let words: Vec<_> = part.split_whitespace().skip_while(|word| word.contains('=')).collect();
                match words[..] {
                    ["cargo", "xtask", ref task @ ..] => {
                        let task = ["cargo xtask"].iter().chain(task);
                        let parsed = Task::try_parse_from(task).map(drop);
                        assert!(parsed.is_ok(), "{}: {line}: {}", page.display(), parsed.unwrap_err());
                        checked += 1;
                    }
                    ["cargo", _, "-p", package, ..] => {
                        assert!(packages.contains(package), "{}: {line}", page.display());
                        checked += 1;
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(checked > 20, "{checked}");
}

/// The lines of the code blocks for a shell.
fn shell(text: &str) -> Vec<String> {
    let mut is_shell = false;
    let mut lines = Vec::new();
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => is_shell = &*kind == "sh",
            Event::End(TagEnd::CodeBlock) => is_shell = false,
            Event::Text(text) if is_shell => lines.extend(text.lines().map(str::to_owned)),
            _ => {}
        }
    }
    lines
}

#[test]
fn links_are_those_of_the_site() {
    let pages = Pages::listed_in("[a](../pkg-template/README.md) [b](b.md) [c](../C.md)");
    let cases = [
        ("docs/b.md", "see [C](../C.md#x) and [B](#y)", "see [C](../C.md#x) and [B](#y)"),
        ("docs/b.md", "[`first`](../pkg-template/README.md)", "[`first`](../index.md)"),
        ("docs/b.md", "[out](https://example.com)", "[out](https://example.com)"),
        ("docs/b.md", "in [`Cargo.toml`](../Cargo.toml), [there](b.md)", "in `Cargo.toml`, [there](../docs/b.md)"),
        ("C.md", "[b](docs/b.md) `[no](x.md)`", "[b](docs/b.md) `[no](x.md)`"),
    ];
    for (page, text, expected) in cases {
        let page = Path::new(page);
        assert_eq!(pages.placed(text, page, page, &mut BTreeSet::new()), expected);
    }
    let mut files = BTreeSet::new();
    pages.placed("![a](images/a.png)", Path::new("docs/b.md"), Path::new("docs/b.md"), &mut files);
    assert_eq!(files, BTreeSet::from(["docs/images/a.png".into()]));
}

#[test]
fn what_is_not_there_and_what_is_elsewhere_is_a_fault() {
    let site = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(site.path().join(name), text).unwrap();
    write("b.html", "<h1 id=\"x\">X</h1>");
    write("a.js", "");
    for (html, is_fault) in [
        ("<a href=\"b.html#x\">", false),
        ("<a href=\"https://example.com\">", false),
        ("<script src=\"a.js\">", false),
        ("<a href=\"c.html\">", true),
        ("<a href=\"b.html#y\">", true),
        ("<script src=\"https://example.com/a.js\">", true),
        ("<img alt=\"\" src=\"//example.com/a.png\">", true),
    ] {
        write("a.html", html);
        assert_eq!(check(site.path()).is_err(), is_fault, "{html}");
    }
    write("a.html", "");
    write("a.css", "@font-face { src: url(\"https://example.com/a.woff2\") }");
    assert!(check(site.path()).is_err());
}
