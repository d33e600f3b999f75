//! The application's archive, and the texts in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::support::Stage;
use page::{Engine, Result};
use serde_json::json;

page::tests!(
    blocking the_archive_has_all_that_its_pages_load,
    blocking every_language_has_the_same_texts,
    awaited a_public_page_loads_nothing_from_this_machine,
);

/// Where `cargo xtask build` puts the application, in both forms.
const ARCHIVE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bx24-contact-card-app.zip");
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/app");

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/locales");

fn the_archive_has_all_that_its_pages_load() {
    let files = archived();
    for (name, content) in &files {
        assert_eq!(&fs::read(Path::new(FOLDER).join(name)).expect(name), content, "{name} is that of target/app");
    }
    assert_eq!(files.len(), fs::read_dir(FOLDER).expect("target/app").count());
    for page in ["index.html", "install.html"] {
        let html = String::from_utf8(files[page].clone()).expect("a page is text");
        let (head, _) = html.split_once("</head>").expect("a page has a head");
        let first = head.split_once(" src=\"").expect("a page loads scripts").1;
        assert!(first.starts_with("policy.js?"), "the policy comes before all else: {first}");
        for part in html.split(" src=\"").skip(1).chain(html.split(" href=\"").skip(1)) {
            let address = part.split('"').next().unwrap_or_default();
            let (file, version) = address.split_once('?').unwrap_or_default();
            assert!(files.contains_key(file) && version.len() == 8, "{page} loads {address}");
        }
        assert!(
            !html.contains("<style") && !html.contains(" style=") && !html.contains(" on"),
            "{page} has code in it"
        );
        for script in html.split("<script").skip(1) {
            assert!(script.contains("></script>"), "{page} has a script in it: {script}");
        }
        assert!(html.contains(concat!("Contact card ", env!("CARGO_PKG_VERSION"))), "{page} says its version");
    }
    let is_loaded = |name: &str| [".js", ".css"].iter().any(|ending| name.ends_with(ending));
    for (name, content) in files.iter().filter(|(name, _)| is_loaded(name)) {
        let text = String::from_utf8_lossy(content);
        assert!(!text.contains("from\"/") && !text.contains("url(/"), "{name} has an absolute path");
    }
}

fn archived() -> BTreeMap<String, Vec<u8>> {
    let file = fs::File::open(ARCHIVE).expect("`cargo xtask build` makes the archive");
    let mut archive = zip::ZipArchive::new(file).expect("it is an archive");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file in it");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        files.insert(file.name().expect("a name").into_owned(), content);
    }
    files
}

/// The same texts, with the same parameters.
fn every_language_has_the_same_texts() {
    let english = texts("en");
    assert!(english.len() > 50, "{english:?}");
    for code in ["ru", "de", "la", "br", "fr", "pl", "tr", "ua", "ar"] {
        assert_eq!(texts(code), english, "{code}");
    }
}

/// The parameters of each text in a language.
fn texts(code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for file in fs::read_dir(Path::new(LOCALES).join(code)).expect("a folder for each language") {
        let file = file.expect("a file in it");
        // The variants of a text are on indented lines below it.
        let source = fs::read_to_string(file.path()).expect("its text").replace("\n ", " ");
        for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (id, text) = line.split_once(" =").expect("each text begins on a line of its own");
            assert!(!text.trim().is_empty(), "{code} has no text for {id}");
            let parameters = text.split("{ $").skip(1).filter_map(|part| Some(part.split_once(' ')?.0.to_owned()));
            let id = format!("{} {id}", file.file_name().display());
            assert_eq!(texts.insert(id, parameters.collect()), None, "a text is there twice");
        }
    }
    texts
}

/// The same page under a name that is none of this machine's to it, though it leads here.
async fn a_public_page_loads_nothing_from_this_machine() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    let browser = &stage.browser;
    let query = format!("?DOMAIN={}&PROTOCOL=0&LANG=en&APP_SID=0", stage.portal_host());
    for page in ["index.html", "install.html"] {
        let address = format!("{}{page}{query}", stage.page_address()).replace("127.0.0.1", "app.localhost");
        // The query's own address stays.
        let address = address.replace("DOMAIN=app.localhost", "DOMAIN=127.0.0.1");
        browser.goto(&address).await?;
        let loaded = "const sources = [...document.scripts].map(({ src }) => src);
            return sources.filter((src) => src && !src.startsWith(location.origin))";
        browser
            .until("the library to be asked for", async || {
                let loaded = browser.run(loaded, vec![]).await?;
                Ok((loaded == json!(["https://api.bitrix24.com/api/v1/"])).then_some(()))
            })
            .await?;
        let fetched = "return await fetch(arguments[0]).then(() => 'answered', () => 'forbidden')";
        let rest = json!(format!("http://{}/rest/scope", stage.portal_host()));
        assert_eq!(browser.run_async(fetched, vec![rest]).await?, json!("forbidden"));
    }
    assert_eq!(stage.calls("scope")?, 0);
    Ok(())
}
